"""The sources, as they are printed."""

from __future__ import annotations

from plan_data.labels import sources as words
from plan_data.labels.clips import NO_ADDRESS
from plan_data.labels.kinds import SOURCE_LABELS, TRANSLATION_LABELS
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, Span, text_block
from widgets.render.source_page import printed_title
from widgets.render.table_layout import TableLayout
from widgets.render.view_options import ViewOptions


def sources_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the sources: those with passages first."""
    blocks: list[Block] = []
    for source in sorted(plan.sources.values(), key=lambda s: not s.passages):
        count = len(plan.quotes_by_source.get(source.id, ()))
        quoted = words.QUOTED.format(count, len(source.passages)) if source.passages else words.BIBLIOGRAPHY_ONLY
        right = (Span(source.id, "id"),)
        blocks.append(text_block(printed_title(source), "title", right=right, gap=True, target=source.id))
        kind = SOURCE_LABELS[source.kind].pick(options.lang)
        translation = TRANSLATION_LABELS[source.translation].pick(options.lang)
        facts = filter(None, (kind, translation, quoted.pick(options.lang), source.citation.pick(options.lang)))
        blocks.append(text_block(words.BETWEEN_FACTS.pick(options.lang).join(facts), "muted", indent=2))
        if source.reliability:
            blocks.append(text_block(source.reliability.pick(options.lang), "text", indent=2))
        blocks.append(text_block(source.address or NO_ADDRESS.pick(options.lang), "address", indent=2))
    return TableLayout(blocks)
