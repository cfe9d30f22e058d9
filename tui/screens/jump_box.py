"""The jump box: a line to type in, what it finds below it, and a preview of the highlighted row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.timer import Timer

from plan_data.labels import boxes
from plan_data.labels.index_notices import NO_FTS
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.search import Hit
from plan_data.search.examples import examples
from plan_data.search.query import read
from tui.screens.box import BoxKeys
from tui.screens.list_box import LONGEST, BoxInput, ListBox
from tui.screens.search_service import SearchService
from tui.userdata.history import Location, location_of
from widgets.drawn.page import Page
from widgets.render.blocks import Block, text_block
from widgets.render.glossary import definition_blocks
from widgets.render.hits import Place, example_rows, found_rows, note_rows, place_rows
from widgets.render.previews import preview_blocks
from widgets.render.table_layout import place_of

LEAST_IN_NOTES = 2
"""Letters from which on the notes are searched too."""
SHOWN = 60
"""Rows in the list."""
LOOK_AGAIN = 0.1
"""Seconds between two looks whether the index of a large plan is there."""
MOST_PLACES = 40
"""Actions or parts of the plan that the empty box lists at most."""
EXAMPLE = "example "
"""Before a query, in the target of its row; no id has a space."""


class Choice(NamedTuple):
    """What was chosen."""

    id: str
    """Id of a node, body or source."""
    quote: str
    """Id of the quote that matched, or ""."""
    matches: tuple[str, ...] | None
    """Ids of all that was found; None where one went by a number or to a place that was offered: that is no search."""
    row: str = ""
    """Target of the row of the glossary that was chosen, or ""."""


class LastSearch(NamedTuple):
    """What the next box begins with."""

    query: str = ""
    """What was typed."""
    target: str = ""
    """Where the row led that was chosen."""


class Preview(Page):
    """The preview of the highlighted row."""

    can_focus = False


class JumpScreen(ListBox[Choice | None], inherit_bindings=False):
    """The jump box."""

    DEFAULT_CSS = """
    JumpScreen {
        &.-normal #box { width: 100%; margin: 0 2; }
        &.-wide #box { width: 100; }
        #preview { width: 42; height: 1fr; background: $page; }
        &.-wide #box-body { layout: horizontal; }
        &.-normal #preview { width: 100%; height: 7; margin: 1 0 0 0; background: $surface; }
        &.-narrow #preview, &.-low #preview { display: none; width: 100%; height: 1fr; margin: 0; }
        &.-normal.-empty #preview { display: none; }
        &.-no-preview #preview { display: none; }
        &.-narrow.-instead #preview, &.-low.-instead #preview { display: block; }
        &.-narrow.-instead #box-list, &.-low.-instead #box-list { display: none; }
    }
    """
    name_of_box = boxes.JUMP

    def __init__(
        self,
        plan: Plan,
        search: SearchService,
        lang: str,
        text: str,
        recent: Sequence[str],
        notes: Sequence[tuple[str, str]] = (),
        *,
        last: LastSearch | None = None,
        picks: bool = False,
        in_ascii: bool = False,
    ) -> None:
        """Open the box.

        Args:
            plan: The open plan.
            search: Has the index of the plan.
            lang: Language of titles and words.
            text: The query to begin with, typed already; "" for the last one.
            recent: Ids that are shown while the query is empty.
            notes: The reader's notes, each as an id and a text; they are searched too.
            last: The last search: its query is selected, so that typing replaces it.
            picks: Whether Enter ends the program with the id.
            in_ascii: Draw signs in ASCII.
        """
        self.last = last or LastSearch()
        super().__init__(text or self.last.query, lang, in_ascii=in_ascii)
        self._is_last = not text
        self.plan = plan
        self.search = search
        self.recent = recent
        self.notes = notes
        self.picks = picks
        self.hits: list[Hit] = []
        self._waiting: Timer | None = None

    def beside(self) -> ComposeResult:
        """Yield the preview."""
        self.preview = Preview(id="preview")
        yield self.preview

    def keys(self) -> Mapping[str, Pair]:
        """Return the commands of the last row with their words."""
        if self.picks:
            return boxes.JUMP_KEYS_PICK
        return boxes.JUMP_KEYS_NARROW if self.has_class("-narrow") else boxes.JUMP_KEYS

    def placeholder(self) -> Pair:
        """Return what the empty line says."""
        return boxes.JUMP_PLACEHOLDER_SHORT if self.app.size.width < 60 else boxes.JUMP_PLACEHOLDER

    def begins_selected(self) -> bool:
        """Return whether the first letter takes the place of the query: of the last one it does."""
        return self._is_last

    def on_resize(self, event: events.Resize) -> None:
        """Lay the rows out for the new width."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        self.query_one(BoxKeys).show(self.keys())
        self.look(self.looked, keep=True)

    @property
    def place(self) -> Place:
        """Where kind and path of a row stand."""
        return "none" if self.has_class("-narrow") else "under" if self.has_class("-wide") else "right"

    # What is found.

    def look(self, text: str, *, keep: bool = False) -> None:
        """Show what a text finds; `keep` leaves the cursor on its row."""
        stood = self.list.target if keep else ""
        super().look(text)
        self._stand_on(stood)

    def _stand_on(self, target: str) -> None:
        at = next((i for i, block in enumerate(self.list.blocks) if target and block.target == target), -1)
        if at >= 0 and at != self.list.cursor:
            # Shown again and not walked to: before the first layout there is nowhere to walk.
            self.list.show(self.list.blocks, cursor=at)
            self.highlighted()

    def begin(self) -> None:
        """Show what the first text finds, and of the last search the row that was chosen."""
        self.look(self.text)
        if self._is_last:
            self._stand_on(self.last.target)

    def take_plan(self, plan: Plan) -> None:
        """Find in a plan that was read again."""
        self.plan = plan
        self.look(self.looked, keep=True)

    def fill(self, query: str) -> None:
        """Fill the list with what a query finds; an empty one shows recent places, actions and examples."""
        index = self.search.index(self.plan)
        self.set_class(not query, "-empty")
        if not query:
            self.hits = []
            blocks = self._offers()
            self.count_nothing()
        elif index is None:
            self.count(0, unless=boxes.INDEX_NOT_READY.pick(self.lang))
            if self._waiting is None:
                self._waiting = self.set_interval(LOOK_AGAIN, self._look_again)
            return
        else:
            self.hits = index.search(query, SHOWN)
            terms = index.terms(query)
            noted = note_rows(self.plan, self.notes, query, self.lang) if len(query) >= LEAST_IN_NOTES else []
            found = len(self.hits) if len(self.hits) < SHOWN else index.count(query)
            blocks = [*found_rows(self.plan, self.hits, query, self.lang, self.place, terms), *noted]
            self.count(found + len(terms) + sum(bool(block.target) for block in noted))
            if not blocks:
                # Enter, meant for what was typed, must not choose one of these.
                self.list.show(self._examples(boxes.TRY_FEWER))
                return
        first = next((i for i, block in enumerate(blocks) if block.target), -1)
        self.list.show(blocks, cursor=first)
        if first > 0:
            self.list.scroll_to_line(0)

    def _offers(self) -> list[Block]:
        plan = self.plan
        ids = [node.id for node, _ in zip(plan.of_kind("action"), range(MOST_PLACES), strict=False)]
        heading = boxes.ACTIONS if ids else boxes.CONTENTS
        index = self.search.index(plan)
        return [
            *([text_block(NO_FTS.pick(self.lang), "muted")] if index and index.is_partial else ()),
            *place_rows(plan, boxes.RECENT, self.recent, self.lang, self.place),
            *place_rows(plan, heading, ids or plan.root.children[:MOST_PLACES], self.lang, self.place),
            *self._examples(boxes.EXAMPLES),
        ]

    def _examples(self, heading: Pair) -> list[Block]:
        index = self.search.index(self.plan)
        return example_rows(examples(self.plan, index), heading, self.lang, EXAMPLE) if index else []

    def _look_again(self) -> None:
        if self._waiting is not None and self.search.index(self.plan) is not None:
            self._waiting.stop()
            self._waiting = None
            self.look(self.query_one(BoxInput).value)

    def highlighted(self) -> None:
        """Show the preview of the highlighted row."""
        if term := self.plan.terms.get(self.list.target.partition("#")[2]):
            self.preview.show(definition_blocks(self.plan, term, self.lang))
            return
        location = location_of(self.plan, self.list.target) or Location("")
        short = not self.has_class("-wide") and not self.has_class("-instead")
        self.preview.show(preview_blocks(self.plan, location.id, location.at, self.lang, short=short))

    # Choosing.

    @property
    def is_number(self) -> bool:
        """Whether the query is the number or the id of a node: going there is no search."""
        query = self.looked[:LONGEST].strip()
        return query in self.plan.index or bool(self.plan.uses.numbered(read(query).number))

    @property
    def kept(self) -> LastSearch:
        """What the next box begins with."""
        if self.is_number:
            return self.last
        return LastSearch(self.looked[:LONGEST].strip(), self.list.target)

    def choose(self, target: str) -> None:
        """Go to a row's entry; an example becomes the query."""
        if target.startswith(EXAMPLE):
            box = self.query_one(BoxInput)
            box.value = target.removeprefix(EXAMPLE)
            box.cursor_position = len(box.value)
            return
        id_, _ = place_of(target)
        location = location_of(self.plan, id_) or Location(id_)
        is_search = bool(self.looked.strip()) and not self.is_number
        matches = tuple(hit.id for hit in self.hits) if is_search else None
        self.dismiss(Choice(location.id, location.at, matches, target if "#" in target else ""))

    def action_preview(self) -> None:
        """Show or hide the preview: where there is little room it takes the place of the list."""
        little = self.has_class("-narrow") or self.has_class("-low")
        self.toggle_class("-instead" if little else "-no-preview")
        self.highlighted()
        self.call_after_refresh(self.preview.relayout)
