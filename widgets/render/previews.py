"""The preview of an entry, in a few lines: what it is, who leads, by when, and the first quote."""

from __future__ import annotations

from collections.abc import Iterator

from plan_data.labels import boxes
from plan_data.labels.deadlines import by_date
from plan_data.labels.roles import AGENCY_ROLE_LABELS
from plan_data.model.entities import Body, Node, Source, texts_of
from plan_data.model.plan import Plan
from plan_data.model.statements import Statements, statements
from plan_data.quotes.order import walked
from widgets.render.blocks import Block, text_block
from widgets.render.card_parts import first_sentence
from widgets.render.hits import kind_of
from widgets.render.notes import place_in_source
from widgets.render.wrapping import Span, padded

LABEL_WIDTH = 12
"""Cells for the words before who and when."""
TAKING_PART = 2
"""Bodies that are named of those that only take part."""


def preview_blocks(plan: Plan, id_: str, quote: str, lang: str, *, short: bool) -> list[Block]:
    """Return the preview of an entry.

    Args:
        plan: The plan.
        id_: Id of a node, body or source; "" for nothing.
        quote: Id of the quote that was found, which then stands under the title; "" for the entry's first one.
        lang: `en`, `zh` or `both`.
        short: Only the first sentence of the summary, for a preview of a few lines.
    """
    item = plan.get(id_)
    if not isinstance(item, Node | Body | Source):
        return []
    blocks = list(_title(plan, item, lang, short))
    if quote:
        blocks += _quote(plan, quote, lang)
    if isinstance(item, Source):
        return [*blocks, text_block(kind_of(plan, id_, lang), "soft", gap=True)]
    summary = texts_of(item).get("summary")
    if summary:
        blocks.append(text_block((first_sentence(summary) if short else summary).pick(lang), "text", gap=True))
    if isinstance(item, Node):
        blocks += _facts(plan, statements(plan, item), lang, short)
    if not quote:
        own = next((link.id for link in walked(plan, item) if not link.inherited_from), "")
        blocks += _quote(plan, own, lang) if own else []
    return blocks


def _title(plan: Plan, item: Node | Body | Source, lang: str, short: bool) -> Iterator[Block]:
    number = item.number if isinstance(item, Node) else ""
    main = item.title.name(lang)
    other = item.title.zh or item.title.zh_short
    lead = (Span(f"{number} ", "soft"),) if number else ()
    aside = (Span("  " if short else "\n"), Span(other, "soft")) if other and other != main else ()
    yield Block((Span(main, "strong"), *aside), lead=lead)


def _quote(plan: Plan, id_: str, lang: str) -> Iterator[Block]:
    quote = plan.quotes[id_]
    source = plan.sources[quote.source]
    yield text_block(f'"{quote.exact}"', "quote", gap=True)
    yield text_block(place_in_source(plan, quote, source.title.name(lang), lang), "soft")


def _facts(plan: Plan, said: Statements, lang: str, short: bool) -> Iterator[Block]:
    """Yield who is to do it and by when, as far as that is told in a line each."""
    rows: list[tuple[str, str, str]] = []
    if said.bodies and said.bodies.known:
        for role in AGENCY_ROLE_LABELS:
            names = [body.title.name(lang) for body, its in said.bodies.roles if its == role]
            if not names or (short and role == "member"):
                continue
            word = AGENCY_ROLE_LABELS[role].pick(lang)
            style = "soft" if role == "member" else "strong"
            most = TAKING_PART if role == "member" else len(names)
            rows += [(word if not n else "", style, name) for n, name in enumerate(names[:most])]
            if len(names) > most:
                rows.append(("", "soft", boxes.AND_MORE.pick(lang).format(count=len(names) - most)))
    if said.due:
        # A deadline is one of the two answers: it is as strong as who leads.
        rows.append((boxes.BY.pick(lang), "strong", by_date(said.due.text.en, lang)))
    elif said.number is None:
        for target in (goal.node for goal in said.goals):
            if target.due:
                title = target.title.pick(lang)
                parts = [title] if target.due in title else [title, by_date(target.due, lang)]
                rows.append((boxes.GOAL.pick(lang), "soft", boxes.BETWEEN.pick(lang).join(parts)))
                break
    for n, (word, style, text) in enumerate(rows):
        lead = (Span(f"{padded(word, LABEL_WIDTH)}", style),)
        yield text_block(text, "text", lead=lead, gap=not n and not short)
