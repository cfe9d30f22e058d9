"""Every target and figure with its number."""

from __future__ import annotations

from plan_data.model.entities import Node, Target
from plan_data.model.plan import Plan
from widgets.render.blocks import Block
from widgets.render.table_layout import Spot, TableLayout
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Span


def targets_view(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return every target and figure: number and unit, what it is of, deadline, owner, the quote, and the doubts."""
    blocks: list[Block] = []
    spots: dict[int, tuple[Spot, ...]] = {}
    for sort, words in (
        ("target", "Targets"),
        ("figure", "Figures: counts that nobody promised"),
        ("", "Goals of the document"),
    ):
        found = [n for n in plan.of_kind("target") if (n.target.sort if n.target else "") == sort]
        found = [n for n in found if look.keeps(*_texts(plan, n))]
        if found:
            blocks.append(Block((Span(words, "heading"),), gap=bool(blocks)))
        for node in found:
            _target(plan, node, look, blocks, spots)
    return TableLayout(blocks, spots)


def _texts(plan: Plan, node: Node) -> list[str]:
    target = node.target or Target()
    return [
        node.id,
        node.title.en,
        node.title.zh,
        target.number,
        *target.unit,
        node.due,
        plan.title(target.owner),
        target.sort,
        *(plan.quotes[link.id].exact for link in node.quotes[:1]),
    ]


def _target(plan: Plan, node: Node, look: ViewOptions, blocks: list[Block], spots: dict[int, tuple[Spot, ...]]) -> None:
    target = node.target or Target()
    figure = f"{target.number} {target.unit.pick(look.lang)}".strip()
    due = f"by {node.due}" if node.due else "no deadline stated"
    spots[len(blocks)] = (Spot(0, look.width, node.id),)
    blocks.append(
        Block(
            (Span(node.title.pick(look.lang), "link"),),
            right=(Span(due, "number" if node.due else "muted"), Span(" "), sign(plan.grade(node), look)),
            target=node.id,
            gap=True,
        )
    )
    if figure:
        blocks.append(Block((Span(figure, "figure"),), indent=2))
    if target.owner:
        spots[len(blocks)] = (Spot(2, look.width - 2, target.owner),)
        blocks.append(
            Block(
                (Span(plan.title(target.owner, look.lang), "link"),),
                lead=(Span("whose  ", "muted"),),
                indent=2,
                target=target.owner,
            )
        )
    for link in node.quotes[:1]:
        quote = plan.quotes[link.id]
        spots[len(blocks)] = (Spot(2, look.width - 2, f"{node.id}@{quote.id}"),)
        source = plan.sources[quote.source]
        cite = source.citation.pick(look.lang)
        where = f"  -- {source.id.removeprefix('src.')}, para. {quote.paragraph}{f' ({cite})' if cite else ''}"
        blocks.append(
            Block(
                (Span(quote.exact, "quote"), Span(where, "cite")),
                indent=2,
                target=f"{node.id}@{quote.id}",
            )
        )
    for note in node.notes:
        if note.kind == "doubt":
            blocks.append(
                Block(
                    (Span(note.text.pick(look.lang), "note"),),
                    lead=(Span("[doubt] ", "note-doubt"),),
                    indent=2,
                )
            )
