"""Citations: a quote or source as a reader puts it into a text of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plan_data.model import Plan, Quote, Source
from plan_data.visible import visible

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def plain(source: Source, paragraph: int = 0) -> str:
    """Return the citation of a source, and of a paragraph in it, in one line.

    It carries the words that the source demands of every citation (`Source.citation`).
    """
    own = source.title.en if source.language == "en" else source.title.zh or source.title.en
    own = own or source.title.zh
    title = own if own.startswith("[") else f"“{own}”"
    dates = source.dates
    parts = [
        source.author,
        title,
        source.container or source.publisher,
        source.number,
        dates.published or dates.written or dates.reposted,
        source.citation.en,
        f"para. {paragraph}" if paragraph else "",
        f"<{source.address}>" if source.address else "no address known",
    ]
    return visible(", ".join(part for part in parts if part)) + "."


def escaped(text: str) -> str:
    """Return text in which Markdown finds no markup."""
    return _MARKUP.sub(r"\\\1", visible(text)).replace("\n", " ")


def markdown(plan: Plan, quotes: Iterable[Quote]) -> str:
    """Return quotes as Markdown block quotes, each with its full citation and its state where it is not verbatim."""
    parts = []
    for quote in quotes:
        source = plan.sources[quote.source]
        state = plan.anchors[quote.id].state
        note = "" if state == "verbatim" else f" \\[{state}\\]"
        sic = "".join(
            f"\n>\n> \\[{note.kind}: {escaped(note.text.pick('en'))}\\]"
            for note in quote.notes
            if note.kind in ("sic", "doubt")
        )
        cite = escaped(plain(source, quote.paragraph))
        if source.address:
            address = visible(source.address)
            cite = cite.replace(escaped(f"<{address}>"), f"<{address}>")
        parts.append(f"> {escaped(quote.exact)}{note}{sic}\n>\n> — {cite} ({quote.id})\n")
    return "\n".join(parts)
