"""Finds the printed headings of a source in a copy, in the document's order.

A heading may begin a paragraph (after an enumerator such as 1. or （一）) or follow the end of a sentence, and must end
with the paragraph, with punctuation or with white space. From all such candidates the best chain in the plan's order is
chosen, so that phrases of the running text and tables of contents are not taken for headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plan_data.model.copy_report import Near
from plan_data.model.entities import Node
from plan_data.text.folding import fold_heading, joins

MOST_CANDIDATES = 16
"""Candidates of one heading at most; of more, the first half and the last half of this number."""
MOST_BEFORE = 8
"""Characters before a heading in which its enumerator is looked for."""
LONGEST_HEADING = 60
"""Characters of a paragraph's beginning that may be a heading."""

_ENUMERATOR = re.compile(
    r"(?:[#>*\-–—―─•·●]+"
    r"|第?[一二三四五六七八九十]{1,3}[、.．,，章节部分:：]+"
    r"|[（(][一二三四五六七八九十0-9]{1,3}[)）][、.．]?"
    r"|(?<![0-9])[0-9]{1,2}(?:[.．][0-9]{1,2})*(?:[、.．)）]+|(?![年月日个项])(?=[\u4e00-\u9fff])))"
)
_ENUMERATED = re.compile(f"(?:{_ENUMERATOR.pattern})$")
_ENDS = frozenset("。．.：:；;，,、！!？?（）()")
_SENTENCE_END = frozenset("。！？；）」!?;)")
_OPENING = '“「『《‘"＂'
_CLOSING = '”」』》’"＂'
_TEXT, _SENTENCE, _AFTER_ENUMERATOR, _EMPTY, _PARAGRAPH = 1, 2, 4, 5, 6
"""Weights, by how much a candidate looks like a heading: in a table of contents, at the beginning of a sentence, after
an enumerator in a paragraph, filling a paragraph with nothing below it, at the beginning of a paragraph."""
_CONTENTS = 4
"""So many paragraphs in a row that are only headings are a table of contents."""


class Found(NamedTuple):
    """Where a copy has a heading."""

    paragraph: int
    """Number of the paragraph, from 1."""
    start: int
    """First code point of the heading in it."""
    end: int
    """Code point after it."""


def _after_enumerator(text: str, start: int = 0) -> int:
    """Return where the words begin after at most three enumerators, bullets or marks of emphasis."""
    at = start
    for _ in range(3):
        found = _ENUMERATOR.match(text, at)
        if not found or found.end() >= len(text):
            break
        at = found.end()
    return at


def without_enumerator(text: str) -> str:
    """Return a text without the enumerator at its end, which belongs to the heading behind it."""
    found = _ENUMERATED.search(text, max(0, len(text) - MOST_BEFORE))
    return text[: found.start()] if found else text


class _Candidate(NamedTuple):
    paragraph: int
    offset: int
    weight: int
    """The better candidate has the greater weight."""
    bare: bool
    """Nothing follows it in its paragraph."""


class HeadingFinder:
    """The headings of one text."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        """Take the paragraphs, in simplified script."""
        self.paragraphs = paragraphs
        self.folded = [fold_heading(paragraph) for paragraph in paragraphs]
        self._begins = [_after_enumerator(folded.text) for folded in self.folded]

    def find(self, nodes: Sequence[Node]) -> dict[str, Found]:
        """Return where the headings of nodes, given in the document's order, are; missing ones are left out."""
        wanted = [fold_heading(node.title.zh).text for node in nodes]
        candidates = self._without_contents(nodes, [self._candidates(text) for text in wanted])
        chain = _best_chain(candidates)
        # If most headings begin lines, a sentence that begins with the same words, or a line of a contents, is none.
        weights = [candidate.weight for candidate in chain.values()]
        begins_lines = 2 * sum(weight >= _EMPTY for weight in weights) > len(chain)
        in_contents = 2 * weights.count(_TEXT) >= len(chain)
        least = _AFTER_ENUMERATOR if begins_lines else _TEXT if in_contents else _SENTENCE
        chain = {i: candidate for i, candidate in chain.items() if candidate.weight >= least}
        return {nodes[i].id: self._found(candidate, wanted[i], nodes[i].title.zh) for i, candidate in chain.items()}

    def _found(self, candidate: _Candidate, heading: str, title: str) -> Found:
        """Return the span of a heading, with the quote marks that it begins or ends with."""
        text = self.paragraphs[candidate.paragraph]
        origin = self.folded[candidate.paragraph].origin
        start, end = origin[candidate.offset], origin[candidate.offset + len(heading) - 1] + 1
        while joins(text, end):
            end += 1
        if title[0] in _OPENING and start and text[start - 1] in _OPENING:
            start -= 1
        if title[-1] in _CLOSING and text[end : end + 1] in _CLOSING:
            end += len(text[end : end + 1])
        return Found(candidate.paragraph + 1, start, end)

    def is_enumerated(self, paragraph: int) -> bool:
        """Return whether a paragraph, by its number, begins with an enumerator."""
        return self._begins[paragraph - 1] > 0

    def _candidates(self, heading: str) -> list[_Candidate]:
        if not heading:
            return []
        found: list[_Candidate] = []
        for n, text in enumerate(folded.text for folded in self.folded):
            at = text.find(heading)
            while at >= 0:
                weight = self._weight(n, at, at + len(heading))
                if weight:
                    found.append(_Candidate(n, at, weight, at + len(heading) >= len(text) - 1))
                at = text.find(heading, at + 1)
        if len(found) > MOST_CANDIDATES:
            found = found[: MOST_CANDIDATES // 2] + found[-MOST_CANDIDATES // 2 :]
        return found

    def _weight(self, n: int, start: int, end: int) -> int:
        """Return how much a candidate looks like a heading; 0 for not at all."""
        text = self.folded[n].text
        if end < len(text) and text[end] not in _ENDS and not self._space_after(n, end):
            return 0
        if start in (0, self._begins[n]):
            return _PARAGRAPH
        if _ENUMERATED.search(text[max(0, start - MOST_BEFORE) : start]):
            return _AFTER_ENUMERATOR
        return _SENTENCE if text[start - 1] in _SENTENCE_END else 0

    def _without_contents(
        self, nodes: Sequence[Node], candidates: Sequence[Sequence[_Candidate]]
    ) -> list[list[_Candidate]]:
        """Return the candidates, with the least weight for those in a table of contents.

        A contents is many paragraphs in a row that are only headings, most of which occur again elsewhere. A heading
        without children that another heading follows at once gets a little less weight.
        """
        begins: dict[int, list[int]] = {}
        bare: set[int] = set()
        for i, row in enumerate(candidates):
            for candidate in row:
                if candidate.weight == _PARAGRAPH:
                    begins.setdefault(candidate.paragraph, []).append(i)
                    if candidate.bare:
                        bare.add(candidate.paragraph)
        contents: set[int] = set()
        for whole in _runs(sorted(bare)):
            run = _up_to_repetition(whole, begins)
            again = sum(any(len(candidates[i]) > 1 for i in begins[n]) for n in run)
            if len(run) >= _CONTENTS and 2 * again >= len(run):
                contents.update(run)

        def weighed(i: int, candidate: _Candidate) -> _Candidate:
            if candidate.weight != _PARAGRAPH or not candidate.bare:
                return candidate
            if candidate.paragraph in contents:
                return candidate._replace(weight=_TEXT)
            empty = not nodes[i].children and candidate.paragraph + 1 in begins
            return candidate._replace(weight=_EMPTY) if empty else candidate

        return [[weighed(i, candidate) for candidate in row] for i, row in enumerate(candidates)]

    def _space_after(self, n: int, end: int) -> bool:
        """Return whether white space, which folding drops, follows a heading in the text."""
        origin = self.folded[n].origin
        return any(letter.isspace() for letter in self.paragraphs[n][origin[end - 1] + 1 : origin[end]])

    def nearest(self, heading: str, first: int = 1, last: int = 0) -> Near:
        """Return the words at the beginning of a paragraph or sentence that are most like a heading.

        Args:
            heading: The words.
            first: Number of the first paragraph to look at.
            last: Number of the last one; 0 for the end.
        """
        from rapidfuzz import fuzz

        wanted = fold_heading(heading).text
        best = Near(0, "", 0.0)
        for n in range(max(0, first - 1), last or len(self.folded)):
            for begins in _beginnings(self.folded[n].text):
                score = fuzz.ratio(wanted, begins)
                if score > best.likeness:
                    best = Near(n + 1, begins, score)
        return best


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Yield the runs of numbers that follow each other."""
    run: list[int] = []
    for n in numbers:
        if run and n != run[-1] + 1:
            yield run
            run = []
        run.append(n)
    if run:
        yield run


def _up_to_repetition(run: Sequence[int], begins: Mapping[int, Sequence[int]]) -> list[int]:
    """Return a run of paragraphs up to where its headings repeat: there the contents ends and the text begins."""
    seen: set[int] = set()
    first: list[int] = []
    for n in run:
        if seen.issuperset(begins[n]):
            break
        seen.update(begins[n])
        first.append(n)
    return first


def _beginnings(text: str) -> Iterator[str]:
    """Yield the beginning of each sentence of a folded paragraph: without enumerator, up to the first punctuation."""
    starts = [0, *(i + 1 for i, letter in enumerate(text) if letter in _SENTENCE_END)]
    for start in starts:
        at = _after_enumerator(text, start)
        stop = next((i for i in range(at, min(len(text), at + LONGEST_HEADING)) if text[i] in _ENDS), len(text))
        if stop > at:
            yield text[at : min(stop, at + LONGEST_HEADING)]


def _best_chain(candidates: Sequence[Sequence[_Candidate]]) -> dict[int, _Candidate]:
    """Return at most one candidate for each heading, in the order of the headings, with the greatest sum of weights.

    Of two with the same weight the later one wins, since a table of contents comes before the text.
    """
    items = [(i, candidate) for i, row in enumerate(candidates) for candidate in row]
    items.sort(key=lambda item: (item[1].paragraph, item[1].offset, -item[0]))
    # One more heading counts more than any difference in weight.
    best: list[tuple[int, int]] = []
    for k, (i, candidate) in enumerate(items):
        own, before = 1000 + candidate.weight, -1
        top = 0
        for j in range(k):
            other, there = items[j]
            same = (there.paragraph, there.offset) == (candidate.paragraph, candidate.offset)
            if other < i and not same and best[j][0] >= top:
                top, before = best[j][0], j
        best.append((own + top, before))
    if not best:
        return {}
    k = max(range(len(best)), key=lambda k: (best[k][0], k))
    chain: dict[int, _Candidate] = {}
    while k >= 0:
        chain[items[k][0]] = items[k][1]
        k = best[k][1]
    return chain
