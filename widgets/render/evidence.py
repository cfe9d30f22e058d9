"""The evidence view: how much is supported, a chart of every heading, the gaps, and what each source says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby, islice

from plan_data.labels import evidence as words
from plan_data.labels.grades import GRADE_LABELS, GRADE_SIGNS
from plan_data.labels.kinds import SOURCE_LABELS
from plan_data.model.entities import GRADES, Node, Source
from plan_data.model.node_names import places_named
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, text_block
from widgets.render.evidence_table import add_table, called, heading, is_sought, quoted_sources, short_name
from widgets.render.table_layout import Cell, Item, LayoutBuilder, TableLayout
from widgets.render.view_options import ViewOptions, grade_legend, sign
from widgets.render.wrapping import Line, Span, cells, padded

NARROW = 60
"""Cells below which names and numbers stand above what belongs to them."""
NAMED = 12
"""Gaps of one kind that are named one by one, at most."""
NAME_LINES = 3
"""Lines of names; where there are more, the short names are taken."""
FRAME = frozenset({"front", "plan", "section", "principle", "target"})
"""Kinds that come last in the list of gaps."""
EXCEPTIONS = 3
"""Where more are missing, so many that have a source are named, at most."""
MANY = 1_000
"""Most signs of the chart, and most rows that a filter leaves."""
LOUD = {"attached": "good", "quoted": "strong", "reported": "text", "unchecked": "soft"}
"""Grade to the style of its sign in the chart, so that what is missing is dark there."""


def evidence_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the view. With a filter it is the headings that match, and their rows of the table."""
    page = _Page(plan, options)
    if options.only.strip():
        page.add_found()
    else:
        page.add_sentence()
        page.add_chart()
        page.add_gaps()
    read = quoted_sources(plan)
    tabled = add_table(plan, options, page.builder, read, narrow=options.width < NARROW)
    if not page.builder.layout.spots:
        return TableLayout([])
    if not options.only.strip():
        page.add_sources(read)
    return page.builder.layout._replace(foot=page.foot(tabled), about=words.ABOUT.pick(options.lang))


class _Page:
    """The view while it is made."""

    def __init__(self, plan: Plan, options: ViewOptions) -> None:
        self.plan = plan
        self.options = options
        self.builder = LayoutBuilder(options.width)
        self.rows = self._rows()

    def _rows(self) -> Mapping[str, Sequence[int]]:
        """Return the indexes of what is counted, by kind in the order of the document; the title is with the sections.

        Title and sections together are of the kind `front`.
        """
        found: dict[str, list[int]] = {}
        for i in self._fitting() if self.options.only.strip() else self.plan.judged:
            kind = self.plan.kind_at(i)
            found.setdefault("front" if kind in ("plan", "section") else kind, []).append(i)
        kinds = {self.plan.kind_at(i) for i in found.get("front", ())}
        alone = next(iter(kinds)) if len(kinds) == 1 else "front"
        return {alone if kind == "front" else kind: row for kind, row in found.items()}

    def _fitting(self) -> Sequence[int]:
        """Return the indexes of what the filter keeps of them: the first `MANY`, and one more where there are more."""
        named = places_named(self.plan, self.options.only)
        fitting = (i for i in self.plan.judged if i in named and is_sought(self.plan.nodes[i], self.options))
        return tuple(islice(fitting, MANY + 1))

    def say(self, pair: Pair) -> str:
        """Return a text in the language of the view."""
        return pair.pick(self.options.lang)

    # The sentence at the top.

    def add_sentence(self) -> None:
        """Say how much is supported, whether the quotes were checked, and how to check the rest."""
        total = sum(self.plan.judged_grades.values())
        parts: list[Line] = []
        if total == 1:
            parts.append(self._sentence(self.plan.judged[0]))
        elif total:
            forms = (words.OF_ENTRIES, words.ALL_ENTRIES, words.NO_ENTRY)
            if self.plan.headings:
                forms = (words.OF_HEADINGS, words.ALL_HEADINGS, words.NO_HEADING)
            parts.append(self._summed(self.plan.judged_grades, forms, "strong", n=total))
        if self.plan.sources:
            parts.append((Span(self._quotes(), "text"),))
        document = self.plan.document
        if document and self.plan.headings and self.plan.judged_grades.get("attached", 0) < total:
            fetch = self.options.keys.get("fetch", "")
            form = words.CHECK if fetch else words.CHECK_PRINTED
            form = form if document.address else words.CHECK_COPY
            parts.append((Span(self.say(form).format(fetch=fetch, source=document.id), "text"),))
        between = Span("" if self.options.lang == "zh" else " ", "text")
        line = tuple(span for n, part in enumerate(parts) for span in ((between, *part) if n else part))
        if line:
            self.builder.add(Block(line))

    def _summed(self, grades: Mapping[str, int], forms: tuple[Pair, Pair, Pair], style: str, **names: object) -> Line:
        """Return a sentence on how many have which grade.

        Args:
            grades: How many have each grade.
            forms: What is said of several grades, of one, and where that is none.
            style: Style of the numbers.
            names: What else the sentence names.
        """
        some, all_, none = (self.say(form) for form in forms)
        if len(grades) == 1:
            grade = next(iter(grades))
            text = (none if grade == "unchecked" else all_).format(**names, verb=self.say(words.GRADE_VERBS[grade][1]))
            return (Span(text, "text"),)
        before, after = some.format(**names, counts="\n").split("\n")
        return (Span(before, "text"), *self._counts(grades, style), Span(after, "text"))

    def _counts(self, grades: Mapping[str, int], style: str) -> Iterator[Span]:
        """Yield how many have which grade, the strongest first; the numbers in a style of their own."""
        present = [grade for grade in GRADES if grades.get(grade)]
        between = "" if self.options.lang == "zh" else " "
        for n, grade in enumerate(present):
            if n:
                yield Span(self.say(words.BETWEEN), "text")
            yield Span(str(grades[grade]), style)
            counter = "个" if self.options.lang == "zh" else ""
            yield Span(f"{counter}{between}{self.say(words.GRADE_VERBS[grade][grades[grade] != 1])}", "text")

    def _quotes(self) -> str:
        """Return in words whether the quotes stand in their sources."""
        own = [quote for quote in self.plan.quotes.values() if not quote.copied]
        found, of = self.plan.state_counts.get("verbatim", 0), len({quote.source for quote in own})
        if not own:
            return self.say(words.NO_QUOTES)
        form = words.ALL_CHECKED if of > 1 else words.ALL_CHECKED_IN_ONE if len(own) > 1 else words.ONE_CHECKED
        if found < len(own):
            form = words.SOME_CHECKED
        return self.say(form).format(n=len(own), of=of, found=found)

    # The chart.

    def add_chart(self) -> None:
        """Add every heading as one sign: a row a kind, with a gap where the next one has another parent.

        Of very many it is said how many have which grade.
        """
        if not self.rows:
            return
        many = sum(map(len, self.rows.values())) > MANY
        self.add_heading("chart", words.BY_KIND if many else words.CHART if self.plan.headings else words.ENTRY_CHART)
        names = {kind: self._row_name(kind) for kind in self.rows}
        wide = max(map(cells, names.values()))
        digits = max(len(str(len(row))) for row in self.rows.values())
        narrow = self.options.width < NARROW
        for kind, row in self.rows.items():
            name = f"{names[kind]}  {len(row)}" if narrow else f"{padded(names[kind], wide)}  {len(row):>{digits}}"
            start = 4 if narrow else 2 + wide + 2 + digits + 2
            label = Cell(name, self._first_gap(row), "text", partial(self._kind_sentence, kind))
            items = [self._summed_signs(row)] if many else list(self._signs(row))
            self.builder.add_flow(label, items, start, indent=2, member="chart")

    def _signs(self, row: Sequence[int]) -> Iterator[Item]:
        """Yield the signs of some headings."""
        ids, parents = self.plan.columns.ids, self.plan.columns.parents
        drawn = {grade: GRADE_SIGNS[grade].drawn(self.options.ascii) for grade in GRADES}
        for _, run in groupby(row, key=parents.__getitem__):
            family = list(run)
            for n, i in enumerate(family):
                grade = self.plan.grade_at(i)
                after = " " if n == len(family) - 1 else ""
                says = partial(self._sentence, i)
                yield Item(drawn[grade], LOUD[grade], ids[i], says, after, 0 if n else len(family))

    def _summed_signs(self, row: Sequence[int]) -> Item:
        """Return in words how many of some headings have which grade."""
        counts = self._counts(Counter(map(self.plan.grade_at, row)), "text")
        return Item("".join(span.text for span in counts), "text")

    def _row_name(self, kind: str) -> str:
        name = words.row_name(kind, self.options.lang)
        return name[:1].upper() + name[1:]

    def _first_gap(self, row: Sequence[int]) -> str:
        """Return the id of the first one without a source, else of the first one."""
        first = next((i for i in row if self.plan.grade_at(i) == "unchecked"), row[0])
        return self.plan.columns.ids[first]

    def _sentence(self, i: int) -> Line:
        """Say of a heading how far it is supported."""
        what = called(self.plan.nodes[i], self.options.lang, first=True)
        grade = self.say(GRADE_LABELS[self.plan.grade_at(i)])
        return (Span(self.say(words.SENTENCE).format(what=what, grade=grade), "text"),)

    def _kind_sentence(self, kind: str) -> Line:
        """Say of all headings of a kind how many are supported how far."""
        row = self.rows[kind]
        if len(row) == 1:
            return self._sentence(row[0])
        grades = Counter(self.plan.grade_at(i) for i in row)
        name = self.say(words.FRONT) if kind == "front" else words.row_name(kind, self.options.lang)
        forms = (words.OF_KIND, words.ALL_OF_KIND, words.NONE_OF_KIND)
        return self._summed(grades, forms, "text", n=len(row), kind=name, counter=words.counter(kind))

    # What a filter finds.

    def add_found(self) -> None:
        """Add the headings that match the filter, a row each."""
        narrow = self.options.width < NARROW
        found = [i for row in self.rows.values() for i in row]
        for n, i in enumerate(found[:MANY]):
            if not n:
                self.add_heading("found", words.FOUND if self.plan.headings else words.FOUND_ENTRIES)
            node, grade = self.plan.nodes[i], self.plan.grade_at(i)
            number = Span(f" {node.number} " if node.number else " ", "number")
            right = () if narrow else (Span(self.say(GRADE_LABELS[grade]), "soft"),)
            title = (Span(node.title.pick(self.options.lang), "link"),)
            lead = (sign(grade, self.options), number)
            block = Block(title, lead=lead, right=right, indent=2, target=node.id, member="found")
            self.builder.add(block, 0, partial(self._sentence, i))
        if len(found) > MANY:
            more = self.say(words.MORE_FOUND).format(n=MANY)
            self.builder.blocks.append(text_block(more, "muted", indent=2, member="found"))

    # The gaps.

    def add_gaps(self) -> None:
        """Add what has no source: a row a kind, first what is to be done; few gaps are named, of many what is none."""
        if not self.rows:
            return
        gaps = {kind: [i for i in row if self.plan.grade_at(i) == "unchecked"] for kind, row in self.rows.items()}
        found, total = sum(map(len, gaps.values())), sum(map(len, self.rows.values()))
        self.add_heading("gaps", words.GAPS, self.say(words.GAP_COUNT).format(n=found, of=total) if found else "")
        if not found:
            self.builder.blocks.append(text_block(self.say(words.NO_GAPS), "text", indent=2, member="gaps"))
            return
        some = sorted((kind for kind, missing in gaps.items() if missing), key=FRAME.__contains__)
        names = {kind: self._row_name(kind) for kind in some}
        counts = {kind: self.say(words.COUNT).format(n=len(gaps[kind]), of=len(self.rows[kind])) for kind in some}
        wide = max(map(cells, names.values())), max(map(cells, counts.values()))
        narrow = self.options.width < NARROW
        for kind in some:
            first = names[kind] if narrow else padded(names[kind], wide[0])
            second = counts[kind] if narrow else padded(counts[kind], wide[1])
            label = Cell(f"{first}  {second}", self._first_gap(gaps[kind]), "text", partial(self._kind_sentence, kind))
            start = 4 if narrow else 2 + sum(wide) + 4
            items = self._named(gaps[kind], self.rows[kind], self.options.width - start)
            self.builder.add_flow(label, items, start, indent=2, member="gaps")

    def _named(self, gaps: Sequence[int], row: Sequence[int], width: int) -> list[Item]:
        """Return the gaps by name where they are few, else what is no gap."""
        if len(gaps) <= NAMED:
            return self._names(gaps, width)
        missing = set(gaps)
        others = [i for i in row if i not in missing]
        if not others:
            return [Item(self.say(words.ALL), "text")]
        if len(others) > EXCEPTIONS:
            return [Item(self.say(words.OTHERS_HAVE).format(n=len(others)), "text")]
        return [Item(self.say(words.ALL_BUT), "soft"), *self._names(others, width)]

    def _names(self, places: Sequence[int], width: int) -> list[Item]:
        """Return entries by name; by their short names where the others take too much room."""
        nodes = [self.plan.nodes[i] for i in places]
        lang, after = self.options.lang, self.say(words.BETWEEN_NAMES)
        names = [node.title.name(lang) for node in nodes]
        wide = [cells(f"{node.number} {name}{after}") for node, name in zip(nodes, names, strict=True)]
        if sum(wide) > NAME_LINES * width or max(wide) > width:
            names = [node.title.short(lang) for node in nodes]
        return [
            Item(
                f"{node.number} {name}".strip(),
                "text",
                node.id,
                partial(self._sentence, i),
                after if n < len(nodes) - 1 else "",
            )
            for n, (i, node, name) in enumerate(zip(places, nodes, names, strict=True))
        ]

    # The sources, and what stands below all.

    def add_sources(self, read: Sequence[Source]) -> None:
        """Add the sources that are quoted, each with what it is; they are no rows of the table, and not counted."""
        titles = [source.title.name(self.options.lang) for source in read]
        names = [short_name(source, self.options.lang) for source in read]
        names = ["" if name == title else name for name, title in zip(names, titles, strict=True)]
        narrow, wide = self.options.width < NARROW, max(map(cells, names), default=0)
        if read:
            self.add_heading("sources", words.SOURCES)
        for source, name, title in zip(read, names, titles, strict=True):
            kind = self.say(SOURCE_LABELS[source.kind])
            if source.copy:
                kind = self.say(words.YOUR_COPY).format(source.copy.name)
            lead = (f"{name}: " if name else "") if narrow else f"{padded(name, wide)}  " if wide else ""
            block = Block(
                (Span(title, "link"), Span(f"  {kind}", "muted")),
                lead=(Span(lead, "soft"),),
                indent=2,
                hang=4 if narrow else None,
                target=source.id,
                member="sources",
            )
            self.builder.blocks.append(block)

    def add_heading(self, section: str, title: Pair, aside: str = "") -> None:
        """Add the heading of a section."""
        gap, width = bool(self.builder.blocks), self.options.width
        self.builder.blocks.append(heading(self.say(title), section, width, aside, gap))

    def foot(self, tabled: Sequence[Node]) -> list[Block]:
        """Return a line of the signs that occur in the chart or before the rows of the table."""
        occur = {self.plan.grade_at(i) for row in self.rows.values() for i in row}
        occur |= {self.plan.grade(node) for node in tabled}
        legend = grade_legend(occur, self.options)
        return [Block(legend)] if legend else []
