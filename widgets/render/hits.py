"""What a search finds as blocks: for the jump box, and for the printing command."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from plan_data.exports.records import kind
from plan_data.labels import boxes
from plan_data.labels import sources as words
from plan_data.labels.glossary import IN_GLOSSARY, TERM_KIND
from plan_data.labels.kinds import KIND_LABELS
from plan_data.model.entities import Body, Node, first_date
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.search import Hit, TermHit
from plan_data.text.folding import fold
from plan_data.text.occurrences import occurrences
from widgets.render.blocks import Block, text_block
from widgets.render.glossary import term_spans, term_target
from widgets.render.wrapping import Span, cells, cut_words, lit_spans, padded

LONGEST = 90
"""Characters of a long text that are shown around its first match."""
LONGEST_ASIDE = 40
"""The same behind a title."""
WIDEST_NUMBER = 8
"""Cells of the column of numbers at most."""

Place = Literal["under", "right", "none"]
"""Where kind and path of a row stand: under its title, at the right, nowhere."""


def kind_of(plan: Plan, id_: str, lang: str = "en") -> str:
    """Return the word for the kind of anything that has an id; "" for an unknown id."""
    item = plan.get(id_)
    return KIND_LABELS[kind(item)].pick(lang) if item else ""


# The printed list.


def hit_blocks(plan: Plan, hits: Iterable[Hit], lang: str, terms: Sequence[TermHit] = ()) -> list[Block]:
    """Return the hits as a printed list, with ids: nodes, bodies and sources, then terms, then quotes."""
    blocks: list[Block] = []
    quotes: list[Block] = []
    for hit in hits:
        if hit.quote:
            id_ = (Span(hit.quote, "id"),)
            quotes.append(Block(lit_spans(hit.text, hit.spans, "quote"), right=id_, target=hit.quote, indent=1))
            quotes.append(text_block(_passage(plan, hit.quote, lang), "cite", indent=3))
            continue
        number = number_of(plan, hit.id)
        right = (Span(kind_of(plan, hit.id, lang), "muted"), Span(f"  {hit.id}", "id"))
        lead = (Span(f"{number} ", "number"),) if number else ()
        blocks.append(Block(_title(plan, hit, lang, ""), lead=lead, right=right, target=hit.id, indent=1))
        if hit.text != number and (why := _why(plan, hit, lang, "", LONGEST)):
            blocks.append(Block(why, indent=3))
        above = plan.ancestors(hit.id)[1:]
        if above:
            path = " > ".join(node.title.name(lang) for node in above)
            blocks.append(text_block(path, "muted", indent=3))
    if terms:
        blocks.append(text_block(IN_GLOSSARY.pick(lang), "heading", gap=bool(blocks)))
    for found in terms:
        blocks.append(Block(_term(found, lang), right=(Span(found.term.where, "id"),), indent=1))
        blocks.append(text_block(plan.with_names(found.term.note.text).pick(lang), "muted", indent=3))
    if quotes:
        blocks.append(text_block(boxes.IN_QUOTES.pick(lang), "heading", gap=bool(blocks)))
    return blocks + quotes


def number_of(plan: Plan, id_: str) -> str:
    """Return the number of a node, the short name of a body, or ""."""
    item = plan.get(id_)
    return item.number if isinstance(item, Node) else item.abbr if isinstance(item, Body) else ""


def _title(plan: Plan, hit: Hit, lang: str, query: str) -> tuple[Span, ...]:
    """Return the title of what was found, with the letters lit that were found in it."""
    title = plan.title(hit.id, lang)
    return lit_spans(title, _lit(title, hit, query), "text", "match")


def _lit(title: str, hit: Hit, query: str) -> Sequence[tuple[int, int]]:
    """Return the parts of a title that show why it was found: () where it was for something else."""
    if hit.text == title:
        return hit.spans
    begun = [(start, end) for start, end in occurrences(title, query) if not (start and title[start - 1].isalnum())]
    return begun or (_initials(title, hit) if hit.field in ("alias", "abbr") else ())


def _initials(title: str, hit: Hit) -> list[tuple[int, int]]:
    """Return where the words of a title begin, if what was found are the initials of all of them."""
    starts = [at for at, letter in enumerate(title) if letter.isalpha() and (not at or not title[at - 1].isalpha())]
    letters = "".join(title[at] for at in starts)
    whole = hit.spans == ((0, len(hit.text)),)
    return [(at, at + 1) for at in starts] if whole and fold(letters).text == fold(hit.text).text else []


def _why(plan: Plan, hit: Hit, lang: str, query: str, longest: int) -> tuple[Span, ...]:
    """Return what else was found, where the title does not show it."""
    if hit.field in ("number", "id"):
        return ()
    title = plan.title(hit.id, lang)
    if hit.text == title or _lit(title, hit, query):
        return ()
    word = boxes.FOUND_BY.get(hit.field, Pair(hit.field)).pick(lang)
    lead = (Span(boxes.FOUND_AS.pick(lang).format(word), "soft"),) if word else ()
    return (*lead, *lit_spans(*_near(hit, longest), "soft", "match"))


def _near(hit: Hit, longest: int) -> tuple[str, list[tuple[int, int]]]:
    """Return the part of a long text around its first match, and the matches in that part."""
    text = hit.text
    start = 0
    if len(text) > longest and hit.spans:
        start = max(0, min(hit.spans[0][0] - longest // 3, len(text) - longest))
        start = text.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(text), start + longest)
    if end < len(text) and " " in text[start:end]:
        end = max(text.rfind(" ", start, end), hit.spans[0][1] if hit.spans else 0)
    lead = ".. " if start else ""
    shift = len(lead) - start
    spans = [(s + shift, min(e, end) + shift) for s, e in hit.spans if start <= s < end]
    return f"{lead}{text[start:end]}{' ..' if end < len(text) else ''}", spans


def _passage(plan: Plan, quote: str, lang: str) -> str:
    found = plan.quotes[quote]
    return words.PARAGRAPH.pick(lang).format(plan.sources[found.source].title.name(lang), found.paragraph)


# The list of the jump box.


def found_rows(
    plan: Plan, hits: Sequence[Hit], query: str, lang: str, place: Place, terms: Sequence[TermHit] = ()
) -> list[Block]:
    """Return the hits as rows: numbers in a column, the matched letters lit; quotes in a group at the end.

    Args:
        plan: The plan.
        hits: The hits, the best first.
        query: What was typed.
        lang: Language of titles and words.
        place: Where kind and path stand.
        terms: The terms of the glossary that were found; each stands where its score puts it.
    """
    entries = [hit for hit in hits if not hit.quote]
    quotes = [hit for hit in hits if hit.quote]
    wide = column_width(plan, [hit.id for hit in entries])
    ranked = [
        (hit.score, row(plan, hit.id, lang, place, wide, title=_found(plan, hit, lang, query))) for hit in entries
    ]
    ranked += [(hit.score, _term_row(plan, hit, lang, place, wide)) for hit in terms]
    blocks = [block for _, block in sorted(ranked, key=lambda each: -each[0])]
    if quotes:
        blocks.append(text_block(boxes.IN_QUOTES.pick(lang), "head", gap=bool(blocks)))
    for hit in quotes:
        where = (Span("\n"), Span(_passage(plan, hit.quote, lang), "soft")) if place != "none" else ()
        text = lit_spans(*_near(hit, LONGEST), "quote", "match")
        blocks.append(Block((*text, *where), target=hit.quote, indent=2))
    return blocks


def _term_row(plan: Plan, hit: TermHit, lang: str, place: Place, wide: int) -> Block:
    """Return the row of a term; it leads to the glossary."""
    kind_word = Span(TERM_KIND.pick(lang), "soft")
    return Block(
        (*_term(hit, lang), *((Span("\n"), kind_word) if place == "under" else ())),
        lead=(Span(" " * (wide + 2)),) if wide else (),
        right=(Span(" "), kind_word) if place == "right" else (),
        target=term_target(plan, hit.term),
    )


def _term(hit: TermHit, lang: str) -> tuple[Span, ...]:
    """Return a term in both languages, with the letters lit that were found."""
    spans: list[Span] = []
    for span in term_spans(hit.term, "chinese" if lang == "zh" else "english"):
        spans += lit_spans(hit.text, hit.spans, "text", "match") if span.text == hit.text else (span,)
    return tuple(spans)


def _found(plan: Plan, hit: Hit, lang: str, query: str) -> tuple[Span, ...]:
    why = _why(plan, hit, lang, query, LONGEST_ASIDE)
    return (*_title(plan, hit, lang, query), *((Span("  "), *why) if why else ()))


def column_width(plan: Plan, ids: Iterable[str]) -> int:
    """Return how wide the column of numbers is."""
    return min(WIDEST_NUMBER, max((cells(_number(plan, id_)) for id_ in ids), default=0))


def _number(plan: Plan, id_: str) -> str:
    item = plan.get(id_)
    return item.number if isinstance(item, Node) else ""


def row(
    plan: Plan, id_: str, lang: str, place: Place, wide: int = 0, title: tuple[Span, ...] = (), target: str = ""
) -> Block:
    """Return a row of the jump box.

    Args:
        plan: The plan.
        id_: Id of a node, body or source.
        lang: Language of titles and words.
        place: Where kind and path stand.
        wide: Cells of the column of numbers; 0 for none.
        title: The title as spans; () for the title as it is.
        target: What the row leads to, where that is not the entry itself.
    """
    spans = title or (Span(plan.title(id_, lang), "text"),)
    lead = (Span(f"{padded(cut_words(_number(plan, id_), wide), wide, right=True)}  ", "number"),) if wide else ()
    what = kind_of(plan, id_, lang)
    where = _where(plan, id_, lang)
    where = f"{boxes.BETWEEN.pick(lang)}{where}" if where else ""
    right: tuple[Span, ...] = ()
    if place == "under":
        spans = (*spans, Span("\n"), Span(f"{what}{where}", "soft"))
    elif place == "right":
        right = (Span(f" {what}", "soft"), Span(where, "soft"))
    return Block(spans, lead=lead, right=right, target=target or id_)


def _where(plan: Plan, id_: str, lang: str) -> str:
    """Return what a node lies in, or the date of an event; the short name of a body."""
    item = plan.get(id_)
    if isinstance(item, Body):
        return item.abbr
    if not isinstance(item, Node) or not item.parent or item.parent == plan.root.id:
        return ""
    return first_date(item) if item.event else plan.node(item.parent).title.name(lang)


def note_rows(plan: Plan, notes: Iterable[tuple[str, str]], query: str, lang: str) -> list[Block]:
    """Return the reader's notes that contain a query, with the matches lit, as a group."""
    blocks: list[Block] = []
    for id_, text in notes:
        line = next((line for line in text.split("\n") if occurrences(line, query)), "")
        if line:
            spans = lit_spans(line, occurrences(line, query), "note", "match")
            title = Span(plan.title(id_, lang), "soft")
            kind_word = (Span(f" {boxes.NOTE_KIND.pick(lang)}", "soft"),)
            blocks.append(Block((*spans, Span("\n"), title), right=kind_word, target=id_, indent=2))
    return [text_block(boxes.IN_NOTES.pick(lang), "head", gap=True), *blocks] if blocks else []


def place_rows(plan: Plan, heading: Pair, ids: Sequence[str], lang: str, place: Place) -> list[Block]:
    """Return some places under a heading."""
    known = [id_ for id_ in ids if plan.get(id_)]
    wide = max(2, column_width(plan, known))
    # What they have in common is said by the heading; under each title it would push the others out of sight.
    aside: Place = (
        "none" if place == "none" or len({kind_of(plan, id_) for id_ in known}) == 1 < len(known) else "right"
    )
    rows = [row(plan, id_, lang, aside, wide) for id_ in known]
    return [text_block(heading.pick(lang), "head", gap=True), *rows] if rows else []


def example_rows(queries: Sequence[tuple[str, str]], heading: Pair, lang: str, prefix: str) -> list[Block]:
    """Return queries to try, each with its kind, under a heading; `prefix` begins their targets."""
    rows = [
        text_block(
            query,
            "text",
            right=(Span(f" {boxes.EXAMPLE_LABELS[name].pick(lang)}", "soft"),),
            indent=4,
            target=f"{prefix}{query}",
        )
        for query, name in queries
    ]
    return [text_block(heading.pick(lang), "head", gap=True), *rows] if rows else []
