"""Layouts whose rows and cells lead somewhere: tables, columns next to each other, and rows one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plan_data.text.visible import visible
from widgets.render.blocks import Block
from widgets.render.wrapping import Line, Span, cells, cut, wrap

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
    """Number of a block to where its cells lie; the first spot is the row's left part."""


class Column:
    """Lines that stand next to those of other columns, each with where it leads."""

    def __init__(self, width: int) -> None:
        """Wrap what is added to so many cells."""
        self.width = width
        self.lines: list[tuple[Line, str]] = []

    def add(self, spans: Line, indent: int = 0, target: str = "") -> None:
        """Add a text, wrapped; its first line leads to `target`."""
        room = max(1, self.width - indent)
        for n, line in enumerate(wrap(spans, room, room)):
            self.lines.append(((Span(" " * indent), *line), target if n == 0 else ""))


class LayoutBuilder:
    """Collects the blocks of a view, and where each of them leads."""

    def __init__(self, width: int) -> None:
        """Collect for a view of so many cells."""
        self.width = width
        self.blocks: list[Block] = []
        self.spots: dict[int, tuple[Spot, ...]] = {}

    @property
    def layout(self) -> TableLayout:
        """What was collected."""
        return TableLayout(self.blocks, self.spots)

    def add(self, block: Block, start: int | None = None) -> None:
        """Add a block; one with a target is a spot from its indent, or from `start`, to the right edge."""
        if block.target:
            first = block.indent if start is None else start
            self.spots[len(self.blocks)] = (Spot(first, self.width - first, block.target),)
        self.blocks.append(block)

    def add_layout(self, layout: TableLayout) -> None:
        """Add the rows of another layout."""
        self.spots |= {len(self.blocks) + i: spots for i, spots in layout.spots.items()}
        self.blocks += layout.blocks

    def add_columns(self, columns: Sequence[Column], between: int = 0, *, gap: bool = False) -> None:
        """Add columns next to each other, a block a line.

        Args:
            columns: The columns, from the left.
            between: Cells between two of them.
            gap: Whether an empty line stands before them.
        """
        for y in range(max(len(column.lines) for column in columns)):
            spans: list[Span] = []
            here: list[Spot] = []
            x = used = 0
            for column in columns:
                line, target = column.lines[y] if y < len(column.lines) else ((), "")
                spans += [Span(" " * (x - used)), *line]
                used = x + sum(cells(span.text) for span in line)
                if target:
                    here.append(Spot(x, column.width, target))
                x += column.width + between
            if here:
                self.spots[len(self.blocks)] = tuple(here)
            self.blocks.append(Block(tuple(spans), target=here[0].target if here else "", gap=gap and y == 0))


def lay_out(table: Table, width: int, first: int = 0) -> TableLayout:
    """Lay a table out.

    Args:
        table: The table.
        width: Cells that there are.
        first: The first column that is shown where not all fit; it is brought down to the last that makes sense.
    """
    wide = [
        max(cells(visible(cell.text)) for cell in (head, *(row[2][i] for row in table.rows if i < len(row[2]))))
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
            span = Span(cell.text, cell.style)
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
