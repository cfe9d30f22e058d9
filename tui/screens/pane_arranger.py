"""The panes of the main screen: which of them are open, how large they are, and which one has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widget import Widget

from plan_data.exports.views import VIEWS
from plan_data.labels import answers
from plan_data.labels.bars import FOOTERS
from tui.panes.arrangement import PAIR, PANES, ROW, STACK, Window, outline_width, source_size

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

STEP = 4
"""Cells by which a pane is made wider or narrower."""
ROWS_STEP = 2
"""Rows by which the source below the card is made higher or lower."""


class PaneArranger:
    """Collapses, opens, enlarges and resizes the panes of a main screen, and gives them the focus."""

    def __init__(self, screen: MainScreen) -> None:
        """Serve a screen; the reader has chosen nothing yet."""
        self.screen = screen
        self.chosen: list[str] | None = None
        """The collapsed panes, the last one collapsed at the end; None as long as the reader has chosen nothing."""
        self.enlarged = False
        """Whether the focused pane covers the others."""
        self.outline = 0
        """Width of the outline as the reader set it; 0 for the usual one."""
        self.source_width = 0
        """Width of the source beside the card; likewise."""
        self.source_height = 0
        """Height of the source below the card; likewise."""
        self.reading = False
        """Whether the source was collapsed, and is open only until it is closed by Escape."""
        self.came_from = "card"
        """The pane that had the focus before the source was opened."""

    # What there is.

    @property
    def collapsed(self) -> list[str]:
        """The collapsed panes: at first the source, where it would take height from the card."""
        if self.chosen is None:
            return ["source"] if self.screen.size.width < ROW else []
        return self.chosen

    @property
    def window(self) -> Window:
        """What decides where the panes are."""
        screen = self.screen
        width, height = screen.size
        return Window(
            width,
            height - 1,
            screen.focused_pane,
            self.collapsed,
            bool(screen.view),
            self.enlarged,
            bool(screen.plan.quotes) or bool(screen.at),
            self.outline,
            self.source_width if width >= ROW else self.source_height,
            self._is_list(screen.view.partition(" ")[0]),
        )

    def _is_list(self, view: str) -> bool:
        """Return whether a view is a list with the card of its row beside it, and has rows in this plan."""
        beside = view in VIEWS and VIEWS[view].beside_card
        return beside and any(True for _ in self.screen.plan.of_kind(*VIEWS[view].kinds))

    def is_open(self, pane: str) -> bool:
        """Return whether a pane shows more than its bar."""
        return pane in self.window.open

    @property
    def latest(self) -> str:
        """The pane that `+` opens here; "" for none."""
        window = self.window
        if window.alone or window.view:
            return ""
        return next((name for name in reversed(self.collapsed) if name in window.shown), "")

    def arrange(self) -> None:
        """Put the panes where they belong, after anything has changed that decides that."""
        screen, window = self.screen, self.window
        bodies = window.open
        for name in PANES:
            screen.panes[name].display = name in bodies
            bar = screen.bars[name]
            bar.display = name in window.shown
            bar.collapsed = name in window.shown and name not in bodies
            bar.focused = name == window.focused
        screen.collapsed = self.latest
        screen.footer = "bar" if screen.bars[window.focused].collapsed else window.focused
        name = screen.view.partition(" ")[0]
        if name in FOOTERS:
            screen.footer = name
        screen.area.show(window)

    @property
    def has_list(self) -> bool:
        """Whether a view is open that has the card of its row beside it."""
        return self.window.has_list

    def has_outline(self) -> bool:
        """Return whether the outline can have the focus: it is open, or the one pane that a window shows may be it."""
        return "outline" in self.window._replace(focused="outline", enlarged=False).open

    def fit(self) -> None:
        """Fit another size of the window, in which the focused pane may have no place, or be its bar."""
        name = self.screen.focused_pane
        if name == "source" and not self.screen.at and not self.window.has_source:
            name = "card"
        if self.window.view and name not in self.window.open:
            name = "view"
        self._give_focus(name)

    # The focus.

    def focus(self, name: str) -> None:
        """Give the focus to a pane; a collapsed card or source is opened for it, the outline is left collapsed."""
        window = self.window._replace(focused=name)
        if name in self.collapsed and name not in window.open and not window.alone:
            if name == "outline":
                name = window.open[0]
            else:
                self.reading = name == "source"
                self._open(name)
        if name == "source" and self.screen.focused_pane != "source":
            self.came_from = self.screen.focused_pane if self.screen.focused_pane != "view" else "card"
        self._give_focus(name)

    def _give_focus(self, name: str) -> None:
        screen = self.screen
        screen.focused_pane = name
        if name != "card":
            screen.began = None
        self.arrange()
        if self._widget(name).focusable:
            screen.set_focus(self._widget(name), scroll_visible=False)
        else:
            screen.call_after_refresh(self._focus_once_shown, name)

    def _widget(self, name: str) -> Widget:
        """Return what has the focus for a pane: its bar where it is collapsed."""
        bar = self.screen.bars[name]
        return bar if bar.collapsed else self.screen.panes[name]

    def _focus_once_shown(self, name: str) -> None:
        # The keys behind may have led elsewhere by now.
        if name == self.screen.focused_pane:
            self.screen.set_focus(self._widget(name), scroll_visible=False)

    def follow_focus(self) -> None:
        """Take note of a pane that a click gave the focus to."""
        name = (self.screen.focused.id or "").removesuffix("-bar") if self.screen.focused else ""
        if name in PANES and name != self.screen.focused_pane:
            self._give_focus(name)

    def next(self, by: int) -> None:
        """Go to the next or previous pane or bar; an open source that covers the others is one of them."""
        screen, window = self.screen, self.window
        if window.view:
            order = list(window.shown)
        else:
            order = list(PANES[:3] if (screen.at or window.width >= STACK and window.has_source) else PANES[:2])
        here = order.index(screen.focused_pane) if screen.focused_pane in order else 0
        self._give_focus(order[(here + by) % len(order)])

    # Collapsing.

    def collapse(self) -> None:
        """Collapse the focused pane, and go to the next open one; the last open one stays, and so does a view."""
        window = self.window
        if window.view:
            self.screen.say(answers.VIEW_STAYS)
        elif window.alone:
            self.screen.say(answers.ONE_PANE)
        elif len(window.open) == 1:
            self.screen.say(answers.LAST_PANE)
        elif window.focused in window.open:
            self.chosen = [name for name in self.collapsed if name != window.focused] + [window.focused]
            self.reading = False
            after = [*PANES[PANES.index(window.focused) :], *PANES]
            self._give_focus(next(name for name in after if name in self.window.open))

    def expand(self) -> None:
        """Open the pane that was collapsed last, and go to it."""
        if name := self.latest:
            self.reading = False
            self._open(name)
            self._give_focus(name)
        else:
            self.screen.say(answers.ONE_PANE if self.window.alone else answers.NOTHING_COLLAPSED)

    def toggle(self, name: str) -> None:
        """Collapse a pane, or open it again."""
        if name in self.window.open:
            self._give_focus(name)
            self.collapse()
        else:
            self.reading = False
            self._open(name)
            self._give_focus(name)

    def _open(self, name: str) -> None:
        self.chosen = [other for other in self.collapsed if other != name]

    def close_source(self) -> None:
        """Go back to where the source was opened from; it is collapsed again where it was."""
        if self.reading:
            self.reading = False
            self.chosen = [*self.collapsed, "source"]
        self.focus(self.came_from)

    # Sizes.

    def enlarge(self) -> None:
        """Let the focused pane cover the others, and back."""
        if self.screen.bars[self.screen.focused_pane].collapsed:
            self.toggle(self.screen.focused_pane)
        self.enlarged = not self.enlarged
        self.arrange()

    def resize(self, by: int) -> None:
        """Make the focused pane larger (1) or smaller (-1)."""
        window = self.window
        if window.alone or len(window.open) == 1:
            self.screen.say(answers.ONE_PANE if window.alone else answers.LAST_PANE)
        elif window.focused == "source" and "card" in window.open:
            if window.width >= ROW:
                self.source_width = source_size(window) + by * STEP
            else:
                self.source_height = source_size(window) + by * ROWS_STEP
        else:
            self.outline = outline_width(window) + (by if window.focused in ("outline", "view") else -by) * STEP
        window = self.window
        # What was set beyond the edge is forgotten.
        self.outline = outline_width(window) if self.outline else 0
        self.arrange()

    # Over restarts.

    def state(self) -> dict[str, Any]:
        """Return what is saved."""
        return {
            "collapsed": self.chosen,
            "sizes": [self.outline, self.source_width, self.source_height],
        }

    def restore(self, saved: object, *, is_new: bool) -> None:
        """Take what was saved; readers of the first release, who saved nothing of it, had the source open."""
        if not is_new:
            self.chosen = []
        if not isinstance(saved, dict):
            return
        collapsed, sizes = saved.get("collapsed"), saved.get("sizes")
        if collapsed is None:
            self.chosen = None
        elif isinstance(collapsed, list):
            self.chosen = [name for name in PANES[:3] if name in collapsed]
            self.chosen.sort(key=collapsed.index)
        if isinstance(sizes, list) and len(sizes) == 3 and all(isinstance(size, int) for size in sizes):
            self.outline, self.source_width, self.source_height = (max(0, size) for size in sizes)


def is_narrow(screen: MainScreen) -> bool:
    """Return whether the window shows one pane at a time."""
    return screen.size.width < PAIR
