"""Options of a view: its width, language, filter, sort order and so on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from plan_data.labels.grades import GRADE_LABELS, GRADE_SIGNS, ITS_DATE, SHORT_GRADES
from plan_data.text.occurrences import occurrences
from widgets.render.wrapping import Line, Span, line_width


class ViewOptions(NamedTuple):
    """How a view is to be drawn."""

    width: int
    """Its width in cells."""
    lang: str = "en"
    """`en`, `zh` or `both`."""
    ascii: bool = False
    """Whether to draw signs in ASCII."""
    only: str = ""
    """Filter: words that a row must contain; "" for all rows."""
    sort: str = ""
    """How rows are sorted where there is a choice, of `TableLayout.orders`; "" for the view's own order."""
    nodes: tuple[str, ...] = ()
    """Ids of the nodes or bodies that the view is about; () for the whole plan."""
    bookmarks: tuple[str, ...] = ()
    """Ids that the reader bookmarked."""
    notes: tuple[tuple[str, str], ...] = ()
    """Ids that the reader wrote a note on, each with the note."""
    today: str = ""
    """Today's date on the screen; "" in print, so that the output does not change from day to day."""
    unread: str = ""
    """Why bookmarks and notes cannot be read; "" where they can."""
    keys: Mapping[str, str] = {}
    """Id of a command to the key that a sentence may name; without it no sentence names a key, as on paper."""

    def matches(self, *texts: str) -> bool:
        """Return whether the texts of a row contain all the words of the filter."""
        return all(any(occurrences(text, word) for text in texts) for word in self.only.split())


def sign(grade: str, options: ViewOptions) -> Span:
    """Return the sign of a grade."""
    return Span(GRADE_SIGNS[grade].drawn(options.ascii), f"grade-{grade}")


def supported(grade: str, options: ViewOptions, of_date: str = "") -> Line:
    """Return how far what a sentence says is supported, in sign and words; and its date, where that has another grade.

    Args:
        grade: The grade of the whole.
        options: The view's options.
        of_date: The grade of its date; "" where it has none.
    """
    line: Line = (Span("  "), sign(grade, options), Span(f" {GRADE_LABELS[grade].pick(options.lang)}", "soft"))
    if of_date in ("", grade):
        return line
    words = Span(f" {GRADE_LABELS[of_date].pick(options.lang)}", "soft")
    return (*line, Span(ITS_DATE.pick(options.lang), "soft"), sign(of_date, options), words)


def grade_legend(grades: Collection[str], options: ViewOptions) -> Line:
    """Return the signs of some grades for the line of signs below a view, in long words where these fit."""
    line: Line = ()
    for labels in (GRADE_LABELS, SHORT_GRADES):
        parts = [
            (sign(grade, options), Span(f" {words.pick(options.lang)}", "soft"))
            for grade, words in labels.items()
            if grade in grades
        ]
        line = tuple(span for n, part in enumerate(parts) for span in ((Span("  "), *part) if n else part))
        if line_width(line) <= options.width:
            break
    return line
