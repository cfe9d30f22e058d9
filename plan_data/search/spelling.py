"""Typing errors: what a mistyped word may have meant, among the words of a vocabulary."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

NEAR = 12
"""Beginnings of words that one mistyped word may stand for, at most."""
_SHORTEST = 4
"""Letters from which on a word may be mistyped: in shorter ones everything is near everything."""
LONG_WORD = 6
"""Letters from which on a word may be the mistyped beginning of a longer one."""


class Typos:
    """The beginnings of the words of a vocabulary, by length, gathered as they are needed."""

    def __init__(self, words: Sequence[str]) -> None:
        """Keep the longer of some sorted words, those of Latin letters: a number that is nearly right is another."""
        # Numbers stand before them, other scripts behind: of a large plan there are too many to look at each.
        own = words[bisect_left(words, "a") : bisect_left(words, "{")]
        self.words = [word for word in own if len(word) >= _SHORTEST and word.isascii() and word.isalpha()]
        self._beginnings: dict[tuple[int, str], list[str]] = {}
        self._known: dict[str, dict[str, int]] = {}

    def near(self, word: str) -> dict[str, int]:
        """Return the beginnings of words that this one may stand for, each with its errors, the nearest first.

        The errors are counted by optimal string alignment. One is forgiven for each four letters, three at most; the
        first letter of a short word is held to be right, and a short word is no beginning.
        """
        found = self._known.get(word)
        if found is None:
            found = self._near(word) if len(word) >= _SHORTEST and word.isalpha() else {}
            if len(self._known) > 256:
                self._known.clear()
            self._known[word] = found
        return found

    def _near(self, word: str) -> dict[str, int]:
        # Loaded here: most searches have no typing errors, and printing commands should not wait for it.
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
