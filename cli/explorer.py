"""The explorer as a command: its checks for a terminal, its streams and its exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from cli.streams import is_terminal, plan_errors, say
from plan_data.errors import FormError, PlanError
from plan_data.labels.explorer import NEEDS_TERMINAL, PICK_NEEDS_TERMINAL
from tui.userdata.options import Options

TERMINAL = "/dev/tty"
"""The terminal that the program runs on, whatever its streams are."""


def has_terminal() -> bool:
    """Return whether the explorer can be opened here; say why where it cannot."""
    if is_terminal(sys.stdin) and is_terminal(sys.stdout) and os.environ.get("TERM", "") not in ("", "dumb"):
        return True
    say(NEEDS_TERMINAL)
    return False


def can_pick() -> bool:
    """Return whether there is a terminal to choose on, whatever the streams are; say why where there is none."""
    if os.environ.get("TERM", "") not in ("", "dumb"):
        try:
            os.close(os.open(TERMINAL, os.O_RDWR | os.O_NOCTTY))
            return True
        except OSError:
            pass
    say(PICK_NEEDS_TERMINAL)
    return False


@contextmanager
def on_terminal() -> Iterator[TextIO]:
    """Put the terminal on the three standard streams; yields the stdout that was there before."""
    import fcntl

    # From 3 on: where a standard stream was closed, a plain `dup` would return its number.
    saved = fcntl.fcntl(1, fcntl.F_DUPFD_CLOEXEC, 3)
    terminal = os.open(TERMINAL, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(terminal, number)
    if terminal > 2:
        os.close(terminal)
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            # The stream was closed when the program began; its descriptor is open again now.
            stream = os.fdopen(number, "w" if number else "r", encoding="utf-8", closefd=False)
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
    with os.fdopen(saved, "w", encoding="utf-8") as stdout:
        yield stdout


def explore(options: Options) -> int:
    """Open the explorer on a terminal and return its exit code; 3 where the plan cannot be read.

    To pick, the terminal is put on the standard streams, and the id that was chosen is printed to the stdout that was
    there before; without a choice the code is 130.

    Raises:
        ReasonedError: There is no such theme.
    """
    from cli.launch import run

    try:
        if not options.pick:
            return run(options)[0]
        with on_terminal() as stdout:
            code, chosen = run(options)
            if chosen:
                stdout.write(f"{chosen}\n")
            return code
    except (FormError, PlanError) as error:
        say(plan_errors(error))
        return 3
