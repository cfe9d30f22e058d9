"""The location, the unfolded branches and the history: saved at rest and at the end, restored at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.timer import Timer

from tui.userdata.history import Location

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

REST = 0.2
"""Seconds without a key after which it is saved."""
LONGEST_HISTORY = 50
"""Locations of the history that are saved."""


class SavedLocation:
    """The saved location of a main screen, written whenever the reader rests: a killed program keeps it."""

    def __init__(self, screen: MainScreen) -> None:
        """Serve a screen."""
        self.screen = screen
        self._at_rest: Timer | None = None

    def follow(self) -> None:
        """Save it soon: something may have changed."""
        if self._at_rest is None:
            self._at_rest = self.screen.set_interval(REST, self._save_at_rest, pause=True)
        self._at_rest.reset()
        self._at_rest.resume()

    def _save_at_rest(self) -> None:
        if self._at_rest is not None:
            self._at_rest.pause()
        if self.screen.store.keeps and not self.screen.pick:
            state = self._state()
            # In a thread: the disk may be slow, and the next key must not wait for it.
            self.screen.run_worker(lambda: self.screen.store.set_state(state), thread=True, group="location")

    def save(self) -> None:
        """Save it now. Picking an entry leaves that of the last reading alone."""
        if not self.screen.pick:
            self.screen.store.set_state(self._state())

    def _state(self) -> dict[str, Any]:
        navigator = self.screen.navigator
        return {
            "place": list(navigator.location),
            "open": self.screen.outline.opened(),
            "lang": self.screen.lang,
            "panes": self.screen.arranger.state(),
            "history": [list(location) for location in navigator.history.locations[-LONGEST_HISTORY:]],
        }

    def restore(self) -> Location | None:
        """Unfold the outline, fill the history; return the location, None where the plan no longer has it."""
        screen = self.screen
        state = screen.store.state()
        screen.arranger.restore(state.get("panes"), is_new=not state)
        opened = [id_ for id_ in state.get("open", []) if isinstance(id_, str) and id_ in screen.plan.index]
        if opened:
            screen.outline.show_open(opened)
        history = [
            location for location in (_location(screen, saved) for saved in state.get("history", [])) if location
        ]
        screen.navigator.history.locations = history
        screen.navigator.history.cursor = len(history) - 1
        return _location(screen, state.get("place"))


def _location(screen: MainScreen, saved: object) -> Location | None:
    """Return a location as it was saved, or None where the plan no longer has it."""
    if not isinstance(saved, list) or len(saved) != 4 or not all(isinstance(part, str) for part in saved):
        return None
    location = Location(*saved)
    return location if screen.plan.get(location.id) is not None and screen.navigator.knows(location) else None
