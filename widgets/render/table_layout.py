"""A table whose every cell leads somewhere: rows of blocks with cells of fixed places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from widgets.render.blocks import Block
from widgets.render.wrapping import Line, Span, cells, cut

GAP = 2
"""Cells between two columns, unless a table says otherwise."""


class Cell(NamedTuple):
    """A cell of a row."""

    text: str
    """What stands there, in few letters."""
    target: str = ""
    """Where Enter leads from it."""
    style: str = "text"
    """Its style."""

    @property
    def span(self) -> Span:
        """What is drawn of it."""
        return Span(self.text, self.style)


class Spot(NamedTuple):
    """Where a cell was laid."""

    start: int
    """First column of the screen that it covers, in cells."""
    width: int
    """How many it covers."""
    target: str
    """Where Enter leads from it."""


class Table(NamedTuple):
    """Rows against columns."""

    heads: tuple[Cell, ...]
    """The columns' heads."""
    rows: tuple[tuple[Line, str, tuple[Cell, ...]], ...]
    """For each row what stands at its left, where that leads, and its cells. A row without cells heads a group."""
    least: int = 16
    """Cells that the rows' left part has at least."""
    gap: int = GAP
    """Cells between two columns."""


class TableLayout(NamedTuple):
    """A table laid out."""

    blocks: list[Block]
    """Its rows, the heads first."""
    spots: Mapping[int, tuple[Spot, ...]]
    """Place of a block to where its cells lie; the first spot is the row's left part."""


def lay_out(table: Table, width: int, first: int = 0) -> TableLayout:
    """Lay a table out.

    Args:
        table: The table.
        width: Cells that there are.
        first: The first column that is shown where not all fit; it is brought down to the last that makes sense.
    """
    wide = [
        max([cells(head.span.text), *(cells(row[2][i].span.text) for row in table.rows if i < len(row[2]))])
        for i, head in enumerate(table.heads)
    ]
    room = width - table.least
    shown: list[int] = []
    for i in range(shown_from(wide, room, first, table.gap), len(wide)):
        if sum(wide[k] + table.gap for k in (*shown, i)) > room:
            break
        shown.append(i)
    label = width - sum(wide[k] + table.gap for k in shown)
    if len(shown) == len(wide):
        # A wide screen does not tear the cells away from what they belong to.
        longest = max((sum(cells(span.text) for span in row[0]) for row in table.rows if row[2]), default=0)
        label = min(label, max(longest, table.least))
    blocks: list[Block] = []
    spots: dict[int, tuple[Spot, ...]] = {}
    hidden = len(wide) - len(shown)
    note = f"{hidden} more column{'s' if hidden > 1 else ''}" if hidden else ""
    rows = [((Span(note, "muted"),), "", table.heads), *table.rows]
    for n, (left, target, row) in enumerate(rows):
        if n and not row:
            blocks.append(Block(cut(left, width), gap=True))
            continue
        text = cut(left, label)
        spans = [*text, Span(" " * (label - sum(cells(span.text) for span in text)))]
        here = [Spot(0, label, target)]
        at = label
        for k in shown:
            cell = row[k]
            span = cell.span
            spans += [Span(" " * (table.gap + wide[k] - cells(span.text))), span]
            here.append(Spot(at + table.gap, wide[k], cell.target))
            at += table.gap + wide[k]
        spots[len(blocks)] = tuple(here)
        blocks.append(Block(tuple(spans), target=target or next((spot.target for spot in here if spot.target), "")))
    return TableLayout(blocks, spots)


def shown_from(wide: Sequence[int], room: int, first: int, gap: int = GAP) -> int:
    """Return the first column to show: `first`, or an earlier one where all behind it fit."""
    at, used = len(wide), 0
    while at > 0 and used + wide[at - 1] + gap <= room:
        at -= 1
        used += wide[at] + gap
    return min(max(0, first), at)
