"""The location, the unfolded branches and the history: saved at the end, restored at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.userdata.history import Location

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

LONGEST_HISTORY = 50
"""Locations of the history that are saved."""


def save_location(screen: MainScreen) -> None:
    """Save them in the store."""
    navigator = screen.navigator
    screen.store.set_state(
        {
            "place": list(navigator.location),
            "open": screen.outline.opened(),
            "lang": screen.lang,
            "panes": screen.arranger.state(),
            "history": [list(location) for location in navigator.history.locations[-LONGEST_HISTORY:]],
        }
    )


def restore_location(screen: MainScreen) -> Location | None:
    """Unfold the outline and fill the history as they were; return the location, None where it is not in the plan."""
    state = screen.store.state()
    screen.arranger.restore(state.get("panes"), is_new=not state)
    opened = [id_ for id_ in state.get("open", []) if isinstance(id_, str) and id_ in screen.plan.index]
    if opened:
        screen.outline.show_open(opened)
    history = [location for location in (_location(screen, saved) for saved in state.get("history", [])) if location]
    screen.navigator.history.locations = history
    screen.navigator.history.cursor = len(history) - 1
    return _location(screen, state.get("place"))


def _location(screen: MainScreen, saved: object) -> Location | None:
    """Return a location as it was saved, or None where the plan no longer has it."""
    if not isinstance(saved, list) or len(saved) != 4 or not all(isinstance(part, str) for part in saved):
        return None
    location = Location(*saved)
    return location if screen.plan.get(location.id) is not None and screen.navigator.knows(location) else None
