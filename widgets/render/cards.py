"""The card of an entry, body or source: what it asks, who is to do it, by when, and where that is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plan_data.labels import card as words
from plan_data.labels.card import BASIS_LABELS, SECTION_LABELS, TEXT_FIELD_LABELS
from plan_data.labels.grades import GRADE_SIGNS, NO_QUOTE, weakest
from plan_data.labels.kinds import CHILDREN_LABELS, CONFLICT_LABELS, KIND_LABELS
from plan_data.labels.roles import AGENCY_ROLE_LABELS, ROLE_LABELS, STATE_LABELS
from plan_data.model.entities import STATEMENTS, Body, Item, Node, Note, Quote, Source, Target, texts_of
from plan_data.model.plan import Plan
from plan_data.model.statements import Statements, quote_groups, statements
from widgets.render.about import about_blocks
from widgets.render.blocks import Block, Span, text_block
from widgets.render.notes import both, note_blocks, pair_spans, quote_place
from widgets.render.source_page import source_header
from widgets.render.wrapping import Line, cells, padded

MOST_QUOTES = 60
"""How many quotes a card shows at most; the rest are one key away in the source pane."""


def node_card(plan: Plan, id_: str, lang: str = "en", ascii_signs: bool = False) -> list[Block]:
    """Return the card of a node, body or source.

    Args:
        plan: The plan.
        id_: Id of a node, body or source; raises KeyError for anything else.
        lang: `en`, `zh` or `both`.
        ascii_signs: Draw signs in ASCII.
    """
    item = plan.get(id_)
    card = _Card(plan, lang, ascii_signs)
    if isinstance(item, Node):
        return list(card.node(statements(plan, item)))
    if isinstance(item, Body):
        return list(card.body(item))
    if isinstance(item, Source):
        return list(card.source(item))
    raise KeyError(id_)


class _Card:
    def __init__(self, plan: Plan, lang: str, ascii_signs: bool) -> None:
        self.plan = plan
        self.lang = lang
        self.name_lang = "en" if lang == "both" else lang
        self.ascii = ascii_signs

    # What several parts of a card need.

    def sign(self, grade: str) -> str:
        sign = GRADE_SIGNS[grade]
        return sign.ascii if self.ascii else sign.sign

    def grade(self, grade: str) -> Line:
        return (Span(f"{self.sign(grade)} {grade}", f"grade-{grade}"),)

    def heading(self, section: str, more: str = "", grade: str = "", *, title: str = "", name: str = "") -> Block:
        """The heading of a section, by `SECTION_LABELS` or its own `title`; `name` where it folds as another one."""
        text = Span(title or SECTION_LABELS[section], "heading")
        return Block(
            (text, Span(f"  {more}", "muted")) if more else (text,),
            right=self.grade(grade) if grade else (),
            section=name or section,
            gap=True,
        )

    def text(self, text: str, member: str, style: str = "muted", indent: int = 2) -> Block:
        return text_block(text, style, indent=indent, member=member)

    def row(self, id_: str, member: str, lead: str = "", right: str = "") -> Block:
        """One line that leads to something else."""
        item = self.plan.get(id_)
        flush = (Span(right, "muted"),) if right else ()
        if isinstance(item, Node):
            grade = self.plan.grade(item)
            flush = (*flush, Span(f" {self.sign(grade)}" if right else self.sign(grade), f"grade-{grade}"))
        number = (Span(lead, "number"),) if lead else ()
        title = self.plan.title(id_, self.lang)
        return text_block(title, "link", lead=number, right=flush, indent=2, target=id_, member=member)

    def rows(self, ids: Iterable[str], member: str) -> Iterator[Block]:
        """A line for each of some nodes, with its number."""
        for id_ in ids:
            yield self.row(id_, member, f"{padded(self.plan.node(id_).number, 5)} ")

    # The parts of a node's card, in the order of the design.

    def node(self, said: Statements) -> Iterator[Block]:
        node = said.node
        yield from self.titles(said)
        yield from self.texts(node)
        if node.kind == "plan":
            # What it is comes first, then how much there is of it and how well that is known.
            yield from about_blocks(self.plan, self.lang, self.ascii)
            yield from self.way_to_copy(node)
        yield from self.agencies(said)
        if node.event:
            yield self.heading("dates", words.YEAR_LABELS.get(node.event.year, ""))
            for name, (date, grade) in said.dates:
                yield self.date(words.DATE_LABELS[name].en, date.en, grade, "dates")
            yield from self.due(said, "dates")
        if node.target:
            yield from self.target(said, node.target)
        else:
            yield from self.targets(said)
        if node.conflict:
            yield from self.sides(node)
        yield from self.children(node)
        yield from self.basis(node)
        yield from self.quotes(node)
        yield from self.related(said.related)
        yield from self.notes(node.notes)
        yield from self.renderings(node)
        yield from self.cited(node)

    def titles(self, said: Statements) -> Iterator[Block]:
        node = said.node
        grades = [said.grade, *([said.summary.grade] if said.summary else [])]
        if said.bodies and said.bodies.known and not said.bodies.inherited:
            grades.append(said.bodies.grade)
        yield self.breadcrumb(node)
        lowest = weakest(grades)
        right = self.grade(said.grade)
        if lowest != said.grade:
            right = (*right, Span(f"  {words.WEAKEST.format(self.sign(lowest))}", f"grade-{lowest}"))
        title = node.title.pick(self.name_lang)
        yield text_block(title, "title", right=right)
        shown = {title}
        if self.lang == "both" and node.title.zh and node.title.en:
            shown.add(node.title.zh_short or node.title.zh)
            yield text_block(node.title.zh_short or node.title.zh, "title")
        if node.title.zh and node.title.zh not in shown:
            yield text_block(node.title.zh, "zh")
        if node.title.en_close and self.lang != "zh":
            yield text_block(node.title.en_close, "close")
        if node.kind != "plan":
            yield from self.way_to_copy(node)

    def breadcrumb(self, node: Node) -> Block:
        """The way from the root, the node's kind and number at its end; Enter goes to the parent."""
        above = [a.title.pick(self.name_lang) for a in self.plan.ancestors(node.id)[1:]]
        own = f"{KIND_LABELS[node.kind]} {node.number}".strip()
        # Blocks drop trailing `right` spans first; the empty one makes the id droppable.
        right = (Span(""), Span(node.id, "id"))
        return text_block(" > ".join([*above, own]), "muted", right=right, target=node.parent)

    def way_to_copy(self, node: Node) -> Iterator[Block]:
        """How a reader checks a heading that was not compared with the document."""
        source = self.plan.sources.get(self.plan.printed.get(node.id, ""))
        if source is None or source.copy or self.plan.grade(node) not in ("reported", "unchecked"):
            return
        yield text_block(words.OPENS_PAGE if source.address else words.A_COPY, "muted")
        yield text_block(words.ATTACH.format(source.id.removeprefix("src.")), "key", indent=2)

    def texts(self, item: Node | Body) -> Iterator[Block]:
        for name, text in texts_of(item).items():
            grade = self.plan.grade(item, name) if name in STATEMENTS else ""
            yield self.heading(name, grade=grade, title=both(TEXT_FIELD_LABELS[name], self.lang))
            yield Block(pair_spans(text, self.lang, "text"), indent=2, member=name)

    def agencies(self, said: Statements) -> Iterator[Block]:
        bodies = said.bodies
        if bodies is None:
            return
        if not bodies.known:
            yield self.heading("agencies", words.NO_LIST.en)
            return
        owner = bodies.owner
        whose = words.LIST_OF.format(KIND_LABELS[owner.kind], owner.number or owner.title.pick(self.name_lang))
        yield self.heading("agencies", whose if bodies.inherited else "", bodies.grade)
        for body, role in bodies.roles:
            right = body.abbr or (body.title.zh_short if self.lang == "en" else "")
            yield self.row(body.id, "agencies", f"{AGENCY_ROLE_LABELS[role].en:<12}", right)
        if bodies.open:
            yield self.text(words.OPEN_LIST.en, "agencies", indent=14)

    def date(self, label: str, date: str, grade: str, member: str) -> Block:
        lead = (Span(f"{label:<12}", "number"),)
        return text_block(date, "text", lead=lead, right=self.grade(grade), indent=2, member=member)

    def due(self, said: Statements, member: str) -> Iterator[Block]:
        if said.due:
            yield self.date(words.DUE, said.due.text.en, said.due.grade, member)

    def target(self, said: Statements, target: Target) -> Iterator[Block]:
        section = "target" if target.sort == "target" else "figure"
        yield self.heading(section, grade=said.number.grade if said.number else "", name="target")
        if said.number:
            yield self.text(f"{target.number} {both(target.unit, self.lang)}", "target", "figure")
        else:
            yield self.text(words.NO_NUMBER, "target")
        yield from self.due(said, "target")
        if not said.due:
            yield self.text(words.NO_DEADLINE, "target")
        if target.owner:
            yield self.row(target.owner, "target", f"{words.OWNER:<12}")

    def targets(self, said: Statements) -> Iterator[Block]:
        if said.due and not said.node.event:
            yield self.heading("targets")
            yield from self.due(said, "targets")
        elif said.targets:
            yield self.heading("targets", words.NO_TARGETS)
        for target in map(self.plan.node, said.targets):
            yield self.row(target.id, "targets", right=target.due or (target.target.sort if target.target else ""))

    def sides(self, node: Node) -> Iterator[Block]:
        if node.conflict is None:
            return
        yield self.heading("sides", CONFLICT_LABELS[node.conflict.kind])
        for n, side in enumerate(node.conflict.sides, 1):
            yield Block(
                pair_spans(side.says, self.lang, "text"),
                lead=(Span(f"{n}  ", "number"),),
                right=self.grade(side.evidence),
                indent=2,
                member="sides",
                gap=n > 1,
            )
            for id_ in side.quotes:
                yield from self.quote(self.plan.quotes[id_], "sides", indent=5)
            for id_ in side.cites:
                yield text_block(self.plan.title(id_, self.lang), "link", indent=5, target=id_, member="sides")
            if not side.quotes:
                yield self.text(words.NO_PASSAGE, "sides", indent=5)

    def children(self, node: Node) -> Iterator[Block]:
        if not node.children:
            return
        yield self.heading("children", str(len(node.children)), title=CHILDREN_LABELS.get(node.kind, ""))
        numbers = [self.plan.node(id_).number for id_ in node.children]
        wide = max(cells(number) for number in numbers)
        for id_, number in zip(node.children, numbers, strict=True):
            yield self.row(id_, "children", f"{padded(number, wide, right=True)}  " if wide else "")

    def basis(self, node: Node) -> Iterator[Block]:
        """A measure's category of the briefing, or a category's measures; a guess is folded away."""
        if node.kind == "category":
            found = [self.plan.node(id_) for id_ in self.plan.uses.measures.get(node.id, ())]
            firm = [n for n in found if n.basis and n.basis.kind != "inferred"]
            guess = [n.id for n in found if n.basis and n.basis.kind == "inferred"]
            if firm:
                yield self.heading("measures", words.BY_SUBJECT, name="basis")
            for n in firm:
                yield self.row(n.id, "basis", f"{padded(n.number, 5)} ", n.basis.kind if n.basis else "")
            if guess:
                yield self.heading("guess", words.GUESSES.format(len(guess), BASIS_LABELS["inferred"]))
            yield from self.rows(guess, "guess")
        basis = node.basis
        if basis is None:
            return
        section, right = ("guess", words.OUR_GUESS) if basis.kind == "inferred" else ("basis", basis.kind)
        yield self.heading(section, BASIS_LABELS[basis.kind])
        yield self.row(basis.node, section, right=right)
        if basis.alternative and section == "guess":
            yield self.row(basis.alternative, "guess", words.ALTERNATIVE)

    def quotes(self, item: Node | Body | Source) -> Iterator[Block]:
        above, groups = quote_groups(self.plan, item)
        if not groups:
            # Our own headings state nothing of the document.
            if isinstance(item, Node) and (item.kind != "section" or item.id in self.plan.printed):
                yield self.heading("quotes", NO_QUOTE[self.plan.grade(item)])
            return
        if isinstance(item, Node) and item.conflict:
            return
        counts = {role: sum(len(group.quotes) for group in groups if group.role == role) for role in ROLE_LABELS}
        more = ", ".join(f"{count} {role}" for role, count in counts.items() if count)
        if above:
            more = words.QUOTES_ABOVE.format(self.plan.title(above, self.lang), more)
        section = "above" if above else "quotes"
        yield self.heading("quotes", more, name=section)
        room = MOST_QUOTES
        for role, quotes in groups:
            if room > 0:
                yield self.text(ROLE_LABELS[role], section, "role")
            for quote in quotes[: max(0, room)]:
                yield from self.quote(quote, section)
            room -= len(quotes)
        if room < 0:
            yield self.text(words.MORE_QUOTES.format(-room), section)

    def quote(self, quote: Quote, member: str, indent: int = 4) -> Iterator[Block]:
        state = self.plan.anchors[quote.id].state
        yield text_block(quote.exact, "quote", indent=indent, target=quote.id, member=member)
        yield text_block(
            quote_place(self.plan, quote, self.lang),
            "cite",
            lead=(Span("-- ", "cite"),),
            right=(Span(STATE_LABELS[state], f"state-{state}"),),
            indent=indent,
            member=member,
        )
        # Explanations of words are left to the source pane; what touches the quote's worth is said here too.
        worth = tuple(note for note in quote.notes if note.kind != "gloss")
        yield from note_blocks(worth, self.lang, indent, member)

    def related(self, ids: Iterable[str]) -> Iterator[Block]:
        for n, id_ in enumerate(ids):
            if not n:
                yield self.heading("related")
            yield self.row(id_, "related", right=self.kind_label(self.plan.get(id_)))

    def kind_label(self, item: Item | None) -> str:
        return KIND_LABELS[item.kind if isinstance(item, (Node, Body)) else "source"]

    def notes(self, notes: tuple[Note, ...]) -> Iterator[Block]:
        if notes:
            yield self.heading("notes")
            yield from note_blocks(notes, self.lang, 2, "notes")

    def renderings(self, node: Node) -> Iterator[Block]:
        if node.title.renderings:
            yield self.heading("renderings", str(len(node.title.renderings)))
        for text, who in node.title.renderings:
            spans = (Span(text, "close"), Span(f"  {who}", "link"))
            yield Block(spans, indent=2, target=who, member="renderings")

    def cited(self, item: Node | Body) -> Iterator[Block]:
        if item.cites:
            yield self.heading("cites", words.OPEN_TO_YOU)
        for statement, ids in item.cites.items():
            for n, id_ in enumerate(ids):
                yield self.row(id_, "cites", f"{statement if not n else '':<12}")

    # Bodies and sources.

    def body(self, body: Body) -> Iterator[Block]:
        yield text_block(KIND_LABELS[body.kind], "muted", right=(Span(body.id, "id"),))
        title = body.title.pick(self.lang) + (f" ({body.abbr})" if body.abbr else "")
        yield text_block(title, "title", right=self.grade(self.plan.grade(body, "name")))
        if body.title.zh and body.title.zh not in title:
            yield text_block(body.title.zh, "zh")
        if body.post:
            yield Block(pair_spans(body.post, self.lang, "text"), indent=2)
        if body.of:
            yield self.row(body.of, "", words.PART_OF)
        yield from self.texts(body)
        yield from self.duties(body)
        if body.later:
            yield self.heading("later", grade=self.plan.grade(body, "later"))
        for later in body.later:
            note = Span(f"  {later.note.pick(self.lang)}" if later.note else "", "muted")
            yield Block(
                (Span(both(later.name, self.lang), "text"), note),
                lead=(Span(f"{padded(later.date, 5)} ", "number"),),
                indent=2,
                member="later",
            )
        if body.aliases:
            yield self.heading("aliases")
            yield self.text(", ".join(body.aliases), "aliases", "text")
        yield from self.quotes(body)
        about = self.plan.uses.related.get(body.id, ())
        yield from self.related(id_ for id_ in about if self.plan.kind_of(id_) != "target")
        yield from self.notes(body.notes)
        yield from self.cited(body)

    def duties(self, body: Body) -> Iterator[Block]:
        """Everything that a body leads or takes part in."""
        duties = self.plan.uses.duties.get(body.id, ())
        for role in AGENCY_ROLE_LABELS:
            if ids := [id_ for id_, its_role in duties if its_role == role]:
                grade = weakest([self.plan.grade(self.plan.node(id_), "agencies") for id_ in ids])
                yield self.heading(role, str(len(ids)), grade)
                yield from self.rows(ids, role)

    def source(self, source: Source) -> Iterator[Block]:
        yield from source_header(source, self.lang)
        yield from self.quotes(source)
        yield from self.notes(source.notes)
        citing = self.plan.uses.citing.get(source.id, ())
        if citing:
            yield self.heading("citing", words.ENTRIES.format(len(citing)))
        for id_ in citing:
            yield self.row(id_, "citing")
