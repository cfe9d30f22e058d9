"""The pane of the views across the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from textual.message import Message
from textual.reactive import var

from plan_data.exports.views import VIEWS
from plan_data.labels import answers, bars
from plan_data.model.plan import Plan
from tui.commands import first_keys
from tui.panes.pane import PagePane
from widgets.drawn.grid import Grid
from widgets.render.blocks import Block
from widgets.render.table_layout import TableLayout, place_of
from widgets.render.view_options import ViewOptions
from widgets.render.views import view_of
from widgets.render.wrapping import Span

INSIDE = 4
"""Cells before a link that belongs to the row above it, at least."""


class ViewPane(PagePane, Grid):
    """A view across the plan."""

    @dataclass
    class Moved(Message):
        """The cursor is on another row."""

        target: str
        """Where the row leads."""

    view: var[str] = var("", init=False)
    """Name of the view, of `VIEWS`, or "" for none; bound by the screen."""
    bookmarked: var[tuple[str, ...]] = var((), init=False)
    """Ids with a bookmark, the latest first; bound by the screen."""
    noted: var[tuple[tuple[str, str], ...]] = var((), init=False)
    """Ids with a note, each with its text, the latest first; bound by the screen."""
    unread: var[str] = var("", init=False)
    """Why bookmarks and notes cannot be read; "" where they can; bound by the screen."""

    def __init__(self, plan: Plan, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(plan, id=id)
        self.sort: dict[str, str] = {}
        """Name of a view to the order that the reader chose for its rows."""
        self.today = ""
        """The date that is drawn as today's; "" for today's own."""
        self._row = ""
        self._latest = ""
        """The view that was drawn last."""
        self._moved_to = ""
        """Where the row leads that the cursor was on when that was last told."""
        self._top = -1
        """Line that is to be the first in sight, once the view is drawn; -1 for none."""

    def watch_view(self) -> None:
        """Draw another view."""
        if self.view and self.view != self._latest:
            # Whoever comes back to a view is in the same column again.
            self.x = 0
            self._latest = self.view
        self.sought = self._moved_to = ""
        self.draw()

    def draw(self, *, keep: bool = False) -> None:
        """Draw the view for the current width; `keep` leaves scroll and cursor where they are."""
        width = self.room
        if not self.view:
            self.fill(TableLayout([]))
        elif width < 1:
            # The pane was hidden until now: it is drawn again when it gets its size.
            self._width = 0
        else:
            name = self.view.split()[0]
            layout = view_of(name)(self.plan, self.look(width))
            if not layout.spots and VIEWS[name].lists:
                why = bars.NO_ROW if self.sought.strip() else bars.EMPTY_VIEWS[name]
                layout = TableLayout([Block((Span(why.pick(self.lang), "soft"),))])
            self.fill(layout, keep=keep)
            if not keep:
                super().stand_on_target(self._in_sight(self._row), self._top)
                if self._top >= 0:
                    self.scroll_to_line(self._top)
                    self._top = -1

    def fit(self) -> None:
        """Fit what does not scroll to the cursor, and tell where the cursor is."""
        super().fit()
        if self.target != self._moved_to:
            self._moved_to = self.target
            self.post_message(self.Moved(self.target))

    def stand_on_target(self, target: str, top: int = 0) -> None:
        """Put the cursor on the row that leads to a target, now or as soon as the view is drawn."""
        self._row = target
        super().stand_on_target(self._in_sight(target), top)

    def _in_sight(self, target: str) -> str:
        """Return a target to which a spot leads: this one, or what it lies in, or what names it; else itself."""
        if not target:
            return ""
        targets = [spot.target for block in range(len(self.blocks)) for spot in self.spots_of(block)]
        leads_to = {found: found for found in targets}
        for found in targets:
            leads_to.setdefault(place_of(found)[0] if "#" in found else found, found)
        near = [node.id for node in reversed(self.plan.ancestors(target)[1:])]
        if target in self.plan.bodies and target not in leads_to:
            near = [id_ for id_, _ in self.plan.uses.duties.get(target, ())]
        return next((leads_to[id_] for id_ in (target, *near) if id_ in leads_to), target)

    def return_to(self, target: str, top: int) -> None:
        """Put the cursor on a row again, and the line `top` at the top of the pane, as soon as the view is drawn."""
        self._row, self._top = target, top
        self.draw()

    def look(self, width: int) -> ViewOptions:
        """Return the options for drawing the view."""
        nodes = tuple(self.view.split()[1:])
        today = self.today or date.today().isoformat()
        return ViewOptions(
            width,
            self.lang,
            self.ascii_signs,
            self.sought,
            self.sort.get(self.view.split()[0], ""),
            nodes,
            self.bookmarked,
            self.noted,
            today,
            self.unread,
            first_keys(),
        )

    def sort_rows(self) -> None:
        """Sort the rows in the next order, where the view has several."""
        if len(self.table.orders) > 1:
            order = self.sort[self.view] = self.table.orders[1]
            target = self.target
            self.draw()
            self.stand_on_target(target)
            self.notify(answers.SORTED[order].pick(self.lang), markup=False, timeout=2)

    def seek(self, text: str) -> None:
        """Show only the rows that contain all the words."""
        self.sought = text
        self.draw()
        super().stand_on_target("")
        # The title bar, which follows the scrolling, says how many rows are left.
        self.mutate_reactive(ViewPane.scroll_y)

    def next_hit(self, by: int) -> bool:
        """Go to the next or previous row that is left."""
        if self.sought:
            self.step(by)
        return bool(self.sought)

    def hit_count(self) -> str:
        """Return in words how many rows are left; "" without a filter."""
        if not self.sought.strip():
            return ""
        heads = min(self.table.pinned, default=0)
        # A spot that begins further in is a link inside a row.
        begins = {
            (place_of(spots[0].target)[0], spots[0].target.partition("#")[2])
            for block, spots in self.table.spots.items()
            if block >= heads and spots[0].start < INSIDE
        }
        rows = sum(self.plan.get(id_) is not None for id_, _ in begins)
        return (bars.ONE_ROW if rows == 1 else bars.ROWS).pick(self.lang).format(n=rows)

    @property
    def about(self) -> str:
        """What the view shows, in a few words; while it is filtered, how many rows are left and of what."""
        if rows := self.hit_count():
            return bars.FILTERED.pick(self.lang).format(rows=rows, words=self.sought.strip())
        return self.table.about

    def relayout(self) -> None:
        """Lay out without highlighting matches: a view shows only the rows that match."""
        sought, self.sought = self.sought, ""
        super().relayout()
        self.sought = sought

    def into(self) -> None:
        """Go to the cell at the right."""
        self.sideways(1)

    def out(self) -> None:
        """Go to the cell at the left."""
        self.sideways(-1)

    def toggle(self) -> None:
        """Fold or unfold the section under the cursor; go a page down where there is none."""
        if not self.toggle_section():
            self.turn(1)

    def under_cursor(self) -> tuple[str, str]:
        """Return the target of the cell; it may be gone from the plan where it is a bookmark or a note."""
        id_, quote = place_of(self.target)
        return (id_ if self.view == "kept" or self.plan.get(id_) is not None else ""), quote

    def settle(self) -> None:
        """Lay the view out anew where the width has changed."""
        if self.scrollable_content_region.width != self._width:
            self.draw(keep=self.cursor >= 0)
