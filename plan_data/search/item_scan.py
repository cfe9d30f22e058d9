"""Finds candidates where SQLite has no FTS5: among all items of a small plan, among the names of a large one.

Some builds of Python go without FTS5 (astral-sh/python-build-standalone, issue 694).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import islice

from plan_data.cache.database import Database
from plan_data.model.plan import Plan
from plan_data.search.candidates import CandidateFinder, Candidates
from plan_data.search.fields import Fields
from plan_data.search.query import Query
from plan_data.search.scoring import best_match
from plan_data.search.tables import kinds_of

LARGE = 5_000
"""Nodes from which on only ids, numbers and names are searched."""


class ItemScan(CandidateFinder):
    """Finds candidates by looking at one item after the other."""

    def __init__(self, database: Database, plan: Plan, fields: Callable[[int], Fields]) -> None:
        """Take the tables, the plan, and what returns the fields of the item at a place."""
        super().__init__(database)
        self._plan = plan
        self._fields = fields
        self.is_partial = len(plan.nodes) > LARGE

    @cached_property
    def _names(self) -> list[str]:
        """The folded names of each item, by rank."""
        names: str = self._database.entry("names", "all")
        return names.split("\n")

    def find(self, query: Query, named: str, most: int, fewer: int) -> Candidates:
        """Return the candidates for a query; of a large plan those with all words in their ids and names."""
        places: Iterable[int] = self.places
        if self.is_partial:
            lines = enumerate(self._names)
            places = (self.places[rank] for rank, names in lines if all(word in names for word in query.words))
        if query.kinds:
            places = (place for place in places if query.kinds.intersection(self._kinds_at(place)))
        found = Candidates(list(islice(places, most if self.is_partial else None)))
        for wide in (False, True) if not self.is_partial else ():
            near = {word: self._corrections.near(word) for word in query.words if wide}
            looks = Candidates([], wide=wide, near=near, omitted=wide and len(query.words) > 1)
            fitting = [place for place in found.places if best_match(self._fields(place), query, looks, named=False)]
            if fitting or query.strict:
                return looks._replace(places=fitting)
        return found

    def _kinds_at(self, place: int) -> tuple[str, ...]:
        return kinds_of(self._plan, self._plan.item_at(place))
