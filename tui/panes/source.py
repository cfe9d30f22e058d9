"""The source pane: a source with the quote lit in its paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.reactive import var

from plan_data.model.plan import Plan, no_plan
from widgets.drawn.page import Page
from widgets.render.blocks import Block
from widgets.render.source_page import passage_target, source_page
from widgets.render.wrapping import Span


class SourcePane(Page):
    """A source, with the quote lit in its paragraph."""

    @dataclass
    class Drawn(Message):
        """Another source or passage is shown."""

        source: str
        """Id of the source, or ""."""
        where: str
        """The passage among those shipped, as `6/10`, or ""."""

    plan: var[Plan] = var(no_plan, init=False)
    """The open plan; bound by the screen."""
    at: var[str] = var("", init=False)
    """What it is open at: a quote's id, a passage, a source's id, or "" for closed; bound by the screen."""
    lang: var[str] = var("en", init=False)
    """Language of the plan's text."""

    def __init__(self, plan: Plan, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id)
        self.set_reactive(SourcePane.plan, plan)
        self.preview = ""
        self._target = -1

    def watch_plan(self, before: Plan, plan: Plan) -> None:
        """Draw the source in another reading of the plan."""
        if before is not plan:
            self.draw()

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
        blocks = source_page(self.plan, self.source, self.lang, lit, self.toggled)
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

    def toggle(self, opened: bool | None = None) -> bool:
        """Fold or unfold what a passage supports; its links may be made only now."""
        changed = super().toggle(opened)
        if changed:
            lit = self.place if self.place in self.plan.quotes else ""
            self.show(source_page(self.plan, self.source, self.lang, lit, self.toggled), keep=True)
        return changed

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
