"""Finds terms of the glossary by their English, Chinese, pinyin and initials."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from plan_data.model.plan import Plan
from plan_data.model.terms import Term
from plan_data.search.fields import Field, Spoken, spoken_fields
from plan_data.search.matching import match_field, stored_spans
from plan_data.search.pinyin import hanzi, syllables
from plan_data.search.query import Query

WEIGHT = 0.7
"""Weight of a match: a term comes behind entries with the words in their names, before those with them in texts."""


class TermHit(NamedTuple):
    """A term that was found."""

    term: Term
    """The term."""
    text: str
    """The matching text: its English or its Chinese; for pinyin the Chinese."""
    spans: tuple[tuple[int, int], ...]
    """The matching spans of the text, half-open, in code points."""
    score: float
    """The higher the better; comparable with `Hit.score`."""


class TermIndex:
    """The terms of one plan, folded."""

    def __init__(self, plan: Plan) -> None:
        """Fold the terms."""
        self._terms = [(term, _fields(term)) for term in plan.terms.values()]

    def search(self, asked: Query, limit: int) -> list[TermHit]:
        """Return the best terms for a query; none where it asks for a number or for entries of some kind."""
        if asked.kinds or asked.number or not asked.words:
            return []
        found: list[TermHit] = []
        for term, fields in self._terms:
            matches = ((field, match_field(field, asked.text, asked.words)) for field in fields)
            if found_in := [(match.score, field, match.spans) for field, match in matches if match is not None]:
                score, field, spans = max(found_in, key=itemgetter(0))
                found.append(TermHit(term, field.text, stored_spans(field, spans), WEIGHT * score))
        return sorted(found, key=lambda hit: -hit.score)[: max(0, limit)]


def _fields(term: Term) -> list[Field]:
    found = syllables(term.note.pinyin, len(hanzi(term.zh)))
    names = [Spoken(term.zh, found, range(len(found)))] if found else []
    return [
        Field("title", term.note.term.en),
        Field("title", term.zh),
        *spoken_fields(names, term.note.pinyin),
    ]
