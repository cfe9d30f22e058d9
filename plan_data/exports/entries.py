"""The nodes of an export with their facts in words, for the brief and for the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plan_data.labels import exports as words
from plan_data.labels.card import DATE_LABELS, DATED, NO_LIST, NONE, OPEN_END, TEXT_FIELD_LABELS
from plan_data.labels.roles import STATE_LABELS, role_label
from plan_data.model.entities import AROUND, STATEMENTS, Body, Node, Quote, Side, Source, texts_of
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
    text: Pair
    """What it says, before the links."""
    grade: str = ""
    """Its grade; "" where it is no statement of the document."""
    links: tuple[Link, ...] = ()
    """What it refers to."""
    groups: tuple[Group, ...] = ()
    """The same in groups; then there is nothing before them."""


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
    return [node.id for node in plan.subtree(top)]


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
    return [quote for quote in plan.quotes.values() if quote.id in wanted]


def name(plan: Plan, id_: str) -> Pair:
    """Return the name of anything, in both languages."""
    item = plan.get(id_)
    if item is None or isinstance(item, Quote):
        return Pair(id_)
    return Pair(item.title.en or item.title.zh, item.title.zh_short or item.title.zh or item.title.en)


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
            yield Fact(TEXT_FIELD_LABELS[name_], text, plan.grade(node, name_) if name_ in STATEMENTS else "")
    if said.bodies:
        yield from _bodies(plan, said.bodies, there)
    for name_, (date, grade) in said.dates:
        label = DATE_LABELS[name_]
        yield Fact(Pair(label.en.capitalize(), label.zh), date, grade)
    if said.due:
        yield Fact(words.DUE, *said.due)
    if said.number:
        yield Fact(words.NUMBER, *said.number)
    if node.target and node.target.owner:
        yield Fact(words.OWNER, Pair(), "", _links(plan, (node.target.owner,)))
    if said.targets:
        own = node.kind in AROUND or node.kind == "plan"
        yield Fact(words.TARGETS, words.SEE if own else words.NO_TARGETS, "", _links(plan, said.targets))
    if node.basis and node.basis.kind != "inferred":
        yield Fact(words.BASIS, words.BASIS_LABELS[node.basis.kind], "", _links(plan, (node.basis.node,)))
    if said.related:
        yield Fact(words.RELATED, Pair(), "", _links(plan, said.related))


def _bodies(plan: Plan, bodies: BodyList, there: frozenset[str]) -> Iterator[Fact]:
    """Yield the responsible bodies; an inherited list that is exported too is only referred to."""
    if bodies.inherited and bodies.owner.id in there:
        yield Fact(words.RESPONSIBLE, words.AS, bodies.grade, _links(plan, (bodies.owner.id,)))
        return
    number = bodies.owner.number or bodies.owner.id
    label = Pair(*(text.format(number) for text in words.RESPONSIBLE_AS)) if bodies.inherited else words.RESPONSIBLE
    if not bodies.known:
        yield Fact(label, NO_LIST, bodies.grade)
        return
    groups = [
        Group(role_label(role, len(those)), _links(plan, (body.id for body in those)))
        for role, those in by_role(bodies.roles).items()
    ]
    if bodies.open and groups:
        groups[-1] = groups[-1]._replace(end=OPEN_END)
    yield Fact(label, Pair(), bodies.grade, groups=tuple(groups))


def document_facts(plan: Plan, lang: str) -> list[str]:
    """Return who issued the document, its number and its date, as far as they are known."""
    document = plan.document
    if document is None:
        return []
    dated = DATED.pick(lang).format(document.dates.written) if document.dates.written else ""
    return [fact for fact in (plan.issuer(lang), document.number, dated) if fact]


def quote_states(plan: Plan, lang: str) -> str:
    """Return how many quotes are in each state, in words."""
    states = [words.STATE_COUNT.format(n, STATE_LABELS[state]) for state, n in plan.state_counts.items()]
    return (words.COMMA.join(states) or NONE).pick(lang)
