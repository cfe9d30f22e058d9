"""The brief: Markdown to send on, or to turn into a document by Pandoc; its sources stand in footnotes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from plan_data.exports.entries import Entry, Fact, Link, document_facts, entries
from plan_data.exports.today import today
from plan_data.labels import exports as words
from plan_data.labels.card import SUMMARY
from plan_data.labels.deadlines import in_words
from plan_data.labels.grades import GRADE_LABELS
from plan_data.labels.kinds import KIND_LABELS, NUMBERED
from plan_data.labels.roles import NOTE_LABELS, ROLE_LABELS
from plan_data.model.entities import GRADES, Body, Node, Note, Quote, Side, Title
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.quotes.citations import FIRM, grade_mark, in_brackets, plain, where
from plan_data.quotes.markdown_text import escaped, inline, linked, verbatim
from plan_data.text.visible import visible

DEEPEST = 6
"""Level of the deepest heading in Markdown."""
SPEAKING = ("states", "before", "after", "disputes")
"""Roles of a quote whose text stands at the entry, in this order, if it says something."""
FEWEST_WORDS, FEWEST_LETTERS = 5, 12
"""Words, or Chinese characters, of a quote that says something; a shorter one is a heading or a name."""


def brief(plan: Plan, ids: Sequence[str], lang: str = "en") -> str:
    """Return nodes as a brief in Markdown, in the given order.

    Title, date and language stand as metadata before the text, as Pandoc reads them. The first entry has no heading of
    its own where all others lie below it: the title is its heading. Every statement below `quoted` or `attached`
    carries its grade in brackets.

    Args:
        plan: The plan.
        ids: Ids of nodes; raises KeyError for one that is not in the tree.
        lang: `en`, `zh` or `both`.
    """
    return _Brief(plan, ids, lang).text()


def says_something(quote: Quote) -> bool:
    """Return whether a quote is more than a heading or a name."""
    chinese = sum("\u4e00" <= letter <= "\u9fff" for letter in quote.exact)
    return chinese >= FEWEST_LETTERS or len(quote.exact.split()) >= FEWEST_WORDS


class _Brief:
    """One brief: what was named and cited so far is said in short from then on."""

    def __init__(self, plan: Plan, ids: Sequence[str], lang: str) -> None:
        self.plan = plan
        self.lang = lang
        self.entries = list(entries(plan, ids))
        self.top = self.entries[0] if self.entries and all(e.level for e in self.entries[1:]) else None
        """The entry that all others lie below; None where there are several."""
        self.bodies_named: set[str] = set()
        self.notes: dict[str, str] = {}
        """Footnotes by the id of the quote or source, in the order of their first mention."""
        self.sources_cited: set[str] = set()
        self.others: list[tuple[Node, list[tuple[str, Quote]]]] = []
        """For the appendix: entries with the quotes that do not stand at the entry, each with its role."""

    def text(self) -> str:
        """Return the whole brief."""
        parts = [self.metadata(), *self.head()]
        for entry in self.entries:
            parts += self.entry(entry)
        parts += self.appendix()
        parts += [f"[^{id_}]: {text}" for id_, text in self.notes.items()]
        return "\n\n".join(part for part in parts if part) + "\n"

    def pick(self, pair: Pair) -> str:
        """Return words of the program, where both languages are shown in English."""
        return pair.pick(self.lang)

    def say(self, pair: Pair) -> str:
        """Return a text of the plan in the language of the brief, escaped; in both where both are asked for."""
        if self.lang == "both" and pair.en and pair.zh and pair.zh not in pair.en:
            return f"{escaped(pair.en)} / {escaped(pair.zh)}"
        return escaped(self.pick(pair))

    # The head.

    def metadata(self) -> str:
        """Return title, date and language in YAML, whose values Pandoc reads as Markdown."""
        title = self.name(self.top.node.title) if self.top else self.name(self.plan.root.title)
        fields = {"title": title, "subtitle": self.subtitle(), "date": in_words(today(), self.lang)}
        fields["lang"] = "zh-Hans" if self.lang == "zh" else "en"
        # JSON strings are YAML, whatever is in them.
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value]
        return "\n".join(["---", *lines, "---"])

    def subtitle(self) -> str:
        """Return the plan that the branch is of, with the branch's kind and number."""
        if self.top is None:
            return escaped(self.pick(words.SELECTION.format(len(self.entries))))
        if self.top.node.id == self.plan.root.id:
            return ""
        kind, number = KIND_LABELS[self.top.node.kind], self.top.node.number
        what = NUMBERED.format(kind=kind, number=number) if number else kind
        names = Pair(self.plan.root.title.name("en"), self.plan.root.title.name("zh"))
        return escaped(self.pick(words.PART_OF.format(plan=names, part=what)))

    def head(self) -> Iterator[str]:
        """Yield what the document is, and what the marks in brackets mean."""
        plan, document = self.plan, self.plan.document
        if document:
            root = plan.root.title
            full = self.say(Pair(root.en_close or root.en, root.zh))
            facts = self.pick(words.COMMA).join(map(escaped, document_facts(plan, self.lang)))
            address = linked(document.address)
            grade = self.mark(plan.grade(plan.root)) if self.top and self.top.node.id == plan.root.id else ""
            parts = {"title": full, "grade": grade, "facts": facts, "address": f" {address}" if address else ""}
            yield self.pick(words.ABOUT_DOCUMENT).format(**parts)
        marks = [
            f"{self.mark(grade).strip()} {escaped(self.pick(GRADE_LABELS[grade]))}"
            for grade in GRADES
            if grade not in FIRM and self.occurs(grade)
        ]
        if marks:
            yield self.pick(words.BRIEF_GRADES).format(self.pick(words.BETWEEN_GROUPS).join(marks))

    def occurs(self, grade: str) -> bool:
        """Return whether a statement of the brief has a grade."""
        return any(
            grade in (said.grade, said.summary and said.summary.grade, *(fact.grade for fact in entry.facts))
            or any(side.evidence == grade for side in entry.sides)
            for entry in self.entries
            for said in (entry.said,)
        )

    def name(self, title: Title) -> str:
        """Return the name of an entry in the language of the brief; in both the Chinese follows."""
        zh = title.zh_short or title.zh
        if self.lang == "both" and title.en and zh:
            return f"{escaped(title.en)} {escaped(zh)}"
        return escaped(title.name(self.lang))

    def mark(self, grade: str) -> str:
        """Return the words for a grade in brackets, a space before them; "" for one that is firm, or none."""
        mark = grade_mark(grade, self.lang)
        return f" \\[{mark}\\]" if mark else ""

    # An entry.

    def entry(self, entry: Entry) -> Iterator[str]:
        """Yield the paragraphs of an entry."""
        node, said = entry.node, entry.said
        if entry is not self.top:
            number = f"{inline(node.number)} " if node.number else ""
            level = min(DEEPEST, entry.level + (1 if self.top else 2))
            yield f"{'#' * level} {number}{self.name(node.title)}{self.mark(said.grade)}"
        yield self.heading(entry)
        if said.summary:
            yield self.summary(said.summary.text, said.summary.grade)
        yield self.facts(entry)
        yield from map(self.note, node.notes)
        yield from self.quotes(entry)

    def heading(self, entry: Entry) -> str:
        """Return the heading as the document prints it, with a close translation, unless it is the name above it."""
        node, title = entry.node, entry.node.title
        is_root, is_top = node.id == self.plan.root.id, entry is self.top
        if is_root and self.plan.document:
            return ""
        grade = self.mark(entry.said.grade) if is_top else ""
        printed = title.zh if node.id in self.plan.printed and not is_root else ""
        if printed and printed != title.name(self.lang):
            close = "" if self.lang == "zh" else title.en_close or title.en
            en = self.pick(words.IN_BRACKETS).format(escaped(close)) if close else ""
            return self.pick(words.OFFICIAL_HEADING).format(zh=escaped(printed), en=en, grade=grade)
        return f"{self.pick(words.HEADING)}{grade}" if grade else ""

    def summary(self, text: Pair, grade: str) -> str:
        """Return our summary, labelled as ours."""
        sides = [text.en, text.zh] if self.lang == "both" else [self.pick(text)]
        label = f"*{self.say(SUMMARY)}*{self.mark(grade)}{self.pick(words.COLON)}"
        return label + "\n\n".join(escaped(side) for side in sides if side)

    def facts(self, entry: Entry) -> str:
        """Return the facts, and the sides of a conflict, as a list; what has one label is a list below it."""
        rows = [(self.say(fact.label), self.fact(fact)) for fact in entry.facts]
        rows += [(self.pick(words.SIDES), self.side(side)) for side in entry.sides]
        colon, lines = self.pick(words.COLON), list[str]()
        for label, group in groupby(rows, key=lambda row: row[0]):
            texts = [text for _, text in group]
            if len(texts) == 1 and label != self.pick(words.SIDES):
                lines.append(f"- {label}{colon}{texts[0]}")
            else:
                lines += [f"- {label}{colon.rstrip()}", *(f"    - {text}" for text in texts)]
        return "\n".join(lines)

    def fact(self, fact: Fact) -> str:
        """Return what a fact says, with its grade and its quotes."""
        colon, between = self.pick(words.COLON), self.pick(words.BETWEEN_GROUPS)
        named = between.join(self.link(link) for link in fact.links)
        if fact.groups:
            named = between.join(
                f"{self.say(group.label)}{colon if group.links else ''}"
                f"{self.listed(group.links)}{escaped(self.pick(group.end))}"
                for group in fact.groups
            )
        space = "" if self.lang == "zh" else " "
        text = space.join(part for part in (self.say(fact.text), named) if part)
        cited = " ".join(self.cited(self.plan.quotes[id_]) for id_ in fact.quotes)
        return f"{text}{self.mark(fact.grade)}{cited}"

    def listed(self, links: Iterable[Link]) -> str:
        """Return the names of some things in a row."""
        return self.pick(words.BETWEEN).join(self.link(link) for link in links)

    def link(self, link: Link) -> str:
        """Return the name of something: a body's in full at first, a source's with its footnote."""
        if body := self.plan.bodies.get(link.id):
            return self.body(body, link)
        text = self.say(link.text)
        if (source := self.plan.sources.get(link.id)) is None:
            return text
        if source.id not in self.notes:
            self.sources_cited.add(source.id)
            self.notes[source.id] = self.reference(plain(source, lang=self.lang), source.address)
        return f"{text}[^{source.id}]"

    def body(self, body: Body, link: Link) -> str:
        """Return a body's name: in full with the short one at its first mention, then the short one."""
        title, first = body.title, body.id not in self.bodies_named
        self.bodies_named.add(body.id)
        full = Pair(title.en or title.zh, title.zh or title.en)
        short = Pair(body.abbr or full.en, title.zh_short or full.zh)
        if not first:
            return self.say(short)
        return self.say(Pair(*(
            form.format(long, brief) if brief != long else long
            for form, long, brief in zip(words.FIRST_MENTION, full, short, strict=True)
        )))  # fmt: skip

    def side(self, side: Side) -> str:
        """Return a side of a conflict, with what the sources say."""
        quotes = [self.plan.quotes[id_] for id_ in side.quotes]
        said = self.pick(words.BETWEEN_GROUPS).join(self.quoted(quote) for quote in quotes)
        names = self.listed(
            Link(id_, Pair(*map(self.plan.sources[id_].title.name, ("en", "zh")))) for id_ in side.cites
        )
        seen = self.pick(words.IN_BRACKETS).format(names) if names else ""
        return f"{self.say(side.says)}{self.mark(side.evidence)}{seen} {said}".rstrip()

    def note(self, note: Note) -> str:
        """Return a note, its kind before it."""
        colon, kind = self.pick(words.COLON), self.pick(NOTE_LABELS[note.kind]).capitalize()
        term = f"{self.term(note.term)}{colon}" if note.term else ""
        return f"*{kind}*{colon}{term}{self.say(self.plan.with_names(note.text))}"

    def term(self, term: Pair) -> str:
        """Return a term of the glossary; its Chinese stands in every language."""
        return self.say(term) if self.lang == "zh" else " / ".join(escaped(side) for side in term if side)

    # Quotes.

    def quotes(self, entry: Entry) -> Iterator[str]:
        """Yield the quotes that say something, as block quotes; keep the others for the appendix."""
        kept: list[tuple[str, Quote]] = []
        for role, quotes in entry.quotes:
            for quote in quotes:
                if role in SPEAKING and says_something(quote):
                    yield f"> {self.quoted(quote, role)}"
                else:
                    kept.append((role, quote))
        if kept:
            self.others.append((entry.node, kept))
            counts: dict[str, int] = {}
            for role, _ in kept:
                counts[role] = counts.get(role, 0) + 1
            parts = (words.COUNT.format(n, ROLE_LABELS[role]) for role, n in counts.items())
            yield f"*{escaped(self.pick(words.IN_APPENDIX.format(words.COMMA.join(parts))))}*"

    def quoted(self, quote: Quote, role: str = "") -> str:
        """Return a quote verbatim, with what must be said with it, its role, and its footnote."""
        said = escaped(in_brackets(self.plan, quote, lang=self.lang))
        named = self.pick(words.IN_BRACKETS).format(self.say(ROLE_LABELS[role])) if role else ""
        return f"“{verbatim(quote.exact)}”{said}{named}{self.cited(quote)}"

    def cited(self, quote: Quote) -> str:
        """Return the mark of a quote's footnote; the first of a source gives it in full, the others its title."""
        if quote.id not in self.notes:
            source = self.plan.sources[quote.source]
            short = source.id in self.sources_cited
            self.sources_cited.add(source.id)
            text = where(self.plan, quote, self.lang, short=short)
            self.notes[quote.id] = self.reference(text, "" if short else source.address)
        return f"[^{quote.id}]"

    def reference(self, text: str, address: str) -> str:
        """Return a citation in Markdown, its address as a link."""
        bare = visible(f"<{address}>") if address else ""
        before, found, after = text.partition(bare) if bare else (text, "", "")
        return f"{verbatim(before)}{linked(address) if found else ''}{inline(after)}"

    def appendix(self) -> Iterator[str]:
        """Yield the quotes that do not stand at their entries: names and headings, context, and our reading."""
        if not self.others:
            return
        yield f"## {self.pick(words.APPENDIX)}"
        for node, quotes in self.others:
            number = f"{inline(node.number)} " if node.number else ""
            yield f"**{number}{self.name(node.title)}**"
            yield "\n".join(f"- {self.quoted(quote, role)}" for role, quote in quotes)
