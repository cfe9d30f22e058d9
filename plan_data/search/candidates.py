"""Selects the ranks that a query may match, likeliest first, with set operations only.

Each word of a query has tiers: sets of ranks where it occurs as a whole word, as a prefix, as initials or pinyin, in
the name of a responsible body, or in a long text. A rank must be in a tier of every word; the ranks with the lowest
sum of tiers come first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plan_data.search.bits import ranks
from plan_data.search.matching import INSIDE
from plan_data.search.query import Query, has_digit
from plan_data.search.spelling import LONG_WORD, Corrections
from plan_data.search.tables import Tables

LONG = 5
"""Tier of words in long texts. If no rank is below it, the search widens."""
OMITTED_TIER = 12
"""Tier of a word that is left out."""
_QUOTES = frozenset({"quote"})
FEWEST_DIGITS = 3
"""Fewest digits of a number that may match while other words of the query are left out."""
ENOUGH = 8
"""Number of candidates below which the search also looks for scattered letters."""


class CandidateSet(NamedTuple):
    """The ranks that a query may match, and how they were found."""

    ranks: list[int]
    """The likeliest ranks, best first."""
    all: int
    """The set of all ranks that may match."""
    wide: bool
    """Whether letters inside words count as a match."""
    near: dict[str, dict[str, int]]
    """For each query word the words that it may misspell, with the number of errors."""
    omitted: bool
    """Whether words of the query may be left out."""


class CandidateFinder:
    """Finds candidates in the tables of an index."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._corrections: Corrections | None = None

    def find(self, query: Query, mask: int, most: int, fewer: int) -> CandidateSet:
        """Return the candidates for a query.

        Args:
            query: The query.
            mask: The ranks to search in.
            most: Most candidates to return.
            fewer: Most candidates to return when the search widens: each one takes longer to score then.
        """
        tables = self.tables
        named = tables.best_with_prefix(query.text, most // 2, mask)
        tiers = [self._cheap(word) for word in query.words]
        states = _combined(tiers, mask)
        if len(query.words) > 1 and query.joined.isascii():
            _join(states, {1: tables.sounds.at_start(query.joined) | tables.initials.of_word(query.joined)}, mask)
        near: dict[str, dict[str, int]] = {}
        wide = omitted = False
        if not query.strict and not named and (not states or min(states) >= LONG and query.kinds != _QUOTES):
            wide = True
            most = fewer
            near = self._near(query.words)
            tiers = [_merged(t, self._wide(word, near[word])) for word, t in zip(query.words, tiers, strict=True)]
            states = _combined(tiers, mask)
            if len(query.words) == 1 and _fewer(states, ENOUGH):
                _join(states, {8: self._loose(query.words[0])}, mask)
            if not states and len(query.words) > 1:
                omitted = True
                states = self._without_some(query.words, near, mask)
            if query.joined.isalpha() and query.joined.isascii():
                _join(states, {9: tables.sounds.mixed(query.joined)}, mask)
        found = list(dict.fromkeys([*named, *_first(states, most)]))[:most]
        all_ranks = 0
        for bits in states.values():
            all_ranks |= bits
        for rank in named:
            all_ranks |= 1 << rank
        return CandidateSet(found, all_ranks, wide, near, omitted)

    def _without_some(self, words: Sequence[str], near: dict[str, dict[str, int]], mask: int) -> dict[int, int]:
        """Leave out up to half of the words; the others must occur in short fields."""
        short = self.tables.words
        tiers = []
        for word in words:
            if not word.isascii():
                bits = self.tables.of_run(word)
            elif len(word) >= (FEWEST_DIGITS if has_digit(word) else 2):
                bits = short.of_prefix(word) if len(word) >= INSIDE else short.of_word(word)
            else:
                bits = 0
            tier = {0: bits}
            for other, errors in near[word].items() if len(word) >= LONG_WORD else ():
                tier[2 * errors] = tier.get(2 * errors, 0) | short.of_prefix(other)
            tiers.append({**tier, OMITTED_TIER: mask})
        return _combined(tiers, mask, OMITTED_TIER * (len(words) // 2) + OMITTED_TIER - 1)

    def _cheap(self, word: str) -> dict[int, int]:
        """Return the tiers of a word that are fast to compute."""
        tables = self.tables
        if not word.isascii():
            inside = tables.of_run(word)
            return {0: inside, 3: tables.duties_of(inside), LONG: tables.long.of_run(word)}
        whole, begun = tables.words.of_word(word), tables.words.of_prefix(word)
        tiers = {0: whole, 1: begun | tables.hyphens.of_prefix(word), LONG: tables.long.of_word(word)}
        if len(word) > 1:
            tiers[1] |= tables.initials.of_word(word) | tables.sounds.at_start(word)
            tiers[2] = tables.initials.of_prefix(word) | tables.sounds.anywhere(word)
            tiers[4] = tables.duties_of(begun)
            tiers[LONG + 1] = tables.long.of_prefix(word)
        return tiers

    def _wide(self, word: str, near: dict[str, int]) -> dict[int, int]:
        """Return the tiers of a word that are slower: letters inside words, several prefixes in a row, misspellings."""
        tables = self.tables
        if not word.isascii():
            return {6: tables.of_characters(word)}
        tiers: dict[int, int] = {}
        if has_digit(word):
            return {}
        if len(word) >= INSIDE:
            tiers[3] = tables.words.of_infix(word) | self._runs(word)
        for other, errors in near.items():
            level = 4 + 2 * errors
            tiers[level] = tiers.get(level, 0) | tables.words.of_prefix(other)
        return tiers

    def _runs(self, word: str) -> int:
        """Return the ranks with words whose prefixes, two or three in a row, spell a word: `colmanu`."""
        prefixed, found = self.tables.words.of_prefix, 0
        for i in range(1, min(len(word), 20)):
            first = prefixed(word[:i])
            if not first:
                break
            found |= first & prefixed(word[i:])
            for j in range(i + 1, min(len(word), 20)):
                second = first & prefixed(word[i:j])
                if not second:
                    break
                found |= second & prefixed(word[j:])
        return found

    def _loose(self, word: str) -> int:
        """Return the ranks where a word, or two, contain the letters of a query word in order: `smteng`."""
        if not word.isascii() or not 4 <= len(word) <= 20:
            return 0
        scattered = self.tables.words.of_subsequence
        found = scattered(word)
        for i in range(1, len(word)):
            first = scattered(word[:i])
            if not first:
                break
            found |= first & scattered(word[i:])
        return found

    def _near(self, words: Sequence[str]) -> dict[str, dict[str, int]]:
        if self._corrections is None:
            self._corrections = Corrections(self.tables.words.words)
        return {word: self._corrections.near(word) for word in words}


def _merged(one: dict[int, int], other: dict[int, int]) -> dict[int, int]:
    return {tier: one.get(tier, 0) | other.get(tier, 0) for tier in {*one, *other}}


def _combined(tiers: Iterable[dict[int, int]], mask: int, most: int = 60) -> dict[int, int]:
    """Intersect the tiers of all words: sum of tiers to its ranks, each rank only under its lowest sum."""
    states = {0: mask}
    for word in tiers:
        new: dict[int, int] = {}
        for before, have in states.items():
            for tier, bits in word.items():
                both = have & bits
                if both and before + tier <= most:
                    new[before + tier] = new.get(before + tier, 0) | both
        states, seen = {}, 0
        for total in sorted(new):
            left = new[total] & ~seen
            if left:
                states[total] = left
                seen |= left
        if not states:
            break
    return states


def _join(states: dict[int, int], more: dict[int, int], mask: int) -> None:
    for tier, bits in more.items():
        if bits & mask:
            states[tier] = states.get(tier, 0) | bits & mask


def _fewer(states: dict[int, int], count: int) -> bool:
    return sum(bits.bit_count() for bits in states.values()) < count


def _first(states: dict[int, int], most: int) -> Iterator[int]:
    seen: set[int] = set()
    for tier in sorted(states):
        for rank in ranks(states[tier]):
            if rank not in seen:
                seen.add(rank)
                yield rank
                if len(seen) >= most:
                    return
