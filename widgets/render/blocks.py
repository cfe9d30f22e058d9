"""Blocks of styled text, and their layout in lines of a given width in cells.

The screen and the printing commands draw the same lines.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from widgets.render.wrapping import Line, Span, cut, cut_words, line_width, one_line, wrap

__all__ = ["Block", "Line", "Row", "Says", "Span", "Spot", "layout", "text_block"]


Says = Callable[[], Line]
"""Returns in words what a spot means, and how far that is supported. It is said while the cursor is on the spot."""


class Spot(NamedTuple):
    """The range of a line that a cell covers."""

    start: int
    """Where it begins, in cells of the terminal."""
    width: int
    """Its width in cells of the terminal."""
    target: str
    """What Enter opens."""
    says: Says | None = None
    """What it means in words."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or row of a page."""

    spans: tuple[Span, ...]
    """Its text; it is wrapped to the remaining width."""
    lead: tuple[Span, ...] = ()
    """Text before the first line only: a sign, a number, a margin."""
    right: tuple[Span, ...] = ()
    """Text at the right edge of the first line: a grade, a count. Trailing spans are dropped where room is short."""
    indent: int = 0
    """Cells before `lead`."""
    hang: int | None = None
    """Cells before the second and further lines; None for the width of `indent` and `lead`."""
    target: str = ""
    """What Enter opens; the cursor can be on a block with a target."""
    section: str = ""
    """The section of which it is the heading; the cursor can be on it, and it folds the section."""
    member: str = ""
    """The section that it belongs to; it is left out while that is folded."""
    gap: bool = False
    """Whether an empty line comes before it."""
    short: bool = False
    """Whether it is one line in one style, of which the last words are left out where they do not fit."""
    least: int = 0
    """Cells of the page below which it is left out."""
    spots: tuple[Spot, ...] = ()
    """The parts of its line that lead somewhere; in a table the first one is the label of the row."""
    most: int = 9_999
    """Cells of the page above which it is left out."""


def text_block(text: str, style: str, **parts: Any) -> Block:
    """Return a block of one text in one style; `parts` are the other fields of the block."""
    return Block((Span(text, style),), **parts)


FOLDED_AT_FIRST = frozenset({"guess", "above", "members", "quote-notes"})
"""Sections that are folded until the reader unfolds them: our guesses, an ancestor's quotes, a long list in a narrow
card, what is in doubt about the quotes of a conflict. So are those whose names begin with `plan.`, the details on the
first screen."""


def starts_folded(section: str) -> bool:
    """Return whether a section is folded until the reader unfolds it."""
    return section in FOLDED_AT_FIRST or section.startswith("plan.")


class Row(NamedTuple):
    """One line of a page."""

    line: Line
    """Its spans; they fill no more than the width."""
    block: int
    """Number of its block; -1 for an empty line."""


def layout(blocks: Sequence[Block], width: int, folded: Collection[str] = ()) -> list[Row]:
    """Lay blocks out in rows of at most `width` cells, without those in a folded section or for other widths."""
    rows: list[Row] = []
    hidden = set(folded)
    for i, block in enumerate(blocks):
        if block.member and block.member in hidden:
            # With a section inside a folded one all that belongs to it is left out.
            hidden.update(filter(None, (block.section,)))
            continue
        if not block.least <= width <= block.most:
            continue
        if block.gap and rows:
            rows.append(Row((), -1))
        rows.extend(Row(line, i) for line in _lines(block, width))
    return rows


def _lines(block: Block, width: int) -> Iterable[Line]:
    lead = one_line((Span(" " * block.indent), *block.lead) if block.indent else block.lead)
    lead_width = line_width(lead)
    hang = lead_width if block.hang is None else block.hang
    if lead_width > width - 8:
        lead, lead_width, hang = cut(lead, max(0, width - 8)), max(0, width - 8), min(hang, 2)
    hang = min(hang, max(0, width - 8))
    right = one_line(block.right)
    right_width = line_width(right)
    own = line_width(block.spans)
    while len(right) > 1 and width - lead_width - right_width - 1 < min(own, 32):
        right = right[:-1]
        right_width = line_width(right)
    room = width - lead_width - (right_width + 1 if right_width else 0)
    if right_width and room < 8:
        right_width, room = 0, width - lead_width
    wrapped: Sequence[Line]
    if block.short and own > room:
        text = "".join(span.text for span in block.spans)
        wrapped = [(Span(cut_words(text, room), block.spans[0].style),)]
    else:
        wrapped = wrap(block.spans, max(1, room), max(1, width - hang))
    for n, line in enumerate(wrapped):
        if n:
            yield (Span(" " * hang), *line) if hang else line
            continue
        if right_width:
            used = lead_width + line_width(line)
            line = (*line, Span(" " * (width - used - right_width)), *right)
        yield (*lead, *line)
