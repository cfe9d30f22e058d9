"""Drawing the whole screen anew: others wrote on the terminal, and Textual 8.2.8 sends only what has changed."""

from __future__ import annotations

from textual.app import App
from textual.binding import Binding

from tui.commands.display import Redraw


class Redraws(App[str]):
    """An app whose key for it works everywhere, in boxes too."""

    def action_redraw(self) -> None:
        """Draw all that is on the screen."""
        for screen in self.screen_stack:
            for widget in (screen, *screen.walk_children()):
                widget.refresh()


def redraw_bindings() -> list[Binding]:
    """Return the bindings of the key, which win over those of any box."""
    return [Binding(key, "redraw", show=False, id=Redraw.id(), priority=True) for key in Redraw.keys]
