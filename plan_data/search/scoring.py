"""Judging a candidate: its best field, and how well that field answers the query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plan_data.model.entities import TEXT_FIELDS
from plan_data.search.candidates import Found
from plan_data.search.fields import SMALL_WORDS, Field, Fields
from plan_data.search.matching import Match, Places, match_field, match_plainly, match_strictly, merged, mistyped
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
"""How much a match in a field counts."""
NAMED = 1100.0
"""Score of what was typed by its number or id."""
LET_GO = 0.8
"""What is left of a match for each word that is let go."""
SPREAD = 0.6
"""How much a match counts whose words stand in several fields."""


class Verdict(NamedTuple):
    """The best field of a candidate."""

    score: float
    """Without what its kind and depth add."""
    field: Field
    """The field."""
    places: Places
    """The stretches of the folded field that matched."""
    guess: bool = False
    """Whether it is right only if there are typing errors, or a word is let go."""


def judge(fields: Fields, query: Query, found: Found, named: bool) -> Verdict | None:
    """Return how well a candidate answers a query, or None where it does not; `named` by its number or id."""
    if named:
        return _named(fields, query)
    strict: Verdict | None = None
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


def _named(fields: Fields, query: Query) -> Verdict:
    """Light the id that was typed, else the number; of a quote all its words, since its id is not shown."""
    known = {field.name: field for field in reversed(fields.short)}
    field = known.get("id")
    if field is None:
        field = fields.rest[0]
    elif field.key != query.text:
        field = known["number"]
    return Verdict(NAMED, field, ((0, len(field.key)),))


def _better(best: Verdict | None, field: Field, match: Match | None, guess: bool = False) -> Verdict | None:
    if match is None:
        return best
    score = match.score * WEIGHTS[field.name]
    return Verdict(score, field, match.places, guess) if best is None or score > best.score else best


def _best(fields: Sequence[Field], text: str, words: Sequence[str], wide: bool) -> Verdict | None:
    best: Verdict | None = None
    for field in fields:
        best = _better(best, field, match_field(field, text, words, wide))
    return best


def _alone(fields: Fields, word: str, missed: bool, begins: bool) -> Verdict | None:
    """Hold one of several words; where another is let go, or of one letter, it must stand there plainly."""
    if not missed and (begins or len(word) > 1 or not word.isascii()):
        return _best(fields.short, word, (word,), False) or _best(fields.rest, word, (word,), False)
    best: Verdict | None = None
    for field in fields.short:
        best = _better(best, field, match_plainly(field, word))
    return best


def _spread(fields: Fields, words: Sequence[str], found: Found) -> Verdict | None:
    """Several words over several fields: `ndrc logistics`, `2018 finance`."""
    if all(word in SMALL_WORDS or len(word) == 1 and word.isascii() for word in words):
        return None
    total, missed, guess = 0.0, 0, False
    best: Verdict | None = None
    places: list[tuple[int, int]] = []
    for place, word in enumerate(words, 1):
        top = _alone(fields, word, found.missed, begins=place == len(words))
        if top is None and found.wide and (not found.missed or len(word) >= LONG_WORD):
            for field in fields.short:
                top = _better(top, field, mistyped(field, (word,), found.near), True)
            if top is None and not found.missed and not has_digit(word):
                top = _best(fields.short, word, (word,), True)
        if top is None:
            if not found.missed:
                return None
            missed += 1
            continue
        total += top.score
        guess = guess or top.guess
        if best is None or top.score > best.score and top.field is not best.field:
            best, places = top, list(top.places)
        elif top.field is best.field:
            places += top.places
    if best is None or 2 * missed > len(words):
        return None
    score = SPREAD * total / len(words) * LET_GO**missed
    return Verdict(score, best.field, merged(places), guess or missed > 0)
