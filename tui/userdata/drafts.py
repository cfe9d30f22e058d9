"""A note while it is being written."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

from plan_data.model.pair import Pair
from tui.userdata.store import NotSaved, Store

PATIENCE_AT_END = 1.0
"""Seconds that saving may wait for a lock when the program ends."""


@dataclass
class Draft:
    """The text of a note, with the text that the store had when it was last read."""

    store: Store
    id: str
    """Id of the entry that the note is on."""
    text: str
    """The text as typed."""
    stored: str
    """The text in the store when it was last read or written."""
    problem: Pair = Pair()
    """Why the last save failed; empty where it did not."""
    _lock: Lock = field(default_factory=Lock, repr=False)

    @property
    def unsaved(self) -> bool:
        """Whether the text differs from the stored one. A blank text is stored as no note."""
        return (self.text if self.text.strip() else "") != self.stored

    def save(self) -> bool:
        """Save the text, if it is unsaved; after a failure `problem` says why.

        Returns:
            Whether the note was changed elsewhere too; `text` then contains both versions.
        """
        # When the terminal is closed, another thread may save during a save.
        if not self._lock.acquire(timeout=PATIENCE_AT_END):
            return False
        try:
            if not self.unsaved:
                self.problem = Pair()
                return False
            text = self.text
            self.stored = self.store.set_note(self.id, text, self.stored)
            self.problem = Pair()
            if self.stored == text or not (text.strip() or self.stored):
                return False
            self.text = self.stored
            return True
        except NotSaved as error:
            self.problem = error.why
            return False
        finally:
            self._lock.release()
