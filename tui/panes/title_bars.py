"""The title bars of the panes: which pane it is, what it shows and where in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from plan_data.exports.views import VIEWS
from plan_data.labels import bars
from plan_data.labels.signs import FOCUS, FOLDED, LEFT_OUT, OPEN
from plan_data.model.entities import Node
from plan_data.model.plan import Plan, no_plan
from tui.commands import first_keys
from tui.panes.bars import Bar
from tui.panes.source import SourcePane
from tui.panes.view import ViewPane
from widgets.drawn.textual_fixes import is_followed
from widgets.render.wrapping import Line, Span, cells, cut_words, line_width

LEAST_ABOUT = 12
"""Cells for what a pane shows; where there are fewer, the position in it is left out."""


class TitleBar(Bar, can_focus=True):
    """The bar above a pane. Of a collapsed pane it is all there is, and then it can have the focus."""

    @dataclass
    class Toggled(Message):
        """The pane is to be collapsed, or opened again."""

        pane: str
        """Id of the pane."""

    @dataclass
    class Chosen(Message):
        """The pane is to have the focus."""

        pane: str
        """Id of the pane."""

    focused: reactive[bool] = reactive(False)
    """Whether the keys go to the pane, or to the bar of a collapsed one."""
    collapsed: reactive[bool] = reactive(False)
    """Whether the pane is collapsed."""
    plan: reactive[Plan] = reactive(no_plan, init=False)
    """The open plan; bound by the screen."""
    lang: reactive[str] = reactive("en")
    """Language of the words and of the plan's text; bound by the screen."""
    pane_name: ClassVar[str] = ""
    """Id of the pane."""

    def __init__(self, plan: Plan, pane: ScrollView, *, ascii_signs: bool) -> None:
        """Show what a pane shows."""
        super().__init__(id=f"{self.pane_name}-bar")
        self.set_reactive(TitleBar.plan, plan)
        self.pane = pane
        self.ascii_signs = ascii_signs

    def on_mount(self) -> None:
        """Follow the pane as it scrolls."""
        self.watch(self.pane, "scroll_y", self._follow, init=False)
        self.watch(self.pane, "virtual_size", self._follow, init=False)

    def _follow(self) -> None:
        self.refresh()

    def watch_focused(self, focused: bool) -> None:
        """Be drawn in the colours of the focus."""
        self.set_class(focused, "-focus")

    def allow_focus(self) -> bool:
        """Return whether it can have the focus: only in place of its pane."""
        return self.collapsed

    # What it says.

    def name_of_pane(self) -> str:
        """Return the name of the pane."""
        return bars.PANE_LABELS[self.pane_name].pick(self.lang)

    def about(self, room: int) -> str:
        """Return what the pane shows, if it can in so many cells."""
        return ""

    def where(self) -> str:
        """Return where in it the reader is, beside the position."""
        return ""

    def position(self) -> str:
        """Return how far the pane is scrolled: `top`, `33%`, `end`; "" where all is in sight."""
        last = self.pane.virtual_size.height - self.pane.scrollable_content_region.height
        if last <= 0 or self.collapsed:
            return ""
        y = self.pane.scroll_offset.y
        return bars.TOP.pick(self.lang) if y <= 0 else bars.END.pick(self.lang) if y >= last else f"{y * 100 // last}%"

    def line(self) -> Line:
        """Return the line: signs and name, what is shown, and at the right where in it."""
        width = self.size.width
        focus = FOCUS.drawn(self.ascii_signs) if self.focused else " "
        fold = (FOLDED if self.collapsed else OPEN).drawn(self.ascii_signs)
        left: Line = (Span(focus), Span(fold), Span(" "), Span(self.name_of_pane(), "strong"))
        used = line_width(left)
        right = "  ".join(filter(None, (self.where(), self.position())))
        if used + 2 + LEAST_ABOUT + cells(right) + 3 > width:
            right = cut_words(self.where(), max(0, width - used - 3))
        room = width - used - 2 - (cells(right) + 3 if right else 1)
        about = self.about(room)
        # Nothing is better than half a word.
        about = cut_words(about, room) if cells(about.partition(" ")[0]) + cells(LEFT_OUT) <= room else ""
        if about:
            left = (*left, Span(f"  {about}", "muted"))
        filler = max(1, width - line_width(left) - cells(right) - 1)
        return (*left, Span(" " * filler), Span(right, "muted"), Span(" "))

    def style(self, span: Span) -> str:
        """Return the style of a span; on the ground of the focus all are in its own colour."""
        return ("bold" if span.style == "strong" else "") if self.focused else span.style

    # The keys, where it has the focus in place of its pane.

    def step(self, by: int) -> None:
        """Stay: there is nothing to walk."""

    def turn(self, by: float) -> None:
        """Stay."""

    def edge(self, last: bool) -> None:
        """Stay."""

    def enter(self) -> None:
        """Open the pane."""
        self.post_message(self.Toggled(self.pane_name))

    def into(self) -> None:
        """Open the pane."""
        self.enter()

    def out(self) -> None:
        """Stay."""

    def toggle(self) -> None:
        """Open the pane."""
        self.enter()

    def fold_below(self, folded: bool) -> None:
        """Open the pane."""
        if not folded:
            self.enter()

    def find_page(self) -> None:
        """Return None: one jumps."""

    def under_cursor(self) -> tuple[str, str]:
        """Return two empty ids: the entry that the screen shows is meant."""
        return "", ""

    def on_click(self, event: events.Click) -> None:
        """Collapse or open the pane by its sign; elsewhere give it the focus."""
        if is_followed(event):
            event.stop()
            on_sign = event.x < 3 and self.pane_name != "view"
            self.post_message((self.Toggled if on_sign or self.collapsed else self.Chosen)(self.pane_name))


class OutlineBar(TitleBar):
    """The bar of the outline: the plan; matches and filter; the path where it is collapsed."""

    pane_name = "outline"
    current: reactive[str] = reactive("", init=False)
    """Id of the node that the outline is on; bound by the screen."""
    matches: reactive[Sequence[str]] = reactive(())
    """Matches of the last search; bound by the screen."""
    filtered: reactive[str] = reactive("")
    """The filter of the outline, in words; bound by the screen."""
    picks: reactive[bool] = reactive(False)
    """Whether Enter ends the program with the id of the entry."""

    def about(self, room: int) -> str:
        """Return the plan's title, or the path to the node."""
        if self.collapsed and self.current in self.plan.index:
            return path_of(self.plan, self.current, self.lang, room, itself=True)
        return self.plan.root.title.pick(self.lang)

    def where(self) -> str:
        """Return what the outline is filtered to, how many matches there are, and what Enter does."""
        found = ""
        if len(self.matches) > 1:
            key = first_keys().get("next-match", "")
            found = bars.MATCHES.pick(self.lang).format(n=len(self.matches), key=key)
        picks = bars.PICKS.pick(self.lang) if self.picks else ""
        return ", ".join(filter(None, (self.filtered, found, picks)))


class CardBar(TitleBar):
    """The bar of the card: the path to the entry."""

    pane_name = "card"
    shown: reactive[str] = reactive("", init=False)
    """Id of the entry on the card; bound by the screen."""

    def about(self, room: int) -> str:
        """Return the path to the entry, with the entry itself where the card is collapsed."""
        item = self.plan.get(self.shown)
        if isinstance(item, Node):
            return path_of(self.plan, self.shown, self.lang, room, itself=self.collapsed)
        return self.plan.title(self.shown, self.lang) if self.collapsed and item else ""


class SourceBar(TitleBar):
    """The bar of the source pane: the document, and which quote is lit."""

    pane_name = "source"
    drawn: reactive[SourcePane.Drawn] = reactive(SourcePane.Drawn)
    """What the source pane shows."""

    def about(self, room: int) -> str:
        """Return the title of the document."""
        return self.drawn.title

    def where(self) -> str:
        """Return which quote of the entry is lit."""
        return self.drawn.quote


class ViewBar(TitleBar):
    """The bar of a view: its title, and what it shows."""

    pane_name = "view"
    view: reactive[str] = reactive("")
    """Name of the view, of `VIEWS`; bound by the screen."""

    def name_of_pane(self) -> str:
        """Return the title of the view."""
        return VIEWS[self.view.split()[0]].label.title.pick(self.lang) if self.view else ""

    def about(self, room: int) -> str:
        """Return what the view shows."""
        return self.pane.about if isinstance(self.pane, ViewPane) else ""


def path_of(plan: Plan, id_: str, lang: str, room: int, *, itself: bool) -> str:
    """Return the titles above a node, from the root's children down.

    Args:
        plan: The plan.
        id_: Id of the node.
        lang: Language of the titles.
        room: Cells that there are: of a path that is wider the beginning is left out.
        itself: Whether the node's own title is the last.
    """
    nodes = [*plan.ancestors(id_)[1:], *([plan.node(id_)] if itself else [])]
    path = [f"{node.number} {node.title.pick(lang)}".strip() for node in nodes]
    while len(path) > 1 and cells(" > ".join(path)) > room:
        path = ["..", *path[2 if path[0] == ".." else 1 :]]
    return " > ".join(path)
