"""What a copy of a source that the reader attached has: its headings, its lists of bodies, its differences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plan_data.model.pair import Pair


class Near(NamedTuple):
    """The text most like a heading that was not found."""

    paragraph: int
    """Number of the paragraph, from 1; 0 where nothing is like it."""
    text: str
    """The beginning of that paragraph, without its enumerator."""
    likeness: float
    """From 0 to 100; a hint, never a match."""


class Missing(NamedTuple):
    """A heading that a copy does not have."""

    node: str
    """Id of the node."""
    kind: str
    """Its kind."""
    heading: str
    """The heading as the plan has it."""
    near: Near
    """What comes nearest."""


class Difference(NamedTuple):
    """A list of bodies that the copy prints otherwise."""

    node: str
    """Id of the node."""
    says: Pair
    """How the two differ, a sentence."""


class Change(NamedTuple):
    """A place where the text below a heading differs between two copies: the words around the first difference."""

    node: str
    """Id of the node with the heading; id of the source where its text is compared as a whole."""
    before: str
    """The words in the earlier copy."""
    after: str
    """The words in the new one."""


class Replaced(NamedTuple):
    """The copy that a copy replaced, and how the two differ."""

    name: str
    """Name of its file, or the address that it was fetched from."""
    attached: str
    """Date on which it was attached."""
    changes: tuple[Change, ...]
    """Where the two differ, in the order of the document."""


class Report(NamedTuple):
    """Facts about a copy, kind by kind."""

    source: str
    """Id of the source."""
    headings: dict[str, tuple[int, int]]
    """Kind of node to how many of its headings were found, and how many there are."""
    missing: tuple[Missing, ...]
    """Those that were not found."""
    compared: tuple[str, ...]
    """Ids of the nodes whose list of bodies is in both."""
    differences: tuple[Difference, ...]
    """How they differ."""
    taken: tuple[str, ...]
    """Ids of the nodes whose list is taken from the copy."""
    unlisted: tuple[str, ...]
    """Ids of the nodes of ours with a list for which the copy prints none."""
    passages: tuple[int, int]
    """How many of the shipped passages stand in the copy, and how many there are."""
    replaced: Replaced | None = None
    """The copy that it replaced; None for the first one."""
    edition: tuple[Pair, ...] = ()
    """Why it may be of another edition or another document, a sentence each; () where nothing says so."""

    def together(self, kinds: Iterable[str]) -> tuple[int, int]:
        """Return how many headings of some kinds were found, and how many there are."""
        pairs = [self.headings[kind] for kind in kinds if kind in self.headings]
        return sum(found for found, _ in pairs), sum(total for _, total in pairs)
