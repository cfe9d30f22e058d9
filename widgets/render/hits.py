"""The hits of a search, and recent locations, as blocks."""

from __future__ import annotations

from collections.abc import Iterable

from plan_data.exports.records import kind
from plan_data.labels import view_words as words
from plan_data.labels.kinds import KIND_LABELS
from plan_data.model.entities import Body, Node, Quote
from plan_data.model.plan import Plan
from plan_data.search import Hit
from plan_data.text.occurrences import occurrences
from widgets.render.blocks import Block, text_block
from widgets.render.notes import citation_block
from widgets.render.wrapping import Span, lit_spans


def kind_of(plan: Plan, id_: str) -> str:
    """Return the word for the kind of anything that has an id; "" for an unknown id."""
    item = plan.get(id_)
    return KIND_LABELS[kind(item)].en if item else ""


def hit_blocks(plan: Plan, hits: Iterable[Hit], lang: str, with_ids: bool = False) -> list[Block]:
    """Return the hits as a list: nodes, bodies and sources first, then a group of quotes.

    Args:
        plan: The plan.
        hits: The hits, the best first.
        lang: `en`, `zh` or `both`.
        with_ids: Whether to show ids too, for a printed list: other commands take them.
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
    """Return the part of a long text around its first match, and the matches in that part."""
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
    """Return a quote with its citation, as the preview of a hit."""
    return [
        text_block(quote.exact, "quote", indent=2, gap=True),
        citation_block(plan, quote, lang, indent=2),
    ]


def note_hits(plan: Plan, notes: Iterable[tuple[str, str]], query: str, lang: str) -> list[Block]:
    """Return the reader's notes that contain a query, with the matches highlighted, as a group."""
    blocks: list[Block] = []
    for id_, text in notes:
        line = next((line for line in text.split("\n") if occurrences(line, query)), "")
        if line:
            spans = lit_spans(line, occurrences(line, query), "note")
            blocks.append(Block(spans, right=(Span(words.NOTE, "muted"),), target=id_, indent=1))
            blocks.append(text_block(plan.title(id_, lang), "cite", indent=3))
    return [text_block(words.IN_NOTES, "heading", gap=True), *blocks] if blocks else []


def recent_blocks(plan: Plan, ids: Iterable[str], lang: str) -> list[Block]:
    """Return the recent locations as a list."""
    blocks = [
        text_block(plan.title(id_, lang), "text", right=(Span(kind_of(plan, id_), "muted"),), target=id_, indent=1)
        for id_ in ids
        if plan.get(id_)
    ]
    heading = text_block(words.RECENT, "heading") if blocks else text_block(words.TYPE_LETTERS, "muted")
    return [heading, *blocks]
