"""Lists as blocks: the tree, and quotes in full."""

from __future__ import annotations

from collections.abc import Iterable

from plan_data.labels.grades import GRADE_SIGNS
from plan_data.labels.roles import ROLE_LABELS, STATE_LABELS
from plan_data.model.entities import Quote, first_date
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, Span, text_block
from widgets.render.notes import citation_block, note_blocks
from widgets.render.wrapping import padded


def tree_blocks(plan: Plan, top: str, lang: str, depth: int | None = None) -> list[Block]:
    """Return a branch as indented lines, each with its id and the grade of its title."""
    blocks = []
    base = plan.depths[plan.index[top]]
    places = [place for place in plan.places_below(top) if depth is None or plan.depths[place] - base <= depth]
    # All of a branch is read at once.
    nodes = plan.subtree(top) if depth is None else tuple(plan.nodes[place] for place in places)
    for place, node in zip(places, nodes, strict=True):
        level = plan.depths[place] - base
        number = first_date(node) if node.event else node.number
        heads = node.kind in ("plan", "section")
        grade = plan.grade(node)
        ours = heads and node.id not in plan.printed
        sign = Span(" ") if ours else Span(GRADE_SIGNS[grade].sign, f"grade-{grade}")
        blocks.append(
            text_block(
                node.title.pick(lang),
                "heading" if heads else "text",
                lead=(Span(f"{number} ", "number"),) if number else (),
                right=(Span(node.id, "id"), Span(" "), sign),
                indent=2 * level,
                target=node.id,
            )
        )
    return blocks


def quote_blocks(plan: Plan, quotes: Iterable[Quote], lang: str) -> list[Block]:
    """Return quotes in full: their words, place, state and notes, and the entries that they support."""
    blocks: list[Block] = []
    for quote in quotes:
        state = plan.anchors[quote.id].state
        blocks.append(
            text_block(quote.id, "id", right=(Span(STATE_LABELS[state].pick(lang), f"state-{state}"),), gap=True)
        )
        blocks.append(text_block(quote.exact, "quote", indent=2, target=quote.id))
        blocks.append(citation_block(plan, quote, lang, indent=2))
        blocks += note_blocks(plan, quote.notes, lang, 2)
        for id_, role in plan.backlinks[quote.id]:
            lead = (Span(padded(ROLE_LABELS[role].pick(lang), 14), "muted"),)
            right = (Span(id_, "id"),)
            blocks.append(text_block(plan.title(id_, lang), "link", lead=lead, right=right, indent=4, target=id_))
    return blocks
