"""The navigator: where the reader is on the main screen, and the one way to move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from plan_data.exports.views import VIEWS
from plan_data.labels import answers
from plan_data.model.entities import Quote
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from tui.userdata.history import History, Location

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

Record = Literal["push", "replace", "no"]
"""What a movement does to the history: `push` adds a location; `replace` is a step of the cursor, and the latest
location moves along; `no` leaves the history as it is."""


class Navigator:
    """Moves the main screen, and has the history of its locations."""

    def __init__(self, screen: MainScreen) -> None:
        """Be nowhere yet."""
        self.screen = screen
        self.history = History()
        self.opened: tuple[Location, Location, int] | None = None
        """What was opened from a view, the location of the view with its row, and the first line in sight there."""

    @property
    def location(self) -> Location:
        """Where the reader is."""
        screen = self.screen
        return Location(self.entry, screen.at, screen.view, screen.viewer.target if screen.view else "")

    @property
    def entry(self) -> str:
        """Id of the entry on the card; while a view is open, of the one that was there before, and will be again."""
        screen, history = self.screen, self.history
        return history.locations[history.cursor].id if screen.view and history.locations else screen.shown

    def knows(self, location: Location) -> bool:
        """Return whether the plan has all that a location is made of: a reload or an older start may know more."""
        name, *about = location.view.split() or [""]
        about += [id_ for id_ in (location.id, location.at.partition("#")[0]) if id_]
        return (not name or name in VIEWS) and all(self.screen.plan.get(id_) is not None for id_ in about)

    def go_to(self, location: Location, record: Record = "push") -> None:
        """Go to a location; nothing happens where its id is not in the plan.

        Args:
            location: Where to. A quote's id means the first node that it supports, with its source open.
            record: What becomes of the history.
        """
        screen, plan = self.screen, self.screen.plan
        item = plan.get(location.id)
        if isinstance(item, Quote):
            location = Location(plan.supported_by(item.id), item.id)
        elif item is None:
            return
        if screen.view and record != "no":
            self.history.stay(screen.viewer.target)
            if not location.view:
                self.opened = (location, self.location, screen.viewer.scroll_offset.y)
        screen.show(location)
        if record == "replace":
            self.history.replace(location)
        elif record == "push":
            self.history.add(location)

    def step_to(self, id_: str) -> None:
        """Go to a node by a step of the cursor."""
        self.go_to(Location(id_), record="replace")

    def open_quote(self, id_: str, quote: str, record: Record = "push") -> None:
        """Go to an id with the source pane open at a quote of it, and give the pane the focus."""
        self.go_to(Location(id_, quote), record)
        self.screen.focus_pane("source")

    def toggle_view(self, name: str) -> None:
        """Open a view across the plan, or close it where it is open."""
        screen = self.screen
        if screen.view == name:
            self.close_view()
        else:
            row = self.entry if self.entry in screen.plan.bodies else screen.current
            row = "" if row == screen.plan.root.id else row
            self.go_to(Location(self.entry, "", name, row))

    def show_row(self, id_: str) -> None:
        """Show the entry of a row on the card beside the list, where the view is one."""
        if self.screen.arranger.has_list and id_ in self.screen.plan.index:
            self.screen.shown = id_

    def close_view(self) -> None:
        """Close the view: the entry is shown that was shown before."""
        self.go_to(Location(self.entry))
        self.opened = None

    def leave_source(self) -> bool:
        """Close the source, and give the focus back; return whether it was open and in sight.

        A source that was opened from a view is left open: there Escape leads back to the view.
        """
        screen = self.screen
        if not screen.at or not screen.arranger.is_open("source") or self._from_view(at=screen.at):
            return False
        self.step_to(screen.shown)
        screen.arranger.close_source()
        return True

    def return_to_view(self) -> bool:
        """Go back to the view from which the entry was opened, and to its row; return whether there is such a view."""
        if self.opened is None or not self._from_view():
            return False
        _, view, top = self.opened
        self.opened = None
        self.go_to(view, record="replace")
        self.screen.viewer.return_to(view.row, top)
        return True

    def _from_view(self, at: str | None = None) -> bool:
        """Return whether the entry on the card, and the source at this place of it, were opened from a view."""
        location = self.opened[0] if self.opened and not self.screen.view else Location("")
        return location.id == self.screen.shown and at in (None, location.at)

    def travel(self, by: int) -> None:
        """Go back (-1) or forward (1) in the history."""
        screen = self.screen
        if screen.view:
            self.history.stay(screen.viewer.target)
        location = self.history.go(by)
        if location is None:
            screen.say(answers.NO_EARLIER if by < 0 else answers.NO_LATER)
            return
        self.go_to(location, record="no")
        if screen.view:
            screen.focus_pane("view")
        else:
            screen.focus_pane("source" if screen.at else "outline" if screen.focused_pane == "outline" else "card")

    def compare(self) -> None:
        """Mark the node for comparison; on another node, compare the two."""
        screen = self.screen
        if not screen.marked or screen.marked == screen.current:
            screen.marked = "" if screen.marked else screen.current
            screen.say(answers.MARKED if screen.marked else answers.NOT_MARKED)
        else:
            marked, screen.marked = screen.marked, ""
            self.go_to(Location(self.entry, "", f"comparison {marked} {screen.current}"))

    def follow_reload(self, before: Plan) -> list[Pair]:
        """Drop what a new plan does not have any more, and go where the reader was, or to the nearest ancestor left.

        Args:
            before: The plan as it was.

        Returns:
            A sentence for each thing that is gone.
        """
        screen, gone = self.screen, list[Pair]()
        location, current = self.location, screen.current
        if screen.plan.get(location.id) is None:
            gone.append(answers.ENTRY_GONE)
            location = location._replace(id=self._nearest_left(before, location.id), at="")
        if not self.knows(Location("", at=location.at)):
            gone.append(answers.QUOTE_GONE)
            location = location._replace(at="")
        if not self.knows(Location("", view=location.view)):
            gone.append(answers.COMPARED_GONE)
            location = location._replace(view="", row="")
        if screen.marked and screen.marked not in screen.plan.index:
            gone.append(answers.MARKED_GONE)
            screen.marked = ""
        if current not in screen.plan.index:
            screen.current = self._nearest_left(before, current)
        self.history.locations[self.history.cursor] = location
        self.history.keep(self.knows)
        self.go_to(location, record="no")
        # The row of the node may have changed.
        screen.outline.watch_current(screen.current, screen.current)
        return gone

    def _nearest_left(self, before: Plan, id_: str) -> str:
        """Return the nearest ancestor in the plan as it was that is still there; the root for a body or source."""
        left = [node.id for node in before.ancestors(id_) if node.id in self.screen.plan.index]
        return left[-1] if left else self.screen.plan.root.id
