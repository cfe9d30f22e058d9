"""A modal screen that is not drawn again because of the screen below it.

In Textual 8.2.8 a screen below another one, once it was drawn, asks the upper one to draw everything again whenever it
gets any message, such as the tick of a timer: 12 KB at 80x24, every second, while nobody types. What the screen below
shows is fixed as long as the box is open; it is drawn whole when the box closes or the window changes its size.
"""

from __future__ import annotations

from typing import Self

from textual.geometry import Region
from textual.screen import ModalScreen, ScreenResultType


class QuietModal(ModalScreen[ScreenResultType], inherit_bindings=False):
    """A modal screen that is drawn when something in itself changes."""

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw the screen again; regions are named only by a screen below, and are left as they are."""
        if regions and not layout and not recompose:
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
