"""Two nodes side by side, with what they share between them."""

from __future__ import annotations

from plan_data.exports.views import shared as shared_by
from plan_data.labels import card as words
from plan_data.labels.kinds import CHILDREN_LABELS, KIND_LABELS
from plan_data.labels.roles import AGENCY_ROLE_LABELS
from plan_data.model.entities import Node
from plan_data.model.plan import Plan
from plan_data.model.statements import statements
from widgets.render.blocks import text_block
from widgets.render.notes import both
from widgets.render.table_layout import Column, LayoutBuilder, TableLayout
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Span

BETWEEN = 2
"""Cells between two columns."""
LEAST = 66
"""Cells that three columns need; in fewer, they stand below each other."""


def comparison_view(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return the comparison of `look.nodes`: one at the left, one at the right, and between them what they share."""
    if len(look.nodes) != 2 or any(id_ not in plan.index for id_ in look.nodes):
        return TableLayout([text_block(words.COMPARE_HINT, "muted")], {})
    left, right = (plan.node(id_) for id_ in look.nodes)
    wide = (look.width - 2 * BETWEEN) // 3 if look.width >= LEAST else look.width
    shared = shared_by(plan, left, right)
    ours = {*shared["agencies"], *shared["quotes"], *shared["related"]}
    columns = [
        _node(plan, left, ours, look, wide),
        _shared(plan, shared, look, wide),
        _node(plan, right, ours, look, wide),
    ]
    rows = LayoutBuilder(look.width)
    if look.width >= LEAST:
        rows.add_columns(columns, BETWEEN)
    else:
        for column in (columns[0], columns[2], columns[1]):
            rows.add_columns([column], gap=bool(rows.blocks))
    return rows.layout


def _shared(plan: Plan, shared: dict[str, list[str]], look: ViewOptions, wide: int) -> Column:
    column = Column(wide)
    column.add((Span(words.SHARED, "title"),))
    for name, label in words.SHARED_LABELS.items():
        ids = shared[name]
        column.add((Span(f"{len(ids) or 'no'} {label}", "heading"),))
        for id_ in ids:
            style = "quote" if name == "quotes" else "link"
            column.add((Span(plan.title(id_, look.lang), style),), 2, id_)
    return column


def _node(plan: Plan, node: Node, shared: set[str], look: ViewOptions, wide: int) -> Column:
    """Return a node's column: what is its own, without what both share."""
    column = Column(wide)
    said = statements(plan, node)
    column.add((Span(node.title.pick(look.lang), "title"), Span(" "), sign(said.grade, look)), 0, node.id)
    column.add((Span(f"{f'{KIND_LABELS[node.kind]} {node.number}'.strip()}  {node.id}", "muted"),))
    if said.summary:
        heading = Span(both(words.SUMMARY, look.lang), "heading")
        column.add((heading, Span(" "), sign(said.summary.grade, look)))
        column.add((Span(said.summary.text.pick(look.lang), "text"),), 2)
    if said.bodies:
        only = [(body, role) for body, role in said.bodies.roles if body.id not in shared]
        more = words.ONLY_HERE.format(len(only) or words.NONE) if said.bodies.known else words.NO_LIST.en
        column.add((Span(words.SECTION_LABELS["agencies"], "heading"), Span(f"  {more}", "muted")))
        for body, role in only:
            label = Span(f"{AGENCY_ROLE_LABELS[role].en} ", "number")
            column.add((label, Span(body.title.pick(look.lang), "link")), 2, body.id)
    if said.due:
        column.add((Span(f"{words.DUE}  ", "heading"), Span(said.due.text.en, "text")))
    if node.children:
        children = CHILDREN_LABELS.get(node.kind, words.SECTION_LABELS["children"])
        column.add((Span(children, "heading"),))
        for id_ in node.children:
            column.add((Span(plan.title(id_, look.lang), "link"),), 2, id_)
    counts = {role: sum(quote.id not in shared for quote in quotes) for role, quotes in said.own_quotes}
    roles = ", ".join(f"{count} {role}" for role, count in counts.items() if count)
    column.add((Span(words.QUOTES_ONLY_HERE, "heading"), Span(f"  {roles or words.NONE}", "muted")))
    return column
