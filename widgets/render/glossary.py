"""The explained terms, as they are printed."""

from __future__ import annotations

from plan_data.exports.views import glossary
from plan_data.model.entities import Pair
from plan_data.model.plan import Plan
from widgets.render.blocks import Span, text_block
from widgets.render.table_layout import TableLayout
from widgets.render.view_options import ViewOptions


def glossary_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the terms that notes explain, each with the id of what the note is on."""
    blocks = []
    for entry in glossary(plan):
        term, text, where = " ".join(filter(None, entry["term"].values())), Pair(**entry["text"]), entry["where"]
        lead, right = (Span(term, "term"), Span("  ")), (Span(where, "id"),)
        blocks.append(text_block(text.pick(options.lang), "text", lead=lead, right=right, hang=4, target=where))
    return TableLayout(blocks)
