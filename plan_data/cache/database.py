"""A database of one plan: its parts and the tables of its search index, in a file or in memory.

SQLite finds damage to its own structure only. Each row has a checksum, so that no other text is ever shown for the
plan's. The pages of FTS5 have none: there damage loses hits, and shows no wrong ones.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pickle import UnpicklingError
from typing import Any, TypeVar
from zlib import crc32

from plan_data.cache.packing import pack, unpack
from plan_data.model.entities import Node

T = TypeVar("T")

SCHEMA = """
CREATE TABLE node(place INTEGER PRIMARY KEY, data BLOB, sum INTEGER);
CREATE TABLE entry(kind TEXT, key TEXT, data BLOB, sum INTEGER);
CREATE INDEX by_key ON entry(kind, key);
"""
"""Nodes in reading order; and all that is looked up by a key."""
KEPT = 4096
"""Nodes, and entries of a kind, that stay unpacked."""


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

    def add_nodes(self, nodes: Iterable[Node]) -> None:
        """Add the nodes of a plan, in order."""
        packed = ((place, pack(node)) for place, node in enumerate(nodes))
        rows = ((place, data, crc32(data, place)) for place, data in packed)
        self.connection.executemany("INSERT INTO node VALUES(?,?,?)", rows)

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

    def nodes(self, first: int, last: int) -> Sequence[Node]:
        """Return the nodes at the places from `first` up to, not with, `last`."""
        rows = self.connection.execute("SELECT * FROM node WHERE place>=? AND place<?", (first, last)).fetchall()
        if [row[0] for row in rows] != list(range(first, last)):
            raise Damaged(first)
        if any(crc32(data, place) != checksum for place, data, checksum in rows):
            raise Damaged(first)
        return [unpack(data) for _, data, _ in rows]

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


class StoredNodes(Sequence[Node]):
    """The nodes of a plan, each made when it is asked for."""

    def __init__(self, count: int, read: Callable[[int, int], Sequence[Node]]) -> None:
        """Take how many there are, and what returns those from one place up to another."""
        self._count = count
        self._read = read
        self._one = lru_cache(KEPT)(lambda place: read(place, place + 1)[0])

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            first, last, step = place.indices(self._count)
            return tuple(self._read(first, last)[::step] if step > 0 else map(self._one, range(first, last, step)))
        if not -self._count <= place < self._count:
            raise IndexError(place)
        return self._one(place % self._count)


class StoredMap(Mapping[str, T]):
    """Things of a database by key, in order, each made when it is asked for."""

    def __init__(self, keys: Callable[[], Iterable[str]], read: Callable[[str], T]) -> None:
        """Take what returns the keys, and what returns the thing of a key."""
        self._keys = keys
        self._read = lru_cache(KEPT)(read)

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
