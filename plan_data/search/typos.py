"""Typing errors: the words of short fields, and what a mistyped word may have meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plan_data.search.fields import LONG_FIELDS, Entry

NEAR = 12
"""Words of the plan that one mistyped word may stand for, at most."""


class Guess(NamedTuple):
    """A field that holds, save for typing errors, every word of a query."""

    entry: int
    """Place of the entry."""
    field: int
    """Place of the field in it."""
    errors: int
    """How many errors it takes, by optimal string alignment."""
    spans: list[tuple[int, int]]
    """Where the words stand in the stored text."""


class Typos:
    """The words of all short fields, each with where it stands. Made once, at the first query that finds nothing."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Gather the words of at least three Latin letters or digits."""
        self.places: dict[str, list[tuple[int, int, tuple[int, int]]]] = {}
        for e, entry in enumerate(entries):
            for f, field in enumerate(entry.fields):
                if field.name in LONG_FIELDS:
                    continue
                for a, b in field.words:
                    word = field.folded.text[a:b]
                    if len(word) > 2 and word.isascii():
                        self.places.setdefault(word, []).append((e, f, field.folded.span(a, b)))
        self.words = list(self.places)

    def near(self, word: str) -> dict[str, int]:
        """Return the words that this one may stand for, each with the errors that it takes.

        One error is forgiven in four to six letters, two in seven to ten, three in more. Where nothing is near, the
        words that begin with it count as one error away.
        """
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        cap = 0 if len(word) < 4 else 1 if len(word) < 7 else 2 if len(word) < 11 else 3
        found = process.extract(word, self.words, scorer=OSA.distance, score_cutoff=cap, limit=NEAR)
        near = {other: int(distance) for other, distance, _ in found}
        if not near and len(word) > 3:
            near = {other: 1 for other in self.words if other.startswith(word)}
        return near

    def guesses(self, words: Sequence[str]) -> Iterator[Guess]:
        """Yield the fields that hold every word, or something near it."""
        held: dict[tuple[int, int], Guess] | None = None
        for word in words:
            here: dict[tuple[int, int], Guess] = {}
            for other, errors in self.near(word).items():
                for e, f, span in self.places[other]:
                    before = held.get((e, f)) if held is not None else Guess(e, f, 0, [])
                    known = here.get((e, f))
                    if before is not None and (known is None or before.errors + errors < known.errors):
                        here[e, f] = Guess(e, f, before.errors + errors, [*before.spans, span])
            held = here
        yield from (held or {}).values()
