"""What counts as a click.

Textual (8.2.8) makes a click of any press and release over the same widget: of a drag over text, of every button, and
of the second click of a double click, whatever the first one brought there (Textualize/textual#3495).
"""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.geometry import Offset

LEFT = 1
"""The number of the left button."""


class Clicks(App[str]):
    """An app in which a click is a press and a release of the left button in one place, and a double click is one."""

    # Nothing here draws Textual's own selection; the terminal selects, with Shift.
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, *args: Any, **options: Any) -> None:
        """Know of no click yet."""
        super().__init__(*args, **options)
        self._pressed: Offset | None = None
        self._clicked: tuple[float, Offset] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Take an event; see to it that only a real click becomes one."""
        if isinstance(event, (events.MouseDown, events.MouseUp)) and not event.is_forwarded:
            if event.button != LEFT:
                return
            if isinstance(event, events.MouseDown):
                self._pressed = event.screen_offset
            elif not self._is_click(event):
                self.screen.suppress_click()
        elif isinstance(event, (events.Key, events.MouseScrollDown, events.MouseScrollUp)):
            # Whoever does something else between two clicks means both.
            self._clicked = None
        await super().on_event(event)

    def _is_click(self, event: events.MouseUp) -> bool:
        pressed, self._pressed = self._pressed, None
        if pressed != event.screen_offset:
            return False
        before, self._clicked = self._clicked, (event.time, event.screen_offset)
        if before is None or event.time - before[0] > self.CLICK_CHAIN_TIME_THRESHOLD:
            return True
        # A hand that shakes may be a cell further by the second click.
        return before[1].y != event.screen_offset.y or abs(before[1].x - event.screen_offset.x) > 1
