"""Scores a candidate: finds its best field for a query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plan_data.model.entities import TEXT_FIELDS
from plan_data.search.candidates import Candidates
from plan_data.search.fields import SMALL_WORDS, Field, Fields
from plan_data.search.matching import (
    Match,
    Spans,
    match_field,
    match_literally,
    match_plainly,
    match_strictly,
    merged,
    mistyped,
)
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
        return _named(fields, query)
    strict: BestMatch | None = None
    if query.literal:
        for field in (*fields.short, *fields.rest):
            strict = _better(strict, field, match_literally(field, query.text))
        return strict
    if query.strict:
        for field in (*fields.short, *fields.rest):
            strict = _better(strict, field, match_strictly(field, query.text, query.words))
        return strict
    best = _best(fields.short, query.text, query.words, found.wide)
    if best is None:
        best = _best(fields.rest, query.text, query.words, found.wide)
    if best is None and any(found.near.values()):
        for field in fields.short:
            best = _better(best, field, mistyped(field, query.words, found.near), True)
    if best is None and len(query.words) > 1:
        best = _spread(fields, query.words, found)
    return best


def _named(fields: Fields, query: Query) -> BestMatch:
    """Match the id or the number. For a quote match its whole text, since its id is not shown."""
    known = {field.name: field for field in reversed(fields.short)}
    field = known.get("id")
    if field is None:
        field = fields.rest[0]
    elif field.key != query.text:
        field = known["number"]
    return BestMatch(NAMED, field, ((0, len(field.key)),))


def _better(best: BestMatch | None, field: Field, match: Match | None, guess: bool = False) -> BestMatch | None:
    if match is None:
        return best
    score = match.score * WEIGHTS[field.name]
    return BestMatch(score, field, match.spans, guess) if best is None or score > best.score else best


def _best(fields: Sequence[Field], text: str, words: Sequence[str], wide: bool) -> BestMatch | None:
    best: BestMatch | None = None
    for field in fields:
        best = _better(best, field, match_field(field, text, words, wide))
    return best


def _alone(fields: Fields, word: str, omitted: bool, begins: bool) -> BestMatch | None:
    """Match one word of several; plainly only if other words are left out or it has one letter."""
    if not omitted and (begins or len(word) > 1 or not word.isascii()):
        return _best(fields.short, word, (word,), False) or _best(fields.rest, word, (word,), False)
    best: BestMatch | None = None
    for field in fields.short:
        best = _better(best, field, match_plainly(field, word))
    return best


def _spread(fields: Fields, words: Sequence[str], found: Candidates) -> BestMatch | None:
    """Match several words that are in different fields: `ndrc logistics`, `2018 finance`."""
    if all(word in SMALL_WORDS or len(word) == 1 and word.isascii() for word in words):
        return None
    total, omitted, guess = 0.0, 0, False
    best: BestMatch | None = None
    spans: list[tuple[int, int]] = []
    for place, word in enumerate(words, 1):
        top = _alone(fields, word, found.omitted, begins=place == len(words))
        if top is None and found.wide and (not found.omitted or len(word) >= LONG_WORD):
            for field in fields.short:
                top = _better(top, field, mistyped(field, (word,), found.near), True)
            if top is None and not found.omitted and not has_digit(word):
                top = _best(fields.short, word, (word,), True)
        if top is None:
            if not found.omitted:
                return None
            omitted += 1
            continue
        total += top.score
        guess = guess or top.guess
        if best is None or top.score > best.score and top.field is not best.field:
            best, spans = top, list(top.spans)
        elif top.field is best.field:
            spans += top.spans
    if best is None or 2 * omitted > len(words):
        return None
    score = SPREAD * total / len(words) * OMITTED**omitted
    return BestMatch(score, best.field, merged(spans), guess or omitted > 0)
