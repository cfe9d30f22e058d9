"""Where words stand in long texts: read through at each question while these are few, else looked up in an index.

To index a text takes as long as to read it through a hundred times, which a short-lived command never does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Protocol

from plan_data.search.bits import bitset
from plan_data.search.vocabulary import LARGE, Posts, Vocabulary
from plan_data.text.folding import LATIN

_ASCII = frozenset(map(chr, range(128)))
_BREAK = "\x00"


class Passages(Protocol):
    """Long texts, one for each rank."""

    def whole(self, word: str) -> int:
        """Return where a word stands."""

    def beginning(self, start: str) -> int:
        """Return where a word stands that begins with some letters."""

    def holding(self, characters: str) -> int:
        """Return where characters of another script may stand together."""


def passages(texts: Iterable[str], size: int) -> Passages:
    """Return folded texts, as many as `size`, ready to be asked."""
    return _Indexed(texts, size) if size >= LARGE else _Read(list(texts))


class _Read:
    """All texts in one, which is read through."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._size = len(texts)
        self._text = _BREAK + _BREAK.join(texts)
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))

    def whole(self, word: str) -> int:
        return self._ranks(self._places(word, "(?![0-9a-z])"))

    def beginning(self, start: str) -> int:
        return self._ranks(self._places(start, ""))

    def holding(self, characters: str) -> int:
        return self._ranks(found.start() for found in re.finditer(re.escape(characters), self._text))

    def _places(self, word: str, end: str) -> Iterator[int]:
        # What stands before is looked at last: only a pattern that begins with letters is searched for at full speed.
        letters = re.escape(word)
        pattern = f"{letters}{end}(?<![0-9a-z]{letters})(?<![0-9][.,]{letters})"
        return (found.start() for found in re.finditer(pattern, self._text))

    def _ranks(self, places: Iterator[int]) -> int:
        return bitset([{bisect_right(self._starts, place) - 1 for place in places}], self._size)


class _Indexed:
    """The words and the single characters of the texts."""

    def __init__(self, texts: Iterable[str], size: int) -> None:
        posts = Posts(list)
        for rank, text in enumerate(texts):
            for word in set(LATIN.findall(text)):
                posts[word].append(rank)
            if not text.isascii():
                # Single characters do: each pair would be a word of its own, and what is found is looked at anyway.
                for character in set(text).difference(_ASCII):
                    posts[character].append(rank)
        self._words = Vocabulary(posts, size)

    def whole(self, word: str) -> int:
        return self._words.whole(word)

    def beginning(self, start: str) -> int:
        return self._words.beginning(start)

    def holding(self, characters: str) -> int:
        found = -1
        for character in set(characters):
            found &= self._words.whole(character)
        return found
