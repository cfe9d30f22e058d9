"""An inverted index: sorted words with their postings, searched by whole words, prefixes and inner letters.

All postings are in one array in the order of the words, so the postings of a prefix are one slice of it. The words of a
large plan are one byte string: separate strings would take more memory than the plan.
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
_MOST_ANSWERS = 256
"""Most answers that are cached."""
LARGE = 4096
"""Number of ranks from which on frequent answers are computed in advance."""
_DENSE = 16
"""A word or prefix at more than one in so many ranks has its set computed in advance."""
_LONGEST_PREFIX = 3
"""Most letters of prefixes whose sets are computed in advance."""
_PACKED = 4096
"""Number of words from which on they are stored as one byte string."""


class Words(Sequence[str]):
    """Sorted words in one byte string, each decoded when it is asked for."""

    def __init__(self, words: Iterable[str]) -> None:
        """Encode sorted words."""
        coded = [word.encode() for word in words]
        self.ends = array("I", accumulate(len(word) + 1 for word in coded))
        """The offset behind each word and its line end, in bytes."""
        self.run = b"\n".join(coded) + b"\n"
        """All words in UTF-8, each followed by a line end."""

    def __len__(self) -> int:
        return len(self.ends)

    @overload
    def __getitem__(self, position: int) -> str: ...

    @overload
    def __getitem__(self, position: slice) -> Sequence[str]: ...

    def __getitem__(self, position: int | slice) -> str | Sequence[str]:
        if isinstance(position, slice):
            return [self[n] for n in range(*position.indices(len(self.ends)))]
        return self.run[self.ends[position - 1] if position else 0 : self.ends[position] - 1].decode()

    def containing(self, part: str) -> Iterator[int]:
        """Yield the positions of the words that contain some letters, ascending."""
        coded, at = part.encode(), 0
        while (at := self.run.find(coded, at)) >= 0:
            position = bisect_right(self.ends, at)
            yield position
            at = self.ends[position]


Postings = defaultdict[str, list[int]]
"""Words with their ascending ranks, while the texts are read."""


class Vocabulary:
    """Words and their postings."""

    def __init__(self, postings: Postings, size: int) -> None:
        """Take over postings, emptying them; all ranks are below `size`."""
        words = in_order(postings, first_two)
        self.size = size
        self.words: Sequence[str] = words
        """The words, sorted."""
        self._starts = array("I", accumulate(map(len, map(postings.__getitem__, words)), initial=0))
        """Where the postings of each word begin, and where the last ones end."""
        self._ranks = array("I", chain.from_iterable(map(postings.__getitem__, words)))
        postings.clear()
        self._answers: OrderedDict[str, int] = OrderedDict()
        self._subsequences: dict[str, list[str]] = {}
        self._prefix_sets: dict[str, int] = {}
        self._word_sets: dict[int, int] = {}
        if size >= LARGE:
            self._make_word_sets()
            self._make_prefix_sets("", 0, len(words))
        if len(words) > _PACKED:
            self.words = Words(words)

    def _make_word_sets(self) -> None:
        """Compute the sets of words at many ranks."""
        starts, least = self._starts, self.size // _DENSE
        for position in range(len(self.words)):
            if starts[position + 1] - starts[position] > least:
                self._word_sets[position] = bitset([self._ranks[starts[position] : starts[position + 1]]], self.size)

    def _make_prefix_sets(self, start: str, low: int, high: int) -> None:
        """Compute the sets of prefixes at many ranks.

        Args:
            start: The prefix that the words have in common.
            low: Position of the first word.
            high: Position behind the last word.
        """
        words, length = self.words, len(start) + 1
        while low < high:
            longer = words[low][:length]
            after = bisect_left(words, longer + _LAST, low, high)
            if len(longer) == length and self._starts[after] - self._starts[low] > self.size // _DENSE:
                self._prefix_sets[longer] = self._of(low, after)
                if length < _LONGEST_PREFIX:
                    self._make_prefix_sets(longer, low, after)
            low = max(after, low + 1)

    def __contains__(self, word: str) -> bool:
        position = bisect_left(self.words, word)
        return position < len(self.words) and self.words[position] == word

    def stretch(self, start: str) -> tuple[int, int]:
        """Return the half-open range of the positions of the words with a prefix."""
        low = bisect_left(self.words, start)
        return low, bisect_left(self.words, start + _LAST, low)

    def at(self, low: int, high: int) -> array[int]:
        """Return the postings of the words in a range of positions."""
        return self._ranks[self._starts[low] : self._starts[high]]

    def _of(self, low: int, high: int) -> int:
        """Return the ranks of the words in a range of positions."""
        dense = self._word_sets
        if not dense or self._starts[high] - self._starts[low] <= self.size // _DENSE:
            return bitset([self.at(low, high)], self.size) if high > low else 0
        bits, groups = 0, []
        for position, ready in dense.items():
            if low <= position < high:
                bits |= ready
                groups.append(self.at(low, position))
                low = position + 1
        groups.append(self.at(low, high))
        return bits | bitset(groups, self.size)

    def of_word(self, word: str) -> int:
        """Return the ranks of a word."""
        position = bisect_left(self.words, word)
        if position == len(self.words) or self.words[position] != word:
            return 0
        return self._word_sets.get(position) or self._of(position, position + 1)

    def of_prefix(self, start: str) -> int:
        """Return the ranks of the words with a prefix."""
        bits = self._prefix_sets.get(start)
        if bits is None:
            bits = self._answers.get(start)
        if bits is None:
            bits = self._remember(start, self._of(*self.stretch(start)))
        return bits

    def of_infix(self, part: str) -> int:
        """Return the ranks of the words that contain some letters in a row."""
        bits = self._answers.get("*" + part)
        if bits is None:
            words = self.words
            positions = words.containing(part) if isinstance(words, Words) else _containing(words, part)
            bits = 0
            for position in positions:
                bits |= self._word_sets.get(position) or self._of(position, position + 1)
            self._remember("*" + part, bits)
        return bits

    def of_subsequence(self, part: str) -> int:
        """Return the ranks of the words that begin with the first of some letters and contain the others in order."""
        words = self._subsequences.get(part)
        if words is None:
            known = self._subsequences.get(part[:-1])
            shape = re.compile(".*".join(map(re.escape, part))).match
            low, high = self.stretch(part[0])
            words = [word for word in (self.words[low:high] if known is None else known) if shape(word)]
            if len(self._subsequences) >= _MOST_ANSWERS:
                del self._subsequences[next(iter(self._subsequences))]
            self._subsequences[part] = words
        bits = self._answers.get("~" + part)
        if bits is None:
            bits = 0
            for word in words:
                bits |= self.of_word(word)
            self._remember("~" + part, bits)
        return bits

    def _remember(self, key: str, bits: int) -> int:
        if len(self._answers) >= _MOST_ANSWERS:
            self._answers.popitem(last=False)
        self._answers[key] = bits
        return bits


def _containing(words: Sequence[str], part: str) -> Iterator[int]:
    return (position for position, word in enumerate(words) if part in word)
