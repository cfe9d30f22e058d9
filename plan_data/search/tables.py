"""The tables of the search index: the tokens of each item in FTS5, and what stands at which rank.

A rank is a row of FTS5. The likelier an item is meant, by its kind and depth, the lower is its rank: so the first rows
of a match are the best, and sorting needs no scores.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from functools import lru_cache

from plan_data.cache.database import SCHEMA, Database
from plan_data.model.entities import Item, Node, Quote, Source
from plan_data.model.plan import Plan
from plan_data.search.fields import short_texts
from plan_data.search.tokens import Tokens
from plan_data.text.folding import fold_all

KIND_POINTS = {
    "plan": 65,
    "action": 75,
    "agency": 68,
    "section": 60,
    "category": 58,
    "group": 55,
    "task": 50,
    "principle": 45,
    "target": 45,
    "measure": 40,
    "clause": 38,
    "person": 35,
    "company": 35,
    "background": 30,
    "follow-up": 30,
    "event": 22,
    "challenge": 22,
    "conflict": 18,
    "source": 10,
    "quote": 0,
}
"""Points added to the score for the kind of an item."""

FTS = """CREATE VIRTUAL TABLE token USING fts5(tokens, content='', columnsize=0, detail=none, prefix='2 3 4',
  tokenize="ascii tokenchars '.,_'")"""
"""Tokens of an item in each row; no texts, and nothing on where in them a token stands."""
_A_DUTY = 1000
"""Letters of a name that weigh as much as a duty in the order of bodies: more than a name has."""


@lru_cache(1)
def has_fts() -> bool:
    """Return whether SQLite has FTS5 here; some builds of Python go without it."""
    with closing(sqlite3.connect(":memory:")) as connection, suppress(sqlite3.OperationalError):
        connection.execute(FTS)
        return True
    return False


def points(plan: Plan, item: Item) -> int:
    """Return the points of an item for its kind and depth; a quote has those of what it supports."""
    if isinstance(item, Quote):
        target = plan.get(plan.supported_by(item.id))
        return points(plan, target) if target is not None else 0
    if isinstance(item, Source):
        return KIND_POINTS["source"] - 2
    depth = plan.depths[plan.index[item.id]] if isinstance(item, Node) else 1
    return KIND_POINTS.get(item.kind, 0) - 2 * depth


def kinds_of(plan: Plan, item: Item) -> tuple[str, ...]:
    """Return the kind of an item; for a quote `quote`, and the kind of what it supports."""
    if isinstance(item, Quote):
        target = plan.get(plan.supported_by(item.id))
        return ("quote", *kinds_of(plan, target)) if target is not None else ("quote",)
    return ("source",) if isinstance(item, Source) else (item.kind,)


def ranked(plan: Plan, items: Sequence[Item]) -> array[int]:
    """Return the places of the items that are searched, the likeliest first."""
    keyed = []
    for place, item in enumerate(items):
        if isinstance(item, Quote):
            # A heading quoted from an attached copy repeats the title of its node.
            if not item.copied:
                keyed.append((2, 0, place))
            continue
        length = len(item.title.en or item.title.zh)
        if not isinstance(item, (Node, Source)):
            # Of two bodies with the same initials the one with more duties is meant more often.
            length -= _A_DUTY * len(plan.uses.duties.get(item.id, ()))
        keyed.append((-points(plan, item), length, place))
    keyed.sort()
    return array("I", [place for _, _, place in keyed])


def write_index(database: Database, plan: Plan) -> None:
    """Write the search index of a plan."""
    items: list[Item] = [*plan.nodes, *plan.bodies.values(), *plan.sources.values(), *plan.quotes.values()]
    places = ranked(plan, items)
    tokens = Tokens(plan.bodies.values())
    if has_fts():
        database.connection.execute(FTS)
        # The tokens of a large plan are sorted in memory and written once.
        database.connection.execute("INSERT INTO token(token, rank) VALUES('hashsize', 33554432)")
        database.connection.executemany(
            "INSERT INTO token(rowid, tokens) VALUES(?,?)", _rows(plan, items, places, tokens)
        )
        database.connection.execute("INSERT INTO token(token) VALUES('optimize')")
    else:
        names = (" ".join([items[place].id, *(text for _, text in short_texts(items[place]))]) for place in places)
        folded = "\n".join(fold_all([" ".join(name.split()) for name in names]))
        tokens.words.update(word for word in folded.split() if word.isalpha())
        database.add_entries("names", {"all": folded})
    words, long_words = ("\n".join(sorted(some)) for some in (tokens.words, tokens.long_words))
    database.add_entries("search", {"places": places.tobytes(), "words": words, "long words": long_words})


def _rows(plan: Plan, items: Sequence[Item], places: array[int], tokens: Tokens) -> Iterator[tuple[int, str]]:
    asked = ((items[place], kinds_of(plan, items[place])) for place in places)
    return enumerate(tokens.of(asked))


def in_memory(plan: Plan) -> Database:
    """Return a database in memory with the search index of a plan, for where there is no file."""
    database = Database(sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None))
    database.connection.executescript(f"PRAGMA journal_mode=OFF; {SCHEMA}")
    database.connection.execute("BEGIN")
    write_index(database, plan)
    database.connection.execute("COMMIT")
    return database
