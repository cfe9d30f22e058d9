"""The parts that all cards have: headings, rows, quotes, notes, sources, and the last lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from plan_data.exports.records import kind
from plan_data.labels import card as words
from plan_data.labels.card import SECTION_LABELS, STATEMENT_LABELS, TEXT_FIELD_LABELS
from plan_data.labels.grades import GRADE_SIGNS, NO_QUOTE
from plan_data.labels.kinds import KIND_LABELS
from plan_data.labels.roles import ROLE_LABELS, STATE_LABELS
from plan_data.model.entities import GRADES, STATEMENTS, Body, Node, Note, Quote, Source, Title, texts_of
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.model.statements import QuoteGroup
from widgets.render.blocks import Block, Span, text_block
from widgets.render.notes import both, citation_block, note_blocks, pair_spans
from widgets.render.wrapping import Line, cells, line_width, padded

MOST_QUOTES = 60
"""How many quotes a card shows at most on the screen; the rest are one key away in the source pane."""
NARROW = 43
"""Cells of a card, at most, in which the headings of its first sections give their lines to the answers."""
NARROWEST = 36
"""Cells of a card in a window of 40 columns, the smallest that is served."""


_SENTENCE = re.compile(r"(?<=[a-z0-9]{2}[.!?])\s+(?=[A-Z])|(?<=[。！？])")
"""Where a sentence ends; not behind an initial or a number."""


def first_sentence(text: Pair) -> Pair:
    """Return the first sentence of a text in each language."""
    return Pair(*(_SENTENCE.split(side, maxsplit=1)[0] for side in text))


def site(address: str) -> str:
    """Return the name of the site of an address: `gov.cn`."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


class CardParts:
    """What the cards of entries, bodies and sources are made of."""

    def __init__(self, plan: Plan, lang: str, ascii_signs: bool, keys: Mapping[str, str], width: int = 0) -> None:
        """Make the cards of a plan.

        Args:
            plan: The plan.
            lang: `en`, `zh` or `both`.
            ascii_signs: Draw signs in ASCII.
            keys: Id of a command to the key that a sentence may name.
            width: Cells of a line, for what stands in columns.
        """
        self.plan = plan
        self.lang = lang
        self.name_lang = "zh" if lang == "zh" else "en"
        """The language of names inside lines."""
        self.ascii = ascii_signs
        self.keys = keys
        self.width = width

    @property
    def on_paper(self) -> bool:
        """Whether the card is printed: nothing can be folded, and no sentence names a key."""
        return not self.keys

    def say(self, words: Pair) -> str:
        """Return words of the program in the reader's language; where both are shown, in English."""
        return words.pick(self.lang)

    def name(self, id_: str) -> str:
        """Return what an entry is called inside a line: in one language."""
        return self.plan.title(id_, self.name_lang)

    def sign(self, grade: str) -> Line:
        """Return the bare sign of a grade, none for none."""
        return (Span(GRADE_SIGNS[grade].drawn(self.ascii), f"grade-{grade}"),) if grade else ()

    def heading(
        self, section: str, more: str = "", grade: str = "", *, title: str = "", name: str = "", least: int = 0
    ) -> Block:
        """The heading of a section, by `SECTION_LABELS` or its own `title`; `name` where it folds as another one."""
        text = Span(title or self.say(SECTION_LABELS[section]), "head")
        spans = (text, Span(f"  {more}", "soft")) if more else (text,)
        return Block(spans, right=self.sign(grade), section=name or section, gap=True, least=least)

    def text(self, text: str, member: str, style: str = "soft", indent: int = 2) -> Block:
        """A line or more of text in a section."""
        return text_block(text, style, indent=indent, member=member)

    def row(self, id_: str, member: str, lead: str = "", right: str = "", **parts: int) -> Block:
        """One line that leads to something else."""
        item = self.plan.get(id_)
        flush: Line = (Span(right, "soft"),) if right else ()
        if isinstance(item, Node):
            sign = self.sign(self.plan.shown_grade(item))
            flush = (*flush, Span(" "), *sign) if right else sign
        number = (Span(lead, "soft"),) if lead else ()
        title = self.plan.title(id_, self.lang)
        return text_block(title, "link", lead=number, right=flush, target=id_, member=member, **{"indent": 2, **parts})

    def rows(self, ids: Sequence[str], member: str) -> Iterator[Block]:
        """A line for each of some nodes, with its number."""
        numbers = [self.plan.node(id_).number for id_ in ids]
        wide = max(map(cells, numbers), default=0)
        for id_, number in zip(ids, numbers, strict=True):
            yield self.row(id_, member, f"{padded(number, wide, right=True)}  " if wide else "")

    # The title, and how well all of it is known.

    def title(self, title: Title, number: str = "", pinyin: str = "", abbr: str = "") -> Iterator[Block]:
        """The title: the name, then the Chinese as printed, then pinyin where the reader reads Chinese.

        In a narrow card the name has its line to itself, unless all of it fits into the narrowest.
        """
        name = title.pick(self.name_lang)
        spans = [Span(name, "strong")]
        if abbr and self.lang != "zh":
            spans.append(Span(f"  {abbr}", "soft"))
        lead = (Span(f"{number} ", "soft"),) if number else ()
        more = [Span(title.zh, "zh")] if title.zh and title.zh != name else []
        if pinyin and self.lang != "en":
            more.append(Span(pinyin, "soft"))
        apart = [part for span in more for part in (Span("  "), span)]
        whole = line_width((*lead, *spans, *apart))
        if whole <= NARROWEST:
            yield Block((*spans, *apart), lead=lead)
            return
        least = NARROW + 1
        if pinyin and self.lang != "en":
            # Where the line is too long, pinyin has one of its own: broken it is hard to read.
            yield Block((*spans, *apart[:-2]), lead=lead, least=least, most=whole - 1)
            yield Block(tuple(apart[-1:]), indent=2, least=least, most=whole - 1)
            least = max(least, whole)
        yield Block((*spans, *apart), lead=lead, least=least)
        yield Block(tuple(spans), lead=lead, most=NARROW)
        if more:
            yield Block(tuple(apart[1:]), indent=2, most=NARROW)

    def caveat(self, grades: Mapping[str, str]) -> str:
        """Say once, in words, how well the statements of an entry are known.

        Args:
            grades: Statement to grade; the first is the heading or name.
        """
        by_grade: dict[str, list[str]] = {}
        for statement, grade in grades.items():
            by_grade.setdefault(grade, []).append(statement)
        first = self.say(STATEMENT_LABELS[next(iter(grades))])
        if len(by_grade) == 1 and len(grades) > 1 or "unchecked" in by_grade and len(by_grade) == 1:
            grade = next(iter(by_grade))
            said = self.say(words.CLAUSES[grade]).format("").strip()
            return self.say(words.ALONE).format(said) if grade != "unchecked" else self.say(words.NOTHING)
        *others, last = sorted(by_grade, key=GRADES.index)
        clauses = []
        for grade in others:
            names = [self.say(STATEMENT_LABELS[name]) for name in by_grade[grade]]
            clauses.append(self.say(words.CLAUSES[grade]).format(self.say(words.AND).join(names)))
        rest = first if by_grade[last] == [next(iter(grades))] else self.say(words.THE_REST)
        clauses.append(self.say(words.CLAUSES[last]).format(rest))
        return self.say(words.BETWEEN).join(clauses)

    def texts(self, item: Node | Body, without: str = "") -> Iterator[Block]:
        """The texts of an entry, each with its heading; in a narrow card that of the summary is left out."""
        for name, text in texts_of(item).items():
            if name == without:
                continue
            grade = self.plan.grade(item, name) if name in STATEMENTS else ""
            heading = self.heading(name, grade=grade, title=both(TEXT_FIELD_LABELS[name], self.lang), least=NARROW + 1)
            yield heading
            yield self.air()
            first = first_sentence(text) if name == "summary" else text
            if first.pick(self.name_lang) == text.pick(self.name_lang):
                yield Block(pair_spans(text, self.lang, "text"), indent=2, member=name)
                continue
            yield Block(pair_spans(text, self.lang, "text"), indent=2, member=name, least=NARROW + 1)
            yield Block(pair_spans(first, self.lang, "text"), indent=2, member=name, most=NARROW)

    def rest_of_summary(self, item: Node | Body) -> Iterator[Block]:
        """What a narrow card leaves out of the summary above, so that who and by when are seen with its beginning."""
        first = first_sentence(item.summary)
        if first.pick(self.name_lang) != item.summary.pick(self.name_lang):
            rest = Pair(item.summary.en[len(first.en) :].strip(), item.summary.zh[len(first.zh) :])
            yield self.air()
            yield Block(pair_spans(rest, self.lang, "text"), indent=2, member="summary", most=NARROW)

    def air(self) -> Block:
        """An empty line, in a narrow card alone, where the heading is left out."""
        return Block((), most=NARROW)

    # What comes last.

    def quotes(self, item: Node | Body | Source, above: str, groups: Sequence[QuoteGroup]) -> Iterator[Block]:
        """The quotes by role; an ancestor's are folded away, and on paper the command is named that prints them."""
        if not groups:
            # Our own headings state nothing of the document.
            if isinstance(item, Node) and (item.kind != "section" or item.id in self.plan.printed):
                yield self.heading("quotes", self.say(NO_QUOTE[self.plan.grade(item)]))
            return
        counts = {role: sum(len(group.quotes) for group in groups if group.role == role) for role in ROLE_LABELS}
        count = sum(counts.values())
        section = "quotes"
        more = self.say(words.BETWEEN_COUNTS).join(
            self.say(words.COUNT).format(n, self.say(ROLE_LABELS[role])) for role, n in counts.items() if n
        )
        if count not in counts.values():
            # With one role its count is that of all quotes.
            more = self.say(words.COUNT_OF_QUOTES).format(count, more)
        if above and isinstance(item, Node):
            section = "above"
            kind_ = self.plan.node(above).kind
            named = kind_ in ("section", "plan", item.kind)
            its = self.name(above) if named else self.say(words.ITS).format(self.say(KIND_LABELS[kind_]))
            own = self.say(KIND_LABELS[item.kind])
            more = self.say(words.QUOTES_ABOVE).format(kind=own, count=count, above=its)
        yield self.heading("quotes", more, name=section)
        if above and self.on_paper:
            yield self.text(self.say(words.SEE_ABOVE).format(above), section)
            return
        room = count if self.on_paper else MOST_QUOTES
        for role, quotes in groups:
            if room > 0:
                yield self.text(self.say(ROLE_LABELS[role]), section)
            for quote in quotes[: max(0, room)]:
                yield from self.quote(quote, section)
            room -= len(quotes)
        if room < 0:
            yield self.text(self.say(words.MORE_QUOTES).format(-room), section)

    def quote(self, quote: Quote, member: str, indent: int = 4) -> Iterator[Block]:
        """A quote with its place; its state where it does not stand there word for word."""
        state = self.plan.anchors[quote.id].state
        yield text_block(quote.exact, "quote", indent=indent, target=quote.id, member=member)
        right = (Span(self.say(STATE_LABELS[state]), f"state-{state}"),) if state != "verbatim" else ()
        yield citation_block(self.plan, quote, self.lang, right=right, indent=indent, member=member)
        # Explanations of words are left to the source pane; what touches the quote's worth is said here too.
        worth = tuple(note for note in quote.notes if note.kind != "gloss")
        yield from note_blocks(self.plan, worth, self.lang, indent, member)

    def related(self, ids: Iterable[str]) -> Iterator[Block]:
        """Everything else that it is linked to."""
        found = list(ids)
        if found:
            yield self.heading("related", str(len(found)))
        for id_ in found:
            item = self.plan.get(id_)
            yield self.row(id_, "related", right=self.say(KIND_LABELS[kind(item)]) if item else "")

    def notes(self, notes: tuple[Note, ...]) -> Iterator[Block]:
        """The remarks; ids in them are shown as names."""
        if notes:
            yield self.heading("notes", str(len(notes)))
            yield from note_blocks(self.plan, notes, self.lang, 2, "notes")

    def renderings(self, title: Title) -> Iterator[Block]:
        """Our close translation of the heading, and others' English."""
        close = title.en_close if title.en_close != title.en and self.lang != "zh" else ""
        if close or title.renderings:
            yield self.heading("renderings")
        if close:
            spans = (Span(close, "text"), Span(f"  {self.say(words.OUR_CLOSE)}", "soft"))
            yield Block(spans, indent=2, member="renderings")
        for text, who in title.renderings:
            source = self.plan.sources[who]
            by = source.author or source.publisher or source.container or site(source.address) or self.name(who)
            spans = (Span(text, "text"), Span(f"  {by}", "soft"))
            yield Block(spans, indent=2, target=who, member="renderings")

    def cited(self, item: Node | Body) -> Iterator[Block]:
        """The sources in which it was seen, by statement; on paper those with the same sources stand above them."""
        if item.cites:
            yield self.heading("cites")
        labels: dict[tuple[str, ...], list[str]] = {}
        for statement, sources in item.cites.items():
            labels.setdefault((*sources, "" if self.on_paper else statement), []).append(
                self.say(STATEMENT_LABELS[statement])
            )
        wide = max((cells(names[0]) for names in labels.values() if len(names) == 1), default=0) + 2
        for (*ids, _), names in labels.items():
            if len(names) > 1:
                yield self.text(self.say(words.COMMA).join(names), "cites")
            for n, id_ in enumerate(ids):
                right = "" if self.plan.sources[id_].address else self.say(words.NO_ADDRESS)
                lead = padded("" if n else names[0], wide) if len(names) == 1 else "  "
                yield self.row(id_, "cites", lead, right)

    def identity(self, id_: str, what: str, part_of: str = "") -> Iterator[Block]:
        """The last lines: what it is part of, its kind and its id."""
        if part_of:
            lead = (Span(f"{self.say(words.PART_OF)}  ", "soft"),)
            title = self.plan.title(part_of, self.lang)
            yield text_block(title, "link", lead=lead, target=part_of, gap=True)
        yield text_block(self.say(words.IDENTITY).format(what, id_), "soft", gap=not part_of)
