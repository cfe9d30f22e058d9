"""The terminal's own cursor stands in the box that has the focus, from its first frame on.

Textual 8.2.8 notes the place when a box gets the focus, before it has one on the screen (Textualize/textual#1469). An
input method draws the first word where the terminal's cursor is.
"""

from __future__ import annotations

from textual.app import App
from textual.geometry import Offset
from textual.widgets import Input, TextArea


class PlacesCaret(App[str]):
    """An app that looks up where its cursor is whenever something is drawn."""

    @property
    def cursor_position(self) -> Offset:
        """Where the cursor of the focused box is on the screen, else where it was put last."""
        if self._running:
            box = self.focused
            if isinstance(box, Input | TextArea) and box.region:
                return box.cursor_screen_offset
        return self._caret

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        self._caret = place
