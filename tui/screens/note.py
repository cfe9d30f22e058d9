"""The note screen: shows a note in Markdown; Enter starts editing, and the text is saved while it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.timer import Timer
from textual.widgets import Static, TextArea

from plan_data.labels import boxes
from plan_data.model.pair import Pair
from plan_data.text.visible import visible
from tui.panes.bindings import bindings
from tui.screens.box import Box, BoxKeys, BoxTitle
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


class NoteScreen(Box[None], inherit_bindings=False):
    """A note on an entry: shown first, or edited at once where it is new."""

    DEFAULT_CSS = """
    NoteScreen {
        #note-state { height: auto; max-height: 3; min-height: 1; color: $soft; padding: 0 2; margin: 0 0 1 0; }
        #note-text, #note-text:focus {
            height: 1fr; border: none; padding: 0 1; margin: 1 0; background: $surface;
        }
        &.-low #note-text, &.-low #note-state { margin: 0; }
        &.-wide #box { width: 96; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = "#note-text"
    fills = True
    leave_command = "note-close"

    def __init__(
        self, title: str, draft: Draft, *, writing: bool, lang: str = "en", number: str = "", in_ascii: bool = False
    ) -> None:
        """Show a note.

        Args:
            title: Title of the entry.
            draft: The note.
            writing: Edit at once; else Enter starts editing.
            lang: Language of the words of the box.
            number: Number of the entry.
            in_ascii: Draw signs in ASCII.
        """
        super().__init__(lang, in_ascii=in_ascii)
        self.number = number
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

    def title_words(self) -> str:
        """Return what is done with the note."""
        return (boxes.NOTE_WRITING if self.writing else boxes.NOTE).pick(self.lang)

    def about(self) -> str:
        """Return the number and the title of the entry."""
        return f"{self.number} {self.note_title}".strip()

    def leave_word(self) -> Pair:
        """Return what Escape does."""
        return boxes.NOTE_KEYS["note-close"]

    def keys(self) -> Mapping[str, Pair]:
        """Return the commands of the last row with their words."""
        return boxes.NOTE_WRITING_KEYS if self.writing else boxes.NOTE_KEYS

    def rows(self) -> ComposeResult:
        """Yield the text and the state of the note."""
        area = NoteArea(self.draft.text, id="note-text", soft_wrap=True, show_line_numbers=False)
        # A cursor that blinks over another screen has Textual send the whole screen again, twice a second.
        area.cursor_blink = False
        self._area = area
        self._allow_writing(area)
        yield area
        yield Static(self._first_words(), id="note-state", markup=False)

    def on_mount(self) -> None:
        """Try again to save what could not be saved."""
        if self.draft.unsaved:
            self._timer = self.set_timer(RETRY, self.save)

    def _first_words(self) -> str:
        """Return the state of the note as it is opened."""
        if self.draft.unsaved:
            return visible((self._not_saved() if self.draft.problem else boxes.NOT_SAVED_YET).pick(self.lang))
        return boxes.NOTE_HELP.pick(self.lang) if self.writing else ""

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
        self.query_one(BoxTitle).show(self.title_words())
        self.query_one(BoxKeys).show(self.keys())
        if not self.draft.unsaved:
            self._say(boxes.NOTE_HELP)

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

    def action_leave(self) -> None:
        """Close it by a click on its first row."""
        self.action_close()

    def action_close(self) -> None:
        """Save and close; after a failure the first call leaves the note open, so that no text is lost unnoticed."""
        self.save()
        if self.draft.unsaved and not self._warned:
            self._warned = True
            self._say(boxes.CLOSES_UNSAVED.format(not_saved=self._not_saved()))
        else:
            self.dismiss()

    def _not_saved(self) -> Pair:
        return boxes.NOT_SAVED.format(why=self.draft.problem)

    def _say(self, words: Pair) -> None:
        if self.is_mounted:
            self.query_one("#note-state", Static).update(visible(words.pick(self.lang)))

    def on_unmount(self) -> None:
        """Save when the program ends."""
        self._take_text()
        self.draft.save()

    def _take_text(self) -> None:
        # The message about the last letters may still be in the queue.
        if self._area is not None:
            self.draft.text = self._area.text
