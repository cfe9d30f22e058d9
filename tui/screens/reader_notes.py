"""The reader's bookmarks and notes on the main screen: read, shown, written, and saved as soon as that is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from plan_data.labels import answers
from plan_data.model.entities import Node
from plan_data.text.visible import visible
from tui.userdata.drafts import Draft
from tui.userdata.moved_plans import remember
from tui.userdata.store import NO_PATIENCE, NotRead, NotSaved

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

RETRY = 2.0
"""Seconds between two tries to save what could not be saved, or to read what could not be read."""


class ReaderNotes:
    """The bookmarks and notes that a main screen shows, with those that could not be saved yet."""

    def __init__(self, screen: MainScreen) -> None:
        """Serve a screen."""
        self.screen = screen
        self.drafts: dict[str, Draft] = {}
        """Notes that are open or could not be saved yet, by the id of their entry."""
        self.unsaved_marks: dict[str, bool] = {}
        """Bookmarks that could not be set (True) or taken away (False) yet."""
        self.offered = ""
        """Id of what a note is offered on, until the next key."""
        self._retry: Timer | None = None
        screen.store.patience = NO_PATIENCE

    # Reading.

    def check(self) -> None:
        """Say so where nothing can be saved, after the start."""
        store = self.screen.store
        if store.keeps and store.problem:
            self.screen.alert("notes", answers.NOT_KEPT.format(problem=store.problem))
        else:
            remember(store, self.screen.plan)
        if self.screen.unread:
            # A damaged store has been set aside by now, and a locked one may be free.
            self.show()

    def read(self) -> None:
        """Read bookmarks and notes, other explorers' too, and add what could not be saved yet."""
        screen = self.screen
        try:
            bookmarks = [bookmark.id for bookmark in screen.store.bookmarks()]
            notes = {note.id: note.text for note in screen.store.notes()}
            screen.unread = ""
        except NotRead as error:
            bookmarks, notes = list(screen.bookmarked), dict(screen.noted)
            screen.unread = error.why.pick(screen.lang)
            self._retry_soon()
        for id_, is_set in self.unsaved_marks.items():
            bookmarks = [id_] * is_set + [other for other in bookmarks if other != id_]
        for id_, draft in self.drafts.items():
            if draft.unsaved:
                notes = {id_: draft.text, **{other: text for other, text in notes.items() if other != id_}}
        screen.bookmarked = tuple(bookmarks)
        screen.noted = tuple((id_, text) for id_, text in notes.items() if text.strip())
        screen.outline.saved = {*bookmarks, *(id_ for id_, _ in screen.noted)}

    def show(self) -> None:
        """Read bookmarks and notes, and show them."""
        self.read()
        if self.screen.view == "kept":
            self.screen.viewer.draw(keep=True)

    # Bookmarks.

    def toggle_bookmark(self) -> None:
        """Set a bookmark on the current entry, or remove it."""
        screen = self.screen
        id_, _ = screen.at_hand()
        self.read()
        is_set = id_ in screen.bookmarked
        done = (answers.UNBOOKMARKED if is_set else answers.BOOKMARKED).format(
            title=screen.plan.title(id_, screen.lang)
        )
        try:
            screen.store.set_bookmark(id_, not is_set)
            self.unsaved_marks.pop(id_, None)
        except NotSaved as error:
            if not error.busy:
                screen.say(answers.NO_BOOKMARK.format(why=error.why))
                return
            self.unsaved_marks[id_] = not is_set
            self._retry_soon()
            done = answers.SAVED_LATER.format(done=done)
        screen.say(done)
        self.show()

    # Notes.

    def open_note(self) -> None:
        """Show the note on the current entry; where there is none, offer one."""
        screen = self.screen
        id_, _ = screen.at_hand()
        draft = self.drafts.get(id_)
        try:
            stored = "" if draft else screen.store.note(id_)
            if not draft and not stored:
                screen.store.check()
        except (NotRead, NotSaved) as error:
            if isinstance(error, NotRead) or not error.busy:
                screen.say(answers.NO_NOTES.format(why=error.why))
                return
        if draft or stored:
            self._open_draft(draft or Draft(screen.store, id_, stored, stored), writing=False)
        else:
            self.offered = id_
            screen.say(answers.NOTE_OFFERED.format(title=screen.plan.title(id_, screen.lang)))

    def answer_offer(self, key: str) -> bool:
        """Take the key after a note was offered, and return whether that is all it does.

        Enter begins to write, Escape only closes the offer. Any other key closes it and does what it always does.
        """
        id_ = self.close_offer()
        if key == "enter" and id_ and id_ == self.screen.at_hand()[0]:
            self._open_draft(Draft(self.screen.store, id_, "", ""), writing=True)
            return True
        return bool(id_) and key == "escape"

    def close_offer(self) -> str:
        """Close the offer of a note, and return the id that one was offered on; "" for none."""
        id_, self.offered = self.offered, ""
        if id_:
            self.screen.said = ""
        return id_

    def _open_draft(self, draft: Draft, *, writing: bool) -> None:
        from tui.screens.note import NoteScreen

        self.drafts[draft.id] = draft
        screen = self.screen
        item = screen.plan.get(draft.id)
        note = NoteScreen(
            visible(screen.plan.title(draft.id, screen.lang)),
            draft,
            writing=writing,
            lang=screen.lang,
            number=visible(item.number) if isinstance(item, Node) else "",
            in_ascii=screen.ascii_signs,
        )

        def closed(_: object) -> None:
            if draft.unsaved:
                words = answers.NOTE_UNSAVED.format(title=note.note_title, why=draft.problem)
                self.screen.alert(draft.id, words)
                self._retry_soon()
            elif note.merged_last:
                self.screen.say(answers.NOTE_MERGED.format(title=note.note_title))
            self._drop_saved()
            self.show()

        self.screen.app.push_screen(note, closed)

    # Notes and bookmarks that could not be saved.

    def _retry_soon(self) -> None:
        if self._retry is None and self.screen.is_running:
            self._retry = self.screen.set_interval(RETRY, self._try_again)

    def _try_again(self) -> None:
        screen = self.screen
        if not screen.is_current:
            # The box of an open note retries by itself.
            return
        waiting = [draft for draft in self.drafts.values() if draft.unsaved]
        marks = bool(self.unsaved_marks)
        self.save()
        for draft in waiting:
            if not draft.unsaved:
                screen.alert(draft.id)
                screen.say(answers.NOTE_SAVED.format(title=screen.plan.title(draft.id, screen.lang)))
        if marks and not self.unsaved_marks:
            screen.say(answers.BOOKMARKS_SAVED)
        self._drop_saved()
        self.show()
        if not (self.drafts or self.unsaved_marks or screen.unread) and self._retry is not None:
            self._retry.stop()
            self._retry = None

    def _drop_saved(self) -> None:
        self.drafts = {id_: draft for id_, draft in self.drafts.items() if draft.unsaved}

    def save(self) -> None:
        """Save the notes and bookmarks that could not be saved, as far as that is possible now."""
        for draft in list(self.drafts.values()):
            draft.save()
        for id_, is_set in list(self.unsaved_marks.items()):
            try:
                self.screen.store.set_bookmark(id_, is_set)
            except NotSaved:
                break
            del self.unsaved_marks[id_]

    def lost(self) -> list[str]:
        """Return the notes that could not be saved to the end, each as a text that says so."""
        lang = self.screen.lang
        return [
            answers.NOTE_LOST.format(
                title=self.screen.plan.title(draft.id, lang),
                id=draft.id,
                why=draft.problem,
                text=draft.text,
            ).pick(lang)
            for draft in self.drafts.values()
            if draft.unsaved
        ]
