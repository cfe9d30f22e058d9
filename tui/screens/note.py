"""The note: a page to write on, in Markdown, saved as one writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static, TextArea

from tui.bars import Hints
from tui.bindings import bindings

PAUSE = 0.6
"""Seconds after the last letter before the note is saved by itself."""


class NoteArea(TextArea):
    """The page; Escape is the screen's, and a tab is a tab."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(b.key, f"screen.{b.action}", b.description, show=False, priority=True)
        for b in bindings("note")
        if isinstance(b, Binding)
    ]


class NoteScreen(ModalScreen[str], inherit_bindings=False):
    """A note on something. It ends with the text as it was last written."""

    DEFAULT_CSS = """
    NoteScreen {
        background: $background;
        #note-title { height: 1; background: $panel; color: $primary; text-style: bold; padding: 0 1; }
        #note-state { height: 1; color: $muted; padding: 0 1; }
        #note-text, #note-text:focus { height: 1fr; border: none; padding: 0 1; background: $background; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = "#note-text"

    def __init__(self, title: str, text: str, save: Callable[[str], str]) -> None:
        """Open with a text; `save` keeps it, and returns "" or why it could not."""
        super().__init__()
        self.note_title = title
        self.text = text
        self.saved = text
        self.save = save
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Static(f"Note on {self.note_title}", id="note-title", markup=False)
        yield NoteArea(self.text, id="note-text", soft_wrap=True, show_line_numbers=False)
        yield Static("", id="note-state", markup=False)
        hints = Hints(id="hints")
        hints.pane = "note"
        yield hints

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        self.text = event.text_area.text
        if self._timer is not None:
            self._timer.stop()
        if self.text != self.saved:
            self.query_one("#note-state", Static).update("not saved yet")
            self._timer = self.set_timer(PAUSE, self.action_save)

    def action_save(self) -> None:
        """Save, and say so."""
        if self.text == self.saved:
            return
        problem = self.save(self.text)
        if not problem:
            self.saved = self.text
        if self.is_mounted:
            self.query_one("#note-state", Static).update(problem or "saved")

    def action_close(self) -> None:
        """Save and close; what cannot be saved stays open, so that nothing written is lost unseen."""
        self.action_save()
        if self.text == self.saved:
            self.dismiss(self.text)
        else:
            self.notify("Not saved. Press escape again to leave all the same.", markup=False, timeout=4)
            self.saved = self.text

    def save_now(self) -> bool:
        """Save what is not saved, because the program ends; return whether all is saved."""
        for area in self.query(NoteArea):
            # The news of the last letters may still be on its way.
            self.text = area.text
        if self.text != self.saved and not self.save(self.text):
            self.saved = self.text
        return self.text == self.saved

    def on_unmount(self) -> None:
        """Save what is not saved when the program ends."""
        if self.text != self.saved:
            self.save(self.text)
