"""The colours and attributes of each style of a span, by theme.

They are here and not in component classes of the stylesheet, because Textual makes and matches a node for each
component class of each widget whenever it computes styles: that cost half of the time to the first frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color, ColorParseError


class StyleEntry(NamedTuple):
    """How a style is drawn."""

    color: str = ""
    """Name of a variable of the theme; "" for the widget's own colour."""
    ground: str = ""
    """The same for the background."""
    bold: bool | None = None
    """Bold; None leaves it as it is."""
    underline: bool | None = None
    """Underlined; None leaves it as it is."""


_GRADES = {
    "grade-attached": StyleEntry("success", bold=True),
    "grade-quoted": StyleEntry("success"),
    "grade-reported": StyleEntry("number"),
    "grade-unchecked": StyleEntry("muted"),
}
OUTLINE: Mapping[str, StyleEntry] = {
    "cursor": StyleEntry(ground="cursor", bold=True),
    "cursor-blurred": StyleEntry(ground="cursor-blurred"),
    "fold": StyleEntry("muted"),
    "number": StyleEntry("number"),
    "section": StyleEntry("primary", bold=True),
    "count": StyleEntry("muted"),
    "match": StyleEntry("lit", bold=True),
    **_GRADES,
}
"""The styles of the outline."""
PAGE: Mapping[str, StyleEntry] = {
    "address": StyleEntry("secondary"),
    "cite": StyleEntry("muted"),
    "close": StyleEntry("zh"),
    "cursor": StyleEntry(ground="cursor"),
    "figure": StyleEntry("primary", bold=True),
    "found": StyleEntry("lit", underline=True),
    "found-now": StyleEntry("background", "warning"),
    "gap": StyleEntry("muted"),
    "heading": StyleEntry("primary"),
    "id": StyleEntry("muted"),
    "key": StyleEntry("number"),
    "link": StyleEntry("secondary"),
    "lit": StyleEntry("lit", "lit-background"),
    "marked": StyleEntry("marked"),
    "muted": StyleEntry("muted"),
    "note": StyleEntry("zh"),
    "note-doubt": StyleEntry("accent"),
    "note-gloss": StyleEntry("number"),
    "note-sic": StyleEntry("accent"),
    "number": StyleEntry("number"),
    "number-lit": StyleEntry("lit", bold=True),
    "passage": StyleEntry("foreground"),
    "quote": StyleEntry("quote"),
    "role": StyleEntry("accent"),
    "state-ambiguous": StyleEntry("error", bold=True),
    "state-loose": StyleEntry("warning"),
    "state-missing": StyleEntry("error", bold=True),
    "state-moved": StyleEntry("warning"),
    "state-unverifiable": StyleEntry("error", bold=True),
    "state-verbatim": StyleEntry("muted"),
    "term": StyleEntry("number"),
    "text": StyleEntry(),
    "title": StyleEntry("primary", bold=True),
    "zh": StyleEntry("zh"),
    **_GRADES,
}
"""The styles of a page."""
BAR: Mapping[str, StyleEntry] = {
    "strong": StyleEntry("primary", bold=True),
    "muted": StyleEntry("muted"),
    "key": StyleEntry("number", bold=True),
}
"""The styles of the bars at the top and at the bottom."""
MENU: Mapping[str, StyleEntry] = {"muted": StyleEntry("foreground"), "key": StyleEntry("primary", bold=True)}
"""The styles of a menu of letters."""


class StyleTable:
    """The styles of one table, each made once for a theme."""

    def __init__(self, table: Mapping[str, StyleEntry]) -> None:
        """Take the table."""
        self._table = table
        self._variables: Mapping[str, str] = {}
        self._styles: dict[str, Style] = {}

    def of(self, variables: Mapping[str, str]) -> StyleTable:
        """Return the same table in the colours of a theme, the app's `theme_variables`."""
        if variables is not self._variables:
            self._variables = variables
            self._styles = {"": Style.null()}
        return self

    def __getitem__(self, name: str) -> Style:
        """Return a style by its name; a name that is not in the table changes nothing."""
        style = self._styles.get(name)
        if style is None:
            entry = self._table.get(name, StyleEntry())
            style = self._styles[name] = Style(
                color=self._color(entry.color),
                bgcolor=self._color(entry.ground),
                bold=entry.bold,
                underline=entry.underline,
            )
        return style

    def _color(self, name: str) -> RichColor | None:
        try:
            return Color.parse(self._variables[name]).rich_color
        except (KeyError, ColorParseError):
            return None
