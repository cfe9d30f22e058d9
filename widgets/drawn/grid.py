"""A page whose rows have cells: the cursor goes from cell to cell, and Enter follows the cell that it is on."""

from __future__ import annotations

from collections.abc import Mapping

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from plan_data.labels.signs import FOCUS
from widgets.drawn.page import MARGIN, Page
from widgets.drawn.textual_fixes import is_followed
from widgets.render.blocks import Block
from widgets.render.table_layout import Spot


class Grid(Page):
    """A page of blocks, some of which have several spots that lead somewhere."""

    folds_sections = False
    widest = 0

    def __init__(self, *, id: str | None = None) -> None:
        """Make an empty grid."""
        super().__init__(id=id)
        self.spots: Mapping[int, tuple[Spot, ...]] = {}
        self.x = 0
        """Column that the cursor keeps from row to row, in cells: it is on the spot that starts nearest to it."""

    def fill(self, blocks: list[Block], spots: Mapping[int, tuple[Spot, ...]], *, keep: bool = False) -> None:
        """Show other blocks with their spots; `keep` leaves scroll and cursor where they are."""
        self.spots = spots
        self.show(blocks, keep=keep)

    def spot(self) -> Spot | None:
        """Return the spot under the cursor."""
        row = self.spots.get(self.cursor, ())
        return min(row, key=lambda spot: abs(spot.start - self.x), default=None)

    @property
    def target(self) -> str:
        """Where the spot under the cursor leads, or ""."""
        spot = self.spot()
        return spot.target if spot else super().target

    def sideways(self, by: int) -> bool:
        """Go to the next or previous spot of the row, else of the nearest row that has one on that side.

        Returns:
            Whether there was one.
        """
        here = self.spot()
        if here is None:
            return False
        candidates = [
            (abs(block - self.cursor), abs(spot.start - here.start), block, spot.start)
            for block, row in self.spots.items()
            for spot in row
            if (spot.start - here.start) * by > 0
        ]
        if not candidates:
            return False
        *_, block, self.x = min(candidates)
        self.stand_on(block)
        return True

    def stand_on_target(self, target: str) -> None:
        """Put the cursor on the spot or block that leads somewhere, or on the first stop."""
        for block, row in self.spots.items():
            for spot in row:
                if target and spot.target == target:
                    self.x = spot.start
                    self.stand_on(block)
                    return
        stops = self.stops()
        found = next((i for i in stops if target and self.blocks[i].target == target), stops[0] if stops else -1)
        self.stand_on(found)

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked spot; the page's own handler, which is called next, follows it."""
        y = event.y + self.scroll_offset.y
        if is_followed(event) and 0 <= y < len(self.lines):
            row = self.spots.get(self.lines[y].block, ())
            inside = [spot.start for spot in row if spot.start <= event.x - MARGIN < spot.start + spot.width]
            self.x = inside[0] if inside else 0

    def render_line(self, y: int) -> Strip:
        """Draw one line, the cursor on its spot alone."""
        at = y + self.scroll_offset.y
        block = self.lines[at].block if at < len(self.lines) else -1
        spot = self.spot() if block == self.cursor >= 0 and self.has_focus else None
        if spot is None or self._first.get(block) != at:
            return super().render_line(y)
        cursor, self.cursor = self.cursor, -1
        strip = super().render_line(y)
        self.cursor = cursor
        start, end = spot.start + MARGIN, min(spot.start + MARGIN + spot.width, strip.cell_length)
        lit = Strip(Segment.apply_style(strip.crop(start, end), post_style=self._inks["cursor"]), end - start)
        pointer = Strip([Segment(FOCUS.drawn(self.ascii_signs), self._base + self._inks["pointer"])], 1)
        return Strip.join([pointer, strip.crop(1, start), lit, strip.crop(end)])
