"""Styles that are parsed once before the first frame. For Textual 8.2.8.

Textual parses all styles again when the theme is set, even where there is no screen yet: the second time is thrown away.
Gain: 4 of 330 ms of processor time up to the first frame.
"""

from __future__ import annotations

from textual.app import App


class ParsesOnce(App[str]):
    """An app whose theme is set before its first screen."""

    def refresh_css(self, animate: bool = True) -> None:
        """Apply other colours; without a screen nothing was parsed yet, and they only have to be known."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())
