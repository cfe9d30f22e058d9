"""The tables of pinyin: from which syllables on something sounds like some letters, or has them for its initials."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from plan_data.search.pinyin import may_be_initials, may_be_pinyin
from plan_data.search.vocabulary import Posts, Vocabulary

_SPOKEN = 3
"""Syllables of pinyin that are kept together."""
_SIGNS = 4
"""Initials that are kept together."""


class Sounds:
    """Pinyin and where it stands; each table is made when first something is asked that may stand in it."""

    def __init__(self, spoken: Callable[[], Iterable[tuple[int, Sequence[str]]]], size: int) -> None:
        """Take what gives the ranks, rising, each with its syllables; all are below `size`."""
        self._spoken = spoken
        self._size = size

    def make(self) -> None:
        """Make all tables, one after the other, so that little is held at once, and let go of what they are made of."""
        for table in ("_sounds", "_initials"):
            getattr(self, table)
        self.__dict__.pop("_spelt", None)

    @cached_property
    def _spelt(self) -> list[tuple[int, str]]:
        """Ranks with syllables, blanks between them, ü as v and also as u: as one text they take the least room."""
        found: list[tuple[int, str]] = []
        for rank, syllables in self._spoken():
            spelt = " ".join(syllables)
            found.append((rank, spelt))
            if "v" in spelt:
                found.append((rank, spelt.replace("v", "u")))
        return found

    @cached_property
    def _sounds(self) -> Vocabulary:
        """Pinyin from each syllable on; from the first one with a ^ before it."""
        posts = Posts(list)
        for rank, spelt in self._spelt:
            syllables = spelt.split(" ")
            joined = "".join(syllables)
            places = [0, *accumulate(map(len, syllables))]
            ends = places[_SPOKEN:] + places[-1:] * _SPOKEN
            posts["^" + joined].append(rank)
            for start, end in zip(places[:-1], ends, strict=False):
                posts[joined[start:end]].append(rank)
        return Vocabulary(posts, self._size)

    @cached_property
    def _initials(self) -> tuple[Vocabulary, Vocabulary]:
        """Initials likewise, some at a time; and single syllables."""
        signs, single = Posts(list), Posts(list)
        for rank, spelt in self._spelt:
            syllables = spelt.split(" ")
            letters = "".join([syllable[0] for syllable in syllables])
            signs["^" + letters].append(rank)
            for n in range(len(letters) - 2):
                signs[letters[n : n + _SIGNS]].append(rank)
            for syllable in syllables:
                single[syllable].append(rank)
        return Vocabulary(signs, self._size), Vocabulary(single, self._size)

    @property
    def _signs(self) -> Vocabulary:
        return self._initials[0]

    @property
    def _syllables(self) -> Vocabulary:
        return self._initials[1]

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
            in_a_row = -1
            for start in range(max(1, len(letters) - _SIGNS + 1)):
                in_a_row &= self._signs.beginning(letters[start : start + _SIGNS])
            found |= in_a_row
        return found

    def _whole_first(self, letters: str) -> int:
        """Return where the first of some letters are a whole syllable, or they are initials."""
        found = self._signs.whole("^" + letters)
        for end in range(1, len(letters) + 1):
            found |= self._syllables.whole(letters[:end])
        return found
