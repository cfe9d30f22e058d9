"""Columns of lines next to each other, each line with where it leads."""

from __future__ import annotations

from collections.abc import Sequence

from widgets.render.blocks import Block
from widgets.render.table_layout import Spot
from widgets.render.wrapping import Line, Span, cells, wrap


class Column:
    """The lines of one column."""

    def __init__(self, width: int) -> None:
        """Wrap what is added to so many cells."""
        self.width = width
        self.lines: list[tuple[Line, str]] = []

    def add(self, spans: Line, indent: int = 0, target: str = "") -> None:
        """Add a text, wrapped; its first line leads to `target`."""
        room = max(1, self.width - indent)
        for n, line in enumerate(wrap(spans, room, room)):
            self.lines.append(((Span(" " * indent), *line), target if n == 0 else ""))


def abreast(
    columns: Sequence[Column],
    between: int,
    blocks: list[Block],
    spots: dict[int, tuple[Spot, ...]],
    *,
    gap: bool = False,
) -> None:
    """Put columns next to each other, a block a line, and note where each line leads.

    Args:
        columns: The columns, from the left.
        between: Cells between two of them.
        blocks: What the lines are added to.
        spots: What their spots are added to, by place of the block.
        gap: Whether an empty line stands before them.
    """
    for y in range(max((len(column.lines) for column in columns), default=0)):
        spans: list[Span] = []
        here: list[Spot] = []
        at = used = 0
        for column in columns:
            line, target = column.lines[y] if y < len(column.lines) else ((), "")
            spans += [Span(" " * (at - used)), *line]
            used = at + sum(cells(span.text) for span in line)
            if target:
                here.append(Spot(at, column.width, target))
            at += column.width + between
        if here:
            spots[len(blocks)] = tuple(here)
        blocks.append(Block(tuple(spans), target=here[0].target if here else "", gap=gap and y == 0))
