"""The page: one HTML file that needs nothing else; every node has its id, links go from nodes to quotes and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from plan_data.exports.entries import Entry, Fact, Link, entries, name, quotes_of, sources_of
from plan_data.labels.grades import GRADE_SIGNS
from plan_data.labels.roles import ROLE_LABELS, STATE_LABELS
from plan_data.model.entities import GRADES, Body, Node, Pair, Quote
from plan_data.model.plan import Plan
from plan_data.quotes.citations import FIRM, marks, plain, where
from plan_data.text.visible import visible

STYLE = Path(__file__).with_name("page.css")
"""The style sheet that is put into each page."""
CONTENTS_LEVELS = 3
"""Levels of the table of contents."""


def page(plan: Plan, ids: Sequence[str], lang: str = "both") -> str:
    """Return nodes as a page, in the order given, with their quotes, sources and bodies.

    Args:
        plan: The plan.
        ids: Ids of nodes; raises KeyError for one that is not in the tree.
        lang: `en`, `zh` or `both`.
    """
    return "\n".join(_Page(plan, ids, lang).lines()) + "\n"


def text(words: str) -> str:
    """Return text in which HTML finds no markup."""
    return escape(visible(words))


class _Page:
    def __init__(self, plan: Plan, ids: Sequence[str], lang: str) -> None:
        self.plan = plan
        self.lang = lang
        self.entries = list(entries(plan, ids))
        self.quotes = list(plan.quotes.values()) if plan.root.id in ids else quotes_of(plan, ids)
        self.sources = sources_of(plan, ids)
        named = {id_ for entry in self.entries for id_ in self._bodies_of(entry.node)}
        self.bodies = [body for body in plan.bodies.values() if body.id in named or plan.root.id in ids]
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

    def _both(self, words: Pair, mark: str = "") -> str:
        """Return a text in the languages that are asked for, each marked as what it is."""
        en, zh = words.en, words.zh
        if self.lang == "en" or not zh or (self.lang == "both" and zh in en):
            return text(en or zh) if en else _chinese(zh)
        if self.lang == "zh" or not en:
            return _chinese(zh)
        return f"{text(en)}{mark or ' '}{_chinese(zh)}"

    def _name(self, id_: str) -> str:
        return self._both(name(self.plan, id_))

    def _link(self, link: Link) -> str:
        if link.id in self.there:
            return f'<a href="#{link.id}">{self._both(link.text)}</a>'
        return self._both(link.text)

    def _grade(self, grade: str) -> str:
        if not grade or grade in FIRM:
            return ""
        return f' <span class="grade" title="{text(GRADE_SIGNS[grade].label)}">{grade}</span>'

    # Contents.

    def _contents(self) -> Iterator[str]:
        yield '<nav aria-label="Contents"><ul>'
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
        bodies, sources = self._own("bodies"), self._own("sources")
        yield f'<ul><li><a href="#{bodies}">Bodies</a></li><li><a href="#{sources}">Sources</a></li></ul></nav>'

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
            facts = [plan.issuer("zh" if self.lang == "zh" else "en"), document.number]
            facts += [f"dated {document.dates.written}"] if document.dates.written else []
            told = ", ".join(text(fact) for fact in facts if fact)
            address = text(document.address)
            link = f' <a href="{address}">{address}</a>' if address else ""
            yield f"<p>{told}.{link}</p>"
        states = ", ".join(f"{n} {STATE_LABELS[state]}" for state, n in plan.state_counts.items())
        yield f"<p>Quotes: {text(states or 'none')}. A statement that no passage states carries its grade:</p><dl>"
        for grade in GRADES:
            if grade not in FIRM:
                yield f"<dt>{self._grade(grade)}</dt><dd>{text(GRADE_SIGNS[grade].label)}</dd>"
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
        yield f"<h{level}>{self._number(node)}{names}{self._grade(entry.grade)}</h{level}>"
        yield f'<p class="id">{node.id}</p>'
        if node.summary:
            grade = self._grade(self.plan.grade(node, "summary"))
            yield f'<p class="label">{self._both(Pair("Our summary", "本工具摘要"))}{grade}</p>'
            yield f"<p>{self._both(node.summary, '</p><p>')}</p>"
        if entry.facts:
            yield "<dl>"
            for n, fact in enumerate(entry.facts):
                # Several facts of one kind stand under one label.
                label = "" if n and entry.facts[n - 1].label == fact.label else f"<dt>{self._both(fact.label)}</dt>"
                yield f"{label}<dd>{self._fact(fact)}{self._grade(fact.grade)}</dd>"
            yield "</dl>"
        for side in entry.sides:
            seen = ", ".join(self._link(Link(source.id, name(self.plan, source.id))) for source in side.cites)
            yield f"<p>{self._both(side.says)}{self._grade(side.grade)}{f' ({seen})' if seen else ''}</p>"
            for quote in side.quotes:
                yield from self._quote(quote, "disputes")
        for note in node.notes:
            term = f"{self._both(note.term)}: " if note.term else ""
            yield f'<p class="note"><strong>{note.kind}</strong>: {term}{self._both(note.text)}</p>'
        shown = {quote.id for side in entry.sides for quote in side.quotes}
        for quote, role in entry.quotes:
            if quote.id not in shown:
                yield from self._quote(quote, role)

    def _fact(self, fact: Fact) -> str:
        parts = [self._both(fact.text)] if fact.text else []
        parts += [", ".join(self._link(link) for link in fact.links)] if fact.links else []
        return " ".join(parts)

    def _quote(self, quote: Quote, role: str) -> Iterator[str]:
        said = "".join(f" [{text(words)}]" for words in marks(self.plan, quote))
        yield f"<blockquote><p>{self._in_its_language(quote, quote.exact)}{said}</p>"
        label = text(ROLE_LABELS[role])
        yield f'<p class="cite">{label} · <a href="#{quote.id}">{text(where(self.plan, quote))}</a></p></blockquote>'

    def _in_its_language(self, quote: Quote, words: str) -> str:
        return _chinese(words) if self.plan.sources[quote.source].language == "zh" else text(words)

    # What stands behind them.

    def _bodies(self) -> Iterator[str]:
        yield f'<section id="{self._own("bodies")}"><h2>Bodies</h2>'
        for body in self.bodies:
            yield f'<section id="{body.id}"><h3>{self._both(Pair(body.title.en, body.title.zh))}{self._abbr(body)}'
            yield f"{self._grade(self.plan.grade(body, 'name'))}</h3>"
            named = [e.node.id for e in self.entries if body.id in e.node.agencies.list]
            if named:
                yield f"<p>{', '.join(self._link(Link(id_, name(self.plan, id_))) for id_ in named)}</p>"
            for later in body.later:
                yield f'<p class="note">later: {self._both(later.name)} {text(later.date)}</p>'
            yield "</section>"
        yield "</section>"

    def _abbr(self, body: Body) -> str:
        return f' <span class="id">{text(body.abbr)}</span>' if body.abbr else ""

    def _sources(self) -> Iterator[str]:
        yield f'<section id="{self._own("sources")}" class="sources"><h2>Sources</h2>'
        for source in self.sources:
            yield f'<section id="{source.id}"><h3>{self._both(Pair(source.title.en, source.title.zh))}</h3>'
            yield f'<p class="cite">{text(plain(source))}</p>'
            if source.address:
                yield f'<p><a href="{text(source.address)}">{text(source.address)}</a></p>'
            if source.reliability:
                yield f'<p class="note">{self._both(source.reliability)}</p>'
            quotes = [quote for quote in self.quotes if quote.source == source.id]
            if quotes:
                yield "<ol>"
            for quote in quotes:
                backs = [back for back in self.plan.backlinks[quote.id] if back.id in self.there]
                links = ", ".join(self._link(Link(back.id, name(self.plan, back.id))) for back in backs)
                words = self._in_its_language(quote, quote.exact)
                yield f'<li id="{quote.id}">{words} <span class="id">{quote.id}</span>'
                for note in quote.notes:
                    yield f'<p class="note"><strong>{note.kind}</strong>: {self._both(note.text)}</p>'
                yield f'<p class="cite">para. {quote.paragraph}{", for " if links else ""}{links}</p></li>'
            if quotes:
                yield "</ol>"
            yield "</section>"
        yield "</section>"

    def _footer(self) -> Iterator[str]:
        yield "<footer><p>Summaries and close translations are ours; quotes stand as their sources print them.</p>"
        yield "</footer>"


def _chinese(words: str) -> str:
    return f'<span lang="zh-Hans" class="zh">{text(words)}</span>' if words else ""
