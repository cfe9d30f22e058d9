"""Finds the printed headings of a source in a copy, in the document's order.

A heading may begin a paragraph (after an enumerator such as 1. or （一）) or follow the end of a sentence, and must end
with the paragraph, with punctuation or with white space. Tables of contents are left out (see `contents`). From all
other candidates the best chain in the plan's order is chosen, so that phrases of the text are not taken for headings.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from plan_data.copies.contents import Occurrence, contents
from plan_data.copies.enumerators import after_enumerator, enumerator_before
from plan_data.model.copy_report import Near
from plan_data.model.entities import Node
from plan_data.text.folding import fold_heading, joins

MOST_CANDIDATES = 16
"""Candidates of one heading at most; of more, the first half and the last half of this number."""
LONGEST_HEADING = 60
"""Characters of a paragraph's beginning that may be a heading."""

_ENDS = frozenset("。．.：:；;，,、！!？?（）()")
_SENTENCE_END = frozenset("。！？；）」!?;)")
_PARTED = "\x00"
"""Between paragraphs; no copy has it (see `SavedFile`)."""
_OPENING = '“「『《‘"＂'
_CLOSING = '”」』》’"＂'
_SENTENCE, _AFTER_ENUMERATOR, _EMPTY, _PARAGRAPH = 2, 4, 5, 6
"""Weights, by how much a candidate looks like a heading: at the beginning of a sentence, after an enumerator in a
paragraph, filling a paragraph with nothing below it, at the beginning of a paragraph."""


class Found(NamedTuple):
    """Where a copy has a heading."""

    paragraph: int
    """Number of the paragraph, from 1."""
    start: int
    """First code point of the heading in it."""
    end: int
    """Code point after it."""


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
        self.in_contents: frozenset[int] = frozenset()
        """Numbers of the headings, from 0, that stand in a table of contents; known when they were looked for."""
        self._begins = [after_enumerator(folded.text) for folded in self.folded]
        self._whole = _PARTED.join(folded.text for folded in self.folded)
        self._starts = [0, *accumulate(len(folded.text) + 1 for folded in self.folded)]
        self._contents: frozenset[int] = frozenset()

    def find(self, nodes: Sequence[Node]) -> dict[str, Found]:
        """Return where the headings of nodes, given in the document's order, are; missing ones are left out."""
        wanted = [fold_heading(node.title.zh).text for node in nodes]
        candidates = self._without_contents(nodes, [self._candidates(text) for text in wanted])
        chain = _best_chain([_few(row) for row in candidates])
        # If most headings begin lines, a sentence that begins with the same words is none.
        weights = [candidate.weight for candidate in chain.values()]
        begins_lines = 2 * sum(weight >= _EMPTY for weight in weights) > len(chain)
        least = _AFTER_ENUMERATOR if begins_lines else _SENTENCE
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
        """Return all places that begin as a heading does; with weight 0 such as only an entry of a contents has."""
        found: list[_Candidate] = []
        place = self._whole.find(heading) if heading else -1
        while place >= 0:
            n = bisect_right(self._starts, place) - 1
            at = place - self._starts[n]
            end = at + len(heading)
            text = self.folded[n].text
            weight = self._begin_weight(n, at)
            ended = end >= len(text) or text[end] in _ENDS or self._space_after(n, end)
            if weight and (ended or weight > _SENTENCE):
                found.append(_Candidate(n, at, weight if ended else 0, end >= len(text) - 1))
            place = self._whole.find(heading, place + 1)
        return found

    def _begin_weight(self, n: int, start: int) -> int:
        """Return how much a place looks like the beginning of a heading; 0 for not at all."""
        text = self.folded[n].text
        if start in (0, self._begins[n]):
            return _PARAGRAPH
        if enumerator_before(text, start):
            return _AFTER_ENUMERATOR
        return _SENTENCE if text[start - 1] in _SENTENCE_END else 0

    def _without_contents(
        self, nodes: Sequence[Node], candidates: Sequence[Sequence[_Candidate]]
    ) -> list[list[_Candidate]]:
        """Return the candidates that stand in no table of contents.

        A heading without children that another heading follows at once gets a little less weight.
        """
        texts = [folded.text for folded in self.folded]
        sizes = [len(fold_heading(node.title.zh).text) for node in nodes]
        places = [
            Occurrence(i, candidate.paragraph, candidate.offset, candidate.offset + sizes[i])
            for i, row in enumerate(candidates)
            for candidate in row
            if candidate.weight != _SENTENCE
        ]
        everywhere = {
            i: [(candidate.paragraph, candidate.offset) for candidate in row if candidate.weight]
            for i, row in enumerate(candidates)
        }
        title = next((i for i, node in enumerate(nodes[:1]) if node.kind == "plan"), -1)
        listed = contents(texts, places, everywhere, title)
        self.in_contents = frozenset(place.heading for place in places if (place.paragraph, place.start) in listed)
        self._contents = frozenset(paragraph for paragraph, start in listed if start == self._begins[paragraph])
        kept = [
            [each for each in row if each.weight and (each.paragraph, each.offset) not in listed] for row in candidates
        ]
        begun = {each.paragraph for row in kept for each in row if each.weight == _PARAGRAPH}

        def weighed(i: int, candidate: _Candidate) -> _Candidate:
            alone = candidate.weight == _PARAGRAPH and candidate.bare and not nodes[i].children
            return candidate._replace(weight=_EMPTY) if alone and candidate.paragraph + 1 in begun else candidate

        return [[weighed(i, candidate) for candidate in row] for i, row in enumerate(kept)]

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
            if n in self._contents:
                continue
            for begins in _beginnings(self.folded[n].text):
                score = fuzz.ratio(wanted, begins, score_cutoff=best.likeness)
                if score > best.likeness:
                    best = Near(n + 1, begins, score)
        return best


def _few(row: list[_Candidate]) -> list[_Candidate]:
    """Return the candidates of one heading, of very many the first and the last ones."""
    half = MOST_CANDIDATES // 2
    return row if len(row) <= MOST_CANDIDATES else row[:half] + row[-half:]


def _beginnings(text: str) -> Iterator[str]:
    """Yield the beginning of each sentence of a folded paragraph: without enumerator, up to the first punctuation."""
    starts = [0, *(i + 1 for i, letter in enumerate(text) if letter in _SENTENCE_END)]
    for start in starts:
        at = after_enumerator(text, start)
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
