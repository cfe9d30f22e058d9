"""A plan in a database: what is written of it, and the plan that makes its parts when they are asked for.

So a plan of 100,000 nodes opens as fast as one of 250, and takes no more memory.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from plan_data.cache.database import DAMAGE, Database, StoredItems, StoredMap
from plan_data.errors import Progress
from plan_data.labels.index_notices import MADE_ANEW
from plan_data.model.entities import Item, Node
from plan_data.model.pair import Pair
from plan_data.model.plan import Columns, Plan
from plan_data.model.uses import Uses

_NUMBERS = ("depths", "parents", "ends")
"""Columns of numbers."""
_PROPERTIES = ("quotes_by_source", "printed", "headings", "tally")
"""Properties of a plan that are stored whole."""


def items_of(plan: Plan) -> Sequence[Item]:
    """Return the nodes, bodies, sources and quotes of a plan, in this order: an item has its place in it."""
    return [*plan.nodes, *plan.bodies.values(), *plan.sources.values(), *plan.quotes.values()]


def write_plan(database: Database, plan: Plan, items: Sequence[Item]) -> None:
    """Write a plan, whose items are `items`."""
    database.add_items(items)
    columns = plan.columns
    head: dict[str, Any] = {name: getattr(columns, name).tobytes() for name in _NUMBERS}
    head |= {"ids": "\n".join(columns.ids), "signs": columns.signs}
    head |= {name: list(getattr(plan, name)) for name in ("bodies", "sources", "quotes", "reports")}
    head |= {"totals": dict(plan.totals), "findings": plan.findings, "notices": plan.notices}
    database.add_entries("head", head)
    database.add_entries("property", {name: getattr(plan, name) for name in _PROPERTIES})
    database.add_entries("backlinks", plan.backlinks)
    database.add_entries("terms", plan.terms)
    database.add_entries("named", plan.names)
    database.add_entries("reports", {id_: make() for id_, make in plan.reports.items()})
    for name, uses in plan.uses._asdict().items():
        database.add_entries(name, uses)


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

    def _entry(self, kind: str, of_plan: Callable[[Plan], Mapping[str, Any]], key: str) -> Any:
        try:
            return self._database.entry(kind, key)
        except DAMAGE:
            return of_plan(self._loaded)[key]

    def _map(self, kind: str, of_plan: Callable[[Plan], Mapping[str, Any]]) -> StoredMap[Any]:
        """Return the entries of a kind; `of_plan` returns the same of a plan that was loaded."""

        def keys() -> list[str]:
            try:
                return self._database.keys(kind)
            except DAMAGE:
                return list(of_plan(self._loaded))

        return StoredMap(keys, partial(self._entry, kind, of_plan))

    def _items(self, first: int, of_plan: Callable[[Plan], Sequence[Any]], at: int, end: int) -> Sequence[Any]:
        try:
            return tuple(self._database.items(first + at, first + end))
        except DAMAGE:
            return of_plan(self._loaded)[at:end]

    def plan(self, folder: Path) -> Plan:
        """Return the plan; raises one of `DAMAGE` where the head is damaged."""
        database = self._database
        head = {name: database.entry("head", name) for name in database.keys("head")}
        numbers = {name: array("I", head[name]) for name in _NUMBERS}
        ids = head["ids"].split("\n")
        columns = Columns(ids, signs=head["signs"], **numbers)
        first = len(ids)
        nodes: StoredItems[Node] = StoredItems(first, partial(self._items, 0, lambda plan: plan.nodes))
        maps: dict[str, StoredMap[Any]] = {}
        for name in ("bodies", "sources", "quotes"):
            maps[name] = self._of_ids(name, head[name], first)
            first += len(head[name])
        reports = {id_: partial(self._report, id_) for id_ in head["reports"]}
        bodies, sources, quotes = maps.values()
        about = head["totals"], head["findings"], columns, reports
        plan = Plan(folder, nodes, columns.depths, bodies, sources, quotes, *about)
        plan.database = database
        plan.notices = self._notices = head["notices"]
        # Cached properties that the plan would otherwise compute from all of its parts.
        vars(plan).update(
            {name: database.entry("property", name) for name in _PROPERTIES},
            backlinks=self._map("backlinks", lambda plan: plan.backlinks),
            terms=self._map("terms", lambda plan: plan.terms),
            names=self._map("named", lambda plan: plan.names),
            uses=Uses(*(self._map(name, partial(_uses_of, name)) for name in Uses._fields)),
        )
        return plan

    def _of_ids(self, name: str, ids: Sequence[str], first: int) -> StoredMap[Any]:
        """Return the bodies, sources or quotes, whose first one has the place `first`."""
        at = {id_: n for n, id_ in enumerate(ids)}

        def of_plan(plan: Plan) -> Sequence[Any]:
            return list(getattr(plan, name).values())

        return StoredMap(lambda: ids, lambda id_: self._items(first, of_plan, at[id_], at[id_] + 1)[0])

    def _report(self, id_: str) -> Any:
        return self._entry("reports", lambda plan: {id_: plan.reports[id_]()}, id_)


def _uses_of(name: str, plan: Plan) -> Mapping[str, Any]:
    found: Mapping[str, Any] = getattr(plan.uses, name)
    return found
