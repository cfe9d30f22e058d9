"""How the main screen is walked."""

from __future__ import annotations

from tui.screens.frame import PANES, Frame
from tui.userdata.history import Location


class Walking(Frame, inherit_bindings=False):
    """The walking keys: actions of the screen, so that outline and card move in the same frame."""

    def action_walk(self, by: int) -> None:
        """Go a row, or a stop."""
        if self.focused_pane == "outline":
            self.navigator.go_to(Location(self.outline.step(by)), record="replace")
        else:
            self.page.walk(by)

    def action_turn(self, by: float) -> None:
        """Go a page, or half of one."""
        if self.focused_pane == "outline":
            self.navigator.go_to(Location(self.outline.step(round(by * self.outline.page()))), record="replace")
        else:
            self.page.turn(by)

    def action_edge(self, last: bool) -> None:
        """Go to the beginning or the end."""
        if self.focused_pane == "outline":
            self.navigator.go_to(Location(self.outline.edge(last)), record="replace")
        else:
            self.page.edge(last)

    def action_scroll_detail(self, by: int) -> None:
        """Scroll the card, whatever has the focus."""
        self.card.scroll_relative(y=by, animate=False, immediate=True, force=True)

    def action_sibling(self, by: int) -> None:
        """Go to a sibling."""
        if not self.view:
            self.navigator.go_to(Location(self.outline.sibling(by)), record="replace")

    def action_out(self) -> None:
        """Fold, or go to the parent; in a page, back to the outline; in a view, to the cell at the left."""
        if self.focused_pane == "view":
            self.viewer.sideways(-1)
        elif self.focused_pane == "source":
            self.close_top()
        elif self.focused_pane == "card":
            self.focus_pane("outline")
        elif self.plan.node(self.current).children and self.outline.is_open(self.current):
            self.outline.set_open([self.current], False)
        elif self.plan.node(self.current).parent:
            self.navigator.go_to(Location(self.plan.node(self.current).parent), record="replace")

    def action_into(self) -> None:
        """Unfold, or go to the first child; in a page, follow; in a view, to the cell at the right."""
        node = self.plan.node(self.current)
        first = self.outline.first_shown_child(node.id)
        if self.focused_pane == "view":
            self.viewer.sideways(1)
        elif self.focused_pane != "outline":
            self.page.enter()
        elif not first:
            self.focus_pane("card")
        elif not self.outline.is_open(node.id):
            self.outline.set_open([node.id], True)
        else:
            self.navigator.go_to(Location(first), record="replace")

    def action_fold(self) -> None:
        """Fold or unfold; in the reader and in a view, one page down."""
        if self.focused_pane in ("source", "view"):
            self.page.turn(1)
        elif self.focused_pane == "card":
            self.card.toggle()
        else:
            self.outline.set_open([self.current], not self.outline.is_open(self.current))

    def action_fold_below(self, folded: bool) -> None:
        """Fold or unfold everything below the node."""
        self.outline.set_open_below(self.current, not folded)

    def action_fold_to(self, depth: int) -> None:
        """Fold the outline to a depth; the cursor goes to what is left in sight."""
        self.outline.open_to_depth(depth)
        self.come_into_sight()

    def come_into_sight(self) -> None:
        """Go to the nearest ancestor that is left in sight, where the node itself is not."""
        left = self.outline.shown_ancestor(self.current)
        if left != self.current:
            self.navigator.go_to(Location(left), record="replace")

    def action_pane(self, by: int) -> None:
        """Go to the next or previous pane that can be shown."""
        if self.view:
            return
        shown = [p for p in PANES[:3] if p != "source" or self.at or self.source_visible]
        if self.has_class("-normal") and self.at:
            shown.remove("card")
        at = shown.index(self.focused_pane) if self.focused_pane in shown else 0
        self.focus_pane(shown[(at + by) % len(shown)])

    def action_back(self) -> None:
        """Go back."""
        self._travel(-1)

    def action_forward(self) -> None:
        """Go forward."""
        self._travel(1)

    def _travel(self, by: int) -> None:
        if not self.navigator.travel(by):
            self.notify("No earlier place." if by < 0 else "No later place.", markup=False, timeout=2)
        elif self.view:
            self.focus_pane("view")
        else:
            self.focus_pane("source" if self.at else "outline" if self.focused_pane == "outline" else "card")

    # Closing.

    def close_top(self) -> bool:
        """Close what is on top; return whether anything was open."""
        if self.view:
            self.navigator.go_to(Location(self.shown))
        elif self.at:
            self.navigator.go_to(Location(self.shown), record="replace")
            self.focus_pane("card")
        elif self.has_class("-enlarged"):
            self.remove_class("-enlarged")
        else:
            return False
        return True
