"""The screen below a box, drawn in one quiet colour: it can still be read, and nothing looks as if it had the keys.

Textual 8.2.8 mixes each colour with the ground of the box, which takes the text below 4.5:1, and leaves bold and
reversed text as it is.
"""

from __future__ import annotations

from rich.color import Color as RichColor
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen

GROUND = 0.8
"""Share of the page's colour in what is drawn as a background; 1 is nothing but the page."""


class Dimmed(BackgroundScreen):
    """The screen below a box."""

    def __init__(self, screen: Screen[object], ink: Color | None, page: Color | None) -> None:
        """Draw a screen in one ink on backgrounds that are nearly the page's; None for colours of the terminal."""
        super().__init__(screen, Color(0, 0, 0, 0))
        self._ink = ink.rich_color if ink else None
        self._page = page
        self._styles: dict[RichColor | None, Style] = {}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the screen's text in the quiet colours."""
        for segment in console.render(self.screen._compositor, options):
            yield segment if segment.control else Segment(segment.text, self._style(segment.style))

    def _style(self, style: Style | None) -> Style:
        ground = style.bgcolor if style else None
        if ground not in self._styles:
            shown = None
            if self._page is not None and ground is not None:
                shown = Color.from_rich_color(ground).blend(self._page, GROUND).rich_color
            self._styles[ground] = Style(color=self._ink, bgcolor=shown)
        return self._styles[ground]
