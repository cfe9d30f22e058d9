"""What is said of each node, in words: the common ground of the brief and of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plan_data.exports.records import linked_targets
from plan_data.labels.roles import AGENCY_ROLE_LABELS
from plan_data.labels.text_fields import TEXT_FIELD_LABELS
from plan_data.model.entities import STATEMENTS, Body, Node, Pair, Quote, Source, Target, texts_of
from plan_data.model.plan import Plan

NO_LIST = Pair("the document's list is not known yet", "文件所列部门尚不清楚")
AND_OTHERS = Pair("and others (等)", "等")


class Link(NamedTuple):
    """Something that a fact names."""

    id: str
    """Its id."""
    text: Pair
    """What it is called."""


class Fact(NamedTuple):
    """One statement about a node."""

    label: Pair
    """What it is about."""
    text: Pair
    """What it says, before the links."""
    grade: str = ""
    """Its grade; "" for what is no statement of the document."""
    links: tuple[Link, ...] = ()
    """What it names."""


class Side(NamedTuple):
    """A side of a conflict."""

    says: Pair
    """What it says."""
    grade: str
    """Its grade."""
    quotes: tuple[Quote, ...]
    """The quotes that say it."""
    cites: tuple[Source, ...]
    """The sources where it was seen."""


class Entry(NamedTuple):
    """A node with everything that is said of it."""

    node: Node
    """The node."""
    level: int
    """Levels below the top of what is exported, from 0."""
    grade: str
    """Grade of its title."""
    facts: tuple[Fact, ...]
    """What is said of it besides its summary."""
    sides: tuple[Side, ...]
    """The sides of a conflict."""
    quotes: tuple[tuple[Quote, str], ...]
    """Its own quotes, each with its role."""


def branch(plan: Plan, top: str) -> list[str]:
    """Return the ids of a node and all below it, in reading order; raises KeyError."""
    return [node.id for node in plan.subtree(top)]


def entries(plan: Plan, ids: Iterable[str]) -> Iterator[Entry]:
    """Yield the entries of nodes, in the order given; levels are counted from the nearest ancestor among them."""
    levels: dict[str, int] = {}
    there = frozenset(ids := list(ids))
    for id_ in ids:
        node = plan.node(id_)
        above = [levels[a.id] for a in plan.ancestors(id_) if a.id in levels]
        level = levels[id_] = above[-1] + 1 if above else 0
        sides = tuple(
            Side(
                side.says,
                side.evidence,
                tuple(plan.quotes[q] for q in side.quotes),
                tuple(plan.sources[s] for s in side.cites),
            )
            for side in (node.conflict.sides if node.conflict else ())
        )
        quotes = tuple((plan.quotes[link.id], link.role) for link in node.quotes)
        yield Entry(node, level, plan.grade(node), tuple(_facts(plan, node, there)), sides, quotes)


def sources_of(plan: Plan, ids: Sequence[str]) -> list[Source]:
    """Return the sources that nodes rest on: of their quotes, of what they cite, and those they are related to.

    The whole plan rests on all sources.
    """
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
    """Return what something is called, in both languages."""
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


def _facts(plan: Plan, node: Node, there: frozenset[str]) -> Iterator[Fact]:
    for name, text in texts_of(node).items():
        if name != "summary":
            yield Fact(TEXT_FIELD_LABELS[name], text, plan.grade(node, name) if name in STATEMENTS else "")
    yield from _agencies(plan, node, there)
    if node.event:
        for label, date in zip(_DATES, node.event[1:5], strict=True):
            if date:
                yield Fact(_DATES[label], Pair(date, date), plan.grade(node, label))
    if node.due:
        yield Fact(Pair("Due", "期限"), Pair(node.due, node.due), plan.grade(node, "due"))
    if node.target:
        yield from _target(plan, node, node.target)
    targets = linked_targets(plan, node)
    if targets:
        text = Pair("none of its own is known; see", "尚未见自身目标；参见")
        if node.kind in ("plan", "target", "event", "conflict", "follow-up", "background", "challenge"):
            text = Pair("see", "参见")
        yield Fact(Pair("Targets", "目标"), text, "", _links(plan, targets))
    if node.basis and node.basis.kind != "inferred":
        words = {"direct": "the same subject", "close": "a nearby subject"}[node.basis.kind]
        yield Fact(Pair("In the briefing", "发布会所述"), Pair(words, ""), "", (_link(plan, node.basis.node),))
    related = [id_ for id_ in node.related if id_ not in targets]
    if related:
        yield Fact(Pair("Related", "相关"), Pair(), "", _links(plan, related))


_DATES = {
    "happened": Pair("Happened", "发生"),
    "dated": Pair("Dated", "成文"),
    "published": Pair("Published", "发布"),
    "reported": Pair("Reported", "报道"),
}


def _links(plan: Plan, ids: Sequence[str]) -> tuple[Link, ...]:
    return tuple(_link(plan, id_) for id_ in ids)


def _agencies(plan: Plan, node: Node, there: frozenset[str]) -> Iterator[Fact]:
    listed = plan.agencies_of(node)
    if not listed.rule:
        return
    owner = plan.node(listed.inherited_from) if listed.inherited_from else node
    label = Pair("Responsible", "负责部门")
    if listed.inherited_from:
        number = owner.number or owner.id
        label = Pair(f"Responsible, as action {number}", f"负责部门（同行动{number}）")
    grade = plan.grade(owner, "agencies")
    if listed.inherited_from in there:
        yield Fact(Pair("Responsible", "负责部门"), Pair("as", "同"), grade, (_link(plan, owner.id),))
        return
    if listed.rule == "unknown":
        yield Fact(label, NO_LIST, grade)
        return
    by_role: dict[str, list[str]] = {}
    for id_, role in listed.roles():
        by_role.setdefault(role, []).append(id_)
    for role, ids in by_role.items():
        last = role == list(by_role)[-1]
        open_ = (Link("", AND_OTHERS),) if listed.open and last else ()
        words = AGENCY_ROLE_LABELS[role]
        yield Fact(label, Pair(words, _ROLES[role]), grade, (*_links(plan, ids), *open_))


_ROLES = {"lead": "牵头", "joint_lead": "共同牵头", "member": "参与", "responsible": "负责"}


def _target(plan: Plan, node: Node, target: Target) -> Iterator[Fact]:
    if target.number:
        unit_en, unit_zh = target.unit.en, target.unit.zh or target.unit.en
        text = Pair(f"{target.number} {unit_en}".strip(), f"{target.number} {unit_zh}".strip())
        yield Fact(Pair("Number", "数值"), text, plan.grade(node, "number"))
    if target.owner:
        yield Fact(Pair("Whose", "出自"), Pair(), "", (_link(plan, target.owner),))
