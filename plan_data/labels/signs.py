"""The signs that the program draws. Each is one cell wide in every terminal: none is of ambiguous width (UAX #11)."""

from __future__ import annotations

from typing import NamedTuple


class Sign(NamedTuple):
    """A sign that says something without colour."""

    sign: str
    """The sign."""
    ascii: str
    """The same for terminals that know only ASCII."""

    def drawn(self, in_ascii: bool) -> str:
        """Return the sign, in ASCII or not."""
        return self.ascii if in_ascii else self.sign


FOCUS = Sign("»", ">")
"""Before the title of the focused pane, and before the row that the cursor is on."""
OPEN = Sign("▾", "-")
"""Before a branch, section or pane that is open."""
FOLDED = Sign("▸", "+")
"""Before a branch, section or pane that is folded."""
LEFT_OUT = " .."
"""At the end of a name of which whole words are left out."""
SAVED = "&"
"""Behind an entry that has a bookmark or a note."""
