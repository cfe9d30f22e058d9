"""Uses of ids, stored field by field, with each text once.

This serves size alone: 100,000 nodes are read in 200 MiB, with a list of `Ref` it takes 50 MiB more.
"""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterator, Mapping

from plan_data.loading.references import Ref


class Refs:
    """Uses of ids, in the order in which they were read."""

    def __init__(self) -> None:
        """Start empty."""
        self._texts: dict[str, str] = {}
        self._ids: list[str] = []
        self._kinds: list[str] = []
        self._files: list[str] = []
        self._owners: list[str] = []
        self._withins: list[str] = []
        self._rests: list[str] = []
        self._lines = array("I")
        self._columns = array("I")

    def add(self, id_: str, kinds: str, file: str, line: int, column: int, path: str, owner: str, within: str) -> str:
        """Add a use, field by field as in `Ref`; return its id, the same object for the same id.

        Args:
            within: Path of the owner, with which the path begins.
        """
        once = self._texts.setdefault
        id_ = once(id_, id_)
        rest = path[len(within) :]
        self._ids.append(id_)
        self._kinds.append(kinds)
        self._files.append(file)
        self._owners.append(owner)
        self._withins.append(within)
        self._rests.append(once(rest, rest))
        self._lines.append(line)
        self._columns.append(column)
        return id_

    def wrong(self, known: Mapping[str, Container[str]]) -> Iterator[Ref]:
        """Yield the uses of an id that does not exist, and of an id by its own owner.

        Args:
            known: The ids that each of `Ref.kinds` may name.
        """
        for n, (id_, kinds, owner) in enumerate(zip(self._ids, self._kinds, self._owners, strict=True)):
            if id_ == owner or id_ not in known[kinds]:
                path = self._withins[n] + self._rests[n]
                yield Ref(id_, kinds, self._files[n], self._lines[n], self._columns[n], path, owner)
