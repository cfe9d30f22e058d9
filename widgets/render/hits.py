"""The hits of a search, and recent places, as blocks."""

from __future__ import annotations

from collections.abc import Iterable

from plan_data.labels import views as words
from plan_data.labels.kinds import KIND_LABELS
from plan_data.model.entities import Body, Node, Quote, Source
from plan_data.model.plan import Plan
from plan_data.search import Hit
from plan_data.text.occurrences import occurrences
from widgets.render.blocks import Block, text_block
from widgets.render.notes import quote_place
from widgets.render.wrapping import Span, lit_spans


def kind_of(plan: Plan, id_: str) -> str:
    """Return the kind of whatever has an id, in a word."""
    item = plan.get(id_)
    if isinstance(item, Source):
        return KIND_LABELS["source"]
    if isinstance(item, Quote):
        return KIND_LABELS["quote"]
    return KIND_LABELS[item.kind] if isinstance(item, (Node, Body)) else ""


def hit_blocks(plan: Plan, hits: Iterable[Hit], lang: str, with_ids: bool = False) -> list[Block]:
    """Return the hits as a list: those in the tree and its bodies first, those in quotes in a group of their own.

    `with_ids` shows ids in place of kinds, for a printed list: they are what other commands take.
    """
    blocks: list[Block] = []
    quotes: list[Block] = []
    for hit in hits:
        if hit.quote:
            id_ = (Span(hit.quote, "id"),) if with_ids else ()
            quotes.append(Block(lit_spans(hit.text, hit.spans, "quote"), right=id_, target=hit.quote, indent=1))
            quote = plan.quotes[hit.quote]
            where = words.PARAGRAPH.format(plan.title(quote.source), quote.paragraph)
            quotes.append(text_block(where, "cite", indent=3))
        else:
            blocks += _hit(plan, hit, lang, with_ids)
    if quotes:
        blocks.append(text_block(words.IN_QUOTES, "heading", gap=bool(blocks)))
    return blocks + quotes


def _hit(plan: Plan, hit: Hit, lang: str, with_id: bool) -> list[Block]:
    item = plan.get(hit.id)
    number = item.number if isinstance(item, Node) else item.abbr if isinstance(item, Body) else ""
    title = plan.title(hit.id, lang)
    lead = (Span(f"{number} ", "number"),) if number else ()
    spans = hit.spans if hit.text == title else ()
    blocks = [
        Block(
            lit_spans(title, spans, "text"),
            lead=lead,
            right=(Span(kind_of(plan, hit.id), "muted"), Span(f"  {hit.id}" if with_id else "", "id")),
            target=hit.id,
            indent=1,
        )
    ]
    if hit.text != title and hit.field not in ("number", "id"):
        word = words.FIELD_LABELS.get(hit.field, hit.field)
        why = (Span(f"{word}: ", "muted"),) if word else ()
        blocks.append(Block((*why, *lit_spans(*_near(hit), "muted")), indent=3))
    above = plan.ancestors(hit.id)[1:]
    if above:
        path = " > ".join(node.title.pick("en" if lang == "both" else lang) for node in above)
        blocks.append(text_block(path, "muted", indent=3))
    return blocks


def _near(hit: Hit) -> tuple[str, list[tuple[int, int]]]:
    """Cut a long text around its first span."""
    if len(hit.text) <= 90 or not hit.spans:
        return hit.text[:90], [(s, min(e, 90)) for s, e in hit.spans if s < 90]
    start = max(0, hit.spans[0][0] - 30)
    if start:
        start = hit.text.rfind(" ", 0, start) + 1
    end = min(len(hit.text), start + 90)
    lead = "... " if start else ""
    shift = len(lead) - start
    spans = [(s + shift, min(e, end) + shift) for s, e in hit.spans if start <= s < end]
    return lead + hit.text[start:end], spans


def quote_lines(plan: Plan, quote: Quote, lang: str) -> list[Block]:
    """Return a quote with where it stands, as it is shown under a title."""
    return [
        text_block(quote.exact, "quote", indent=2, gap=True),
        text_block(quote_place(plan, quote, lang), "cite", lead=(Span("-- ", "cite"),), indent=2),
    ]


def note_hits(plan: Plan, notes: Iterable[tuple[str, str]], query: str, lang: str) -> list[Block]:
    """Return the reader's notes that hold a query, the words lit, in a group of their own."""
    blocks: list[Block] = []
    for id_, text in notes:
        line = next((line for line in text.split("\n") if occurrences(line, query)), "")
        if line:
            spans = lit_spans(line, occurrences(line, query), "note")
            blocks.append(Block(spans, right=(Span(words.NOTE, "muted"),), target=id_, indent=1))
            blocks.append(text_block(plan.title(id_, lang), "cite", indent=3))
    return [text_block(words.IN_NOTES, "heading", gap=True), *blocks] if blocks else []


def recent_blocks(plan: Plan, ids: Iterable[str], lang: str) -> list[Block]:
    """Return the recent places as a list."""
    blocks = [
        text_block(plan.title(id_, lang), "text", right=(Span(kind_of(plan, id_), "muted"),), target=id_, indent=1)
        for id_ in ids
        if plan.get(id_)
    ]
    heading = text_block(words.RECENT, "heading") if blocks else text_block(words.TYPE_LETTERS, "muted")
    return [heading, *blocks]
