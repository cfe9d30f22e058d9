"""Work-arounds for Textual 8.2.8 that every widget which draws lines needs."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class ScrolledLines(ScrollView, inherit_bindings=False):
    """A scrolled view of lines. It has no keys: those that ScrollView brings would win over the screen's."""

    def __init__(self, *, id: str | None = None) -> None:
        """Make an empty view."""
        super().__init__(id=id)
        self._base = Style.null()
        """The widget's own style, looked up once for all lines that are drawn together."""

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """Move a scroll bar that appears to where the lines are: Textual moves only one that is there already."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    def scroll_to_line(self, y: int) -> None:
        """Scroll at once so that a line is the first, as far as there are lines below it."""
        last = max(0, self.virtual_size.height - self.scrollable_content_region.height)
        self.scroll_to(y=min(max(0, y), last), animate=False, immediate=True, force=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines."""
        self._base = self.rich_style
        return super().render_lines(crop)


def is_followed(click: events.Click) -> bool:
    """Return whether a click does anything: one of the left button, and the first where Textual reports a double."""
    return click.button == 1 and click.chain == 1


class PlainScrollBar(ScrollBarRender):
    """A scroll bar of whole cells in the colour of their ground: Textual's signs are of ambiguous width."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


ScrollBar.renderer = PlainScrollBar
