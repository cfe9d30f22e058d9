"""A plan in a database: what is written of it, and the plan that makes its parts when they are asked for.

So a plan of 100,000 nodes opens as fast as one of 250, and takes no more memory.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from plan_data.cache.database import DAMAGE, Database, StoredMap, StoredNodes
from plan_data.errors import Progress
from plan_data.labels.index_notices import MADE_ANEW
from plan_data.model.entities import Node
from plan_data.model.pair import Pair
from plan_data.model.plan import Columns, Plan
from plan_data.model.uses import Uses

if TYPE_CHECKING:
    from plan_data.model.copy_report import Report

T = TypeVar("T")
_NUMBERS = ("depths", "parents", "ends")
"""Columns of numbers."""
_PROPERTIES = ("quotes_by_source", "printed", "headings", "tally")
"""Properties of a plan that are stored whole."""
_MAPS = ("bodies", "sources", "quotes", "backlinks", "terms", "names", *(f"uses.{name}" for name in Uses._fields))
"""Mappings of a plan that are stored entry by entry."""


def write_plan(database: Database, plan: Plan) -> None:
    """Write a plan."""
    database.add_nodes(plan.nodes)
    columns = plan.columns
    head: dict[str, Any] = {name: getattr(columns, name).tobytes() for name in _NUMBERS}
    head |= {"ids": "\n".join(columns.ids), "signs": columns.signs}
    head |= {"totals": dict(plan.totals), "findings": plan.findings, "notices": plan.notices}
    database.add_entries("head", head)
    database.add_entries("property", {name: getattr(plan, name) for name in _PROPERTIES})
    database.add_entries("reports", {id_: make() for id_, make in plan.reports.items()})
    for name in _MAPS:
        database.add_entries(name, attrgetter(name)(plan))


def tell_damage(database: Database, notices: list[Pair]) -> None:
    """Remove the file of a database that is damaged, and add to the notices that it is made anew."""
    database.discard()
    if MADE_ANEW["damaged"] not in notices:
        notices.append(MADE_ANEW["damaged"])


class StoredPlan:
    """Reads a plan from its database; where that is damaged, from its files."""

    def __init__(self, database: Database, load: Callable[[Progress | None], Plan]) -> None:
        """Take the database, and what reads the plan from its files."""
        self._database = database
        self._load = load
        self._notices: list[Pair] = []

    @cached_property
    def _loaded(self) -> Plan:
        """The plan, read from its files because the database is damaged."""
        tell_damage(self._database, self._notices)
        return self._load(None)

    def _read(self, stored: Callable[[], T], loaded: Callable[[Plan], T]) -> T:
        try:
            return stored()
        except DAMAGE:
            return loaded(self._loaded)

    def _nodes(self, first: int, last: int) -> Sequence[Node]:
        return self._read(lambda: self._database.nodes(first, last), lambda plan: plan.nodes[first:last])

    def _map(self, name: str) -> StoredMap[Any]:
        stored, loaded = self._database, attrgetter(name)
        return StoredMap(
            lambda: self._read(lambda: stored.keys(name), lambda plan: list(loaded(plan))),
            lambda key: self._read(lambda: stored.entry(name, key), lambda plan: loaded(plan)[key]),
        )

    def _report(self, id_: str) -> Report:
        found: Report = self._read(lambda: self._database.entry("reports", id_), lambda plan: plan.reports[id_]())
        return found

    def plan(self, folder: Path) -> Plan:
        """Return the plan; raises one of `DAMAGE` where the head is damaged."""
        database = self._database
        head = {name: database.entry("head", name) for name in database.keys("head")}
        depths, parents, ends = (array("I", head[name]) for name in _NUMBERS)
        columns = Columns(head["ids"].split("\n"), depths, parents, ends, head["signs"])
        nodes = StoredNodes(len(columns.ids), self._nodes)
        maps = {name: self._map(name) for name in _MAPS}
        bodies, sources, quotes = (maps.pop(name) for name in ("bodies", "sources", "quotes"))
        reports = {id_: partial(self._report, id_) for id_ in database.keys("reports")}
        about = head["totals"], head["findings"], columns, reports
        plan = Plan(folder, nodes, depths, bodies, sources, quotes, *about)
        plan.database = database
        plan.notices = self._notices = head["notices"]
        # Cached properties that the plan would otherwise compute from all of its parts.
        vars(plan).update(
            {name: database.entry("property", name) for name in _PROPERTIES},
            uses=Uses(*(maps.pop(f"uses.{name}") for name in Uses._fields)),
            **maps,
        )
        return plan
