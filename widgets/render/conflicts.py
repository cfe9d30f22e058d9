"""The conflicts view: the sides of each conflict next to each other."""

from __future__ import annotations

from plan_data.labels import conflicts as words
from plan_data.labels.card import NO_PASSAGE
from plan_data.labels.grades import GRADE_LABELS
from plan_data.labels.kinds import CONFLICT_LABELS
from plan_data.model.entities import Conflict, Node, Quote, Side
from plan_data.model.plan import Plan
from widgets.render.blocks import text_block
from widgets.render.notes import place_in_source
from widgets.render.table_layout import Column, LayoutBuilder, TableLayout
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Span, cut_words

LEAST_SIDE = 30
"""Cells that one side of a conflict needs; in fewer, the sides are one below the other."""
BETWEEN = 3
"""Cells between two sides."""
LONGEST_TITLE = 36
"""Cells of a source's title below a quote."""


def conflicts_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the conflicts, the sides of each next to each other, with our comment."""
    rows = LayoutBuilder(options.width)
    for node in plan.of_kind("conflict"):
        conflict = node.conflict
        if conflict is None or not options.matches(*_texts(plan, node, conflict)):
            continue
        kind = Span(
            CONFLICT_LABELS[conflict.kind].pick(options.lang), "note-doubt" if conflict.kind == "doubt" else "role"
        )
        rows.add(text_block(node.title.pick(options.lang), "title", right=(kind,), target=node.id, gap=True))
        # Two sides in a row where there is room.
        sides = conflict.sides
        in_row = 2 if options.width >= 2 * LEAST_SIDE + BETWEEN and len(sides) > 1 else 1
        wide = (options.width - BETWEEN * (in_row - 1)) // in_row
        for k in range(0, len(sides), in_row):
            columns = [
                _side(plan, node.id, side, n, options, wide) for n, side in enumerate(sides[k : k + in_row], k + 1)
            ]
            rows.add_columns(columns, BETWEEN, gap=k > 0)
        if node.summary:
            lead = (Span(f"{words.DIFFERENCE.pick(options.lang)}  ", "heading"),)
            rows.add(text_block(node.summary.pick(options.lang), "note", lead=lead, hang=2))
    return rows.layout


def _texts(plan: Plan, node: Node, conflict: Conflict) -> list[str]:
    """Return the texts that the filter of the view searches."""
    quotes = [plan.quotes[id_] for side in conflict.sides for id_ in side.quotes]
    said = [text for pair in (node.summary, *(side.says for side in conflict.sides)) for text in pair]
    sources = [f"{quote.exact} {plan.title(quote.source)}" for quote in quotes]
    return [node.id, node.title.en, node.title.zh, *CONFLICT_LABELS[conflict.kind], *said, *sources]


def _side(plan: Plan, node: str, side: Side, number: int, options: ViewOptions, wide: int) -> Column:
    """Return the column of one side; the first line of a quote leads to it."""
    column = Column(wide)
    grade = sign(side.evidence, options)
    column.add(
        (Span(f"{number} ", "number"), grade, Span(f" {GRADE_LABELS[side.evidence].pick(options.lang)}", grade.style))
    )
    column.add((Span(side.says.pick(options.lang), "text"),))
    for id_ in side.quotes:
        quote = plan.quotes[id_]
        column.add((Span(quote.exact, "quote"),), 2, f"{node}@{id_}")
        column.add((Span(f"-- {_where(plan, quote, options)}", "cite"),), 2)
    for id_ in side.cites:
        column.add((Span(plan.title(id_, options.lang), "link"),), 2, id_)
    if not side.quotes:
        column.add((Span(NO_PASSAGE.pick(options.lang), "muted"),), 2)
    return column


def _where(plan: Plan, quote: Quote, options: ViewOptions) -> str:
    source = plan.sources[quote.source]
    title = source.title.pick(source.language or "en")
    return place_in_source(plan, quote, cut_words(title, LONGEST_TITLE), options.lang)
