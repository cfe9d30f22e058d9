"""The search index of a plan, and the order of its hits.

A search has three steps: `candidates` selects the items that may match; `matching` compares the query with each field
of a candidate; `scoring` weighs the field and picks the best one. For equal scores an action comes before its tasks, a
task before a measure, a measure before an event.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

from plan_data.cache.database import DAMAGE, Database
from plan_data.cache.stored_plan import tell_damage
from plan_data.model.entities import Body, Item, Node, Quote
from plan_data.model.plan import Plan
from plan_data.search.candidates import CandidateFinder, Candidates
from plan_data.search.fields import NAMES, Fields
from plan_data.search.item_scan import ItemScan
from plan_data.search.matching import stored_spans
from plan_data.search.query import Query, read, ungluing
from plan_data.search.scoring import BestMatch, best_match
from plan_data.search.tables import in_memory, points
from plan_data.search.term_index import TermHit, TermIndex
from plan_data.search.typed_dates import dates

T = TypeVar("T")

SURE = 400.0
"""Lower scores are corrected misspellings."""
LOOKED_AT = 128
"""Candidates that are scored for a query; more if more hits are asked for."""
COUNTED = 512
"""Most candidates that are scored to count the hits of a query without a plain match."""
FITS = frozenset({*NAMES, "pinyin"})
"""Fields in which a word may name an action, a task or a body."""
FITTING = 580.0
"""Least score of a word that begins a word of a name."""
WHOLE_NAME = 800.0
"""Least score of a word that is a whole name."""
_MOST_RANKINGS = 256
_MOST_FIELDS = 2048
_LIKE_AN_ID = re.compile(r"[a-z]+\.[a-z0-9.\-]*\Z|[a-z]?\d+(?:\.\d+)?\Z")


class Hit(NamedTuple):
    """A search hit."""

    id: str
    """Id of a node, body or source."""
    field: str
    """The field that matched."""
    text: str
    """The matching text as stored; for pinyin the Chinese title."""
    score: float
    """The higher the better."""
    spans: tuple[tuple[int, int], ...]
    """The matching spans of `text`, half-open, in code points."""
    quote: str = ""
    """Id of the quote whose text matched, or ""."""


class _Ranking(NamedTuple):
    """The scored candidates of a query."""

    best: list[tuple[float, Item, BestMatch]]
    """Score, item and match of each hit, best first, one for each id."""
    candidates: Candidates


def _merged(hits: list[Hit], others: list[Hit], limit: int) -> list[Hit]:
    """Merge two lists of hits, best first, one for each id."""
    best: dict[str, Hit] = {}
    for hit in (*hits, *others):
        if hit.id not in best or hit.score > best[hit.id].score:
            best[hit.id] = hit
    return sorted(best.values(), key=lambda hit: -hit.score)[: max(0, limit)]


class SearchIndex:
    """The index of one plan. Not thread-safe: searching fills caches."""

    def __init__(self, plan: Plan) -> None:
        """Take a plan; one that is in no database is indexed in memory."""
        self.plan = plan
        self._fields = lru_cache(_MOST_FIELDS)(lambda place: Fields(plan, plan.item_at(place)))
        self._rankings: dict[tuple[Query, int], _Ranking] = {}

    def open(self) -> SearchIndex:
        """Open the tables now, or make them, and not with the first query; return the index."""
        self._ask(lambda candidates: candidates.places)
        return self

    @cached_property
    def _candidates(self) -> CandidateFinder:
        return self._finder(self.plan.database or in_memory(self.plan))

    def _finder(self, database: Database) -> CandidateFinder:
        if database.has_table("token"):
            return CandidateFinder(database)
        return ItemScan(database, self.plan, self._fields)

    def _ask(self, question: Callable[[CandidateFinder], T]) -> T:
        """Return the answer of the tables to a question; where they are damaged the plan is indexed anew, in memory."""
        try:
            return question(self._candidates)
        except DAMAGE:
            if self.plan.database is not None:
                tell_damage(self.plan.database, self.plan.notices)
            self._candidates = self._finder(in_memory(self.plan))
            return question(self._candidates)

    @property
    def is_partial(self) -> bool:
        """Whether only ids, numbers and names are searched."""
        return self._ask(lambda candidates: candidates.is_partial)

    @cached_property
    def _terms(self) -> TermIndex:
        return TermIndex(self.plan)

    def terms(self, query: str, limit: int = 5) -> list[TermHit]:
        """Return the terms of the glossary that a query finds, best first."""
        return self._terms.search(read(query), limit)

    def with_terms(self, hits: list[Hit], terms: list[TermHit], limit: int) -> list[Hit]:
        """Return hits and terms as hits, best first, one for each id; a term has the id of what explains it."""
        best = {hit.id: hit for hit in hits}
        for term in terms:
            quote = term.term.where if term.term.where in self.plan.quotes else ""
            id_ = self.explained_at(term)
            best.setdefault(id_, Hit(id_, "term", term.text, term.score, term.spans, quote))
        return sorted(best.values(), key=lambda hit: -hit.score)[: max(0, limit)]

    def explained_at(self, term: TermHit) -> str:
        """Return the id of what explains a term; of a term that is explained on a quote the entry that it supports."""
        where = term.term.where
        return self.plan.supported_by(where) if where in self.plan.quotes else where

    def search(self, query: str, limit: int = 10, kinds: Collection[str] = ()) -> list[Hit]:
        """Return the hits, best first, one for each id.

        Args:
            query: The query as typed. A prefix such as `action:`, `agency:` or `quote:` keeps only that kind.
            limit: Most hits to return.
            kinds: Kinds to keep, `quote` among them; () for all.
        """
        asked = read(query, kinds)
        if not asked.words and not asked.number:
            return []
        hits: list[Hit] = []
        for score, item, match in self._ranking(asked, max(LOOKED_AT, limit)).best[: max(0, limit)]:
            field, spans = match.field, stored_spans(match.field, match.spans)
            hits.append(Hit(self._id_of(item), field.name, field.text, score, spans, field.quote))
        if not hits and (apart := ungluing(query)) != query:
            return self.search(apart, limit, kinds)
        for date in dates(query):
            hits = _merged(self.search(date, limit, kinds), hits, limit)
        return hits

    def count(self, query: str, kinds: Collection[str] = ()) -> int:
        """Return the total number of hits of a query.

        The number is exact as long as all candidates are scored. Beyond that the candidates themselves are counted, or,
        when the search has widened, the hits among the first `COUNTED` candidates.
        """
        asked = read(query, kinds)
        if not asked.words and not asked.number:
            return 0
        ranking = self._ranking(asked, LOOKED_AT)
        if (apart := ungluing(query)) != query and not ranking.best:
            return self.count(apart, kinds)
        if dates(query):
            return len(self.search(query, COUNTED, kinds))
        found = ranking.candidates
        if not found.is_cut:
            return len(ranking.best)
        if found.wide or asked.literal:
            # When letters inside words count, many candidates are no hits, so they must be scored to be counted.
            return len(self._ranking(asked, COUNTED).best)
        places = self._ask(lambda candidates: candidates.all_of(found.match))
        return len({self._place_of_hit(place) for place in places})

    def lookup(self, query: str) -> list[str]:
        """Return the one id that a query clearly means, or else the possible ids, best first.

        A query that looks like an id or a number but is none returns nothing, because a similar id would be wrong.
        """
        text = query.strip()
        if self.plan.get(text) is not None:
            return [text]
        asked = read(text)
        if numbered := self.plan.uses.numbered(asked.number):
            return [numbered]
        if _LIKE_AN_ID.match(asked.text):
            return []
        hits = self.search(text, 10)
        if not hits:
            return []
        best = self._ranking(asked, LOOKED_AT).best
        if hits[0].score < SURE or best and best[0][2].guess:
            return [hit.id for hit in hits] if len(hits) > 1 else []
        clear = len(hits) == 1 or hits[0].score >= 1.08 * hits[1].score
        exact = hits[0].score >= 850 and hits[1].score < hits[0].score if len(hits) > 1 else True
        if clear or exact:
            return [hits[0].id]
        return [hit.id for hit in hits]

    def _ranking(self, asked: Query, most: int) -> _Ranking:
        """Return the scored candidates of a query, `most` at most."""
        found = self._rankings.get((asked, most))
        if found is None:
            if len(self._rankings) >= _MOST_RANKINGS:
                del self._rankings[next(iter(self._rankings))]
            found = self._rankings[asked, most] = self._score(asked, most)
        return found

    def _score(self, asked: Query, most: int) -> _Ranking:
        # Unless more hits are asked for: in a search that widens each candidate takes longer to score.
        fewer = most if most > LOOKED_AT else most // 2
        named = self.plan.uses.numbered(asked.number)
        found = self._ask(lambda candidates: candidates.find(asked, named, most, fewer))
        best: dict[str, tuple[float, Item, BestMatch]] = {}
        for place in found.places:
            item = self.plan.item_at(place)
            is_named = item.id == named or item.id.replace("-", " ") == asked.text
            match = best_match(self._fields(place), asked, found, is_named)
            if match is None:
                continue
            id_, score = self._id_of(item), match.score + points(self.plan, item)
            if id_ not in best or score > best[id_][0]:
                best[id_] = (score, item, match)
        if len(asked.words) == 1 and not found.wide:
            self._put_actions_first(best)
        order = sorted(best.items(), key=lambda entry: (-entry[1][0], self.plan.index.get(entry[0], sys.maxsize)))
        return _Ranking([value for _, value in order], found)

    def _put_actions_first(self, best: dict[str, tuple[float, Item, BestMatch]]) -> None:
        """Put an action before tasks and bodies where one word fits the names of all: `transport`, 农业.

        A task or body whose whole name is the word, or whose initials are, keeps its place.
        """
        fitting = [
            (item, score, match)
            for score, item, match in best.values()
            if match.field.name in FITS and match.score >= FITTING and len(match.spans) == 1
        ]
        highest = max(
            (
                score
                for item, score, match in fitting
                if isinstance(item, Node | Body) and item.kind in ("task", "agency") and match.score < WHOLE_NAME
            ),
            default=0.0,
        )
        for item, score, match in fitting:
            if isinstance(item, Node) and item.kind == "action" and score <= highest:
                best[item.id] = (highest + 1 + score / 1000, item, match)

    def _id_of(self, item: Item) -> str:
        """Return the id of a hit: of a quote that of what it supports."""
        return self.plan.supported_by(item.id) if isinstance(item, Quote) else item.id

    def _place_of_hit(self, place: int) -> int | str:
        """Return what sets a hit apart from others: its place, for a quote the place or the id of what it supports."""
        if place < len(self.plan.nodes):
            return place
        id_ = self._id_of(self.plan.item_at(place))
        return self.plan.index.get(id_, id_)
