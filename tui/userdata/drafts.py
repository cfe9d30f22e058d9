"""A note while it is being written."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

from tui.userdata.store import NotSaved, Store

PATIENCE_AT_END = 1.0
"""Seconds that saving may wait for others when the program ends."""


@dataclass
class Draft:
    """The text of a note, and what the store has of it as far as is known here."""

    store: Store
    id: str
    """Id of what it stands on."""
    text: str
    """The text as it was last written."""
    stored: str
    """The text in the store, as it was last seen there."""
    problem: str = ""
    """Why it could not be saved the last time; "" where it could."""
    _lock: Lock = field(default_factory=Lock, repr=False)

    @property
    def unsaved(self) -> bool:
        """Whether the store does not have the text. One without any words is no note."""
        return (self.text if self.text.strip() else "") != self.stored

    def save(self) -> bool:
        """Save the text where the store does not have it; `problem` says why it could not be.

        Returns:
            Whether the note was changed elsewhere too: `text` then has both.
        """
        # The terminal may go away, and ask for a save from elsewhere, while one is being made.
        if not self._lock.acquire(timeout=PATIENCE_AT_END):
            return False
        try:
            if not self.unsaved:
                self.problem = ""
                return False
            text = self.text
            self.stored = self.store.set_note(self.id, text, self.stored)
            self.problem = ""
            if self.stored == text or not (text.strip() or self.stored):
                return False
            self.text = self.stored
            return True
        except NotSaved as error:
            self.problem = str(error)
            return False
        finally:
            self._lock.release()
