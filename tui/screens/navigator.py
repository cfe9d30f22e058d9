"""The navigator: where the reader stands on the main screen, and the one way to move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from plan_data.exports.views import VIEWS
from plan_data.model.entities import Quote
from tui.userdata.history import History, Location

if TYPE_CHECKING:
    from tui.screens.frame import Frame

Record = Literal["push", "replace", "no"]
"""What a movement does to the history: `push` adds a location; `replace` is a step of the cursor, and the latest
location moves along; `no` leaves the history as it is."""


class Navigator:
    """Moves the main screen, and keeps the history of its locations."""

    def __init__(self, screen: Frame) -> None:
        """Stand nowhere yet."""
        self.screen = screen
        self.history = History()

    @property
    def location(self) -> Location:
        """Where the reader stands."""
        screen = self.screen
        return Location(screen.shown, screen.at, screen.view, screen.viewer.target if screen.view else "")

    def knows(self, location: Location) -> bool:
        """Return whether the plan has all that a location is made of: a reload or an older start may know more."""
        name, *about = location.view.split() or [""]
        about += [id_ for id_ in (location.id, location.at.partition("#")[0]) if id_]
        return (not name or name in VIEWS) and all(self.screen.plan.get(id_) is not None for id_ in about)

    def go_to(self, location: Location, record: Record = "push") -> None:
        """Go to a location; one of which the plan knows nothing is left out.

        Args:
            location: Where to. A quote's id stands for the first node that it supports, with its source open.
            record: What becomes of the history.
        """
        screen, plan = self.screen, self.screen.plan
        item = plan.get(location.id)
        if isinstance(item, Quote):
            location = Location(plan.supported_by(item.id), item.id)
        elif item is None:
            return
        if screen.view and not location.view and record != "no":
            self.history.stay(screen.viewer.target)
        screen.show(location)
        if record == "replace":
            self.history.replace(location)
        elif record == "push":
            self.history.add(location)

    def travel(self, by: int) -> bool:
        """Go back (-1) or forward (1) in the history; return whether there is anything."""
        screen = self.screen
        if screen.view:
            self.history.stay(screen.viewer.target)
        location = self.history.go(by)
        if location is None:
            return False
        self.go_to(location, record="no")
        return True

    def forget_what_is_gone(self, location: Location) -> None:
        """Drop what the plan does not know any more from the history, and go to a location in place of the latest.

        Args:
            location: What is left of where the reader stood.
        """
        self.history.places[self.history.cursor] = location
        self.history.keep(self.knows)
        self.go_to(location, record="no")
