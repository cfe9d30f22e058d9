"""Texts of a page in the language that its reader chose, each part marked where it is in another language."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from plan_data.exports.entries import Link, name
from plan_data.exports.web_text import CODES, code_of, marked, plain_text
from plan_data.labels import exports as words
from plan_data.labels.deadlines import in_words
from plan_data.labels.grades import GRADE_LABELS
from plan_data.model.entities import Body, Node, Note, Quote, Source
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.quotes.citations import grade_mark
from plan_data.text.dates import precision


class PageText:
    """Writes texts, names and links for one page.

    With `both`, texts of the plan are in English and Chinese, and the page's own words in English.
    """

    def __init__(self, plan: Plan, lang: str, there: Collection[str] = ()) -> None:
        """Make the writer.

        Args:
            plan: The plan.
            lang: `en`, `zh` or `both`.
            there: Ids of what stands on the page, which links may lead to.
        """
        self.plan = plan
        self.lang = lang
        self.side = "zh" if lang == "zh" else "en"
        """The language of the page's own words."""
        self.code = CODES[self.side]
        """Its code."""
        self.there = there
        """Ids of what stands on the page."""

    def said(self, text: str, language: str = "") -> str:
        """Return a text that is in one language; "" where it may be in any."""
        return marked(text, language, self.code)

    def label(self, words_: Pair) -> str:
        """Return words of the page's own."""
        language = self.side if words_[self.side == "zh"] else ""
        return self.said(words_.pick(self.side), language)

    def plain(self, words_: Pair) -> str:
        """Return the same unescaped, for where they are put between texts."""
        return words_.pick(self.side)

    def both(self, pair: Pair, between: str = " ") -> str:
        """Return a text of the plan in the language of the page, or in both languages with `between` between them."""
        en, zh = pair
        if self.lang == "both" and en and zh and zh not in en:
            return f"{self.said(en, 'en')}{between}{self.said(zh, 'zh')}"
        if self.lang == "zh":
            return self.said(zh, "zh") if zh else self.said(en, "en")
        return self.said(en, "en") if en else self.said(zh, "zh")

    def name(self, id_: str) -> str:
        """Return the name of anything."""
        return self.both(name(self.plan, id_))

    def one_name(self, id_: str) -> str:
        """Return the name of anything in one language."""
        return self.label(name(self.plan, id_))

    def link(self, id_: str, shown: str = "") -> str:
        """Return a link to something, or its name alone where it is not on the page."""
        shown = shown or self.name(id_)
        return f'<a href="#{id_}">{shown}</a>' if id_ in self.there else shown

    def links(self, ids: Iterable[str]) -> str:
        """Return the names of some things as links, in one line."""
        ids = list(ids)
        # English names of bodies may have commas in them.
        commas = any("," in name(self.plan, id_).pick(self.side) for id_ in ids)
        between = words.BETWEEN_GROUPS if commas and self.side == "en" else words.BETWEEN
        return self.plain(between).join(map(self.link, ids))

    def listed(self, links: Iterable[Link]) -> str:
        """Return what a fact refers to, by full names, in one line."""
        return self.links(link.id for link in links)

    def grade(self, grade: str) -> str:
        """Return the mark of a grade, with a space before it; "" for one that goes without saying."""
        mark = grade_mark(grade, self.side)
        if not mark:
            return ""
        return f' <span class="grade" title="{plain_text(self.plain(GRADE_LABELS[grade]))}">{self.said(mark)}</span>'

    def number(self, node: Node) -> str:
        """Return a node's number, with a space behind it."""
        return f'<span class="number">{self.said(node.number)}</span> ' if node.number else ""

    def date(self, text: str) -> str:
        """Return a date in words; what is none stands as it is."""
        if not precision(text):
            return self.said(text)
        return f'<time datetime="{text}">{self.said(in_words(text, self.side), self.side)}</time>'

    def note(self, note: Note, kind: Pair) -> str:
        """Return a note as a paragraph."""
        colon = self.plain(words.COLON)
        term = f"{self.both(note.term)}{colon}" if note.term else ""
        text = self.both(self.plan.with_names(note.text))
        return f'<p class="note"><strong>{self.label(kind)}</strong>{colon}{term}{text}</p>'

    def quoted(self, quote: Quote) -> tuple[str, str]:
        """Return the text of a quote, and the code of its language, in which it is marked."""
        code = code_of(quote.exact, self.plan.sources[quote.source].language)
        return marked(quote.exact, "zh" if code.startswith("zh") else code, code), code

    def body(self, body: Body) -> str:
        """Return the full name of a body; its abbreviation follows where the page is not in Chinese."""
        names = self.both(Pair(body.title.en, body.title.zh))
        return f'{names} <span class="abbr">{self.said(body.abbr)}</span>' if body.abbr and self.lang != "zh" else names

    def titles(self, source: Source) -> Pair:
        """Return the titles of a source as the page shows them."""
        return Pair(source.title.en, source.title.zh_short or source.title.zh)
