"""The view of goals and figures: by when, what, how much, and who set it; the document's own first, counts last."""

from __future__ import annotations

from plan_data.labels import targets as words
from plan_data.labels.roles import NOTE_LABELS
from plan_data.model.entities import Node, Target
from plan_data.model.plan import Plan
from plan_data.text.dates import date_key
from widgets.render.blocks import Block, text_block
from widgets.render.notes import with_names
from widgets.render.table_layout import Column, LayoutBuilder, TableLayout
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Span, cells

BETWEEN = 2
"""Cells between two columns."""
LEAST_TITLE = 20
"""Cells that the names need; where they have fewer, the other columns stand below them."""
WIDEST = (24, 16)
"""Cells of any other column at most, where there is room and where there is less; what is longer is wrapped."""


def targets_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return every goal, target and figure: by when, what it is, how much, who set it, and what is in doubt."""
    groups: dict[str, list[Node]] = {name: [] for name in words.TARGET_GROUPS}
    for node in plan.of_kind("target"):
        if options.matches(*_texts(plan, node)):
            groups[_group(plan, node)].append(node)
    groups["others"].sort(key=lambda node: date_key(node.due))
    found = {node.id: _cells(plan, node, options) for nodes in groups.values() for node in nodes}
    rows = LayoutBuilder(options.width)
    if not found:
        return rows.layout
    heads = [head.pick(options.lang) for head in words.TARGET_HEADS]
    longest = [
        max(cells(text) for text in (head, *(row[n].text for row in found.values()))) for n, head in enumerate(heads)
    ]
    wide, fits = _widths(longest, options.width)
    if fits:
        columns = [_column(width, Span(head, "muted")) for width, head in zip(wide, heads, strict=True)]
        rows.add_columns(columns, BETWEEN)
    for name, nodes in groups.items():
        if not nodes:
            continue
        count = f"  {len(nodes)}" if name == "figures" else ""
        heading = (Span(words.TARGET_GROUPS[name].pick(options.lang), "heading"), Span(count, "muted"))
        rows.add(Block(heading, gap=name != next(iter(groups)) or not fits))
        for node in nodes:
            when, what, much, who = found[node.id]
            level = 1 if _is_part(plan, node) else 0
            grade = sign(plan.grade(node), options)
            links = [f"{node.id}@{link.id}" for link in node.quotes[:1]] or [node.id]
            owner = node.target.owner if node.target else ""
            if fits:
                columns = [
                    _column(wide[0], when, node.id),
                    _column(wide[1], what, node.id, indent=2 * level),
                    _column(wide[2], much, links[0]),
                    _column(wide[3], who, owner),
                    _column(1, grade),
                ]
                rows.add_columns(columns, BETWEEN)
            else:
                rows.add(Block((what,), lead=(grade, Span(" ")), right=(when,), indent=2 * level, target=node.id))
                if much.text:
                    rows.add(Block((much,), indent=4, target=links[0]))
                if owner:
                    lead = (Span(f"{words.TARGET_HEADS[3].pick(options.lang)}  ", "muted"),)
                    rows.add(Block((who,), lead=lead, indent=4, target=owner))
            for note in node.notes:
                if note.kind == "doubt":
                    label = words.TARGET_DOUBT.pick(options.lang).format(NOTE_LABELS[note.kind].pick(options.lang))
                    lead = (Span(label, "note-doubt"),)
                    indent = wide[0] + BETWEEN if fits else 4
                    text = with_names(plan, note.text).pick(options.lang)
                    rows.add(text_block(text, "muted", lead=lead, indent=indent, hang=indent))
    return rows.layout


def _widths(longest: list[int], width: int) -> tuple[list[int], bool]:
    """Return the widths of the columns, and whether they fit: the names have what the others leave, if they need it."""
    wide = longest
    for most in WIDEST:
        wide = [min(most, column) for column in longest]
        # The sign of the grade has a column too.
        wide[1] = min(longest[1], width - (wide[0] + wide[2] + wide[3]) - 4 * BETWEEN - 1)
        if wide[1] >= LEAST_TITLE:
            return wide, True
    return wide, wide[1] == longest[1]


def _group(plan: Plan, node: Node) -> str:
    """Return the group of a node: a figure; a goal that the document sets; or another's target."""
    if node.target and node.target.sort == "figure":
        return "figures"
    return "others" if node.target and node.target.owner != plan.root.id else "own"


def _is_part(plan: Plan, node: Node) -> bool:
    """Return whether a goal is a part of another."""
    return plan.kind_of(node.parent) == "target"


def _texts(plan: Plan, node: Node) -> list[str]:
    """Return the texts that the filter of the view searches."""
    target = node.target or Target()
    names = [node.id, node.title.en, node.title.zh, target.number, *target.unit, node.due, plan.title(target.owner)]
    return [*names, target.sort, *(plan.quotes[link.id].exact for link in node.quotes[:1])]


def _cells(plan: Plan, node: Node, options: ViewOptions) -> tuple[Span, Span, Span, Span]:
    """Return by when, what, how much and who; a deadline that is that of a goal above is less strong."""
    target = node.target or Target()
    due = node.due or plan.due_inherited(node)[0]
    when = words.BY.pick(options.lang).format(due) if due else ""
    return (
        Span(when, "figure" if node.due else "muted"),
        Span(node.title.pick(options.lang), "link"),
        Span(target.figure(options.lang), "figure"),
        Span(plan.title(target.owner, options.lang) if target.owner else "", "text"),
    )


def _column(width: int, span: Span, target: str = "", indent: int = 0) -> Column:
    """Return a column with one cell in it."""
    column = Column(width)
    column.add((span,), indent, target)
    return column
