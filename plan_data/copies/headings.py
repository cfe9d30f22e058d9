"""The printed headings of a source, found in a copy at their place in the document's own order.

A heading counts where it begins a paragraph (an enumerator such as 1. or （一） may stand before it) or follows the end
of a sentence, and ends there: by the paragraph's end, by punctuation or by white space. Of all such places the longest
chain that keeps the plan's order is taken, so that a phrase of the running text or a table of contents misleads nobody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from plan_data.parts import Node

MOST_PLACES = 16
"""Places of one heading that are weighed: the first and the last half of them where there are more."""
LONGEST_HEADING = 60
"""Characters of a paragraph's beginning that may be a heading."""

_DROPPED = re.compile(r"[\s“”„‟\"'‘’‚‛「」『』《》〈〉＂＇]")
_ENUMERATOR = re.compile(
    r"(?:[#>*+\-–—―─•·●]+"
    r"|第?[一二三四五六七八九十]{1,3}[、.．,，章节部分:：]+"
    r"|[（(][一二三四五六七八九十0-9]{1,3}[)）][、.．]?"
    r"|[0-9]{1,2}(?:[.．][0-9]{1,2})*[、.．)）]*)"
)
_ENUMERATED = re.compile(f"(?:{_ENUMERATOR.pattern})$")
_ENDS = frozenset("。．.：:；;，,、！!？?（）()")
_SENTENCE_END = frozenset("。！？；）」”")


class Found(NamedTuple):
    """Where a heading stands in a copy."""

    paragraph: int
    """Number of the paragraph, from 1."""
    start: int
    """First code point of the heading in it."""
    end: int
    """Code point behind it."""


class Near(NamedTuple):
    """What comes nearest to a heading that was not found."""

    paragraph: int
    """Number of the paragraph, from 1; 0 where nothing comes near."""
    text: str
    """The beginning of that paragraph, without its enumerator."""
    likeness: float
    """From 0 to 100; it suggests, and never verifies."""


def folded(text: str) -> str:
    """Fold what copies change in a heading: width (NFKC), white space, quote marks."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text))


def _origin(text: str) -> list[int]:
    """Return for each code point of the folded text the place it came from, and the text's length at the end."""
    found: list[int] = []
    for i, letter in enumerate(text):
        found.extend([i] * len(folded(letter)))
    found.append(len(text))
    return found


def _behind_enumerator(text: str, start: int = 0) -> int:
    """Return where the words begin behind enumerators, bullets and marks of emphasis, three of them at most."""
    at = start
    for _ in range(3):
        found = _ENUMERATOR.match(text, at)
        if not found or found.end() >= len(text):
            break
        at = found.end()
    return at


class _Place(NamedTuple):
    paragraph: int
    offset: int
    weight: int
    """The better of two places has the greater one."""


class Finder:
    """The headings of one text."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        """Take the paragraphs, in simplified script."""
        self.paragraphs = paragraphs
        self.folded = [folded(paragraph) for paragraph in paragraphs]
        self._begins = [_behind_enumerator(text) for text in self.folded]

    def find(self, nodes: Sequence[Node]) -> dict[str, Found]:
        """Return where the headings of nodes, given in the document's order, stand; what is not found is left out."""
        wanted = [folded(node.title.zh) for node in nodes]
        places = [self._places(text) for text in wanted]
        chain = _best_chain(places)
        found: dict[str, Found] = {}
        for i, place in chain.items():
            origin = _origin(self.paragraphs[place.paragraph])
            start, end = place.offset, place.offset + len(wanted[i])
            found[nodes[i].id] = Found(place.paragraph + 1, origin[start], origin[end - 1] + 1)
        return found

    def is_enumerated(self, paragraph: int) -> bool:
        """Return whether a paragraph, by its number, begins with an enumerator."""
        return self._begins[paragraph - 1] > 0

    def _places(self, heading: str) -> list[_Place]:
        if not heading:
            return []
        found: list[_Place] = []
        for n, text in enumerate(self.folded):
            at = text.find(heading)
            while at >= 0:
                weight = self._weight(n, at, at + len(heading))
                if weight:
                    found.append(_Place(n, at, weight))
                at = text.find(heading, at + 1)
        if len(found) > MOST_PLACES:
            found = found[: MOST_PLACES // 2] + found[-MOST_PLACES // 2 :]
        return found

    def _weight(self, n: int, start: int, end: int) -> int:
        """Return how much a place looks like a heading; 0 for not at all."""
        text = self.folded[n]
        if end < len(text) and text[end] not in _ENDS and not self._space_behind(n, end):
            return 0
        more = 1 if end < len(text) - 1 else 0
        if start == self._begins[n] or start == 0:
            return (8 if start else 6) + more
        if _ENUMERATED.search(text[max(0, start - 8) : start]):
            return 4 + more
        return 2 + more if text[start - 1] in _SENTENCE_END else 0

    def _space_behind(self, n: int, end: int) -> bool:
        """Return whether white space, which folding drops, stands behind a heading in the text as it is."""
        origin = _origin(self.paragraphs[n])
        return origin[end] > origin[end - 1] + 1

    def nearest(self, heading: str, first: int = 1, last: int = 0) -> Near:
        """Return the beginning of a paragraph that is most like a heading.

        Args:
            heading: The words.
            first: Number of the first paragraph to look at.
            last: Number of the last one; 0 for the end.
        """
        from rapidfuzz import fuzz

        wanted = folded(heading)
        best = Near(0, "", 0.0)
        for n in range(max(0, first - 1), last or len(self.folded)):
            text = self.folded[n][self._begins[n] :]
            stop = next((i for i, letter in enumerate(text[:LONGEST_HEADING]) if letter in _ENDS), len(text))
            begins = text[: min(stop, LONGEST_HEADING)]
            score = fuzz.ratio(wanted, begins)
            if score > best.likeness:
                best = Near(n + 1, begins, score)
        return best


def _best_chain(places: Sequence[Sequence[_Place]]) -> dict[int, _Place]:
    """Return the heaviest choice of one place a heading, at most, whose places rise with the headings.

    Of two that weigh the same the one that lies later wins: a table of contents stands before the text.
    """
    items = [(i, place) for i, row in enumerate(places) for place in row]
    items.sort(key=lambda item: (item[1].paragraph, item[1].offset, -item[0]))
    # A found heading outweighs any difference in how it looks.
    best: list[tuple[int, int]] = []
    for k, (i, place) in enumerate(items):
        own, before = 1000 + place.weight, -1
        top = 0
        for j in range(k):
            other, there = items[j]
            same = (there.paragraph, there.offset) == (place.paragraph, place.offset)
            if other < i and not same and best[j][0] >= top:
                top, before = best[j][0], j
        best.append((own + top, before))
    if not best:
        return {}
    k = max(range(len(best)), key=lambda k: (best[k][0], k))
    chain: dict[int, _Place] = {}
    while k >= 0:
        chain[items[k][0]] = items[k][1]
        k = best[k][1]
    return chain
