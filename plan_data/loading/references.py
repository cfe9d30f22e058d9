"""Where ids are defined and where they are used, for the checks across files."""

from __future__ import annotations

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
    """Id of the node, body or source that uses it."""


class Definition(NamedTuple):
    """Where an id is defined."""

    file: str
    """Name of the file."""
    line: int
    """From 1."""
    column: int
    """From 1, in code points."""
