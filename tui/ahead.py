"""Typing ahead: keys that come while what they are meant for is still being opened wait for it, in their order."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any

from textual import events
from textual.app import App

LOOK_EVERY = 0.005
"""Seconds between two looks whether what the keys wait for is there."""
AT_MOST = 0.5
"""Seconds that keys are kept back."""
_WENT = "went_to"
"""Name under which a key keeps the screen and the widget that it was sent to."""


class TypesAhead(App[str]):
    """An app that can keep keys back for a moment."""

    _until: Callable[[], bool] | None = None
    _latest = 0.0

    def __init__(self, *args: Any, **options: Any) -> None:
        """Keep nothing back."""
        super().__init__(*args, **options)
        self._early: list[events.Key] = []

    def hold_keys(self, until: Callable[[], bool]) -> None:
        """Keep keys back until something has come about."""
        self._until = until
        self._latest = monotonic() + AT_MOST

    @property
    def _holds(self) -> bool:
        if self._until is not None and (self._until() or monotonic() > self._latest):
            self._until = None
        return self._until is not None

    async def on_event(self, event: events.Event) -> None:
        """Take an event; a key that would come too early, or that went where the keys no longer go, waits."""
        if not isinstance(event, events.Key):
            await super().on_event(event)
            return
        where = self.screen, self.screen.focused
        stale = event.is_forwarded and getattr(event, _WENT, where) != where
        if stale or self._early or self._holds:
            self._early.append(events.Key(event.key, event.character))
            self._look_soon()
            return
        if not event.is_forwarded:
            # Textual sends a whole burst of keys to what has the focus, before the first of them has done anything.
            setattr(event, _WENT, where)
        await super().on_event(event)

    def _look_soon(self) -> None:
        self.set_timer(LOOK_EVERY, self._let_go)

    async def _let_go(self) -> None:
        while self._early and not self._holds:
            event = self._early.pop(0)
            setattr(event, _WENT, (self.screen, self.screen.focused))
            await super().on_event(event)
        if self._early:
            self._look_soon()


def hold_keys(app: App[Any], until: Callable[[], bool]) -> None:
    """Keep keys back until something has come about, where the app can do so."""
    if isinstance(app, TypesAhead):
        app.hold_keys(until)
