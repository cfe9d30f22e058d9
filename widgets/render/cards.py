"""The card of a node or body: what it asks, who is to do it, by when, and where that is said."""

from __future__ import annotations

from collections.abc import Iterator

from plan_data.labels.card import BASIS_LABELS, EVENT_DATES, NO_LIST, OPEN_LIST, YEAR_LABELS
from plan_data.labels.grades import GRADE_SIGNS, NO_QUOTE, weakest
from plan_data.labels.kinds import CHILDREN_LABELS, CONFLICT_LABELS, KIND_LABELS
from plan_data.labels.roles import AGENCY_ROLE_LABELS, ROLE_LABELS, STATE_LABELS
from plan_data.labels.text_fields import heading_of
from plan_data.model.entities import STATEMENTS, Body, Node, Note, Pair, Quote, QuoteLink, Source, texts_of
from plan_data.model.plan import Plan
from widgets.render.about import about_blocks
from widgets.render.blocks import Block, Span
from widgets.render.notes import both, note_blocks, pair_spans, quote_place
from widgets.render.source_page import source_header
from widgets.render.wrapping import cells, padded

QUOTE_ROLES_SHOWN = 60
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
    if item is None or isinstance(item, Quote):
        raise KeyError(id_)
    card = _Card(plan, lang, ascii_signs)
    if isinstance(item, Node):
        return list(card.node(item))
    if isinstance(item, Body):
        return list(card.body(item))
    return list(card.source(item))


class _Card:
    def __init__(self, plan: Plan, lang: str, ascii_signs: bool) -> None:
        self.plan = plan
        self.lang = lang
        self.ascii = ascii_signs

    # What several parts of a card need.

    def grade(self, grade: str) -> tuple[Span, ...]:
        sign = GRADE_SIGNS[grade]
        return (Span(f"{sign.ascii if self.ascii else sign.sign} {grade}", f"grade-{grade}"),)

    def heading(self, name: str, words: str, more: str = "", grade: str = "") -> Block:
        text = (Span(words, "heading"), Span(f"  {more}", "muted")) if more else (Span(words, "heading"),)
        return Block(text, right=self.grade(grade) if grade else (), section=name, gap=True)

    def pair(self, pair: Pair, member: str, style: str = "text") -> Block:
        return Block(pair_spans(pair, self.lang, style), indent=2, member=member)

    def name(self, id_: str) -> str:
        return self.plan.title(id_, self.lang)

    def row(self, id_: str, member: str, lead: str = "", right: str = "") -> Block:
        """One line that leads to something else."""
        item = self.plan.get(id_)
        sign = ""
        if isinstance(item, Node):
            grade = GRADE_SIGNS[self.plan.grade(item)]
            sign = grade.ascii if self.ascii else grade.sign
        flush = (Span(right, "muted"),) if right else ()
        if sign:
            style = f"grade-{self.plan.grade(item)}" if item else ""
            flush = (*flush, Span(f" {sign}" if right else sign, style))
        return Block(
            (Span(self.name(id_), "link"),),
            lead=(Span(lead, "number"),) if lead else (),
            right=flush,
            indent=2,
            target=id_,
            member=member,
        )

    # The parts of a node's card, in the order of the design.

    def node(self, node: Node) -> Iterator[Block]:
        yield from self.titles(node)
        yield from self.texts(node)
        if node.kind == "plan":
            # What it is comes first, then how much there is of it and how well that is known.
            yield from about_blocks(self.plan, self.lang, self.ascii)
            yield from self.way_to_copy(node)
        yield from self.agencies(node)
        if node.event:
            yield from self.event(node)
        if node.target:
            yield from self.target(node)
        else:
            yield from self.targets(node)
        if node.conflict:
            yield from self.sides(node)
        yield from self.children(node)
        yield from self.basis(node)
        yield from self.quotes(node)
        yield from self.related(node.related)
        yield from self.notes(node.notes)
        yield from self.renderings(node)
        yield from self.cited(node)

    def texts(self, item: Node | Body) -> Iterator[Block]:
        for name, text in texts_of(item).items():
            grade = self.plan.grade(item, name) if name in STATEMENTS else ""
            yield self.heading(name, heading_of(name, self.lang), grade=grade)
            yield self.pair(text, name)

    def renderings(self, node: Node) -> Iterator[Block]:
        if node.title.renderings:
            yield self.heading("renderings", "In others' English", str(len(node.title.renderings)))
        for rendering in node.title.renderings:
            yield Block(
                (Span(rendering.text, "close"), Span(f"  {rendering.who}", "link")),
                indent=2,
                target=rendering.who,
                member="renderings",
            )

    def titles(self, node: Node) -> Iterator[Block]:
        grades = [self.plan.grade(node)]
        if node.summary:
            grades.append(self.plan.grade(node, "summary"))
        if node.agencies.rule not in ("", "unknown"):
            grades.append(self.plan.grade(node, "agencies"))
        yield self.breadcrumb(node)
        title = node.title.pick("en" if self.lang == "both" else self.lang)
        lowest = weakest(grades)
        right = self.grade(grades[0])
        if lowest != grades[0]:
            sign = GRADE_SIGNS[lowest]
            right = (*right, Span(f"  weakest {sign.ascii if self.ascii else sign.sign}", f"grade-{lowest}"))
        yield Block((Span(title, "title"),), right=right)
        told = {title}
        if self.lang == "both" and node.title.zh and node.title.en:
            told.add(node.title.zh_short or node.title.zh)
            yield Block((Span(node.title.zh_short or node.title.zh, "title"),))
        if node.title.zh and node.title.zh not in told:
            yield Block((Span(node.title.zh, "zh"),))
        if node.title.en_close and self.lang != "zh":
            yield Block((Span(node.title.en_close, "close"),))
        if node.kind != "plan":
            yield from self.way_to_copy(node)

    def breadcrumb(self, node: Node) -> Block:
        """The way from the root, the node's kind and number at its end; Enter goes to the parent."""
        lang = "en" if self.lang == "both" else self.lang
        above = [a.title.pick(lang) for a in self.plan.ancestors(node.id)[1:]]
        kind = KIND_LABELS[node.kind]
        own = f"{kind} {node.number}" if node.number else kind
        # The empty span lets the id give way where the path needs the line.
        right = (Span(""), Span(node.id, "id"))
        return Block((Span(" > ".join([*above, own]), "muted"),), right=right, target=node.parent)

    def agencies(self, node: Node) -> Iterator[Block]:
        listed = self.plan.agencies_of(node)
        if not listed.rule:
            return
        owner = self.plan.get(listed.inherited_from) if listed.inherited_from else node
        number = ""
        if isinstance(owner, Node):
            own_name = owner.number or owner.title.pick("en" if self.lang == "both" else self.lang)
            number = f"as {KIND_LABELS[owner.kind]} {own_name}"
        if listed.rule == "unknown":
            yield self.heading("agencies", "Responsible", NO_LIST)
            return
        grade = self.plan.grade(owner, "agencies") if owner else "unchecked"
        yield self.heading("agencies", "Responsible", number if listed.inherited_from else "", grade)
        for id_, role in listed.roles():
            body = self.plan.bodies[id_]
            right = body.abbr or (body.title.zh_short if self.lang == "en" else "")
            yield self.row(id_, "agencies", f"{AGENCY_ROLE_LABELS[role]:<12}", right)
        if listed.open:
            yield Block((Span(OPEN_LIST, "muted"),), indent=14, member="agencies")

    def event(self, node: Node) -> Iterator[Block]:
        event = node.event
        if event is None:
            return
        yield self.heading("dates", "Dates", YEAR_LABELS.get(event.year, ""))
        for name, word in EVENT_DATES.items():
            date = getattr(event, name)
            if date:
                yield Block(
                    (Span(date, "text"),),
                    lead=(Span(f"{word:<12}", "number"),),
                    right=self.grade(self.plan.grade(node, name)),
                    indent=2,
                    member="dates",
                )
        if node.due:
            yield self.due(node, "dates")

    def due(self, node: Node, member: str) -> Block:
        return Block(
            (Span(node.due, "text"),),
            lead=(Span(f"{'due':<12}", "number"),),
            right=self.grade(self.plan.grade(node, "due")),
            indent=2,
            member=member,
        )

    def target(self, node: Node) -> Iterator[Block]:
        target = node.target
        if target is None:
            return
        words = "Target" if target.sort == "target" else "Figure"
        yield self.heading("target", words, grade=self.plan.grade(node, "number") if target.number else "")
        if target.number:
            unit = both(target.unit, self.lang)
            yield Block((Span(f"{target.number} {unit}", "figure"),), indent=2, member="target")
        else:
            yield Block((Span("no number in the source", "muted"),), indent=2, member="target")
        if node.due:
            yield self.due(node, "target")
        else:
            yield Block((Span("no deadline is known to be stated", "muted"),), indent=2, member="target")
        if target.owner:
            yield self.row(target.owner, "target", f"{'whose':<12}")

    def targets(self, node: Node) -> Iterator[Block]:
        linked = [i for i in node.related if i in self.plan.index and self.plan.node(i).kind == "target"]
        if node.due and not node.event:
            yield self.heading("targets", "Targets and dates")
            yield self.due(node, "targets")
        elif linked:
            yield self.heading("targets", "Targets and dates", "none of its own; see")
        for id_ in linked:
            target = self.plan.node(id_)
            right = target.due or (target.target.sort if target.target else "")
            yield self.row(id_, "targets", right=right)

    def sides(self, node: Node) -> Iterator[Block]:
        if node.conflict is None:
            return
        yield self.heading("sides", "Sides", CONFLICT_LABELS[node.conflict.kind])
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
                yield from self.quote(QuoteLink(id_, ""), "sides", indent=5)
            for id_ in side.cites:
                yield Block((Span(self.name(id_), "link"),), indent=5, target=id_, member="sides")
            if not side.quotes:
                yield Block((Span("no shipped passage says this", "muted"),), indent=5, member="sides")

    def children(self, node: Node) -> Iterator[Block]:
        if not node.children:
            return
        words = CHILDREN_LABELS.get(node.kind, "Contents")
        yield self.heading("children", words, str(len(node.children)))
        numbers = [self.plan.node(id_).number for id_ in node.children]
        wide = max(cells(number) for number in numbers)
        for id_, number in zip(node.children, numbers, strict=True):
            yield self.row(id_, "children", f"{padded(number, wide, right=True)}  " if wide else "")

    def basis(self, node: Node) -> Iterator[Block]:
        """A measure's category of the briefing, or a category's measures; a guess is folded away."""
        if node.kind == "category":
            found = [self.plan.node(id_) for id_ in self.plan.uses.measures.get(node.id, ())]
            firm = [n for n in found if n.basis and n.basis.kind != "inferred"]
            guess = [n for n in found if n.basis and n.basis.kind == "inferred"]
            if firm:
                yield self.heading("basis", "Published measures", "by subject")
            for n in firm:
                yield self.row(n.id, "basis", f"{padded(n.number, 5)} ", n.basis.kind if n.basis else "")
            if guess:
                yield self.heading("guess", "Our interpretation", f"{len(guess)} more, {BASIS_LABELS['inferred']}")
            for n in guess:
                yield self.row(n.id, "guess", f"{padded(n.number, 5)} ")
        if node.basis is None:
            return
        if node.basis.kind != "inferred":
            yield self.heading("basis", "In the briefing", BASIS_LABELS[node.basis.kind])
            yield self.row(node.basis.node, "basis", right=node.basis.kind)
            return
        yield self.heading("guess", "Our interpretation", BASIS_LABELS["inferred"])
        yield self.row(node.basis.node, "guess", right="our guess")
        if node.basis.alternative:
            yield self.row(node.basis.alternative, "guess", "or  ")

    def quotes(self, item: Node | Body | Source) -> Iterator[Block]:
        links = self.plan.quotes_of(item)
        if not links:
            # Our own headings state nothing of the document.
            if isinstance(item, Node) and (item.kind != "section" or item.id in self.plan.printed):
                yield self.heading("quotes", "Quotes", NO_QUOTE[self.plan.grade(item)])
            return
        if isinstance(item, Node) and item.conflict:
            return
        told = ", ".join(f"{n} {role}" for role in ROLE_LABELS if (n := sum(link.role == role for link in links)))
        above = links[0].inherited_from
        if above:
            told = f"none of its own; those of {self.name(above)}: {told}"
        section = "above" if above else "quotes"
        yield self.heading(section, "Quotes", told)
        last = ""
        for link in links[:QUOTE_ROLES_SHOWN]:
            if link.role != last:
                last = link.role
                yield Block((Span(ROLE_LABELS[link.role], "role"),), indent=2, member=section)
            yield from self.quote(link, section)
        if len(links) > QUOTE_ROLES_SHOWN:
            more = f"{len(links) - QUOTE_ROLES_SHOWN} more; press . to walk through all"
            yield Block((Span(more, "muted"),), indent=2, member=section)

    def way_to_copy(self, node: Node) -> Iterator[Block]:
        """How a reader checks a heading that nobody here has held against the document."""
        source = self.plan.sources.get(self.plan.printed.get(node.id, ""))
        if source is None or source.copy or self.plan.grade(node) not in ("reported", "unchecked"):
            return
        opens = "o opens the official page at this heading; a copy of it:" if source.address else "A copy of it:"
        yield Block((Span(opens, "muted"),))
        command = f"internet-plus attach {source.id.removeprefix('src.')} FILE"
        yield Block((Span(command, "key"),), indent=2)

    def quote(self, link: QuoteLink, member: str, indent: int = 4) -> Iterator[Block]:
        quote = self.plan.quotes.get(link.id)
        if quote is None:
            return
        state = self.plan.anchors[quote.id].state
        yield Block((Span(quote.exact, "quote"),), indent=indent, target=quote.id, member=member)
        yield Block(
            (Span(quote_place(self.plan, quote, self.lang), "cite"),),
            lead=(Span("-- ", "cite"),),
            right=(Span(STATE_LABELS[state], f"state-{state}"),),
            indent=indent,
            member=member,
        )
        # Explanations of words are left to the source pane; what touches the quote's worth is said here too.
        worth = tuple(note for note in quote.notes if note.kind != "gloss")
        yield from note_blocks(worth, self.lang, indent, member)

    def related(self, ids: tuple[str, ...]) -> Iterator[Block]:
        shown = [i for i in ids if not (i in self.plan.index and self.plan.node(i).kind == "target")]
        if shown:
            yield self.heading("related", "Related")
        for id_ in shown:
            item = self.plan.get(id_)
            kind = item.kind if isinstance(item, (Node, Body)) else "source"
            yield self.row(id_, "related", right=KIND_LABELS[kind])

    def notes(self, notes: tuple[Note, ...]) -> Iterator[Block]:
        if notes:
            yield self.heading("notes", "Notes")
            yield from note_blocks(notes, self.lang, 2, "notes")

    def cited(self, item: Node | Body) -> Iterator[Block]:
        if not item.cites:
            return
        yield self.heading("cites", "Seen in", "sources with an address that you can open")
        for statement, ids in item.cites.items():
            for n, id_ in enumerate(ids):
                yield self.row(id_, "cites", f"{statement if not n else '':<12}")

    # Bodies and sources.

    def body(self, body: Body) -> Iterator[Block]:
        yield Block((Span(KIND_LABELS[body.kind], "muted"),), right=(Span(body.id, "id"),))
        title = body.title.pick(self.lang)
        if body.abbr:
            title = f"{title} ({body.abbr})"
        yield Block((Span(title, "title"),), right=self.grade(self.plan.grade(body, "name")))
        if body.title.zh and body.title.zh not in title:
            yield Block((Span(body.title.zh, "zh"),))
        if body.post:
            yield self.pair(body.post, "")
        if body.of:
            yield self.row(body.of, "", "of  ")
        yield from self.texts(body)
        yield from self.duties(body)
        if body.later:
            yield self.heading("later", "What became of it", grade=self.plan.grade(body, "later"))
            for later in body.later:
                text = both(later.name, self.lang)
                yield Block(
                    (
                        Span(text, "text"),
                        Span(f"  {later.note.pick(self.lang)}" if later.note else "", "muted"),
                    ),
                    lead=(Span(f"{padded(later.date, 5)} ", "number"),),
                    indent=2,
                    member="later",
                )
        if body.aliases:
            yield self.heading("aliases", "Also called")
            yield Block((Span(", ".join(body.aliases), "text"),), indent=2, member="aliases")
        yield from self.quotes(body)
        yield from self.related(tuple(self.plan.uses.related.get(body.id, ())))
        yield from self.notes(body.notes)
        yield from self.cited(body)

    def duties(self, body: Body) -> Iterator[Block]:
        """Everything that a body leads or takes part in."""
        roles: dict[str, list[Node]] = {}
        for id_, role in self.plan.uses.duties.get(body.id, ()):
            roles.setdefault(role, []).append(self.plan.node(id_))
        words = {
            "lead": "Leads",
            "joint_lead": "Leads jointly",
            "member": "Takes part in",
            "responsible": "Responsible for",
        }
        for role, heading in words.items():
            found = roles.get(role, [])
            if found:
                grade = weakest([self.plan.grade(node, "agencies") for node in found])
                yield self.heading(role, heading, str(len(found)), grade)
                for node in found:
                    yield self.row(node.id, role, f"{padded(node.number, 5)} ")

    def source(self, source: Source) -> Iterator[Block]:

        yield from source_header(source, self.lang)
        yield from self.quotes(source)
        yield from self.notes(source.notes)
        citing = self.plan.uses.citing.get(source.id, ())
        if citing:
            yield self.heading("citing", "Seen there", f"{len(citing)} entries")
            for id_ in citing:
                yield self.row(id_, "citing")
