"""The page: one self-contained HTML file, in which every node is an anchor, and nodes and quotes link to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from plan_data.exports.entries import (
    Entry,
    Fact,
    Link,
    document_facts,
    entries,
    name,
    quote_states,
    quotes_of,
    sources_of,
)
from plan_data.labels import exports as words
from plan_data.labels.card import SECTION_LABELS, SUMMARY
from plan_data.labels.clips import PARAGRAPH
from plan_data.labels.grades import GRADE_LABELS
from plan_data.labels.roles import NOTE_LABELS, ROLE_LABELS
from plan_data.model.entities import GRADES, Body, Node, Note, Quote
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.model.statements import by_role
from plan_data.quotes.citations import FIRM, grade_mark, in_brackets, plain, where
from plan_data.text.visible import visible

STYLE = Path(__file__).with_name("page.css")
"""The style sheet of each page."""
CONTENTS_LEVELS = 3
"""Levels of the table of contents."""


def page(plan: Plan, ids: Sequence[str], lang: str = "both") -> str:
    """Return nodes as a page, in the given order, with their quotes, sources and bodies.

    Args:
        plan: The plan.
        ids: Ids of nodes; raises KeyError for one that is not in the tree.
        lang: `en`, `zh` or `both`.
    """
    return "\n".join(_Page(plan, ids, lang).lines()) + "\n"


def text(plain_text: str) -> str:
    """Return a text escaped for HTML."""
    return escape(visible(plain_text))


class _Page:
    def __init__(self, plan: Plan, ids: Sequence[str], lang: str) -> None:
        self.plan = plan
        self.lang = lang
        self.entries = list(entries(plan, ids))
        self.quotes = list(plan.quotes.values()) if plan.root.id in ids else quotes_of(plan, ids)
        self.sources = sources_of(plan, ids)
        named = {id_ for entry in self.entries for id_ in self._bodies_of(entry.node)}
        self.bodies = [body for body in plan.bodies.values() if body.id in named or plan.root.id in ids]
        self.duties: dict[str, list[tuple[str, str]]] = {}
        for entry in self.entries:
            if (listed := entry.said.bodies) and not listed.inherited:
                for body, role in listed.roles:
                    self.duties.setdefault(body.id, []).append((entry.node.id, role))
        self.there = {entry.node.id for entry in self.entries}
        self.there |= {source.id for source in self.sources} | {quote.id for quote in self.quotes}
        self.there |= {body.id for body in self.bodies}

    def _bodies_of(self, node: Node) -> list[str]:
        owner = node.target.owner if node.target else ""
        return [*self.plan.agencies_of(node).list, *(id_ for id_ in (*node.related, owner) if id_ in self.plan.bodies)]

    def lines(self) -> Iterator[str]:
        root = self.plan.root.title
        main = "zh-Hans" if self.lang == "zh" else "en"
        yield "<!DOCTYPE html>"
        yield f'<html lang="{main}">'
        yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{text(root.pick('zh' if self.lang == 'zh' else 'en'))}</title>"
        yield f"<style>\n{STYLE.read_text(encoding='utf-8')}</style></head>"
        yield '<body><div class="sheet">'
        yield from self._contents()
        yield "<main>"
        yield from self._about()
        yield from self._sections()
        yield from self._bodies()
        yield from self._sources()
        yield from self._footer()
        yield "</main></div></body></html>"

    # Words in two languages.

    def _both(self, pair: Pair, mark: str = "") -> str:
        """Return a text in the language of the page, or in both with `mark` between; Chinese is marked as such."""
        en, zh = pair
        if self.lang == "en" or not zh or (self.lang == "both" and zh in en):
            return text(en or zh) if en else _chinese(zh)
        if self.lang == "zh" or not en:
            return _chinese(zh)
        return f"{text(en)}{mark or ' '}{_chinese(zh)}"

    def _plain(self, pair: Pair) -> str:
        return pair.pick("zh" if self.lang == "zh" else "en")

    def _name(self, id_: str) -> str:
        return self._both(name(self.plan, id_))

    def _link(self, link: Link) -> str:
        if link.id in self.there:
            return f'<a href="#{link.id}">{self._both(link.text)}</a>'
        return self._both(link.text)

    def _named(self, ids: Iterable[str]) -> str:
        """Return the names of some ids as links."""
        return self._listed(Link(id_, name(self.plan, id_)) for id_ in ids)

    def _grade(self, grade: str) -> str:
        mark = grade_mark(grade, self.lang)
        return f' <span class="grade" title="{text(self._plain(GRADE_LABELS[grade]))}">{mark}</span>' if mark else ""

    # Contents.

    def _contents(self) -> Iterator[str]:
        yield f'<nav aria-label="{words.CONTENTS.pick(self.lang)}"><ul>'
        level = 0
        for n, entry in enumerate(self.entries):
            depth = entry.level
            if depth >= CONTENTS_LEVELS:
                continue
            if n and depth > level:
                yield "<ul>" * (depth - level)
            elif n:
                yield "</li>" + "</ul></li>" * (level - depth)
            level = depth
            yield f'<li><a href="#{entry.node.id}">{self._number(entry.node)}{self._name(entry.node.id)}</a>'
        yield "</li></ul>" * (level + 1) if self.entries else "</ul>"
        bodies = f'<li><a href="#{self._own("bodies")}">{words.BODIES.pick(self.lang)}</a></li>'
        yield f'<ul>{bodies}<li><a href="#{self._own("sources")}">{words.SOURCES.pick(self.lang)}</a></li></ul></nav>'

    def _own(self, name: str) -> str:
        """Return the anchor of a part of the page itself; no id of a plan begins with `_`."""
        return f"_{name}" if name in self.there else name

    def _number(self, node: Node) -> str:
        return f'<span class="number">{text(node.number)}</span> ' if node.number else ""

    # The document.

    def _about(self) -> Iterator[str]:
        plan, document = self.plan, self.plan.document
        title = plan.root.title
        yield f"<header><h1>{self._both(Pair(title.en_close or title.en, title.zh), '<br>')}</h1>"
        if document:
            facts = self._plain(words.COMMA).join(map(text, document_facts(plan, self.lang)))
            address = text(document.address)
            link = f' <a href="{address}">{address}</a>' if address else ""
            yield f"<p>{facts}{self._plain(words.STOP)}{link}</p>"
        yield f"<p>{text(words.PAGE_GRADES.pick(self.lang).format(quote_states(plan, self.lang)))}</p><dl>"
        for grade in GRADES:
            if grade not in FIRM:
                yield f"<dt>{self._grade(grade)}</dt><dd>{self._both(GRADE_LABELS[grade])}</dd>"
        yield "</dl></header>"

    # The nodes.

    def _sections(self) -> Iterator[str]:
        open_ = 0
        for entry in self.entries:
            while open_ > entry.level:
                yield "</section>"
                open_ -= 1
            open_ += 1
            yield from self._section(entry)
        yield "</section>" * open_

    def _section(self, entry: Entry) -> Iterator[str]:
        node, level = entry.node, min(6, entry.level + 2)
        yield f'<section id="{node.id}">'
        above = [a for a in self.plan.ancestors(node.id) if a.id in self.there][1:]
        if len(above) > 1:
            crumbs = " › ".join(f'<a href="#{a.id}">{self._name(a.id)}</a>' for a in above)
            yield f'<p class="crumbs">{crumbs}</p>'
        names = self._both(Pair(node.title.en, node.title.zh_short or node.title.zh), "&#8195;")
        yield f"<h{level}>{self._number(node)}{names}{self._grade(entry.said.grade)}</h{level}>"
        yield f'<p class="id">{node.id}</p>'
        if summary := entry.said.summary:
            yield f'<p class="label">{self._both(SUMMARY)}{self._grade(summary.grade)}</p>'
            yield f"<p>{self._both(summary.text, '</p><p>')}</p>"
        if entry.facts:
            yield "<dl>"
            for n, fact in enumerate(entry.facts):
                # Facts in a row with the same label share it.
                label = "" if n and entry.facts[n - 1].label == fact.label else f"<dt>{self._both(fact.label)}</dt>"
                for text_ in self._fact(fact):
                    yield f"{label}<dd>{text_}{self._grade(fact.grade)}</dd>"
                    label = ""
            yield "</dl>"
        for side in entry.sides:
            seen = self._plain(words.IN_BRACKETS).format(self._named(side.cites)) if side.cites else ""
            yield f"<p>{self._both(side.says)}{self._grade(side.evidence)}{seen}</p>"
            for id_ in side.quotes:
                yield from self._quote(self.plan.quotes[id_], "disputes")
        for note in node.notes:
            term = f"{self._both(note.term)}{self._plain(words.COLON)}" if note.term else ""
            yield self._note(note, term)
        for role, quotes in entry.quotes:
            for quote in quotes:
                yield from self._quote(quote, role)

    def _note(self, note: Note, term: str = "") -> str:
        kind = f"<strong>{self._plain(NOTE_LABELS[note.kind])}</strong>{self._plain(words.COLON)}"
        return f'<p class="note">{kind}{term}{self._both(self.plan.with_names(note.text))}</p>'

    def _fact(self, fact: Fact) -> Iterator[str]:
        """Yield what a fact says, each group apart."""
        if not fact.groups:
            yield " ".join(filter(None, (self._both(fact.text), self._listed(fact.links))))
        for group in fact.groups:
            colon, end = self._plain(words.COLON), text(self._plain(group.end))
            yield f"{self._both(group.label)}{colon}{self._listed(group.links)}{end}"

    def _listed(self, links: Iterable[Link]) -> str:
        return self._plain(words.BETWEEN).join(self._link(link) for link in links)

    def _quote(self, quote: Quote, role: str) -> Iterator[str]:
        said = text(in_brackets(self.plan, quote, lang=self.lang))
        yield f"<blockquote><p>{self._in_its_language(quote)}{said}</p>"
        cited = f'<a href="#{quote.id}">{text(where(self.plan, quote, self.lang))}</a>'
        yield f'<p class="cite">{self._both(ROLE_LABELS[role])} · {cited}</p></blockquote>'

    def _in_its_language(self, quote: Quote) -> str:
        is_chinese = self.plan.sources[quote.source].language == "zh"
        return _chinese(quote.exact) if is_chinese else text(quote.exact)

    # Bodies, sources and the footer.

    def _bodies(self) -> Iterator[str]:
        yield f'<section id="{self._own("bodies")}"><h2>{words.BODIES.pick(self.lang)}</h2>'
        for body in self.bodies:
            yield f'<section id="{body.id}"><h3>{self._both(Pair(body.title.en, body.title.zh))}{self._abbr(body)}'
            yield f"{self._grade(self.plan.grade(body, 'name'))}</h3>"
            for role, nodes in by_role(self.duties.get(body.id, ())).items():
                label = f"{self._both(SECTION_LABELS[role])}{self._plain(words.COLON)}"
                yield f"<p>{label}{self._named(nodes)}</p>"
            for later in body.later:
                yield f'<p class="note">{words.LATER.pick(self.lang)}{self._both(later.name)} {text(later.date)}</p>'
            yield "</section>"
        yield "</section>"

    def _abbr(self, body: Body) -> str:
        return f' <span class="id">{text(body.abbr)}</span>' if body.abbr else ""

    def _sources(self) -> Iterator[str]:
        yield f'<section id="{self._own("sources")}" class="sources"><h2>{words.SOURCES.pick(self.lang)}</h2>'
        for source in self.sources:
            title = Pair(source.title.en, source.title.zh_short or source.title.zh)
            yield f'<section id="{source.id}"><h3>{self._both(title)}</h3>'
            yield f'<p class="cite">{text(plain(source, lang=self.lang))}</p>'
            if source.address:
                yield f'<p><a href="{text(source.address)}">{text(source.address)}</a></p>'
            if source.reliability:
                yield f'<p class="note">{self._both(source.reliability)}</p>'
            quotes = [quote for quote in self.quotes if quote.source == source.id]
            if quotes:
                yield "<ol>"
            for quote in quotes:
                links = self._named(back.id for back in self.plan.backlinks[quote.id] if back.id in self.there)
                yield f'<li id="{quote.id}">{self._in_its_language(quote)} <span class="id">{quote.id}</span>'
                for note in quote.notes:
                    yield self._note(note)
                paragraph = PARAGRAPH.pick(self.lang).format(number=quote.paragraph)
                yield f'<p class="cite">{paragraph}{words.FOR.pick(self.lang) if links else ""}{links}</p></li>'
            if quotes:
                yield "</ol>"
            yield "</section>"
        yield "</section>"

    def _footer(self) -> Iterator[str]:
        yield f"<footer><p>{words.OURS.pick(self.lang)}</p>"
        yield "</footer>"


def _chinese(zh: str) -> str:
    return f'<span lang="zh-Hans" class="zh">{text(zh)}</span>' if zh else ""
