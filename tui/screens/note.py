"""The note screen: shows a note in Markdown; Enter starts editing, and the text is saved while it is typed."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static, TextArea

from plan_data.labels import boxes
from plan_data.text.visible import visible
from tui.panes.bars import Hints
from tui.panes.bindings import bindings
from tui.userdata.drafts import PATIENCE_AT_END, Draft
from tui.userdata.note_merge import row_after

PAUSE = 0.6
"""Seconds after the last letter before the note is saved."""
JOINERS = ("\u200c", "\u200d")
"""Zero-width non-joiner and joiner: Persian, Indic scripts and emoji are written with them."""
RETRY = 2.0
"""Seconds between two tries to save after a failure."""


class NoteArea(TextArea):
    """The text area. Escape belongs to the screen, tab types a tab; before editing, the walking keys scroll."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("note", namespace="screen.", priority=True)

    def on_key(self, event: events.Key) -> None:
        """Scroll before editing, where TextArea would move a hidden cursor.

        While editing, insert joiners: Textual 8.2.8 drops them as unprintable.
        """
        if not self.read_only:
            if event.character in JOINERS:
                event.stop()
                event.prevent_default()
                self.replace(event.character, *self.selection)
            return
        page = max(1, self.scrollable_content_region.height - 1)
        steps = {
            "j": 1, "down": 1, "k": -1, "up": -1, "space": page, "pagedown": page, "ctrl+d": page // 2, "pageup": -page,
            "ctrl+u": -page // 2, "G": self.virtual_size.height, "end": self.virtual_size.height,
            "g": -self.virtual_size.height, "home": -self.virtual_size.height,
        }  # fmt: skip
        if event.key in steps:
            event.stop()
            event.prevent_default()
            self.scroll_relative(y=steps[event.key], animate=False, force=True)


class NoteScreen(ModalScreen[None], inherit_bindings=False):
    """A note on an entry: shown first, or edited at once where it is new."""

    DEFAULT_CSS = """
    NoteScreen {
        background: $background;
        #note-title { height: 1; background: $panel; color: $primary; text-style: bold; padding: 0 1; }
        #note-state { height: auto; max-height: 3; min-height: 1; color: $muted; padding: 0 1; }
        #note-text, #note-text:focus { height: 1fr; border: none; padding: 0 1; background: $background; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = "#note-text"

    def __init__(self, title: str, draft: Draft, *, writing: bool) -> None:
        """Show a note.

        Args:
            title: Title of the entry.
            draft: The note.
            writing: Edit at once; else Enter starts editing.
        """
        super().__init__()
        self.note_title = title
        self.draft = draft
        self.writing = writing
        self.merged_last = False
        """Whether the last save merged a change made elsewhere."""
        self._said_of = ""
        """The merged text that was reported last."""
        self._warned = False
        self._area: NoteArea | None = None
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Static(boxes.NOTE_TITLE.format(title=self.note_title), id="note-title", markup=False)
        area = NoteArea(self.draft.text, id="note-text", soft_wrap=True, show_line_numbers=False)
        self._area = area
        self._allow_writing(area)
        yield area
        yield Static("", id="note-state", markup=False)
        hints = Hints(id="hints")
        hints.pane = "note"
        yield hints

    def on_mount(self) -> None:
        """Show whether the note is saved, or the keys."""
        if self.draft.unsaved:
            self._timer = self.set_timer(RETRY, self.save)
            self._say(self._not_saved() if self.draft.problem else boxes.NOT_SAVED_YET)
        elif not self.writing:
            self._say(boxes.NOTE_KEYS)

    def _allow_writing(self, area: NoteArea) -> None:
        area.read_only = not self.writing
        area.show_cursor = self.writing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Enter start editing; after that it types a line end."""
        return not (action == "write" and self.writing)

    def action_write(self) -> None:
        """Start editing, at the end of the text."""
        self.writing = True
        area = self.query_one(NoteArea)
        self._allow_writing(area)
        area.move_cursor(area.document.end)
        if not self.draft.unsaved:
            self._say("")

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        self.draft.text = event.text_area.text
        self._warned = False
        if self.draft.unsaved:
            self._say(self._not_saved() if self.draft.problem else boxes.NOT_SAVED_YET)
            self._try_in(PAUSE)

    def _try_in(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(seconds, self.save)

    def save(self) -> None:
        """Save the text and report it; after a failure it is tried again."""
        area = self.query_one(NoteArea)
        self.draft.text = area.text
        before = self.draft.text
        if self.draft.save():
            self.merged_last = True
            row, column = area.cursor_location
            # Loaded whole, without undo: undo would delete the text that was written elsewhere.
            area.load_text(self.draft.text)
            area.move_cursor((row_after(before, self.draft.text, row), column))
            self._said_of = self.draft.text
            self._say(boxes.SAVED_BOTH)
        elif self.draft.unsaved:
            self._say(self._not_saved())
            self._try_in(RETRY)
        elif before != self._said_of:
            self.merged_last = False
            self._say(boxes.SAVED)

    def save_now(self) -> bool:
        """Save within a second, because the program ends; return whether that succeeded."""
        self._take_text()
        self.draft.store.end_within(PATIENCE_AT_END)
        self.draft.save()
        return not self.draft.unsaved

    def action_save(self) -> None:
        """Save, and report it."""
        self.save()

    def action_close(self) -> None:
        """Save and close; after a failure the first call leaves the note open, so that no text is lost unnoticed."""
        self.save()
        if self.draft.unsaved and not self._warned:
            self._warned = True
            self._say(boxes.CLOSES_UNSAVED.format(not_saved=self._not_saved()))
        else:
            self.dismiss()

    def _not_saved(self) -> str:
        return visible(boxes.NOT_SAVED.format(why=self.draft.problem))

    def _say(self, words: str) -> None:
        if self.is_mounted:
            self.query_one("#note-state", Static).update(words)

    def on_unmount(self) -> None:
        """Save when the program ends."""
        self._take_text()
        self.draft.save()

    def _take_text(self) -> None:
        # The message about the last letters may still be in the queue.
        if self._area is not None:
            self.draft.text = self._area.text
