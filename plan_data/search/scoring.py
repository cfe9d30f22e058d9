"""Scores a candidate: finds its best field for a query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from plan_data.model.entities import TEXT_FIELDS
from plan_data.search.candidates import Candidates
from plan_data.search.fields import SMALL_WORDS, Field, Fields
from plan_data.search.matching import Match, Spans, match_exactly, match_field, match_plainly, match_words, merged
from plan_data.search.query import Query, has_digit
from plan_data.search.spelling import LONG_WORD

WEIGHTS = {
    "id": 1.0,
    "number": 1.0,
    "title": 1.0,
    "abbr": 0.99,
    "alias": 0.96,
    "pinyin": 0.95,
    "target": 0.93,
    "later": 0.86,
    "date": 0.82,
    "agency": 0.62,
    **dict.fromkeys(TEXT_FIELDS, 0.55),
    "quote": 0.50,
    "note": 0.42,
}
"""Weight of a match by field."""
NAMED = 1100.0
"""Score of an item whose number or id is the query."""
OMITTED = 0.8
"""Factor for each word of the query that is left out."""
SPREAD = 0.6
"""Factor for a match whose words are in several fields."""


class BestMatch(NamedTuple):
    """The best matching field of a candidate."""

    score: float
    """Without the points for kind and depth."""
    field: Field
    spans: Spans
    """The matching spans of the folded field."""
    guess: bool = False
    """Whether it relies on a correction, or on leaving out a word."""


def best_match(fields: Fields, query: Query, found: Candidates, named: bool) -> BestMatch | None:
    """Return the best match of a query in a candidate, or None.

    Args:
        fields: The fields of the candidate.
        query: The query.
        found: How the candidates were found.
        named: Whether the query is the number or id of the candidate.
    """
    if named:
        # Of a quote its whole text is lit, since its id is not shown.
        keys = {query.text, query.number}
        names = (field for field in fields.short if field.name in ("id", "number") and field.key in keys)
        field = next(names, None) or fields.rest[0]
        return BestMatch(NAMED, field, ((0, len(field.key)),))
    if query.literal or query.strict:
        return _best((*fields.short, *fields.rest), lambda field: match_exactly(field, query))
    best = _fitting(fields, query.text, query.words, found.wide)
    if best is None and any(found.near.values()):
        best = _best(fields.short, lambda field: match_words(field, query.words, found.near), guess=True)
    if best is None and len(query.words) > 1:
        best = _spread(fields, query.words, found)
    return best


def _best(fields: Iterable[Field], match: Callable[[Field], Match | None], guess: bool = False) -> BestMatch | None:
    """Return the best of the matches of some fields, the first of equal ones."""
    best: BestMatch | None = None
    for field in fields:
        found = match(field)
        if found and (best is None or found.score * WEIGHTS[field.name] > best.score):
            best = BestMatch(found.score * WEIGHTS[field.name], field, found.spans, guess)
    return best


def _fitting(fields: Fields, text: str, words: Sequence[str], wide: bool) -> BestMatch | None:
    """Return the best match in the short fields, or else in the others."""

    def match(field: Field) -> Match | None:
        return match_field(field, text, words, wide)

    return _best(fields.short, match) or _best(fields.rest, match)


def _spread(fields: Fields, words: Sequence[str], found: Candidates) -> BestMatch | None:
    """Match several words that are in different fields: `ndrc logistics`, `2018 finance`."""
    if all(word in SMALL_WORDS or len(word) == 1 and word.isascii() for word in words):
        return None
    tops = []
    for word in words:
        tops.append(_alone(fields, word, found, begins=word == words[-1]))
        if tops[-1] is None and not found.omitted:
            return None
    omitted = tops.count(None)
    if 2 * omitted > len(words):
        return None
    matched = [top for top in tops if top]
    best = max(matched, key=attrgetter("score"))
    spans = merged(span for top in matched if top.field is best.field for span in top.spans)
    score = SPREAD * sum(top.score for top in matched) / len(words) * OMITTED**omitted
    return BestMatch(score, best.field, spans, omitted > 0 or any(top.guess for top in matched))


def _alone(fields: Fields, word: str, found: Candidates, begins: bool) -> BestMatch | None:
    """Match one word of several; if other words are left out it must be a word, or the beginning of one."""
    plain = found.omitted or word.isascii() and len(word) < 2 and not begins
    if plain:
        top = _best(fields.short, lambda field: match_plainly(field, word))
    else:
        top = _fitting(fields, word, (word,), False)
    if top is None and found.near.get(word) and (not found.omitted or len(word) >= LONG_WORD):
        top = _best(fields.short, lambda field: match_words(field, (word,), found.near), guess=True)
    if top is None and found.wide and not found.omitted and len(word) > 1 and not has_digit(word):
        top = _best(fields.short, lambda field: match_field(field, word, (word,), True))
    return top
