"""The tables of an index: which words, initials, sounds and beginnings stand at which rank.

Of a small plan each table is made when it is first asked, since a command asks once and of few of them; of a large one
all are made at once, since nobody should wait for them between two keys.
"""

from __future__ import annotations

import gc
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from operator import add

from plan_data.model import Item, Node, Plan
from plan_data.search.bits import bitset, ranks
from plan_data.search.fields import NAMES, initials, long_texts, short_texts, spoken
from plan_data.search.folding import LATIN, fold, fold_all
from plan_data.search.passages import Passages, passages
from plan_data.search.sounds import Sounds
from plan_data.search.vocabulary import LARGE, Vocabulary

_OTHER = re.compile(r"[^\W\x00-\x7f]+")
_HYPHENATED = re.compile(r"[^\W_]+(?:[-‐‑–—][^\W_]+)+")
_LAST = "\U0010ffff"


class Tables:
    """What stands where, for items in the order of their ranks."""

    def __init__(self, plan: Plan, items: Sequence[Item]) -> None:
        """Gather what the tables are made of; of a large plan make them."""
        self.size = len(items)
        self._plan = plan
        self._items = items
        if self.size >= LARGE:
            self.make()

    def make(self) -> None:
        """Make all tables that are not yet made, and let go of what they were made of."""
        collects = gc.isenabled()
        # Nothing that is made here is garbage, and to look through it again and again takes a third of the time.
        gc.disable()
        try:
            for names, material in (
                (("words", "initials"), "_found"),
                (("pairs", "hyphens", "_heads"), "_short"),
                (("long", "_bodies"), ""),
            ):
                for name in names:
                    getattr(self, name)
                self.__dict__.pop(material, None)
            self.sounds.make()
        finally:
            if collects:
                gc.enable()

    @cached_property
    def _short(self) -> tuple[list[int], list[bool], list[str], list[str]]:
        """Of each short text its rank, whether it is a name, and the text as stored and folded."""
        at: list[int] = []
        names: list[bool] = []
        texts: list[str] = []
        for rank, item in enumerate(self._items):
            for name, text in short_texts(item):
                if text:
                    at.append(rank)
                    names.append(name in NAMES)
                    texts.append(text)
        return at, names, texts, fold_all(texts)

    @cached_property
    def _found(self) -> list[list[str]]:
        """The words of each short text."""
        return list(map(LATIN.findall, self._short[3]))

    @cached_property
    def words(self) -> Vocabulary:
        """Words of Latin letters and digits in short fields."""
        vocabulary = Vocabulary()
        post = vocabulary.post
        for rank, found in zip(self._short[0], self._found, strict=True):
            for word in found:
                post[word].append(rank)
        return vocabulary.close(self.size)

    @cached_property
    def pairs(self) -> Vocabulary:
        """Pairs of characters of other scripts in short fields, and the last character of each run with a blank."""
        vocabulary = Vocabulary()
        post = vocabulary.post
        at, _, _, texts = self._short
        for rank, text in zip(at, texts, strict=True):
            if not text.isascii():
                for run in _OTHER.findall(text):
                    for pair in map(add, run, run[1:] + " "):
                        post[pair].append(rank)
        return vocabulary.close(self.size)

    @cached_property
    def hyphens(self) -> Vocabulary:
        """Words with hyphens in names, without them."""
        vocabulary = Vocabulary()
        at, names, stored, _ = self._short
        for rank, is_name, text in zip(at, names, stored, strict=True):
            if is_name and "-" in text:
                for joined in _HYPHENATED.findall(text):
                    vocabulary.post[fold(joined).text.replace(" ", "")].append(rank)
        return vocabulary.close(self.size)

    @cached_property
    def initials(self) -> Vocabulary:
        """Initials of names."""
        vocabulary = Vocabulary()
        at, names, _, texts = self._short
        for rank, is_name, text, words in zip(at, names, texts, self._found, strict=True):
            if is_name and len(words) > 1 and text.isascii():
                for letters in set(initials(words)):
                    vocabulary.post[letters].append(rank)
        return vocabulary.close(self.size)

    @cached_property
    def long(self) -> Passages:
        """Summaries, notes and quotes."""
        return passages(fold_all([" ".join([text for _, text in long_texts(item) if text]) for item in self._items]))

    @cached_property
    def sounds(self) -> Sounds:
        """Pinyin."""
        return Sounds(self._spoken, self.size)

    def _spoken(self) -> Iterator[tuple[int, list[str]]]:
        for rank, item in enumerate(self._items):
            found = spoken(item)[1]
            if found:
                yield rank, found

    @cached_property
    def _heads(self) -> tuple[list[str], array[int]]:
        """The folded names, sorted, and the rank of each."""
        at, names, _, texts = self._short
        pairs = sorted((text, rank) for rank, is_name, text in zip(at, names, texts, strict=True) if is_name)
        return [text for text, _ in pairs], array("I", [rank for _, rank in pairs])

    @cached_property
    def _bodies(self) -> tuple[Mapping[int, int], int]:
        """For each body's rank at which ranks it is responsible, and the set of these bodies."""
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

    def led_by(self, bodies: int) -> int:
        """Return what the bodies among some ranks are responsible for."""
        found = 0
        if bodies:
            led, all_ = self._bodies
            for rank in ranks(bodies & all_):
                found |= led[rank]
        return found

    def heads(self, start: str, most: int, mask: int) -> list[int]:
        """Return the best ranks that have a name with this beginning, at most so many; one letter says too little."""
        if len(start) < 2:
            return []
        names, at = self._heads
        low, high = bisect_left(names, start), bisect_left(names, start + _LAST)
        equal = bisect_left(names, start + "\x00", low, high)
        found: list[int] = []
        for group in (at[low:equal], at[equal:high]):
            bits = bitset([group], self.size) & mask if group else 0
            found += islice(ranks(bits), most)
        return list(dict.fromkeys(found))[:most]

    def run(self, characters: str) -> int:
        """Return where each pair of some characters of another script stands in short fields."""
        if len(characters) == 1:
            return self.pairs.beginning(characters)
        found = -1
        for pair in map(add, characters, characters[1:]):
            found &= self.pairs.whole(pair)
            if not found:
                return 0
        return found

    def each(self, characters: str) -> int:
        """Return where all of some characters stand in short fields, in any order."""
        found = -1
        for character in set(characters):
            found &= self.pairs.beginning(character)
        return found
