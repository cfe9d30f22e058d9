"""Finds words in long texts: by scanning them in a small plan, by an index in a large one.

Indexing a text takes as long as scanning it a hundred times, which no single command does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Protocol

from plan_data.search.bits import bitset
from plan_data.search.vocabulary import LARGE, Postings, Vocabulary
from plan_data.text.folding import LATIN

_ASCII = frozenset(map(chr, range(128)))
_SEPARATOR = "\x00"


class Passages(Protocol):
    """Long texts, one for each rank, that answer with sets of ranks."""

    def of_word(self, word: str) -> int:
        """Return the ranks that contain a word."""

    def of_prefix(self, start: str) -> int:
        """Return the ranks that contain a word with a prefix."""

    def of_run(self, characters: str) -> int:
        """Return the ranks that may contain a run of characters of another script."""


def passages(texts: Iterable[str], size: int) -> Passages:
    """Return `size` folded texts in the form that suits their number."""
    return _Indexed(texts, size) if size >= LARGE else _Scanned(list(texts))


class _Scanned:
    """All texts joined into one, which is scanned."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._size = len(texts)
        self._text = _SEPARATOR + _SEPARATOR.join(texts)
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))

    def of_word(self, word: str) -> int:
        return self._ranks(self._offsets(word, "(?![0-9a-z])"))

    def of_prefix(self, start: str) -> int:
        return self._ranks(self._offsets(start, ""))

    def of_run(self, characters: str) -> int:
        return self._ranks(found.start() for found in re.finditer(re.escape(characters), self._text))

    def _offsets(self, word: str, end: str) -> Iterator[int]:
        # The look-behind comes last: `re` searches fast only for patterns that begin with literal letters.
        letters = re.escape(word)
        pattern = f"{letters}{end}(?<![0-9a-z]{letters})(?<![0-9][.,]{letters})"
        return (found.start() for found in re.finditer(pattern, self._text))

    def _ranks(self, offsets: Iterator[int]) -> int:
        return bitset([{bisect_right(self._starts, offset) - 1 for offset in offsets}], self._size)


class _Indexed:
    """An index of the words and of the single Chinese characters of the texts."""

    def __init__(self, texts: Iterable[str], size: int) -> None:
        postings = Postings(list)
        for rank, text in enumerate(texts):
            for word in set(LATIN.findall(text)):
                postings[word].append(rank)
            if not text.isascii():
                # Single characters are enough: candidates are compared with the text anyway, and pairs take more room.
                for character in set(text).difference(_ASCII):
                    postings[character].append(rank)
        self._words = Vocabulary(postings, size)

    def of_word(self, word: str) -> int:
        return self._words.of_word(word)

    def of_prefix(self, start: str) -> int:
        return self._words.of_prefix(start)

    def of_run(self, characters: str) -> int:
        found = -1
        for character in set(characters):
            found &= self._words.of_word(character)
        return found
