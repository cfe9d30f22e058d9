"""The pages of the main screen: they know what to draw, and are told where the reader stands by data binding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from textual import events
from textual.message import Message
from textual.reactive import var

from plan_data.model import Plan, Quote
from widgets.blocks import Block
from widgets.cards import node_card
from widgets.grid import Grid
from widgets.looks import Look
from widgets.page import Page
from widgets.reading import passage_target, source_page
from widgets.views import VIEWS
from widgets.wrapping import Span


class DetailPane(Page, inherit_bindings=False):
    """The card of a node, body or source."""

    shown: var[str] = var("", init=False)
    """Id of what is shown; bound by the screen."""
    lang: var[str] = var("en", init=False)
    """Language of the plan's text."""

    def __init__(self, plan: Plan, *, id: str | None = None) -> None:  # noqa: A002
        """Show nothing yet."""
        super().__init__(id=id)
        self.plan = plan

    def watch_shown(self) -> None:
        """Draw the card of another node."""
        self.draw()

    def watch_lang(self) -> None:
        """Draw the same card in another language."""
        self.draw(keep=True)

    def draw(self, *, keep: bool = False) -> None:
        """Draw the card."""
        item = self.plan.get(self.shown)
        if item is not None and not isinstance(item, Quote):
            self.show(node_card(self.plan, self.shown, self.lang, self.ascii_signs), keep=keep)

    def quote_under_cursor(self) -> str:
        """Return the quote's id that the cursor stands on, or ""."""
        return self.target if self.target in self.plan.quotes else ""


class ViewPane(Grid, inherit_bindings=False):
    """A view across the plan."""

    view: var[str] = var("", init=False)
    """Name of the view, of `VIEWS`, or "" for none; bound by the screen."""
    lang: var[str] = var("en", init=False)
    """Language of the plan's text."""

    def __init__(self, plan: Plan, *, id: str | None = None) -> None:  # noqa: A002
        """Show nothing yet."""
        super().__init__(id=id)
        self.plan = plan
        self.first = 0
        self.sort = "weight"
        self.today = ""
        """The date that is drawn as today's; "" for today's own."""
        self.bookmarks: tuple[str, ...] = ()
        self.notes: tuple[tuple[str, str], ...] = ()
        self._row = ""

    def watch_view(self) -> None:
        """Draw another view."""
        self.first = self.x = 0
        self.sought = ""
        self.draw()

    def watch_lang(self) -> None:
        """Draw the same view in another language."""
        self.draw(keep=True)

    def draw(self, *, keep: bool = False) -> None:
        """Draw the view for the width that there is."""
        width = self.scrollable_content_region.width - 1
        if not self.view:
            self.fill([], {})
        elif width < 1:
            # Hidden until now: its size, and with it the next drawing, is still to come.
            self._width = 0
        else:
            laid = VIEWS[self.view.split()[0]][1](self.plan, self.look(width))
            self.fill(laid.blocks, laid.spots, keep=keep)
            if not keep:
                super().stand_on_target(self._row)

    def stand_on_target(self, target: str) -> None:
        """Put the cursor on what leads somewhere, now or as soon as the view is drawn."""
        self._row = target
        super().stand_on_target(target)

    def look(self, width: int) -> Look:
        """Return how the view is to be drawn."""
        nodes = tuple(self.view.split()[1:])
        today = self.today or date.today().isoformat()
        return Look(
            width,
            self.lang,
            self.ascii_signs,
            self.first,
            self.sought,
            self.sort,
            nodes,
            self.bookmarks,
            self.notes,
            today,
        )

    def sort_by_next(self) -> str:
        """Sort the rows in the other order, and return its name."""
        self.sort = "name" if self.sort == "weight" else "weight"
        target = self.target
        self.draw()
        self.stand_on_target(target)
        return self.sort

    def seek(self, text: str) -> None:
        """Show only the rows that hold all the words."""
        self.sought = text
        self.draw()
        super().stand_on_target("")

    def next_hit(self, by: int) -> bool:
        """Go to the next or previous row that is left."""
        if self.sought:
            self.walk(by)
        return bool(self.sought)

    def told_hits(self) -> str:
        """Say how many rows are left."""
        # What begins further in leads elsewhere from a row, and is none of its own.
        begins = {spots[0].target.partition("@")[0] for spots in self.spots.values() if spots[0].start == 0}
        rows = sum(self.plan.get(id_) is not None for id_ in begins)
        return f"{rows} row{'s' if rows != 1 else ''}" if self.sought.strip() else ""

    def relayout(self) -> None:
        """Lay out without lighting what is sought: a view is filtered instead."""
        sought, self.sought = self.sought, ""
        super().relayout()
        self.sought = sought

    def sideways(self, by: int) -> bool:
        """Go to the next or previous spot; bring further columns into sight where there are any."""
        if super().sideways(by):
            return True
        before, edge = self.first, self._edge(by)
        while self._edge(by) == edge:
            spots = self.spots
            self.first = max(0, self.first + by)
            self.draw(keep=True)
            if self.spots == spots:
                # All columns on that side were in sight already.
                self.first = before
                return False
        self.x = 0 if by < 0 else self._width
        return True

    def _edge(self, by: int) -> str:
        """Return where the first or last column's head leads."""
        heads = max(self.spots.values(), key=len, default=())
        return "".join(spot.target for spot in heads[-1:] if by > 0) or "".join(spot.target for spot in heads[1:2])

    def settle(self) -> None:
        """Lay the view out anew where the width has changed."""
        if self.scrollable_content_region.width != self._width:
            self.draw(keep=self.cursor >= 0)


class ReaderPane(Page, inherit_bindings=False):
    """A source, with the quote lit in its paragraph."""

    @dataclass
    class Drawn(Message):
        """Another source or passage is shown."""

        source: str
        """Id of the source, or ""."""
        where: str
        """The passage among those shipped, as `6/10`, or ""."""

    at: var[str] = var("", init=False)
    """What it is open at: a quote's id, a passage, a source's id, or "" for closed; bound by the screen."""
    lang: var[str] = var("en", init=False)
    """Language of the plan's text."""

    def __init__(self, plan: Plan, *, id: str | None = None) -> None:  # noqa: A002
        """Show nothing yet."""
        super().__init__(id=id)
        self.plan = plan
        self.preview = ""
        self._target = -1

    def watch_at(self) -> None:
        """Open at another place."""
        self.draw()

    def watch_lang(self) -> None:
        """Draw the same page in another language."""
        self.draw()

    @property
    def place(self) -> str:
        """What is drawn: where it is open, or what it shows beside a node while it is closed."""
        return self.at or self.preview

    @property
    def source(self) -> str:
        """Id of the source that is drawn, or ""."""
        quote = self.plan.quotes.get(self.place)
        if quote:
            return quote.source
        id_ = self.place.partition("#")[0]
        return id_ if id_ in self.plan.sources else ""

    def follow(self, quote: str) -> None:
        """While closed, show a quote beside the node that it supports."""
        if quote != self.preview:
            self.preview = quote
            if not self.at:
                self.draw()

    def draw(self) -> None:
        """Draw the source, and bring the lit passage into view."""
        if not self.source:
            self.post_message(self.Drawn("", ""))
            self.show([Block((Span("No shipped source quotes this entry.", "muted"),), gap=True)])
            return
        lit = self.place if self.place in self.plan.quotes else ""
        blocks = source_page(self.plan, self.source, self.lang, lit)
        target = self.place
        if lit:
            target = passage_target(self.source, self.plan.anchors[lit].paragraph or self.plan.quotes[lit].paragraph)
        stops = [block.target for block in blocks if block.target.startswith(f"{self.source}#")]
        where = f"{stops.index(target) + 1}/{len(stops)}" if target in stops else ""
        self.post_message(self.Drawn(self.source, where))
        self._target = next((i for i, block in enumerate(blocks) if block.target == target), -1)
        self.show(blocks, cursor=self._target)
        if self._target >= 0:
            self.stand_on(self._target, top=True)
            self._reveal_lit()

    def _reveal_lit(self) -> None:
        """Bring the lit words into view where their paragraph is longer than the pane."""
        lit = [y for y, row in enumerate(self.lines) if any(span.style == "lit" for span in row.line)]
        height = self.scrollable_content_region.height
        if lit and height and lit[-1] >= self.scroll_offset.y + height:
            self._scroll(lit[0] - height // 3)

    def settle(self) -> None:
        """Lay out anew where the width has changed, and keep the lit passage in view."""
        if self.scrollable_content_region.width != self._width:
            super().settle()
            self._show_target()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the lit passage in view."""
        self._show_target()

    def _show_target(self) -> None:
        if self.cursor >= 0 and self.cursor == self._target:
            self.stand_on(self.cursor, top=True)
            self._reveal_lit()
