"""What the reader keeps, on the main screen: bookmarks, notes, and where they left off."""

from __future__ import annotations

from typing import Any

from textual.timer import Timer

from plan_data.model.plan import Plan
from plan_data.text.visible import visible
from tui.panes.bars import Hints
from tui.screens.frame import Frame
from tui.userdata.drafts import PATIENCE_AT_END, Draft
from tui.userdata.history import Location
from tui.userdata.moved_plans import remember
from tui.userdata.store import NO_PATIENCE, NotRead, NotSaved

RETRY = 2.0
"""Seconds between two tries to save what could not be saved, or to read what could not be read."""
MOST_PLACES = 50
"""Places of the history that are kept for the next start."""


class Keeping(Frame, inherit_bindings=False):
    """Bookmarks, notes, and the saved place."""

    def __init__(self, plan: Plan, **options: Any) -> None:
        """Open a plan; nothing of the reader's waits to be saved yet."""
        super().__init__(plan, **options)
        self.store.patience = NO_PATIENCE
        self.drafts: dict[str, Draft] = {}
        """Notes that are open or could not be saved yet, by what they stand on."""
        self.unsaved_marks: dict[str, bool] = {}
        """Bookmarks that could not be set (True) or taken away (False) yet."""
        self.offered = ""
        """Id of what a note is offered on, until the next key."""
        self._again: Timer | None = None

    def start(self) -> None:
        """Go to the place that was given, else to where the reader left off, else to the root."""
        state = self.store.state()
        kept = self.take_up(state) if state else None
        if kept and not self.at_given:
            self.start_at = kept
        super().start()
        if kept and not self.at_given and kept.view:
            self.focus_pane("view")
        self.keep_shown()
        self.call_after_refresh(self.look_through)

    def look_through(self) -> None:
        """Say so where nothing can be kept."""
        if self.store.keeps and self.store.problem:
            text = visible(f"{self.store.problem}. Notes and bookmarks are not saved.")
            self.notify(text, severity="warning", markup=False, timeout=8)
        else:
            remember(self.store, self.plan)
        if self.unread:
            # What was damaged is set aside by now, and what was locked may be free.
            self.keep_shown()

    def read_kept(self) -> None:
        """Read what is kept, by other explorers too, and add what could not be saved yet."""
        try:
            bookmarks = [kept.id for kept in self.store.bookmarks()]
            notes = {kept.id: kept.text for kept in self.store.notes()}
            self.unread = ""
        except NotRead as error:
            bookmarks, notes = list(self.bookmarked), dict(self.noted)
            self.unread = str(error)
            self.try_again_soon()
        for id_, there in self.unsaved_marks.items():
            bookmarks = [id_] * there + [other for other in bookmarks if other != id_]
        for id_, draft in self.drafts.items():
            if draft.unsaved:
                notes = {id_: draft.text, **{other: text for other, text in notes.items() if other != id_}}
        self.bookmarked = tuple(bookmarks)
        self.noted = tuple((id_, text) for id_, text in notes.items() if text.strip())
        self.outline.kept = {*bookmarks, *(id_ for id_, _ in self.noted)}

    def keep_shown(self) -> None:
        """Show on the panes what is kept."""
        self.read_kept()
        self.outline.refresh()
        if self.view == "kept":
            self.viewer.draw(keep=True)

    def watch_view(self, view: str) -> None:
        """Show what other explorers keep meanwhile, too."""
        if view == "kept":
            self.read_kept()
        super().watch_view(view)

    def action_bookmark(self) -> None:
        """Set a bookmark on what is shown, or take it away."""
        id_, _ = self.at_hand()
        self.read_kept()
        there = id_ in self.bookmarked
        title = visible(self.plan.title(id_))
        done = f"{'Bookmark taken away' if there else 'Bookmarked'}: {title}"
        try:
            self.store.set_bookmark(id_, not there)
            self.unsaved_marks.pop(id_, None)
        except NotSaved as error:
            if not error.busy:
                self.notify(visible(f"No bookmark set: {error}"), severity="error", markup=False, timeout=6)
                return
            self.unsaved_marks[id_] = not there
            self.try_again_soon()
            done += "; not saved yet: another program is writing"
        self.notify(done, markup=False, timeout=2)
        self.keep_shown()

    def action_note(self) -> None:
        """Show the note on what is shown; where there is none, offer one."""
        id_, _ = self.at_hand()
        try:
            draft = self.drafts.get(id_)
            stored = "" if draft else self.store.note(id_)
            if not draft and not stored:
                self.store.check()
        except NotRead as error:
            self.notify(visible(f"No notes: {error}"), severity="error", markup=False, timeout=6)
            return
        except NotSaved as error:
            if not error.busy:
                self.notify(visible(f"No notes: {error}"), severity="error", markup=False, timeout=6)
                return
        if draft or stored:
            self._open_note(draft or Draft(self.store, id_, stored, stored), writing=False)
        else:
            self.offered = id_
            title = visible(self.plan.title(id_, self.lang))
            self.query_one(Hints).said = f"No note on {title}. Enter writes one, escape leaves."

    def answer_offer(self, key: str) -> bool:
        """Take the key after a note was offered, and return whether that is all it does.

        Enter begins to write, Escape only closes the offer. Any other key closes it and does what it always does.
        """
        id_ = self.close_offer()
        if key == "enter" and id_ and id_ == self.at_hand()[0]:
            self._open_note(Draft(self.store, id_, "", ""), writing=True)
            return True
        return bool(id_) and key == "escape"

    def close_offer(self) -> str:
        """Take what is said out of the footer, and with it an offer of a note; return on what one was, or ""."""
        id_, self.offered = self.offered, ""
        self.query_one(Hints).said = ""
        return id_

    def on_mouse_down(self) -> None:
        """Offer no note any more: a click leads elsewhere."""
        self.close_offer()

    def on_screen_suspend(self) -> None:
        """Offer no note any more: something else is open."""
        self.close_offer()

    def _open_note(self, draft: Draft, *, writing: bool) -> None:
        from tui.screens.note import NoteScreen

        self.drafts[draft.id] = draft
        screen = NoteScreen(visible(self.plan.title(draft.id, self.lang)), draft, writing=writing)

        def closed(_: object) -> None:
            title = screen.note_title
            if draft.unsaved:
                words = f"The note on {title} is not saved: {draft.problem}. It is tried again; i shows it."
                self.notify(visible(words), severity="warning", markup=False, timeout=8)
                self.try_again_soon()
            elif screen.merged_last:
                self.notify(f"The note on {title} was changed elsewhere too: both texts are kept.", markup=False)
            self._drop_saved()
            self.keep_shown()

        self.app.push_screen(screen, closed)

    # What could not be saved.

    def try_again_soon(self) -> None:
        """Try again by itself, until all is saved and read."""
        if self._again is None and self.is_running:
            self._again = self.set_interval(RETRY, self._try_again)

    def _try_again(self) -> None:
        waited = [draft for draft in self.drafts.values() if draft.unsaved]
        marks = bool(self.unsaved_marks)
        if not self.is_current:
            # A note that is open tries for itself.
            return
        self.save_unsaved()
        for draft in waited:
            if not draft.unsaved:
                self.notify(f"Saved: the note on {visible(self.plan.title(draft.id))}.", markup=False, timeout=4)
        if marks and not self.unsaved_marks:
            self.notify("The bookmarks are saved.", markup=False, timeout=4)
        self._drop_saved()
        self.keep_shown()
        if not (self.drafts or self.unsaved_marks or self.unread) and self._again is not None:
            self._again.stop()
            self._again = None

    def _drop_saved(self) -> None:
        self.drafts = {id_: draft for id_, draft in self.drafts.items() if draft.unsaved}

    def save_unsaved(self) -> None:
        """Save the notes and bookmarks that could not be saved, as far as that is possible now."""
        for draft in list(self.drafts.values()):
            draft.save()
        for id_, there in list(self.unsaved_marks.items()):
            try:
                self.store.set_bookmark(id_, there)
            except NotSaved:
                break
            del self.unsaved_marks[id_]

    def lost(self) -> list[str]:
        """Return the notes that could not be saved to the end, each as a text that says so."""
        return [
            f"The note on {self.plan.title(draft.id)} ({draft.id}) could not be saved: {draft.problem}. It reads:\n"
            + draft.text
            for draft in self.drafts.values()
            if draft.unsaved
        ]

    # Where the reader left off.

    def leave_off(self) -> None:
        """Save what is not saved yet, and keep where the reader is for the next start; within about a second.

        Whoever came to pick an entry reads on where they were: their place stays.
        """
        self.store.end_within(PATIENCE_AT_END)
        self.save_unsaved()
        if self.pick:
            return
        self.store.set_state(
            {
                "place": list(self.navigator.location),
                "open": self.outline.opened(),
                "lang": self.lang,
                "history": [list(place) for place in self.navigator.history.places[-MOST_PLACES:]],
            }
        )

    def take_up(self, state: dict[str, Any]) -> Location | None:
        """Fold the outline and fill the history as they were left, and return the place; None where nothing fits."""
        opened = [id_ for id_ in state.get("open", []) if isinstance(id_, str) and id_ in self.plan.index]
        if opened:
            self.outline.show_open(opened)
        history = [place for place in map(self._place_of, state.get("history", [])) if place]
        self.navigator.history.places = history
        self.navigator.history.cursor = len(history) - 1
        return self._place_of(state.get("place"))

    def _place_of(self, kept: object) -> Location | None:
        """Return a place as it was kept, or None where the plan no longer has it."""
        if not isinstance(kept, list) or len(kept) != 4 or not all(isinstance(part, str) for part in kept):
            return None
        place = Location(*kept)
        return place if self.plan.get(place.id) is not None and self.navigator.knows(place) else None
