"""Layouts whose rows and cells lead somewhere: tables, columns next to each other, and rows one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plan_data.labels.view_words import MORE_COLUMNS
from plan_data.text.visible import visible
from widgets.render.blocks import Block
from widgets.render.wrapping import Line, Span, cells, cut, line_width, wrap

GAP = 2
"""Cells between two columns, unless a table says otherwise."""


class Cell(NamedTuple):
    """A cell of a row."""

    text: str
    """Its text, a few letters."""
    target: str = ""
    """What Enter opens."""
    style: str = "text"
    """Name of its style."""


class Spot(NamedTuple):
    """The range of a line that a cell covers."""

    start: int
    """Where it begins, in cells of the terminal."""
    width: int
    """Its width in cells of the terminal."""
    target: str
    """What Enter opens."""


class Table(NamedTuple):
    """Rows against columns."""

    heads: tuple[Cell, ...]
    """The columns' heads."""
    rows: tuple[tuple[Line, str, tuple[Cell, ...]], ...]
    """For each row its label, the target of the label, and its cells. A row without cells is the heading of a group."""
    least: int = 16
    """Least width of the labels, in cells of the terminal."""
    gap: int = GAP
    """Cells of the terminal between two columns."""


class TableLayout(NamedTuple):
    """A view as blocks, with the ranges that lead somewhere."""

    blocks: list[Block]
    """Its blocks."""
    spots: Mapping[int, tuple[Spot, ...]]
    """Number of a block to its spots; in a table the first one is the label of the row."""


class Column:
    """The lines of one of several columns side by side, each with its target."""

    def __init__(self, width: int) -> None:
        """Make an empty column of this width in cells."""
        self.width = width
        self.lines: list[tuple[Line, str]] = []

    def add(self, spans: Line, indent: int = 0, target: str = "") -> None:
        """Add a text, wrapped; its first line has the target."""
        room = max(1, self.width - indent)
        for n, line in enumerate(wrap(spans, room, room)):
            self.lines.append(((Span(" " * indent), *line), target if n == 0 else ""))


class LayoutBuilder:
    """Collects the blocks of a view and their spots."""

    def __init__(self, width: int) -> None:
        """Make an empty layout of this width in cells."""
        self.width = width
        self.blocks: list[Block] = []
        self.spots: dict[int, tuple[Spot, ...]] = {}

    @property
    def layout(self) -> TableLayout:
        """The blocks and spots collected so far."""
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
        """Add columns side by side, one block for each line.

        Args:
            columns: The columns, from the left.
            between: Cells between two of them.
            gap: Whether an empty line comes before them.
        """
        for y in range(max(len(column.lines) for column in columns)):
            spans: list[Span] = []
            here: list[Spot] = []
            x = used = 0
            for column in columns:
                line, target = column.lines[y] if y < len(column.lines) else ((), "")
                spans += [Span(" " * (x - used)), *line]
                used = x + line_width(line)
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
        width: Its width in cells.
        first: The first column to show where not all fit; reduced where all later ones fit too.
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
        # On a wide screen the cells stay next to their labels.
        longest = max((line_width(row[0]) for row in table.rows if row[2]), default=0)
        label = min(label, max(longest, table.least))
    blocks: list[Block] = []
    spots: dict[int, tuple[Spot, ...]] = {}
    hidden = len(wide) - len(shown)
    note = MORE_COLUMNS[hidden == 1].format(hidden) if hidden else ""
    rows = [((Span(note, "muted"),), "", table.heads), *table.rows]
    for n, (left, target, row) in enumerate(rows):
        if n and not row:
            blocks.append(Block(cut(left, width), gap=True))
            continue
        text = cut(left, label)
        spans = [*text, Span(" " * (label - line_width(text)))]
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
    """Return the first column to show: `first`, or an earlier one where all later ones fit."""
    at, used = len(wide), 0
    while at > 0 and used + wide[at - 1] + gap <= room:
        at -= 1
        used += wide[at] + gap
    return min(max(0, first), at)
