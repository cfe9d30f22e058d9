"""The tables of pinyin: from which syllables on something sounds like some letters, or has them for its initials."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from plan_data.search.pinyin import may_be_initials, may_be_pinyin
from plan_data.search.vocabulary import Vocabulary

_SPOKEN = 3
"""Syllables of pinyin that are kept together."""


class Sounds:
    """Pinyin and where it stands; each table is made when first something is asked that may stand in it."""

    def __init__(self, spoken: Callable[[], Iterable[tuple[int, Sequence[str]]]], size: int) -> None:
        """Take what gives the ranks, rising, each with its syllables; all are below `size`."""
        self._spoken = spoken
        self._size = size

    def make(self) -> None:
        """Make all tables, and let go of what they were made of."""
        for table in (self._signs, self._sounds, self._syllables):
            table.whole("")
        self.__dict__.pop("_spelt", None)

    @cached_property
    def _spelt(self) -> list[tuple[int, Sequence[str]]]:
        """Ranks with syllables, ü as v and also as u."""
        found: list[tuple[int, Sequence[str]]] = []
        for rank, syllables in self._spoken():
            found.append((rank, syllables))
            if "v" in "".join(syllables):
                found.append((rank, [syllable.replace("v", "u") for syllable in syllables]))
        return found

    @cached_property
    def _sounds(self) -> Vocabulary:
        """Pinyin from each syllable on; from the first one with a ^ before it."""
        vocabulary = Vocabulary()
        post = vocabulary.post
        for rank, spelt in self._spelt:
            joined = "".join(spelt)
            post["^" + joined].append(rank)
            places = [0, *accumulate(map(len, spelt))]
            ends = places[_SPOKEN:] + places[-1:] * _SPOKEN
            for start, end in zip(places[:-1], ends, strict=False):
                post[joined[start:end]].append(rank)
        return vocabulary.close(self._size)

    @cached_property
    def _signs(self) -> Vocabulary:
        """Initials likewise, up to six."""
        vocabulary = Vocabulary()
        post = vocabulary.post
        for rank, spelt in self._spelt:
            letters = "".join([syllable[0] for syllable in spelt])
            post["^" + letters].append(rank)
            for n in range(len(letters) - 2):
                post[letters[n : n + 6]].append(rank)
        return vocabulary.close(self._size)

    @cached_property
    def _syllables(self) -> Vocabulary:
        """Single syllables."""
        vocabulary = Vocabulary()
        for rank, spelt in self._spelt:
            for syllable in set(spelt):
                vocabulary.post[syllable].append(rank)
        return vocabulary.close(self._size)

    def from_first(self, letters: str) -> int:
        """Return where the pinyin begins with some letters, or has them for its initials."""
        found = self._signs.whole("^" + letters) if may_be_initials(letters) else 0
        if may_be_pinyin(letters):
            found |= self._sounds.beginning("^" + letters)
        return found & self._whole_first(letters) if found and len(letters) < 4 else found

    def from_any(self, letters: str) -> int:
        """Return where the pinyin has some letters from a syllable on, or they are initials in a row."""
        found = 0
        if may_be_pinyin(letters):
            found = self._sounds.beginning(letters)
            for end in range(4, len(letters)):
                if letters[:end] in self._sounds:
                    found |= self._sounds.whole(letters[:end])
        if found and len(letters) < 4:
            found &= self._whole_first(letters)
        if len(letters) > 2 and may_be_initials(letters):
            found |= self._signs.beginning(letters[:6])
        return found

    def _whole_first(self, letters: str) -> int:
        """Return where the first of some letters are a whole syllable, or they are initials."""
        found = self._signs.whole("^" + letters)
        for end in range(1, len(letters) + 1):
            found |= self._syllables.whole(letters[:end])
        return found
