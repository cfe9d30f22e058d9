"""The sections of a page: its entries, its bodies and its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plan_data.exports.entries import Entry, Fact
from plan_data.exports.page_quotes import PageQuotes
from plan_data.exports.page_text import PageText
from plan_data.exports.web_text import plain_text
from plan_data.labels import exports as words
from plan_data.labels.card import OPEN_END, SECTION_LABELS, SUMMARY
from plan_data.labels.clips import NO_ADDRESS
from plan_data.labels.roles import NOTE_LABELS
from plan_data.model.entities import Body, Node, Source
from plan_data.model.pair import Pair
from plan_data.model.statements import by_role
from plan_data.text.addresses import link_address

DEEPEST = 6
"""Level of the deepest heading in HTML."""


class PageSections:
    """Writes the sections of a page."""

    def __init__(self, text: PageText, quotes: PageQuotes, top_level: int) -> None:
        """Make the writer.

        Args:
            text: Writes the texts.
            quotes: Writes the quotes.
            top_level: Level of the headings of the topmost entries; 1 where that heading is the page's own.
        """
        self.text = text
        self.quotes = quotes
        self.top_level = top_level
        self._addresses: set[str] = set()

    # Entries.

    def entries(self, entries: Sequence[Entry]) -> Iterator[str]:
        """Yield the entries, each in the section of the one that it lies in."""
        open_: list[Entry] = []
        for entry in entries:
            while len(open_) > entry.level:
                yield from self._end(open_.pop())
            open_.append(entry)
            yield from self._entry(entry)
        while open_:
            yield from self._end(open_.pop())

    def _end(self, entry: Entry) -> Iterator[str]:
        if any(child in self.text.there for child in entry.node.children):
            yield self.up()
        yield f"</{self._element(entry)}>"

    def _element(self, entry: Entry) -> str:
        """Return the element of an entry: a section has a heading in it, but the page's own heading is in its head."""
        return "section" if entry.level + self.top_level > 1 else "div"

    def up(self) -> str:
        """Return the link back to the contents, which a narrow window shows."""
        return f'<p class="up"><a href="#_contents">{self.text.label(words.CONTENTS)}</a></p>'

    def heading(self, entry: Entry) -> str:
        """Return the heading of an entry, with the mark of its grade."""
        text, node = self.text, entry.node
        level = min(DEEPEST, entry.level + self.top_level)
        names = text.both(Pair(node.title.en, node.title.zh_short or node.title.zh), '<span class="gap"> </span>')
        return f"<h{level}>{text.number(node)}{names}{text.grade(entry.said.grade)}</h{level}>"

    def _entry(self, entry: Entry) -> Iterator[str]:
        text, node = self.text, entry.node
        yield f'<{self._element(entry)} id="{node.id}">'
        above = [a for a in text.plan.ancestors(node.id) if a.id in text.there][1:]
        if len(above) > 1:
            yield f'<p class="crumbs">{" › ".join(text.link(a.id) for a in above)}</p>'
        if entry.level + self.top_level > 1:
            yield self.heading(entry)
        if summary := entry.said.summary:
            yield f'<p class="label">{text.label(SUMMARY)}{text.grade(summary.grade)}</p>'
            yield f"<p>{text.both(summary.text, '</p><p>')}</p>"
        facts = [*self._printed(node), *self._facts(entry.facts)]
        if facts:
            yield f"<dl>{''.join(facts)}</dl>"
        of_sides = [id_ for side in entry.sides for id_ in side.quotes]
        for side in entry.sides:
            seen = text.plain(words.IN_BRACKETS).format(text.links(side.cites)) if side.cites else ""
            yield f"<p>{text.both(side.says)}{text.grade(side.evidence)}{seen}</p>"
            yield from self.quotes.at(node.id, only=side.quotes, label=False)
        for note in node.notes:
            yield text.note(note, NOTE_LABELS[note.kind])
        yield from self.quotes.at(node.id, without=of_sides)

    def _printed(self, node: Node) -> Iterator[str]:
        """Yield the heading as the document prints it, and our close translation, where the label differs."""
        text, title = self.text, node.title
        if node.id not in text.plan.printed or node.id == text.plan.root.id:
            return
        close = title.en_close if text.lang != "zh" and title.en_close != title.en else ""
        if text.lang == "en":
            if close:
                yield f"<dt>{text.label(words.CLOSE_TRANSLATION)}</dt><dd>{text.said(close, 'en')}</dd>"
            return
        found = [text.said(title.zh, "zh")] if title.zh_short and title.zh != title.zh_short else []
        if close:
            found.append(f"{text.said(close, 'en')}{text.label(words.OUR_CLOSE)}")
        if found:
            yield f"<dt>{text.label(words.PRINTED)}</dt>" + "".join(f"<dd>{each}</dd>" for each in found)

    def _facts(self, facts: Sequence[Fact]) -> Iterator[str]:
        """Yield the facts about an entry; those in a row with the same label share it."""
        for n, fact in enumerate(facts):
            if not n or facts[n - 1].label != fact.label:
                yield f"<dt>{self.text.label(fact.label)}</dt>"
            for shown in self._fact(fact):
                yield f"<dd>{shown}{self.text.grade(fact.grade)}</dd>"

    def _fact(self, fact: Fact) -> Iterator[str]:
        """Yield what a fact says, each group apart."""
        text = self.text
        for group in fact.groups:
            end = text.label(words.AND_OTHERS if group.end == OPEN_END else group.end)
            colon = text.plain(words.COLON) if group.links else ""
            yield f'<span class="role">{text.label(group.label)}</span>{colon}{text.listed(group.links)}{end}'
        if fact.groups:
            return
        # What stands before links are words of ours.
        before = f"{text.label(fact.text)} " if fact.text and fact.links else ""
        for n, link in enumerate(fact.links):
            yield f"{'' if n else before}{text.link(link.id)}"
        if not fact.links:
            cited = "".join(f" {self.quotes.number(quote)}" for quote in self.quotes.known(fact.quotes))
            yield f"{text.date(fact.text.en) if fact.text.en == fact.text.zh else text.both(fact.text)}{cited}"

    # Bodies.

    def bodies(self, anchor: str, bodies: Sequence[Body], entries: Sequence[Entry]) -> Iterator[str]:
        """Yield the bodies, each with its roles in the entries of the page.

        Args:
            anchor: Id of the section.
            bodies: The bodies.
            entries: The entries of the page.
        """
        if not bodies:
            return
        text = self.text
        duties: dict[str, list[tuple[str, str]]] = {}
        for entry in entries:
            if (listed := entry.said.bodies) and not listed.inherited:
                for body, role in listed.roles:
                    duties.setdefault(body.id, []).append((entry.node.id, role))
        yield f'<section id="{anchor}"><h2>{text.label(words.BODIES)}</h2>'
        for body in bodies:
            grade = text.grade(text.plan.grade(body, "name"))
            yield f'<section id="{body.id}"><h3>{text.body(body)}{grade}</h3>'
            for role, nodes in by_role(duties.get(body.id, ())).items():
                label = f'<span class="role">{text.label(SECTION_LABELS[role])}</span>{text.plain(words.COLON)}'
                yield f"<p>{label}{text.links(nodes)}</p>"
            for later in body.later:
                date = f"{text.plain(words.COMMA)}{text.date(later.date)}" if later.date else ""
                yield f'<p class="note">{text.label(words.LATER)}{text.both(later.name)}{date}</p>'
            yield from self.quotes.at(body.id)
            yield "</section>"
        yield self.up()
        yield "</section>"

    # Sources.

    def sources(self, anchor: str, sources: Sequence[Source]) -> Iterator[str]:
        """Yield the sources, each with its address and the numbers of its quotes."""
        if not sources:
            return
        text = self.text
        yield f'<section id="{anchor}" class="sources"><h2>{text.label(words.SOURCES)}</h2>'
        for source in sources:
            titles, href = text.titles(source), link_address(source.address)
            shown = text.both(titles, '<span class="gap"> </span>')
            linked = f'<a href="{plain_text(href)}">{shown}</a>' if href else shown
            yield f'<section id="{source.id}"><h3>{linked}</h3>'
            cited = self._cited(source, text.plain(titles))
            if cited or href:
                yield f'<p class="cite"{self.printed_address(href)}>{cited}</p>'
            if source.reliability:
                yield f'<p class="note">{text.both(source.reliability)}</p>'
            if numbers := self.quotes.from_source(source.id):
                yield f'<p class="cite">{text.label(words.QUOTED_FROM)}{text.plain(words.COLON)}{numbers}</p>'
            for quote in self.quotes.below(source.id):
                yield from self.quotes.full(quote)
            yield "</section>"
        yield self.up()
        yield "</section>"

    def printed_address(self, href: str) -> str:
        """Return the attribute by which paper shows an address, at the first place that asks for it."""
        if not href or href in self._addresses:
            return ""
        self._addresses.add(href)
        return f' data-address="{plain_text(href)}"'

    def _cited(self, source: Source, shown: str) -> str:
        """Return what identifies a source besides the title that is shown above it."""
        text, title, dates = self.text, source.title, source.dates
        own = (title.en if source.language == "en" else title.zh or title.en) or title.zh
        known = (shown, *text.titles(source)) if text.lang == "both" else (shown,)
        date = dates.published or dates.written or dates.reposted
        parts = [
            text.said(source.author),
            text.said(own if own.startswith("[") else f"“{own}”") if own and own not in known else "",
            text.said(source.container or source.publisher),
            text.said(source.number),
            text.date(date) if date else "",
            text.label(source.citation) if source.citation else "",
            "" if link_address(source.address) else self._no_link(source),
        ]
        line = text.plain(words.COMMA).join(part for part in parts if part)
        return f"{line}{text.plain(words.STOP)}" if line else ""

    def _no_link(self, source: Source) -> str:
        return self.text.said(source.address) if source.address else self.text.label(NO_ADDRESS)
