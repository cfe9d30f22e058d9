"""Lists as blocks: the tree, and quotes in full."""

from __future__ import annotations

from collections.abc import Iterable

from plan_data.labels.grades import GRADE_SIGNS
from plan_data.labels.roles import ROLE_LABELS, STATE_LABELS
from plan_data.model.entities import Node, Quote, first_date
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, Span
from widgets.render.notes import note_blocks, quote_place


def grade_span(plan: Plan, node: Node) -> Span:
    """Return the sign of the title's grade."""
    grade = plan.grade(node)
    return Span(GRADE_SIGNS[grade].sign, f"grade-{grade}")


def tree_blocks(plan: Plan, top: str, lang: str, depth: int | None = None) -> list[Block]:
    """Return a branch as indented lines, each with its id and the grade of its title."""
    blocks = []
    base = plan.depths[plan.index[top]]
    for node in plan.subtree(top):
        level = plan.depths[plan.index[node.id]] - base
        if depth is not None and level > depth:
            continue
        number = first_date(node) if node.event else node.number
        lead = (Span(f"{number} ", "number"),) if number else ()
        ours = node.kind in ("plan", "section") and node.id not in plan.printed
        sign = (Span(" "), Span(" ") if ours else grade_span(plan, node))
        style = "heading" if node.kind in ("plan", "section") else "text"
        blocks.append(
            Block(
                (Span(node.title.pick(lang), style),),
                lead=lead,
                right=(Span(node.id, "id"), *sign),
                indent=2 * level,
                target=node.id,
            )
        )
    return blocks


def quote_blocks(plan: Plan, quotes: Iterable[Quote], lang: str) -> list[Block]:
    """Return quotes in full: the words, where they stand, their state, their notes, and what they support."""
    blocks: list[Block] = []
    for quote in quotes:
        state = plan.anchors[quote.id].state
        blocks.append(Block((Span(quote.id, "id"),), right=(Span(STATE_LABELS[state], f"state-{state}"),), gap=True))
        blocks.append(Block((Span(quote.exact, "quote"),), indent=2, target=quote.id))
        blocks.append(Block((Span(quote_place(plan, quote, lang), "cite"),), lead=(Span("-- ", "cite"),), indent=2))
        blocks += note_blocks(quote.notes, lang, 2)
        for link in plan.backlinks[quote.id]:
            role = ROLE_LABELS[link.role]
            blocks.append(
                Block(
                    (Span(plan.title(link.id, lang), "link"),),
                    lead=(Span(f"{role:<24}", "muted"),),
                    right=(Span(link.id, "id"),),
                    indent=4,
                    target=link.id,
                )
            )
    return blocks
