"""Two nodes side by side, with what they share between them."""

from __future__ import annotations

from plan_data.exports.views import shared as shared_by
from plan_data.labels.card import NO_LIST
from plan_data.labels.kinds import CHILDREN_LABELS, KIND_LABELS
from plan_data.labels.roles import AGENCY_ROLE_LABELS
from plan_data.labels.text_fields import heading_of
from plan_data.model.entities import Node
from plan_data.model.plan import Plan
from widgets.render.blocks import Block
from widgets.render.columns import Column, abreast
from widgets.render.table_layout import Spot, TableLayout
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Span

BETWEEN = 2
"""Cells between two columns."""
LEAST = 66
"""Cells that three columns need; in fewer, they stand below each other."""


def comparison_view(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return the comparison of `look.nodes`: one at the left, one at the right, and between them what they share."""
    blocks: list[Block] = []
    spots: dict[int, tuple[Spot, ...]] = {}
    if len(look.nodes) != 2 or any(id_ not in plan.index for id_ in look.nodes):
        return TableLayout([Block((Span("Mark a node with =, go to another, and press = again.", "muted"),))], {})
    left, right = (plan.node(id_) for id_ in look.nodes)
    wide = (look.width - 2 * BETWEEN) // 3 if look.width >= LEAST else look.width
    shared = shared_by(plan, left, right)
    ours = {*shared["agencies"], *shared["quotes"], *shared["related"]}
    columns = [
        _node(plan, left, ours, look, wide),
        _shared(plan, shared, look, wide),
        _node(plan, right, ours, look, wide),
    ]
    if look.width >= LEAST:
        abreast(columns, BETWEEN, blocks, spots)
    else:
        for column in (columns[0], columns[2], columns[1]):
            abreast([column], 0, blocks, spots, gap=bool(blocks))
    return TableLayout(blocks, spots)


def _shared(plan: Plan, shared: dict[str, list[str]], look: ViewOptions, wide: int) -> Column:
    column = Column(wide)
    column.add((Span("What they share", "title"),))
    for words, name in (("bodies", "agencies"), ("quotes", "quotes"), ("related", "related")):
        ids = shared[name]
        column.add((Span(f"{len(ids) or 'no'} {words}", "heading"),))
        for id_ in ids:
            style = "quote" if name == "quotes" else "link"
            column.add((Span(plan.title(id_, look.lang), style),), 2, id_)
    return column


def _node(plan: Plan, node: Node, shared: set[str], look: ViewOptions, wide: int) -> Column:
    """Return a node's column: what is its own, without what both share."""
    column = Column(wide)
    column.add((Span(node.title.pick(look.lang), "title"), Span(" "), sign(plan.grade(node), look)), 0, node.id)
    number = f" {node.number}" if node.number else ""
    column.add((Span(f"{KIND_LABELS[node.kind]}{number}  {node.id}", "muted"),))
    if node.summary:
        column.add(
            (Span(heading_of("summary", look.lang), "heading"), Span(" "), sign(plan.grade(node, "summary"), look))
        )
        column.add((Span(node.summary.pick(look.lang), "text"),), 2)
    bodies = plan.agencies_of(node)
    if bodies.rule:
        only = [(id_, role) for id_, role in bodies.roles() if id_ not in shared]
        told = NO_LIST if bodies.rule == "unknown" else f"{len(only) or 'none'} only here"
        column.add((Span("Responsible", "heading"), Span(f"  {told}", "muted")))
        for id_, role in only:
            name = plan.title(id_, look.lang)
            column.add((Span(f"{AGENCY_ROLE_LABELS[role]} ", "number"), Span(name, "link")), 2, id_)
    if node.due:
        column.add((Span("due  ", "heading"), Span(node.due, "text")))
    if node.children:
        column.add((Span(CHILDREN_LABELS.get(node.kind, "Contents"), "heading"),))
        for id_ in node.children:
            column.add((Span(plan.title(id_, look.lang), "link"),), 2, id_)
    only_quotes = [link for link in node.quotes if link.id not in shared]
    counts = ", ".join(
        f"{n} {role}"
        for role in dict.fromkeys(link.role for link in only_quotes)
        if (n := sum(link.role == role for link in only_quotes))
    )
    column.add((Span("Quotes only here", "heading"), Span(f"  {counts or 'none'}", "muted")))
    return column
