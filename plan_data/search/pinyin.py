"""Pinyin, syllable by syllable, so that what was typed in letters lights the Chinese characters.

Spelling follows GB/T 16159: words are joined, an apostrophe parts syllables where they would be misread, ü is written.
"""

from __future__ import annotations

import re
import unicodedata

_INITIALS = "zh ch sh b p m f d t n l g k h j q x r z c s y w".split()
_FINALS = (
    "iang iong uang ueng ang eng ong ing iao ian uai uan van ai ei ao ou an en er ia ie iu in ua uo ui un ue ve vn "
    "a o e i u v"
).split()
_BARE = "ang eng ai ei ao ou an en er a o e".split()
_SYLLABLE = re.compile(rf"(?:{'|'.join(_INITIALS)})(?:{'|'.join(sorted(_FINALS, key=len, reverse=True))})")
_FIRST = re.compile(rf"{_SYLLABLE.pattern}|{'|'.join(_BARE)}")
_HANZI = re.compile(r"[\u3007\u3400-\u9fff\U00020000-\U0003ffff]")


def plain(pinyin: str) -> str:
    """Return pinyin in lower case without tones, ü as v."""
    out: list[str] = []
    for char in unicodedata.normalize("NFD", pinyin.lower()):
        if char == "\u0308" and out and out[-1] == "u":
            out[-1] = "v"
        elif not unicodedata.combining(char):
            out.append(char)
    return "".join(out)


def hanzi(text: str) -> list[int]:
    """Return the places of the Chinese characters in a text."""
    return [found.start() for found in _HANZI.finditer(text)]


def syllables(pinyin: str, count: int) -> list[str]:
    """Split pinyin into its syllables, without tones, ü as v.

    Args:
        pinyin: As written, with tone marks.
        count: How many there are, which settles what spelling leaves open.

    Returns:
        The syllables, or [] where it cannot be split into so many. Latin words and numbers in it are left out.
    """
    parts = [part for part in re.split(r"[^a-zv]+", plain(pinyin)) if part]
    ways: list[dict[int, list[str]]] = []
    for part in parts:
        ways.append(_splits(part))
    found: dict[int, list[str]] = {0: []}
    for way in ways:
        # A Latin word among the pinyin (C2M, App) has no syllables of its own.
        options = way or {0: []}
        found = {
            total + n: [*before, *split]
            for total, before in found.items()
            for n, split in sorted(options.items(), reverse=True)
            if total + n <= count
        }
    return found.get(count, [])


def _splits(word: str) -> dict[int, list[str]]:
    """Return the ways to split a word: number of syllables to one such split, the longest syllables first."""
    table: list[dict[int, list[str]]] = [{} for _ in range(len(word) + 1)]
    table[len(word)] = {0: []}
    for at in range(len(word) - 1, -1, -1):
        # Inside a word a syllable that begins with a vowel is parted off by an apostrophe, so none begins here.
        shape = _SYLLABLE if at else _FIRST
        for end in range(min(len(word), at + 6), at, -1):
            if shape.fullmatch(word, at, end):
                for n, rest in table[end].items():
                    table[at].setdefault(n + 1, [word[at:end], *rest])
    return table[0]
