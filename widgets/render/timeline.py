"""The timeline: the deadlines, then events and documents in the order of time, each with its place on an axis.

Text stands left and the picture right. A deadline is a line from the day when the document was published to its mark,
so that its length is seen. A date of which a part is not known is a sign and the range in which the date must be.
In a narrow pane there is no axis, and the sign of a row stands before its title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from plan_data.labels import timeline as words
from plan_data.labels.deadlines import by_date, in_words
from plan_data.model.entities import Event, Node, first_date
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.text.dates import by_first_day, date_key, precision
from widgets.render.blocks import Block
from widgets.render.table_layout import LayoutBuilder, TableLayout
from widgets.render.time_axis import BREAK, Axis, axis_for, least_width
from widgets.render.view_options import ViewOptions, sign, supported
from widgets.render.wrapping import Line, Span, cells, cut_words, line_width, padded, wrap

GUIDE = "."
"""Stands where a near year begins, in each row; in ASCII nothing does, because there the sign is that of a grade."""
LINE, UNKNOWN, NOW = "-", "~", "|"
"""Draw the way to a deadline, the range of a date that is not known to the day, and today."""
STYLES = {"target": "match", "plan": "text", "event": "soft"}
"""Type of an event to the style of its sign."""
GAP = 2
"""Cells between date and title, and before the axis."""
GRADE = 2
"""Cells of a blank and the sign of the grade behind the title."""
WITH_AXIS = 60
"""Least width in cells at which there is an axis."""
MOST_DATE = 20
"""Cells of a date at most: what is no date may be any text."""
MOST_TITLE = 0.45
"""Share of the width that the titles may have beside an axis; what is longer is wrapped."""
LEAST_TITLE = 16
"""Cells that a title needs beside its date; where it has fewer it stands below."""


class Row(NamedTuple):
    """An event as it is shown."""

    node: Node
    """The event."""
    type: str
    """`target`, `plan` or `event`."""
    date: str
    """Its date as the plan writes it."""
    when: str
    """The same as it stands in the row."""
    title: str
    """Its title."""

    @property
    def precision(self) -> str:
        """How much of the date is known; "" where the row has no place on an axis."""
        return precision(self.date)


class Picture(NamedTuple):
    """The picture at the right of the rows."""

    axis: Axis
    """Where dates stand on it."""
    date: int
    """Cells of the widest date at the left, with the gap behind it."""
    at: int
    """The cell of the pane where it begins."""
    since: int
    """Where on it the lines of the deadlines begin."""
    today: int
    """Where on it today is; -1 for nowhere."""
    ascii: bool
    """Whether to draw signs in ASCII."""

    def heads(self, wanted: Sequence[int], today: str) -> Iterator[Block]:
        """Yield the line with the word for today, if that is drawn, and the line of years."""
        lead = (Span(" " * self.at),)
        if self.today >= 0:
            blanks = min(self.today, self.axis.width - cells(today))
            yield Block((Span(" " * blanks + today, "soft"),), lead=lead)
        yield Block((Span(self.axis.labels(wanted), "soft"),), lead=lead)

    def line(self, row: Row | None) -> Line:
        """Return the picture of a row; for None that of the further lines of a row."""
        drawn = [(" ", "soft")] * self.axis.width
        near = self.axis.near
        if not self.ascii:
            for year in range(near.first, near.first + near.years):
                drawn[self.axis.start(year)] = (GUIDE, "soft")
        if row and row.precision:
            start, end = self.axis.span(row.date)
            if row.type == "target":
                # What is due by a year is due at its end.
                start = end - 1
                drawn[self.since : start] = [(LINE, "soft")] * (start - self.since)
            elif row.precision != "day":
                # The sign that says so is drawn in any case, be the range ever so short.
                end = min(max(end, start + 2), self.axis.width)
                start = min(start, end - 2)
                drawn[start:end] = [(UNKNOWN, "soft")] * (end - start)
        if self.today >= 0:
            drawn[self.today] = (NOW, "soft")
        if row and row.precision:
            drawn[start] = (words.EVENT_SIGNS[row.type].drawn(self.ascii), STYLES[row.type])
        while drawn and drawn[-1][0] == " ":
            drawn.pop()
        return tuple(
            Span("".join(sign for sign, _ in run), style) for style, run in groupby(drawn, key=lambda cell: cell[1])
        )


def timeline_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the timeline; with `options.today` that date is drawn, and deadlines that lie before it are passed."""
    rows = [_row(node, options) for node in plan.of_kind("event") if options.matches(*_texts(node))]
    due = sorted((row for row in rows if row.type == "target"), key=lambda row: date_key(row.date))
    others = sorted((row for row in rows if row.type != "target"), key=lambda row: by_first_day(row.date))
    built = LayoutBuilder(options.width)
    if not rows:
        return built.layout
    published = _published(plan) if due else ""
    picture = _picture(rows, published, options)
    if picture:
        # Where not all of their years have room for a label, the end of the longest line has.
        years = [int(row.date[:4]) for row in due[::-1] if row.precision]
        for block in picture.heads(years, words.TODAY.pick(options.lang)):
            built.add(block)
    heads = len(built.blocks)
    if due:
        begins = (words.FROM_PUBLICATION if published else words.FROM_FIRST).pick(options.lang)
        day = in_words(published, "zh") if options.lang == "zh" else published
        _add_heading(built, "target", begins.format(day) if picture else "", options)
        _add_rows(built, due, picture, plan, options)
    pinned = (len(built.blocks), heads)
    if others:
        _add_heading(built, "", "", options)
        _add_rows(built, others, picture, plan, options)
    count = (words.ENTRY if len(rows) == 1 else words.ENTRIES).pick(options.lang).format(n=len(rows))
    if due:
        count += (
            (words.DEADLINE_FIRST if len(due) == 1 else words.DEADLINES_FIRST).pick(options.lang).format(n=len(due))
        )
    return built.layout._replace(pinned=pinned, foot=[_signs(rows, picture, options)], about=count)


def _texts(node: Node) -> tuple[str, ...]:
    """Return the texts that the filter of the view searches."""
    kind = (node.event or Event()).type
    return node.title.en, node.title.zh, node.id, first_date(node), kind, *words.EVENT_KINDS[kind]


def _row(node: Node, options: ViewOptions) -> Row:
    """Return an event as it is shown. A title that begins with its date does not say it a second time."""
    kind, date = (node.event or Event()).type, first_date(node)
    when = date or words.NO_DATE.pick(options.lang)
    if kind == "target" and precision(date):
        when = words.BY.pick(options.lang).format(in_words(date, "zh") if options.lang == "zh" else date)
    title = node.title.pick(options.lang)
    for begin in (f"{date}: ", f"{in_words(date, 'zh')}："):
        if date and title.startswith(begin):
            title = title[len(begin) : len(begin) + 1].upper() + title[len(begin) + 1 :]
    return Row(node, kind, date, cut_words(when, MOST_DATE), title)


def _published(plan: Plan) -> str:
    """Return the day from which the deadlines run: when the document was published, else written, or ""."""
    dates = plan.document.dates if plan.document else None
    date = (dates.published or dates.written) if dates else ""
    return date if precision(date) else ""


def _picture(rows: Sequence[Row], published: str, options: ViewOptions) -> Picture | None:
    """Return the picture of some rows, as wide as their titles leave room for; None where there is to be none."""
    dates = [row.date for row in rows if row.precision]
    if not dates or options.width < WITH_AXIS:
        return None
    also = [date for date in (published, options.today) if date]
    date = max(cells(row.when) for row in rows) + GAP
    room = options.width - GRADE - GAP
    most = max(LEAST_TITLE, min(round(options.width * MOST_TITLE), room - date - least_width(dates, also)))
    text = date + min(most, max(cells(row.title) for row in rows))
    axis = axis_for(dates, room - text, also)
    today = axis.span(options.today)[0] if options.today else -1
    return Picture(axis, date, text + GRADE + GAP, axis.span(published or min(dates))[0], today, options.ascii)


def _add_heading(built: LayoutBuilder, section: str, aside: str, options: ViewOptions) -> None:
    """Add the heading of a section."""
    spans: Line = (Span(words.SECTIONS[section].pick(options.lang), "heading"),)
    if aside:
        spans += (Span(f"  {aside}", "soft"),)
    built.add(Block(spans, gap=not section and bool(built.layout.spots)))


def _add_rows(
    built: LayoutBuilder, rows: Sequence[Row], picture: Picture | None, plan: Plan, options: ViewOptions
) -> None:
    """Add the rows of a section. Their titles begin below those of the other section where there is room for that."""
    date = max(cells(row.when) for row in rows) + GAP
    if picture and max(cells(row.title) for row in rows) <= picture.at - GRADE - GAP - picture.date:
        date = picture.date
    further = picture.line(None) if picture else ()
    for row in rows:
        when = Span(row.when, "strong" if row.type == "target" else "number")
        grade = sign(plan.grade(row.node), options)
        says = partial(_sentence, plan, row, options)
        if not picture:
            built.add(_narrow(row, when, date, grade, options), 0, says)
            continue
        text = picture.at - GRADE - GAP
        spans: list[Span] = []
        for n, line in enumerate(wrap((Span(row.title, "link"),), text - date, text - date)):
            before: Line = (Span("\n" + " " * date),) if n else (when, Span(" " * (date - cells(when.text))))
            behind: Line = (Span(" " * (GRADE - 1)), grade) if n == 0 else (Span(" " * GRADE),)
            blanks = Span(" " * (text - date - line_width(line)))
            spans += [*before, *line, blanks, *behind, Span(" " * GAP), *(further if n else picture.line(row))]
        built.add(Block(tuple(spans), hang=0, target=row.node.id), 0, says)


def _narrow(row: Row, when: Span, date: int, grade: Span, options: ViewOptions) -> Block:
    """Return a row without an axis: date, sign, title; where that is too narrow the title stands below."""
    mark = (Span(words.EVENT_SIGNS[row.type].drawn(options.ascii), STYLES[row.type]), Span(" "))
    title = Span(row.title, "link")
    if options.width - date - line_width(mark) - GRADE < LEAST_TITLE:
        return Block((Span("\n"), title), lead=(when, Span(" "), *mark), right=(grade,), hang=GAP, target=row.node.id)
    lead = (Span(padded(when.text, date - 1), when.style), *mark)
    return Block((title,), lead=lead, right=(grade,), target=row.node.id)


def _sentence(plan: Plan, row: Row, options: ViewOptions) -> Line:
    """Return in words when and what a row is, whether it is a deadline that passed, and how far that is supported."""
    lang = options.lang
    is_due = row.type == "target"
    when = by_date(row.date, lang) if is_due else in_words(row.date, lang)
    if not is_due and row.precision in ("month", "year"):
        when = words.PART_UNKNOWN.pick(lang).format(when)
    when = when or words.NO_DATE.pick(lang)
    about = (words.DUE if is_due else words.ABOUT).pick(lang)
    kind = words.EVENT_KINDS[row.type].pick(lang)
    said: Line = (Span(about.format(when=when[:1].upper() + when[1:], kind=kind, title=row.title), "text"),)
    # A year has passed when it is over.
    if is_due and row.precision and options.today[: len(row.date)] > row.date:
        said += (Span(words.PASSED.pick(lang), "doubt"),)
    of_date = plan.grade(row.node, _dated_by(row.node)) if row.date else ""
    return (*said, *supported(plan.grade(row.node), options, of_date))


def _dated_by(node: Node) -> str:
    """Return which statement `first_date` is."""
    event = node.event or Event()
    return next((name for name in ("happened", "dated", "published", "reported") if getattr(event, name)), "due")


def _signs(rows: Sequence[Row], picture: Picture | None, options: ViewOptions) -> Block:
    """Return the line of the signs that occur, in long words where these fit."""
    found: list[tuple[str, str, tuple[Pair, ...]]] = [
        (mark.drawn(options.ascii), STYLES[kind], (words.EVENT_KINDS[kind],))
        for kind, mark in words.EVENT_SIGNS.items()
        if any(row.type == kind for row in rows)
    ]
    if picture:
        if any(row.type != "target" and row.precision in ("month", "year") for row in rows):
            found.append((UNKNOWN, "soft", words.UNKNOWN_PART))
        if picture.axis.breaks:
            found.append((BREAK, "soft", words.NEW_SCALE))
        if picture.today >= 0:
            found.append((NOW, "soft", (words.TODAY,)))
    for short in (0, -1):
        line: Line = ()
        for drawn, style, means in found:
            line += (
                Span("  " if line else ""),
                Span(drawn, style),
                Span(f" {means[short].pick(options.lang)}", "muted"),
            )
        if line_width(line) <= options.width:
            break
    return Block(line)
