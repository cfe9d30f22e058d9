"""Matches queries made of letters from the beginnings of words: `colmanu`, `smteng`.

No word between the first and the last matched one is skipped, small words aside. Each gives a prefix of at least two
letters; in a longer query, a word may also give one run of letters from inside.
"""

from __future__ import annotations

from functools import cache
from os.path import commonprefix

from plan_data.search.fields import SMALL_WORDS, Field

_FEWEST = 4
"""Fewest letters of a query that may combine several prefixes."""
_ABBREVIATED = 5
"""Fewest letters of a query that may abbreviate words by two runs of letters each."""
_LONGEST_RUN = 40
"""Most letters of a query that is split into prefixes of words."""
_Word = tuple[str, int, int]
Runs = list[tuple[int, int]]
"""Spans, half-open, in code points."""


def beginnings(field: Field, query: str) -> Runs:
    """Return the spans of consecutive word prefixes that spell a query; [] if none do."""
    words = field.words
    starts = [n for n, (own, *_) in enumerate(words) if query.startswith(own[:2])]
    if not starts or not _FEWEST <= len(query) <= _LONGEST_RUN:
        return []

    # What failed is remembered, so that the cost is words times letters and not exponential.
    @cache
    def walk(n: int, at: int) -> Runs | None:
        """Split the query from `at` on into prefixes of the words from `n` on, longest prefix first."""
        if at == len(query) or n == len(words):
            return [] if at == len(query) else None
        own, a, _ = words[n]
        for size in range(len(commonprefix([own, query[at:]])), 0, -1):
            # A single letter matches by chance: accept it only as a whole word, or at the end while it is typed.
            if size > 1 or len(own) == 1 or at + 1 == len(query):
                rest = walk(n + 1, at + size)
                if rest is not None:
                    return [(a, a + size), *rest]
        return walk(n + 1, at) if own in SMALL_WORDS else None

    return next(filter(None, (walk(n, 0) for n in starts)), [])


def abbreviations(field: Field, query: str) -> Runs:
    """Return the spans in two consecutive words that spell a query; [] if none do."""
    if not _ABBREVIATED <= len(query) <= _LONGEST_RUN:
        return []
    words = [word for word in field.words if word[0] not in SMALL_WORDS]
    for one, other in zip(words, words[1:], strict=False):
        for end in range(len(query) - 2, 1, -1) if query.startswith(one[0][:2]) else ():
            first, second = _abbreviated(one, query[:end]), _abbreviated(other, query[end:])
            if first and second:
                return [*first, *second]
    return []


def _abbreviated(word: _Word, letters: str) -> Runs:
    """Return the spans of a word's prefix and of one run inside it that together spell some letters."""
    own, a, _ = word
    for size in range(len(commonprefix([own, letters])), 1, -1):
        if size == len(letters):
            return [(a, a + size)]
        at = own.find(letters[size:], size)
        if at >= 0:
            return [(a, a + size), (a + at, a + at + len(letters) - size)]
    return []
