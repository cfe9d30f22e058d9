"""Nodes, quotes and the like that are unpacked from chunks of bytes when they are first asked for.

This serves speed alone. A plan of 100,000 nodes opens from its cache in 0.03 s, and in 0.6 s where all nodes are
unpacked at once, which would double the time to its first frame; the shipped plan opens in 7 ms and 12 ms.

A chunk is a pickle of a tuple of things. Only the classes that a plan is made of are unpickled, so that nothing in a
chunk can run code (Python's documentation, "Restricting Globals").
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar, overload

from plan_data.model import entities

T = TypeVar("T")

CHUNK = 4
"""Things in a chunk."""
CHUNKS_KEPT = 4096
"""Chunks of each kind that stay unpacked."""
_CLASSES = {name: kind for name, kind in vars(entities).items() if isinstance(kind, type) and issubclass(kind, tuple)}
_PARTS = frozenset(_CLASSES.values())

Reader = Callable[[int], bytes]
"""Returns the bytes of a chunk by its number."""


# A named tuple is pickled as a call of `tuple.__new__`: its own `__new__` is four times as slow.
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
    """Unpickles the parts of a plan, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class that a plan is made of; raises UnpicklingError for anything else."""
        found = _CLASSES.get(name)
        if found is not None and found.__module__ == module:
            return found
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
    """Return what was packed; raises UnpicklingError and others for bytes that `pack` did not make."""
    return _Unpickler(io.BytesIO(data)).load()


class LazyItems(Sequence[T]):
    """Things in order, each made when it is asked for."""

    def __init__(self, count: int, read: Reader) -> None:
        """Take how many there are, and what returns the bytes of a chunk of `CHUNK` of them."""
        self._count = count
        self._chunk = lru_cache(CHUNKS_KEPT)(lambda number: unpack(read(number)))

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(self._count)))
        if index < 0:
            index += self._count
        if not 0 <= index < self._count:
            raise IndexError(index)
        found: T = self._chunk(index // CHUNK)[index % CHUNK]
        return found


class LazyMap(Mapping[str, T]):
    """Things by id, in order, each made when it is asked for."""

    def __init__(self, ids: Sequence[str], read: Reader) -> None:
        """Take the ids, and what returns the bytes of a chunk of `CHUNK` things."""
        self._places = {id_: n for n, id_ in enumerate(ids)}
        self._items: LazyItems[T] = LazyItems(len(ids), read)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._places

    def __getitem__(self, id_: str) -> T:
        return self._items[self._places[id_]]
