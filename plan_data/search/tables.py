"""The tables of an index: the ranks of words, initials, pinyin and prefixes of names.

For a small plan each table is built on first use, because a command needs few of them. For a large plan all are built
at once, so that no key has to wait for one.
"""

from __future__ import annotations

import gc
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from operator import add

from plan_data.model.entities import Item, Node
from plan_data.model.plan import Plan
from plan_data.search.bits import bitset, ranks
from plan_data.search.fields import NAMES, initials, long_texts, short_texts, spoken
from plan_data.search.passages import Passages, passages
from plan_data.search.pinyin_index import PinyinIndex
from plan_data.search.vocabulary import LARGE, Postings, Vocabulary, Words
from plan_data.text.folding import LATIN, fold, fold_all
from plan_data.text.sort_order import first_two, in_order

_OTHER = re.compile(r"[^\W\x00-\x7f]+")
_HYPHENATED = re.compile(r"[^\W_]+(?:[-‐‑–—][^\W_]+)+")
_LAST = "\U0010ffff"
_BLOCK = 8192
"""Most items whose texts are folded in one call."""


_Short = tuple[int, bool, str, str]
"""A short text: the rank of its item, whether it is a name, the text as stored, and folded."""


class Tables:
    """The tables of some items."""

    def __init__(self, plan: Plan, items: Sequence[Item]) -> None:
        """Take the items in the order of their ranks, and build all tables if there are many."""
        self.size = len(items)
        self._plan = plan
        self._items = items
        if self.size >= LARGE:
            self.make()

    def make(self) -> None:
        """Build all missing tables one after the other, to limit peak memory."""
        collects = gc.isenabled()
        # Disable the cyclic garbage collector: everything allocated here is long-lived (a third of the time, measured).
        gc.disable()
        try:
            self.sounds.make()
            for name in ("_names", "_short", "long", "_bodies"):
                getattr(self, name)
            self.__dict__.pop("_texts", None)
        finally:
            if collects:
                gc.enable()

    @cached_property
    def _texts(self) -> list[_Short]:
        return list(self._read())

    def _shorts(self) -> Iterable[_Short]:
        """Return the short texts; those of a large plan are read anew, since they take as much memory as the plan."""
        return self._texts if self.size < LARGE else self._read()

    def _read(self) -> Iterator[_Short]:
        ranked = enumerate(self._items)
        while block := list(islice(ranked, _BLOCK)):
            found = [(rank, name, text) for rank, item in block for name, text in short_texts(item) if text]
            folded = fold_all([text for _, _, text in found])
            for (rank, name, text), key in zip(found, folded, strict=True):
                yield rank, name in NAMES, text, key

    @cached_property
    def _short(self) -> tuple[Vocabulary, Vocabulary, Vocabulary, Vocabulary]:
        words, begun, hyphens, pairs = (Postings(list) for _ in range(4))
        for rank, is_name, text, key in self._shorts():
            found = LATIN.findall(key)
            for word in found:
                words[word].append(rank)
            if not key.isascii():
                for run in _OTHER.findall(key):
                    for pair in map(add, run, run[1:] + " "):
                        pairs[pair].append(rank)
            elif is_name and len(found) > 1:
                whole, without_small = initials(found)
                begun[whole].append(rank)
                if without_small != whole:
                    begun[without_small].append(rank)
            if is_name and "-" in text:
                for joined in _HYPHENATED.findall(text):
                    hyphens[fold(joined).text.replace(" ", "")].append(rank)
        size = self.size
        return Vocabulary(words, size), Vocabulary(begun, size), Vocabulary(hyphens, size), Vocabulary(pairs, size)

    @property
    def words(self) -> Vocabulary:
        """Words of Latin letters and digits in short fields."""
        return self._short[0]

    @property
    def initials(self) -> Vocabulary:
        """Initials of names."""
        return self._short[1]

    @property
    def hyphens(self) -> Vocabulary:
        """Hyphenated words in names, without their hyphens."""
        return self._short[2]

    @property
    def pairs(self) -> Vocabulary:
        """Pairs of adjacent characters of other scripts in short fields; a run's last one is paired with a space."""
        return self._short[3]

    @cached_property
    def long(self) -> Passages:
        """Summaries, notes and quotes."""
        return passages(self._read_long(), self.size)

    def _read_long(self) -> Iterator[str]:
        items = iter(self._items)
        while block := list(islice(items, _BLOCK)):
            yield from fold_all([" ".join([text for _, text in long_texts(item) if text]) for item in block])

    @cached_property
    def sounds(self) -> PinyinIndex:
        """The pinyin of Chinese names."""
        return PinyinIndex(self._spoken, self.size)

    def _spoken(self) -> Iterator[tuple[int, Sequence[str]]]:
        for rank, item in enumerate(self._items):
            for name in spoken(item):
                yield rank, name.syllables

    @cached_property
    def _names(self) -> tuple[Sequence[str], array[int]]:
        """The sorted folded names, and the rank of each."""
        named = ((key, rank) for rank, is_name, _, key in self._shorts() if is_name)
        pairs = in_order(named, lambda pair: first_two(pair[0]))
        at = array("I", [rank for _, rank in pairs])
        names = [name for name, _ in pairs]
        return (Words(names) if self.size >= LARGE else names), at

    @cached_property
    def _bodies(self) -> tuple[Mapping[int, int], int]:
        """The rank of each responsible body with the ranks it is responsible for, and the set of these bodies."""
        led: dict[str, array[int]] = {}
        for rank, item in enumerate(self._items):
            if isinstance(item, Node):
                for id_ in item.agencies.list:
                    led.setdefault(id_, array("I")).append(rank)
        bodies = {
            rank: bitset([led[item.id]], self.size)
            for rank, item in enumerate(self._items)
            if item.id in led and item.id in self._plan.bodies
        }
        return bodies, bitset([bodies], self.size)

    def duties_of(self, bodies: int) -> int:
        """Return the ranks for which the bodies in a set of ranks are responsible."""
        found = 0
        if bodies:
            led, all_ = self._bodies
            for rank in ranks(bodies & all_):
                found |= led[rank]
        return found

    def best_with_prefix(self, start: str, most: int, mask: int) -> list[int]:
        """Return the best ranks that have a name with a prefix of at least two letters.

        Args:
            start: The prefix.
            most: Most ranks to return of whole names, and again of longer names; and in total.
            mask: The ranks to search in.
        """
        if len(start) < 2:
            return []
        names, at = self._names
        low, high = bisect_left(names, start), bisect_left(names, start + _LAST)
        equal = bisect_left(names, start + "\x00", low, high)
        found: list[int] = []
        for group in (at[low:equal], at[equal:high]):
            bits = bitset([group], self.size) & mask if group else 0
            found += islice(ranks(bits), most)
        return list(dict.fromkeys(found))[:most]

    def of_run(self, characters: str) -> int:
        """Return the ranks whose short fields have each adjacent pair of some characters of another script."""
        if len(characters) == 1:
            return self.pairs.of_prefix(characters)
        found = -1
        for pair in map(add, characters, characters[1:]):
            found &= self.pairs.of_word(pair)
            if not found:
                return 0
        return found

    def of_characters(self, characters: str) -> int:
        """Return the ranks whose short fields have all of some characters, in any order."""
        found = -1
        for character in set(characters):
            found &= self.pairs.of_prefix(character)
        return found
