"""The sources, as they are printed."""

from __future__ import annotations

from plan_data.labels.kinds import SOURCE_LABELS, TRANSLATION_LABELS
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, Span
from widgets.render.table_layout import TableLayout
from widgets.render.view_options import ViewOptions


def sources_view(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return the sources: those with passages first."""
    blocks: list[Block] = []
    for source in sorted(plan.sources.values(), key=lambda s: not s.passages):
        count = len(plan.quotes_by_source.get(source.id, ()))
        told = f"{count} quotes, {len(source.passages)} passages" if source.passages else "bibliography only"
        own = source.title.pick(source.language if source.language in ("en", "zh") else "en")
        cite = source.citation.pick(look.lang)
        blocks.append(Block((Span(own, "title"),), right=(Span(source.id, "id"),), gap=True, target=source.id))
        facts = [SOURCE_LABELS[source.kind], TRANSLATION_LABELS[source.translation], told, cite]
        blocks.append(Block((Span("; ".join(fact for fact in facts if fact), "muted"),), indent=2))
        if source.reliability:
            blocks.append(Block((Span(source.reliability.pick(look.lang), "text"),), indent=2))
        blocks.append(Block((Span(source.address or "no address known", "address"),), indent=2))
    return TableLayout(blocks, {})
