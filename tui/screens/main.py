"""The main screen: its panes, their bindings and the actions of the keys."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import ClassVar, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.widgets import Static

from plan_data.labels import answers, bars
from plan_data.model.entities import LANGUAGES
from plan_data.model.plan import Plan, no_plan
from plan_data.text.visible import visible
from tui.panes.bars import Hints, SourceTitle, TopBar, ViewTitle
from tui.panes.bindings import bindings
from tui.panes.card import CardPane
from tui.panes.find_line import FindLine
from tui.panes.outline import OutlinePane
from tui.panes.pane import Pane
from tui.panes.source import SourcePane
from tui.panes.view import ViewArea, ViewPane
from tui.screens.finder import Finder
from tui.screens.navigator import Navigator
from tui.screens.output import Output
from tui.screens.plan_watcher import PlanWatcher
from tui.screens.reader_notes import ReaderNotes
from tui.screens.saved_location import restore_location, save_location
from tui.screens.search_service import SearchService
from tui.screens.source_opener import SourceOpener
from tui.terminal.quiet_below import QuietBelow
from tui.userdata.drafts import PATIENCE_AT_END
from tui.userdata.history import Location, location_of
from tui.userdata.options import Options
from tui.userdata.store import Store
from widgets.drawn.page import Page

INDEX_AFTER = 0.3
"""Seconds after the first frame at which the search index is made."""
NARROW = 80
"""Columns below which one pane is shown at a time."""


class MainScreen(QuietBelow[None], inherit_bindings=False):
    """Outline, card, source pane, and the views over them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("main")
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (80, "-normal"), (120, "-wide")]
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
    said: var[str] = var("", init=False)
    """The answer that is shown in the footer until the next key; "" for none."""

    def __init__(self, plan: Plan, options: Options, store: Store) -> None:
        """Show a plan.

        Args:
            plan: The plan, already open.
            options: Where to begin, and how to show it; without a location, the one that the store has is taken up.
            store: The reader's bookmarks and notes on this plan.
        """
        super().__init__(classes="-pane-outline")
        self.set_reactive(MainScreen.plan, plan)
        self.set_class(not plan.quotes, "-unquoted")
        self.start_at = location_of(plan, options.at)
        self.start_lang = options.lang
        self.ascii_signs = options.ascii_signs
        self.store = store
        self.marked = ""
        """Id of the node that is marked for comparison; "" for none."""
        self.pick = options.pick
        """Enter in the outline or the jump box ends the program with the id of the entry."""
        self._is_saved = False
        self._key = ""
        """The key that was pressed last, by Textual's name."""
        self.navigator = Navigator(self)
        self.finder = Finder(self)
        self.search = SearchService()
        self.watcher = PlanWatcher(self, lambda: self.plan, options.max_bytes, self._take_plan)
        self.notes = ReaderNotes(self)
        self.sources = SourceOpener(self)
        self.output = Output(self)

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        cls = MainScreen
        self.outline = OutlinePane(self.plan, id="outline")
        self.card = CardPane(self.plan, id="card")
        self.source_pane = SourcePane(self.plan, id="source")
        self.viewer = ViewPane(self.plan, id="view")
        self.panes: dict[str, Pane] = {
            "outline": self.outline, "card": self.card, "source": self.source_pane, "view": self.viewer
        }  # fmt: skip
        for pane in (self.outline, self.card, self.source_pane, self.viewer):
            pane.ascii_signs = self.ascii_signs
        yield TopBar(self.plan, id="top").data_bind(cls.plan, cls.lang, cls.matches, cls.filtered)
        with Horizontal(id="body"):
            yield self.outline.data_bind(cls.plan, cls.current, cls.lang, cls.matches)
            with Vertical(id="side"):
                yield self.card.data_bind(cls.plan, cls.shown, cls.at, cls.lang)
                yield SourceTitle(id="source-title")
                yield self.source_pane.data_bind(cls.plan, cls.shown, cls.at, cls.lang)
            with ViewArea(id="over"):
                yield ViewTitle(id="view-title").data_bind(cls.view)
                yield self.viewer.data_bind(cls.plan, cls.view, cls.lang, cls.bookmarked, cls.noted, cls.unread)
        yield Static(bars.TOO_SMALL, id="small", markup=False)
        yield FindLine(id="find-line")
        yield Hints(id="hints").data_bind(cls.said, pane=cls.focused_pane)

    def on_mount(self) -> None:
        """Go to the first location, and begin to watch the plan's files."""
        self.lang = self.start_lang
        self.query_one(TopBar).picks = self.pick
        location = restore_location(self)
        location = self.start_at or location or Location(self.plan.root.id)
        if location.id not in self.plan.index:
            # Bodies and sources have no row: the outline is on the last node.
            read = [earlier.id for earlier in self.navigator.history.locations if earlier.id in self.plan.index]
            self.current = read[-1] if read else self.plan.root.id
        self.navigator.go_to(location)
        if location.at:
            self.focus_pane("source")
        self.notes.show()
        self.call_after_refresh(self.notes.check)
        # The index is built while the first screen is read, so that the first jump does not wait.
        self.set_timer(INDEX_AFTER, lambda: self.search.make(self.plan))
        self.watcher.start()
        if self.pick:
            # At once: the first letter is meant for the box.
            self.finder.jump()

    def say(
        self, words: str, seconds: float = 4, severity: Literal["information", "warning", "error"] = "information"
    ) -> None:
        """Show a message for some seconds."""
        self.notify(visible(words), severity=severity, markup=False, timeout=seconds)

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

    def watch_at(self, at: str) -> None:
        """Show or hide the source pane."""
        self.set_class(bool(at), "-reading")
        if not at and self.focused_pane == "source" and not self.source_visible:
            self.focus_pane("card")

    def watch_view(self, view: str) -> None:
        """Show or hide the view over the panes, and give it the focus."""
        if view == "kept":
            # Other explorers may have written meanwhile.
            self.notes.read()
        self.set_class(bool(view), "-viewing")
        if view:
            self.focus_pane("view")
        elif self.focused_pane == "view":
            self.focus_pane("outline")

    @property
    def source_visible(self) -> bool:
        """Whether the source pane is always visible: the layout is wide, and the plan has quotes."""
        return self.has_class("-wide") and not self.has_class("-unquoted")

    @on(SourcePane.Drawn)
    def _name_source(self, event: SourcePane.Drawn) -> None:
        self.query_one(SourceTitle).drawn = event

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
        """The focused pane."""
        return self.panes[self.focused_pane]

    def focus_pane(self, name: str) -> None:
        """Give the focus to a pane, and show it where only one fits."""
        for other in self.panes:
            self.set_class(other == name, f"-pane-{other}")
        self.focused_pane = name
        widget = self.query_one(f"#{name}")
        if widget.display and widget.focusable:
            self.set_focus(widget, scroll_visible=False)
        else:
            self.call_after_refresh(self._focus_once_shown, name)

    def _focus_once_shown(self, name: str) -> None:
        # The keys behind may have led elsewhere by now.
        if name == self.focused_pane:
            self.set_focus(self.query_one(f"#{name}"), scroll_visible=False)

    def on_descendant_focus(self) -> None:
        """Follow a click into another pane."""
        if self.focused is not None and self.focused.id in self.panes and self.focused.id != self.focused_pane:
            self.focus_pane(self.focused.id)

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
        self.close_top()

    @on(Page.Opened)
    def _open(self, event: Page.Opened) -> None:
        self.sources.open_link(event.target)

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

    def action_pane(self, by: int) -> None:
        """Go to the next or previous pane that can be shown."""
        if self.view:
            return
        shown = ["outline", "card", "source"]
        if not self.at and not self.source_visible:
            shown.remove("source")
        if self.at and self.has_class("-normal"):
            shown.remove("card")
        here = shown.index(self.focused_pane) if self.focused_pane in shown else 0
        self.focus_pane(shown[(here + by) % len(shown)])

    def action_enlarge(self) -> None:
        """Enlarge the focused pane, and back."""
        self.toggle_class("-enlarged")

    def on_resize(self) -> None:
        """Let a window that shows one pane at a time give it its whole width."""
        if self.size.width < NARROW:
            for rule in ("width", "min_width", "max_width"):
                self.outline.styles.clear_rule(rule)

    # Closing.

    def action_close(self) -> None:
        """Undo one thing: a reload, a find, a view or source, the focus on a pane, the matches, the filter."""
        page = self.pane.find_page()
        if self.watcher.cancel():
            self.say(answers.RELOAD_LEFT)
        elif page and page.sought:
            page.seek("")
        elif self.close_top():
            return
        elif self.focused_pane != "outline":
            self.focus_pane("outline")
        elif self.matches:
            self.matches = []
        elif self.filtered:
            self.finder.lift_filter()

    def close_top(self) -> bool:
        """Close the topmost view, source or pane; return whether anything was open."""
        if self.view:
            self.navigator.go_to(Location(self.shown))
        elif self.at:
            self.navigator.step_to(self.shown)
            self.focus_pane("card")
        elif self.has_class("-enlarged"):
            self.remove_class("-enlarged")
        else:
            return False
        return True

    def action_leave(self) -> None:
        """Close the topmost view, or leave."""
        if not self.close_top():
            self.app.exit(return_code=0)

    # Views.

    def action_view(self, name: str) -> None:
        """Open a view across the plan, or close it where it is open."""
        if self.view == name:
            self.close_top()
        else:
            row = "" if self.current == self.plan.root.id else self.current
            self.navigator.go_to(Location(self.shown, "", name, row))

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
        if self.notes.answer_offer(event.key):
            event.stop()
            event.prevent_default()

    @on(events.MouseDown)
    @on(events.ScreenSuspend)
    def _withdraw_offer(self) -> None:
        """Offer no note any more: a click or a box leads elsewhere."""
        self.notes.close_offer()

    # Reading the plan again, and the end.

    def _take_plan(self, plan: Plan, messages: Sequence[str]) -> None:
        """Take a plan that was read again, with messages about it."""
        before, self.plan = self.plan, plan
        self.set_class(not plan.quotes, "-unquoted")
        if self.filtered:
            self.finder.filter_unstated()
        self.finder.drop_gone_matches()
        gone = self.navigator.follow_reload(before)
        self.search.make(plan)
        self.say(" ".join((answers.RELOADED, *gone)), 5 if gone else 2)
        for message in messages:
            self.say(message, 8, "warning")

    def save_now(self) -> bool:
        """Save unsaved notes and bookmarks, and once the location; return whether all is saved.

        Called in another thread where the program has to end at once.
        """
        if self.shown and not self._is_saved:
            self._is_saved = True
            self.store.end_within(PATIENCE_AT_END)
            self.notes.save()
            # Picking an entry leaves the saved location of the last reading alone.
            if not self.pick:
                save_location(self)
        return True

    def on_unmount(self) -> None:
        """Save unsaved notes and bookmarks."""
        self.save_now()
