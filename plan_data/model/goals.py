"""By when an entry wants what: the goals that it is linked to, and the phases of the plan as a whole."""

from __future__ import annotations

from typing import NamedTuple

from plan_data.labels.deadlines import by_date
from plan_data.model.entities import Node
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan


class Goal(NamedTuple):
    """A goal that an entry is linked to."""

    node: Node
    """The goal."""
    due: str
    """Its deadline, its own or inherited; "" for none."""
    due_from: str
    """Id of the ancestor that states the deadline; "" where it is its own."""
    owner: str
    """Id of the body or entry whose goal it is, where that is not the plan itself; "" for the plan's."""
    grade: str
    """Its grade, as the outline shows it."""

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure that nobody set as a target."""
        return self.node.target is not None and self.node.target.sort == "figure"


def goals_of(plan: Plan, node: Node) -> tuple[Goal, ...]:
    """Return the goals that a node is linked to; they are another document's unless they say otherwise."""
    return tuple(_goal(plan, plan.node(id_)) for id_ in linked_targets(plan, node))


def _goal(plan: Plan, goal: Node) -> Goal:
    due, due_from = (goal.due, "") if goal.due else plan.due_inherited(goal)
    owner = goal.target.owner if goal.target and not due_from else ""
    return Goal(goal, due, due_from, "" if owner == plan.root.id else owner, plan.shown_grade(goal))


def linked_targets(plan: Plan, node: Node) -> tuple[str, ...]:
    """Return the ids of the targets that a node is linked to."""
    return tuple(id_ for id_ in node.related if plan.kind_of(id_) == "target")


def phase_quote(plan: Plan, phase: Node) -> str:
    """Return the id of the quote that states a phase of the plan; "" for none."""
    return next((link.id for link in phase.quotes if link.id in plan.quotes), "")


def phase_name(phase: Node) -> Pair:
    """Return the name of a phase of the plan, without its date, to stand within a line."""
    title = phase.title
    names = [title.name(lang).removesuffix(f" {by_date(phase.due)}") for lang in ("en", "zh")]
    return Pair(*(name[:1].lower() + name[1:] if name[1:2].islower() else name for name in names))
