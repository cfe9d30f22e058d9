"""The timeline: events, plans and deadlines drawn to scale on one axis.

The years with most events are drawn by months, the years before and after them by years, with marks at the changes of
scale. A date with an unknown part is drawn as the range in which it must be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from plan_data.labels import timeline as words
from plan_data.model.entities import Event, Node, first_date
from plan_data.model.plan import Plan
from plan_data.text.dates import date_key, precision
from widgets.render.blocks import Block, text_block
from widgets.render.table_layout import LayoutBuilder, TableLayout
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Line, Span, line_width, padded

BREAK = "//"
"""Marks a change of scale between years and months."""
GUIDE = "."
"""Stands below each far year; in ASCII nothing does, because there the sign is that of a grade."""
NEAR_YEARS = 2
"""Years in a row that are drawn by months."""
DATE = 11
"""Cells of a date before the axis."""
WITH_DATES = 60
"""Least width in cells at which dates have a column of their own; in less they are before the title."""
LEAST_TEXT = 24
"""Cells after a mark that a wrapped title needs at least."""


class Axis(NamedTuple):
    """Positions of dates, in cells from the left end of the axis."""

    first: int
    """The first year."""
    near_from: int
    """The first year that is drawn by months."""
    near: int
    """The last year that is drawn by months."""
    last: int
    """The last year."""
    month: int
    """Cells of a month of the near years."""
    year: int
    """Cells of a year of the others."""

    @property
    def width(self) -> int:
        """Cells of the whole axis."""
        return self.start(self.last + 1)

    def start(self, year: int) -> int:
        """Return where a year begins."""
        if year < self.near_from:
            return self.year * (year - self.first)
        at = self.year * (self.near_from - self.first) + (len(BREAK) if self.near_from > self.first else 0)
        at += 12 * self.month * (min(year, self.near + 1) - self.near_from)
        if year <= self.near:
            return at
        return at + (len(BREAK) if self.last > self.near else 0) + self.year * (year - self.near - 1)

    def is_near(self, year: int) -> bool:
        """Return whether a year is drawn by months."""
        return self.near_from <= year <= self.near

    def span(self, date: str) -> tuple[int, int]:
        """Return the cells that a date of `precision` year, month or day covers, half-open and at least one."""
        parts = [int(part) for part in date.split("-")]
        year, month, day = (*parts, 0, 0)[:3]
        start = self.start(year)
        if not self.is_near(year):
            if not month:
                return start, start + self.year
            at = start + (month - 1) * self.year // 12
            return at, at + 1
        if not month:
            return start, start + 12 * self.month
        start += (month - 1) * self.month
        if not day:
            return start, start + self.month
        at = start + min(self.month - 1, (day - 1) * self.month // 31)
        return at, at + 1


_SCALES = ((3, 4), (3, 3), (2, 3), (2, 2), (2, 1), (1, 2), (1, 1))
"""Cells of a month and of a year, the widest first."""


def axis_for(dates: list[str], width: int, today: str = "") -> Axis:
    """Return the widest axis for some dates that fits, or the narrowest where none does.

    Args:
        dates: The dates of the events.
        width: Most cells that it may have.
        today: A date that must be on the axis too, but does not count as an event; "" for none.
    """
    years = Counter(int(date[:4]) for date in dates)
    drawn = [*years, int(today[:4])] if today else [*years]
    first, last = min(drawn), max(drawn)
    near_from = max(sorted(years), key=lambda year: sum(years[year + n] for n in range(NEAR_YEARS)))
    near = min(near_from + NEAR_YEARS - 1, last)
    axes = [Axis(first, near_from, near, last, month, year) for month, year in _SCALES]
    return next((axis for axis in axes if axis.width <= width), axes[-1])


def timeline_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the timeline; with `options.today` that date is drawn, and earlier deadlines are marked as passed."""
    events = [node for node in plan.of_kind("event") if options.matches(*_texts(node))]
    events.sort(key=lambda node: date_key(first_date(node)))
    dated = [node for node in events if precision(first_date(node))]
    rows = LayoutBuilder(options.width)
    rows.add(_legend(options))
    if dated:
        before = DATE if options.width >= WITH_DATES else 0
        axis = axis_for([first_date(node) for node in dated], options.width - before, options.today)
        for block in _heads(axis, before, "" if options.ascii else GUIDE):
            rows.add(block)
        today_drawn = not options.today
        for node in dated:
            if not today_drawn and date_key(first_date(node)) > date_key(options.today):
                today_drawn = True
                rows.add(_today(axis, before, options))
            rows.add(_row(plan, node, axis, before, options))
            if _passed(node, options):
                start = min(before + axis.span(first_date(node))[0], options.width - len(words.PASSED))
                rows.add(text_block(words.PASSED, "note-doubt", indent=max(0, start)))
        if not today_drawn:
            rows.add(_today(axis, before, options))
    for node in events:
        if node not in dated:
            text = f"{first_date(node) or words.NO_DATE}  {node.title.pick(options.lang)}"
            rows.add(text_block(text, "link", target=node.id))
    return rows.layout


def _texts(node: Node) -> tuple[str, ...]:
    """Return the texts that the filter of the view searches."""
    return node.title.en, node.title.zh, node.id, first_date(node), node.event.type if node.event else ""


def _legend(options: ViewOptions) -> Block:
    spans: list[Span] = []
    for mark in words.EVENT_SIGNS.values():
        spans += [Span(mark.drawn(options.ascii), "number"), Span(f" {mark.label}   ", "muted")]
    spans += [Span("~~", "number"), Span(f" {words.UNKNOWN_PART}   ", "muted")]
    spans += [Span(BREAK, "number"), Span(f" {words.BREAKS}", "muted")]
    return Block(tuple(spans))


def _heads(axis: Axis, before: int, guide: str) -> Iterator[Block]:
    """Yield the line of years, and the line of months where they have room; `guide` stands below each far year."""
    years = [" "] * (axis.width + 4)
    months = [" "] * (axis.width + 1)
    for year in range(axis.near_from, axis.near + 1):
        at = axis.start(year)
        years[at : at + 4] = f"{year:04}"
        for month in range(12) if axis.month > 1 else (0, 3, 6, 9):
            months[at + month * axis.month] = "JFMAMJJASOND"[month]
    every = -(-4 // axis.year)
    for begin, end in ((axis.first, axis.near_from), (axis.near + 1, axis.last + 1)):
        for year in range(begin, end):
            at = axis.start(year)
            months[at] = guide or " "
            if (year - begin) % every == 0 and at + 3 <= axis.start(end):
                years[at : at + 3] = f"'{year % 100:02}"
    for begins in (axis.near_from, axis.near + 1):
        if axis.first < begins <= axis.last:
            at = axis.start(begins) - len(BREAK)
            months[at : at + len(BREAK)] = BREAK
    lead = (Span(" " * before),)
    yield Block((Span("".join(years).rstrip(), "heading"),), lead=lead, gap=True)
    yield Block((Span("".join(months).rstrip(), "muted"),), lead=lead)


def _today(axis: Axis, before: int, options: ViewOptions) -> Block:
    start, _ = axis.span(options.today)
    lead = (Span(f"{options.today:<{before}}"[:before], "muted"), Span(" " * start))
    return Block((Span("|", "note-doubt"), Span(f" {words.TODAY}", "note-doubt")), lead=lead)


def _passed(node: Node, options: ViewOptions) -> bool:
    """Return whether an event is a deadline that has passed; a year has passed when it is over."""
    due = first_date(node)
    is_deadline = node.event is not None and node.event.type == "target" and bool(precision(due))
    return is_deadline and options.today[: len(due)] > due


def _row(plan: Plan, node: Node, axis: Axis, before: int, options: ViewOptions) -> Block:
    """Return the line of an event: its mark on the axis with the title after it, or before it where it fits there."""
    event = node.event or Event()
    date = first_date(node)
    start, end = axis.span(date)
    mark = Span(
        words.EVENT_SIGNS[event.type].drawn(options.ascii) + "~" * (end - start - 1),
        {"plan": "figure", "target": "match"}.get(event.type, "number"),
    )
    title = node.title.pick(options.lang)
    text: Line = (
        *(() if before else (Span(f"{date} ", "number"),)),
        Span(title, "link"),
        Span(" "),
        sign(plan.grade(node), options),
    )
    lead: Line = (Span(padded(date, before), "number"),) if before else ()
    wide = line_width(text)
    if wide <= options.width - before - end - 1 or start - 1 < wide:
        # A title that does not fit after its mark is wrapped below itself, or from the left where that is too narrow.
        hang = before + end + 1 if options.width - before - end - 1 > LEAST_TEXT else before
        return Block(text, lead=(*lead, Span(" " * start), mark, Span(" ")), hang=hang, target=node.id)
    return Block((*text, Span(" "), mark), lead=(*lead, Span(" " * (start - 1 - wide))), target=node.id)
