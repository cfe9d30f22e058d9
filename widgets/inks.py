"""The inks: what each style of a span looks like, in the colours of the theme.

They stand here and not in component classes of the stylesheet, because Textual makes and matches a node for each
component class of each widget, every time that styles are looked at: that cost half of the first frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color, ColorParseError


class Ink(NamedTuple):
    """How a style is drawn."""

    color: str = ""
    """Name of a variable of the theme; "" for the colour of what lies below."""
    ground: str = ""
    """The same for the background."""
    bold: bool | None = None
    """Bold, or as what lies below."""
    underline: bool | None = None
    """Underlined, or as what lies below."""


_GRADES = {
    "grade-attached": Ink("success", bold=True),
    "grade-quoted": Ink("success"),
    "grade-reported": Ink("number"),
    "grade-unchecked": Ink("muted"),
}
OUTLINE: Mapping[str, Ink] = {
    "cursor": Ink(ground="cursor", bold=True),
    "cursor-blurred": Ink(ground="cursor-blurred"),
    "fold": Ink("muted"),
    "number": Ink("number"),
    "section": Ink("primary", bold=True),
    "count": Ink("muted"),
    "match": Ink("lit", bold=True),
    **_GRADES,
}
"""The styles of the outline."""
PAGE: Mapping[str, Ink] = {
    "address": Ink("secondary"),
    "cite": Ink("muted"),
    "close": Ink("zh"),
    "cursor": Ink(ground="cursor"),
    "figure": Ink("primary", bold=True),
    "found": Ink("lit", underline=True),
    "found-now": Ink("background", "warning"),
    "gap": Ink("muted"),
    "heading": Ink("primary"),
    "id": Ink("muted"),
    "key": Ink("number"),
    "link": Ink("secondary"),
    "lit": Ink("lit", "lit-background"),
    "marked": Ink("marked"),
    "muted": Ink("muted"),
    "note": Ink("zh"),
    "note-doubt": Ink("accent"),
    "note-gloss": Ink("number"),
    "note-sic": Ink("accent"),
    "number": Ink("number"),
    "number-lit": Ink("lit", bold=True),
    "passage": Ink("foreground"),
    "quote": Ink("quote"),
    "role": Ink("accent"),
    "state-ambiguous": Ink("error", bold=True),
    "state-loose": Ink("warning"),
    "state-missing": Ink("error", bold=True),
    "state-moved": Ink("warning"),
    "state-unverifiable": Ink("error", bold=True),
    "state-verbatim": Ink("muted"),
    "term": Ink("number"),
    "text": Ink(),
    "title": Ink("primary", bold=True),
    "zh": Ink("zh"),
    **_GRADES,
}
"""The styles of a page."""
BAR: Mapping[str, Ink] = {
    "strong": Ink("primary", bold=True),
    "muted": Ink("muted"),
    "key": Ink("number", bold=True),
}
"""The styles of the bars at the top and at the bottom."""
MENU: Mapping[str, Ink] = {"muted": Ink("foreground"), "key": Ink("primary", bold=True)}
"""The styles of a menu of letters."""


class Inks:
    """The styles of one table of inks, each made once for a theme."""

    def __init__(self, table: Mapping[str, Ink]) -> None:
        """Take the table."""
        self._table = table
        self._variables: Mapping[str, str] = {}
        self._styles: dict[str, Style] = {}

    def of(self, variables: Mapping[str, str]) -> Inks:
        """Return these inks in the colours of a theme, the app's `theme_variables`."""
        if variables is not self._variables:
            self._variables = variables
            self._styles = {"": Style.null()}
        return self

    def __getitem__(self, name: str) -> Style:
        """Return a style by its name; a name that is not in the table changes nothing."""
        style = self._styles.get(name)
        if style is None:
            ink = self._table.get(name, Ink())
            style = self._styles[name] = Style(
                color=self._color(ink.color), bgcolor=self._color(ink.ground), bold=ink.bold, underline=ink.underline
            )
        return style

    def _color(self, name: str) -> RichColor | None:
        try:
            return Color.parse(self._variables[name]).rich_color
        except (KeyError, ColorParseError):
            return None
