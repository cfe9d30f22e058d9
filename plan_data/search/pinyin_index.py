"""The index of pinyin: ranks by full syllables from any syllable on, and by initials."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from plan_data.search.pinyin import LONGEST, NEVER_FIRST, may_be_initials, may_be_pinyin
from plan_data.search.vocabulary import Postings, Vocabulary

_SYLLABLES_TOGETHER = 3
"""Syllables in one entry of the index."""
_INITIALS_TOGETHER = 4
"""Initials in one entry of the index."""

FEWEST_MIXED = 3
"""Fewest syllables that are typed in full and by initials together."""
_MOST_MIXED = 20
"""Most letters of such a query."""
_TWO_LETTERS = ("zh", "ch", "sh")
"""Initials of two letters, which may be typed as one or two."""


def _shares(syllable: str, query: str, at: int) -> Iterator[int]:
    """Yield where a query goes on after a syllable that is typed in full, as its initial, or not to its end."""
    if query.startswith(syllable, at):
        yield at + len(syllable)
    if query[at : at + 2] in _TWO_LETTERS and syllable.startswith(query[at : at + 2]):
        yield at + 2
    if query[at : at + 1] == syllable[0]:
        yield at + 1
    if len(query) - at < len(syllable) and syllable.startswith(query[at:]):
        yield len(query)


def mixed_end(spelt: Sequence[str], query: str, start: int) -> int:
    """Return behind which syllable a query ends that begins with a syllable, in full or by initials; 0 if nowhere."""
    places = {0}
    for n in range(start, len(spelt)):
        places = {end for at in places for end in _shares(spelt[n], query, at)}
        if len(query) in places:
            return n + 1
        if not places:
            break
    return 0


class PinyinIndex:
    """Finds the ranks of pinyin; each table is built on first use."""

    def __init__(self, spoken: Callable[[], Iterable[tuple[int, Sequence[str]]]], size: int) -> None:
        """Index pinyin.

        Args:
            spoken: Returns the ranks, ascending, each with its syllables.
            size: Number of ranks.
        """
        self._spoken = spoken
        self._size = size

    def make(self) -> None:
        """Build all tables one after the other, to limit peak memory, and drop the texts they are built from."""
        for table in ("_syllable_runs", "_initials"):
            getattr(self, table)
        self.__dict__.pop("_spelt", None)

    @cached_property
    def _spelt(self) -> list[tuple[int, str]]:
        """Ranks with their syllables, ü as v and again as u. One string with spaces takes less memory than a list."""
        found: list[tuple[int, str]] = []
        for rank, syllables in self._spoken():
            spelt = " ".join(syllables)
            found.append((rank, spelt))
            if "v" in spelt:
                found.append((rank, spelt.replace("v", "u")))
        return found

    @cached_property
    def _syllable_runs(self) -> Vocabulary:
        """Runs of syllables from each syllable on, and the whole pinyin with a ^ before it."""
        postings = Postings(list)
        for rank, spelt in self._spelt:
            syllables = spelt.split(" ")
            joined = "".join(syllables)
            offsets = [0, *accumulate(map(len, syllables))]
            ends = offsets[_SYLLABLES_TOGETHER:] + offsets[-1:] * _SYLLABLES_TOGETHER
            postings["^" + joined].append(rank)
            for start, end in zip(offsets[:-1], ends, strict=False):
                postings[joined[start:end]].append(rank)
        return Vocabulary(postings, self._size)

    @cached_property
    def _initials(self) -> tuple[Vocabulary, Vocabulary]:
        """Runs of initials, with ^ before the whole; and single syllables."""
        runs, single = Postings(list), Postings(list)
        for rank, spelt in self._spelt:
            syllables = spelt.split(" ")
            letters = "".join([syllable[0] for syllable in syllables])
            runs["^" + letters].append(rank)
            for n in range(len(letters) - 2):
                runs[letters[n : n + _INITIALS_TOGETHER]].append(rank)
            for syllable in syllables:
                single[syllable].append(rank)
        return Vocabulary(runs, self._size), Vocabulary(single, self._size)

    @property
    def _initial_runs(self) -> Vocabulary:
        return self._initials[0]

    @property
    def _syllables(self) -> Vocabulary:
        return self._initials[1]

    def at_start(self, letters: str) -> int:
        """Return the ranks whose pinyin starts with some letters, or has exactly these initials."""
        found = self._initial_runs.of_word("^" + letters) if may_be_initials(letters) else 0
        if may_be_pinyin(letters):
            found |= self._syllable_runs.of_prefix("^" + letters)
        return found & self._whole_first(letters) if found and len(letters) < 4 else found

    def anywhere(self, letters: str) -> int:
        """Return the ranks whose pinyin has some letters from any syllable on, or consecutive initials."""
        found = 0
        if may_be_pinyin(letters):
            found = self._syllable_runs.of_prefix(letters)
            for end in range(4, len(letters)):
                if letters[:end] in self._syllable_runs:
                    found |= self._syllable_runs.of_word(letters[:end])
        if found and len(letters) < 4:
            found &= self._whole_first(letters)
        if len(letters) > 2 and may_be_initials(letters):
            in_a_row = -1
            for start in range(max(1, len(letters) - _INITIALS_TOGETHER + 1)):
                in_a_row &= self._initial_runs.of_prefix(letters[start : start + _INITIALS_TOGETHER])
            found |= in_a_row
        return found

    def mixed(self, letters: str) -> int:
        """Return the ranks that may have some letters as syllables in full and initials together: `xietongzz`."""
        if not 4 <= len(letters) <= _MOST_MIXED:
            return 0
        # For each place the ranks that have all syllables typed in full before it: any, and at least one.
        some, initials_only = [0] * (len(letters) + 1), True
        for at, letter in enumerate(letters):
            if letter not in NEVER_FIRST:
                some[at + 1] |= some[at]
            for end in range(at + 2, min(len(letters), at + LONGEST) + 1):
                have = self._syllables.of_word(letters[at:end])
                some[end] |= have if initials_only else some[at] & have
            initials_only = initials_only and letter not in NEVER_FIRST
        return some[-1]

    def _whole_first(self, letters: str) -> int:
        """Return the ranks where some letters start with a whole syllable, or are the initials."""
        found = self._initial_runs.of_word("^" + letters)
        for end in range(1, len(letters) + 1):
            found |= self._syllables.of_word(letters[:end])
        return found
