"""Folding text for search: width, case, accents and hyphens; each folded character knows where it came from."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

WORD = re.compile(r"[0-9a-z]+(?:[.,][0-9]+)*|[^\W\x00-\x7f]")
"""A word of Latin letters and digits, or one character of another script."""


class Folded(NamedTuple):
    """A text in the form in which it is searched."""

    text: str
    """Lower case, NFKC, without accents and apostrophes; hyphens are spaces."""
    origin: tuple[int, ...]
    """For each of its characters, and its end, the place in the text as stored."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the stored text that a stretch of the folded text stands for."""
        return self.origin[start], max(self.origin[end - 1] + 1, self.origin[end])


def fold(text: str) -> Folded:
    """Fold a text."""
    if text.isascii() and "'" not in text:
        return Folded(text.lower().replace("-", " "), tuple(range(len(text) + 1)))
    out: list[str] = []
    origin: list[int] = []
    for i, char in enumerate(text):
        for piece in unicodedata.normalize("NFKD", char).casefold():
            if piece in "'’" or unicodedata.combining(piece):
                continue
            out.append(" " if piece in "-‐‑–—" else piece)
            origin.append(i)
    origin.append(len(text))
    return Folded("".join(out), tuple(origin))


def is_latin(text: str) -> bool:
    """Return whether a folded text has only Latin letters, digits and signs."""
    return text.isascii()
