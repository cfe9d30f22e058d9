"""The themes: `ink` (dark) and `paper` (light), made for this text."""

from textual.theme import BUILTIN_THEMES, Theme

INK = Theme(
    name="ink",
    primary="#d7b56d",
    secondary="#8db4d6",
    accent="#e08a6a",
    foreground="#d9d5c9",
    background="#15171b",
    surface="#1b1e23",
    panel="#252930",
    success="#9cc28a",
    warning="#e0b35a",
    error="#e8806f",
    dark=True,
    variables={
        "muted": "#989ca4",
        "zh": "#c9bfa4",
        "quote": "#e9e2c9",
        "lit": "#ffe9a6",
        "lit-background": "#5a4712",
        "marked": "#e3d3a0",
        "cursor": "#263345",
        "cursor-blurred": "#262b33",
        "number": "#8db4d6",
    },
)
"""Dark: lamp-black, with the quotes the colour of old paper."""

PAPER = Theme(
    name="paper",
    primary="#7a4f00",
    secondary="#1f5a8c",
    accent="#a83a1c",
    foreground="#24211b",
    background="#faf7ef",
    surface="#f2eee2",
    panel="#e6e0d0",
    success="#2f6b2a",
    warning="#7a4f00",
    error="#a8261c",
    dark=False,
    variables={
        "muted": "#5f5b50",
        "zh": "#4c4433",
        "quote": "#2b2413",
        "lit": "#2b2000",
        "lit-background": "#ffd970",
        "marked": "#6b4a00",
        "cursor": "#cfdcea",
        "cursor-blurred": "#e4e2da",
        "number": "#1f5a8c",
    },
)
"""Light: ink on paper."""

THEMES = (INK, PAPER)
"""The themes of our own."""

FIRST = INK.name
"""The default theme."""

ALIASES = {"ansi": "ansi-dark"}
"""Short names of themes: `ansi` takes the terminal's own colours."""

DEFAULTS = {
    "muted": "ansi_bright_black",
    "zh": "ansi_default",
    "quote": "ansi_default",
    "lit": "ansi_black",
    "lit-background": "ansi_yellow",
    "marked": "ansi_yellow",
    "cursor": "ansi_blue",
    "cursor-blurred": "ansi_bright_black",
    "number": "ansi_cyan",
}
"""Our variables in themes that do not set them."""


def names() -> list[str]:
    """Return the names of all themes: ours, and Textual's own."""
    return [*(theme.name for theme in THEMES), *BUILTIN_THEMES]
