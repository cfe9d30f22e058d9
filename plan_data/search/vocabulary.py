"""A vocabulary: the words of many texts, each with the ranks where it stands, asked by the beginnings of words."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from plan_data.search.bits import bitset

_LAST = "\U0010ffff"
_KEPT = 512
"""Answers that are remembered, at most."""
LARGE = 4096
"""Ranks from which on what is asked often is kept ready."""
_NONE: list[int] = []


class Vocabulary:
    """Words and where they stand. Filled through `post`, asked after `close`."""

    def __init__(self) -> None:
        """Start empty."""
        self.post: defaultdict[str, list[int] | array[int]] = defaultdict(list)
        """Word to ranks, rising."""
        self.words: Sequence[str] = ()
        """The words, sorted."""
        self.size = 0
        self._dense: dict[str, int] = {}
        self._known: dict[str, int] = {}
        self._subsequences: dict[str, list[str]] = {}

    def close(self, size: int) -> Vocabulary:
        """Make ready to be asked, and return it; all ranks are below `size`."""
        self.size = size
        self.words = sorted(self.post)
        if size < LARGE:
            return self
        # A word that stands in every thirtieth text takes less room as a set than as a list of ranks.
        for word, places in self.post.items():
            if len(places) * 32 > size:
                self._dense[word] = bitset([places], size)
                self.post[word] = _NONE
            else:
                self.post[word] = array("I", places)
        for letter in sorted({word[0] for word in self.words if "" < word < "\x7f"}):
            self.beginning(letter)
        return self

    def __contains__(self, word: str) -> bool:
        return word in self.post

    def range(self, start: str) -> Sequence[str]:
        """Return the words that begin with some letters, sorted."""
        return self.words[bisect_left(self.words, start) : bisect_left(self.words, start + _LAST)]

    def union(self, words: Iterable[str]) -> int:
        """Return where any of some words stands."""
        sparse, dense = [], []
        for word in words:
            if word in self._dense:
                dense.append(self._dense[word])
            elif word in self.post:
                sparse.append(self.post[word])
        bits = bitset(sparse, self.size) if sparse else 0
        return reduce(or_, dense, bits)

    def whole(self, word: str) -> int:
        """Return where a word stands."""
        return self.union((word,)) if word in self.post else 0

    def beginning(self, start: str) -> int:
        """Return where a word stands that begins with some letters."""
        bits = self._known.get(start)
        if bits is None:
            words = self.range(start)
            bits = self.union(words) if words else 0
            self._remember(start, bits)
        return bits

    def inside(self, part: str) -> int:
        """Return where a word stands that holds some letters, one after the other."""
        bits = self._known.get("*" + part)
        if bits is None:
            bits = self.union([word for word in self.words if part in word])
            self._remember("*" + part, bits)
        return bits

    def loosely(self, part: str) -> int:
        """Return where a word stands that begins with the first of some letters and holds the others in order."""
        words = self._subsequences.get(part)
        if words is None:
            known = self._subsequences.get(part[:-1])
            shape = re.compile(".*".join(map(re.escape, part))).match
            words = [word for word in (self.range(part[0]) if known is None else known) if shape(word)]
            if len(self._subsequences) >= _KEPT:
                del self._subsequences[next(iter(self._subsequences))]
            self._subsequences[part] = words
        bits = self._known.get("~" + part)
        if bits is None:
            bits = self.union(words)
            self._remember("~" + part, bits)
        return bits

    def _remember(self, key: str, bits: int) -> None:
        if len(self._known) >= _KEPT:
            del self._known[next(key for key in self._known if len(key) > 1)]
        self._known[key] = bits
