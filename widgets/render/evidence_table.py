"""What each source says of the actions, categories and groups: a table, or in a narrow view a row an entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from plan_data.labels import evidence as words
from plan_data.labels.grades import GRADE_LABELS
from plan_data.labels.kinds import SOURCE_LABELS
from plan_data.model.entities import ROLES, Node, Source
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, text_block
from widgets.render.names import called as called_by
from widgets.render.names import fit_title
from widgets.render.table_layout import GAP, Cell, Item, LayoutBuilder, Table, TableRow, lay_out
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Line, Span, cells, cut_words, padded, wrap

LEAST = 16
"""Cells of the names of the rows, at least: as many as a short name has at most."""
HEAD = 16
"""Cells of the name of a source, at most."""
KINDS = ("action", "category", "group")
"""Kinds of the entries that have a row."""
SECTION = "says"
"""Name of the section."""


class Counts(NamedTuple):
    """The quotes of a source that an entry is linked to."""

    best: str = ""
    """Id of the best one."""
    stated: int = 0
    """How many state the entry."""
    more: int = 0
    """How many others are on its subject."""

    def drawn(self, lang: str) -> str:
        """Return them as a cell has them: `1 direct +3`; "" for none."""
        stated = words.DIRECT.pick(lang).format(self.stated) if self.stated else ""
        return " ".join(filter(None, (stated, words.MORE.format(self.more) if self.more else "")))


def add_table(
    plan: Plan, options: ViewOptions, builder: LayoutBuilder, read: Sequence[Source], *, narrow: bool
) -> Sequence[Node]:
    """Add the section of what each source says, and return the entries that have a row in it.

    Args:
        plan: The plan.
        options: How the view is drawn; its filter chooses the rows.
        builder: Where to.
        read: The sources that are quoted.
        narrow: Whether there is no room for columns.
    """
    nodes = [node for node in plan.of_kind(*KINDS) if is_sought(node, options)]
    if not nodes or not (read or any(node.cites.get("title") for node in nodes)):
        return ()
    part = _Sources(plan, options, read, nodes)
    aside = words.TABLE_COUNTS.pick(options.lang) if read and not narrow else ""
    builder.blocks.append(heading(words.TABLE.pick(options.lang), SECTION, options.width, aside, bool(builder.blocks)))
    shown = -1 if narrow else part.columns_that_fit()
    if shown < 0:
        part.add_list(builder)
    else:
        part.add_columns(builder, shown)
    return nodes


def is_sought(node: Node, options: ViewOptions) -> bool:
    """Return whether the filter keeps an entry."""
    return options.matches(node.title.en, node.title.zh, node.number, node.id, *node.aliases)


def heading(title: str, section: str, width: int, aside: str = "", gap: bool = True) -> Block:
    """Return the heading of a section; what stands behind it is left out where there is no room for both."""
    spans = [Span(title, "head")]
    # The fold sign takes two cells.
    if aside and cells(title) + cells(aside) + 4 <= width:
        spans.append(Span(f"  {aside}", "soft"))
    return Block(tuple(spans), section=section, gap=gap)


def quoted_sources(plan: Plan) -> list[Source]:
    """Return the sources that are quoted, first those that state the most of the entries in the table."""
    stated = Counter(
        source
        for node in plan.of_kind(*KINDS)
        for source in {plan.quotes[link.id].source for link in node.quotes if link.role == "states"}
    )
    return sorted((s for s in plan.sources.values() if s.passages), key=lambda source: -stated[source.id])


def called(node: Node, lang: str, *, first: bool = False) -> str:
    """Return what a sentence calls a heading; `first` where the sentence begins so."""
    name = called_by(node, lang, words.one_name(node.kind, lang))
    return name[:1].upper() + name[1:] if first else name


def short_name(source: Source, lang: str) -> str:
    """Return the name of a source in a few words: in its own language, or in Chinese where it has such a name."""
    if source.copy and not source.file:
        return words.COPY.pick(lang)
    return fit_title(source.title, "zh" if lang == "zh" else "en", HEAD)


class _Sources:
    """The section while it is made."""

    def __init__(self, plan: Plan, options: ViewOptions, read: Sequence[Source], nodes: Sequence[Node]) -> None:
        self.plan = plan
        self.options = options
        self.read = read
        self.nodes = nodes
        self.counts = {node.id: self._count(node) for node in nodes}
        self.numbers = max(len(node.number) for node in nodes)
        names = [self.say(words.ALSO), *(short_name(source, options.lang) for source in read)]
        wide = [max(4, *(cells(cell.text) for cell in column)) for column in self._columns(len(read))]
        self.heads = [_in_two_lines(name, least) for name, least in zip((*names[1:], names[0]), wide, strict=True)]
        self.wide = [max(least, *map(cells, head)) for head, least in zip(self.heads, wide, strict=True)]

    def say(self, pair: Pair) -> str:
        """Return a text in the language of the view."""
        return pair.pick(self.options.lang)

    def _count(self, node: Node) -> dict[str, Counts]:
        """Return the quotes of each source that an entry is linked to."""
        found: dict[str, list[tuple[int, str]]] = {}
        for link in node.quotes:
            found.setdefault(self.plan.quotes[link.id].source, []).append((ROLES.index(link.role), link.id))
        return {
            id_: Counts(min(links, key=lambda link: link[0])[1], *_split(rank == 0 for rank, _ in links))
            for id_, links in found.items()
        }

    # The table.

    def _columns(self, shown: int) -> Iterator[list[Cell]]:
        """Yield the cells of each source that has a column, and those of the last column."""
        for source in self.read[:shown]:
            yield [self._cell(node, source) for node in self.nodes]
        yield [self._last(node, shown) for node in self.nodes]

    def columns_that_fit(self) -> int:
        """Return how many sources have a column; -1 where the last column alone is too wide."""
        room = self.options.width - LEAST - self.numbers - 3
        for shown in range(len(self.read), -1, -1):
            used = sum(self.wide[:shown]) + GAP * shown
            if used > room:
                continue
            last = max(cells(self._last(node, shown).text) for node in self.nodes)
            if shown == len(self.read):
                last = self.wide[-1]
            if used + GAP + max(last, 9) <= room:
                return shown
        return -1

    def add_columns(self, builder: LayoutBuilder, shown: int) -> None:
        """Add the table; names of the sources in two lines, the heading of the first rows beside the second one."""
        all_shown = shown == len(self.read)
        heads = [*self.heads[:shown], self.heads[-1] if all_shown else _in_two_lines(self.say(words.OTHERS), 9)]
        upper = tuple(Cell(head[0], "", "soft") for head in heads)
        lower = [
            Cell(head[1], source.id, "soft", partial(self._source_sentence, source))
            for head, source in zip(heads[:-1], self.read[:shown], strict=True)
        ]
        lower.append(Cell(heads[-1][1], "", "soft"))
        columns = list(self._columns(shown))
        widths = [
            max(*(cells(cell.text) for cell in (up, low, *column)))
            for up, low, column in zip(upper, lower, columns, strict=True)
        ]
        label = self.options.width - sum(widths) - GAP * len(widths)
        label = min(label, max(cells(node.title.pick(self.options.lang)) for node in self.nodes) + self.numbers + 5)
        rows: list[TableRow] = []
        last: str | None = None
        for n, node in enumerate(self.nodes):
            title = self._heading(node)
            if title != last:
                last = title
                title = cut_words(title, label if not rows else self.options.width)
                rows.append(TableRow((Span(title, "strong"),), cells=() if rows else tuple(lower)))
            rows.append(
                TableRow(
                    self._label(node, label),
                    node.id,
                    tuple(column[n] for column in columns),
                    partial(self._row_sentence, node),
                )
            )
        laid = lay_out(Table(upper, tuple(rows), label))
        blocks = [replace(block, member=SECTION) for block in laid.blocks]
        # Of the heads only the names in the lower line lead to something.
        blocks[0] = replace(blocks[0], spots=())
        blocks[1] = replace(blocks[1], spots=tuple(spot for spot in blocks[1].spots if spot.target))
        first = 0 if any(cell.text for cell in upper) else 1
        builder.add_layout(laid._replace(blocks=blocks[first:]))

    def _label(self, node: Node, width: int) -> Line:
        """Return sign, number and title of a row."""
        number = f"{padded(node.number, self.numbers, right=True)} " if self.numbers else ""
        title = fit_title(node.title, self.options.lang, width - 2 - len(number))
        grade = sign(self.plan.grade(node), self.options)
        return (grade, Span(f" {number}", "number"), Span(title, "link"))

    def _heading(self, node: Node) -> str:
        """Return the heading of an entry's rows: its section, or, below the root, the word for its kind."""
        if node.parent and node.parent != self.plan.root.id:
            return self.plan.node(node.parent).title.name(self.options.lang)
        name = words.row_name(node.kind, self.options.lang)
        return name[:1].upper() + name[1:]

    def _cell(self, node: Node, source: Source) -> Cell:
        """Return the cell of a node and a source; it leads to the best quote, or, where there is none, to the node."""
        counts = self.counts[node.id].get(source.id, Counts())
        says = partial(self._cell_sentence, node, source)
        if not counts.best:
            return Cell(words.NONE, node.id, "soft", says)
        style = "strong" if counts.stated else "text"
        return Cell(counts.drawn(self.options.lang), f"{node.id}@{counts.best}", style, says)

    def _last(self, node: Node, shown: int) -> Cell:
        """Return the last cell of a row: the quotes of sources without a column, and how many sources are cited."""
        hidden = [self.counts[node.id].get(source.id, Counts()) for source in self.read[shown:]]
        hidden = [counts for counts in hidden if counts.best]
        cited = len(node.cites.get("title", ()))
        parts = []
        if hidden:
            whole = Counts("", sum(counts.stated for counts in hidden), sum(counts.more for counts in hidden))
            parts.append(self.say(words.IN_OTHERS).format(counts=whole.drawn(self.options.lang), n=len(hidden)))
        if cited:
            parts.append(self.say(words.AND_CITED if hidden else words.CITED[cited != 1]).format(cited))
        text = self.say(words.BETWEEN_SOURCES).join(parts) or words.NONE
        says = partial(self._last_sentence, node, bool(hidden))
        return Cell(text, node.id, "text" if parts else "soft", says)

    # The rows of a narrow view.

    def add_list(self, builder: LayoutBuilder) -> None:
        """Add a row an entry, and below it what each source says."""
        last: str | None = None
        for node in self.nodes:
            title = self._heading(node)
            if title != last:
                builder.blocks.append(text_block(title, "strong", member=SECTION, gap=last is not None))
                last = title
            line = self._label(node, self.options.width)
            label = Cell("".join(span.text for span in line), node.id, "text", partial(self._row_sentence, node))
            builder.add_flow(label, list(self._items(node)), 4, member=SECTION)

    def _items(self, node: Node) -> Iterator[Item]:
        """Yield what each source says of an entry, in words."""
        between = self.say(words.BETWEEN_SOURCES)
        found = [(source, self.counts[node.id][source.id]) for source in self.read if source.id in self.counts[node.id]]
        cited = len(node.cites.get("title", ()))
        for n, (source, counts) in enumerate(found):
            name = short_name(source, self.options.lang)
            text = self.say(words.IN_SOURCE).format(counts=counts.drawn(self.options.lang), source=name)
            after = between if cited or n < len(found) - 1 else ""
            says = partial(self._cell_sentence, node, source)
            yield Item(text, "text", f"{node.id}@{counts.best}", says, after)
        if cited:
            form = (words.MORE_CITED if found else words.CITED)[cited != 1]
            yield Item(self.say(form).format(cited), "soft", node.id, partial(self._last_sentence, node, False))

    # The sentences on the cursor.

    def _line(self, text: str) -> Line:
        return (Span(text, "text"),)

    def _source_sentence(self, source: Source) -> Line:
        title = source.title.name(self.options.lang)
        kind = self.say(SOURCE_LABELS[source.kind])
        return self._line(self.say(words.SENTENCE).format(what=title, grade=kind))

    def _row_sentence(self, node: Node) -> Line:
        what = called(node, self.options.lang, first=True)
        grade = self.say(GRADE_LABELS[self.plan.grade(node)])
        return self._line(self.say(words.SENTENCE).format(what=what, grade=grade))

    def _cell_sentence(self, node: Node, source: Source) -> Line:
        counts = self.counts[node.id].get(source.id, Counts())
        form = words.CELL_BOTH if counts.more else words.CELL_DIRECT
        if not counts.stated:
            form = words.CELL_MORE if counts.more else words.CELL_NONE
        direct = self.say(words.DIRECT_QUOTES[counts.stated != 1]).format(counts.stated)
        title = source.title.name(self.options.lang)
        what = called(node, self.options.lang)
        return self._line(self.say(form).format(source=title, direct=direct, what=what, more=counts.more))

    def _last_sentence(self, node: Node, is_hidden: bool) -> Line:
        cited = len(node.cites.get("title", ()))
        if not cited and not is_hidden:
            return self._row_sentence(node)
        form = words.CELL_OTHERS if is_hidden else words.CELL_CITED[cited != 1]
        return self._line(self.say(form).format(what=called(node, self.options.lang, first=True), n=cited))


def _split(direct: Iterator[bool]) -> tuple[int, int]:
    """Return how many are true, and how many are not."""
    found = list(direct)
    return sum(found), len(found) - sum(found)


def _in_two_lines(name: str, least: int) -> tuple[str, str]:
    """Break a name into two lines that are as narrow as may be, but `least` cells; a short one is the lower line."""
    for width in range(least, cells(name)):
        lines = ["".join(span.text for span in line).rstrip() for line in wrap((Span(name),), width, width)]
        if len(lines) == 2 and not any(word not in name.split() for line in lines for word in line.split()):
            return lines[0], lines[1]
    return "", name
