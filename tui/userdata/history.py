"""Places, and the history of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plan_data.model.plan import Plan


class Location(NamedTuple):
    """Where the reader stands."""

    id: str
    """Id of the node, body or source on the card."""
    at: str = ""
    """What the source pane is open at: a quote's id, a passage (`src.000#6`), a source's id; "" for closed."""
    view: str = ""
    """Name of the view that lies over the panes; "" for none."""
    row: str = ""
    """What the cursor stands on in the view: where that leads."""


def location_of(plan: Plan, id_: str) -> Location | None:
    """Return the location of an id; a quote is read at the first entry that it supports. None for an unknown id."""
    if id_ in plan.quotes:
        return Location(plan.supported_by(id_), id_)
    return Location(id_) if plan.get(id_) is not None else None


class History:
    """The places that were gone to, with a cursor among them."""

    def __init__(self, limit: int = 200) -> None:
        """Keep at most `limit` places."""
        self.limit = limit
        self.places: list[Location] = []
        self.cursor = -1

    def add(self, place: Location) -> None:
        """Add the place that was gone to; what lay ahead is forgotten."""
        if self.places and self.places[self.cursor] == place:
            return
        del self.places[self.cursor + 1 :]
        self.places.append(place)
        del self.places[: -self.limit]
        self.cursor = len(self.places) - 1

    def replace(self, place: Location) -> None:
        """Let the latest place be this one: a step of the cursor is no jump of its own."""
        if self.cursor < 0:
            self.add(place)
        else:
            del self.places[self.cursor + 1 :]
            self.places[self.cursor] = place

    def stay(self, row: str) -> None:
        """Remember the row that the cursor stands on in the view at hand."""
        if self.cursor >= 0 and self.places[self.cursor].view:
            self.places[self.cursor] = self.places[self.cursor]._replace(row=row)

    def go(self, by: int) -> Location | None:
        """Go back or forward, and return the place there, or None at the end."""
        if not 0 <= self.cursor + by < len(self.places):
            return None
        self.cursor += by
        return self.places[self.cursor]

    def keep(self, known: Callable[[Location], bool]) -> None:
        """Drop the places that are not known any more; the cursor stays at its place, or at the one before."""
        left: list[Location] = []
        cursor = 0
        for n, place in enumerate(self.places):
            if known(place) and left[-1:] != [place]:
                left.append(place)
            if n == self.cursor:
                cursor = max(0, len(left) - 1)
        self.places, self.cursor = left, cursor if left else -1

    def recent(self, count: int) -> list[Location]:
        """Return the latest places, the newest first, each node once."""
        found: dict[str, Location] = {}
        for place in reversed(self.places):
            found.setdefault(place.id, place)
        return list(found.values())[:count]
