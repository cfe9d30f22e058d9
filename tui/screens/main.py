"""The main screen: outline, detail and source reader, and the one way to move between places."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from plan_data.model import LANGUAGES, Plan, Quote, Source
from tui.bars import Hints, ReaderTitle, TopBar
from tui.bindings import bindings
from tui.panes import DetailPane, ReaderPane
from tui.places import History, Place
from tui.screens.help import HelpScreen
from tui.screens.jump import Choice, JumpScreen, index_of
from widgets.outline import Outline
from widgets.page import Page

PANES = ("outline", "detail", "reader")
"""The panes, in the order of Tab."""
FOLLOW_AFTER = 0.08
"""Seconds after a step before the reader beside the detail shows the node's first quote: it is off the key path."""


INDEX_AFTER = 0.3
"""Seconds after the first frame at which the search index is made."""


class MainScreen(Screen[None], inherit_bindings=False):
    """Outline, detail and source reader."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("main")
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (80, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (12, "-tall")]
    AUTO_FOCUS = "#outline"

    current: var[str] = var("", init=False)
    """Id of the node that the outline stands on."""
    shown: var[str] = var("", init=False)
    """Id of what the detail shows: the same node, or a body or source."""
    at: var[str] = var("", init=False)
    """What the source reader is open at; "" for closed."""
    lang: var[str] = var("en", init=False)
    """Language of the plan's text."""
    focused_pane: var[str] = var("outline", init=False)
    """The pane that the keys go to."""

    def __init__(self, plan: Plan, *, lang: str = "en", at: Place | None = None, ascii_signs: bool = False) -> None:
        """Open a plan at a place, the root by default."""
        super().__init__()
        self.plan = plan
        self.history = History()
        self.start_at = at or Place(plan.root.id)
        self.start_lang = lang
        self.ascii_signs = ascii_signs
        self.matches: list[str] = []
        self.query_text = ""
        self._following: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        yield TopBar(self.plan, id="top").data_bind(MainScreen.lang)
        with Horizontal(id="body"):
            yield Outline(self.plan, id="outline").data_bind(MainScreen.current, MainScreen.lang)
            with Vertical(id="side"):
                yield DetailPane(self.plan, id="detail").data_bind(MainScreen.shown, MainScreen.lang)
                yield ReaderTitle(self.plan, id="reader-title")
                yield ReaderPane(self.plan, id="reader").data_bind(MainScreen.at, MainScreen.lang)
        yield Static("Too small: 40x12 is needed", id="small", markup=False)
        yield Hints(id="hints").data_bind(pane=MainScreen.focused_pane)

    def on_mount(self) -> None:
        """Show the first place."""
        self.outline = self.query_one("#outline", Outline)
        self.detail = self.query_one("#detail", DetailPane)
        self.reader = self.query_one("#reader", ReaderPane)
        self.outline.ascii_signs = self.detail.ascii_signs = self.reader.ascii_signs = self.ascii_signs
        self.add_class("-pane-outline")
        self.lang = self.start_lang
        self.go_to(self.start_at)
        if self.start_at.at:
            self.focus_pane("reader")
        # The index is made while the first screen is being read, so that the first jump does not wait for it.
        self.set_timer(INDEX_AFTER, lambda: self.run_worker(lambda: index_of(self.plan), thread=True, group="index"))

    # Moving.

    def go_to(self, place: Place, *, step: bool = False) -> None:
        """Go to a place; every movement comes through here.

        Args:
            place: Where to. A quote's id stands for the first node that it supports, with its source open.
            step: It is a step of the cursor: the latest place in the history moves along.
        """
        item = self.plan.get(place.id)
        if isinstance(item, Quote):
            links = self.plan.backlinks[item.id]
            place = Place(links[0].id if links else item.source, item.id)
        elif item is None:
            return
        if place.id in self.plan.index:
            self.current = place.id
        self.shown = place.id
        self.at = place.at
        if step:
            self.history.replace(place)
        else:
            self.history.add(place)
        if self._following is None:
            self._following = self.set_timer(FOLLOW_AFTER, self._follow)

    def _follow(self) -> None:
        self._following = None
        item = self.plan.get(self.shown)
        if item is not None and self.reader.display:
            links = self.plan.quotes_of(item)
            self.reader.follow(links[0].id if links else "")

    @property
    def place(self) -> Place:
        """Where the reader stands."""
        return Place(self.shown, self.at)

    @property
    def page(self) -> Page:
        """The page that has the focus, or the detail."""
        return self.reader if self.focused_pane == "reader" else self.detail

    def watch_at(self, at: str) -> None:
        """Show or hide the source reader."""
        self.set_class(bool(at), "-reading")
        if not at and self.focused_pane == "reader" and not self.has_class("-wide"):
            self.focus_pane("detail")

    def focus_pane(self, pane: str) -> None:
        """Give the keys to a pane, and show it where only one fits."""
        for name in PANES:
            self.set_class(name == pane, f"-pane-{name}")
        self.focused_pane = pane
        widget = self.query_one(f"#{pane}")
        if widget.display and widget.focusable:
            self.set_focus(widget, scroll_visible=False)
        else:
            self.call_after_refresh(self.set_focus, widget, False)

    def on_descendant_focus(self) -> None:
        """Follow a click into another pane."""
        if self.focused is not None and self.focused.id in PANES and self.focused.id != self.focused_pane:
            self.focus_pane(self.focused.id)

    def action_walk(self, by: int) -> None:
        """Go a row, or a stop."""
        if self.focused_pane == "outline":
            self.go_to(Place(self.outline.step(by)), step=True)
        else:
            self.page.walk(by)

    def action_turn(self, by: float) -> None:
        """Go a page, or half of one."""
        if self.focused_pane == "outline":
            self.go_to(Place(self.outline.step(round(by * self.outline.page()))), step=True)
        else:
            self.page.turn(by)

    def action_edge(self, last: bool) -> None:
        """Go to the beginning or the end."""
        if self.focused_pane == "outline":
            self.go_to(Place(self.outline.edge(last)), step=True)
        else:
            self.page.edge(last)

    def action_scroll_detail(self, by: int) -> None:
        """Scroll the detail, whatever has the focus."""
        self.detail.scroll_relative(y=by, animate=False, immediate=True, force=True)

    def action_sibling(self, by: int) -> None:
        """Go to a sibling."""
        self.go_to(Place(self.outline.sibling(by)), step=True)

    def action_out(self) -> None:
        """Fold, or go to the parent; in a page, back to the outline."""
        if self.focused_pane == "reader":
            self.action_close()
        elif self.focused_pane == "detail":
            self.focus_pane("outline")
        elif self.plan.node(self.current).children and self.outline.is_open(self.current):
            self.outline.set_open([self.current], False)
        elif self.plan.node(self.current).parent:
            self.go_to(Place(self.plan.node(self.current).parent), step=True)

    def action_into(self) -> None:
        """Unfold, or go to the first child; in a page, follow."""
        node = self.plan.node(self.current)
        if self.focused_pane != "outline":
            self.page.enter()
        elif not node.children:
            self.focus_pane("detail")
        elif not self.outline.is_open(node.id):
            self.outline.set_open([node.id], True)
        else:
            self.go_to(Place(node.children[0]), step=True)

    def action_fold(self) -> None:
        """Fold or unfold; in the reader, one page down."""
        if self.focused_pane == "reader":
            self.reader.turn(1)
        elif self.focused_pane == "detail":
            self.detail.toggle()
        else:
            self.outline.set_open([self.current], not self.outline.is_open(self.current))

    def action_fold_below(self, folded: bool) -> None:
        """Fold or unfold everything below the node."""
        self.outline.set_open_below(self.current, not folded)

    def action_fold_to(self, depth: int) -> None:
        """Fold the outline to a depth; the cursor goes to what is left in sight."""
        self.outline.open_to_depth(depth)
        left = self.outline.shown_ancestor(self.current)
        if left != self.current:
            self.go_to(Place(left), step=True)

    def action_pane(self, by: int) -> None:
        """Go to the next or previous pane that can be shown."""
        shown = [p for p in PANES if p != "reader" or self.at or self.has_class("-wide")]
        if self.has_class("-normal") and self.at:
            shown.remove("detail")
        at = shown.index(self.focused_pane) if self.focused_pane in shown else 0
        self.focus_pane(shown[(at + by) % len(shown)])

    def action_back(self) -> None:
        """Go back."""
        self._travel(-1)

    def action_forward(self) -> None:
        """Go forward."""
        self._travel(1)

    def _travel(self, by: int) -> None:
        place = self.history.go(by)
        if place is None:
            self.notify("No earlier place." if by < 0 else "No later place.", markup=False, timeout=2)
            return
        cursor = self.history.cursor
        self.go_to(place, step=True)
        self.history.cursor = cursor
        self.focus_pane("reader" if place.at else "outline" if self.focused_pane == "outline" else "detail")

    # Opening.

    def action_enter(self) -> None:
        """Go in."""
        if self.focused_pane == "outline":
            self.focus_pane("detail")
        else:
            self.page.enter()

    @on(ReaderPane.Drawn)
    def _name_source(self, event: ReaderPane.Drawn) -> None:
        title = self.query_one(ReaderTitle)
        title.source, title.where = event.source, event.where

    @on(Outline.RowChosen)
    def _choose_row(self, event: Outline.RowChosen) -> None:
        self.go_to(Place(event.id), step=True)
        if event.fold:
            self.action_fold()

    @on(Page.Opened)
    def _open(self, event: Page.Opened) -> None:
        self.open(event.target)

    def open(self, target: str) -> None:
        """Open what a link leads to: a quote in its source, a passage's nodes, or the card of anything else."""
        item = self.plan.get(target)
        if isinstance(item, Quote):
            self.go_to(Place(self.shown, item.id))
            self.focus_pane("reader")
        elif "#" in target:
            self._open_passage(target)
        elif item is not None:
            self.go_to(Place(target))
            self.focus_pane("detail")

    def _open_passage(self, target: str) -> None:
        """Go to the node that a passage supports, or list them where there are several."""
        head = next((i for i, block in enumerate(self.reader.blocks) if block.section == target), -1)
        if head < 0:
            self.notify("This passage supports no entry.", markup=False, timeout=2)
            return
        links = [i for i, block in enumerate(self.reader.blocks) if block.member == target and block.target]
        if len(links) == 1:
            self.open(self.reader.blocks[links[0]].target)
            return
        self.reader.cursor = head
        self.reader.toggle(True)
        self.reader.stand_on(head, top=True)
        self.reader.stand_on(links[0])

    def action_source(self) -> None:
        """Open the source of the quote under the cursor, or of the first quote."""
        item = self.plan.get(self.shown)
        quote = self.detail.quote_under_cursor() if self.focused_pane == "detail" else ""
        if item is not None and not quote:
            links = self.plan.quotes_of(item)
            quote = links[0].id if links else ""
        if isinstance(item, Source) and item.passages:
            quote = quote or item.id
        if quote:
            self.go_to(Place(self.shown, quote))
            self.focus_pane("reader")
        else:
            text = "No shipped source quotes this. o opens the official page."
            self.notify(text, markup=False, timeout=4)

    def action_quote(self, by: int) -> None:
        """Go to the next or previous quote of the node."""
        item = self.plan.get(self.shown)
        quotes = [link.id for link in self.plan.quotes_of(item)] if item is not None else []
        if not quotes:
            self.action_source()
            return
        if self.at in quotes:
            place = quotes.index(self.at) + by
            if not 0 <= place < len(quotes):
                self.notify("The last quote." if by > 0 else "The first quote.", markup=False, timeout=2)
                return
            quote = quotes[place]
        else:
            quote = quotes[0 if by > 0 else -1]
        self.go_to(Place(self.shown, quote), step=bool(self.at))
        self.focus_pane("reader")

    def action_address(self) -> None:
        """Open the address of the source at hand."""
        id_ = self.reader.source if self.at else ""
        quote = self.plan.quotes.get(self.detail.quote_under_cursor())
        item = self.plan.get(self.shown)
        if not id_ and quote and self.focused_pane == "detail":
            id_ = quote.source
        source = self.plan.sources.get(id_) or (item if isinstance(item, Source) else None)
        source = source or self.plan.document
        if source is None or not source.address:
            self.notify("No address is known for this source.", markup=False, timeout=3)
            return
        self.open_address(source.address)

    def open_address(self, address: str) -> None:
        """Open an address in a browser; where there is none, show and copy it."""
        import webbrowser

        try:
            webbrowser.get()
        except webbrowser.Error:
            self.app.copy_to_clipboard(address)
            self.notify(f"Copied: {address}", markup=False, timeout=6)
            return
        self.app.open_url(address)
        self.notify(f"Opened {address}", markup=False, timeout=4)

    # Finding.

    def action_jump(self, text: str = "") -> None:
        """Open the jump box."""
        recent = [place.id for place in self.history.recent(12) if place.id != self.shown]
        self.app.push_screen(JumpScreen(self.plan, self.lang, text, recent), self._jumped)

    def action_find(self) -> None:
        """Find: for now the jump box, from every pane."""
        self.action_jump()

    def _jumped(self, choice: Choice | None) -> None:
        if choice is None:
            return
        self.query_text = choice.query
        self.matches = [id_ for id_ in choice.matches if id_ in self.plan.index]
        self.outline.matches = {id_: n for n, id_ in enumerate(self.matches)}
        self.query_one(TopBar).matches = f"{len(self.matches)} matches, n next" if len(self.matches) > 1 else ""
        self.go_to(Place(choice.id, choice.quote))
        self.focus_pane("reader" if choice.quote else "outline" if choice.id in self.plan.index else "detail")

    def action_match(self, by: int) -> None:
        """Go to the next or previous match, in the outline's order."""
        if not self.matches:
            self.notify("No search yet: press f.", markup=False, timeout=2)
            return
        order = sorted(self.matches, key=self.plan.index.__getitem__)
        here = self.plan.index[self.current]
        ahead = [id_ for id_ in order if (self.plan.index[id_] - here) * by > 0]
        self.go_to(Place((ahead[0] if by > 0 else ahead[-1]) if ahead else order[0 if by > 0 else -1]), step=True)

    # Seeing.

    def action_language(self) -> None:
        """Show the plan's text in the next language."""
        self.lang = LANGUAGES[(LANGUAGES.index(self.lang) + 1) % len(LANGUAGES)]

    def action_enlarge(self) -> None:
        """Enlarge the focused pane, and back."""
        self.toggle_class("-enlarged")

    def action_help(self) -> None:
        """Show what the keys do."""
        self.app.push_screen(HelpScreen(self.focused_pane))

    def action_reload(self) -> None:
        """Read the plan again."""
        self.run_worker(self._reload, thread=True, exclusive=True, group="reload")

    def _reload(self) -> None:
        from plan_data.loader import PlanError, load
        from plan_data.reader import FormError

        try:
            plan = load(self.plan.folder)
        except FormError as error:
            place = f"{error.finding.file}:{error.finding.line}"
            self.app.call_from_thread(self._keep_plan, f"{place}: {error.finding.message}")
        except PlanError as error:
            first = next(f for f in error.findings if f.severity == "error")
            self.app.call_from_thread(self._keep_plan, f"{error}; {first.file}:{first.line}: {first.message}")
        else:
            self.app.call_from_thread(self._take_plan, plan)

    def _keep_plan(self, why: str) -> None:
        from plan_data.visible import visible

        text = visible(f"Not reloaded, the last good plan stays. {why}")
        self.notify(text, severity="error", markup=False, timeout=8)

    def _take_plan(self, plan: Plan) -> None:
        self.plan = self.detail.plan = self.reader.plan = plan
        top = self.query_one(TopBar)
        top.plan = self.query_one(ReaderTitle).plan = plan
        self.outline.replace_plan(plan)
        if plan.get(self.shown) is None or self.current not in plan.index:
            self.go_to(Place(plan.root.id))
        if self.at and plan.get(self.at.partition("#")[0]) is None:
            self.at = ""
        self.detail.draw(keep=True)
        self.reader.draw()
        top.refresh()
        self.notify("Reloaded.", markup=False, timeout=2)

    # Leaving.

    def action_close(self) -> None:
        """Close what is on top, then clear the search, then return to the outline."""
        if self.at:
            self.go_to(Place(self.shown), step=True)
            self.focus_pane("detail")
        elif self.has_class("-enlarged"):
            self.remove_class("-enlarged")
        elif self.focused_pane != "outline":
            self.focus_pane("outline")
        elif self.matches:
            self.matches = []
            self.outline.matches = {}
            self.query_one(TopBar).matches = ""

    def action_leave(self) -> None:
        """Close the topmost view, or leave."""
        if self.at or self.has_class("-enlarged"):
            self.action_close()
        else:
            self.app.exit(return_code=0)
