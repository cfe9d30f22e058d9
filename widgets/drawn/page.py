"""A page: blocks of text that can be read, walked from stop to stop, folded, and followed.

Card, source pane, help and views are pages. A page is drawn line by line; nothing is mounted for its content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from plan_data.labels.signs import FOCUS, FOLDED, OPEN
from plan_data.text.occurrences import occurrences
from widgets.drawn.scroll_length import set_length
from widgets.drawn.styles import StyleTable
from widgets.drawn.textual_fixes import ScrolledLines, is_followed
from widgets.render.blocks import Block, Row, layout, starts_folded
from widgets.render.wrapping import Line, Span, cut, line_width

MARGIN = 2
"""Cells before the text: the cursor's sign, and a blank."""
WIDEST = 90
"""Widest line of text in cells: longer ones are hard to read."""


class Page(ScrolledLines, can_focus=True):
    """A page of blocks. Blocks with a target or a section are stops, and the cursor is on one of them."""

    folds_sections: ClassVar[bool] = True
    """Draw a fold sign before a section's heading."""
    widest: ClassVar[int] = WIDEST
    """Widest line of text in cells; 0 for no limit."""

    @dataclass
    class Opened(Message):
        """A block's target was chosen."""

        page: Page
        """The page."""
        target: str
        """Where it leads."""

    def __init__(self, *, id: str | None = None) -> None:
        """Make an empty page."""
        super().__init__(id=id)
        self.blocks: Sequence[Block] = ()
        self.toggled: set[str] = set()
        """Sections that the reader folded or unfolded."""
        self._cursor = -1
        self.lines: list[Row] = []
        self.pinned = 0
        """Lines at the top that do not scroll."""
        self.foot: tuple[Line, ...] = ()
        """Lines at the bottom that do not scroll; they are no part of `lines`."""
        self._first: dict[int, int] = {}
        """Index of a block to its first line."""
        self._inks = StyleTable()
        self._width = 0
        self.ascii_signs = False
        self.sought = ""
        """The text that is being found on the page."""
        self.hits: list[int] = []
        """For each match the index of its block, in order; computed whenever the blocks are laid out."""
        self.hit = -1
        """Index of the current match; -1 for none."""

    @property
    def cursor(self) -> int:
        """Index of the block that the cursor is on; -1 for none."""
        return self._cursor

    @cursor.setter
    def cursor(self, block: int) -> None:
        self._cursor = block
        self.fit()

    def fit(self) -> None:
        """Fit what does not scroll to the cursor and the size. A page has nothing of the kind."""

    # Content.

    def starts_folded(self, section: str) -> bool:
        """Return whether a section is folded at first: our guesses, an ancestor's quotes, what a passage supports."""
        return starts_folded(section) or "#" in section

    def is_folded(self, section: str) -> bool:
        """Return whether a section is folded."""
        return self.starts_folded(section) != (section in self.toggled)

    def show(self, blocks: Sequence[Block], *, keep: bool = False, cursor: int = -1) -> None:
        """Show other blocks; `keep` leaves scroll and cursor where they are, `cursor` is the block for the cursor."""
        before = self._stop_at(self.cursor)
        self.blocks = blocks
        if not keep:
            self.hit, self.cursor = -1, cursor
            self.scroll_to(0, 0, animate=False, immediate=True, force=True)
        elif before:
            self.cursor = self._nearest(before)
        self.relayout()
        self.hit = min(self.hit, len(self.hits) - 1)
        if cursor >= 0:
            self.stand_on(cursor)

    def _stop_at(self, block: int) -> tuple[str, str] | None:
        """Return what makes a block a stop, its target and its section; None where it is none."""
        at = self.blocks[block] if 0 <= block < len(self.blocks) else None
        return (at.target, at.section) if at is not None and (at.target or at.section) else None

    def _nearest(self, stop: tuple[str, str]) -> int:
        """Return the block nearest to the cursor that is this stop; where there is none, the nearest other stop."""
        stops = {i: self._stop_at(i) for i in range(len(self.blocks))}
        same = [i for i, found in stops.items() if found == stop] or [i for i, found in stops.items() if found]
        return min(same, key=lambda i: abs(i - self.cursor), default=-1)

    @property
    def room(self) -> int:
        """Cells for a line of text; the last column before the scroll bar stays empty."""
        room = max(0, self.scrollable_content_region.width - MARGIN - 1)
        return min(room, self.widest) if self.widest else room

    def relayout(self) -> None:
        """Lay the blocks out for the width that there is."""
        region = self.scrollable_content_region
        self._width = region.width
        blocks = self._with_hits()
        if self._width < 1:
            self.lines, self._first = [], {}
            return
        folded = {block.section for block in self.blocks if block.section and self.is_folded(block.section)}
        blocks = [self._with_fold(block) for block in blocks] if self.folds_sections else blocks
        self.lines = layout(blocks, self.room, folded)
        self._first = {}
        for y, row in enumerate(self.lines):
            if row.block >= 0:
                self._first.setdefault(row.block, y)
        self.fit()
        self.set_length()
        self.refresh()

    def set_length(self) -> None:
        """Tell Textual how many lines there are."""
        set_length(self, self._width, len(self.lines) + len(self.foot))

    def sight(self) -> tuple[int, int]:
        """Return the lines in sight that scroll, half-open."""
        y, height = self.scroll_offset.y, self.scrollable_content_region.height
        return y + self.pinned, max(y + self.pinned, y + height - len(self.foot))

    def line_at(self, row: int) -> int:
        """Return which line is drawn in a row of the pane; -1 for none."""
        if row >= self.scrollable_content_region.height - len(self.foot):
            return -1
        line = row if row < self.pinned else row + self.scroll_offset.y
        return line if line < len(self.lines) else -1

    def _with_fold(self, block: Block) -> Block:
        if not block.section:
            return block
        sign = (FOLDED if self.is_folded(block.section) else OPEN).drawn(self.ascii_signs)
        return replace(block, lead=(Span(f"{sign} ", "fold"), *block.lead))

    def settle(self) -> None:
        """Lay out anew where the width has changed, and keep the cursor in view."""
        if self.scrollable_content_region.width != self._width:
            self.relayout()
            if self.has_focus:
                # The keys may have come before there was any stop.
                self._arrive()
            if self.scroll_offset.y:
                self._reveal()
            else:
                # What is read from its beginning goes on to be: the cursor comes along.
                self._follow(True)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the new size."""
        self.settle()
        self.fit()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines; the first time before the event that gives the size, so that the first frame is complete."""
        self.settle()
        return super().render_lines(crop)

    # Finding.

    def seek(self, text: str) -> None:
        """Highlight every match of a text, and go to the first one at or below what is in sight."""
        self.sought = text
        self.hit = -1
        self.relayout()
        if self.hits:
            y, _ = self.sight()
            self._go_to_hit(next((n for n, block in enumerate(self.hits) if self._first.get(block, -1) >= y), 0))

    def next_hit(self, by: int) -> bool:
        """Go to the next or previous match, round the ends; return whether there is one."""
        if not self.hits:
            return False
        self._go_to_hit((self.hit + by) % len(self.hits))
        return True

    def hit_count(self) -> str:
        """Return which match is the current one, and how many there are; "" where there is none."""
        return f"{self.hit + 1}/{len(self.hits)}" if self.hits else ""

    def _go_to_hit(self, hit: int) -> None:
        self.hit = hit
        member = self.blocks[self.hits[hit]].member
        if member and self.is_folded(member):
            self.toggled ^= {member}
        self.relayout()
        rows = [y for y, row in enumerate(self.lines) if any(span.style == "found-now" for span in row.line)]
        height = self.scrollable_content_region.height
        if rows and not self.scroll_offset.y <= rows[0] <= rows[-1] < self.scroll_offset.y + height:
            self.scroll_to_line(rows[0] - height // 3)
        if self.blocks[self.hits[hit]].target or self.blocks[self.hits[hit]].section:
            self.cursor = self.hits[hit]
        self.refresh()

    def _with_hits(self) -> Sequence[Block]:
        """Return the blocks with every match in a style of its own, and fill `hits`."""
        self.hits = []
        if not self.sought:
            return self.blocks
        found = []
        for i, block in enumerate(self.blocks):
            spans = occurrences("".join(span.text for span in block.spans), self.sought)
            now = self.hit - len(self.hits)
            self.hits += [i] * len(spans)
            found.append(replace(block, spans=_marked(block.spans, spans, now)) if spans else block)
        return found

    # Walking.

    def stops(self) -> list[int]:
        """Return the stops, in order."""
        return [i for i in self._first if self.blocks[i].target or self.blocks[i].section]

    def stand_on(self, block: int, *, top: bool = False) -> None:
        """Put the cursor on a block and scroll it into view, to the upper third where it was far away."""
        if block not in self._first:
            return
        self.cursor = block
        self._reveal(top)
        self.refresh()

    def _rows_of(self, block: int) -> tuple[int, int]:
        first = self._first[block]
        last = first
        while last + 1 < len(self.lines) and self.lines[last + 1].block == block:
            last += 1
        return first, last

    def _reveal(self, top: bool = False) -> None:
        if self.cursor not in self._first:
            return
        first, last = self._rows_of(self.cursor)
        y, end = self.sight()
        height = end - y
        if height < 1 or last < self.pinned or (y <= first and last < end and not top):
            return
        target = first - 1 if first < y or last - first + 1 >= height else last - height + 2
        if top or target > end:
            target = first - min(3, height // 4)
        self.scroll_to_line(target - self.pinned)

    def step(self, by: int) -> None:
        """Go to the next or previous stop, or scroll by a line where it is out of sight."""
        stops = self.stops()
        y, end = self.sight()
        at = self._first.get(self.cursor, -1)
        if not (y <= at < end or at < self.pinned):
            inside = [i for i in stops if y <= self._first[i] < end]
            at = (y - 1 if by > 0 else end) if inside else at
        ahead = [i for i in stops if (self._first[i] - at) * by > 0]
        if ahead:
            target = ahead[0] if by > 0 else ahead[-1]
            first = self._first[target]
            if y - 2 <= first < end + 2 or (first < self.pinned and (y == self.pinned or at < self.pinned)):
                self.stand_on(target)
                return
        self.scroll_to_line(y - self.pinned + by)

    def turn(self, by: float) -> None:
        """Scroll by so many pages, and take the cursor along."""
        y, end = self.sight()
        self.scroll_to_line(y - self.pinned + round(by * max(0, end - y - 1)))
        self._follow(by > 0)

    def edge(self, last: bool) -> None:
        """Go to the beginning or the end."""
        stops = self.stops()
        if stops:
            # What stands below the rows may get more lines with it: the page is scrolled behind that.
            self.cursor = stops[-1 if last else 0]
        self.scroll_to_line(len(self.lines) + len(self.foot) if last else 0)
        self.refresh()

    def _follow(self, down: bool) -> None:
        y, end = self.sight()
        # What is pinned is in sight too, as long as what follows it is.
        begin = y if self.scroll_offset.y else 0
        inside = [i for i in self.stops() if begin <= self._first[i] < end]
        if inside and self.cursor not in inside:
            self.cursor = inside[0] if down else inside[-1]
        self.refresh()

    @property
    def target(self) -> str:
        """Where the block under the cursor leads, or ""."""
        return self.blocks[self.cursor].target if 0 <= self.cursor < len(self.blocks) else ""

    def fold_below(self, folded: bool) -> None:
        """Fold or unfold all sections."""
        sections = {block.section for block in self.blocks if block.section}
        self.toggled ^= {section for section in sections if self.is_folded(section) != folded}
        self.relayout()
        self._reveal()

    def toggle_section(self) -> bool:
        """Fold or unfold the section whose heading the cursor is on; return whether it is on one."""
        if not (0 <= self.cursor < len(self.blocks) and self.blocks[self.cursor].section):
            return False
        self.toggled ^= {self.blocks[self.cursor].section}
        self.relayout()
        self._reveal()
        return True

    def enter(self) -> None:
        """Follow the block under the cursor, or fold or unfold its section."""
        if self.target:
            self.post_message(self.Opened(self, self.target))
        else:
            self.toggle_section()

    def on_click(self, event: events.Click) -> None:
        """Stand on the clicked block and follow it."""
        y = self.line_at(event.y)
        if not is_followed(event) or y < 0:
            return
        block = self.lines[y].block
        if block >= 0 and (self.blocks[block].target or self.blocks[block].section):
            self.cursor = block
            self.refresh()
            self.enter()

    # Drawing.

    def on_focus(self) -> None:
        """Put the cursor on the first stop in sight below the first line."""
        self._arrive()

    def _arrive(self) -> None:
        # On the first line is the link to the parent.
        if self.cursor not in self._first:
            below = [block for block in self.stops() if self._first[block] > 0]
            self._follow(True)
            if below and self._first.get(self.cursor) == 0:
                self.cursor = below[0]

    def is_prose(self, block: int) -> bool:
        """Return whether a block is read rather than chosen: then the cursor is shown by its sign alone."""
        return False

    def render_line(self, y: int) -> Strip:
        """Draw a row of the pane."""
        at = self.line_at(y)
        if at < 0:
            below = y - (self.scrollable_content_region.height - len(self.foot))
            return self._strip(self.foot[below], "foot") if 0 <= below < len(self.foot) else self._strip(())
        block = self.lines[at].block
        under_cursor = block == self.cursor >= 0 and self.has_focus
        ground = "cursor" if under_cursor and not self.is_prose(block) else ""
        return self._strip(self.lines[at].line, ground, pointed=under_cursor and self._first[block] == at)

    def _strip(self, line: Line, ground: str = "", *, pointed: bool = False) -> Strip:
        """Return a line as it is drawn, on the ground of a style; `pointed` with the cursor's sign before it."""
        width = self.scrollable_content_region.width
        ink = self._inks.of(self.app.theme_variables)
        over = self._base + ink[ground]
        sign = FOCUS.drawn(self.ascii_signs) if pointed else " "
        used = MARGIN + line_width(line)
        if used > width:
            line = cut(line, max(0, width - MARGIN))
            used = MARGIN + line_width(line)
        segments = [Segment(sign.ljust(MARGIN), over + ink["pointer"])]
        segments += [Segment(s.text, over + ink[s.style] if s.style else over) for s in line if s.text]
        segments.append(Segment(" " * max(0, width - used), over))
        return Strip(segments, width)


def _marked(line: Line, marks: Sequence[tuple[int, int]], now: int) -> Line:
    """Cut a line of spans at marks, half-open in code points, and style those; mark number `now` has its own style."""
    found: list[Span] = []
    at = 0
    for span in line:
        end = at + len(span.text)
        edges = sorted({at, end, *(edge for mark in marks for edge in mark if at < edge < end)})
        for start, stop in zip(edges, edges[1:], strict=False):
            number = next((n for n, mark in enumerate(marks) if mark[0] <= start and stop <= mark[1]), -1)
            style = span.style if number < 0 else "found-now" if number == now else "found"
            found.append(span.part(start - at, stop - at, style))
        at = end
    return tuple(found)
