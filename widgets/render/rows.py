"""Lists as blocks: the tree, quotes, sources, and what runs across the plan."""

from __future__ import annotations

from collections.abc import Iterable

from plan_data.exports import records
from plan_data.labels.grades import GRADE_SIGNS
from plan_data.labels.kinds import SOURCE_LABELS, TRANSLATION_LABELS
from plan_data.labels.roles import AGENCY_ROLE_LABELS, ROLE_LABELS, STATE_LABELS
from plan_data.model.entities import Node, Pair, Quote, first_date
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


def sources_blocks(plan: Plan, lang: str) -> list[Block]:
    """Return the sources: those with passages first."""
    blocks: list[Block] = []
    for source in sorted(plan.sources.values(), key=lambda s: not s.passages):
        count = len(plan.quotes_by_source.get(source.id, ()))
        told = f"{count} quotes, {len(source.passages)} passages" if source.passages else "bibliography only"
        own = source.title.pick(source.language if source.language in ("en", "zh") else "en")
        cite = source.citation.pick(lang)
        blocks.append(Block((Span(own, "title"),), right=(Span(source.id, "id"),), gap=True, target=source.id))
        facts = [SOURCE_LABELS[source.kind], TRANSLATION_LABELS[source.translation], told, cite]
        blocks.append(Block((Span("; ".join(fact for fact in facts if fact), "muted"),), indent=2))
        if source.reliability:
            blocks.append(Block((Span(source.reliability.pick(lang), "text"),), indent=2))
        blocks.append(Block((Span(source.address or "no address known", "address"),), indent=2))
    return blocks


def glossary_blocks(plan: Plan, lang: str) -> list[Block]:
    """Return the explained terms."""
    return [
        Block(
            (Span(_pair(entry["text"]).pick(lang), "text"),),
            lead=(Span(_both(_pair(entry["term"])), "term"), Span("  ")),
            right=(Span(entry["where"], "id"),),
            hang=4,
            target=entry["where"],
        )
        for entry in records.glossary(plan)
    ]


def agencies_blocks(plan: Plan, ids: Iterable[str], lang: str) -> list[Block]:
    """Return bodies with what each leads or takes part in; those with most first."""
    blocks: list[Block] = []
    for entry in sorted(records.agencies(plan, ids), key=lambda e: -len(e["nodes"])):
        body = plan.bodies[entry["id"]]
        name = body.title.pick(lang) + (f" ({body.abbr})" if body.abbr else "")
        blocks.append(Block((Span(name, "title"),), right=(Span(body.id, "id"),), gap=True, target=body.id))
        for later in body.later:
            blocks.append(Block((Span(f"later {later.name.pick(lang)} {later.date}", "muted"),), indent=2))
        for duty in entry["nodes"]:
            node = plan.node(duty["id"])
            blocks.append(
                Block(
                    (
                        Span(f"{node.number} " if node.number else "", "number"),
                        Span(node.title.pick(lang), "link"),
                    ),
                    lead=(Span(f"{AGENCY_ROLE_LABELS[duty['role']]:<12}", "number"),),
                    right=(Span(plan.grade(node, "agencies"), f"grade-{plan.grade(node, 'agencies')}"),),
                    indent=2,
                    target=node.id,
                )
            )
        if not entry["nodes"]:
            blocks.append(Block((Span("in no list that is known", "muted"),), indent=2))
    return blocks


def _pair(value: dict[str, str]) -> Pair:
    return Pair(value["en"], value["zh"])


def _both(value: Pair) -> str:
    return f"{value.en} {value.zh}" if value.en and value.zh else value.en or value.zh
