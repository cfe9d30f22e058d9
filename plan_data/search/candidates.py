"""Candidates: which ranks a query may be about, the likeliest first, by sets of bits alone.

Each word of a query has tiers: the sets of ranks where it stands as a word, as a beginning, as initials or pinyin, in
the names of bodies, in long texts. The words' sets are cut, and the cheapest sum of tiers comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plan_data.search.bits import ranks
from plan_data.search.matching import INSIDE
from plan_data.search.query import Query, has_digit
from plan_data.search.spelling import LONG_WORD, Typos
from plan_data.search.tables import Tables

LONG = 5
"""Tier of words in long texts; what has only such is looked for more widely."""
MISSED = 12
"""Tier of a word that is let go."""
_QUOTES = frozenset({"quote"})
FEWEST_DIGITS = 3
"""Digits of a number that is looked for without the other words of a query, at least."""
ENOUGH = 8
"""Candidates below which the search looks wider."""


class Found(NamedTuple):
    """What a query may be about."""

    ranks: list[int]
    """The likeliest first."""
    everything: int
    """The set of all."""
    wide: bool
    """Whether letters inside words were looked at."""
    near: dict[str, dict[str, int]]
    """For each word what it may stand for, save for typing errors."""
    missed: bool
    """Whether a word was let go."""


class Candidates:
    """Asks the tables of an index."""

    def __init__(self, tables: Tables) -> None:
        """Ask some tables."""
        self.tables = tables
        self._typos: Typos | None = None

    def find(self, query: Query, mask: int, most: int, fewer: int) -> Found:
        """Return at most `most` candidates for a query within a set of ranks, `fewer` where they cost more to judge."""
        tables = self.tables
        heads = tables.heads(query.text, most // 2, mask)
        tiers = [self._cheap(word) for word in query.words]
        states = _combined(tiers, mask)
        if len(query.words) > 1 and query.joined.isascii():
            _join(states, {1: tables.sounds.from_first(query.joined) | tables.initials.whole(query.joined)}, mask)
        near: dict[str, dict[str, int]] = {}
        wide = missed = False
        if not query.strict and not heads and (not states or min(states) >= LONG and query.kinds != _QUOTES):
            wide = True
            most = fewer
            near = self._near(query.words)
            tiers = [_merged(t, self._wide(word, near[word])) for word, t in zip(query.words, tiers, strict=True)]
            states = _combined(tiers, mask)
            if len(query.words) == 1 and _fewer(states, ENOUGH):
                _join(states, {8: self._loose(query.words[0])}, mask)
            if not states and len(query.words) > 1:
                missed = True
                states = self._without_some(query.words, near, mask)
        found = list(dict.fromkeys([*heads, *_first(states, most)]))[:most]
        everything = 0
        for bits in states.values():
            everything |= bits
        for rank in heads:
            everything |= 1 << rank
        return Found(found, everything, wide, near, missed)

    def _without_some(self, words: Sequence[str], near: dict[str, dict[str, int]], mask: int) -> dict[int, int]:
        """Let up to half of the words go; the others must stand plainly in short fields."""
        short = self.tables.words
        tiers = []
        for word in words:
            if not word.isascii():
                there = self.tables.run(word)
            elif len(word) >= (FEWEST_DIGITS if has_digit(word) else 2):
                there = short.beginning(word) if len(word) >= INSIDE else short.whole(word)
            else:
                there = 0
            tier = {0: there}
            for other, errors in near[word].items() if len(word) >= LONG_WORD else ():
                tier[2 * errors] = tier.get(2 * errors, 0) | short.beginning(other)
            tiers.append({**tier, MISSED: mask})
        return _combined(tiers, mask, MISSED * (len(words) // 2) + MISSED - 1)

    def _cheap(self, word: str) -> dict[int, int]:
        """Return the tiers of a word that cost little to ask."""
        tables = self.tables
        if not word.isascii():
            inside = tables.run(word)
            return {0: inside, 3: tables.led_by(inside), LONG: tables.long.holding(word)}
        whole, begun = tables.words.whole(word), tables.words.beginning(word)
        tiers = {0: whole, 1: begun | tables.hyphens.beginning(word), LONG: tables.long.whole(word)}
        if len(word) > 1:
            tiers[1] |= tables.initials.whole(word) | tables.sounds.from_first(word)
            tiers[2] = tables.initials.beginning(word) | tables.sounds.from_any(word)
            tiers[4] = tables.led_by(begun)
            tiers[LONG + 1] = tables.long.beginning(word)
        return tiers

    def _wide(self, word: str, near: dict[str, int]) -> dict[int, int]:
        """Return the tiers of a word that cost more: letters inside words, runs of beginnings, typing errors."""
        tables = self.tables
        if not word.isascii():
            return {6: tables.each(word)}
        tiers: dict[int, int] = {}
        if has_digit(word):
            return {}
        if len(word) >= INSIDE:
            tiers[3] = tables.words.inside(word) | self._runs(word)
        for other, errors in near.items():
            level = 4 + 2 * errors
            tiers[level] = tiers.get(level, 0) | tables.words.beginning(other)
        return tiers

    def _runs(self, word: str) -> int:
        """Return where words stand that begin with two or three parts of a word: `colmanu`."""
        beginning, found = self.tables.words.beginning, 0
        for i in range(1, min(len(word), 20)):
            first = beginning(word[:i])
            if not first:
                break
            found |= first & beginning(word[i:])
            for j in range(i + 1, min(len(word), 20)):
                second = first & beginning(word[i:j])
                if not second:
                    break
                found |= second & beginning(word[j:])
        return found

    def _loose(self, word: str) -> int:
        """Return where two words stand that hold the letters of the parts of a word: `smteng`."""
        if not word.isascii() or not 4 <= len(word) <= 20:
            return 0
        loosely = self.tables.words.loosely
        found = loosely(word)
        for i in range(1, len(word)):
            first = loosely(word[:i])
            if not first:
                break
            found |= first & loosely(word[i:])
        return found

    def _near(self, words: Sequence[str]) -> dict[str, dict[str, int]]:
        if self._typos is None:
            self._typos = Typos(self.tables.words.words)
        return {word: self._typos.near(word) for word in words}


def _merged(one: dict[int, int], other: dict[int, int]) -> dict[int, int]:
    return {tier: one.get(tier, 0) | other.get(tier, 0) for tier in {*one, *other}}


def _combined(tiers: Iterable[dict[int, int]], mask: int, most: int = 60) -> dict[int, int]:
    """Cut the words' tiers: the sum of tiers to the ranks that it reaches, each in its cheapest sum only."""
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
