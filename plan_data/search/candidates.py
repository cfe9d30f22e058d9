"""Selects the items that a query may match, the likeliest first, by questions to FTS5 from narrow to wide.

The first questions are for names, then for all words of the query in short texts, then in any text. When nothing stands
in short texts the search widens to letters inside words, to misspellings, and to some of the words.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from plan_data.cache.database import Database
from plan_data.search import tokens
from plan_data.search.expressions import Expressions, begun, both, either, mixed, one, sound
from plan_data.search.query import Query
from plan_data.search.spelling import Corrections

SHORTEST_ID = 5
"""Fewest characters of a query with a dot that may be the beginning of an id."""
ENOUGH = 8
"""Number of candidates below which the search also looks for scattered letters."""
_ALL = 2**31
_QUOTES = frozenset({"quote"})


class Candidates(NamedTuple):
    """The items that a query may match, and how they were found."""

    places: list[int]
    """Places of the likeliest items, best first."""
    is_cut: bool = False
    """Whether there are more."""
    match: str = ""
    """What FTS5 is to be asked for all of them."""
    wide: bool = False
    """Whether letters inside words count as a match."""
    near: Mapping[str, Mapping[str, int]] = {}
    """For each query word the words that it may misspell, with the number of errors."""
    omitted: bool = False
    """Whether words of the query may be left out."""


class CandidateFinder:
    """Finds candidates in the tables of an index."""

    is_partial = False
    """Whether only ids, numbers and names are searched."""

    def __init__(self, database: Database) -> None:
        """Take the tables."""
        self._database = database
        words, long_words = (database.entry("search", name).split("\n") for name in ("words", "long words"))
        self._expressions = Expressions(words, long_words)
        self._corrections = Corrections(words)

    @cached_property
    def places(self) -> array[int]:
        """The places of the searched items by rank."""
        return array("I", self._database.entry("search", "places"))

    def all_of(self, match: str) -> list[int]:
        """Return the places of all items that an expression matches."""
        rows = self._database.connection.execute("SELECT rowid FROM token(?)", (match,))
        return [self.places[rank] for (rank,) in rows]

    def find(self, query: Query, named: str, most: int, fewer: int) -> Candidates:
        """Return the candidates for a query.

        Args:
            query: The query.
            named: Id of the node whose number it is; "" for none.
            most: Most candidates to return.
            fewer: Most candidates to return when the search widens: each one takes longer to score then.
        """
        of, words = self._expressions, query.words
        found = _Found(self._database, query)
        found.take(one(tokens.whole(tokens.NAME, query.text)), most // 2)
        found.take(both((of.name(query.text), *map(of.prefix, words))), most // 2)
        found.take(both(map(of.whole, words)), most)
        found.take(both(map(of.prefix, words)), most)
        if len(words) > 1 and query.joined.isascii() and query.joined.isalnum():
            found.take(either((sound(query.joined), one(tokens.INITIALS + query.joined))), most)
        found.take(both(map(of.short, words)), most)
        if found.ranks or query.strict or query.kinds == _QUOTES:
            found.take(both(map(of.long, words)), most)
        near: dict[str, dict[str, int]] = {}
        omitted = False
        wide = not found.ranks and not query.strict
        if wide:
            near = {word: self._corrections.near(word) for word in words}
            found.take(both(of.wide(word, near[word]) for word in words), fewer)
            if len(words) == 1 and len(found.ranks) < ENOUGH:
                found.take(of.scattered(words[0]), fewer)
            omitted = not found.ranks and len(words) > 1
            for count in range(len(words) - 1, (len(words) - 1) // 2, -1) if omitted else ():
                found.take(of.some(words, [near[word] for word in words], count), fewer)
            if query.joined.isalpha() and query.joined.isascii():
                found.take(mixed(query.joined), fewer)
        is_cut = len(found.ranks) >= (fewer if wide else most)
        by_id = _Found(self._database, query)
        begins = "." in query.text and len(query.text) >= SHORTEST_ID
        by_id.take((begun if begins else one)(tokens.whole(tokens.ID, query.text)), most)
        by_id.take(one(tokens.whole(tokens.ID, named)), most)
        places = [self.places[rank] for rank in {**found.ranks, **by_id.ranks}]
        return Candidates(places, is_cut, either(found.matches), wide, near, omitted)


class _Found:
    """What is found for a query so far."""

    def __init__(self, database: Database, query: Query) -> None:
        self._connection = database.connection
        self._kinds = either(one(tokens.whole(tokens.KIND, kind)) for kind in sorted(query.kinds))
        self.ranks: dict[int, None] = {}
        """Ranks, the likeliest first."""
        self.matches: list[str] = []
        """The expressions for all that fits, those that were not asked for among them."""

    def take(self, match: str, most: int) -> None:
        """Add the ranks that an expression matches, until there are `most`."""
        if not match:
            return
        match = f"({match}) AND ({self._kinds})" if self._kinds else f"({match})"
        self.matches.append(match)
        if len(self.ranks) >= most:
            return
        for (rank,) in self._connection.execute("SELECT rowid FROM token(?) LIMIT ?", (match, min(most, _ALL))):
            if len(self.ranks) >= most:
                break
            self.ranks[rank] = None
