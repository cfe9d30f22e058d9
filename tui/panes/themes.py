"""The themes: `ink` (dark), `paper` (light), `ansi` (the terminal's own 16 colours) and `plain` (no colours).

A theme gives each role a colour, and a text style where colours do not tell enough: the variable `row` is the ground of
the cursor's row, `row-style` its text style. Stylesheets (`$row`, `text-style: $row-style`) and spans
(`widgets.drawn.styles`) take both from here. What each role is for is in docs/design.md.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

ROLES = (
    "page", "surface", "bar", "focus", "onfocus", "row", "away", "cross", "lit", "onlit",
    "text", "strong", "soft", "head", "match", "doubt", "good", "bad",
)  # fmt: skip
"""The grounds, each with the text that is special to it, then the texts."""
STYLED = ("bar", "focus", "row", "away", "lit", "strong", "head", "match", "bad")
"""Roles with a text style."""


def _theme(
    name: str, colours: Mapping[str, str], styles: Mapping[str, str], *, dark: bool, ansi: bool = False
) -> Theme:
    """Return a theme in which Textual's own widgets take the colours of our roles."""
    c = colours
    own = {
        # Textual's own would be blends with an alpha, too faint to read.
        "text-muted": c["soft"],
        "text-disabled": c["soft"],
        "foreground-muted": c["soft"],
        "text-primary": c["head"],
        "text-success": c["good"],
        "text-warning": c["match"],
        "text-error": c["bad"],
        "border": c["focus"],
        "border-blurred": c["bar"],
        "block-cursor-background": c["focus"],
        "block-cursor-foreground": c["onfocus"],
        "block-cursor-text-style": styles["focus"],
        "block-cursor-blurred-background": c["away"],
        "block-cursor-blurred-foreground": c["text"],
        "block-cursor-blurred-text-style": styles["away"],
        "block-hover-background": c["away"],
        "input-cursor-background": c["text"],
        "input-cursor-foreground": c["page"],
        "input-cursor-text-style": "reverse" if ansi else "none",
        "input-selection-background": c["focus"],
        "input-selection-foreground": c["onfocus"],
        "screen-selection-background": c["focus"],
        "screen-selection-foreground": c["onfocus"],
        "scrollbar": c["bar"],
        "scrollbar-hover": c["soft"],
        "scrollbar-active": c["soft"],
        "scrollbar-background": c["page"],
        "scrollbar-background-hover": c["page"],
        "scrollbar-background-active": c["page"],
        "scrollbar-corner-color": c["page"],
        "ansi-background": c["page"],
        "ansi-foreground": c["text"],
        "link-color": c["text"],
        "link-color-hover": c["strong"],
    }
    return Theme(
        name=name,
        primary=c["head"],
        secondary=c["soft"],
        accent=c["head"],
        foreground=c["text"],
        background=c["page"],
        surface=c["surface"],
        panel=c["bar"],
        success=c["good"],
        warning=c["match"],
        error=c["bad"],
        dark=dark,
        ansi=ansi,
        variables={**own, **c, **{f"{role}-style": style for role, style in styles.items()}},
    )


_COLOURED = {
    **dict.fromkeys(STYLED, "none"),
    "strong": "bold",
    "head": "bold",
    "emphasis": "bold",
    "regular": "not bold",
}
"""Text styles where colours tell the rest."""
_ANSI_STYLES = {
    **_COLOURED,
    "bar": "underline",
    "row": "reverse",
    "away": "bold",
    # The cursor's row is reversed, and reversed once more these would be yellow and cyan on black.
    "lit": "not reverse",
    "focus": "not reverse",
    # xterm and the Linux console draw bold black as bright black, which is not read on cyan.
    "emphasis": "underline",
    "match": "bold underline",
}
"""Text styles where there are the 16 colours of a terminal."""
_PLAIN_STYLES = {
    **_ANSI_STYLES,
    "focus": "reverse",
    "emphasis": "bold",
    # Bold and underlined too: on the cursor's row, which is reversed, the quote must still be seen.
    "lit": "reverse bold underline",
    "bad": "bold",
}
"""Text styles where there are no colours."""

INK = _theme(
    "ink",
    {
        "page": "#15171b", "surface": "#1c1f25", "bar": "#2a2f37", "focus": "#7fc7b5", "onfocus": "#0f1f1b",
        "row": "#21403d", "away": "#282c33", "cross": "#1b2d2d", "lit": "#5a4712", "onlit": "#ffe9a6",
        "text": "#d9d5c9", "strong": "#f6f2e6", "soft": "#a5a69f", "head": "#8fd0bf", "match": "#e8c274",
        "doubt": "#e8a07e", "good": "#a3cb92", "bad": "#f0907f",
    },
    _COLOURED,
    dark=True,
)  # fmt: skip
"""Dark: lamp-black, with the quotes the colour of old paper."""

PAPER = _theme(
    "paper",
    {
        "page": "#faf7ef", "surface": "#f3efe4", "bar": "#e6e0d0", "focus": "#12594f", "onfocus": "#ffffff",
        "row": "#cbe3dc", "away": "#e9e4d7", "cross": "#e2ece5", "lit": "#ffd970", "onlit": "#2b2000",
        "text": "#24211b", "strong": "#000000", "soft": "#5c584d", "head": "#0d5a4f", "match": "#6b4600",
        "doubt": "#8f3518", "good": "#2c5f27", "bad": "#a3241b",
    },
    _COLOURED,
    dark=False,
)  # fmt: skip
"""Light: ink on paper."""

_DEFAULT = dict.fromkeys(ROLES, "ansi_default")

ANSI = _theme(
    "ansi",
    {
        **_DEFAULT,
        "focus": "ansi_cyan", "onfocus": "ansi_black", "lit": "ansi_yellow", "onlit": "ansi_black",
        "doubt": "ansi_magenta", "bad": "ansi_red",
    },
    _ANSI_STYLES,
    dark=True,
    ansi=True,
)  # fmt: skip
"""The terminal's own colours, legible on black and on white: as texts only magenta and red are.

Cyan and yellow are grounds, with black on them; blue, green, white and bright black are nowhere.
"""

PLAIN = _theme("plain", _DEFAULT, _PLAIN_STYLES, dark=True, ansi=True)
"""No colours: signs, bold, underlined and reversed text tell everything."""

THEMES = (INK, PAPER, ANSI, PLAIN)
"""The themes of our own."""

OURS = frozenset(theme.name for theme in THEMES)
"""Their names."""

FIRST = INK.name
"""The default theme."""

ALIASES = {"ansi-dark": ANSI.name, "ansi-light": ANSI.name}
"""Names that settings may have for a theme of ours; Textual's own of these names have colours that cannot be read."""


def names() -> list[str]:
    """Return the names of all themes: ours, and Textual's own."""
    return [*(theme.name for theme in THEMES), *BUILTIN_THEMES]


def fitting(environment: Mapping[str, str], asked: str = "") -> str:
    """Return the theme for a terminal: `plain` where NO_COLOR is set, else the one asked for, else by its colours."""
    if environment.get("NO_COLOR"):
        return PLAIN.name
    if asked:
        return asked
    colours = Console(force_terminal=True, _environ=environment).color_system
    return ANSI.name if colours == "standard" else FIRST


def roles_of(theme: Theme) -> dict[str, str]:
    """Return our variables for a theme of Textual's own, which has none of them; a theme of ours has all."""
    if theme.name in OURS:
        return {}
    if theme.ansi:
        return dict(ANSI.variables)
    made = theme.to_color_system().generate()
    page, text, primary = (Color.parse(made[name]) for name in ("background", "foreground", "primary"))
    focus = {"focus": primary.hex, "onfocus": primary.get_contrast_text(1.0).hex}
    colours = {
        **dict.fromkeys(("strong", "onlit"), text.hex),
        **focus,
        "page": page.hex,
        "bar": made["panel"],
        "soft": text.blend(page, 0.25).hex,
        "row": page.blend(primary, 0.25).hex,
        "away": page.blend(text, 0.1).hex,
        "cross": page.blend(primary, 0.1).hex,
        "lit": page.blend(Color.parse(made["warning"]), 0.35).hex,
        "match": made["warning"],
        "doubt": made["error"],
        "bad": made["error"],
        "good": made["success"],
        "head": primary.hex,
    }
    return {**colours, **{f"{role}-style": style for role, style in _COLOURED.items()}}
