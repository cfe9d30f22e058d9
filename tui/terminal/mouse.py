"""Which presses of the mouse count as a click.

Textual 8.2.8 makes a click of any press and release over the same widget: of a drag over text, of every button, and of
the second click of a double click, even if the first one put another screen there (Textualize/textual#3495).
"""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.geometry import Offset

LEFT = 1
"""The number of the left button."""


class Clicks(App[str]):
    """An app in which a click is a press and a release of the left button on one cell; a double click counts once."""

    # Nothing here draws Textual's own selection; the terminal selects, with Shift.
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, *args: Any, **options: Any) -> None:
        """Start without a click."""
        super().__init__(*args, **options)
        self._pressed: Offset | None = None
        self._clicked: tuple[float, Offset] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Handle an event; clicks that do not count are suppressed."""
        if isinstance(event, (events.MouseDown, events.MouseUp)) and not event.is_forwarded:
            if event.button != LEFT:
                return
            if isinstance(event, events.MouseDown):
                self._pressed = event.screen_offset
            elif not self._is_click(event):
                self.screen.suppress_click()
        elif isinstance(event, (events.Key, events.MouseScrollDown, events.MouseScrollUp)):
            # After a key or a scroll the next click is no second half of a double click.
            self._clicked = None
        await super().on_event(event)

    def _is_click(self, event: events.MouseUp) -> bool:
        pressed, self._pressed = self._pressed, None
        if pressed != event.screen_offset:
            return False
        before, self._clicked = self._clicked, (event.time, event.screen_offset)
        if before is None or event.time - before[0] > self.CLICK_CHAIN_TIME_THRESHOLD:
            return True
        # The hand may move by a cell between the two clicks.
        return before[1].y != event.screen_offset.y or abs(before[1].x - event.screen_offset.x) > 1
