"""Joins the lines of a text that is hard-wrapped, as pdftotext writes it, into paragraphs.

A paragraph ends at a blank line, before an indent, and after a line that is shorter than the width at which the text is
wrapped. Where the lines themselves do not say it, the headings that are looked for do: one may be divided by a line
end, end a paragraph, or begin one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from plan_data.copies.enumerators import after_enumerator
from plan_data.copies.page_furniture import Line, simplified_words, without_furniture

NARROWEST, WIDEST = 8, 70
"""Chinese characters in a line, between which a width is one at which a text may be wrapped."""
LEAST_NEAR = 0.6
"""Share of the lines within a paragraph whose width must be near the width of the text."""
MOST_LONGER = 0.02
"""Share of the lines that may be longer than the width: titles, tables."""
_NEAR = 0.15
"""How far a line may be from the width, as a share of it, and be near it, and `_INDENT` at least."""
_INDENT = 2.5
"""Chinese characters that the first line of a paragraph may be shorter, since its indent is lost."""
_USUAL = 0.25
"""Share of the lines of the most common width that another one must have to be the width of the text."""
_CARELESS = 0.02
"""Share of the lines that begin with a comma and the like where no rule of line breaking was obeyed."""
_MOST_LINES = 5
"""Lines of one heading at most."""
_LONGEST = 200
"""A longer line is not looked at for a part of a heading."""
_STOPS = frozenset("。！？!?）)")
_SENTENCE_END = frozenset("。！？；：!?;:.…）)」』》”\"'’】")
_NEVER_FIRST = frozenset("，。、；：！？）》」』】〕”’％,.;:!?)]}%…·")
_NEVER_LAST = frozenset("（《「『【〔“‘([{")
_HEADING_ENDS = frozenset("。．.：:；;，,、！!？?（()）")
_LEADER = re.compile(r"(?:[.．…·・•‥]\s*){3,}[(（]?\s*\w{0,5}\s*[)）]?$|(?:\t|\s{3,})\d{1,4}$")
_HYPHENS = frozenset("-‐‑")
_SPACE_NEVER = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]")


def joined(text: str, headings: Collection[str] = ()) -> tuple[str, ...]:
    """Return the paragraphs of a text, with the lines of each joined.

    Args:
        text: The text, with its line ends.
        headings: Folded words (see `heading_words`) of headings that may stand in it.
    """
    lines = without_furniture(text, headings)
    if not lines:
        return ()
    return tuple(_Joiner(lines, headings).paragraphs())


class _Measure(NamedTuple):
    """The width at which a text is wrapped."""

    of: Callable[[str], float]
    """Returns the width of a text: its characters, or its width on a screen, in Chinese characters."""
    widths: Sequence[float]
    """Width of each line; its indent counts."""
    width: float
    """That of a full line."""
    careless: bool
    """The text was wrapped after so many characters, whatever they are."""
    slack: float
    """How much shorter a full line may be."""
    first_slack: float
    """The same for the first line of a paragraph, whose indent may be lost."""


class _Joiner:
    """The line ends of a text, each of which ends a paragraph or does not."""

    def __init__(self, lines: Sequence[Line], headings: Collection[str]) -> None:
        self.lines = lines
        self.headings = frozenset(headings)
        short = [line.text if len(line.text) <= _LONGEST else "" for line in lines]
        self.words = [simplified_words(text) for text in short]
        self.begins = [after_enumerator(words) for words in self.words]
        self.beginnings = {heading[:n] for heading in headings for n in range(2, len(heading))}
        self.within = self._lines_within_headings()
        self.indents = _indents_count(lines)
        self.blanks = _least_blanks(lines)
        self.measure = self._measured()

    def paragraphs(self) -> Iterator[str]:
        """Yield the paragraphs."""
        parts = [self.lines[0].text]
        first = 0
        for i in range(1, len(self.lines)):
            if self._ends(i, first):
                yield _together(parts)
                parts, first = [], i
            parts.append(self.lines[i].text)
        yield _together(parts)

    def _ends(self, i: int, first: int) -> bool:
        """Return whether the paragraph that begins with line `first` ends before line `i`."""
        before, line = self.lines[i - 1], self.lines[i]
        if i in self.within:
            return False
        if self.measure is None or self._blank(i) or self._indented(i) or _in_contents(before, line):
            return True
        if line.text[0] in _NEVER_FIRST or before.text[-1] in _NEVER_LAST:
            return False
        if not self._full(i - 1, i - 1 == first):
            return True
        ended = before.text[-1] in _STOPS
        if ended and (self.begins[i] or self._begins_heading(i)):
            return True
        if ended and line.page and self.blanks is not None and line.text[0] not in _NEVER_LAST:
            return True
        enumerated = bool(self.begins[i]) and self._begins_heading(i)
        return enumerated or self._is_heading(first, i)

    def _blank(self, i: int) -> bool:
        line = self.lines[i]
        return not line.page and line.blanks > (self.blanks or 0)

    def _indented(self, i: int) -> bool:
        return self.indents and self.lines[i].indent >= 1

    def _full(self, i: int, first: bool) -> bool:
        """Return whether a line is so long that what follows it had no room there."""
        measure = self.measure
        assert measure
        slack = measure.first_slack if first and not self.indents else measure.slack
        room = 1.0 if measure.careless else measure.of(_first_token(self.lines[i + 1].text))
        return measure.widths[i] + room > measure.width - slack

    def _is_heading(self, first: int, i: int) -> bool:
        """Return whether the lines from `first` to the one before `i` are a whole heading."""
        if i - first > _MOST_LINES:
            return False
        words = "".join(self.words[first:i])
        return words[self.begins[first] :] in self.headings

    def _begins_heading(self, i: int) -> bool:
        """Return whether a line begins with a heading, or with a part of one that goes on."""
        if i + 1 in self.within:
            return True
        words = self.words[i][self.begins[i] :]
        stop = next((n for n, letter in enumerate(words) if letter in _HEADING_ENDS), len(words))
        return words[:stop] in self.headings

    def _lines_within_headings(self) -> set[int]:
        """Return the lines before which a heading is divided."""
        found: set[int] = set()
        for i in range(len(self.lines) - 1):
            words = self.words[i][self.begins[i] :]
            for k in range(i + 1, min(len(self.lines), i + _MOST_LINES)):
                if words not in self.beginnings:
                    break
                gone = len(words)
                words += self.words[k]
                if any(_holds(words, heading) for heading in self.headings if len(heading) > gone):
                    found.update(range(i + 1, k + 1))
                    break
        return found

    def _measured(self) -> _Measure | None:
        """Return the width at which the text is wrapped; None where it is not."""
        lines = self.lines
        inner = [
            i
            for i in range(len(lines) - 1)
            if lines[i].text[-1] not in _SENTENCE_END
            and not self._blank(i + 1)
            and not self._indented(i + 1)
            and not _in_contents(lines[i], lines[i + 1])
            and self.words[i][self.begins[i] :] not in self.headings
        ]
        found: list[tuple[float, bool, _Measure]] = []
        for by_count in (True, False):
            of = _count if by_count else _cells
            widths = [of(line.text) + line.indent for line in lines]
            counts = Counter(widths[i] for i in inner)
            usual = _USUAL * max(counts.values(), default=0)
            width = max((each for each, n in counts.items() if n >= usual), default=0.0)
            if not NARROWEST <= width <= WIDEST:
                continue
            near = sum(n for each, n in counts.items() if abs(each - width) <= _tolerance(width)) / len(inner)
            longer = sum(each > width + _tolerance(width) for each in widths)
            if near < LEAST_NEAR or longer > max(2, MOST_LONGER * len(lines)):
                continue
            exact = sum(n for each, n in counts.items() if abs(each - width) <= (1 if by_count else 0.5)) / len(inner)
            found.append((exact, by_count, self._with_slack(inner, of, widths, width)))
        return max(found, key=lambda each: each[:2])[2] if found else None

    def _with_slack(
        self, inner: Sequence[int], of: Callable[[str], float], widths: Sequence[float], width: float
    ) -> _Measure:
        # Where no rule of line breaking was obeyed, lines begin with commas.
        careless = sum(line.text[0] in _NEVER_FIRST for line in self.lines) > _CARELESS * len(self.lines)
        known = set(inner)
        lacks: dict[bool, list[float]] = {True: [], False: []}
        for i in inner:
            room = 1.0 if careless else of(_first_token(self.lines[i + 1].text))
            lacking = width - widths[i] - room + 0.5
            if lacking <= _tolerance(width):
                lacks[i - 1 in known].append(max(0.0, lacking))
        slack = _most(lacks[True])
        return _Measure(of, widths, width, careless, slack, max(slack, _most(lacks[False])))


def _tolerance(width: float) -> float:
    return max(_INDENT, _NEAR * width)


def _most(values: Sequence[float]) -> float:
    """Return what all but a few of some values do not exceed."""
    return sorted(values)[int(0.98 * len(values))] if values else 0.0


def _indents_count(lines: Sequence[Line]) -> bool:
    """Return whether indents begin paragraphs: they follow what may end one."""
    indented = [i for i, line in enumerate(lines) if i and line.indent >= 1]
    usual = sum(len(line.text) for line in lines) / len(lines)
    after_end = sum(lines[i - 1].text[-1] in _SENTENCE_END or len(lines[i - 1].text) < usual for i in indented)
    return len(indented) >= 2 and 2 * after_end > len(indented)


def _least_blanks(lines: Sequence[Line]) -> int | None:
    """Return how many blank lines divide no paragraphs, since all lines are divided by them; None for no blank ones."""
    counts = Counter(line.blanks for line in lines[1:] if not line.page)
    if not any(counts):
        return None
    least = min(counts)
    return least if counts.total() > 2 else 0


def _in_contents(before: Line, line: Line) -> bool:
    return bool(_LEADER.search(before.text) or _LEADER.search(line.text))


def _holds(words: str, heading: str) -> bool:
    """Return whether words are a heading, or begin with it and a mark behind it."""
    return words.startswith(heading) and (len(words) == len(heading) or words[len(heading)] in _HEADING_ENDS)


def _count(text: str) -> float:
    return float(len(text))


def _cells(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WFA" else 0.5 for letter in text)


def _first_token(text: str) -> str:
    """Return what could not have been divided at the beginning of a line: a word, or a character."""
    end = 0
    while end < len(text) and text[end] in _NEVER_LAST:
        end += 1
    if end < len(text) and text[end].isascii() and text[end].isalnum():
        while end < len(text) and text[end].isascii() and not text[end].isspace():
            end += 1
    else:
        end += 1
    while end < len(text) and text[end] in _NEVER_FIRST:
        end += 1
    return text[:end]


def _together(parts: Sequence[str]) -> str:
    """Join the lines of a paragraph: Chinese without a space, Latin words with one."""
    found = [parts[0]]
    for before, after in zip(parts, parts[1:], strict=False):
        found.append(_between(before, after) + after)
    return "".join(found)


def _between(before: str, after: str) -> str:
    left, right = before[-1], after[0]
    if _SPACE_NEVER.match(left) or _SPACE_NEVER.match(right) or left in _HYPHENS:
        return ""
    if _SPACE_NEVER.search(before) or _SPACE_NEVER.search(after):
        # In a Chinese line only words are set apart; a figure or a sign may be divided by the line end.
        return " " if left.isalnum() and right.isalnum() and not (left.isdigit() and right.isdigit()) else ""
    return " "
