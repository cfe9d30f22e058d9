"""The jump box: a line to type in, the hits below it, and a preview of the highlighted hit to their right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Static

from plan_data.labels import boxes
from plan_data.model.plan import Plan
from plan_data.quotes.order import walked
from plan_data.search import Hit
from tui.panes.bars import Hints
from tui.panes.bindings import bindings
from tui.screens.search_service import SearchService
from tui.userdata.history import Location, location_of
from widgets.drawn.page import Page
from widgets.render.blocks import Block
from widgets.render.cards import node_card
from widgets.render.hits import hit_blocks, note_hits, quote_lines, recent_blocks

LONGEST = 200
"""Characters of a query that are looked at; what is pasted beyond them is left out."""
LEAST_IN_NOTES = 2
"""Letters from which on the notes are searched too."""
SHOWN = 60
"""Hits in the list."""
LOOK_AGAIN = 0.1
"""Seconds between two looks whether the index of a large plan is there."""


class Choice(NamedTuple):
    """What was chosen."""

    id: str
    """Id of a node, body or source."""
    quote: str
    """Id of the quote that matched, or ""."""
    query: str
    """What was typed."""
    matches: tuple[str, ...]
    """Ids of all hits."""


class HitList(Page):
    """The hits; the box above has the focus, so the cursor is always drawn."""

    can_focus = False
    folds_sections = False

    @property
    def has_focus(self) -> bool:  # type: ignore[override]
        """Draw the cursor though the keys go to the box."""
        return True


class Preview(Page):
    """The card of the highlighted hit."""

    can_focus = False


class JumpInput(Input):
    """The line to type in; the keys of the list are its own, so that they win over those of a plain line."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("jump", namespace="screen.", priority=True)


class JumpScreen(ModalScreen[Choice | None], inherit_bindings=False):
    """The jump box."""

    DEFAULT_CSS = """
    JumpScreen {
        background: $background;
        Input, Input:focus { border: none; height: 1; width: 1fr; padding: 0 1; background: $panel; }
        #jump-line { height: 1; background: $panel; }
        #jump-sign { width: 3; height: 1; padding: 0 0 0 1; color: $primary; background: $panel; }
        #jump-count { width: auto; height: 1; padding: 0 1; color: $muted; background: $panel; }
        #hits { width: 1fr; height: 1fr; background: $surface; }
        #preview { width: 50%; height: 1fr; background: $background; }
        #jump-body { height: 1fr; }
        &.-narrow #preview { display: none; }
        &.-narrow.-preview #preview { display: block; width: 1fr; }
        &.-narrow.-preview #hits { display: none; }
        &.-no-preview #preview { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = []
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal")]
    AUTO_FOCUS = "#jump-input"

    def __init__(
        self,
        plan: Plan,
        search: SearchService,
        lang: str,
        text: str,
        recent: list[str],
        notes: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Open the box.

        Args:
            plan: The open plan.
            search: Has the index of the plan.
            lang: Language of the titles.
            text: The query to begin with.
            recent: Ids that are shown while the query is empty.
            notes: The reader's notes, each as an id and a text; they are searched too.
        """
        super().__init__()
        self.plan = plan
        self.search = search
        self.lang = lang
        self.text = text
        self.recent = recent
        self.notes = notes
        self.looked = text
        """The text that the hits are of."""
        self.hits: list[Hit] = []
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        with Horizontal(id="jump-line"):
            yield Static(">", id="jump-sign", markup=False)
            yield JumpInput(
                self.text,
                placeholder=boxes.JUMP_PLACEHOLDER,
                id="jump-input",
                select_on_focus=False,
            )
            yield Static("", id="jump-count", markup=False)
        with Horizontal(id="jump-body"):
            yield HitList(id="hits")
            yield Preview(id="preview")
        hints = Hints(id="hints")
        hints.pane = "jump"
        yield hints

    def on_mount(self) -> None:
        """Show what the first text finds."""
        self.list = self.query_one(HitList)
        self.preview = self.query_one(Preview)
        self.look(self.text)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self.look(event.value)

    def look(self, text: str) -> None:
        """Show what a text finds."""
        self.looked = text
        query = text[:LONGEST].strip()
        index = self.search.index(self.plan)
        if query and index is None:
            self.query_one("#jump-count", Static).update(boxes.INDEX_NOT_READY)
            if self._waiting is None:
                self._waiting = self.set_interval(LOOK_AGAIN, self._look_again)
            return
        if query and index is not None:
            self.hits = index.search(query, SHOWN)
            noted = note_hits(self.plan, self.notes, query, self.lang) if len(query) >= LEAST_IN_NOTES else []
            blocks = [*hit_blocks(self.plan, self.hits, self.lang), *noted]
            found = len(self.hits) if len(self.hits) < SHOWN else index.count(query)
            count = boxes.ONE_HIT if found == 1 else boxes.HITS.format(count=found)
            if not found and not noted:
                count = boxes.NO_HITS
        else:
            self.hits = []
            blocks = recent_blocks(self.plan, self.recent, self.lang)
            count = ""
        self.query_one("#jump-count", Static).update(count)
        first = next((i for i, block in enumerate(blocks) if block.target), -1)
        self.list.show(blocks, cursor=first)
        self._show_preview()

    def _look_again(self) -> None:
        if self._waiting is not None and self.search.index(self.plan) is not None:
            self._waiting.stop()
            self._waiting = None
            self.look(self.query_one(JumpInput).value)

    def _show_preview(self) -> None:
        location = location_of(self.plan, self.list.target) or Location("")
        item = self.plan.get(location.id)
        blocks: list[Block] = node_card(self.plan, location.id, self.lang) if item else []
        links = walked(self.plan, item) if item else ()
        shown = location.at or next((link.id for link in links if not link.inherited_from), "")
        if shown:
            # The quote goes under the title, where the eye is.
            at = next((i for i, block in enumerate(blocks) if block.section), len(blocks))
            blocks[at:at] = quote_lines(self.plan, self.plan.quotes[shown], self.lang)
        self.preview.show(blocks)

    def action_walk(self, by: int) -> None:
        """Highlight another hit."""
        targets = [i for i, block in enumerate(self.list.blocks) if block.target]
        if targets:
            at = targets.index(self.list.cursor) if self.list.cursor in targets else 0
            self.list.stand_on(targets[min(max(at + by, 0), len(targets) - 1)])
            self._show_preview()

    def action_go(self) -> None:
        """Choose the highlighted hit."""
        value = self.query_one(JumpInput).value
        if value != self.looked:
            self.look(value)
        target = self.list.target
        if not target:
            return
        query = value[:LONGEST].strip()
        matches = tuple(hit.id for hit in self.hits)
        location = location_of(self.plan, target) or Location(target)
        self.dismiss(Choice(location.id, location.at, query, matches))

    @on(Page.Opened)
    def _clicked(self, event: Page.Opened) -> None:
        event.stop()
        if event.page is self.list:
            self.action_go()

    def action_clear(self) -> None:
        """Clear the box."""
        self.query_one(JumpInput).value = ""

    def action_preview(self) -> None:
        """Show or hide the preview: in a narrow terminal it replaces the list."""
        self.toggle_class("-preview" if self.has_class("-narrow") else "-no-preview")
        self.call_after_refresh(self.preview.relayout)

    def action_leave(self) -> None:
        """Leave; everything is as it was."""
        self.dismiss(None)
