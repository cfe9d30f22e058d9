"""The nodes of an export with their facts in words, for the brief and for the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plan_data.labels import card
from plan_data.labels import exports as words
from plan_data.labels.deadlines import by_date, in_words
from plan_data.labels.kinds import KIND_LABELS, NUMBERED
from plan_data.labels.roles import role_label
from plan_data.model.entities import GRADES, STATEMENTS, Body, Node, Quote, Side, Source, texts_of
from plan_data.model.goals import Goal, phase_name, phase_quote
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.model.statements import BodyList, QuoteGroup, Statements, by_role, statements


class Link(NamedTuple):
    """Something that a fact refers to."""

    id: str
    """Its id."""
    text: Pair
    """Its name."""


class Group(NamedTuple):
    """What a fact refers to with one thing in common, such as the bodies of a role."""

    label: Pair
    """What they have in common."""
    links: tuple[Link, ...]
    """What it refers to."""
    end: Pair = Pair()
    """What stands behind the last of them."""


class Fact(NamedTuple):
    """One statement about a node."""

    label: Pair
    """What it is about."""
    text: Pair = Pair()
    """What it says, before the links."""
    grade: str = ""
    """Its grade; "" where it is no statement of the document."""
    links: tuple[Link, ...] = ()
    """What it refers to."""
    groups: tuple[Group, ...] = ()
    """The same in groups; then there is nothing before them."""
    quotes: tuple[str, ...] = ()
    """Ids of the quotes that state it."""


class Entry(NamedTuple):
    """A node with everything that is said of it."""

    said: Statements
    """The facts about it."""
    level: int
    """Levels below the root of the exported branch, from 0."""
    facts: tuple[Fact, ...]
    """The facts about it, besides its summary, quotes, notes and sides."""

    @property
    def node(self) -> Node:
        """The node."""
        return self.said.node

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides of a conflict."""
        return self.node.conflict.sides if self.node.conflict else ()

    @property
    def quotes(self) -> Iterator[QuoteGroup]:
        """Its own quotes by role, without those of its sides."""
        of_sides = {id_ for side in self.sides for id_ in side.quotes}
        for role, quotes in self.said.own_quotes:
            if others := tuple(quote for quote in quotes if quote.id not in of_sides):
                yield QuoteGroup(role, others)


def branch(plan: Plan, top: str) -> list[str]:
    """Return the ids of a node and all below it, in reading order; raises KeyError."""
    return [plan.columns.ids[place] for place in plan.places_below(top)]


def entries(plan: Plan, ids: Iterable[str]) -> Iterator[Entry]:
    """Yield the entries of nodes, in the given order; levels are counted from the nearest ancestor among them."""
    levels: dict[str, int] = {}
    there = frozenset(ids := list(ids))
    for id_ in ids:
        node = plan.node(id_)
        above = [levels[a.id] for a in plan.ancestors(id_) if a.id in levels]
        level = levels[id_] = above[-1] + 1 if above else 0
        said = statements(plan, node)
        yield Entry(said, level, tuple(_facts(plan, said, there)))


def sources_of(plan: Plan, ids: Sequence[str]) -> list[Source]:
    """Return the sources that nodes quote, cite or are related to; with the root all sources."""
    wanted = set(plan.sources) if plan.root.id in ids else set[str]()
    for id_ in ids:
        node = plan.node(id_)
        wanted.update(plan.quotes[link.id].source for link in node.quotes)
        wanted.update(source for cited in node.cites.values() for source in cited)
        wanted.update(r for r in node.related if r in plan.sources)
        wanted.update(r.who for r in node.title.renderings)
        wanted.update(source for side in (node.conflict.sides if node.conflict else ()) for source in side.cites)
    return [source for source in plan.sources.values() if source.id in wanted]


def quotes_of(plan: Plan, ids: Iterable[str]) -> list[Quote]:
    """Return the quotes of nodes, in the order of the plan's files."""
    wanted = {link.id for id_ in ids for link in plan.node(id_).quotes}
    return [plan.quotes[id_] for id_ in plan.quotes if id_ in wanted]


def name(plan: Plan, id_: str) -> Pair:
    """Return the name of anything; a source's with the words that it demands."""
    item = plan.get(id_)
    if item is None or isinstance(item, Quote):
        return Pair(id_)
    called = Pair(item.title.en or item.title.zh, item.title.zh_short or item.title.zh or item.title.en)
    demanded = item.citation if isinstance(item, Source) else Pair()
    return Pair(*(
        f"{text}{form.format(more)}" if (more := demanded.pick(lang)) else text
        for lang, text, form in zip(("en", "zh"), called, words.IN_BRACKETS, strict=True)
    ))  # fmt: skip


def _link(plan: Plan, id_: str) -> Link:
    item = plan.get(id_)
    text = name(plan, id_)
    if isinstance(item, Body) and item.abbr:
        text = Pair(item.abbr, text.zh)
    return Link(id_, text)


def _links(plan: Plan, ids: Iterable[str]) -> tuple[Link, ...]:
    return tuple(_link(plan, id_) for id_ in ids)


def _facts(plan: Plan, said: Statements, there: frozenset[str]) -> Iterator[Fact]:
    node = said.node
    for name_, text in texts_of(node).items():
        if name_ != "summary":
            yield Fact(card.TEXT_FIELD_LABELS[name_], text, plan.grade(node, name_) if name_ in STATEMENTS else "")
    if said.bodies:
        yield from _bodies(plan, said.bodies, there)
    for name_, (date, grade) in said.dates:
        label = card.DATE_LABELS[name_]
        yield Fact(Pair(label.en.capitalize(), label.zh), _in_words(date.en), grade)
    if said.number:
        yield Fact(words.NUMBER, *said.number)
    if said.due and (node.target or node.event):
        yield Fact(words.DUE, _in_words(said.due.text.en), said.due.grade)
    if node.target and node.target.owner:
        yield Fact(words.OWNER, Pair(), "", _links(plan, (node.target.owner,)))
    yield from _goals(plan, said, there)
    if node.basis and node.basis.kind != "inferred":
        yield Fact(words.BASIS, words.BASIS_LABELS[node.basis.kind], "", _links(plan, (node.basis.node,)))
    if said.related:
        yield Fact(words.RELATED, Pair(), "", _links(plan, said.related))
    yield from _seen_in(plan, node)


def _seen_in(plan: Plan, node: Node) -> Iterator[Fact]:
    """Yield the sources in which what is only reported was seen; statements with the same sources share a line."""
    statements_of: dict[tuple[str, ...], list[Pair]] = {}
    for statement, cited in node.cites.items():
        if plan.grade(node, statement) == "reported":
            statements_of.setdefault(cited, []).append(card.STATEMENT_LABELS[statement])
    for cited, labels in statements_of.items():
        yield Fact(card.SECTION_LABELS["cites"], groups=(Group(words.BETWEEN.join(labels), _links(plan, cited)),))


def _in_words(date: str) -> Pair:
    return Pair(in_words(date, "en"), in_words(date, "zh"))


def _by(date: str) -> Pair:
    return Pair(by_date(date, "en"), by_date(date, "zh"))


def _goals(plan: Plan, said: Statements, there: frozenset[str]) -> Iterator[Fact]:
    """Yield by when, and towards which goals; the phases of the plan only where no entry above says them already."""
    node, label = said.node, card.SECTION_LABELS["targets"]
    due, above = said.due_inherited
    if said.due and not (node.target or node.event):
        yield Fact(label, _by(said.due.text.en), said.due.grade)
    elif due:
        grade = plan.grade(plan.node(above), "due")
        yield Fact(label, grade=grade, groups=(Group(_by(due), (), _from(plan, above)),))
    elif node.kind == "plan" or said.undated:
        above_ = {a.kind for a in plan.ancestors(node.id) if a.id in there}
        if not above_ & {"action", "task"}:
            yield _phases(plan, node, "plan" in above_)
    for goal in said.goals:
        yield Fact(label, grade=goal.grade, groups=(_goal(plan, goal),))


def _phases(plan: Plan, node: Node, told: bool) -> Fact:
    """Return the phases of the plan, for itself or an entry without a date; `told` where they are told above."""
    label = card.SECTION_LABELS["targets"]
    phases = () if told else plan.phases
    named = card.COMMA.join(_phase(phase) for phase in phases)
    if node.kind != "plan":
        named = words.NO_OWN_DATE.format(card.NO_DATE, named) if named else card.NO_DATE
    grade = max((plan.grade(phase, "due") for phase in phases), key=GRADES.index, default="")
    quotes = dict.fromkeys(id_ for phase in phases if (id_ := phase_quote(plan, phase)))
    return Fact(label, named, grade, quotes=tuple(quotes))


def _phase(phase: Node) -> Pair:
    called = phase_name(phase)
    return called if phase.due[:4] in called.en else card.PHASE.format(called, _by(phase.due))


def _goal(plan: Plan, goal: Goal) -> Group:
    """Return a goal with its own date before it, and whose it is behind it."""
    undated = card.FIGURE if goal.is_figure else card.GOAL
    end = Pair()
    if goal.due_from:
        end = _from(plan, goal.due_from)
    elif goal.owner:
        end = words.OF_OWNER.format(card.COUNTED_BY if goal.is_figure else card.OWNER, name(plan, goal.owner))
    # A date that its name has is not said twice.
    named = goal.due and goal.due in name(plan, goal.node.id).en
    return Group(_by(goal.due) if goal.due and not named else undated, _links(plan, (goal.node.id,)), end)


def _from(plan: Plan, id_: str) -> Pair:
    """Return whose deadline it is, to stand behind it."""
    title = name(plan, id_)
    return Pair(*(f"{comma}{text}" for comma, text in zip(card.COMMA, card.FROM.format(title=title), strict=True)))


def _bodies(plan: Plan, bodies: BodyList, there: frozenset[str]) -> Iterator[Fact]:
    """Yield the responsible bodies; an inherited list that is exported too is only referred to."""
    if bodies.inherited and bodies.owner.id in there:
        owner = bodies.owner
        named = NUMBERED.format(kind=KIND_LABELS[owner.kind], number=owner.number)
        link = Link(owner.id, named if owner.number else name(plan, owner.id))
        yield Fact(words.RESPONSIBLE, words.AS, bodies.grade, (link,))
        return
    number = bodies.owner.number or bodies.owner.id
    label = Pair(*(text.format(number) for text in words.RESPONSIBLE_AS)) if bodies.inherited else words.RESPONSIBLE
    if not bodies.known:
        yield Fact(label, card.NO_LIST, bodies.grade)
        return
    groups = [
        Group(role_label(role, len(those)), _links(plan, (body.id for body in those)))
        for role, those in by_role(bodies.roles).items()
    ]
    if bodies.open and groups:
        groups[-1] = groups[-1]._replace(end=card.OPEN_END)
    yield Fact(label, Pair(), bodies.grade, groups=tuple(groups))


def document_facts(plan: Plan, lang: str) -> list[str]:
    """Return who issued the document, its number and its date, as far as they are known."""
    document = plan.document
    if document is None:
        return []
    date = in_words(document.dates.written, lang)
    dated = card.DATED.pick(lang).format(date) if date else ""
    return [fact for fact in (plan.issuer(lang), document.number, dated) if fact]
