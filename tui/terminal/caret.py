"""The terminal's own cursor, in the focused box from its first frame on.

Textual 8.2.8 reads the position when a box gets the focus, before the box has one on the screen
(Textualize/textual#1469). An input method draws the first word at the terminal's cursor.
"""

from __future__ import annotations

from textual.app import App
from textual.geometry import Offset


class PlacesCaret(App[str]):
    """An app that computes the position of its cursor at every drawing."""

    @property
    def cursor_position(self) -> Offset:
        """Position on the screen of the cursor of the focused box, else the position that was set last."""
        if self._running:
            box = self.focused
            # Only Input and TextArea have this. To ask for their types would import TextArea, 3 % of the start.
            position = getattr(box, "cursor_screen_offset", None) if box and box.region else None
            if isinstance(position, Offset):
                return position
        return self._caret

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        self._caret = position
