"""The menu of what can be copied: one line at the bottom, a letter each."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from tui.bars import Hints
from tui.bindings import bindings


class CopyMenu(ModalScreen[str | None], inherit_bindings=False):
    """The menu. It ends with the name of what was chosen, of `clips.WHAT`, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("copy")

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        hints = Hints(id="copy-menu")
        hints.pane = "copy"
        yield hints

    def action_take(self, what: str) -> None:
        """Choose."""
        self.dismiss(what)

    def action_leave(self) -> None:
        """Leave without copying."""
        self.dismiss(None)

    def on_click(self) -> None:
        """Leave by a click elsewhere."""
        self.dismiss(None)
