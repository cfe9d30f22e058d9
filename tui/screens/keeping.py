"""What the reader keeps, on the main screen: bookmarks, notes, and where they left off."""

from __future__ import annotations

from typing import Any

from plan_data.visible import visible
from tui.places import Place
from tui.screens.frame import Frame
from tui.store import NotSaved
from widgets.views import VIEWS

MOST_PLACES = 50
"""Places of the history that are kept for the next start."""


class Keeping(Frame, inherit_bindings=False):
    """Bookmarks, notes, and the saved place."""

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

    def keep_shown(self) -> None:
        """Show on the panes what is kept."""
        bookmarks, notes = self.store.bookmarks(), self.store.notes()
        self.outline.kept = {kept.id for kept in (*bookmarks, *notes)}
        self.bookmarked = tuple(kept.id for kept in bookmarks)
        self.noted = tuple((kept.id, kept.text) for kept in notes)
        self.outline.refresh()
        if self._viewer is not None:
            self._viewer.bookmarks, self._viewer.notes = self.bookmarked, self.noted
            if self.view == "kept":
                self._viewer.draw(keep=True)

    def action_bookmark(self) -> None:
        """Set a bookmark on what is shown, or take it away."""
        id_, _ = self.at_hand()
        there = any(kept.id == id_ for kept in self.store.bookmarks())
        title = visible(self.plan.title(id_))
        try:
            self.store.set_bookmark(id_, not there)
        except NotSaved as error:
            self.notify(f"No bookmark set: {error}", severity="error", markup=False, timeout=6)
            return
        self.notify(f"{'Bookmark taken away' if there else 'Bookmarked'}: {title}", markup=False, timeout=2)
        self.keep_shown()

    def action_note(self) -> None:
        """Write a note on what is shown."""
        id_, _ = self.at_hand()
        if self.store.problem:
            self.notify(f"No notes: {self.store.problem}", severity="error", markup=False, timeout=6)
            return

        def save(text: str) -> str:
            try:
                self.store.set_note(id_, text)
            except NotSaved as error:
                return str(error)
            return ""

        from tui.screens.note import NoteScreen

        screen = NoteScreen(visible(self.plan.title(id_, self.lang)), self.store.note(id_), save)
        self.app.push_screen(screen, lambda _: self.keep_shown())

    # Where the reader left off.

    def leave_off(self) -> None:
        """Keep where the reader is for the next start."""
        self.store.set_state(
            {
                "place": list(self.place),
                "open": self.outline.opened(),
                "lang": self.lang,
                "history": [list(place) for place in self.history.places[-MOST_PLACES:]],
            }
        )

    def take_up(self, state: dict[str, Any]) -> Place | None:
        """Fold the outline and fill the history as they were left, and return the place; None where nothing fits."""
        opened = [id_ for id_ in state.get("open", []) if isinstance(id_, str) and id_ in self.plan.index]
        if opened:
            self.outline.show_open(opened)
        history = [place for place in map(self._place_of, state.get("history", [])) if place]
        self.history.places = history
        self.history.cursor = len(history) - 1
        return self._place_of(state.get("place"))

    def _place_of(self, kept: object) -> Place | None:
        """Return a place as it was kept, or None where the plan no longer has it."""
        if not isinstance(kept, list) or len(kept) != 4 or not all(isinstance(part, str) for part in kept):
            return None
        place = Place(*kept)
        known = self.plan.get(place.id) is not None and (not place.view or place.view.split()[0] in VIEWS)
        return place if known and (not place.at or self.plan.get(place.at.partition("#")[0])) else None
