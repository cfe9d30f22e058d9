"""The pane of the views across the plan; it is made when the first frame has been drawn."""

from __future__ import annotations

from datetime import date

from textual.containers import Vertical
from textual.reactive import var

from plan_data.exports.views import VIEWS
from plan_data.model.plan import Plan, no_plan
from widgets.drawn.grid import Grid
from widgets.render.blocks import Block
from widgets.render.view_options import ViewOptions
from widgets.render.views import view_of
from widgets.render.wrapping import Span

NOTHING = "This plan holds nothing of the kind."
"""Stands in the place of an empty view."""
NO_ROW = "No row holds all these words."
"""Stands in the place of a view that is filtered to nothing."""


class Over(Vertical):
    """What lies over the panes while a view is open."""

    DEFAULT_CSS = """
    Over {
        width: 1fr;
        height: 1fr;
        display: none;
        #view-title { height: 1; background: $panel; }
        #view { height: 1fr; background: $background; }
    }
    """


class ViewPane(Grid):
    """A view across the plan."""

    plan: var[Plan] = var(no_plan, init=False)
    """The open plan; bound by the screen."""
    view: var[str] = var("", init=False)
    """Name of the view, of `VIEWS`, or "" for none; bound by the screen."""
    lang: var[str] = var("en", init=False)
    """Language of the plan's text."""
    bookmarked: var[tuple[str, ...]] = var((), init=False)
    """Ids with a bookmark, the latest first; bound by the screen."""
    noted: var[tuple[tuple[str, str], ...]] = var((), init=False)
    """Ids with a note, each with its text, the latest first; bound by the screen."""
    unread: var[str] = var("", init=False)
    """Why bookmarks and notes cannot be read; "" where they can; bound by the screen."""

    def __init__(self, plan: Plan, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id)
        self.set_reactive(ViewPane.plan, plan)
        self.first = 0
        self.sort = "weight"
        self.today = ""
        """The date that is drawn as today's; "" for today's own."""
        self._row = ""

    def watch_plan(self, before: Plan, plan: Plan) -> None:
        """Draw the view in another reading of the plan."""
        if before is not plan:
            self.draw(keep=True)

    def watch_view(self) -> None:
        """Draw another view."""
        self.first = self.x = 0
        self.sought = ""
        self.draw()

    def watch_lang(self) -> None:
        """Draw the same view in another language."""
        self.draw(keep=True)

    def draw(self, *, keep: bool = False) -> None:
        """Draw the view for the width that there is."""
        width = self.scrollable_content_region.width - 1
        if not self.view:
            self.fill([], {})
        elif width < 1:
            # Hidden until now: its size, and with it the next drawing, is still to come.
            self._width = 0
        else:
            name = self.view.split()[0]
            laid = view_of(name)(self.plan, self.look(width))
            blocks = laid.blocks
            if not laid.spots and VIEWS[name].lists:
                blocks = [Block((Span(NO_ROW if self.sought.strip() else NOTHING, "muted"),))]
            self.fill(blocks, laid.spots, keep=keep)
            if not keep:
                super().stand_on_target(self._row)

    def stand_on_target(self, target: str) -> None:
        """Put the cursor on what leads somewhere, now or as soon as the view is drawn."""
        self._row = target
        super().stand_on_target(target)

    def look(self, width: int) -> ViewOptions:
        """Return how the view is to be drawn."""
        nodes = tuple(self.view.split()[1:])
        today = self.today or date.today().isoformat()
        return ViewOptions(
            width,
            self.lang,
            self.ascii_signs,
            self.first,
            self.sought,
            self.sort,
            nodes,
            self.bookmarked,
            self.noted,
            today,
            self.unread,
        )

    def sort_by_next(self) -> str:
        """Sort the rows in the other order, and return its name."""
        self.sort = "name" if self.sort == "weight" else "weight"
        target = self.target
        self.draw()
        self.stand_on_target(target)
        return self.sort

    def seek(self, text: str) -> None:
        """Show only the rows that hold all the words."""
        self.sought = text
        self.draw()
        super().stand_on_target("")

    def next_hit(self, by: int) -> bool:
        """Go to the next or previous row that is left."""
        if self.sought:
            self.walk(by)
        return bool(self.sought)

    def told_hits(self) -> str:
        """Say how many rows are left."""
        # What begins further in leads elsewhere from a row, and is none of its own.
        begins = {spots[0].target.partition("@")[0] for spots in self.spots.values() if spots[0].start == 0}
        rows = sum(self.plan.get(id_) is not None for id_ in begins)
        return f"{rows} row{'s' if rows != 1 else ''}" if self.sought.strip() else ""

    def relayout(self) -> None:
        """Lay out without lighting what is sought: a view is filtered instead."""
        sought, self.sought = self.sought, ""
        super().relayout()
        self.sought = sought

    def sideways(self, by: int) -> bool:
        """Go to the next or previous spot; bring further columns into sight where there are any."""
        if super().sideways(by):
            return True
        before, edge = self.first, self._edge(by)
        while self._edge(by) == edge:
            spots = self.spots
            self.first = max(0, self.first + by)
            self.draw(keep=True)
            if self.spots == spots:
                # All columns on that side were in sight already.
                self.first = before
                return False
        self.x = 0 if by < 0 else self._width
        return True

    def _edge(self, by: int) -> str:
        """Return where the first or last column's head leads."""
        heads = max(self.spots.values(), key=len, default=())
        return "".join(spot.target for spot in heads[-1:] if by > 0) or "".join(spot.target for spot in heads[1:2])

    def settle(self) -> None:
        """Lay the view out anew where the width has changed."""
        if self.scrollable_content_region.width != self._width:
            self.draw(keep=self.cursor >= 0)
