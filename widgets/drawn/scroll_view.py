"""What everything that is drawn line by line shares: no keys, and a scroll bar that stands where the lines do."""

from __future__ import annotations

from textual.scroll_view import ScrollView


class Scrolling(ScrollView, inherit_bindings=False):
    """A view of lines that scrolls. It has no keys: ScrollView's would win over the screen's."""

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """Put a scroll bar that appears where the lines stand: Textual moves only one that is there already."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y
