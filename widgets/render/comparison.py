"""The comparison: two nodes side by side, and what they share in a column between them."""

from __future__ import annotations

from plan_data.exports.views import shared as shared_by
from plan_data.labels import card as words
from plan_data.labels import comparison as own
from plan_data.labels.deadlines import by_date
from plan_data.labels.kinds import CHILDREN_LABELS, KIND_LABELS
from plan_data.labels.roles import AGENCY_ROLE_LABELS, ROLE_LABELS
from plan_data.model.entities import Node
from plan_data.model.plan import Plan
from plan_data.model.statements import statements
from widgets.render.blocks import text_block
from widgets.render.table_layout import Column, LayoutBuilder, TableLayout
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Span

BETWEEN = 2
"""Cells between two columns."""
LEAST = 66
"""Cells that three columns need; in fewer, they are one below the other."""


def comparison_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the comparison of the two nodes in `options.nodes`."""
    if len(options.nodes) != 2 or any(id_ not in plan.index for id_ in options.nodes):
        return TableLayout([text_block(own.COMPARE_HINT.pick(options.lang), "muted")], {})
    left, right = (plan.node(id_) for id_ in options.nodes)
    wide = (options.width - 2 * BETWEEN) // 3 if options.width >= LEAST else options.width
    shared = shared_by(plan, left, right)
    ours = {*shared["agencies"], *shared["quotes"], *shared["related"]}
    columns = [
        _node(plan, left, ours, options, wide),
        _shared(plan, shared, options, wide),
        _node(plan, right, ours, options, wide),
    ]
    rows = LayoutBuilder(options.width)
    if options.width >= LEAST:
        rows.add_columns(columns, BETWEEN)
    else:
        for column in (columns[0], columns[2], columns[1]):
            rows.add_columns([column], gap=bool(rows.blocks))
    return rows.layout


def _shared(plan: Plan, shared: dict[str, list[str]], options: ViewOptions, wide: int) -> Column:
    column = Column(wide)
    column.add((Span(own.SHARED.pick(options.lang), "title"),))
    for name, label in own.SHARED_LABELS.items():
        ids = shared[name]
        column.add((Span(f"{len(ids) or own.NO.pick(options.lang)} {label.pick(options.lang)}", "heading"),))
        for id_ in ids:
            style = "quote" if name == "quotes" else "link"
            column.add((Span(plan.title(id_, options.lang), style),), 2, id_)
    return column


def _node(plan: Plan, node: Node, shared: set[str], options: ViewOptions, wide: int) -> Column:
    """Return a node's column: what is its own, without what both share."""
    column, lang = Column(wide), options.lang
    said = statements(plan, node)
    column.add((Span(node.title.pick(options.lang), "title"), Span(" "), sign(said.grade, options)), 0, node.id)
    column.add((Span(f"{f'{KIND_LABELS[node.kind].pick(lang)} {node.number}'.strip()}  {node.id}", "muted"),))
    if said.summary:
        heading = Span(words.SUMMARY.pick(lang), "heading")
        column.add((heading, Span(" "), sign(said.summary.grade, options)))
        column.add((Span(said.summary.text.pick(options.lang), "text"),), 2)
    if said.bodies:
        only = [(body, role) for body, role in said.bodies.roles if body.id not in shared]
        more = (
            own.ONLY_HERE.pick(lang).format(len(only) or words.NONE.pick(lang))
            if said.bodies.known
            else words.NO_LIST.pick(lang)
        )
        column.add((Span(words.SECTION_LABELS["agencies"].pick(lang), "heading"), Span(f"  {more}", "muted")))
        for body, role in only:
            label = Span(f"{AGENCY_ROLE_LABELS[role].pick(lang)}  ", "number")
            column.add((label, Span(body.title.pick(options.lang), "link")), 2, body.id)
    if said.due:
        column.add(
            (
                Span(f"{words.SECTION_LABELS['targets'].pick(lang)}  ", "heading"),
                Span(by_date(said.due.text.en, lang), "text"),
            )
        )
    if node.children:
        children = CHILDREN_LABELS.get(node.kind, words.SECTION_LABELS["children"])
        column.add((Span(children.pick(lang), "heading"),))
        for id_ in node.children:
            column.add((Span(plan.title(id_, options.lang), "link"),), 2, id_)
    counts = {role: sum(quote.id not in shared for quote in quotes) for role, quotes in said.own_quotes}
    roles = ", ".join(f"{count} {ROLE_LABELS[role].pick(lang)}" for role, count in counts.items() if count)
    column.add((Span(own.QUOTES_ONLY_HERE.pick(lang), "heading"), Span(f"  {roles or words.NONE.pick(lang)}", "muted")))
    return column
