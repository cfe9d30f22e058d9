"""The outline pane: how the keys and clicks walk the outline, fold it and filter it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from widgets.drawn.outline import MARGIN, Outline
from widgets.drawn.textual_fixes import is_followed


class OutlinePane(Outline):
    """The outline. The screen moves it, and the card with it, so that both are drawn in the same frame."""

    @dataclass
    class Moved(Message):
        """The reader goes to another node."""

        id: str
        """Id of the node."""

    class Submitted(Message):
        """Enter was pressed on a node."""

    class Left(Message):
        """The reader goes on to the card."""

    # The keys of every pane.

    def step(self, by: int) -> None:
        """Go so many rows down, or up, at most to the last or first."""
        row = max(0, self.row_of(self.current)) + by
        self._move_to_row(min(max(row, 0), len(self.rows) - 1))

    def turn(self, by: float) -> None:
        """Go so many pages down, or up."""
        self.step(round(by * max(1, self.scrollable_content_region.height - 1)))

    def edge(self, last: bool) -> None:
        """Go to the first or last row."""
        self._move_to_row(-1 if last else 0)

    def enter(self) -> None:
        """Go into the node."""
        self.post_message(self.Submitted())

    def into(self) -> None:
        """Unfold, or go to the first child; from a node without any to the card."""
        first = next((child for child in self.plan.node(self.current).children if not self.hides(child)), "")
        if not first:
            self.post_message(self.Left())
        elif not self.is_open(self.current):
            self.set_open([self.current], True)
        else:
            self.post_message(self.Moved(first))

    def out(self) -> None:
        """Fold, or go to the parent."""
        node = self.plan.node(self.current)
        if node.children and self.is_open(node.id):
            self.set_open([node.id], False)
        elif node.parent:
            self.post_message(self.Moved(node.parent))

    def toggle(self) -> None:
        """Fold or unfold the node."""
        self.set_open([self.current], not self.is_open(self.current))

    def find_page(self) -> None:
        """Return None: in the outline one jumps."""

    def under_cursor(self) -> tuple[str, str]:
        """Return two empty ids: the screen shows the node under the cursor."""
        return "", ""

    # The keys of the outline alone.

    def sibling(self, by: int) -> None:
        """Go to the next or previous sibling."""
        node = self.plan.node(self.current)
        if node.parent:
            siblings = [child for child in self.plan.node(node.parent).children if not self.hides(child)]
            self.post_message(self.Moved(siblings[min(max(siblings.index(node.id) + by, 0), len(siblings) - 1)]))

    def fold_below(self, folded: bool) -> None:
        """Fold or unfold the node and everything below it."""
        self.set_open_below(self.current, not folded)

    def fold_to(self, depth: int) -> None:
        """Fold the whole outline to a depth."""
        self.open_to_depth(depth)
        self.come_into_sight()

    def next_match(self, by: int) -> None:
        """Go to the next or previous match in pre-order, round the ends."""
        index = self.plan.index
        order = sorted(self.matches, key=index.__getitem__, reverse=by < 0)
        here = index[self.current]
        self.post_message(self.Moved(next((id_ for id_ in order if (index[id_] - here) * by > 0), order[0])))

    def show_unstated(self) -> int:
        """Show only the nodes that no quote states, with their ancestors; return how many they are, 0 for all nodes."""
        unstated = [id_ for ids in self.plan.uses.unstated.values() for id_ in ids]
        self.set_only(unstated or None)
        return len(unstated)

    def come_into_sight(self) -> None:
        """Go to the nearest ancestor that is in sight, where the node itself is not."""
        if (shown := self.shown_ancestor(self.current)) != self.current:
            self.post_message(self.Moved(shown))

    def on_click(self, event: events.Click) -> None:
        """Go to the clicked row; a click on its fold sign folds it too."""
        row = event.y + self.scroll_offset.y
        if is_followed(event) and 0 <= row < len(self.rows):
            position = self.rows[row]
            id_, sign = self.plan.columns.ids[position], MARGIN + 2 * max(0, self.plan.depths[position] - 1)
            self.post_message(self.Moved(id_))
            if sign <= event.x <= sign + 1:
                self.set_open([id_], not self.is_open(id_))

    def _move_to_row(self, row: int) -> None:
        self.post_message(self.Moved(self.plan.columns.ids[self.rows[row]]))
