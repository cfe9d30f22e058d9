"""A vocabulary: the words of many texts, each with the ranks where it stands, asked by the beginnings of words.

All ranks stand in one array, in the order of the words, so that what begins with some letters is one stretch of it.
Of a large plan the words themselves are kept in one run of bytes: as texts of their own they would take more room
than the plan.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import overload

from plan_data.search.bits import bitset
from plan_data.text.sort_order import first_two, in_order

_LAST = "\U0010ffff"
_KEPT = 256
"""Answers that are remembered, at most."""
LARGE = 4096
"""Ranks from which on what is asked often is kept ready."""
_HEAVY = 16
"""What stands at more than one of so many ranks is kept ready as a set."""
_READY = 3
"""Letters of the beginnings that are kept ready, at most."""
_PACKED = 4096
"""Words from which on they are kept in one run of bytes."""


class Words(Sequence[str]):
    """Sorted words in one run of bytes, each made when it is asked for."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take words that are sorted."""
        coded = [word.encode() for word in words]
        self.ends = array("I", accumulate(len(word) + 1 for word in coded))
        """Where each word ends, its line end counted, in bytes."""
        self.run = b"\n".join(coded) + b"\n"
        """All words in UTF-8, each with a line end behind it."""

    def __len__(self) -> int:
        return len(self.ends)

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...

    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self.ends)))]
        return self.run[self.ends[place - 1] if place else 0 : self.ends[place] - 1].decode()

    def holding(self, part: str) -> Iterator[int]:
        """Yield the places of the words that hold some letters, rising."""
        coded, at = part.encode(), 0
        while (at := self.run.find(coded, at)) >= 0:
            place = bisect_right(self.ends, at)
            yield place
            at = self.ends[place]


Posts = defaultdict[str, list[int]]
"""Words with the ranks where they stand, rising, while they are gathered."""


class Vocabulary:
    """Words and where they stand."""

    def __init__(self, posts: Posts, size: int) -> None:
        """Take what was gathered, and empty it; all ranks are below `size`."""
        words = in_order(posts, first_two)
        self.size = size
        self.words: Sequence[str] = words
        """The words, sorted."""
        self._starts = array("I", accumulate(map(len, map(posts.__getitem__, words)), initial=0))
        """Where the ranks of each word begin, and where the last ones end."""
        self._ranks = array("I", chain.from_iterable(map(posts.__getitem__, words)))
        posts.clear()
        self._known: OrderedDict[str, int] = OrderedDict()
        self._subsequences: dict[str, list[str]] = {}
        self._ready: dict[str, int] = {}
        self._dense: dict[int, int] = {}
        if size >= LARGE:
            self._make_dense()
            self._make_ready("", 0, len(words))
        if len(words) > _PACKED:
            self.words = Words(words)

    def _make_dense(self) -> None:
        """Make the sets of words that stand at many ranks."""
        starts, least = self._starts, self.size // _HEAVY
        for place in range(len(self.words)):
            if starts[place + 1] - starts[place] > least:
                self._dense[place] = bitset([self._ranks[starts[place] : starts[place + 1]]], self.size)

    def _make_ready(self, start: str, low: int, high: int) -> None:
        """Make the sets of beginnings that stand at many ranks, among words at some places that begin alike."""
        words, length = self.words, len(start) + 1
        while low < high:
            longer = words[low][:length]
            after = bisect_left(words, longer + _LAST, low, high)
            if len(longer) == length and self._starts[after] - self._starts[low] > self.size // _HEAVY:
                self._ready[longer] = self._of(low, after)
                if length < _READY:
                    self._make_ready(longer, low, after)
            low = max(after, low + 1)

    def __contains__(self, word: str) -> bool:
        place = bisect_left(self.words, word)
        return place < len(self.words) and self.words[place] == word

    def stretch(self, start: str) -> tuple[int, int]:
        """Return the places of the words that begin with some letters: the first, and the one behind the last."""
        low = bisect_left(self.words, start)
        return low, bisect_left(self.words, start + _LAST, low)

    def at(self, low: int, high: int) -> array[int]:
        """Return the ranks of the words at some places, those of each word rising."""
        return self._ranks[self._starts[low] : self._starts[high]]

    def _of(self, low: int, high: int) -> int:
        """Return where the words at some places stand."""
        dense = self._dense
        if not dense or self._starts[high] - self._starts[low] <= self.size // _HEAVY:
            return bitset([self.at(low, high)], self.size) if high > low else 0
        bits, groups = 0, []
        for place, ready in dense.items():
            if low <= place < high:
                bits |= ready
                groups.append(self.at(low, place))
                low = place + 1
        groups.append(self.at(low, high))
        return bits | bitset(groups, self.size)

    def whole(self, word: str) -> int:
        """Return where a word stands."""
        place = bisect_left(self.words, word)
        if place == len(self.words) or self.words[place] != word:
            return 0
        return self._dense.get(place) or self._of(place, place + 1)

    def beginning(self, start: str) -> int:
        """Return where a word stands that begins with some letters."""
        bits = self._ready.get(start)
        if bits is None:
            bits = self._known.get(start)
        if bits is None:
            bits = self._remember(start, self._of(*self.stretch(start)))
        return bits

    def inside(self, part: str) -> int:
        """Return where a word stands that holds some letters, one after the other."""
        bits = self._known.get("*" + part)
        if bits is None:
            words = self.words
            places = words.holding(part) if isinstance(words, Words) else _holding(words, part)
            bits = 0
            for place in places:
                bits |= self._dense.get(place) or self._of(place, place + 1)
            self._remember("*" + part, bits)
        return bits

    def loosely(self, part: str) -> int:
        """Return where a word stands that begins with the first of some letters and holds the others in order."""
        words = self._subsequences.get(part)
        if words is None:
            known = self._subsequences.get(part[:-1])
            shape = re.compile(".*".join(map(re.escape, part))).match
            low, high = self.stretch(part[0])
            words = [word for word in (self.words[low:high] if known is None else known) if shape(word)]
            if len(self._subsequences) >= _KEPT:
                del self._subsequences[next(iter(self._subsequences))]
            self._subsequences[part] = words
        bits = self._known.get("~" + part)
        if bits is None:
            bits = 0
            for word in words:
                bits |= self.whole(word)
            self._remember("~" + part, bits)
        return bits

    def _remember(self, key: str, bits: int) -> int:
        if len(self._known) >= _KEPT:
            self._known.popitem(last=False)
        self._known[key] = bits
        return bits


def _holding(words: Sequence[str], part: str) -> Iterator[int]:
    return (place for place, word in enumerate(words) if part in word)
