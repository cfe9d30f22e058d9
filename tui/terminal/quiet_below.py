"""A screen that rests while another one lies over it.

In Textual 8.2.8 a screen below another one, once something in it was drawn, marks itself to be drawn again each time it
is drawn. So any message that it gets, such as the tick of a timer, has the upper screen send everything again: 12 KB at
80x24, every second, while nobody types.
"""

from __future__ import annotations

from textual.screen import Screen, ScreenResultType


class QuietBelow(Screen[ScreenResultType], inherit_bindings=False):
    """A screen that is drawn below another one only when something in it has changed."""

    def _compositor_refresh(self) -> None:
        super()._compositor_refresh()
        if self is not self.app.screen:
            self._repaint_required = False
