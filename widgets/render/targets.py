"""The view of goals and figures: by when, what, how much, and who set it; the document's own first, counts last."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from plan_data.labels import targets as words
from plan_data.labels.deadlines import by_date
from plan_data.labels.roles import NOTE_LABELS
from plan_data.labels.signs import LEFT_OUT
from plan_data.model.entities import Node, Quote, Target, Title
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.text.dates import date_key
from widgets.render.blocks import Block, Says, text_block
from widgets.render.names import fit_title
from widgets.render.table_layout import Column, LayoutBuilder, TableLayout
from widgets.render.view_options import ViewOptions, grade_legend, sign, supported
from widgets.render.wrapping import Line, Span, cells, line_width, wrap

BETWEEN = 2
"""Cells between two columns."""
LEAST_TITLE = 20
"""Cells that the names need; where they have fewer, the other columns stand below them."""
WIDEST = (24, 16)
"""Cells of any other column at most, where there is room and where there is less; what is longer is wrapped."""


class Row(NamedTuple):
    """A goal, target or figure as it is shown."""

    node: Node
    """Its node."""
    group: str
    """A key of `TARGET_GROUPS`."""
    due: str
    """Its deadline, or that of the goal that it is a part of."""
    when: str
    """The same in words for the table."""
    owner: str
    """Id of the body, source or document that set it; "" where that is not known."""
    is_part: bool
    """Whether it is a part of the goal above."""
    doubts: tuple[Pair, ...]
    """What is in doubt."""

    @property
    def target(self) -> Target:
        """Its number and unit."""
        return self.node.target or Target()


def targets_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return every goal, target and figure; a doubt stands in the sentence on its row, or in a narrow pane below it."""
    return _laid_out(plan, options, doubts=False)


def targets_printed(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the view for a page that has no cursor: doubts stand below their rows."""
    return _laid_out(plan, options, doubts=True)


def _laid_out(plan: Plan, options: ViewOptions, doubts: bool) -> TableLayout:
    rows = [_row(plan, node, options) for node in plan.of_kind("target") if options.matches(*_texts(plan, node))]
    # What is a part of a goal has its deadline, and so stays below it.
    rows.sort(key=lambda row: (list(words.TARGET_GROUPS).index(row.group), date_key(row.due)))
    built = LayoutBuilder(options.width)
    if not rows:
        return built.layout
    wide = _widths(plan, rows, options)
    if wide:
        heads = zip(wide, words.TARGET_HEADS, strict=True)
        built.add_columns([_column(width, (Span(head.pick(options.lang), "soft"),)) for width, head in heads], BETWEEN)
    pinned = len(built.blocks)
    before = ""
    for row in rows:
        if row.group != before:
            heading = words.TARGET_GROUPS[row.group].pick(options.lang)
            built.add(text_block(heading, "heading", gap=bool(before)))
            before = row.group
        says = partial(_sentence, plan, row, options, with_doubts=bool(wide) and not doubts)
        if wide:
            _add_columns(built, plan, row, wide, says, options)
        else:
            _add_lines(built, plan, row, says, options)
        if doubts or not wide:
            _add_doubts(built, row, wide[0] + BETWEEN if wide else 4, options)
    legend = grade_legend({plan.grade(row.node) for row in rows}, options)
    # The sentence has the words too: half of the signs would say less than none.
    foot = [Block(legend)] if line_width(legend) <= options.width else []
    return built.layout._replace(pinned=(pinned,) if pinned else (), foot=foot, about=_counts(rows, options))


def _row(plan: Plan, node: Node, options: ViewOptions) -> Row:
    """Return a goal, target or figure as it is shown. A goal without a number is the document's own."""
    owner = node.target.owner if node.target else plan.root.id
    is_figure = node.target is not None and node.target.sort == "figure"
    group = "figures" if is_figure else "own" if owner == plan.root.id else "others"
    due = node.due or plan.due_inherited(node)[0]
    when = words.BY.pick(options.lang).format(due) if due else ""
    doubts = tuple(plan.with_names(note.text) for note in node.notes if note.kind == "doubt")
    return Row(node, group, due, when, owner, plan.kind_of(node.parent) == "target", doubts)


def _texts(plan: Plan, node: Node) -> list[str]:
    """Return the texts that the filter of the view searches."""
    target = node.target or Target()
    names = [node.id, node.title.en, node.title.zh, target.number, *target.unit, node.due, plan.title(target.owner)]
    names += [plan.title(target.owner, "zh"), target.sort, target.zh_figure]
    return [*names, *(plan.quotes[link.id].exact for link in node.quotes[:1])]


def _owner(plan: Plan, row: Row) -> Title:
    """Return the names of who set it."""
    item = plan.get(row.owner) if row.owner else None
    return Title(row.owner) if item is None or isinstance(item, Quote) else item.title


def _one(lang: str) -> str:
    """Return the one language in which it is said who set a goal: two names would take the room of the goals."""
    return "zh" if lang == "zh" else "en"


def _fitting(title: Title, lang: str, width: int) -> str:
    """Return a name for a column: the whole or the short one, else the whole in two lines, else its first words."""
    name, whole = fit_title(title, lang, width), title.name(lang)
    return whole if name.endswith(LEFT_OUT) and len(wrap((Span(whole),), width, width)) <= 2 else name


def _name(row: Row, options: ViewOptions) -> Line:
    """Return the name of a row, and whether there is a doubt about it."""
    name = Span(row.node.title.pick(options.lang), "link")
    return (name, Span(f" [{NOTE_LABELS['doubt'].pick(options.lang)}]", "doubt")) if row.doubts else (name,)


def _widths(plan: Plan, rows: list[Row], options: ViewOptions) -> list[int]:
    """Return the widths of the columns; [] where they do not fit. The names have what the others leave."""
    heads = [cells(head.pick(options.lang)) for head in words.TARGET_HEADS]
    longest = [
        max(heads[0], *(cells(row.when) for row in rows)),
        max(heads[1], *(line_width(_name(row, options)) + 2 * row.is_part for row in rows)),
        max(heads[2], *(cells(row.target.figure(options.lang)) for row in rows)),
        max(heads[3], *(cells(_owner(plan, row).name(options.lang)) for row in rows)),
    ]
    for most in WIDEST:
        wide = [min(most, column) for column in longest]
        # The sign of the grade has a column too.
        room = options.width - (wide[0] + wide[2] + wide[3]) - 4 * BETWEEN - 1
        wide[1] = min(longest[1], room)
        if room >= min(longest[1], LEAST_TITLE):
            return wide
    return []


def _add_columns(built: LayoutBuilder, plan: Plan, row: Row, wide: list[int], says: Says, options: ViewOptions) -> None:
    """Add a row whose cells lead to the goal, to its quote and to who set it."""
    due = Span(row.when, "strong" if row.node.due else "soft")
    owner = Span(_fitting(_owner(plan, row), _one(options.lang), wide[3]), "text")
    figure = Span(row.target.figure(options.lang), "strong")
    indent = 2 * row.is_part
    name, *doubt = _name(row, options)
    if doubt and not doubt[0].text.isascii() and line_width((name, *doubt)) + indent > wide[1]:
        # Below the name, so that the word is not broken: a Chinese one may be between any two signs.
        what = _column(wide[1], (name,), row.node.id, says, indent=indent)
        what.add((Span(doubt[0].text.lstrip(), doubt[0].style),), indent)
    else:
        what = _column(wide[1], (name, *doubt), row.node.id, says, indent=indent)
    columns = [
        _column(wide[0], (due,), row.node.id, says),
        what,
        _column(wide[2], (figure,), _quote(row) if figure.text else "", says),
        _column(wide[3], (owner,), row.owner, says),
        _column(1, (sign(plan.grade(row.node), options),)),
    ]
    built.add_columns(columns, BETWEEN)


def _add_lines(built: LayoutBuilder, plan: Plan, row: Row, says: Says, options: ViewOptions) -> None:
    """Add a row with what has no column below its name."""
    grade = (sign(plan.grade(row.node), options), Span(" "))
    name, right = (Span(row.node.title.pick(options.lang), "link"),), (Span(row.when, "strong"),) if row.when else ()
    built.add(Block(name, lead=grade, right=right, indent=2 * row.is_part, target=row.node.id), says=says)
    figure = row.target.figure(options.lang)
    if figure:
        built.add(text_block(figure, "strong", indent=4, target=_quote(row)), says=says)
    if row.target.owner:
        lead = (Span(f"{words.TARGET_HEADS[3].pick(options.lang)}  ", "soft"),)
        owner = _owner(plan, row).name(options.lang)
        built.add(text_block(owner, "text", lead=lead, indent=4, target=row.owner), says=says)


def _add_doubts(built: LayoutBuilder, row: Row, indent: int, options: ViewOptions) -> None:
    """Add what is in doubt about a row."""
    label = words.TARGET_DOUBT.pick(options.lang).format(NOTE_LABELS["doubt"].pick(options.lang))
    for doubt in row.doubts:
        lead = (Span(label, "doubt"),)
        built.add(text_block(doubt.pick(options.lang), "soft", lead=lead, indent=indent, hang=indent))


def _quote(row: Row) -> str:
    """Return where the number of a row leads: to its first quote."""
    return next((f"{row.node.id}@{link.id}" for link in row.node.quotes), row.node.id)


def _sentence(plan: Plan, row: Row, options: ViewOptions, *, with_doubts: bool) -> Line:
    """Return in words by when, what, how much and set by whom, how far that is supported, and what is in doubt."""
    lang = options.lang
    when = by_date(row.due, lang)
    owner = fit_title(_owner(plan, row), _one(lang), options.width)
    parts = [row.node.title.name(lang), row.target.figure(lang)]
    if row.group == "figures":
        parts.append((words.GIVEN_BY if owner else words.FIGURE).pick(lang).format(owner))
    elif owner:
        parts.append(words.SET_BY.pick(lang).format(owner))
    if not when and row.group != "figures":
        parts.append(words.NO_DEADLINE.pick(lang))
    said = words.DUE.pick(lang).format(when=when[:1].upper() + when[1:]) if when else ""
    said += words.PARTS.pick(lang).join(filter(None, parts)) + words.STOP.pick(lang)
    of_date = plan.grade(row.node, "due") if row.node.due else ""
    line = (Span(said, "text"), *supported(plan.grade(row.node), options, of_date))
    if with_doubts:
        line += tuple(Span(words.DOUBT.pick(lang).format(doubt.pick(lang)), "doubt") for doubt in row.doubts)
    return line


def _counts(rows: list[Row], options: ViewOptions) -> str:
    """Return how many rows are in each group."""
    found = []
    for name, (several, one) in words.COUNTS.items():
        n = sum(row.group == name for row in rows)
        if n:
            found.append((one if n == 1 else several).pick(options.lang).format(n=n))
    return words.BETWEEN_COUNTS.pick(options.lang).join(found)


def _column(width: int, spans: Line, target: str = "", says: Says | None = None, *, indent: int = 0) -> Column:
    """Return a column with one cell in it."""
    column = Column(width)
    column.add(spans, indent, target, says=says)
    return column
