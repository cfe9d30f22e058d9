"""Corrects misspelled words with the words of a vocabulary."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

NEAR = 12
"""Most corrections of one word."""
_SHORTEST = 4
"""Fewest letters of a word that is corrected: shorter words are all similar."""
LONG_WORD = 6
"""Fewest letters of a word that may be a misspelled prefix of a longer one."""


class Corrections:
    """Finds corrections among the prefixes of a vocabulary's words."""

    def __init__(self, words: Sequence[str]) -> None:
        """Take the longer Latin words of a sorted vocabulary; numbers are never corrected."""
        # Numbers sort before Latin words and other scripts after them; a large plan has too many to test each.
        own = words[bisect_left(words, "a") : bisect_left(words, "{")]
        self.words = [word for word in own if len(word) >= _SHORTEST and word.isascii() and word.isalpha()]
        self.near = lru_cache(256)(self._near)
        """Returns the prefixes that a word may misspell, each with its number of errors, nearest first."""
        self._of = lru_cache(None)(self._beginnings)

    def _near(self, word: str) -> dict[str, int]:
        """Count errors by optimal string alignment: one is allowed for each four letters, three at most.

        The first letter of a short word must be right, and a short word is corrected to whole words only.
        """
        if len(word) < _SHORTEST or not word.isalpha():
            return {}
        # Imported late: most searches need no correction, and printing commands should not wait for the import.
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        length = len(word)
        cap = min(3, length // 4)
        found: dict[str, int] = {}
        for size in range(length - 1, length + min(cap, 2) + 1):
            beginnings = self._of(size, word[0] if length < LONG_WORD else "")
            for other, errors, _ in process.extract(
                word, beginnings, scorer=OSA.distance, score_cutoff=cap, limit=NEAR
            ):
                found[other] = min(found.get(other, cap), int(errors))
        return dict(sorted(found.items(), key=lambda pair: pair[1])[:NEAR])

    def _beginnings(self, size: int, first: str) -> list[str]:
        """Return the beginnings of a size of all words, or the words of this size with a first letter."""
        long_enough = (word for word in self.words if (len(word) == size if first else len(word) >= size))
        return list(dict.fromkeys(word[:size] for word in long_enough if word.startswith(first)))
