"""The source pane: a source with the quote lit in its paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.reactive import var
from textual.timer import Timer

from plan_data.labels import answers, bars
from plan_data.labels import sources as words
from plan_data.labels.roles import ROLE_LABELS
from plan_data.model.plan import Plan
from plan_data.quotes.order import walked
from tui.panes.pane import PagePane
from widgets.render.blocks import Block
from widgets.render.source_page import about_section, passage_of, passage_target, section_below, source_page
from widgets.render.wrapping import Span

FOLLOW_AFTER = 0.08
"""Seconds after a step before the pane shows the node's first quote: it must not delay the answer to the key."""


class SourcePane(PagePane):
    """A source, with the quote lit in its paragraph."""

    @dataclass
    class Drawn(Message):
        """Another source or passage is shown."""

        source: str = ""
        """Id of the source, or ""."""
        title: str = ""
        """Its title."""
        quote: str = ""
        """Which quote of the node is lit, in words, or ""."""

    class Left(Message):
        """The reader leaves the pane."""

    shown: var[str] = var("", init=False)
    """Id of the entry on the card; bound by the screen."""
    at: var[str] = var("", init=False)
    """Its location: a quote's id, a passage, a source's id, or "" for closed; bound by the screen."""

    def __init__(self, plan: Plan, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(plan, id=id)
        self.preview = ""
        """Id of the quote that is shown while the pane is closed, but visible."""
        self.following: Timer | None = None
        """Runs from a step until the preview follows it."""
        self._target = -1
        self._is_drawn = False
        """Whether the page is that of the location, or still another one's."""

    def watch_plan(self, before: Plan, plan: Plan) -> None:
        """Draw the page of another plan."""
        super().watch_plan(before, plan)
        self._follow_soon()

    def watch_at(self) -> None:
        """Open at another source, passage or quote."""
        self.draw()

    def watch_shown(self) -> None:
        """While closed, preview the first quote of the entry on the card."""
        self._follow_soon()

    @property
    def drawn_at(self) -> str:
        """The location that is drawn: the open one, or the preview while the pane is closed."""
        return self.at or self.preview

    @property
    def source(self) -> str:
        """Id of the source that is drawn, or ""."""
        quote = self.plan.quotes.get(self.drawn_at)
        if quote:
            return quote.source
        id_ = self.drawn_at.partition("#")[0]
        return id_ if id_ in self.plan.sources else ""

    def _follow_soon(self) -> None:
        if self.following is None:
            self.following = self.set_timer(FOLLOW_AFTER, self._show_preview)

    def _show_preview(self) -> None:
        self.following = None
        item = self.plan.get(self.shown)
        if item is None:
            return
        links = walked(self.plan, item)
        quote = links[0].id if links else ""
        if quote == self.preview or self.at:
            self.preview = quote
            # The same quote may be this entry's own, or that of what it lies in.
            self._tell()
        else:
            self.preview = quote
            self.draw()

    def draw(self, *, keep: bool = False) -> None:
        """Draw the source, and bring the lit passage into view, even where scroll and cursor stay.

        A collapsed pane is not laid out before it is opened: its title bar tells what it would show.
        """
        self._tell()
        if not self.display:
            self._is_drawn = False
            return
        self._is_drawn = True
        if not self.source:
            self.show([Block((Span(bars.NO_SOURCE.pick(self.lang), "muted"),), gap=True)])
            return
        lit = self._lit()
        target = passage_target(self.source, passage_of(self.plan, lit)) if lit else self.drawn_at
        blocks = self._page()
        self._target = next((i for i, block in enumerate(blocks) if block.target == target), -1)
        self.show(blocks, cursor=self._target)
        self._show_target()

    def _tell(self) -> None:
        """Tell the title bar what is shown."""
        title = self.plan.title(self.source, self.lang) if self.source else ""
        self.post_message(self.Drawn(self.source, title, self._which_quote()))

    def _page(self) -> list[Block]:
        return source_page(self.plan, self.source, self.lang, self._lit(), self.toggled)

    def _lit(self) -> str:
        """Return the id of the quote that is lit, or ""."""
        return self.drawn_at if self.drawn_at in self.plan.quotes else ""

    def _which_quote(self) -> str:
        """Say which quote of the node is lit, in which role, and whose it is where it is an ancestor's."""
        item = self.plan.get(self.shown)
        links = walked(self.plan, item) if item is not None else ()
        for n, link in enumerate(links, 1):
            if link.id == self.drawn_at:
                role = ROLE_LABELS[link.role].pick(self.lang)
                quote = words.WHICH_QUOTE.pick(self.lang).format(n=n, all=len(links), role=role)
                if not link.inherited_from:
                    return quote
                title = self.plan.title(link.inherited_from, self.lang)
                return words.WHOSE_QUOTE.format(quote=quote, title=title).pick(self.lang)
        return ""

    def is_prose(self, block: int) -> bool:
        """Return whether a block is a passage: the cursor's sign alone shows where it is, and leaves it legible."""
        return "#" in self.blocks[block].target

    def enter(self) -> None:
        """Go from the passage under the cursor to the node that it supports, or to the list of several."""
        if "#" not in self.target:
            super().enter()
            return
        entries = section_below(self.target, "entries")
        head = next((i for i, block in enumerate(self.blocks) if block.section == entries), -1)
        if head < 0:
            self.notify(answers.PASSAGE_WITHOUT_ENTRY.pick(self.lang), markup=False, timeout=2)
            return
        links = self._members(entries)
        if len(links) == 1:
            self.post_message(self.Opened(self, self.blocks[links[0]].target))
            return
        self.cursor = head
        if self.is_folded(entries):
            self.toggle_section()
        self.stand_on(head, top=True)
        self.stand_on(self._members(entries)[0])

    def _members(self, section: str) -> list[int]:
        """Return the links in a section."""
        return [i for i, block in enumerate(self.blocks) if block.member == section and block.target]

    def out(self) -> None:
        """Leave the pane."""
        self.post_message(self.Left())

    def toggle(self) -> None:
        """Fold or unfold what the cursor is on; go a page down from a passage."""
        if not self.toggle_section():
            self.turn(1)

    def toggle_section(self) -> bool:
        """Fold or unfold what a passage supports; its links may be made only now."""
        changed = super().toggle_section()
        if changed:
            self.show(self._page(), keep=True)
        return changed

    def fold_below(self, folded: bool) -> None:
        """Fold or unfold all notes and entries of the page; the passage under the cursor stays where it is."""
        sections = {block.section for block in self.blocks if block.section}
        if not folded:
            sections.discard(about_section(self.source))
        self.toggled ^= {section for section in sections if self.is_folded(section) != folded}
        passage = next((i for i in range(self.cursor, -1, -1) if self.is_prose(i)), self.cursor)
        if passage not in self._first:
            self.show(self._page(), keep=True)
            return
        target, y = self.blocks[passage].target, self._first[passage] - self.scroll_offset.y
        self.show(self._page(), keep=True)
        passage = next(i for i, block in enumerate(self.blocks) if block.target == target)
        if self.cursor not in self._first:
            self.cursor = passage
        self.scroll_to_line(self._first[passage] - y)

    def _reveal_lit(self) -> None:
        """Bring the lit words into view where their paragraph is longer than the pane."""
        lit = [y for y, row in enumerate(self.lines) if any(span.style == "lit" for span in row.line)]
        height = self.scrollable_content_region.height
        if lit and height and lit[-1] >= self.scroll_offset.y + height:
            self.scroll_to_line(lit[0] - height // 3)

    def settle(self) -> None:
        """Lay out anew where the width has changed, and keep the lit passage in view."""
        if not self._is_drawn:
            self.draw()
        elif self.scrollable_content_region.width != self._width:
            super().settle()
            self._show_target()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the lit passage in view."""
        self._show_target()

    def _show_target(self) -> None:
        if self.cursor >= 0 and self.cursor == self._target:
            self.stand_on(self.cursor, top=True)
            self._reveal_lit()
