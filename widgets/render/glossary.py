"""The explained terms, as they are printed."""

from __future__ import annotations

from plan_data.exports.views import glossary
from plan_data.model.entities import Pair
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, Span
from widgets.render.table_layout import TableLayout
from widgets.render.view_options import ViewOptions


def glossary_view(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return the terms that notes explain, each with the id of what the note is on."""
    blocks = [
        Block(
            (Span(Pair(**entry["text"]).pick(look.lang), "text"),),
            lead=(Span(" ".join(filter(None, entry["term"].values())), "term"), Span("  ")),
            right=(Span(entry["where"], "id"),),
            hang=4,
            target=entry["where"],
        )
        for entry in glossary(plan)
    ]
    return TableLayout(blocks, {})
