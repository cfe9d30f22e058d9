"""The way in.

The explorer that is started with plain options goes past click, whose import would be a tenth of its first frame;
everything else, and all that is wrong, is click's.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Any

from cli.streams import COMPLETES, steady_streams
from plan_data.folders import SHIPPED, expanded
from plan_data.model.entities import LANGUAGES


def plain_options(words: Sequence[str]) -> dict[str, Any] | None:
    """Return what `explore` takes, where the words are nothing but plain options of the explorer; else None."""
    options: dict[str, Any] = {"folder": SHIPPED}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--ascii":
            options["ascii_signs"] = True
            continue
        value = rest.pop(0) if rest else "-"
        if value.startswith("-"):
            return None
        if word == "--plan" and value:
            options["folder"] = expanded(value)
        elif word == "--lang" and value in LANGUAGES:
            options["lang"] = value
        else:
            return None
    return options


def was_interrupted(error: BaseException | None) -> bool:
    """Return whether an exception comes of ctrl+c: Python 3.11 makes another one of it while it makes a class."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def tell_fault(error: Exception) -> int:
    """Tell of a fault in the program in one line, and return its exit code. Loads what it needs only now."""
    from cli.streams import flush, say
    from plan_data.faults import EXIT_CODE, describe, keep_details, last_line

    flush()
    say(last_line(describe(error), "", keep_details(error)))
    return EXIT_CODE


def main(args: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    options = None if COMPLETES in os.environ else plain_options(sys.argv[1:] if args is None else args)
    # What is imported and read stays: to look for garbage in it, over and over, costs a tenth of the start.
    gc.disable()
    try:
        if options is None:
            from cli.app import main as whole

            return whole(args)
        from cli.explorer import explore, has_terminal

        with steady_streams() as end:
            end.code = explore(**options) if has_terminal() else 2
        return end.code
    except KeyboardInterrupt:
        # While a large plan is being read; the explorer itself has the key.
        return 130
    except Exception as error:
        return 130 if was_interrupted(error) else tell_fault(error)
    finally:
        gc.enable()
