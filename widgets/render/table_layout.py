"""Layouts whose rows and cells lead somewhere: tables, columns next to each other, and rows one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from plan_data.text.visible import visible
from widgets.render.blocks import Block, Says, Spot
from widgets.render.wrapping import Line, Span, cells, cut, cut_words, line_width, wrap

__all__ = [
    "Cell",
    "Column",
    "Item",
    "LayoutBuilder",
    "Says",
    "Spot",
    "Table",
    "TableLayout",
    "TableRow",
    "fitting",
    "lay_out",
    "place_of",
]

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
    says: Says | None = None
    """What it means in words."""
    more: str = ""
    """Text behind it that stands aside."""

    @property
    def width(self) -> int:
        """Its width in cells of the terminal."""
        return cells(visible(self.text)) + cells(visible(self.more))


class Item(NamedTuple):
    """One of several things in a row that is wrapped between them."""

    text: str
    """Its text."""
    style: str = "link"
    """Name of its style."""
    target: str = ""
    """What Enter opens; "" for words between the others."""
    says: Says | None = None
    """What it means in words."""
    after: str = ""
    """What stands between it and the next one."""
    needs: int = 0
    """Cells that must be left on its line, its own included, else it begins another one."""


class TableRow(NamedTuple):
    """A row of a table."""

    label: Line
    """Its label; what does not fit in is cut."""
    target: str = ""
    """What Enter on the label opens."""
    cells: tuple[Cell, ...] = ()
    """Its cells; a row without any is the heading of a group."""
    says: Says | None = None
    """What the row means in words."""


class Table(NamedTuple):
    """Rows against columns."""

    heads: tuple[Cell, ...]
    """The columns' heads."""
    rows: tuple[TableRow, ...]
    """The rows."""
    label: int
    """Width of the labels, in cells of the terminal."""
    gap: int = GAP
    """Cells of the terminal between two columns."""


class TableLayout(NamedTuple):
    """A view as blocks, with the ranges that lead somewhere."""

    blocks: list[Block]
    """Its blocks."""
    pinned: tuple[int, ...] = ()
    """How many of the first blocks do not scroll: the first of these numbers whose rows leave room for the others."""
    foot: Sequence[Block] = ()
    """What stands below the rows and does not scroll: what the signs mean."""
    crossed: bool = False
    """Whether it is a matrix: row and column of the cursor are lit."""
    about: str = ""
    """What it shows, in a few words: in the title bar."""
    orders: tuple[str, ...] = ()
    """How its rows can be sorted, the present order first; () where there is no choice."""

    @property
    def spots(self) -> dict[int, tuple[Spot, ...]]:
        """Number of a block to its spots, of those that have any."""
        return {i: block.spots for i, block in enumerate(self.blocks) if block.spots}

    @property
    def printed(self) -> list[Block]:
        """The blocks and what stands below them, for a page that has no cursor."""
        return [*self.blocks, *self.foot]


def place_of(target: str) -> tuple[str, str]:
    """Return what a target opens: an id, and a quote of it or "".

    A target is `ID` or `ID@QUOTE`; what may stand behind a `#` tells apart the rows that lead to one place.
    """
    id_, _, quote = target.partition("#")[0].partition("@")
    return id_, quote


class Column:
    """The lines of one of several columns side by side, each with its target."""

    def __init__(self, width: int) -> None:
        """Make an empty column of this width in cells."""
        self.width = width
        self.lines: list[tuple[Line, str, Says | None]] = []

    def add(self, spans: Line, indent: int = 0, target: str = "", *, hang: int = 0, says: Says | None = None) -> None:
        """Add a text, wrapped; its first line has the target, the others begin `hang` cells further in."""
        room = max(1, self.width - indent)
        for n, line in enumerate(wrap(spans, room, max(1, room - hang))):
            before = Span(" " * (indent + hang if n else indent))
            self.lines.append(((before, *line), "" if n else target, None if n else says))


class LayoutBuilder:
    """Collects the blocks of a view."""

    def __init__(self, width: int) -> None:
        """Make an empty layout of this width in cells."""
        self.width = width
        self.blocks: list[Block] = []

    @property
    def layout(self) -> TableLayout:
        """The blocks collected so far."""
        return TableLayout(self.blocks)

    def add(self, block: Block, start: int | None = None, says: Says | None = None) -> None:
        """Add a block; one with a target is a spot from its indent, or from `start`, to the right edge."""
        if block.target:
            first = block.indent if start is None else start
            block = replace(block, spots=(Spot(first, self.width - first, block.target, says),))
        self.blocks.append(block)

    def add_layout(self, layout: TableLayout) -> None:
        """Add the rows of another layout."""
        self.blocks += layout.blocks

    def add_flow(self, label: Cell, items: Sequence[Item], start: int, *, indent: int = 0, member: str = "") -> None:
        """Add a row of a label and things that lead somewhere; they are wrapped, one block for each line.

        Args:
            label: What stands before them; it is a spot that begins at the left edge, unless it has no text.
            items: The things; one that is wider than the room loses whole words.
            start: Where they begin, in cells; they begin below a label that reaches as far.
            indent: Cells before the label.
            member: The section that they belong to.
        """
        spans: list[Span] = []
        spots: list[Spot] = []
        x, after = 0, ""

        def end_line() -> None:
            nonlocal x, after
            if after.rstrip():
                spans.append(Span(after.rstrip(), "text"))
            target = next((spot.target for spot in spots if spot.target), "")
            self.blocks.append(Block(tuple(spans), target=target, member=member, spots=tuple(spots)))
            spans.clear()
            spots.clear()
            x, after = 0, ""

        if label.text:
            spans.append(Span(" " * indent + label.text, label.style))
            x = line_width(spans)
            spots.append(Spot(0, min(x, self.width), label.target, label.says))
            if x >= start:
                end_line()
        for item in items:
            text = cut_words(item.text, self.width - start - cells(item.after.rstrip()))
            wide = cells(text)
            if x > start and x + max(wide + cells(item.after.rstrip()), item.needs) > self.width:
                end_line()
            spans.append(Span(" " * (start - x) if x < start else after, "text"))
            x, after = max(x, start), item.after
            spans.append(Span(text, item.style))
            if item.target:
                spots.append(Spot(x, wide, item.target, item.says))
            x += wide + cells(after)
        after = ""
        if spans:
            end_line()

    def add_columns(
        self, columns: Sequence[Column], between: int = 0, *, indent: int = 0, gap: bool = False, member: str = ""
    ) -> None:
        """Add columns side by side, one block for each line.

        Args:
            columns: The columns, from the left.
            between: Cells between two of them.
            indent: Cells before the first one.
            gap: Whether an empty line comes before them.
            member: The section that they belong to.
        """
        for y in range(max(len(column.lines) for column in columns)):
            spans: list[Span] = []
            here: list[Spot] = []
            x, used = indent, 0
            for column in columns:
                line, target, says = column.lines[y] if y < len(column.lines) else ((), "", None)
                spans += [Span(" " * (x - used)), *line]
                used = x + line_width(line)
                if target:
                    here.append(Spot(x, column.width, target, says))
                x += column.width + between
            target = here[0].target if here else ""
            block = Block(tuple(spans), target=target, gap=gap and y == 0, member=member, spots=tuple(here))
            self.blocks.append(block)


def lay_out(table: Table) -> TableLayout:
    """Lay a table out: the heads, then the rows. Its columns are as wide as their widest cell."""
    wide = [
        max(cell.width for cell in (head, *(row.cells[i] for row in table.rows if row.cells)))
        for i, head in enumerate(table.heads)
    ]
    blocks: list[Block] = []
    for n, row in enumerate((TableRow((), cells=table.heads), *table.rows)):
        if n and not row.cells:
            blocks.append(Block(row.label, gap=True))
            continue
        text = cut(row.label, table.label)
        spans, used = [*text], line_width(text)
        here = [Spot(0, table.label, row.target, row.says)] if n else []
        at = table.label
        for cell, column in zip(row.cells, wide, strict=True):
            at += table.gap
            if cell.width:
                spans += [Span(" " * (at - used)), Span(cell.text, cell.style), Span(cell.more, "soft")]
                used = at + cell.width
            here.append(Spot(at, column, cell.target, cell.says))
            at += column
        target = next((spot.target for spot in here if spot.target), "")
        blocks.append(Block(tuple(spans), target=target, spots=tuple(here)))
    return TableLayout(blocks)


def fitting(wide: Sequence[int], room: int, gap: int = GAP) -> int:
    """Return how many of the first columns, `wide` cells each, fit into `room` cells with a gap before each."""
    found = 0
    for column in wide:
        room -= gap + column
        if room < 0:
            break
        found += 1
    return found
