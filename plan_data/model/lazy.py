"""Nodes, quotes and the like that are made from packed chunks only when somebody asks for them.

A chunk is a pickle of a tuple of things. Only the classes that a plan is made of are let in, so that nothing in a
chunk can act (Python's documentation, "Restricting Globals").
"""

from __future__ import annotations

import io
import pickle
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar, overload

from plan_data.model import entities
from plan_data.model.entities import Node

T = TypeVar("T")

CHUNK = 4
"""Things in a chunk."""
CHUNKS_KEPT = 4096
"""Chunks of each kind that stay made."""
ASKED = 200
"""Look-ups after which an index becomes a dict."""
_CLASSES = {name: kind for name, kind in vars(entities).items() if isinstance(kind, type) and issubclass(kind, tuple)}
_PARTS = frozenset(_CLASSES.values())

Reader = Callable[[int], bytes]
"""Returns the bytes of a chunk by its place."""


# A named tuple is pickled as a call of this, not of its own `__new__`, which is four times as slow.
_NEW = tuple.__new__


class _Pickler(pickle.Pickler):
    """Packs the parts of a plan."""

    def reducer_override(self, thing: Any) -> Any:
        """Pack a part of a plan as its class and its values."""
        return (_NEW, (type(thing), tuple(thing))) if type(thing) in _PARTS else NotImplemented

    def persistent_id(self, thing: Any) -> str | None:
        """Name the one function that a chunk may call."""
        return "new" if thing is _NEW else None


class _Unpickler(pickle.Unpickler):
    """Makes the parts of a plan, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class that a plan is made of; raises UnpicklingError for anything else."""
        if module == entities.__name__ and name in _CLASSES:
            return _CLASSES[name]
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a plan")

    def persistent_load(self, name: Any) -> Any:
        """Return the one function that a chunk may call; raises UnpicklingError for anything else."""
        if name == "new":
            return _NEW
        raise pickle.UnpicklingError(f"{name!r} is nothing that a plan needs")


def pack(things: Any) -> bytes:
    """Return things as bytes: tuples, lists, dicts, texts, numbers and the parts of a plan."""
    out = io.BytesIO()
    _Pickler(out, 5).dump(things)
    return out.getvalue()


def unpack(data: bytes) -> Any:
    """Return what was packed; raises UnpicklingError and others where the bytes are not of our making."""
    return _Unpickler(io.BytesIO(data)).load()


class _Chunks:
    """The chunks of one sequence; some of them stay made."""

    def __init__(self, read: Reader) -> None:
        self.get = lru_cache(CHUNKS_KEPT)(lambda chunk: unpack(read(chunk)))


class LazyNodes(Sequence[Node]):
    """The nodes of a plan, each made when it is asked for."""

    def __init__(self, count: int, read: Reader) -> None:
        """Take how many there are, and what returns the bytes of a chunk."""
        self._count = count
        self._chunks = _Chunks(read)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Node: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Node]: ...

    def __getitem__(self, place: int | slice) -> Node | Sequence[Node]:
        if isinstance(place, slice):
            return tuple(self[i] for i in range(*place.indices(self._count)))
        if place < 0:
            place += self._count
        if not 0 <= place < self._count:
            raise IndexError(place)
        node: Node = self._chunks.get(place // CHUNK)[place % CHUNK]
        return node


class LazyMap(Mapping[str, T]):
    """Things by id, in order, each made when it is asked for."""

    def __init__(self, ids: Sequence[str], read: Reader) -> None:
        """Take the ids, and what returns the bytes of a chunk of `CHUNK` of them."""
        self._places = {id_: n for n, id_ in enumerate(ids)}
        self._chunks = _Chunks(read)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._places

    def __getitem__(self, id_: str) -> T:
        place = self._places[id_]
        found: T = self._chunks.get(place // CHUNK)[place % CHUNK]
        return found


class LazyIndex(Mapping[str, int]):
    """Place of each id: looked up among the sorted ids, until so many are asked for that a dict pays.

    Of a large plan the first frame needs a dozen; a dict of all would take longer than all else that it opens.
    """

    def __init__(self, ids: Sequence[str], order: array[int]) -> None:
        """Take the ids, all different, and their places in the order of the sorted ids."""
        self._ids = ids
        self._order = order
        self._asked = 0
        self._whole: dict[str, int] | None = None

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[str]:
        return reversed(self._ids)

    def __getitem__(self, id_: str) -> int:
        if self._whole is None:
            self._asked += 1
            if self._asked > ASKED:
                self._whole = {other: n for n, other in enumerate(self._ids)}
        if self._whole is not None:
            return self._whole[id_]
        at = bisect_left(self._order, id_, key=self._ids.__getitem__)
        if at == len(self._order) or self._ids[self._order[at]] != id_:
            raise KeyError(id_)
        return self._order[at]
