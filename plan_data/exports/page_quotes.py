"""The quotes of a page: each stands in full once, with a number by which the other places refer to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from plan_data.exports.entries import Entry
from plan_data.exports.page_text import PageText
from plan_data.labels import exports as words
from plan_data.labels.clips import OF_A_COPY, PARAGRAPH
from plan_data.labels.roles import NOTE_LABELS, ROLE_LABELS
from plan_data.model.entities import ROLES, Body, Quote, Source
from plan_data.model.plan import Plan
from plan_data.model.statements import by_role, quote_groups
from plan_data.quotes.citations import marks

LONGEST_BEGINNING = 60
"""Letters of a quote's beginning; a Chinese one has half of it."""
SHORTEST_BEGINNING = 14
"""Letters below which a beginning says too little."""

Groups = list[tuple[str, list[Quote]]]
"""Quotes of one thing by role."""


class PageQuotes:
    """Where the quotes of a page stand in full, and what they support.

    A quote stands in full at the entry that it supports most directly, the first of these; where no entry has it, at
    the body or the source that does; else below its source.
    """

    def __init__(
        self,
        text: PageText,
        entries: Sequence[Entry],
        bodies: Iterable[Body],
        sources: Iterable[Source],
        quotes: Iterable[Quote],
    ) -> None:
        """Number the quotes in the order of the page.

        Args:
            text: Writes the texts.
            entries: The entries, in their order.
            bodies: The bodies, in their order.
            sources: The sources, in their order.
            quotes: The quotes of the page.
        """
        self.text = text
        self.all = list(quotes)
        here = {quote.id for quote in self.all}
        self.groups: dict[str, Groups] = {entry.node.id: _of_entry(text.plan, entry) for entry in entries}
        items: list[Body | Source] = [*bodies, *sources]
        for item in items:
            groups = [(role, [q for q in found if q.id in here]) for role, found in quote_groups(text.plan, item)[1]]
            self.groups[item.id] = [(role, found) for role, found in groups if found]
        self.uses: dict[str, list[tuple[str, str]]] = {quote.id: [] for quote in self.all}
        for id_, groups in self.groups.items():
            for role, found in groups:
                for quote in found:
                    self.uses[quote.id].append((id_, role))
        self._written: set[str] = set()
        first = {entry.node.id for entry in entries}
        self.home = {
            quote.id: min(uses, key=lambda use: (use[0] not in first, ROLES.index(use[1])))[0]
            if (uses := self.uses[quote.id])
            else quote.source
            for quote in self.all
        }
        """Id of a quote to the id of what it stands at."""
        self.numbers: dict[str, int] = {}
        """Id of a quote to its number."""
        for id_, groups in self.groups.items():
            below = self.below(id_) if id_ in text.plan.sources else []
            for quote in below or [quote for _, found in groups for quote in found]:
                if self.home[quote.id] == id_:
                    self.numbers.setdefault(quote.id, len(self.numbers) + 1)

    def at(
        self, id_: str, only: Iterable[str] | None = None, without: Iterable[str] = (), label: bool = True
    ) -> Iterator[str]:
        """Yield the quotes of an entry, body or source: those that stand here, then links to the others.

        Args:
            id_: Whose quotes.
            only: Ids of the quotes that are wanted; None for all.
            without: Ids of the quotes that are not.
            label: Whether words stand over the links.
        """
        wanted = None if only is None else set(only)
        left_out = set(without)
        references = []
        for role, quotes in self.groups[id_]:
            for quote in quotes:
                if quote.id in left_out or (wanted is not None and quote.id not in wanted):
                    continue
                if self.home[quote.id] == id_ and quote.id not in self._written:
                    yield from self.full(quote)
                else:
                    references.append(self._reference(quote, role))
        if references:
            if label:
                yield f'<p class="label">{self.text.label(words.ELSEWHERE)}</p>'
            yield '<ul class="references">'
            yield from references
            yield "</ul>"

    def full(self, quote: Quote) -> Iterator[str]:
        """Yield a quote in full, with its place and everything that it supports."""
        text, plan = self.text, self.text.plan
        self._written.add(quote.id)
        shown, code = text.quoted(quote)
        said = "".join(f" [{text.said(mark)}]" for mark in marks(plan, quote, lang=text.side))
        source = plan.sources[quote.source]
        yield f'<figure class="quote" id="{quote.id}">'
        yield f'<blockquote><p lang="{code}">{shown}</p></blockquote>'
        place = f"{text.link(source.id, text.one_name(source.id))}{text.plain(words.COMMA)}{self._place(quote)}"
        yield f"<figcaption><p>{self.number(quote)} {place}{said}</p>"
        if uses := self._uses(quote):
            yield f'<p class="uses">{uses}</p>'
        for note in quote.notes:
            yield text.note(note, NOTE_LABELS[note.kind])
        yield "</figcaption></figure>"

    def number(self, quote: Quote) -> str:
        """Return the number of a quote, as a link to where it stands in full."""
        return f'<a class="at" href="#{quote.id}">{self._number(quote)}</a>'

    def known(self, ids: Iterable[str]) -> list[Quote]:
        """Return the quotes with these ids that stand on the page."""
        return [self.text.plan.quotes[id_] for id_ in ids if id_ in self.numbers]

    def from_source(self, source: str) -> str:
        """Return the numbers of the quotes from a source, by paragraph."""
        text = self.text
        places: dict[str, list[str]] = {}
        for quote in self.all:
            if quote.source == source:
                places.setdefault(self._place(quote), []).append(self.number(quote))
        return text.plain(words.BETWEEN_GROUPS).join(f"{place} {' '.join(found)}" for place, found in places.items())

    def below(self, source: str) -> list[Quote]:
        """Return the quotes that stand in full below a source."""
        return [quote for quote in self.all if self.home[quote.id] == source]

    def _number(self, quote: Quote) -> str:
        return self.text.plain(words.QUOTE_NUMBER).format(self.numbers[quote.id])

    def _place(self, quote: Quote) -> str:
        copy = self.text.plan.sources[quote.source].copy
        form = OF_A_COPY if quote.copied and copy else PARAGRAPH
        return self.text.label(form.format(number=quote.paragraph, digest=copy.sha256[:12] if copy else ""))

    def _uses(self, quote: Quote) -> str:
        home = self.home[quote.id]
        uses = sorted(self.uses[quote.id], key=lambda use: use[0] != home)
        text = self.text
        groups = by_role((id_, role) for id_, role in uses)
        return text.plain(words.BETWEEN_GROUPS).join(
            f"{text.label(ROLE_LABELS[role])}{text.plain(words.COLON)}"
            + text.plain(words.BETWEEN).join(text.link(id_, text.one_name(id_)) for id_ in ids)
            for role, ids in groups.items()
        )

    def _reference(self, quote: Quote, role: str) -> str:
        """Return a line that leads to a quote elsewhere on the page: its role, its number and its beginning."""
        text = self.text
        begins = beginning(quote.exact)
        shown = self._number(quote)
        if begins:
            code = text.plan.sources[quote.source].language
            shown += f" {text.plain(words.BEGINNING).format(text.said(begins, code))}"
        label = f"{text.label(ROLE_LABELS[role])}{text.plain(words.COLON)}"
        return f'<li>{label}<a href="#{quote.id}">{shown}</a></li>'


def _of_entry(plan: Plan, entry: Entry) -> Groups:
    """Return the quotes of an entry: those of its sides first, which contradict each other, then its own by role."""
    roles = {link.id: link.role for link in entry.node.quotes}
    sides = [id_ for side in entry.sides for id_ in side.quotes]
    own = [(role, list(found)) for role, found in entry.quotes]
    return [(roles.get(id_, "disputes"), [plan.quotes[id_]]) for id_ in dict.fromkeys(sides)] + own


def beginning(text: str) -> str:
    """Return the first words of a quote, at most half of it; "" where they say too little."""
    asian = len(re.findall("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]", text)) * 2 > len(text)
    scale = 2 if asian else 1
    most = min(LONGEST_BEGINNING // scale, len(text) // 2)
    begins = text[:most]
    if not asian and " " in begins and text[most : most + 1] != " ":
        begins = begins[: begins.rindex(" ")]
    begins = begins.split("\n")[0].rstrip(" ,;:.，；：。、“‘(（")
    return begins if len(begins) >= SHORTEST_BEGINNING // scale else ""
