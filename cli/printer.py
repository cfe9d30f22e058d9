"""Printing the blocks of a page: coloured on a terminal, plain on a pipe."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from typing import Any

import click

from cli.options import Settings
from cli.streams import emit_raw, is_terminal
from plan_data.labels.grades import GRADE_SIGNS
from widgets.render.blocks import Block, Span, layout

PIPE_WIDTH = 100
"""Columns of text that goes to a pipe or a file."""
WIDEST = 120
"""Columns of text on a terminal, at most: longer lines are hard to read."""

STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True},
    "heading": {"fg": "yellow"},
    "role": {"fg": "magenta"},
    "muted": {"dim": True},
    "id": {"dim": True},
    "cite": {"dim": True},
    "gap": {"dim": True},
    "number": {"fg": "cyan"},
    "key": {"fg": "cyan"},
    "link": {"fg": "blue"},
    "address": {"fg": "blue", "underline": True},
    "figure": {"bold": True},
    "lit": {"bold": True, "fg": "yellow"},
    "grade-attached": {"fg": "green", "bold": True},
    "grade-quoted": {"fg": "green"},
    "grade-reported": {"fg": "cyan"},
    "grade-unchecked": {"dim": True},
    "note-sic": {"fg": "red"},
    "note-doubt": {"fg": "red"},
    "note-gloss": {"fg": "cyan"},
    "state-missing": {"fg": "red", "bold": True},
    "state-ambiguous": {"fg": "red", "bold": True},
    "state-unverifiable": {"fg": "red", "bold": True},
    "state-moved": {"fg": "yellow"},
    "state-loose": {"fg": "yellow"},
    "state-verbatim": {"dim": True},
}
"""Name of a style to what `click.style` takes."""

_ASCII_SIGNS = {ord(sign.sign): sign.ascii for sign in GRADE_SIGNS.values()}


def coloured() -> bool:
    """Return whether stdout is to be coloured: a terminal, and NO_COLOR is not set."""
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return how many columns there are to print in."""
    if not is_terminal(sys.stdout):
        return PIPE_WIDTH
    return max(20, min(WIDEST, shutil.get_terminal_size().columns))


def print_blocks(blocks: Sequence[Block]) -> None:
    """Print blocks. Their spans have made visible what would act; the colours are ours."""
    emit_raw(render(blocks))


def render(blocks: Sequence[Block]) -> str:
    """Return blocks as text, a line feed behind each line."""
    colour = coloured()
    context = click.get_current_context(silent=True)
    settings = context.find_object(Settings) if context else None
    ascii_signs = settings is not None and settings.ascii_signs
    lines = []
    for row in layout(blocks, width()):
        line = [_in_ascii(span) for span in row.line] if ascii_signs else row.line
        if colour:
            parts = [click.style(s.text, **STYLES[s.style]) if s.style in STYLES else s.text for s in line]
            lines.append("".join(parts))
        else:
            lines.append("".join(span.text for span in line).rstrip())
    return "".join(f"{line}\n" for line in lines)


def _in_ascii(span: Span) -> Span:
    """Return a span with the sign of its grade in ASCII; text of the plan is left alone."""
    if not span.style.startswith("grade-"):
        return span
    return span._replace(text=span.text.translate(_ASCII_SIGNS))
