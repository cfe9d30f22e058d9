"""The page: one self-contained HTML file, in which every node is an anchor, and nodes and quotes link to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from plan_data.exports.entries import Entry, entries, quotes_of, sources_of
from plan_data.exports.page_quotes import PageQuotes
from plan_data.exports.page_sections import PageSections
from plan_data.exports.page_text import PageText
from plan_data.exports.web_text import plain_text
from plan_data.labels import exports as words
from plan_data.labels.card import DATED
from plan_data.labels.grades import GRADE_LABELS
from plan_data.labels.roles import STATE_LABELS
from plan_data.labels.sources import FACTS
from plan_data.model.entities import GRADES, Node, Quote, Source
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.quotes.citations import FIRM
from plan_data.text.addresses import link_address

STYLE = Path(__file__).with_name("page.css")
"""The style sheet of each page."""
CONTENTS_LEVELS = 3
"""Levels of the table of contents."""
LONG_CONTENTS = 20
"""Entries of a table of contents in which those below the topmost are folded on a phone."""


def page(plan: Plan, ids: Sequence[str], lang: str = "both") -> str:
    """Return nodes as a page, in the given order, with their quotes, sources and bodies.

    Args:
        plan: The plan.
        ids: Ids of nodes; raises KeyError for one that is not in the tree.
        lang: `en`, `zh` or `both`.
    """
    return "\n".join(_Page(plan, ids, lang).lines()) + "\n"


class _Page:
    def __init__(self, plan: Plan, ids: Sequence[str], lang: str) -> None:
        self.plan = plan
        self.entries = list(entries(plan, ids))
        whole = plan.root.id in ids
        in_sides = {id_ for entry in self.entries for side in entry.sides for id_ in side.quotes}
        wanted = {quote.id for quote in quotes_of(plan, ids)} | in_sides
        self.quotes = [plan.quotes[id_] for id_ in plan.quotes if whole or id_ in wanted]
        seen = {source.id for source in sources_of(plan, ids)} | {quote.source for quote in self.quotes}
        self.sources = [source for source in plan.sources.values() if source.id in seen]
        named = {id_ for entry in self.entries for id_ in self._bodies_of(entry.node)}
        self.bodies = [body for body in plan.bodies.values() if body.id in named or whole]
        self.there = {entry.node.id for entry in self.entries}
        self.there |= {item.id for items in (self.sources, self.quotes, self.bodies) for item in items}
        self.text = PageText(plan, lang, self.there)
        tops = [entry for entry in self.entries if entry.level == 0]
        self.branch = tops[0] if len(tops) == 1 and tops[0].node.id != plan.root.id else None
        """The entry whose branch is the whole page; None for the plan and for a list of entries."""
        written = PageQuotes(self.text, self.entries, self.bodies, self.sources, self.quotes)
        self.sections = PageSections(self.text, written, 1 if self.branch else 2)

    def _bodies_of(self, node: Node) -> list[str]:
        owner = node.target.owner if node.target else ""
        return [*self.plan.agencies_of(node).list, *(id_ for id_ in (*node.related, owner) if id_ in self.plan.bodies)]

    def lines(self) -> Iterator[str]:
        text = self.text
        yield "<!DOCTYPE html>"
        yield f'<html lang="{text.code}">'
        yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="color-scheme" content="light dark">'
        yield f"<title>{plain_text(self._title())}</title>"
        yield f"<style>\n{STYLE.read_text(encoding='utf-8')}</style></head>"
        yield f'<body><a class="skip" href="#_text">{text.label(words.SKIP)}</a><div class="sheet">'
        yield from self._head()
        yield from self._contents()
        yield '<main id="_text">'
        yield from self.sections.entries(self.entries)
        yield from self.sections.bodies(self._own("bodies"), self.bodies, self.entries)
        yield from self.sections.sources(self._own("sources"), self.sources)
        yield "</main>"
        yield f"<footer><p>{text.label(words.OURS)}</p></footer>"
        yield "</div></body></html>"

    def _own(self, name: str) -> str:
        """Return the anchor of a part of the page itself; no id of a plan begins with `_`."""
        return f"_{name}" if name in self.there else name

    def _title(self) -> str:
        """Return the title of the page, in one language: a window has no place for marks of another."""
        root = self.plan.root.title
        if not self.branch:
            return Pair(root.en_close or root.en, root.zh).pick(self.text.side)
        node = self.branch.node
        return f"{node.number} {node.title.name(self.text.side)} - {root.name(self.text.side)}".strip()

    # The head: what it is, of when, and how far to trust it.

    def _head(self) -> Iterator[str]:
        text, root, document = self.text, self.plan.root.title, self.plan.document
        yield "<header>"
        name = text.both(Pair(root.en_close or root.en, root.zh), "<br>")
        if self.branch:
            above = [a.id for a in self.plan.ancestors(self.branch.node.id)[1:]]
            yield f'<p class="document">{" › ".join([name, *map(text.name, above)])}</p>'
            yield self.sections.heading(self.branch)
        else:
            yield f"<h1>{name}</h1>"
            if text.lang == "en" and root.en and root.zh:
                # Without its own name nobody would find the document.
                yield f'<p class="document">{text.said(root.zh, "zh")}</p>'
        facts = [*self._document(document)] if document else []
        if phases := self.plan.phases:
            facts.append(f"<dt>{text.label(words.WHOLE_PLAN)}</dt>")
            facts += [f"<dd>{self._phase(phase)}</dd>" for phase in phases]
        if facts:
            yield f"<dl>{''.join(facts)}</dl>"
        yield from self._trust()
        yield "</header>"

    def _document(self, document: Source) -> Iterator[str]:
        text, dates = self.text, document.dates
        facts = [
            text.said(self.plan.issuer(text.side)),
            text.said(document.number),
            text.plain(DATED).format(text.date(dates.written)) if dates.written else "",
            text.plain(FACTS["published"]).format(text.date(dates.published)) if dates.published else "",
        ]
        if line := text.plain(words.COMMA).join(fact for fact in facts if fact):
            yield f"<dt>{text.label(words.DOCUMENT)}</dt><dd>{line}</dd>"
        if href := link_address(document.address):
            # Paper shows the address in the list of sources, and here where that has not the document.
            printed = "" if document in self.sources else self.sections.printed_address(href)
            hidden = "" if printed else ' class="screen"'
            link = f'<a href="{plain_text(href)}">{text.label(words.READ_DOCUMENT)}</a>'
            yield f"<dt{hidden}>{text.label(words.FULL_TEXT)}</dt><dd{hidden}{printed}>{link}</dd>"

    def _phase(self, phase: Node) -> str:
        date = self.text.date(phase.due)
        name = self.text.link(phase.id)
        return name if phase.due in phase.title.name(self.text.side) else f"{name}{self.text.plain(words.COLON)}{date}"

    def _trust(self) -> Iterator[str]:
        text, quotes = self.text, self.quotes
        yield f'<p class="trust">{text.label(self._states(quotes))} ' if quotes else '<p class="trust">'
        yield f"{text.label(words.GRADES_OF_PAGE)}</p><ul>"
        for grade in GRADES:
            if grade not in FIRM:
                yield f"<li>{text.grade(grade).strip()} {text.label(GRADE_LABELS[grade])}</li>"
        yield "</ul>"

    def _states(self, quotes: Sequence[Quote]) -> Pair:
        """Return how many quotes the page has, and in which states they are."""
        counts: dict[str, int] = {}
        for quote in quotes:
            state = self.plan.anchors[quote.id].state
            counts[state] = counts.get(state, 0) + 1
        if set(counts) == {"verbatim"}:
            return words.ALL_VERBATIM[len(quotes) > 1].format(len(quotes))
        return words.QUOTES_OF_PAGE.format(
            words.COMMA.join(words.STATE_COUNT.format(n, STATE_LABELS[state]) for state, n in counts.items())
        )

    # Contents.

    def _contents(self) -> Iterator[str]:
        text = self.text
        contents = text.label(words.CONTENTS)
        listed = [entry for entry in self.entries if entry.level < CONTENTS_LEVELS]
        yield f'<nav id="_contents" aria-label="{plain_text(text.plain(words.CONTENTS))}"><details>'
        yield f"<summary>{contents}</summary><ul>"
        # The one entry on top stands in line with those below it.
        single = len(listed) > 1 and listed[1].level == 1 and sum(entry.level == 0 for entry in listed) == 1
        if single:
            yield f"<li>{self._listed(listed[0])}</li>"
        yield from self._branches(listed[1:] if single else listed, len(listed) > LONG_CONTENTS)
        for name, heading, things in (
            ("bodies", words.BODIES, self.bodies),
            ("sources", words.SOURCES, self.sources),
        ):
            if things:
                yield f'<li><a href="#{self._own(name)}">{text.label(heading)}</a></li>'
        yield "</ul></details></nav>"

    def _branches(self, listed: Sequence[Entry], fold: bool) -> Iterator[str]:
        """Yield lines of the contents, each with what lies below it, which can be folded where there is much."""
        at = 0
        while at < len(listed):
            end = at + 1
            while end < len(listed) and listed[end].level > listed[at].level:
                end += 1
            yield f"<li>{self._listed(listed[at])}"
            if below := listed[at + 1 : end]:
                count = sum(entry.level == below[0].level for entry in below)
                label = self.text.label(words.ENTRIES[count > 1].format(count))
                yield f"<details><summary>{label}</summary><ul>" if fold else "<ul>"
                yield from self._branches(below, False)
                yield "</ul></details>" if fold else "</ul>"
            yield "</li>"
            at = end

    def _listed(self, entry: Entry) -> str:
        return f'<a href="#{entry.node.id}">{self.text.number(entry.node)}{self.text.name(entry.node.id)}</a>'
