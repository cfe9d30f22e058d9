"""The statements about a node, collected once; card, comparison, brief and page draw them in their own words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple, TypeVar

from plan_data.model.entities import Body, Item, Node, Quote, Target
from plan_data.model.goals import Goal, goals_of
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan

T = TypeVar("T")
"""A body, or its id."""

DATES = ("happened", "dated", "published", "reported")
"""The dates of an event, in the order in which they are shown."""


class Statement(NamedTuple):
    """Something that is said, with how well it is known."""

    text: Pair
    """The statement."""
    grade: str
    """Its grade."""


class BodyList(NamedTuple):
    """Who is to do it."""

    owner: Node
    """The node whose list it is: the node itself, or, for a task, what it lies in."""
    inherited: bool
    """Whether it is another node's list."""
    known: bool
    """Whether it is known whom the document names."""
    roles: tuple[tuple[Body, str], ...]
    """The bodies with their roles, in the printed order."""
    open: bool
    """The printed list ends with 等, "and others"."""
    grade: str
    """Its grade."""


class QuoteGroup(NamedTuple):
    """Quotes in one role."""

    role: str
    """Their role."""
    quotes: tuple[Quote, ...]
    """The quotes, in their order."""


class Statements(NamedTuple):
    """The statements about a node. Its notes, cites, sides, basis and children are read from `node` itself."""

    node: Node
    """The node."""
    grade: str
    """Grade of its title."""
    summary: Statement | None
    """Our summary."""
    bodies: BodyList | None
    """Who is to do it; None where the document gives no list."""
    dates: tuple[tuple[str, Statement], ...]
    """The dates of an event that are known, by name."""
    due: Statement | None
    """Its own deadline."""
    number: Statement | None
    """The number of a target, with its unit."""
    due_inherited: tuple[str, str]
    """The deadline of the nearest ancestor that has one, and its id; empty for an entry with its own."""
    goals: tuple[Goal, ...]
    """The goals that it is linked to; they are another document's unless they say otherwise."""
    related: tuple[str, ...]
    """Ids of everything else that it is linked to."""
    quotes: tuple[QuoteGroup, ...]
    """Quotes by role: its own, or those of its nearest ancestor that has some."""
    quotes_from: str
    """Id of that ancestor; "" where they are its own."""

    @property
    def targets(self) -> tuple[str, ...]:
        """Ids of the goals that it is linked to."""
        return tuple(goal.node.id for goal in self.goals)

    @property
    def undated(self) -> bool:
        """Whether it asks for something and no date of it is known, so that only the phases of the plan apply."""
        return self.node.kind in ("action", "task") and not self.due and not self.due_inherited[0]

    @property
    def own_quotes(self) -> tuple[QuoteGroup, ...]:
        """Its own quotes by role."""
        return () if self.quotes_from else self.quotes


def by_role(bodies: Iterable[tuple[T, str]]) -> dict[str, list[T]]:
    """Return the bodies of a list, or their ids, by role; roles and bodies in the order of the list."""
    found: dict[str, list[T]] = {}
    for body, role in bodies:
        found.setdefault(role, []).append(body)
    return found


def statements(plan: Plan, node: Node) -> Statements:
    """Collect the statements about a node."""

    def graded(name: str, en: str, zh: str = "") -> Statement | None:
        return Statement(Pair(en, zh or en), plan.grade(node, name)) if en else None

    dates = [(name, graded(name, getattr(node.event, name))) for name in DATES if node.event]
    target = node.target or Target()
    number = graded("number", target.figure("en"), target.figure("zh")) if target.number else None
    above, quotes = quote_groups(plan, node)
    goals = goals_of(plan, node)
    targets = {goal.node.id for goal in goals}
    return Statements(
        node,
        plan.grade(node),
        Statement(node.summary, plan.grade(node, "summary")) if node.summary else None,
        _bodies(plan, node),
        tuple((name, date) for name, date in dates if date),
        graded("due", node.due),
        number,
        plan.due_inherited(node),
        goals,
        tuple(id_ for id_ in node.related if id_ not in targets),
        quotes,
        above,
    )


def quote_groups(plan: Plan, item: Item) -> tuple[str, tuple[QuoteGroup, ...]]:
    """Return the quotes of anything by role; a node without any has its nearest ancestor's, whose id comes first."""
    links = [link for link in plan.quotes_of(item) if link.id in plan.quotes]
    groups = groupby(links, key=lambda link: link.role)
    found = tuple(QuoteGroup(role, tuple(plan.quotes[link.id] for link in group)) for role, group in groups)
    return (links[0].inherited_from if links else ""), found


def _bodies(plan: Plan, node: Node) -> BodyList | None:
    listed = plan.agencies_of(node)
    if not listed.rule:
        return None
    owner = plan.node(listed.inherited_from) if listed.inherited_from else node
    return BodyList(
        owner,
        owner is not node,
        listed.rule != "unknown",
        tuple((plan.bodies[id_], role) for id_, role in listed.roles()),
        listed.open,
        plan.grade(owner, "agencies"),
    )
