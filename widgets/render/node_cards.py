"""The card of a node: what it wants, who is to do it, by when, and where that is said; kind and id come last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plan_data.labels import card as words
from plan_data.labels.card import BASIS_LABELS, DATE_LABELS, SECTION_LABELS
from plan_data.labels.deadlines import by_date
from plan_data.labels.kinds import CHILDREN_LABELS
from plan_data.labels.roles import AGENCY_ROLE_LABELS
from plan_data.model.entities import Body, Node, Target
from plan_data.model.goals import Goal, phase_name, phase_quote
from plan_data.model.statements import Statements
from widgets.render.blocks import Block, Span, text_block
from widgets.render.card_parts import NARROW, CardParts, site
from widgets.render.names import numbered
from widgets.render.notes import both
from widgets.render.wrapping import cells, padded

ROOM_FOR_BODIES = 60
"""Cells of a card from which on bodies that share a role have a line each; below, one folded row names them."""


class NodeCard(CardParts):
    """The card of a node other than the plan itself."""

    def blocks(self, said: Statements) -> Iterator[Block]:
        """Yield the card, the answers first."""
        node = said.node
        caveat = self.known(said)
        yield from self.title(node.title, node.number, node.pinyin)
        if caveat:
            yield text_block(caveat, "soft", indent=2, least=NARROW + 1)
        yield from self.texts(node)
        yield from self.agencies(said)
        yield from self.dates(said)
        yield from self.target(said, node.target) if node.target else self.goals(said)
        yield from self.rest_of_summary(node)
        yield from self.children(node)
        yield from self.basis(node)
        yield from self.quotes(node, said.quotes_from, said.quotes)
        yield from self.related(said.related)
        yield from self.notes(node.notes)
        yield from self.renderings(node.title)
        yield from self.cited(node)
        if caveat:
            yield text_block(caveat, "soft", gap=True, most=NARROW)
        yield from self.identity(node.id, numbered(node, self.lang), node.parent)

    def known(self, said: Statements) -> str:
        """Return in one sentence how well the entry is known, and the key that shows more; "" for our own sections."""
        node = said.node
        if node.kind == "section" and node.id not in self.plan.printed:
            return ""
        grades = {"title": said.grade}
        if said.summary:
            grades["summary"] = said.summary.grade
        if said.bodies and said.bodies.known:
            grades["agencies"] = said.bodies.grade
        grades |= {name: date.grade for name, date in said.dates}
        if said.due:
            grades["due"] = said.due.grade
        if said.number:
            grades["number"] = said.number.grade
        source = self.plan.sources.get(self.plan.printed.get(node.id, ""))
        key, fetch = self.keys.get("open-address", ""), self.keys.get("fetch", "")
        caveat = self.caveat(grades)
        if not (key and fetch) or source is None or not source.address or said.grade not in ("reported", "unchecked"):
            return caveat
        read = self.say(words.READ_ON_PAGE).format(key=key, site=site(source.address), fetch=fetch)
        return f"{caveat}{self.say(words.STOP)}{read}"

    # Who.

    def agencies(self, said: Statements) -> Iterator[Block]:
        """The responsible bodies, each role once."""
        bodies = said.bodies
        if bodies is None:
            return
        owner = bodies.owner
        whose = numbered(owner, self.lang) if owner.number else self.name(owner.id)
        more = self.say(words.AS_OF).format(whose) if bodies.inherited else ""
        yield self.heading("agencies", more, bodies.grade if bodies.known else "", least=NARROW + 1)
        yield self.air()
        if not bodies.known:
            yield self.text(self.say(words.NO_LIST), "agencies")
            return
        by_role: dict[str, list[Body]] = {}
        for body, role in bodies.roles:
            by_role.setdefault(role, []).append(body)
        wide = max((cells(self.say(AGENCY_ROLE_LABELS[role])) for role in by_role), default=0) + 2
        for role, group in by_role.items():
            yield from self.group(role, group, wide, bodies.open and role == [*by_role][-1])

    def group(self, role: str, group: list[Body], wide: int, is_open: bool) -> Iterator[Block]:
        """The bodies of one role: a line for each, or, where there is no room, one row that names them and unfolds.

        Args:
            role: The role.
            group: The bodies.
            wide: Cells of the column of roles.
            is_open: Whether the printed list goes on after them.
        """
        name = self.say(AGENCY_ROLE_LABELS[role])
        label, short_label, blank = padded(name, wide), f"{name}  ", " " * wide
        style = "strong" if role in ("lead", "joint_lead") else "link"
        least = ROOM_FOR_BODIES if len(group) > 1 else NARROW + 1
        for n, body in enumerate(group):
            yield self.body_row(body, blank if n else label, style, least=least)
        if is_open:
            yield text_block(self.say(words.LIST_IS_OPEN), "soft", indent=wide + 2, member="agencies", least=least)
        if len(group) == 1:
            yield self.body_row(group[0], short_label, style, most=NARROW)
            if is_open:
                yield text_block(self.say(words.LIST_IS_OPEN), "soft", indent=2, member="agencies", most=NARROW)
            return
        names = self.say(words.BETWEEN_BODIES).join(self.short(body) for body in group)
        count = self.say(words.BODIES_AND_OTHERS if is_open else words.BODIES).format(len(group))
        spans = (Span(names, "text"), Span(self.say(words.OPEN_END) if is_open else "", "soft"))
        folded = Block(spans, lead=(Span(label, "soft"),), member="agencies", section="members")
        yield replace(folded, least=NARROW + 1, most=least - 1)
        yield replace(folded, spans=(Span(count, "text"),), lead=(Span(short_label, "soft"),), most=NARROW)
        for body in group:
            yield self.body_row(body, blank, style, member="members", most=least - 1)

    def body_row(self, body: Body, label: str, style: str, member: str = "agencies", **widths: int) -> Block:
        """A body with its role before it and its abbreviation behind it."""
        # The empty span lets the layout drop the abbreviation where the name needs the room.
        right = (Span(""), Span(body.abbr, "soft")) if body.abbr and self.lang != "zh" else ()
        lead = (Span(label, "soft"),)
        title = body.title.pick(self.lang)
        return text_block(title, style, lead=lead, right=right, indent=2, target=body.id, member=member, **widths)

    def short(self, body: Body) -> str:
        """Return the shortest name that a body is known by."""
        return body.title.pick("zh") if self.lang == "zh" else body.abbr or body.title.short("en")

    # Goals and dates.

    def dates(self, said: Statements) -> Iterator[Block]:
        """The dates of an event."""
        if not said.node.event:
            return
        yield self.heading("dates", self.say(words.YEAR_LABELS.get(said.node.event.year, words.YEAR_LABELS["stated"])))
        rows = [(DATE_LABELS[name], date) for name, date in said.dates]
        if said.due:
            rows.append((words.STATEMENT_LABELS["due"], said.due))
        for label, date in rows:
            lead = (Span(padded(self.say(label), 12), "soft"),)
            right = self.sign(date.grade)
            yield text_block(date.text.en, "text", lead=lead, right=right, indent=2, member="dates")

    def goals(self, said: Statements) -> Iterator[Block]:
        """By when, and towards which goals; for an action or task without a date the phases of the plan."""
        inherited, above = said.due_inherited
        due = None if said.node.event else said.due
        if not (due or inherited or said.goals or said.undated):
            return
        grade = due.grade if due else ""
        yield self.heading("targets", grade=grade, least=NARROW + 1)
        if due:
            yield text_block(by_date(due.text.en, self.name_lang), "strong", indent=2, member="targets")
        elif inherited:
            of = self.say(words.FROM.format(title=self.name(above)))
            right = self.sign(self.plan.grade(self.plan.node(above), "due"))
            lead = (Span(f"{by_date(inherited, self.name_lang)}  ", "strong"),)
            yield text_block(of, "soft", lead=lead, right=right, indent=2, target=above, member="targets")
        elif said.undated:
            yield self.text(self.say(words.NO_DATE), "targets")
            yield from self.phases()
        for goal in said.goals:
            yield self.goal(goal)

    def phases(self) -> Iterator[Block]:
        """The phases of the plan as a whole; each row leads to the quote that states it."""
        label = self.say(words.WHOLE_PLAN)
        wide = cells(label) + 2
        for n, phase in enumerate(self.plan.phases):
            lead = (Span(padded("" if n else label, wide), "soft"),)
            # The empty span lets the layout drop the sign where the words need the room.
            sign = (Span(""), *self.sign(self.plan.grade(phase, "due")))
            text = self.phase(phase)
            yield text_block(
                text, "text", lead=lead, right=sign, indent=2, target=self.phase_target(phase), member="targets"
            )

    def phase_target(self, phase: Node) -> str:
        """Return what the row of a phase leads to: the quote that states it, else the phase."""
        return phase_quote(self.plan, phase) or phase.id

    def phase(self, phase: Node) -> str:
        """Return a phase of the plan with its date: `initial phase by 2018`."""
        name, date = self.say(phase_name(phase)), by_date(phase.due, self.name_lang)
        return name if phase.due[:4] in name else self.say(words.PHASE).format(name, date)

    def goal(self, goal: Goal) -> Block:
        """A goal that the entry is linked to, with its own date and whose it is."""
        whose = ""
        if goal.due_from:
            whose = self.say(words.FROM.format(title=self.name(goal.due_from)))
        elif goal.owner:
            whose = f"{self.say(words.COUNTED_BY if goal.is_figure else words.OWNER)} {self.name(goal.owner)}"
        undated = words.FIGURE if goal.is_figure else words.GOAL
        said = by_date(goal.due, self.name_lang) if goal.due else self.say(undated)
        # The names of the goals begin where those of the phases do.
        lead = (Span(f"{padded(said, cells(self.say(words.WHOLE_PLAN)))}  ", "strong" if goal.due else "soft"),)
        id_ = goal.node.id
        spans = (Span(self.name(id_), "link"), Span(f"{self.say(words.COMMA)}{whose}" if whose else "", "soft"))
        return Block(spans, lead=lead, right=self.sign(goal.grade), indent=2, target=id_, member="targets")

    def target(self, said: Statements, target: Target) -> Iterator[Block]:
        """The number of a target, its deadline, and whose it is."""
        section = "target" if target.sort == "target" else "figure"
        grade = said.number.grade if said.number else ""
        yield self.heading(section, grade=grade, name="target", least=NARROW + 1)
        yield self.air()
        if said.number:
            yield self.text(both(said.number.text, self.lang), "target", "strong")
        else:
            yield self.text(self.say(words.NO_NUMBER), "target")
        if said.due:
            date = by_date(said.due.text.en, self.name_lang)
            yield text_block(date, "strong", right=self.sign(said.due.grade), indent=2, member="target")
        elif section == "target":
            yield self.text(self.say(words.NO_DEADLINE), "target")
        if target.owner:
            label = words.OWNER if section == "target" else words.COUNTED_BY
            yield self.row(target.owner, "target", f"{self.say(label)}  ")

    # What is below it, against it, and like it.

    def children(self, node: Node) -> Iterator[Block]:
        """What lies below it."""
        if node.children:
            title = self.say(CHILDREN_LABELS.get(node.kind, SECTION_LABELS["children"]))
            yield self.heading("children", str(len(node.children)), title=title)
            yield from self.rows(node.children, "children")

    def basis(self, node: Node) -> Iterator[Block]:
        """A measure's category of the briefing, or a category's measures; a guess is folded away."""
        if node.kind == "category":
            found = [self.plan.node(id_) for id_ in self.plan.uses.measures.get(node.id, ())]
            firm = [n for n in found if n.basis and n.basis.kind != "inferred"]
            guess = [n.id for n in found if n.basis and n.basis.kind == "inferred"]
            if firm:
                yield self.heading("measures", self.say(words.BY_SUBJECT), name="basis")
            for n in firm:
                right = self.say(words.BASIS_SIGNS[n.basis.kind]) if n.basis else ""
                yield self.row(n.id, "basis", f"{padded(n.number, 5)} ", right)
            if guess:
                more = self.say(words.GUESSES).format(len(guess), self.say(BASIS_LABELS["inferred"]))
                yield self.heading("guess", more)
            yield from self.rows(guess, "guess")
        basis = node.basis
        if basis is None:
            return
        section = "guess" if basis.kind == "inferred" else "basis"
        right = self.say(words.OUR_GUESS if section == "guess" else words.BASIS_SIGNS[basis.kind])
        yield self.heading(section, self.say(BASIS_LABELS[basis.kind]))
        yield self.row(basis.node, section, right=right)
        if basis.alternative and section == "guess":
            yield self.row(basis.alternative, "guess", self.say(words.ALTERNATIVE))
