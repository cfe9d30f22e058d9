"""Notes on what the data says, and where a quote stands, as blocks."""

from __future__ import annotations

from collections.abc import Iterator

from plan_data.labels.roles import NOTE_LABELS
from plan_data.model.entities import Note, Pair, Quote
from plan_data.model.plan import Plan
from widgets.render.blocks import Block
from widgets.render.wrapping import Span


def quote_place(plan: Plan, quote: Quote, lang: str) -> str:
    """Return where a quote stands: source, paragraph, and the words that the source demands of every citation."""
    source = plan.sources[quote.source]
    cite = source.citation.pick(lang)
    copy = " of your copy" if quote.copied else ""
    place = f"{source.title.pick(source.language or 'en')}, para. {quote.paragraph}{copy}"
    return f"{place} ({cite})" if cite else place


def note_blocks(notes: tuple[Note, ...], lang: str, indent: int, member: str = "") -> Iterator[Block]:
    """Yield a block for each note, its kind before it."""
    for note in notes:
        term = both(note.term, lang) if note.term else ""
        text = (Span(f"{term}: ", "term"),) if term else ()
        yield Block(
            (*text, *pair_spans(note.text, lang, "note")),
            lead=(Span(f"[{NOTE_LABELS[note.kind]}] ", f"note-{note.kind}"),),
            indent=indent,
            member=member,
        )


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
