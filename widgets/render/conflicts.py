"""The conflicts: the list by kind, and the card of one with its sides next to each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from plan_data.labels import conflicts as words
from plan_data.labels.card import NO_PASSAGE
from plan_data.labels.kinds import CONFLICT_LABELS, KIND_LABELS
from plan_data.labels.roles import STATE_LABELS
from plan_data.labels.sources import BETWEEN_FACTS
from plan_data.model.entities import Conflict, Node, Quote, Side
from plan_data.model.plan import Plan
from plan_data.model.statements import Statements
from widgets.render.blocks import Block, text_block
from widgets.render.names import fit_title
from widgets.render.node_cards import NodeCard
from widgets.render.notes import note_blocks, pair_spans
from widgets.render.table_layout import Column, LayoutBuilder, TableLayout
from widgets.render.view_options import ViewOptions
from widgets.render.wrapping import Span

LEAST_SIDE = 21
"""Cells that one side of a conflict needs; in fewer, the sides are one below the other."""
BETWEEN = 3
"""Cells between two sides."""
MOST_LINES = 3
"""Lines that the title of a source may take."""
NEIGHBOURS = 3
"""Signs and spaces, at most, between two quotes that are shown as one."""


def conflicts_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the list of the conflicts by kind; each row leads to the card with its sides."""
    rows = LayoutBuilder(options.width)
    for kind, nodes in _by_kind(plan, options).items():
        spans = (Span(words.CONFLICT_GROUPS[kind].pick(options.lang), "head"), Span(f"  {len(nodes)}", "soft"))
        rows.add(Block(spans, section=kind))
        for node in nodes:
            name = fit_title(node.title, options.lang, options.width - 2)
            rows.add(text_block(name, "link", indent=2, target=node.id, member=kind))
    count = sum(1 for _ in plan.of_kind("conflict"))
    about = (words.ONE_POINT if count == 1 else words.ABOUT).pick(options.lang).format(count)
    return rows.layout._replace(about=about)


def conflicts_printed(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the conflicts by kind, each with its sides and our comment."""
    blocks: list[Block] = []
    for kind, nodes in _by_kind(plan, options).items():
        blocks.append(text_block(words.CONFLICT_GROUPS[kind].pick(options.lang), "head", gap=True))
        for node in nodes:
            blocks.append(text_block(node.title.pick(options.lang), "strong", target=node.id, gap=True))
            blocks += ConflictCard(plan, options.lang, options.ascii, {}, options.width).answer(node)
    return TableLayout(blocks)


def _by_kind(plan: Plan, options: ViewOptions) -> dict[str, list[Node]]:
    """Return the conflicts that the filter keeps by their kind; without kinds that have none."""
    found: dict[str, list[Node]] = {kind: [] for kind in words.CONFLICT_GROUPS}
    for node in plan.of_kind("conflict"):
        if node.conflict and options.matches(*_texts(plan, node, node.conflict)):
            found[node.conflict.kind].append(node)
    return {kind: nodes for kind, nodes in found.items() if nodes}


def _texts(plan: Plan, node: Node, conflict: Conflict) -> list[str]:
    """Return the texts that the filter of the view searches."""
    quotes = [plan.quotes[id_] for side in conflict.sides for id_ in side.quotes]
    said = [text for pair in (node.summary, *(side.says for side in conflict.sides)) for text in pair]
    sources = [f"{quote.exact} {plan.title(quote.source)}" for quote in quotes]
    kinds = (*CONFLICT_LABELS[conflict.kind], *words.CONFLICT_GROUPS[conflict.kind])
    return [node.id, node.title.en, node.title.zh, *kinds, *said, *sources]


class ConflictCard(NodeCard):
    """The card of a conflict: its sides next to each other, then our comment."""

    def blocks(self, said: Statements) -> Iterator[Block]:
        """Yield the card."""
        node, conflict = said.node, said.node.conflict
        yield from self.title(node.title, node.number, node.pinyin)
        if conflict:
            kind = self.say(CONFLICT_LABELS[conflict.kind])
            yield text_block(self.say(words.KNOWN).format(kind, self.known(said)), "soft", indent=2)
        yield from self.answer(node)
        yield from self.goals(said)
        yield from self.children(node)
        yield from self.related(said.related)
        yield from self.notes(node.notes)
        yield from self.quote_notes(node)
        yield from self.renderings(node.title)
        yield from self.cited(node)
        yield from self.identity(node.id, self.say(KIND_LABELS[node.kind]), node.parent)

    def answer(self, node: Node) -> Iterator[Block]:
        """The sides, two in a row where there is room, and our comment."""
        sides = node.conflict.sides if node.conflict else ()
        room = self.width - 2
        in_row = 2 if room >= 2 * LEAST_SIDE + BETWEEN and len(sides) > 1 else 1
        wide = max(1, (room - BETWEEN * (in_row - 1)) // in_row)
        rows = LayoutBuilder(self.width)
        for k in range(0, len(sides), in_row):
            columns = [self.side(node.id, side, wide) for side in sides[k : k + in_row]]
            rows.add_columns(columns, BETWEEN, indent=2, gap=True)
        yield from rows.blocks
        if node.summary:
            grade = self.plan.grade(node, "summary")
            yield self.heading("summary", grade=grade, title=self.say(words.COMMENT))
            yield Block(pair_spans(node.summary, self.lang, "text"), indent=2, member="summary")

    def side(self, node: str, side: Side, wide: int) -> Column:
        """Return the column of a side: what it says, and below that its quotes, each source named once."""
        column = Column(wide)
        column.add((*pair_spans(side.says, self.lang, "strong"), Span(" "), *self.sign(side.evidence)))
        quotes = [self.plan.quotes[id_] for id_ in side.quotes]
        for source, group in groupby(quotes, key=lambda quote: quote.source):
            column.add(())
            column.add((Span(self.source_name(source, wide), "cite"),), 0, source)
            for text, quote in joined(self.plan, list(group)):
                column.add(())
                column.add((Span(words.QUOTE.format(text), "quote"),), 0, f"{node}@{quote.id}")
                place = words.OF_COPY if quote.copied else words.PARAGRAPH
                state = self.plan.anchors[quote.id].state
                doubt = Span("" if state == "verbatim" else f"  {self.say(STATE_LABELS[state])}", f"state-{state}")
                column.add((Span(self.say(place).format(quote.paragraph), "soft"), doubt))
        for id_ in side.cites:
            column.add(())
            column.add((Span(self.source_name(id_, wide), "link"),), 0, id_)
        if not side.quotes:
            column.add((Span(self.say(NO_PASSAGE), "soft"),))
        return column

    def source_name(self, id_: str, wide: int) -> str:
        """Return the title of a source, a short one where it needs many lines, and what it demands of a citation."""
        source = self.plan.sources[id_]
        name = fit_title(source.title, self.name_lang, MOST_LINES * wide)
        cite = source.citation.pick(self.lang)
        return self.say(BETWEEN_FACTS).join(filter(None, (name, cite)))

    def quote_notes(self, node: Node) -> Iterator[Block]:
        """What is in doubt about the quotes, and slips in them."""
        sides = node.conflict.sides if node.conflict else ()
        ids = dict.fromkeys(id_ for side in sides for id_ in side.quotes)
        found = [(id_, note) for id_ in ids for note in self.plan.quotes[id_].notes if note.kind != "gloss"]
        if found:
            yield self.heading("quote-notes", str(len(found)), title=self.say(words.QUOTE_NOTES))
        for id_, notes in groupby(found, key=lambda pair: pair[0]):
            text = words.QUOTE.format(self.plan.quotes[id_].exact)
            yield text_block(text, "quote", indent=2, target=f"{node.id}@{id_}", member="quote-notes")
            yield from note_blocks(self.plan, tuple(note for _, note in notes), self.lang, 4, "quote-notes")


def joined(plan: Plan, quotes: list[Quote]) -> list[tuple[str, Quote]]:
    """Return the quotes of one source as they stand there, neighbours as one text, each with its first quote.

    Neighbours follow each other in one paragraph, with nothing but a few signs or spaces between them.
    """
    found: list[tuple[str, Quote]] = []
    paragraph = start = end = 0
    for quote in quotes:
        place = plan.anchors[quote.id]
        passage = plan.sources[quote.source].passages.get(place.paragraph, "")
        if found and place.state == "verbatim" and place.paragraph == paragraph:
            between = passage[end : place.start]
            if end <= place.start <= end + NEIGHBOURS and not any(map(str.isalnum, between)):
                end = place.end
                found[-1] = passage[start:end], found[-1][1]
                continue
        found.append((quote.exact, quote))
        paragraph, start, end = (place.paragraph, place.start, place.end) if place.state == "verbatim" else (0, 0, 0)
    return found
