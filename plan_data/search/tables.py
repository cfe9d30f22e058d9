"""The tables of an index: which words, initials, sounds and beginnings stand at which rank."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate, islice
from operator import add

from plan_data.model import Item, Node, Plan
from plan_data.search.bits import bitset, ranks
from plan_data.search.fields import NAMES, initials, long_texts, short_texts, spoken
from plan_data.search.folding import fold, fold_all
from plan_data.search.vocabulary import Vocabulary

_LATIN = re.compile(r"[0-9a-z]+(?:[.,][0-9]+)*")
_OTHER = re.compile(r"[^\W\x00-\x7f]+")
_HYPHENATED = re.compile(r"[^\W_]+(?:[-‐‑–—][^\W_]+)+")
_ASCII = frozenset(map(chr, range(128)))
_LAST = "\U0010ffff"
_SPOKEN = 3
"""Syllables of pinyin that are kept together."""


class Tables:
    """What stands where, for items in the order of their ranks."""

    def __init__(self, plan: Plan, items: Sequence[Item]) -> None:
        """Gather everything."""
        self.size = len(items)
        self.short = Vocabulary()
        """Words, and pairs of characters, of short fields."""
        self.long = Vocabulary()
        """The same of long ones."""
        self.hyphens = Vocabulary()
        """Words with hyphens, without them."""
        self.initials = Vocabulary()
        """Initials of names."""
        self.sounds = Vocabulary()
        """Pinyin from each syllable on; from the first one with a ^ before it."""
        self.signs = Vocabulary()
        """Initials of pinyin likewise."""
        self.syllables = Vocabulary()
        """Single syllables."""
        self._names(items)
        self._texts(items)
        self._led(plan, items)
        for vocabulary in (
            self.short,
            self.long,
            self.hyphens,
            self.initials,
            self.sounds,
            self.signs,
            self.syllables,
        ):
            vocabulary.close(self.size)

    def _names(self, items: Sequence[Item]) -> None:
        at: list[int] = []
        names: list[bool] = []
        texts: list[str] = []
        for rank, item in enumerate(items):
            for name, text in short_texts(item):
                if text:
                    at.append(rank)
                    names.append(name in NAMES)
                    texts.append(text)
            syllables = spoken(item)[1]
            if syllables:
                self._sound(syllables, rank)
        heads: list[str] = []
        head_ranks: list[int] = []
        post, letters = self.short.post, self.initials.post
        for rank, is_name, text, stored in zip(at, names, fold_all(texts), texts, strict=True):
            words = _LATIN.findall(text)
            for word in words:
                post[word].append(rank)
            if not text.isascii():
                _pairs(text, rank, self.short)
            if is_name:
                heads.append(text)
                head_ranks.append(rank)
                if len(words) > 1 and text.isascii():
                    for first in set(initials(words)):
                        letters[first].append(rank)
                if "-" in stored:
                    for joined in _HYPHENATED.findall(stored):
                        self.hyphens.post[fold(joined).text.replace(" ", "")].append(rank)
        order = sorted(range(len(heads)), key=heads.__getitem__)
        self._heads = [heads[n] for n in order]
        self._head_ranks = array("I", [head_ranks[n] for n in order])

    def _texts(self, items: Sequence[Item]) -> None:
        texts = [" ".join([text for _, text in long_texts(item) if text]) for item in items]
        post = self.long.post
        for rank, text in enumerate(fold_all(texts)):
            for word in set(_LATIN.findall(text)):
                post[word].append(rank)
            if not text.isascii():
                # Single characters do: each pair would be a word of its own, and what is found is looked at anyway.
                for character in set(text).difference(_ASCII):
                    post[character].append(rank)

    def _sound(self, syllables: Sequence[str], rank: int) -> None:
        spellings = [syllables]
        if any("v" in syllable for syllable in syllables):
            spellings.append([syllable.replace("v", "u") for syllable in syllables])
        sounds, signs, single = self.sounds.post, self.signs.post, self.syllables.post
        for spelt in spellings:
            joined, letters = "".join(spelt), "".join([syllable[0] for syllable in spelt])
            sounds["^" + joined].append(rank)
            signs["^" + letters].append(rank)
            places = [0, *accumulate(map(len, spelt))]
            ends = places[_SPOKEN:] + places[-1:] * _SPOKEN
            for start, end in zip(places[:-1], ends, strict=False):
                sounds[joined[start:end]].append(rank)
            for n in range(len(letters) - 2):
                signs[letters[n : n + 6]].append(rank)
            for syllable in set(spelt):
                single[syllable].append(rank)

    def _led(self, plan: Plan, items: Sequence[Item]) -> None:
        """Say for each body's rank at which ranks it is responsible."""
        led: dict[str, array[int]] = {}
        for rank, item in enumerate(items):
            if isinstance(item, Node):
                for id_ in item.agencies.list:
                    led.setdefault(id_, array("I")).append(rank)
        self._bodies: Mapping[int, int] = {
            rank: bitset([led[item.id]], self.size)
            for rank, item in enumerate(items)
            if item.id in plan.bodies and item.id in led
        }
        self._body_mask = bitset([self._bodies], self.size)

    def led_by(self, bodies: int) -> int:
        """Return what the bodies among some ranks are responsible for."""
        found = 0
        for rank in ranks(bodies & self._body_mask):
            found |= self._bodies[rank]
        return found

    def heads(self, start: str, most: int, mask: int) -> list[int]:
        """Return the best ranks that have a name with this beginning, at most so many; one letter says too little."""
        if len(start) < 2:
            return []
        low, high = bisect_left(self._heads, start), bisect_left(self._heads, start + _LAST)
        equal = bisect_left(self._heads, start + "\x00", low, high)
        found: list[int] = []
        for group in (self._head_ranks[low:equal], self._head_ranks[equal:high]):
            bits = bitset([group], self.size) & mask if group else 0
            found += islice(ranks(bits), most)
        return list(dict.fromkeys(found))[:most]

    def run(self, vocabulary: Vocabulary, characters: str) -> int:
        """Return where characters of another script stand, each pair of them in short fields, each one in long ones."""
        found = -1
        if vocabulary is self.long:
            for character in set(characters):
                found &= vocabulary.whole(character)
            return found
        if len(characters) == 1:
            return vocabulary.beginning(characters)
        for pair in map(add, characters, characters[1:]):
            found &= vocabulary.whole(pair)
            if not found:
                return 0
        return found

    def each(self, characters: str) -> int:
        """Return where all of some characters stand in short fields, in any order."""
        found = -1
        for character in set(characters):
            found &= self.short.beginning(character)
        return found

    def spoken(self, letters: str) -> int:
        """Return where the pinyin begins with some letters, or has them for its initials."""
        found = self.sounds.beginning("^" + letters) | self.signs.whole("^" + letters)
        return found & self._whole_first(letters) if len(letters) < 4 else found

    def spoken_inside(self, letters: str) -> int:
        """Return where the pinyin has some letters from a syllable on, or they are initials in a row."""
        found = self.sounds.beginning(letters)
        for end in range(4, len(letters)):
            if letters[:end] in self.sounds:
                found |= self.sounds.whole(letters[:end])
        if len(letters) < 4:
            found &= self._whole_first(letters)
        if len(letters) > 2:
            found |= self.signs.beginning(letters[:6])
        return found

    def _whole_first(self, letters: str) -> int:
        """Return where the first of some letters are a whole syllable, or they are initials."""
        found = self.signs.whole("^" + letters)
        for end in range(1, len(letters) + 1):
            found |= self.syllables.whole(letters[:end])
        return found


def _pairs(text: str, rank: int, vocabulary: Vocabulary) -> None:
    """Note the pairs of characters of other scripts, and the last character of each run."""
    post = vocabulary.post
    for run in _OTHER.findall(text):
        for pair in map(add, run, run[1:] + " "):
            post[pair].append(rank)
