"""How a view is to be drawn."""

from __future__ import annotations

from typing import NamedTuple

from plan_data.labels.grades import GRADE_SIGNS
from plan_data.text.occurrences import occurrences
from widgets.render.wrapping import Span


class ViewOptions(NamedTuple):
    """How a view is to be drawn."""

    width: int
    """Cells that there are."""
    lang: str = "en"
    """`en`, `zh` or `both`."""
    ascii: bool = False
    """Signs in ASCII."""
    first: int = 0
    """First column that is shown where not all fit."""
    only: str = ""
    """Words that a row must hold to be shown; "" for all rows."""
    sort: str = "weight"
    """How rows are sorted where there is a choice: `weight` or `name`."""
    nodes: tuple[str, ...] = ()
    """Ids of the nodes that the view is about, where it is about some."""
    bookmarks: tuple[str, ...] = ()
    """Ids that the reader bookmarked."""
    notes: tuple[tuple[str, str], ...] = ()
    """Ids that the reader wrote a note on, each with the note."""
    today: str = ""
    """Today's date, for what is drawn; "" for what is printed, so that it stays the same tomorrow."""
    unread: str = ""
    """Why what the reader keeps cannot be read; "" where it can."""

    def keeps(self, *texts: str) -> bool:
        """Return whether the texts of a row hold all the words."""
        return all(any(occurrences(text, word) for text in texts) for word in self.only.split())


def sign(grade: str, look: ViewOptions) -> Span:
    """Return the sign of a grade."""
    found = GRADE_SIGNS[grade]
    return Span(found.ascii if look.ascii else found.sign, f"grade-{grade}")
