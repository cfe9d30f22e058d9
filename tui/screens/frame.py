"""The frame of the main screen: its panes, and what they are bound to."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from plan_data.model.plan import Plan, no_plan
from plan_data.quotes.order import walked
from plan_data.text.visible import visible
from tui.panes.bars import Hints, SourceTitle, TopBar, ViewTitle
from tui.panes.card import CardPane
from tui.panes.find_line import FindLine
from tui.panes.source import SourcePane
from tui.panes.view import Over, ViewPane
from tui.screens.navigator import Navigator
from tui.screens.search_service import SearchService
from tui.terminal.type_ahead import delay_keys
from tui.userdata.history import Location, location_of
from tui.userdata.options import Options
from tui.userdata.store import Store
from widgets.drawn.outline import Outline
from widgets.drawn.page import Page

PANES = ("outline", "card", "source", "view")
"""The panes, in the order of Tab; a view lies over the others."""
FOLLOW_AFTER = 0.08
"""Seconds after a step before the source pane shows the node's first quote: it is off the key path."""
INDEX_AFTER = 0.3
"""Seconds after the first frame at which the search index is made."""


class Frame(Screen[None], inherit_bindings=False):
    """Outline, card, source pane and views, and how they follow where the reader stands."""

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (80, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (12, "-tall")]
    AUTO_FOCUS = "#outline"

    plan: var[Plan] = var(no_plan, init=False)
    """The open plan; the panes are bound to it."""
    current: var[str] = var("", init=False)
    """Id of the node that the outline stands on."""
    shown: var[str] = var("", init=False)
    """Id of what the card shows: the same node, or a body or source."""
    at: var[str] = var("", init=False)
    """What the source pane is open at; "" for closed."""
    view: var[str] = var("", init=False)
    """Name of the view over the panes; "" for none."""
    lang: var[str] = var("en", init=False)
    """Language of the plan's text."""
    bookmarked: var[tuple[str, ...]] = var((), init=False)
    """Ids with a bookmark, the latest first."""
    noted: var[tuple[tuple[str, str], ...]] = var((), init=False)
    """Ids with a note, each with its text, the latest first."""
    unread: var[str] = var("", init=False)
    """Why bookmarks and notes cannot be read; "" where they can."""
    focused_pane: var[str] = var("outline", init=False)
    """The pane that the keys go to."""

    def __init__(
        self,
        plan: Plan,
        options: Options,
        store: Store,
    ) -> None:
        """Show a plan.

        Args:
            plan: The plan, already open.
            options: Where to begin, and how to show it; without a location, the one that the store has is taken up.
            store: The reader's bookmarks and notes on this plan.
        """
        super().__init__(classes="-pane-outline")
        self.set_reactive(Frame.plan, plan)
        self.set_class(not plan.quotes, "-unquoted")
        self.navigator = Navigator(self)
        self.search = SearchService()
        at = location_of(plan, options.at)
        self.start_at = at or Location(plan.root.id)
        self.at_given = at is not None
        self.store = store
        self.start_lang = options.lang
        self.ascii_signs = options.ascii_signs
        self.max_bytes = options.max_bytes
        self.matches: list[str] = []
        self.marked = ""
        self.pick = options.pick
        """Enter in the outline or the jump box ends the program with the id of the entry."""
        self._following: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        self._take_size()
        yield TopBar(self.plan, id="top").data_bind(Frame.plan, Frame.lang)
        with Horizontal(id="body"):
            yield Outline(self.plan, id="outline").data_bind(Frame.plan, Frame.current, Frame.lang)
            with Vertical(id="side"):
                yield CardPane(self.plan, id="card").data_bind(Frame.plan, Frame.shown, Frame.lang)
                yield SourceTitle(self.plan, id="source-title").data_bind(Frame.plan)
                yield SourcePane(self.plan, id="source").data_bind(Frame.plan, Frame.at, Frame.lang)
            with Over(id="over"):
                yield ViewTitle(id="view-title").data_bind(Frame.view)
                yield ViewPane(self.plan, id="view").data_bind(
                    Frame.plan, Frame.view, Frame.lang, Frame.bookmarked, Frame.noted, Frame.unread
                )
        yield Static("Too small: 40x12 is needed", id="small", markup=False)
        yield FindLine(id="find-line")
        yield Hints(id="hints").data_bind(pane=Frame.focused_pane)

    def _take_size(self) -> None:
        """Take the classes of the first size before there is anything to lay out, so that it is laid out once."""
        size = self.app.size
        for length, steps in ((size.width, self.HORIZONTAL_BREAKPOINTS), (size.height, self.VERTICAL_BREAKPOINTS)):
            self.add_class(max(step for step in steps if step[0] <= length)[1], update=False)

    def on_mount(self) -> None:
        """Show the first place."""
        self.outline = self.query_one("#outline", Outline)
        self.card = self.query_one("#card", CardPane)
        self.source_pane = self.query_one("#source", SourcePane)
        self.viewer = self.query_one("#view", ViewPane)
        for pane in (self.outline, self.card, self.source_pane, self.viewer):
            pane.ascii_signs = self.ascii_signs
        self.lang = self.start_lang
        if self.pick:
            self.query_one(TopBar).matches = "enter picks, q leaves"
        self.start()
        # The index is made while the first screen is being read, so that the first jump does not wait for it.
        self.set_timer(INDEX_AFTER, lambda: self.search.make(self.plan))

    def start(self) -> None:
        """Go to the first place; where it is no entry of the outline, that stands on the one that was read last."""
        if self.start_at.id not in self.plan.index:
            read = [location.id for location in self.navigator.history.places if location.id in self.plan.index]
            self.current = read[-1] if read else self.plan.root.id
        self.navigator.go_to(self.start_at)
        if self.start_at.at:
            self.focus_pane("source")

    # Moving.

    def show(self, location: Location) -> None:
        """Show a location on the panes. Only the navigator calls it."""
        if self.outline.hides(location.id):
            self.lift_filter("The entry has a quote that states it: the filter is lifted.")
        if location.id in self.plan.index:
            self.current = location.id
        self.shown = location.id
        self.at = location.at
        self.view = location.view
        if location.view:
            self.viewer.stand_on_target(location.row)
        if self._following is None:
            self._following = self.set_timer(FOLLOW_AFTER, self._follow)

    def _follow(self) -> None:
        self._following = None
        item = self.plan.get(self.shown)
        if item is not None and self.source_pane.display:
            links = walked(self.plan, item)
            self.source_pane.follow(links[0].id if links else "")

    @property
    def page(self) -> Page:
        """The page that has the focus, or the card."""
        if self.focused_pane == "view":
            return self.viewer
        return self.source_pane if self.focused_pane == "source" else self.card

    def watch_at(self, at: str) -> None:
        """Show or hide the source pane."""
        self.set_class(bool(at), "-reading")
        if not at and self.focused_pane == "source" and not self.source_visible:
            self.focus_pane("card")

    @property
    def source_visible(self) -> bool:
        """Whether the source pane is always visible: the layout is wide, and the plan has quotes."""
        return self.has_class("-wide") and not self.has_class("-unquoted")

    def watch_view(self, view: str) -> None:
        """Show or hide the view over the panes, and give it the keys."""
        self.set_class(bool(view), "-viewing")
        if view:
            self.focus_pane("view")
        elif self.focused_pane == "view":
            self.focus_pane("outline")

    def focus_pane(self, pane: str) -> None:
        """Give the keys to a pane, and show it where only one fits."""
        for name in PANES:
            self.set_class(name == pane, f"-pane-{name}")
        self.focused_pane = pane
        widget: Widget = self.outline if pane == "outline" else self.page
        if widget.is_mounted and widget.display and widget.focusable:
            self.set_focus(widget, scroll_visible=False)
        else:
            self.call_after_refresh(self._focus_once_shown, pane, widget)
            delay_keys(self.app, lambda: widget.has_focus or pane != self.focused_pane)

    def _focus_once_shown(self, pane: str, widget: Widget) -> None:
        # Whoever types ahead may be elsewhere by now.
        if pane == self.focused_pane:
            self.set_focus(widget, scroll_visible=False)

    def on_descendant_focus(self) -> None:
        """Follow a click into another pane."""
        if self.focused is not None and self.focused.id in PANES and self.focused.id != self.focused_pane:
            self.focus_pane(self.focused.id)

    def is_gone(self, id_: str) -> bool:
        """Return whether the plan has nothing of this id, and say so: an edit may have taken it away."""
        if self.plan.get(id_) is not None:
            return False
        self.notify(visible(f"{id_} is not in this plan any more."), markup=False, timeout=4)
        return True

    # What the outline shows.

    def lift_filter(self, why: str = "") -> None:
        """Show all nodes again."""
        self.outline.set_only(None)
        self.query_one(TopBar).filtered = ""
        if why:
            self.notify(why, markup=False, timeout=3)

    # What the keys are about.

    def at_hand(self) -> tuple[str, str]:
        """Return the id of what the keys are about, and the quote at hand there, or "".

        Among the bookmarks and notes it may be the id of something that the plan does not have any more.
        """
        if self.view:
            id_, _, quote = self.viewer.target.partition("@")
            return (id_ if id_ and (self.view == "kept" or self.plan.get(id_)) else self.shown), quote
        if self.focused_pane == "card":
            quote = self.card.quote_under_cursor()
            if quote:
                return self.shown, quote
        return self.shown, self.at if self.at in self.plan.quotes else ""
