"""The card pane: the card of a node, body or source."""

from __future__ import annotations

from textual.message import Message
from textual.reactive import var

from plan_data.model.entities import Quote
from tui.commands import first_keys
from tui.panes.pane import PagePane
from widgets.drawn.grid import Grid
from widgets.drawn.page import WIDEST
from widgets.render.cards import node_card


class CardPane(PagePane, Grid):
    """The card of a node, body or source."""

    widest = WIDEST

    class Left(Message):
        """The reader goes back to the outline."""

    shown: var[str] = var("", init=False)
    """Id of the entry that is shown; bound by the screen."""
    at: var[str] = var("", init=False)
    """The location of the source pane; bound by the screen."""

    def watch_shown(self) -> None:
        """Draw the card of another node."""
        self.draw()

    def draw(self, *, keep: bool = False) -> None:
        """Draw the card; `keep` leaves scroll and cursor where they are."""
        item = self.plan.get(self.shown)
        if item is not None and not isinstance(item, Quote):
            given = (self.lang, self.ascii_signs, first_keys(), self.room)
            self.show(node_card(self.plan, self.shown, *given), keep=keep)

    def settle(self) -> None:
        """Lay the sides of a conflict out anew where the width has changed."""
        if self.scrollable_content_region.width != self._width and self.plan.kind_of(self.shown) == "conflict":
            self.draw(keep=True)
        super().settle()

    def into(self) -> None:
        """Go to the column at the right, or follow the link."""
        if not self.sideways(1):
            self.enter()

    def out(self) -> None:
        """Go to the column at the left, or back to the outline."""
        if not self.sideways(-1):
            self.post_message(self.Left())

    def scroll_by(self, lines: int) -> None:
        """Scroll by lines, whatever has the focus."""
        self.scroll_relative(y=lines, animate=False, immediate=True, force=True)

    def toggle(self) -> None:
        """Fold or unfold the section."""
        self.toggle_section()

    def find_page(self) -> None:
        """Return None: from the card one jumps."""

    def under_cursor(self) -> tuple[str, str]:
        """Return the quote under the cursor, else the one that the source pane is open at."""
        return "", next((id_ for id_ in (self.target, self.at) if id_ in self.plan.quotes), "")
