"""The conflicts view: the sides of each conflict next to each other."""

from __future__ import annotations

from plan_data.labels.kinds import CONFLICT_LABELS
from plan_data.model.entities import Node, Quote, Side
from plan_data.model.plan import Plan
from widgets.render.blocks import Block
from widgets.render.columns import Column, abreast
from widgets.render.table_layout import Spot, TableLayout
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Span, cut

LEAST_SIDE = 30
"""Cells that one side of a conflict needs; in fewer, the sides stand below each other."""
BETWEEN = 3
"""Cells between two sides."""
LONGEST_TITLE = 36
"""Cells of a source's title beside a quote."""


def conflicts_view(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return the conflicts, the sides of each next to each other, with what differs and our note."""
    blocks: list[Block] = []
    spots: dict[int, tuple[Spot, ...]] = {}
    for node in plan.of_kind("conflict"):
        if node.conflict is None or not look.keeps(*_texts(plan, node)):
            continue
        spots[len(blocks)] = (Spot(0, look.width, node.id),)
        kind = CONFLICT_LABELS[node.conflict.kind]
        blocks.append(
            Block(
                (Span(node.title.pick(look.lang), "title"),),
                right=(Span(kind, "note-doubt" if node.conflict.kind == "doubt" else "role"),),
                target=node.id,
                gap=True,
            )
        )
        _sides(plan, node, look, blocks, spots)
        if node.summary:
            blocks.append(
                Block(
                    (Span(node.summary.pick(look.lang), "note"),),
                    lead=(Span("what differs, our note  ", "heading"),),
                    hang=2,
                )
            )
    return TableLayout(blocks, spots)


def _texts(plan: Plan, node: Node) -> list[str]:
    """Return what a conflict says, for the filter."""
    sides = node.conflict.sides if node.conflict else ()
    quotes = [plan.quotes[id_] for side in sides for id_ in side.quotes]
    said = [text for pair in (node.summary, *(side.says for side in sides)) for text in pair]
    sources = [f"{quote.exact} {plan.title(quote.source)}" for quote in quotes]
    kind = CONFLICT_LABELS[node.conflict.kind] if node.conflict else ""
    return [node.id, node.title.en, node.title.zh, kind, *said, *sources]


def _sides(plan: Plan, node: Node, look: ViewOptions, blocks: list[Block], spots: dict[int, tuple[Spot, ...]]) -> None:
    """Add the sides of a conflict, two in a row where there is room."""
    sides = node.conflict.sides if node.conflict else ()
    in_row = 2 if look.width >= 2 * LEAST_SIDE + BETWEEN and len(sides) > 1 else 1
    wide = (look.width - BETWEEN * (in_row - 1)) // in_row
    for k in range(0, len(sides), in_row):
        columns = [_side(plan, node.id, side, n, look, wide) for n, side in enumerate(sides[k : k + in_row], k + 1)]
        abreast(columns, BETWEEN, blocks, spots, gap=k > 0)


def _side(plan: Plan, node: str, side: Side, number: int, look: ViewOptions, wide: int) -> Column:
    """Return the lines of one side, the first line of each quote with its id."""
    column = Column(wide)
    grade = sign(side.evidence, look)
    column.add((Span(f"{number} ", "number"), grade, Span(f" {side.evidence}", grade.style)))
    column.add((Span(side.says.pick(look.lang), "text"),))
    for id_ in side.quotes:
        quote = plan.quotes[id_]
        column.add((Span(quote.exact, "quote"),), 2, f"{node}@{id_}")
        column.add((Span(f"-- {_where(plan, quote, look)}", "cite"),), 2)
    for id_ in side.cites:
        column.add((Span(plan.title(id_, look.lang), "link"),), 2, id_)
    if not side.quotes:
        column.add((Span("no shipped passage says this", "muted"),), 2)
    return column


def _where(plan: Plan, quote: Quote, look: ViewOptions) -> str:
    source = plan.sources[quote.source]
    cite = source.citation.pick(look.lang)
    title = source.title.pick(source.language or "en")
    shown = "".join(span.text for span in cut((Span(title),), LONGEST_TITLE))
    if shown != title:
        shown = f"{shown.rpartition(' ')[0] or shown} ..."
    words = f"{source.id.removeprefix('src.')} {shown}, para. {quote.paragraph}"
    return f"{words} ({cite})" if cite else words
