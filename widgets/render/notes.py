"""Notes of the plan, citations of quotes, and texts in two languages, as blocks and spans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plan_data.labels.roles import NOTE_LABELS
from plan_data.labels.sources import IN_BRACKETS, NAMES_BELOW, OF_YOUR_COPY, PARAGRAPH
from plan_data.model.entities import Note, Quote
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, text_block
from widgets.render.wrapping import Span


def citation_block(plan: Plan, quote: Quote, lang: str, **parts: Any) -> Block:
    """Return the line below a quote: its source, its paragraph, and the words that the source demands of a citation."""
    source = plan.sources[quote.source]
    place = place_in_source(plan, quote, source.title.name(lang), lang, of_copy=True)
    return text_block(place, "cite", lead=(Span("-- ", "cite"),), **parts)


def place_in_source(plan: Plan, quote: Quote, name: str, lang: str, *, of_copy: bool = False) -> str:
    """Return the place of a quote in its source.

    Args:
        plan: The plan.
        quote: The quote.
        name: The name by which the source is shown.
        lang: Language of the words that the source demands of a citation.
        of_copy: Whether to say so where the paragraph is one of the reader's own copy.
    """
    cite = plan.sources[quote.source].citation.pick(lang)
    form = OF_YOUR_COPY if of_copy and quote.copied else PARAGRAPH
    place = form.pick(lang).format(name, quote.paragraph)
    return IN_BRACKETS.pick(lang).format(place, cite) if cite else place


def note_blocks(plan: Plan, notes: tuple[Note, ...], lang: str, indent: int, member: str = "") -> Iterator[Block]:
    """Yield a block for each note, with its kind before it and names in place of ids."""
    for note in notes:
        name = NAMES_BELOW.pick(lang).format(term_name(note, lang), "") if note.term else ""
        text = (Span(name, "term"),) if name else ()
        yield Block(
            (*text, *pair_spans(plan.with_names(note.text), lang, "note")),
            lead=(Span(f"[{NOTE_LABELS[note.kind].pick(lang)}] ", f"note-{note.kind}"),),
            indent=indent,
            member=member,
        )


def term_name(note: Note, lang: str) -> str:
    """Return the word that a note explains, in a language or in both, with pinyin where the reader reads Chinese."""
    return f"{both(note.term, lang)}{f'  {note.pinyin}' if note.pinyin and lang != 'en' else ''}"


def both(pair: Pair, lang: str) -> str:
    """Return a text in a language, or in both in one line."""
    if lang == "both" and pair.en and pair.zh:
        return f"{pair.en}  {pair.zh}"
    return pair.pick(lang)


def pair_spans(pair: Pair, lang: str, style: str) -> tuple[Span, ...]:
    """Return a text as spans in a language, or in both on lines of their own."""
    if lang == "both" and pair.en and pair.zh:
        return (Span(pair.en, style), Span("\n"), Span(pair.zh, style))
    return (Span(pair.pick(lang), style),)
