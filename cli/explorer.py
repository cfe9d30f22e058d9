"""Opening the explorer, where there is a terminal to open it in. Loads no click."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from cli.streams import is_terminal, plan_errors, say
from plan_data.errors import MAX_BYTES, FormError, PlanError

TERMINAL = "/dev/tty"
"""The terminal that the program runs on, whatever its streams are."""
NEEDS_TERMINAL = (
    "internet-plus: the explorer needs a terminal; these commands print: internet-plus tree, show, find, quotes "
    "(internet-plus --help lists all)"
)
"""What is said where there is no terminal."""


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
    say("internet-plus: --pick needs a terminal to choose on; internet-plus find QUERY prints ids")
    return False


@contextmanager
def on_terminal() -> Iterator[TextIO]:
    """Put the terminal on the three standard streams; yields the stdout that was there before."""
    import fcntl

    # Above the standard ones: where one of these was closed, its number would be given out again.
    kept = fcntl.fcntl(1, fcntl.F_DUPFD_CLOEXEC, 3)
    terminal = os.open(TERMINAL, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(terminal, number)
    if terminal > 2:
        os.close(terminal)
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            # It was closed when the program began, and is there again.
            stream = os.fdopen(number, "w" if number else "r", encoding="utf-8", closefd=False)
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
    with os.fdopen(kept, "w", encoding="utf-8") as stdout:
        yield stdout


def explore(
    folder: Path,
    *,
    at: str = "",
    lang: str | None = None,
    theme: str = "",
    ascii_signs: bool = False,
    max_bytes: int = MAX_BYTES,
    pick: bool = False,
) -> int:
    """Open the explorer on a terminal and return its exit code; 3 where the plan cannot be read.

    To pick, the terminal is put on the standard streams, and the id that was chosen is printed to the stdout that was
    there before; without a choice the code is 130.

    Args:
        folder: The plan's folder.
        at: Id to open at; "" for the root, or where the reader left off.
        lang: `en`, `zh` or `both`; None for the last one used.
        theme: Name of a theme; "" for the reader's own.
        ascii_signs: Draw signs in ASCII.
        max_bytes: Cap on the size of a file.
        pick: Let the reader choose an entry.

    Raises:
        ValueError: There is no such theme.
    """
    from cli.launch import run

    options: dict[str, Any] = {
        "at": at, "lang": lang, "theme": theme, "ascii_signs": ascii_signs, "max_bytes": max_bytes
    }  # fmt: skip
    try:
        if not pick:
            return run(folder, **options)[0]
        with on_terminal() as stdout:
            code, chosen = run(folder, pick=True, **options)
            if chosen:
                stdout.write(f"{chosen}\n")
            return code
    except (FormError, PlanError) as error:
        say(plan_errors(error))
        return 3
