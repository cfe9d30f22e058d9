"""Where the panes and their title bars are in a window: pure arithmetic, and the layout that puts them there.

From 160 columns the outline, the card and the source are side by side. From 120 the outline is beside the card, and
the source is below the card. From 80 the outline is beside the card, and the source covers both. Below 80 one pane is
shown. A collapsed pane is its title bar: the outline's lies across the top, the card's above the source, the source's
below the card; where card and source are both collapsed, their bars lie below the outline.
A view covers the panes; one that is a list has, from 80 columns, the card of its row beside it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

PANES = ("outline", "card", "source", "view")
"""The panes by id; the id of a title bar is that of its pane and `-bar`."""
PAIR = 80
"""Columns from which the outline and the card are side by side."""
STACK = 120
"""Columns from which the source has a place of its own, below the card."""
ROW = 160
"""Columns from which all three are side by side."""
LEAST = 20
"""Cells or rows that a pane keeps when another is made larger; of rows a fourth of it."""


class Window(NamedTuple):
    """What decides where the panes are."""

    width: int
    """Columns."""
    height: int
    """Rows, without the footer."""
    focused: str = "outline"
    """The focused pane."""
    collapsed: Collection[str] = ()
    """The panes that are collapsed."""
    view: bool = False
    """Whether a view is open: it covers the others, unless it is a list."""
    enlarged: bool = False
    """Whether the focused pane covers the others."""
    has_source: bool = True
    """Whether the source pane has a place of its own: not in a plan without quotes."""
    outline: int = 0
    """Width of the outline in cells, as the reader set it; 0 for the usual one."""
    source: int = 0
    """Size of the source as the reader set it: its width, or its height where it is below the card; 0 as above."""
    is_list: bool = False
    """Whether the view is a list, with the card of its row beside it where there is room."""

    @property
    def has_list(self) -> bool:
        """Whether a view is open that has the card of its row beside it."""
        return self.view and self.is_list and self.width >= PAIR

    @property
    def alone(self) -> str:
        """The one pane that is shown, with its bar; "" where there are several."""
        if self.view and not self.has_list:
            return "view"
        covers = self.focused == "source" and self.width < STACK
        return self.focused if self.enlarged or covers or self.width < PAIR else ""

    @property
    def shown(self) -> tuple[str, ...]:
        """The panes that have a bar, in the order of Tab."""
        if self.alone:
            return (self.alone,)
        if self.view:
            return ("view", "card")
        return PANES[:3] if self.width >= STACK and self.has_source else PANES[:2]

    @property
    def open(self) -> tuple[str, ...]:
        """The panes that show more than their bar."""
        if self.alone:
            return (self.alone,)
        if self.view:
            return self.shown
        # In a smaller window those that were open may have no place.
        return tuple(name for name in self.shown if name not in self.collapsed) or ("card",)


def regions(window: Window) -> dict[str, Region]:
    """Return the region of each pane and title bar that is shown, by id."""
    all_, shown, open_ = Region(0, 0, window.width, window.height), window.shown, window.open
    if len(shown) == 1:
        return _pane(shown[0], all_)
    if window.view:
        left, right_ = _columns(all_, outline_width(window))
        return _pane("view", left) | _pane("card", right_)
    placed: dict[str, Region] = {}
    if "outline" not in open_:
        bar, all_ = all_.split_horizontal(1)
        placed["outline-bar"] = bar
    right = [name for name in shown if name != "outline"]
    if not any(name in open_ for name in right):
        for name in reversed(right):
            all_, placed[f"{name}-bar"] = all_.split_horizontal(all_.height - 1)
        return placed | _pane("outline", all_)
    if "outline" in open_:
        left, all_ = _columns(all_, outline_width(window))
        placed |= _pane("outline", left)
    if len(right) == 1:
        return placed | _pane("card", all_)
    if "card" not in open_:
        placed["card-bar"], all_ = all_.split_horizontal(1)
        return placed | _pane("source", all_)
    if "source" not in open_:
        all_, placed["source-bar"] = all_.split_horizontal(all_.height - 1)
        return placed | _pane("card", all_)
    if window.width >= ROW:
        card, source = _columns(all_, all_.width - 1 - source_size(window))
    else:
        card, source = all_.split_horizontal(all_.height - source_size(window))
    return placed | _pane("card", card) | _pane("source", source)


def outline_width(window: Window) -> int:
    """Return the width of the outline, or of a list, beside other panes: 31 or 27 cells at 80 columns, 44 from 120."""
    least = 27 if window.view else 31
    usual = least + (min(window.width, STACK) - PAIR) * (44 - least) // (STACK - PAIR)
    return min(max(window.outline or usual, LEAST), window.width - LEAST - 1)


def source_size(window: Window) -> int:
    """Return the width of the source beside the card, or its height below it: of what is being read the most."""
    if window.width >= ROW:
        left = outline_width(window) + 1 if "outline" in window.open else 0
        usual, room, least = (window.width - left) // 2, window.width - left - 1, LEAST
    else:
        usual = window.height * 2 // 3 if window.focused == "source" else window.height // 4
        room, least = window.height - ("outline" not in window.open), LEAST // 4
    return min(max(window.source or usual, least), room - least)


def _pane(name: str, region: Region) -> dict[str, Region]:
    """Return the regions of a pane and of the title bar above it."""
    bar, body = region.split_horizontal(1)
    return {f"{name}-bar": bar, name: body}


def _columns(region: Region, width: int) -> tuple[Region, Region]:
    """Cut a region into one of this width and the rest, with a gutter of one column between them."""
    left, right = region.split_vertical(width)
    return left, right.split_vertical(1)[1]


class PaneLayout(Layout):
    """The layout of the panes: each widget is where `regions` says, by its id."""

    name = "panes"

    def __init__(self) -> None:
        """Place nothing yet."""
        self.window = Window(0, 0)

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """Return the placements of the panes and bars that are shown."""
        placed = regions(self.window._replace(width=size.width, height=size.height)) if size else {}
        return [
            WidgetPlacement(placed[child.id], NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id in placed
        ]


class PaneArea(Widget):
    """The panes with their title bars. Its own ground is seen between two panes side by side."""

    def __init__(self, *children: Widget, id: str | None = None) -> None:
        """Hold the panes and bars."""
        super().__init__(*children, id=id)
        self._panes = PaneLayout()

    @property
    def layout(self) -> Layout:
        """The layout of the panes."""
        return self._panes

    def show(self, window: Window) -> None:
        """Arrange the panes for a window."""
        if window != self._panes.window:
            self._panes.window = window
            # A widget that asks for a layout has its parent arranged anew, not itself.
            for child in self.displayed_children[:1]:
                child.refresh(layout=True)
