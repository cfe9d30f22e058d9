"""A page whose rows have cells: the cursor goes from cell to cell, and Enter follows the cell that it is on.

The first rows may be pinned, such as the heads of a table. What cannot be read off a cell, and what the signs mean,
stands below the rows and does not scroll.
"""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip

from widgets.drawn.page import MARGIN, Page
from widgets.drawn.textual_fixes import is_followed
from widgets.render.blocks import layout
from widgets.render.table_layout import Spot, TableLayout
from widgets.render.wrapping import wrap

SHARE = 3
"""The pinned rows, and those below the rows, each have at most this share of the pane: a third."""


class Grid(Page):
    """A page of blocks, some of which have several spots that lead somewhere."""

    widest = 0

    def __init__(self, *, id: str | None = None) -> None:
        """Make an empty grid."""
        super().__init__(id=id)
        self.table = TableLayout([])
        self.x = 0
        """Column that the cursor keeps from row to row, in cells: it is on the spot that starts nearest to it."""

    def fill(self, table: TableLayout, *, keep: bool = False) -> None:
        """Show another layout; `keep` leaves scroll and cursor where they are."""
        self.table = table
        self.show(table.blocks, keep=keep)

    def fit(self) -> None:
        """Pin as many of the first rows as may be, and say below the rows what the spot under the cursor means."""
        most = self.scrollable_content_region.height // SHARE
        self.pinned = next((lines for lines in map(self._lines_before, self.table.pinned) if lines <= most), 0)
        spot = self.spot()
        says = spot.says() if spot and spot.says else ()
        room = max(1, self.room)
        foot = [*wrap(says, room, room)] if says else []
        foot += [row.line for row in layout(self.table.foot, room)]
        before, self.foot = len(self.foot), tuple(foot[:most])
        if len(self.foot) != before:
            self.set_length()
            # The title bar says how far the pane is scrolled, and `set_length` tells nobody.
            self.mutate_reactive(Grid.scroll_y)
            first = self._first.get(self.cursor, -1)
            if first >= self.sight()[1] > first - len(self.foot):
                self._reveal()

    def _lines_before(self, block: int) -> int:
        """Return the number of lines above a block."""
        while block < len(self.blocks) and block not in self._first:
            block += 1
        line = self._first.get(block, len(self.lines))
        return line - 1 if line and block in self._first and self.lines[line - 1].block < 0 else line

    def spots_of(self, block: int) -> tuple[Spot, ...]:
        """Return the spots of a block; none for -1."""
        return self.blocks[block].spots if 0 <= block < len(self.blocks) else ()

    def spot(self) -> Spot | None:
        """Return the spot under the cursor."""
        row = self.spots_of(self.cursor)
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
        for rows in ((self.cursor,), self._first):
            candidates = [
                (abs(block - self.cursor), abs(spot.start - here.start), block, spot.start)
                for block in rows
                for spot in self.spots_of(block)
                if (spot.start - here.start) * by > 0
            ]
            if candidates:
                *_, block, self.x = min(candidates)
                self.stand_on(block)
                return True
        return False

    def stand_on_target(self, target: str, top: int = 0) -> None:
        """Put the cursor on the spot or block that leads somewhere, else on the first row that has a sentence.

        Args:
            target: Where it leads. Of several spots in a row the one nearest to the cursor's column is taken.
            top: Of several rows the first one at or below this line is taken, where there is one.
        """
        every = range(len(self.blocks)) if target else ()
        rows = [block for block in every if any(spot.target == target for spot in self.spots_of(block))]
        if rows:
            block = next((block for block in rows if self._first.get(block, -1) >= top), rows[0])
            starts = (spot.start for spot in self.spots_of(block) if spot.target == target)
            self.x = min(starts, key=lambda start: abs(start - self.x))
            self.stand_on(block)
            return
        stops = self.stops()
        # The heads of a matrix lead somewhere too.
        heads = min(self.table.pinned, default=0) if self.table.crossed else 0
        first = next((i for i in stops if i >= heads and any(spot.says for spot in self.spots_of(i))), -1)
        if first < 0:
            first = next((i for i in stops if self.blocks[i].target), stops[0] if stops else -1)
        self.stand_on(next((i for i in stops if target and self.blocks[i].target == target), first))

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked spot; the page's own handler, which is called next, follows it."""
        y = self.line_at(event.y)
        if is_followed(event) and y >= 0:
            row = self.spots_of(self.lines[y].block)
            inside = [spot.start for spot in row if spot.start <= event.x - MARGIN < spot.start + spot.width]
            self.x = inside[0] if inside else 0

    def render_line(self, y: int) -> Strip:
        """Draw a row of the pane, the cursor on its spot alone; in a matrix the spot's row and column are lit too."""
        at = self.line_at(y)
        block = self.lines[at].block if at >= 0 else -1
        row = self.spots_of(block)
        spot = self.spot() if row and self.has_focus else None
        is_here = block == self.cursor
        if spot is None or not (is_here or self.table.crossed) or len(row) == 1 or self._first.get(block) != at:
            return super().render_line(y)
        strip = self._strip(self.lines[at].line, pointed=is_here)
        ink = self._inks
        if not self.table.crossed:
            return self._lit(strip, spot, ink["cursor"])
        if is_here:
            last = row[-1]
            strip = self._lit(strip, row[0]._replace(width=last.start + last.width - row[0].start), ink["cross"])
            # Bold black is grey in many terminals of 16 colours.
            return self._lit(strip, spot, ink["focus"] + Style(bold=False))
        for other in row:
            if other.start == spot.start:
                strip = self._lit(strip, other, ink["cross"])
        return strip

    def _lit(self, strip: Strip, spot: Spot, style: Style) -> Strip:
        """Return a row with a style over a spot."""
        start, end = spot.start + MARGIN, min(spot.start + MARGIN + spot.width, strip.cell_length)
        lit = Strip(Segment.apply_style(strip.crop(start, end), post_style=style), end - start)
        return Strip.join([strip.crop(0, start), lit, strip.crop(end)])
