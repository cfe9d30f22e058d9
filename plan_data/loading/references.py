"""Where ids are written and where they are used, in columns: of a large plan there are hundreds of thousands."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Ref(NamedTuple):
    """A use of an id, to be looked up when everything is read."""

    id: str
    """The id."""
    kinds: str
    """What it may name: `node`, `body`, `source`, `quote`, `any` (all but quotes), or `category`."""
    file: str
    """Name of the file."""
    line: int
    """From 1."""
    column: int
    """From 1."""
    path: str
    """Where in the tree."""
    owner: str
    """Id of the thing that uses it."""


class Refs:
    """Uses of ids, in the order in which they were read; each text that recurs is kept once."""

    def __init__(self) -> None:
        """Start empty."""
        self._texts: dict[str, str] = {}
        self._columns: tuple[list[str], ...] = ([], [], [], [], [], [])
        self._lines = array("I")
        self._places = array("I")

    def add(self, use: Ref, within: str) -> str:
        """Keep a use; return its id, the same object for the same id.

        Args:
            use: The use.
            within: The path of the thing that uses it, with which most paths in it begin.
        """
        once = self._texts.setdefault
        if not use.path.startswith(within):
            within = ""
        id_ = once(use.id, use.id)
        rest = use.path[len(within) :]
        for column, text in zip(
            self._columns, (id_, use.kinds, use.file, within, once(rest, rest), use.owner), strict=True
        ):
            column.append(text)
        self._lines.append(use.line)
        self._places.append(use.column)
        return id_

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[Ref]:
        for id_, kinds, file, within, rest, owner, line, column in zip(
            *self._columns, self._lines, self._places, strict=True
        ):
            yield Ref(id_, kinds, file, line, column, within + rest, owner)


class Place(NamedTuple):
    """Where an id was first written."""

    file: str
    """Name of the file."""
    line: int
    """From 1."""
    column: int
    """From 1, in code points."""


class Places(Mapping[str, Place]):
    """Where each id was first written."""

    def __init__(self) -> None:
        """Start empty."""
        self._numbers: dict[str, int] = {}
        self._files: list[str] = []
        self._lines = array("I")
        self._columns = array("I")

    def add(self, id_: str, place: Place) -> None:
        """Keep where an id was written that has no place yet."""
        self._numbers[id_] = len(self._files)
        self._files.append(place.file)
        self._lines.append(place.line)
        self._columns.append(place.column)

    def __len__(self) -> int:
        return len(self._files)

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __getitem__(self, id_: str) -> Place:
        number = self._numbers[id_]
        return Place(self._files[number], self._lines[number], self._columns[number])
