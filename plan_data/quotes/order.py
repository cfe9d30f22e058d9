"""The order in which one steps through the quotes of a node."""

from __future__ import annotations

import re

from plan_data.model.entities import Item, QuoteLink
from plan_data.model.plan import Plan

_FIGURE = re.compile(r"\d|[〇一二三四五六七八九十百千万亿]+[年月日万亿个项]")


def walked(plan: Plan, item: Item) -> tuple[QuoteLink, ...]:
    """Return the links to an item's quotes in the order of stepping, across sources.

    First those that state it; then those with numbers and dates, those of a target before the others; then the
    rest. Within each the order is that of `Plan.quotes_of`.
    """

    def rank(link: QuoteLink) -> int:
        if link.role == "states":
            return 0
        figure = bool(_FIGURE.search(plan.quotes[link.id].exact))
        target = any(_is_target_of(plan, back.id, link.id) for back in plan.backlinks[link.id])
        return 3 - figure - target

    return tuple(sorted(plan.quotes_of(item), key=rank))


def _is_target_of(plan: Plan, id_: str, quote: str) -> bool:
    """Return whether the quote is the first one of a target that has a number."""
    if plan.kind_of(id_) != "target":
        return False
    found = plan.node(id_)
    return found.target is not None and bool(found.target.number) and found.quotes[0].id == quote
