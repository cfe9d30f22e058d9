"""Folding: texts in the form in which they are compared, with the map back to the text as stored.

There are three rules, since three things are compared:

`fold` is for what readers type: in the jump box, in `find`, on a page, as the filter of a view. It is generous. Width
(NFKC), case, accents, quotation marks, apostrophes, and the comma in 10,000 do not count. A hyphen is a space, and a
traditional character is the simplified one.

`fold_quote` is for evidence: whether a passage has a quote in spite of another copy's typesetting. Runs of white space,
the form of quote marks, composed or decomposed letters (NFC), and what is invisible (soft hyphens, joiners, variation
selectors) do not count; case, width and accents do, since a quote is verbatim.

`fold_heading` is for recognising printed headings in a copy that was typeset anew: width (NFKC), all white space, all
quote marks and characters without width do not count; case, accents and hyphens do, since enumerators and bullets have
hyphens and what comes nearest is shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from plan_data.text.traditional import SIMPLIFIED

WORD = re.compile(r"[0-9a-z]+(?:[.,][0-9]+)*|[^\W\x00-\x7f]")
"""A word of Latin letters and digits, or one character of another script."""
RUN = re.compile(r"[0-9a-z]+(?:[.,][0-9]+)*|[^\W\x00-\x7f]+")
"""The same, but characters of other scripts that stand together are one."""
LATIN = re.compile(r"[0-9a-z]+(?:[.,][0-9]+)*")
"""A word of Latin letters and digits alone."""
HYPHENS = "-‐‑–—"
"""Hyphens and dashes, which fold to a blank."""
_APOSTROPHES = "'‘’‚‛′"
_MARKS = frozenset(_APOSTROPHES + '"“”„‟″「」『』')
_LETTERS = {"〔": "[", "〕": "]", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
"""Brackets of document numbers; letters with a stroke and ligatures, which Unicode does not take apart."""
_THOUSANDS = re.compile(r"(?<=[0-9０-９])[,，](?=[0-9０-９]{3}(?![0-9０-９]))")
"""The comma between thousands."""
_QUOTE_MARKS = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys("“”„‟″", '"'))
_NOT_IN_HEADINGS = re.compile(r"[\s“”„‟\"'‘’‚‛「」『』《》〈〉＂＇\u00ad\u200b-\u200f\u2060\ufeff]")
_INVISIBLE = frozenset(
    chr(code)
    for first, last in (
        (0xAD, 0xAD),
        (0x34F, 0x34F),
        (0x61C, 0x61C),
        (0x180B, 0x180F),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x2064),
        (0x2066, 0x206F),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xE0100, 0xE01EF),
    )
    for code in range(first, last + 1)
)
"""Soft hyphen, joiners, zero-width spaces, marks of direction, byte order mark, variation selectors."""
_JOINER = "\u200d"
_VOICING = "\uff9e\uff9f"
"""Marks of half-width kana, which belong to the letter before them."""
_SEPARATOR = "\x00"
_MANY = 40
"""Kinds of characters to fold from which one pass over the text beats a pass for each."""


class Folded(NamedTuple):
    """A text in the form in which it is compared."""

    text: str
    """The folded text."""
    origin: Sequence[int]
    """For each of its characters, and its end, the index in the text as stored."""
    ends: Sequence[int]
    """For each of its characters, the index behind it, marks included, in the text as stored."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the stored text of a span in the folded text."""
        return self.origin[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a text by the rule for what readers type."""
    simple = fold_simple(text)
    if simple is not None:
        return Folded(simple, range(len(text) + 1), range(1, len(text) + 1))
    out: list[str] = []
    origin: list[int] = []
    ends: list[int] = []
    commas = {found.start() for found in _THOUSANDS.finditer(text)}
    for i, char in enumerate(text):
        pieces = _pieces(char) if i not in commas else ()
        out += pieces
        origin += [i] * len(pieces)
        ends += [i + 1] * len(pieces)
        if ends and unicodedata.combining(char):
            ends[-1] = i + 1
    origin.append(len(text))
    return Folded("".join(out), origin, ends)


def fold_simple(text: str) -> str | None:
    """Fold a text in which folding leaves each character in its place; None for any other."""
    if not text.isascii() or "'" in text or '"' in text or "," in text and _THOUSANDS.search(text):
        return None
    return text.lower().replace("-", " ")


def fold_all(texts: Sequence[str]) -> list[str]:
    """Fold many texts at once as `fold` does, without saying where each character came from."""
    whole = _SEPARATOR.join(texts).lower()
    if not texts or whole.count(_SEPARATOR) != len(texts) - 1:
        return [fold(text).text for text in texts]
    whole = _THOUSANDS.sub("", whole)
    table = {char: folded for char in set(whole) if (folded := "".join(_pieces(char))) != char}
    if len(table) < _MANY:
        for char, folded in table.items():
            whole = whole.replace(char, folded)
    else:
        whole = whole.translate({ord(char): folded for char, folded in table.items()})
    return whole.split(_SEPARATOR)


_KNOWN: dict[str, tuple[str, ...]] = {}


def _pieces(char: str) -> tuple[str, ...]:
    """Return the folded characters of one character."""
    found = _KNOWN.get(char)
    if found is None:
        letters = unicodedata.normalize("NFKD", char).casefold()
        found = _KNOWN[char] = tuple(
            " " if piece in HYPHENS else SIMPLIFIED.get(piece, piece)
            for letter in letters
            for piece in _LETTERS.get(letter, letter)
            if piece not in _MARKS and not unicodedata.combining(piece)
        )
    return found


@lru_cache(maxsize=256)
def fold_quote(text: str) -> Folded:
    """Fold a text by the rule for evidence."""
    return _by_cluster(text, _quote_piece)


def fold_heading(text: str) -> Folded:
    """Fold a text by the rule for printed headings."""
    return _by_cluster(text, _heading_piece)


def heading_words(text: str) -> str:
    """Fold a text by the rule for printed headings, without saying where each character came from."""
    return _NOT_IN_HEADINGS.sub("", unicodedata.normalize("NFKC", text))


def joins(text: str, at: int) -> bool:
    """Return whether the code point there is part of the character before it.

    That is a mark, a Hangul vowel or final, or a part of an emoji that is joined of several. At the head of a text or a
    line there is no character before it.
    """
    if not 0 < at < len(text) or text[at - 1] in "\r\n":
        return False
    char = text[at]
    kind = unicodedata.category(char)
    if kind[0] == "M" or "\u1160" <= char <= "\u11ff" or char in _VOICING:
        return True
    if char == _JOINER:
        return _emoji(text[at - 1]) and _emoji(text[at + 1 : at + 2])
    return text[at - 1] == _JOINER and kind == "So" and _emoji(text[at - 2 : at - 1])


def _emoji(char: str) -> bool:
    """Return whether an emoji may be joined to a character: a sign, a skin tone, a variation selector."""
    return char == "\ufe0f" or (char != "" and unicodedata.category(char) in ("So", "Sk"))


def _by_cluster(text: str, piece: Callable[[str], str]) -> Folded:
    """Fold a text piece by piece: a run of white space, or a character with its marks, which NFC may make one.

    What is invisible belongs to the piece before it, so that it sets no two apart.
    """
    out: list[str] = []
    origin: list[int] = []
    ends: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        if text[start].isspace():
            while end < len(text) and (text[end].isspace() or text[end] in _INVISIBLE):
                end += 1
        else:
            while end < len(text) and (joins(text, end) or text[end] in _INVISIBLE):
                end += 1
        folded = piece(text[start:end])
        out.append(folded)
        origin += [start] * len(folded)
        ends += [end] * len(folded)
        start = end
    origin.append(len(text))
    return Folded("".join(out), origin, ends)


@lru_cache(maxsize=4096)
def _quote_piece(cluster: str) -> str:
    seen = "".join(char for char in cluster if char not in _INVISIBLE)
    return " " if seen.isspace() else unicodedata.normalize("NFC", seen).translate(_QUOTE_MARKS)


_heading_piece = lru_cache(maxsize=4096)(heading_words)
