"""Folding text for search: width, case, accents and hyphens; each folded character knows where it came from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

WORD = re.compile(r"[0-9a-z]+(?:[.,][0-9]+)*|[^\W\x00-\x7f]")
"""A word of Latin letters and digits, or one character of another script."""
RUN = re.compile(r"[0-9a-z]+(?:[.,][0-9]+)*|[^\W\x00-\x7f]+")
"""The same, but characters of other scripts that stand together are one."""
LATIN = re.compile(r"[0-9a-z]+(?:[.,][0-9]+)*")
"""A word of Latin letters and digits alone."""
_CHANGED = re.compile("[-'\x80-\u4dff\ua000-\U0010ffff]")
"""What folding may change: in lower case no other letter of ASCII, and no common Chinese character."""
_HYPHENS = "-‐‑–—"
_DROPPED = "'’"
_SEPARATOR = "\x00"
_MANY = 40
"""Kinds of characters to fold from which one pass over the text beats a pass for each."""


class Folded(NamedTuple):
    """A text in the form in which it is searched."""

    text: str
    """Lower case, NFKC, without accents and apostrophes; hyphens are spaces."""
    origin: Sequence[int]
    """For each of its characters, and its end, the place in the text as stored."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the stored text that a stretch of the folded text stands for."""
        return self.origin[start], max(self.origin[end - 1] + 1, self.origin[end])


def fold(text: str) -> Folded:
    """Fold a text."""
    if text.isascii() and "'" not in text:
        return Folded(text.lower().replace("-", " "), range(len(text) + 1))
    out: list[str] = []
    origin: list[int] = []
    for i, char in enumerate(text):
        for piece in _pieces(char):
            out.append(piece)
            origin.append(i)
    origin.append(len(text))
    return Folded("".join(out), origin)


def fold_all(texts: Sequence[str]) -> list[str]:
    """Fold many texts at once, without saying where each character came from."""
    whole = _SEPARATOR.join(texts).lower()
    if not texts or whole.count(_SEPARATOR) != len(texts) - 1:
        return [fold(text).text for text in texts]
    table = {char: folded for char in set(_CHANGED.findall(whole)) if (folded := "".join(_pieces(char))) != char}
    if len(table) < _MANY:
        for char, folded in table.items():
            whole = whole.replace(char, folded)
    else:
        whole = whole.translate({ord(char): folded for char, folded in table.items()})
    return whole.split(_SEPARATOR)


_KNOWN: dict[str, tuple[str, ...]] = {}


def _pieces(char: str) -> tuple[str, ...]:
    """Return the folded characters that one stands for."""
    found = _KNOWN.get(char)
    if found is None:
        found = _KNOWN[char] = tuple(
            " " if piece in _HYPHENS else piece
            for piece in unicodedata.normalize("NFKD", char).casefold()
            if piece not in _DROPPED and not unicodedata.combining(piece)
        )
    return found
