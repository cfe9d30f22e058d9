"""Packs the parts of a plan as bytes, and makes them again.

The bytes are a pickle. Only the classes that a plan is made of are let in, so that nothing in a file can run code
(Python's documentation, "Restricting Globals").
"""

from __future__ import annotations

import io
import pickle
from typing import Any

from plan_data.errors import Finding
from plan_data.model import copy_report, entities, terms

_MODULES = (entities, copy_report, terms)
_CLASSES = {
    name: kind
    for module in _MODULES
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, tuple)
} | {"Finding": Finding}
_PARTS = frozenset(_CLASSES.values())

# A named tuple is pickled as a call of `tuple.__new__`: its own `__new__` is four times as slow.
_NEW = tuple.__new__


class _Pickler(pickle.Pickler):
    """Packs the parts of a plan."""

    def reducer_override(self, thing: Any) -> Any:
        """Pack a part of a plan as its class and its values."""
        return (_NEW, (type(thing), tuple(thing))) if type(thing) in _PARTS else NotImplemented

    def persistent_id(self, thing: Any) -> str | None:
        """Name the one function that may be called."""
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
        """Return the one function that may be called; raises UnpicklingError for anything else."""
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
