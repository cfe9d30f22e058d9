"""The lines of a text that was printed on pages, without page numbers and without the head lines of the pages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from plan_data.model.anchors import LINE_BREAK
from plan_data.text.folding import heading_words
from plan_data.text.traditional import SIMPLIFIED

LEAST_PAGE = 5
"""Lines on a page at least, where only its number or its head line tells that it begins."""
_EDGE = 2
"""So many lines at the head and at the foot of a page may be repeated ones."""
_LONGEST = 60
"""Characters of such a line."""
_UNEVEN = 1.3
"""How much longer the longest page may be than the shortest one, where only the head line tells of pages."""
_SHORTEST = 4
"""Characters of a head line at least there."""
_DASH = r"[-–—―─~·•・|]"
_NUMERAL = r"(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5})"
_MARKED_NUMBER = re.compile(
    rf"(?:{_DASH}+\s*{_NUMERAL}\s*{_DASH}+"
    rf"|第\s*{_NUMERAL}\s*页(?:[\s,/|()]*共\s*{_NUMERAL}\s*页\)?)?"
    rf"|共\s*{_NUMERAL}\s*页[\s,/|]*第\s*{_NUMERAL}\s*页"
    r"|[0-9]{1,4}\s*/\s*[0-9]{1,4}"
    r"|[0-9]{1,4}\s*页"
    r"|page\s*[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?)",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[0-9]{1,4}")
_DIGITS = re.compile(r"[0-9]+")
_STOPS = frozenset("。！？；!?;")
_COMMAS = frozenset("，、；：,")
_WIDE_SPACES = "\u3000\u2003\u2001"
_TRANSLATION = str.maketrans(SIMPLIFIED)


class Line(NamedTuple):
    """A line that is not blank."""

    text: str
    """Its text, without the white space around it."""
    indent: float
    """How far it is behind the left margin, in Chinese characters."""
    blanks: int
    """How many blank lines come before it."""
    page: bool
    """A page begins between it and the line before it."""


def simplified_words(text: str) -> str:
    """Fold a text by the rule for printed headings, in simplified script."""
    return heading_words(text).translate(_TRANSLATION)


def without_furniture(text: str, headings: Collection[str] = ()) -> list[Line]:
    """Return the lines of a text, without page numbers and head lines.

    Args:
        text: The text, with its line ends.
        headings: Folded words of headings. A head line that is one of them is kept once: it may be the heading itself.
    """
    lines = _without_numbers(list(_lines(text)))
    return _with_margins(_without_head_lines(lines, headings))


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines; each indent is still counted from the edge."""
    blanks, page = 0, False
    for raw in LINE_BREAK.split(text):
        pieces = raw.split("\f")
        for n, piece in enumerate(pieces):
            page = page or n > 0
            words = piece.strip()
            if words:
                yield Line(words, _indent(piece), blanks, page)
                blanks, page = 0, False
            elif len(pieces) == 1:
                blanks += 1


def _indent(piece: str) -> float:
    found = 0.0
    for letter in piece[: len(piece) - len(piece.lstrip())]:
        found += 1.0 if letter in _WIDE_SPACES else 2.0 if letter == "\t" else 0.5
    return found


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _without_numbers(lines: list[Line]) -> list[Line]:
    """Drop the lines that are page numbers; each begins a page.

    A figure alone is one where a page ends, or where it is one more than the last such figure some lines above.
    """
    numbers: set[int] = set()
    bare: list[tuple[int, int]] = []
    for i, line in enumerate(lines):
        if len(line.text) > _LONGEST // 2:
            continue
        plain = _plain(line.text)
        if _MARKED_NUMBER.fullmatch(plain):
            numbers.add(i)
        elif _BARE_NUMBER.fullmatch(plain):
            bare.append((i, int(plain)))
    for i, _ in bare:
        follows = i + 1 == len(lines) or lines[i + 1].page
        if follows or lines[i].page or (lines[i].blanks and lines[i + 1].blanks and i):
            numbers.add(i)
    for (i, first), (k, second) in pairwise(bare):
        if second == first + 1 and k - i > LEAST_PAGE:
            numbers.update((i, k))
    return _without(lines, numbers)


def _without(lines: Sequence[Line], dropped: Collection[int]) -> list[Line]:
    """Drop some lines; the next one begins a page."""
    found: list[Line] = []
    page = False
    for i, line in enumerate(lines):
        if i in dropped:
            page = True
            continue
        found.append(line._replace(page=True) if page else line)
        page = False
    return found


def _without_head_lines(lines: list[Line], headings: Collection[str]) -> list[Line]:
    pages = [0, *(i for i, line in enumerate(lines) if i and line.page), len(lines)]
    repeated = _at_edges(lines, pages) if len(pages) > 2 else _at_distances(lines)
    kept: set[str] = set()
    dropped: set[int] = set()
    for i in sorted(repeated):
        words = simplified_words(lines[i].text)
        if words in headings and words not in kept:
            kept.add(words)
        else:
            dropped.add(i)
    return _without(lines, dropped)


def _shape(line: Line, any_: bool = False) -> str:
    """Return the words of a line that may be a head line, or any line, whatever its figures are; "" for another."""
    if any_:
        return _DIGITS.sub("0", line.text)
    if len(line.text) > _LONGEST or line.text[-1] in _STOPS:
        return ""
    return _DIGITS.sub("0", heading_words(line.text))


def _at_edges(lines: Sequence[Line], pages: Sequence[int]) -> set[int]:
    """Return the lines that most pages have at their head or foot."""
    places: dict[str, dict[int, list[int]]] = {}
    for number, (start, stop) in enumerate(pairwise(pages)):
        for i in {*range(start, min(stop, start + _EDGE)), *range(max(start, stop - _EDGE), stop)}:
            shape = _shape(lines[i])
            if shape:
                places.setdefault(shape, {}).setdefault(number, []).append(i)
    least = max(2, 0.4 * (len(pages) - 1))
    return {i for found in places.values() if len(found) >= least for there in found.values() for i in there}


def _at_distances(lines: Sequence[Line]) -> set[int]:
    """Return the lines that come again and again at about the same distance, where nothing else tells of pages."""
    places: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        shape = _shape(line)
        if len(shape) >= _SHORTEST and not _COMMAS & set(line.text):
            places.setdefault(shape, []).append(i)
    found: set[int] = set()
    for there in places.values():
        # The title of the document may stand between two head lines that read the same.
        for repeated in (there, there[1:], there[:1] + there[2:]):
            if _is_at_each_page(repeated, len(lines)) and _interrupts(lines, repeated):
                found.update(repeated)
                break
    return found


def _is_at_each_page(places: Sequence[int], size: int) -> bool:
    """Return whether places are at about the same distance, from the first or second page to the last."""
    gaps = [after - before for before, after in pairwise(places)]
    if len(gaps) < 2 or min(gaps) < 2 * LEAST_PAGE or max(gaps) > _UNEVEN * min(gaps):
        return False
    return places[0] <= 2 * max(gaps) and size - places[-1] <= max(gaps) + 1


def _interrupts(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Return whether other words stand around a line each time, as they do where it is no part of a sentence."""
    for step in (-1, 1):
        around = Counter(_shape(lines[i + step], any_=True) for i in places if 0 <= i + step < len(lines))
        if 2 * len(around) <= around.total():
            return False
    return True


def _with_margins(lines: list[Line]) -> list[Line]:
    """Return the lines with their indents counted from the left margin.

    Wide spaces indent from the edge. Other ones may be a margin, as `pdftotext -layout` prints it, for each page.
    """
    pages = [0, *(i for i, line in enumerate(lines) if i and line.page), len(lines)]
    margins = [min((line.indent for line in lines[start:stop]), default=0.0) for start, stop in pairwise(pages)]
    usual = Counter(margins).most_common(1)[0][0] if margins else 0.0
    found: list[Line] = []
    for (start, stop), margin in zip(pairwise(pages), margins, strict=True):
        # On a page where each line begins a paragraph, the least indent is no margin.
        left = usual if usual < margin <= usual + 4 else margin
        found += [line._replace(indent=max(0.0, line.indent - left)) for line in lines[start:stop]]
    return found
