"""The entry: runs the command line, and reports a fault in the program in one line."""

from __future__ import annotations

from cli.app import main as run_commands
from cli.streams import flush, say
from plan_data.faults import EXIT_CODE, describe, keep_details, last_line
from plan_data.loading import collector


def was_interrupted(error: BaseException | None) -> bool:
    """Return whether Ctrl+C caused an exception: in a class body Python 3.11 wraps KeyboardInterrupt in another."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def report_fault(error: Exception) -> int:
    """Report a fault in the program in one line, and return its exit code."""
    flush()
    say(last_line(describe(error), "", keep_details(error)))
    return EXIT_CODE


def main(args: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    collector.hold_off()
    try:
        return run_commands(args)
    except KeyboardInterrupt:
        # While a plan is being read; the explorer handles the key itself.
        return 130
    except Exception as error:
        return 130 if was_interrupted(error) else report_fault(error)
    finally:
        collector.release()
