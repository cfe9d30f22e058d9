"""The sources, as they are printed."""

from __future__ import annotations

from plan_data.labels import sources as words
from plan_data.labels.clips import NO_ADDRESS
from plan_data.labels.kinds import SOURCE_LABELS, TRANSLATION_LABELS, counted
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, Span, text_block
from widgets.render.source_page import printed_title
from widgets.render.table_layout import TableLayout
from widgets.render.view_options import ViewOptions


def sources_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the sources: those with passages first."""
    blocks: list[Block] = []
    lang = options.lang
    for source in sorted(plan.sources.values(), key=lambda s: not s.passages):
        quoted = words.NOT_QUOTED.pick(lang)
        if count := len(source.passages):
            quotes = counted(len(plan.quotes_by_source.get(source.id, ())), "quote", lang)
            passages = words.PASSAGES[count != 1].pick(lang).format(count)
            quoted = words.QUOTED.pick(lang).format(quotes=quotes, passages=passages)
        right = (Span(source.id, "id"),)
        blocks.append(text_block(printed_title(source), "title", right=right, gap=True, target=source.id))
        kind = SOURCE_LABELS[source.kind].pick(lang)
        translation = TRANSLATION_LABELS[source.translation].pick(lang)
        facts = filter(None, (kind, translation, quoted, source.citation.pick(lang)))
        blocks.append(text_block(words.BETWEEN_FACTS.pick(lang).join(facts), "muted", indent=2))
        if source.reliability:
            blocks.append(text_block(source.reliability.pick(lang), "text", indent=2))
        blocks.append(text_block(source.address or NO_ADDRESS.pick(lang), "address", indent=2))
    return TableLayout(blocks)
