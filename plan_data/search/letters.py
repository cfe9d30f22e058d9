"""Letters from the starts of words: `colmanu`, `smteng`.

What is found so can be said: these letters, of these words. Every word from the first one on is taken, small ones
apart; each gives its beginning, of two letters at least, and where the query is long enough perhaps one run from its
inside.
"""

from __future__ import annotations

from collections.abc import Sequence

from plan_data.search.fields import SMALL_WORDS, Field

_FEWEST = 4
"""Letters from which on a query is taken for several beginnings."""
_ABBREVIATED = 5
"""Letters from which on a word may be given by two runs of its letters."""
_LONGEST_RUN = 40
"""Letters of a query that is looked for at the starts of words, at most."""
_LONGEST_NAME = 400
"""Characters of a text that is searched letter by letter, at most."""
_Word = tuple[str, int, int]
Runs = list[tuple[int, int]]
"""Stretches, half-open, in code points."""


def beginnings(field: Field, query: str) -> Runs:
    """Return the beginnings of words, one after the other, that a query is made of; [] where it is not."""
    if not _FEWEST <= len(query) <= _LONGEST_RUN or len(field.key) > _LONGEST_NAME:
        return []
    words = field.words
    for n, (own, _, _) in enumerate(words):
        if own[0] == query[0] and (found := _walk(words, n, query)):
            return found
    return []


def _walk(words: Sequence[_Word], first: int, query: str) -> Runs | None:
    """Take a query apart into beginnings of words from the `first` on, the longest first."""
    dead: set[tuple[int, int]] = set()

    def walk(n: int, at: int) -> Runs | None:
        if at == len(query):
            return []
        if n == len(words) or (n, at) in dead:
            return None
        own, a, b = words[n]
        run = _common(own, query[at:])
        for size in range(run, 0, -1):
            # One letter is said by chance: it must be a whole word, or the last one, still being typed.
            if size > 1 or b - a == 1 or at + 1 == len(query):
                rest = walk(n + 1, at + size)
                if rest is not None:
                    return [(a, a + size), *rest]
        if own in SMALL_WORDS and n > first:
            rest = walk(n + 1, at)
            if rest is not None:
                return rest
        # Each place is tried once only, so that the cost grows with words times letters and not with their powers.
        dead.add((n, at))
        return None

    return walk(first, 0)


def abbreviations(field: Field, query: str) -> Runs:
    """Return the letters of two words that follow each other that a query is made of; [] where it is not."""
    if not _ABBREVIATED <= len(query) <= _LONGEST_RUN or len(field.key) > _LONGEST_NAME:
        return []
    words = [word for word in field.words if word[0] not in SMALL_WORDS]
    for one, other in zip(words, words[1:], strict=False):
        if one[0][0] != query[0]:
            continue
        for end in range(len(query) - 2, 1, -1):
            first, second = _abbreviated(one, query[:end]), _abbreviated(other, query[end:])
            if first and second:
                return [*first, *second]
    return []


def _abbreviated(word: _Word, letters: str) -> Runs:
    """Return the beginning of a word, and the run from its inside, that some letters are made of."""
    own, a, _ = word
    for size in range(_common(own, letters), 1, -1):
        if size == len(letters):
            return [(a, a + size)]
        at = own.find(letters[size:], size)
        if at >= 0:
            return [(a, a + size), (a + at, a + at + len(letters) - size)]
    return []


def _common(one: str, other: str) -> int:
    """Return how many letters two texts begin with in common."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
