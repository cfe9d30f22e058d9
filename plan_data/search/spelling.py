"""Corrects misspelled words with the words of a vocabulary."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

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
        self._beginnings: dict[tuple[int, str], list[str]] = {}
        self._known: dict[str, dict[str, int]] = {}

    def near(self, word: str) -> dict[str, int]:
        """Return the prefixes that a word may misspell, each with its number of errors, nearest first.

        Errors are counted by optimal string alignment: one is allowed for each four letters, three at most. The first
        letter of a short word must be right, and a short word is corrected to whole words only.
        """
        found = self._known.get(word)
        if found is None:
            found = self._near(word) if len(word) >= _SHORTEST and word.isalpha() else {}
            if len(self._known) > 256:
                self._known.clear()
            self._known[word] = found
        return found

    def _near(self, word: str) -> dict[str, int]:
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

    def _of(self, size: int, first: str) -> list[str]:
        known = self._beginnings.get((size, first))
        if known is None:
            known = sorted(
                {
                    word[:size]
                    for word in self.words
                    if (len(word) == size or len(word) > size and not first) and word.startswith(first)
                }
            )
            self._beginnings[size, first] = known
        return known
