"""A database of one plan: its parts and the tables of its search index, in a file or in memory.

SQLite finds damage to its own structure only. Each row has a checksum, so that no other text is ever shown for the
plan's. The pages of FTS5 have none: there damage loses hits, and shows no wrong ones.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pickle import UnpicklingError
from typing import Any, TypeVar, overload
from zlib import crc32

from plan_data.cache.packing import pack, unpack

T = TypeVar("T")

SCHEMA = """
CREATE TABLE item(place INTEGER PRIMARY KEY, data BLOB, sum INTEGER);
CREATE TABLE entry(kind TEXT, key TEXT, data BLOB, sum INTEGER);
CREATE INDEX by_key ON entry(kind, key);
"""
"""Nodes, bodies, sources and quotes by their place, in this order; and what else is looked up by a key."""
PAGES_KEPT = 16_384
"""Kibibytes of the file that SQLite keeps in memory."""
ITEMS_KEPT = 4096
"""Items that stay unpacked."""


class Damaged(Exception):
    """A row does not have its checksum, or is missing."""


DAMAGE = (Damaged, sqlite3.Error, UnpicklingError, EOFError, ValueError, TypeError, AttributeError, IndexError)
"""What reading a damaged file may raise."""


class Database:
    """The tables of a plan. Threads may read at the same time."""

    def __init__(self, connection: sqlite3.Connection, discard: Callable[[], None] = lambda: None) -> None:
        """Take a connection, which is closed with the last reference to this object.

        Args:
            connection: The connection.
            discard: Removes the file.
        """
        self.connection = connection
        self.discard = discard
        """Removes the file, which is damaged."""

    def __del__(self) -> None:
        self.connection.close()

    # Writing.

    def add_items(self, items: Iterable[Any]) -> None:
        """Add the items of a plan, in order."""
        packed = ((place, pack(item)) for place, item in enumerate(items))
        rows = ((place, data, crc32(data, place)) for place, data in packed)
        self.connection.executemany("INSERT INTO item VALUES(?,?,?)", rows)

    def add_entries(self, kind: str, entries: Mapping[str, Any]) -> None:
        """Add entries of a kind, in order."""
        packed = ((key, pack(value)) for key, value in entries.items())
        rows = ((kind, key, data, self.checksum(kind, key, data)) for key, data in packed)
        self.connection.executemany("INSERT INTO entry VALUES(?,?,?,?)", rows)
        if kind != "keys":
            self.add_entries("keys", {kind: list(entries)})

    def has_table(self, name: str) -> bool:
        """Return whether there is a table of this name."""
        return self.connection.execute("SELECT 1 FROM sqlite_master WHERE name=?", (name,)).fetchone() is not None

    @staticmethod
    def checksum(kind: str, key: str, data: bytes) -> int:
        """Return the checksum of an entry."""
        return crc32(data, crc32(f"{kind} {key}".encode()))

    # Reading. Each raises Damaged or sqlite3.DatabaseError where the file is damaged.

    def item(self, place: int) -> Any:
        """Return the item at a place."""
        return next(self.items(place, place + 1))

    def items(self, first: int, last: int) -> Iterator[Any]:
        """Yield the items at the places from `first` up to, not with, `last`."""
        rows = self.connection.execute("SELECT place, data, sum FROM item WHERE place>=? AND place<?", (first, last))
        for place in range(first, last):
            row = rows.fetchone()
            if row is None or row[0] != place or crc32(row[1], place) != row[2]:
                raise Damaged(place)
            yield unpack(row[1])

    def entry(self, kind: str, key: str) -> Any:
        """Return an entry that is there."""
        row = self.connection.execute("SELECT data, sum FROM entry WHERE kind=? AND key=?", (kind, key)).fetchone()
        if row is None or self.checksum(kind, key, row[0]) != row[1]:
            raise Damaged(kind)
        return unpack(row[0])

    def keys(self, kind: str) -> list[str]:
        """Return the keys of the entries of a kind, in order."""
        found: list[str] = self.entry("keys", kind)
        return found


class StoredItems(Sequence[T]):
    """Things of a database at consecutive places, each made when it is asked for."""

    def __init__(self, count: int, read: Callable[[int, int], Sequence[T]]) -> None:
        """Take how many there are, and what returns those from one index up to another."""
        self._count = count
        self._read = read
        self._one = lru_cache(ITEMS_KEPT)(lambda index: read(index, index + 1)[0])

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            first, last, step = index.indices(self._count)
            return self._read(first, last)[::step] if step > 0 else [self[i] for i in range(first, last, step)]
        if not -self._count <= index < self._count:
            raise IndexError(index)
        return self._one(index % self._count)


class StoredMap(Mapping[str, T]):
    """Things of a database by key, in order, each made when it is asked for."""

    def __init__(self, keys: Callable[[], Iterable[str]], read: Callable[[str], T]) -> None:
        """Take what returns the keys, and what returns the thing of a key."""
        self._keys = keys
        self._read = lru_cache(ITEMS_KEPT)(read)

    @cached_property
    def _known(self) -> Mapping[str, None]:
        return dict.fromkeys(self._keys())

    def __len__(self) -> int:
        return len(self._known)

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __contains__(self, key: object) -> bool:
        return key in self._known

    def __getitem__(self, key: str) -> T:
        if key not in self._known:
            raise KeyError(key)
        return self._read(key)
