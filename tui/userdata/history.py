"""Locations, and the history of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plan_data.model.plan import Plan


class Location(NamedTuple):
    """Where the reader is."""

    id: str
    """Id of the node, body or source on the card."""
    at: str = ""
    """What the source pane is open at: a quote's id, a passage (`src.000#6`), a source's id; "" for closed."""
    view: str = ""
    """Name of the open view; "" for none."""
    row: str = ""
    """Link target of the row or cell under the cursor of the view."""


def location_of(plan: Plan, id_: str) -> Location | None:
    """Return the location of an id; a quote is read at the first entry that it supports. None for an unknown id."""
    if id_ in plan.quotes:
        return Location(plan.supported_by(id_), id_)
    return Location(id_) if plan.get(id_) is not None else None


class History:
    """The visited locations, with a cursor among them."""

    def __init__(self, limit: int = 200) -> None:
        """Create an empty history of at most `limit` locations."""
        self.limit = limit
        self.locations: list[Location] = []
        self.cursor = -1

    def add(self, location: Location) -> None:
        """Add a location after the cursor; later ones are dropped."""
        if self.locations and self.locations[self.cursor] == location:
            return
        del self.locations[self.cursor + 1 :]
        self.locations.append(location)
        del self.locations[: -self.limit]
        self.cursor = len(self.locations) - 1

    def replace(self, location: Location) -> None:
        """Replace the location at the cursor: a step in the outline makes no entry."""
        if self.cursor < 0:
            self.add(location)
        else:
            del self.locations[self.cursor + 1 :]
            self.locations[self.cursor] = location

    def stay(self, row: str) -> None:
        """Store the row under the cursor of the current view."""
        if self.cursor >= 0 and self.locations[self.cursor].view:
            self.locations[self.cursor] = self.locations[self.cursor]._replace(row=row)

    def go(self, by: int) -> Location | None:
        """Move the cursor, and return the location there; None beyond an end."""
        if not 0 <= self.cursor + by < len(self.locations):
            return None
        self.cursor += by
        return self.locations[self.cursor]

    def keep(self, known: Callable[[Location], bool]) -> None:
        """Drop the locations that `known` rejects; the cursor stays, or moves to the one before."""
        left: list[Location] = []
        cursor = 0
        for n, location in enumerate(self.locations):
            if known(location) and left[-1:] != [location]:
                left.append(location)
            if n == self.cursor:
                cursor = max(0, len(left) - 1)
        self.locations, self.cursor = left, cursor if left else -1

    def recent(self, count: int) -> list[Location]:
        """Return the latest locations, newest first, each id once."""
        found: dict[str, Location] = {}
        for location in reversed(self.locations):
            found.setdefault(location.id, location)
        return list(found.values())[:count]
