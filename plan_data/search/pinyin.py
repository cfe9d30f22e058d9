"""Splits pinyin into syllables, so that typed letters can be matched with Chinese characters.

The spelling follows GB/T 16159: words are joined, an apostrophe separates ambiguous syllables, ü is written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

_INITIALS = "zh ch sh b p m f d t n l g k h j q x r z c s y w".split()
_FINALS = (
    "iang iong uang ueng ang eng ong ing iao ian uai uan van ai ei ao ou an en er ia ie iu in ua uo ui un ue ve vn "
    "a o e i u v"
).split()
_SYLLABLES = frozenset(initial + final for initial in _INITIALS for final in _FINALS)
_FIRST = _SYLLABLES | set("ang eng ai ei ao ou an en er a o e".split())
_BEGUN = frozenset(syllable[:end] for syllable in _FIRST for end in range(1, len(syllable) + 1))
"""All beginnings of syllables."""
LONGEST = 6
"""Most letters of a syllable."""
MOST_READINGS = 16
"""Ways to read the same letters that are looked at."""
_SPELT = re.compile(
    # Inside a word a syllable begins with a consonant, so none ends before a vowel: zhi neng, not zhin eng.
    f"(?:{'|'.join(_INITIALS)})(?:{'|'.join(sorted(_FINALS, key=len, reverse=True))})(?![aeiouv])"
    "|(?<![a-z])(?:ang|eng|ai|ei|ao|ou|an|en|er|a|o|e)(?![aeiouv])"
)
NEVER_FIRST = frozenset("iuv")
"""Letters with which no syllable begins."""
_PART = re.compile(r"[a-z]+")
_HANZI = re.compile(r"[\u3007\u3400-\u9fff\U00020000-\U0003ffff]")


_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0304\u030c"))


def plain(pinyin: str) -> str:
    """Return pinyin in lower case without tones, ü as v."""
    return unicodedata.normalize("NFD", pinyin.lower()).replace("u\u0308", "v").translate(_TONES)


def hanzi(text: str) -> list[int]:
    """Return the offsets of the Chinese characters in a text."""
    return [found.start() for found in _HANZI.finditer(text)]


def syllables(pinyin: str, count: int) -> list[str]:
    """Split pinyin into its syllables, without tones, ü as v.

    Args:
        pinyin: The pinyin with tone marks.
        count: Expected number of syllables, which settles ambiguous spellings.

    Returns:
        The syllables without Latin words and numbers, or [] if there is no split into `count` syllables.
    """
    letters = plain(pinyin)
    spelt = _SPELT.findall(letters)
    parts = _PART.findall(letters)
    if len(spelt) == count and sum(map(len, spelt)) == sum(map(len, parts)):
        return spelt
    # A Latin word (C2M, App) has no syllables.
    ways = [_splits(part) or {0: []} for part in parts]
    found: dict[int, list[str]] = {0: []}
    for way in ways:
        found = {
            total + n: [*before, *split]
            for total, before in found.items()
            for n, split in sorted(way.items(), reverse=True)
            if total + n <= count
        }
    return found.get(count, [])


def readings(letters: str) -> list[tuple[list[str], str]]:
    """Return how some letters may be read as pinyin: syllables, and what is typed of the last one, or ""."""
    ways: list[list[list[str]]] = [[[]], *([] for _ in letters)]
    found: list[tuple[list[str], str]] = []
    for at in range(len(letters)):
        for way in ways[at][:MOST_READINGS]:
            if letters[at:] in _BEGUN:
                found.append((way, letters[at:]))
            for end in range(at + 1, min(at + LONGEST, len(letters)) + 1):
                if letters[at:end] in _FIRST:
                    ways[end].append([*way, letters[at:end]])
    return [*((way, "") for way in ways[-1][:MOST_READINGS]), *found]


def is_syllable(letters: str) -> bool:
    """Return whether some letters are a syllable."""
    return letters in _FIRST


def may_be_initials(letters: str) -> bool:
    """Return whether some letters may be initials of syllables: no syllable begins with i, u or ü."""
    return NEVER_FIRST.isdisjoint(letters)


def word_starts(pinyin: str, found: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the syllables that begin a word."""
    numbers = {at: n for n, at in enumerate(accumulate(map(len, found), initial=0))}
    joined, starts, at = "".join(found), set(), 0
    for part in _PART.findall(plain(pinyin)):
        if joined.startswith(part, at):
            starts.add(numbers.get(at, 0))
            at += len(part)
    return frozenset(starts)


@lru_cache(maxsize=4096)
def _splits(word: str) -> dict[int, list[str]]:
    """Return one way to split a word for each possible number of syllables, preferring long first syllables."""
    table: list[dict[int, list[str]]] = [{} for _ in range(len(word) + 1)]
    table[len(word)] = {0: []}
    for at in range(len(word) - 1, -1, -1):
        # Inside a word an apostrophe comes before a vowel that begins a syllable, so only consonants begin one here.
        shapes = _SYLLABLES if at else _FIRST
        for end in range(min(len(word), at + LONGEST), at, -1):
            if table[end] and word[at:end] in shapes:
                for n, rest in table[end].items():
                    table[at].setdefault(n + 1, [word[at:end], *rest])
    return table[0]
