"""The main screen: its panes, their bindings and the actions of the keys."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from time import monotonic
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var

from plan_data.labels import answers
from plan_data.model.entities import LANGUAGES
from plan_data.model.pair import Pair, picked
from plan_data.model.plan import Plan, no_plan
from plan_data.text.visible import visible
from tui.panes.arrangement import PaneArea
from tui.panes.bars import Alerts, Hints, TooSmall
from tui.panes.bindings import bindings
from tui.panes.card import CardPane
from tui.panes.outline import OutlinePane
from tui.panes.pane import Pane
from tui.panes.source import SourcePane
from tui.panes.title_bars import CardBar, OutlineBar, SourceBar, TitleBar, ViewBar
from tui.panes.view import ViewPane
from tui.screens.fetcher import Fetcher
from tui.screens.finder import Finder
from tui.screens.navigator import Navigator
from tui.screens.output import Output
from tui.screens.pane_arranger import PaneArranger, is_narrow
from tui.screens.plan_watcher import PlanWatcher
from tui.screens.reader_notes import ReaderNotes
from tui.screens.saved_location import SavedLocation
from tui.screens.search_service import SearchService
from tui.screens.source_opener import SourceOpener
from tui.terminal.quiet_below import QuietBelow
from tui.userdata.drafts import PATIENCE_AT_END
from tui.userdata.history import Location, location_of
from tui.userdata.options import Options
from tui.userdata.store import Store
from widgets.drawn.page import Page

LEAST_SAID = 1.0
"""Seconds for which an answer stays, whatever key comes."""


class MainScreen(QuietBelow[None], inherit_bindings=False):
    """Outline, card, source pane, and the views over them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("main")
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-roomy")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (12, "-tall")]
    AUTO_FOCUS = "#outline"

    plan: var[Plan] = var(no_plan, init=False)
    """The open plan; the panes are bound to it."""
    current: var[str] = var("", init=False)
    """Id of the node that the outline is on."""
    shown: var[str] = var("", init=False)
    """Id of the entry on the card: the same node, or a body or source."""
    at: var[str] = var("", init=False)
    """The location of the source pane; "" for closed."""
    view: var[str] = var("", init=False)
    """Name of the view over the panes; "" for none."""
    lang: var[str] = var("en", init=False)
    """Language of the plan's text."""
    matches: var[list[str]] = var(list, init=False)
    """Ids of the nodes that the last search found."""
    filtered: var[str] = var("", init=False)
    """The filter of the outline, in words; "" for none."""
    bookmarked: var[tuple[str, ...]] = var((), init=False)
    """Ids with a bookmark, the latest first."""
    noted: var[tuple[tuple[str, str], ...]] = var((), init=False)
    """Ids with a note, each with its text, the latest first."""
    unread: var[str] = var("", init=False)
    """Why bookmarks and notes cannot be read; "" where they can."""
    focused_pane: var[str] = var("outline", init=False)
    """The pane that the keys go to."""
    footer: var[str] = var("outline", init=False)
    """Whose keys the footer shows: the focused pane's, or `bar` where that is collapsed."""
    said: var[str] = var("", init=False)
    """The answer that is shown in the footer until the next key; "" for none."""
    alerts: var[dict[str, tuple[Pair | str, ...]]] = var(dict, init=False)
    """What came unasked and stays until Escape, or until it is no longer true: a text for each subject."""
    collapsed: var[str] = var("", init=False)
    """The collapsed pane that `+` opens; "" for none."""

    def __init__(self, plan: Plan, options: Options, store: Store) -> None:
        """Show a plan.

        Args:
            plan: The plan, already open.
            options: Where to begin, and how to show it; without a location, the one that the store has is taken up.
            store: The reader's bookmarks and notes on this plan.
        """
        super().__init__()
        self.set_reactive(MainScreen.plan, plan)
        self.start_at = location_of(plan, plan.uses.numbers.get(options.at, options.at))
        self.start_lang = options.lang
        self.ascii_signs = options.ascii_signs
        self.store = store
        self.marked = ""
        """Id of the node that is marked for comparison; "" for none."""
        self.pick = options.pick
        """Enter in the outline or the jump box ends the program with the id of the entry."""
        self.began: Location | None = None
        """Where the program began, if on a card, until another pane has the focus: `q` leaves from there."""
        self._is_saved = False
        self._key = ""
        """The key that was pressed last, by Textual's name."""
        self._said_at = 0.0
        """When the answer in the footer was given."""
        self.navigator = Navigator(self)
        self.finder = Finder(self)
        self.search = SearchService(self)
        self.watcher = PlanWatcher(self, lambda: self.plan, options.max_bytes, self._take_plan)
        self.notes = ReaderNotes(self)
        self.sources = SourceOpener(self)
        self.fetcher = Fetcher(self)
        self.output = Output(self, csv_mark=options.csv_mark)
        self.arranger = PaneArranger(self)
        self.saved = SavedLocation(self)

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        cls = MainScreen
        self.outline = OutlinePane(self.plan, id="outline")
        self.card = CardPane(self.plan, id="card")
        self.source_pane = SourcePane(self.plan, id="source")
        self.viewer = ViewPane(self.plan, id="view")
        self.panes: dict[str, OutlinePane | CardPane | SourcePane | ViewPane] = {
            "outline": self.outline, "card": self.card, "source": self.source_pane, "view": self.viewer
        }  # fmt: skip
        self.bars: dict[str, TitleBar] = {}
        for pane in self.panes.values():
            pane.ascii_signs = self.ascii_signs
        for bar_class in (OutlineBar, CardBar, SourceBar, ViewBar):
            bar = bar_class(self.plan, self.panes[bar_class.pane_name], ascii_signs=self.ascii_signs)
            self.bars[bar.pane_name] = bar.data_bind(cls.plan, cls.lang)
        self.bars["outline"].data_bind(cls.current, cls.matches, cls.filtered)
        self.bars["card"].data_bind(cls.shown)
        self.bars["view"].data_bind(cls.view)
        self.area = PaneArea(
            *self.bars.values(),
            self.outline.data_bind(cls.plan, cls.current, cls.lang, cls.matches),
            self.card.data_bind(cls.plan, cls.shown, cls.at, cls.lang),
            self.source_pane.data_bind(cls.plan, cls.shown, cls.at, cls.lang),
            self.viewer.data_bind(cls.plan, cls.view, cls.lang, cls.bookmarked, cls.noted, cls.unread),
            id="body",
        )
        yield self.area
        yield Alerts(id="alert").data_bind(cls.alerts, cls.lang)
        yield TooSmall(id="small").data_bind(cls.lang)
        yield Hints(id="hints").data_bind(cls.said, cls.lang, cls.collapsed, pane=cls.footer)

    def on_mount(self) -> None:
        """Go to the first location, and begin to watch the plan's files."""
        self.lang = self.start_lang
        self.query_one(OutlineBar).picks = self.pick
        saved = self.saved.restore()
        location = self.start_at or saved or Location(self.plan.root.id)
        if location.id not in self.plan.index:
            # Bodies and sources have no row: the outline is on the last node.
            read = [earlier.id for earlier in self.navigator.history.locations if earlier.id in self.plan.index]
            self.current = read[-1] if read else self.plan.root.id
        self.navigator.go_to(location)
        if location.at:
            self.focus_pane("source")
        elif not location.view:
            # A narrow window begins with what there is to read.
            in_card = is_narrow(self) and not self.start_at and not saved
            self.focus_pane("card" if in_card else "outline")
            self.began = location if in_card else None
        self.notes.show()
        self.call_after_refresh(self.notes.check)
        self.search.open_soon()
        self.watcher.start()
        if self.pick:
            # At once: the first letter is meant for the box.
            self.finder.jump()

    # Answers and alerts.

    def say(self, words: Pair | str) -> None:
        """Answer a key in the footer's row, until the next key."""
        self.said = visible(picked(words, self.lang))
        self._said_at = monotonic()

    def alert(self, subject: str, *words: Pair | str) -> None:
        """Show what came unasked and matters above the footer, a line each, until Escape; nothing where it is over."""
        others = {name: text for name, text in self.alerts.items() if name != subject}
        self.alerts = {**others, subject: words} if words else others

    def _clear_said(self) -> None:
        """Take the answer away at the next key, but not before it could be read."""
        if not self.said:
            return
        if (left := self._said_at + LEAST_SAID - monotonic()) > 0:
            self.set_timer(left, lambda said_at=self._said_at: self._clear_if_still(said_at))
        else:
            self.said = ""

    def _clear_if_still(self, said_at: float) -> None:
        if said_at == self._said_at:
            self.said = ""

    # Showing.

    def show(self, location: Location) -> None:
        """Show a location on the panes. Only the navigator calls it."""
        if self.outline.hides(location.id):
            self.finder.lift_filter(answers.FILTER_LIFTED)
        if location.id in self.plan.index:
            self.current = location.id
        self.shown = location.id
        self.at = location.at
        self.view = location.view
        if location.view:
            self.viewer.stand_on_target(location.row)
            self.navigator.show_row(self.viewer.target)
        self.saved.follow()

    def watch_at(self, at: str) -> None:
        """Make room for the source pane, or give its room back."""
        if not at and self.focused_pane == "source" and not self.arranger.is_open("source"):
            self.focus_pane("card")
        else:
            self.arranger.arrange()

    def watch_view(self, view: str) -> None:
        """Show or hide the view over the panes, and give it the focus."""
        if view == "kept":
            # Other explorers may have written meanwhile.
            self.notes.read()
        if view:
            self.focus_pane("view")
        elif self.focused_pane == "view":
            self.focus_pane("outline")

    @on(SourcePane.Drawn)
    def _name_source(self, event: SourcePane.Drawn) -> None:
        self.query_one(SourceBar).drawn = event

    def at_hand(self) -> tuple[str, str]:
        """Return the id of the current entry and of its current quote, or "".

        Among the bookmarks and notes it may be the id of something that the plan does not have any more.
        """
        id_, quote = self.pane.under_cursor()
        return id_ or self.shown, quote or (self.at if self.at in self.plan.quotes else "")

    def is_gone(self, id_: str) -> bool:
        """Return whether the plan has nothing of this id, and say so: an edit may have taken it away."""
        if self.plan.get(id_) is not None:
            return False
        self.say(answers.GONE_ID.format(id=id_))
        return True

    # Panes.

    @property
    def pane(self) -> Pane:
        """The focused pane, or the title bar of a collapsed one."""
        bar = self.bars[self.focused_pane]
        return bar if bar.collapsed else self.panes[self.focused_pane]

    def focus_pane(self, name: str) -> None:
        """Give the focus to a pane, and show it where only one fits."""
        self.arranger.focus(name)

    def on_descendant_focus(self) -> None:
        """Follow a click into another pane."""
        self.arranger.follow_focus()

    @on(TitleBar.Toggled)
    def _toggle_pane(self, event: TitleBar.Toggled) -> None:
        self.arranger.toggle(event.pane)

    @on(TitleBar.Chosen)
    def _choose_pane(self, event: TitleBar.Chosen) -> None:
        self.focus_pane(event.pane)

    @on(OutlinePane.Moved)
    def _step_to(self, event: OutlinePane.Moved) -> None:
        self.navigator.step_to(event.id)

    @on(OutlinePane.Submitted)
    def _enter_node(self) -> None:
        if self.pick:
            self.app.exit(self.current)
        else:
            self.focus_pane("card")

    @on(OutlinePane.Left)
    def _leave_outline(self) -> None:
        self.focus_pane("card")

    @on(CardPane.Left)
    def _leave_card(self) -> None:
        self.focus_pane("outline")

    @on(SourcePane.Left)
    def _leave_source(self) -> None:
        self.undo()

    @on(Page.Opened)
    def _open(self, event: Page.Opened) -> None:
        if event.page is self.viewer and event.target == self.shown and self.arranger.has_list:
            self.focus_pane("card")
        else:
            self.sources.open_link(event.target)

    @on(ViewPane.Moved)
    def _show_row(self, event: ViewPane.Moved) -> None:
        self.navigator.show_row(event.target)

    def action_do(self, method: str, *arguments: object) -> None:
        """Call a method of a part of the screen.

        Args:
            method: The part and its method: `pane.step`, where `pane` is the focused pane, or `notes.open_note`.
            arguments: What it is called with.
        """
        attrgetter(method)(self)(*arguments)

    def action_jump_with_key(self) -> None:
        """Open the jump box with the pressed key typed already."""
        self.finder.jump(self._key)

    def on_resize(self) -> None:
        """Arrange the panes for another size of the window."""
        self.arranger.fit()

    # Closing.

    def action_close(self) -> None:
        """Undo one thing: see `undo`; with nothing of it the alerts, the matches, the filter."""
        if self.alerts and not self.watcher.is_seen():
            self.alerts = {}
        elif self.undo():
            return
        elif self.matches:
            self.matches = []
        elif self.filtered:
            self.finder.lift_filter()

    def undo(self) -> bool:
        """Undo the first thing that there is to undo, of those in the order below; return whether there was any."""
        page = self.pane.find_page()
        if self.watcher.cancel():
            self.say(answers.RELOAD_LEFT)
        elif page and page.sought:
            page.seek("")
        elif self.arranger.enlarged:
            self.arranger.enlarge()
        elif self.navigator.leave_source() or self.navigator.return_to_view():
            pass
        elif self.focused_pane == "card" and self.arranger.has_list:
            self.focus_pane("view")
        elif self.focused_pane in ("card", "source") and self.arranger.has_outline():
            self.focus_pane("outline")
        elif self.view:
            self.navigator.close_view()
        else:
            return False
        return True

    def action_leave(self) -> None:
        """Undo one thing, or leave where there is nothing to undo."""
        is_at_beginning = self.focused_pane == "card" and self.navigator.location == self.began
        if is_at_beginning or not self.undo():
            self.app.exit(return_code=0)

    def action_sibling(self, by: int) -> None:
        """Go to a sibling in the outline."""
        if not self.view:
            self.outline.sibling(by)

    def action_language(self) -> None:
        """Show the plan's text in the next language."""
        self.lang = LANGUAGES[(LANGUAGES.index(self.lang) + 1) % len(LANGUAGES)]

    def action_help(self) -> None:
        """Show what the keys do."""
        from tui.screens.help_page import HelpScreen

        self.app.push_screen(HelpScreen(self.focused_pane, self.lang, in_ascii=self.ascii_signs))

    def action_take(self, what: str) -> None:
        """Copy a text of the current entry; the letters of the copy menu are in the palette too."""
        self.output.copy(what)

    # The offer of a note.

    def on_key(self, event: events.Key) -> None:
        """Take a key that answers the offer of a note, before the bindings are looked at."""
        self._key = event.key
        self._clear_said()
        self.saved.follow()
        if self.notes.answer_offer(event.key):
            event.stop()
            event.prevent_default()

    @on(events.MouseDown)
    @on(events.ScreenSuspend)
    def _withdraw_offer(self) -> None:
        """Offer no note any more, and take the last answer away: a click or a box leads elsewhere."""
        self._clear_said()
        self.notes.close_offer()

    # Reading the plan again, and the end.

    def _take_plan(self, plan: Plan, messages: Sequence[Pair | str]) -> None:
        """Take a plan that was read again, with messages about it."""
        before, self.plan = self.plan, plan
        self.arranger.arrange()
        if self.filtered:
            self.finder.filter_unstated()
        self.finder.follow_reload()
        self.search.open_soon()
        gone = self.navigator.follow_reload(before)
        self.say(answers.RELOADED.format(n=len(plan.nodes)))
        self.alert("plan", *gone, *messages)
        self.fetcher.follow_reload()

    def save_now(self) -> bool:
        """Save unsaved notes and bookmarks, and once the location; return whether all is saved.

        Called in another thread where the program has to end at once.
        """
        if self.shown and not self._is_saved:
            self._is_saved = True
            self.store.end_within(PATIENCE_AT_END)
            self.notes.save()
            self.saved.save()
        return True

    def on_unmount(self) -> None:
        """Save unsaved notes and bookmarks."""
        self.save_now()
