"""The colours and attributes of each style of a span, by theme.

There are two levels above the body, `strong` (the title of a card, an answer, a key) and `head` (the heading of a
section), and `soft` for what stands aside. All other colours have one meaning each; see docs/design.md. Names of styles
say what a span is, and many of them look the same.

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
    """How a style is drawn: in the colours of a role or two, with the text styles that the theme gives these roles."""

    color: str = ""
    """The role whose colour it has; "" for the widget's own colour."""
    ground: str = ""
    """The role whose colour is behind it."""
    style: str = ""
    """Text styles that it has besides: of rich, as `underline`, or `emphasis`, which the theme says."""


_STRONG, _HEAD, _SOFT, _TEXT = StyleEntry("strong"), StyleEntry("head"), StyleEntry("soft"), StyleEntry()
_DOUBT, _GOOD, _BAD = StyleEntry("doubt"), StyleEntry("good"), StyleEntry("bad")

STYLES: Mapping[str, StyleEntry] = {
    # Level 1, level 2, the body, and what stands aside.
    **dict.fromkeys(("strong", "title", "figure", "key", "number-lit", "section", "term"), _STRONG),
    **dict.fromkeys(("head", "heading"), _HEAD),
    **dict.fromkeys(("text", "passage", "quote", "zh", "close", "note", "link", "note-gloss", "name", "marked"), _TEXT),
    **dict.fromkeys(("soft", "muted", "cite", "count", "gap", "id", "number", "role", "state-verbatim"), _SOFT),
    **dict.fromkeys(("grade-quoted", "grade-reported", "grade-unchecked"), _SOFT),
    "address": StyleEntry(style="underline"),
    **dict.fromkeys(("fold", "pointer"), StyleEntry("head", style="regular")),
    "bold": StyleEntry(style="emphasis"),
    # One meaning each.
    "cursor": StyleEntry(ground="row"),
    "cursor-blurred": StyleEntry(ground="away"),
    "away": StyleEntry(ground="away"),
    "cross": StyleEntry(ground="cross"),
    "foot": StyleEntry(ground="surface"),
    "focus": StyleEntry("onfocus", "focus"),
    "lit": StyleEntry("onlit", "lit"),
    "match": StyleEntry("match"),
    "found": StyleEntry("match", style="underline"),
    "found-now": StyleEntry("onfocus", "focus", "emphasis"),
    **dict.fromkeys(("doubt", "note-doubt", "note-sic", "state-loose", "state-moved"), _DOUBT),
    **dict.fromkeys(("good", "grade-attached"), _GOOD),
    **dict.fromkeys(("bad", "state-ambiguous", "state-missing", "state-unverifiable"), _BAD),
}
"""The styles of spans, by name; a name that is not here draws in the widget's own colour."""


class StyleTable:
    """The styles of spans, each made once for a theme."""

    def __init__(self) -> None:
        """Make none yet."""
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
            entry = STYLES.get(name, StyleEntry())
            attributes = [self._variables.get(f"{role}-style", "") for role in (entry.color, entry.ground) if role]
            attributes += [self._variables.get(f"{word}-style", word) for word in entry.style.split(" ")]
            words = " ".join(word for word in attributes if word not in ("", "none"))
            style = Style.parse(words) + Style(color=self._color(entry.color), bgcolor=self._color(entry.ground))
            self._styles[name] = style
        return style

    def _color(self, name: str) -> RichColor | None:
        try:
            return Color.parse(self._variables[name]).rich_color
        except (KeyError, ColorParseError):
            return None
