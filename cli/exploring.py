"""Opening the explorer, where there is a terminal to open it in. Loads no click."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from cli.streams import is_terminal, plan_errors, say
from plan_data.failure import MAX_BYTES, FormError, PlanError

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


def explore(
    folder: Path,
    *,
    at: str = "",
    lang: str | None = None,
    theme: str = "",
    ascii_signs: bool = False,
    max_bytes: int = MAX_BYTES,
) -> int:
    """Open the explorer on a terminal and return its exit code; 3 where the plan cannot be read.

    Args:
        folder: The plan's folder.
        at: Id to open at; "" for the root, or where the reader left off.
        lang: `en`, `zh` or `both`; None for the last one used.
        theme: Name of a theme; "" for the reader's own.
        ascii_signs: Draw signs in ASCII.
        max_bytes: Cap on the size of a file.

    Raises:
        ValueError: There is no such theme.
    """
    from tui.start import run

    try:
        return run(folder, at=at, lang=lang, theme=theme, ascii_signs=ascii_signs, max_bytes=max_bytes)
    except (FormError, PlanError) as error:
        say(plan_errors(error))
        return 3
