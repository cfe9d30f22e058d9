"""Printing the blocks of a page: coloured on a terminal, plain on a pipe."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

import click

from cli.options import Settings
from cli.streams import emit_raw, is_terminal, say
from plan_data.labels.grades import GRADE_SIGNS
from plan_data.model.entities import GRADES
from widgets.render.blocks import Block, Line, Span, layout
from widgets.render.view_options import ViewOptions, grade_legend
from widgets.render.wrapping import line_width

PIPE_WIDTH = 100
"""Width of output to a pipe or a file, in columns."""
LEAST_TEXT = 8
"""Columns that the text of a row has at least, behind its number; `layout` cuts the number off for it."""
WIDEST = 120
"""Most columns on a terminal: longer lines are hard to read."""

_BOLD, _DOUBT, _BAD = {"bold": True}, {"fg": "magenta"}, {"fg": "red", "bold": True}
_MATCH = {"bold": True, "underline": True}
_LIT = {"fg": "black", "bg": "yellow"}
STYLES: dict[str, dict[str, Any]] = {
    **dict.fromkeys(("title", "figure", "strong", "key", "term", "heading", "head"), _BOLD),
    **dict.fromkeys(("doubt", "note-doubt", "note-sic", "state-loose", "state-moved"), _DOUBT),
    **dict.fromkeys(("bad", "state-ambiguous", "state-missing", "state-unverifiable"), _BAD),
    **dict.fromkeys(("match", "found"), _MATCH),
    "address": {"underline": True},
    "lit": _LIT,
}
"""Name of a style to the arguments of `click.style`, as in the theme `ansi`: legible on black and on white.

As texts only magenta and red are; blue, green, cyan, yellow and dim text are not, on one of the two.
"""

_ASCII_SIGNS = {ord(sign.sign): sign.ascii for sign in GRADE_SIGNS.values()}


def coloured() -> bool:
    """Return whether to use colours: on a terminal that has them, unless a variable asks for something else.

    The first of these that is set and not empty decides: NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR. That is what
    no-color.org, force-color.org and bixense.com/clicolors ask for. Where they differ: NO_COLOR wins, as in two of the
    three; FORCE_COLOR=0 means no colours, as in Node, which had the variable first.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if force := os.environ.get("FORCE_COLOR"):
        return force.casefold() not in ("0", "false")
    if os.environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return is_terminal(sys.stdout) and os.environ.get("CLICOLOR") != "0" and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return the width of the output in columns."""
    if not is_terminal(sys.stdout):
        return PIPE_WIDTH
    return max(20, min(WIDEST, shutil.get_terminal_size().columns))


def print_blocks(blocks: Sequence[Block]) -> None:
    """Print blocks. Control characters in their texts are escaped already; only our colours are not."""
    emit_raw(render(blocks))


def say_signs(blocks: Sequence[Block], lang: str) -> None:
    """Say on stderr what the signs of grades in blocks mean, where a person reads them."""
    if not is_terminal(sys.stdout):
        return
    styles = {span.style for block in blocks for span in (*block.lead, *block.spans, *block.right)}
    found = [grade for grade in GRADES if f"grade-{grade}" in styles]
    legend = grade_legend(found, ViewOptions(width(), lang, _ascii_signs()))
    if legend:
        say("".join(span.text for span in legend))


def _ascii_signs() -> bool:
    context = click.get_current_context(silent=True)
    settings = context.find_object(Settings) if context else None
    return settings is not None and settings.ascii_signs


def render(blocks: Sequence[Block]) -> str:
    """Return blocks as text, with a line feed after each line."""
    colour = coloured()
    ascii_signs = _ascii_signs()
    lines = []
    for found in _rows(blocks, width()):
        line = [_in_ascii(span) for span in found] if ascii_signs else found
        if colour:
            parts = [click.style(s.text, **STYLES[s.style]) if s.style in STYLES else s.text for s in line]
            lines.append("".join(parts))
        else:
            lines.append("".join(span.text for span in line).rstrip())
    return "".join(f"{line}\n" for line in lines)


def _rows(blocks: Sequence[Block], room: int) -> Iterator[Line]:
    """Yield the lines of blocks; nothing of a number is cut off, and no id is left out.

    The explorer can do without: there a row is opened. Whoever reads a page types the id to see more.
    """
    whole = [
        replace(block, spans=(*block.lead, *block.spans), lead=()) if _is_cut(block, room) else block
        for block in blocks
    ]
    for number, rows in groupby(layout(whole, room), key=lambda row: row.block):
        lines = [row.line for row in rows]
        yield from lines
        block = whole[number] if number >= 0 else Block(())
        for span in block.right:
            if span.style == "id" and span.text.strip() and not any(span in line for line in lines):
                yield (Span(" " * min(block.indent + 2, room // 4)), span._replace(text=span.text.strip()))


def _is_cut(block: Block, room: int) -> bool:
    """Return whether what stands before the text of a block would be cut off."""
    return bool(block.lead) and block.indent + line_width(block.lead) > room - LEAST_TEXT


def _in_ascii(span: Span) -> Span:
    """Return a span with the sign of a grade in ASCII; other texts are unchanged."""
    if not span.style.startswith("grade-"):
        return span
    return span._replace(text=span.text.translate(_ASCII_SIGNS))
