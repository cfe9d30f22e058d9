"""The search index of a plan, and the order of its hits.

Every item has a rank, by kind and depth: for equal scores an action comes before its tasks, a task before a measure, a
measure before an event. A search has three steps: `candidates` selects the ranks that may match, with sets of bits;
`matching` compares the query with each field of a candidate; `scoring` weighs the field and picks the best one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from functools import cached_property
from typing import NamedTuple

from plan_data.model.entities import Body, Item, Node, Quote, Source
from plan_data.model.plan import Plan
from plan_data.search.bits import bitset, ranks
from plan_data.search.candidates import CandidateFinder, CandidateSet
from plan_data.search.fields import NAMES, Fields
from plan_data.search.matching import stored_spans
from plan_data.search.query import Query, read, ungluing
from plan_data.search.scoring import BestMatch, best_match
from plan_data.search.tables import Tables
from plan_data.search.term_index import TermHit, TermIndex
from plan_data.search.typed_dates import dates
from plan_data.text.sort_order import in_order

KIND_RANK = {
    "plan": 65,
    "action": 75,
    "agency": 68,
    "section": 60,
    "category": 58,
    "group": 55,
    "task": 50,
    "principle": 45,
    "target": 45,
    "measure": 40,
    "clause": 38,
    "person": 35,
    "company": 35,
    "background": 30,
    "follow-up": 30,
    "event": 22,
    "challenge": 22,
    "conflict": 18,
    "source": 10,
    "quote": 0,
}
"""Points added to the score for the kind of an item."""

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
_A_DUTY = 1000
"""Letters of a name that weigh as much as a duty in the order of bodies: more than a name has."""
_SHORTEST_ID = 5
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

    best: list[tuple[float, int, BestMatch]]
    """Score, rank and match of each hit, best first, one for each id."""
    candidates: CandidateSet
    looked_at: int
    """Number of candidates that were scored."""


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
        """Rank the items. For a large plan also build all tables; a small plan's are built on first use."""
        self.plan = plan
        depths = plan.depths
        duties = Counter[str]()
        keyed: list[tuple[int, int, int, Item]] = []
        for n, node in enumerate(plan.nodes):
            title = node.title
            duties.update(node.agencies.list)
            keyed.append((2 * depths[n] - KIND_RANK.get(node.kind, 0), len(title.en or title.zh), n, node))
        n = len(keyed)
        for body in plan.bodies.values():
            # Of two bodies with the same initials the one with more duties is meant more often.
            few = len(body.title.en or body.title.zh) - _A_DUTY * duties[body.id]
            keyed.append((2 - KIND_RANK.get(body.kind, 0), few, n + len(keyed), body))
        for source in plan.sources.values():
            keyed.append((2 - KIND_RANK["source"], len(source.title.en or source.title.zh), n + len(keyed), source))
        for quote in plan.quotes.values():
            if quote.copied:
                # A heading quoted from an attached copy repeats the title of its node.
                continue
            keyed.append((2 - KIND_RANK["quote"], 0, n + len(keyed), quote))
        keyed = in_order(keyed, lambda entry: entry[:2])
        self._items = [item for _, _, _, item in keyed]
        self._bonus = [-bonus for bonus, _, _, _ in keyed]
        self._rank = {item.id: rank for rank, item in enumerate(self._items)}
        self._ids_sorted = in_order(self._rank, lambda id_: id_[:6])
        self._tables = Tables(plan, self._items)
        self._candidates = CandidateFinder(self._tables)
        self._targets = {quote: plan.supported_by(quote) for quote in plan.quotes}
        self.numbers = {node.number.lower(): node.id for node in reversed(plan.nodes) if node.number}
        """Number in lower case to the id of the first node that has it."""
        self._masks: dict[frozenset[str], int] = {}
        self._fields: dict[int, Fields] = {}
        self._rankings: dict[tuple[Query, int], _Ranking] = {}

    def make(self) -> None:
        """Build all tables now that would be built on first use."""
        self._tables.make()
        _ = self._terms

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
        for score, rank, match in self._rank_candidates(asked, limit).best[: max(0, limit)]:
            item, field = self._items[rank], match.field
            id_ = self._targets[item.id] if isinstance(item, Quote) else item.id
            hits.append(Hit(id_, field.name, field.text, score, stored_spans(field, match.spans), field.quote))
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
        if (apart := ungluing(query)) != query and not self._rank_candidates(asked, 1).best:
            return self.count(apart, kinds)
        if dates(query):
            return len(self.search(query, COUNTED, kinds))
        ranking = self._rank_candidates(asked, 0)
        if (ranking.candidates.wide or asked.literal) and ranking.looked_at < ranking.candidates.all.bit_count():
            # When letters inside words count, many candidates are no hits, so they must be scored to be counted.
            ranking = self._rank_candidates(asked, COUNTED)
            return len(ranking.best)
        if ranking.candidates.all.bit_count() <= ranking.looked_at:
            return len(ranking.best)
        quoted = self._mask(frozenset({"quote"}))
        ids = {self._targets[self._items[rank].id] for rank in ranks(ranking.candidates.all & quoted)}
        others = ranking.candidates.all & ~quoted
        return others.bit_count() + sum(not others >> self._rank[id_] & 1 for id_ in ids)

    def lookup(self, query: str) -> list[str]:
        """Return the one id that a query clearly means, or else the possible ids, best first.

        A query that looks like an id or a number but is none returns nothing, because a similar id would be wrong.
        """
        text = query.strip()
        if self.plan.get(text) is not None:
            return [text]
        asked = read(text)
        if asked.number and asked.number.lower() in self.numbers:
            return [self.numbers[asked.number.lower()]]
        if _LIKE_AN_ID.match(asked.text):
            return []
        hits = self.search(text, 10)
        if not hits:
            return []
        if hits[0].score < SURE or self._rank_candidates(asked, 10).best[0][2].guess:
            return [hit.id for hit in hits] if len(hits) > 1 else []
        clear = len(hits) == 1 or hits[0].score >= 1.08 * hits[1].score
        exact = hits[0].score >= 850 and hits[1].score < hits[0].score if len(hits) > 1 else True
        if clear or exact:
            return [hits[0].id]
        return [hit.id for hit in hits]

    def _rank_candidates(self, asked: Query, limit: int) -> _Ranking:
        """Score the candidates of a query."""
        most = max(LOOKED_AT, limit)
        known = self._rankings.get((asked, most))
        if known is not None:
            return known
        mask = self._mask(asked.kinds)
        found = self._candidates.find(asked, mask, most, max(LOOKED_AT // 2, limit))
        looked_at = list(found.ranks)
        numbered = self.numbers.get(asked.number.lower(), "")
        named = {numbered}
        for id_ in (numbered, *self._ids(asked.text)):
            rank = self._rank.get(id_, -1)
            if rank >= 0 and mask >> rank & 1 and rank not in looked_at:
                looked_at.append(rank)
            if id_.replace("-", " ") == asked.text:
                named.add(id_)
        best: dict[str, tuple[float, int, BestMatch]] = {}
        for rank in looked_at:
            item = self._items[rank]
            match = best_match(self._fields_of(rank), asked, found, item.id in named)
            if match is None:
                continue
            id_ = self._targets[item.id] if isinstance(item, Quote) else item.id
            bonus = self._bonus[self._rank[id_]] if isinstance(item, Quote) else self._bonus[rank]
            score = match.score + bonus
            if id_ not in best or score > best[id_][0]:
                best[id_] = (score, rank, match)
        if len(asked.words) == 1 and not found.wide:
            self._put_actions_first(best)
        order = sorted(best.items(), key=lambda entry: (-entry[1][0], self._place(entry[0])))
        ranking = _Ranking([value for _, value in order], found, len(looked_at))
        if len(self._rankings) >= _MOST_RANKINGS:
            del self._rankings[next(iter(self._rankings))]
        self._rankings[asked, most] = ranking
        return ranking

    def _put_actions_first(self, best: dict[str, tuple[float, int, BestMatch]]) -> None:
        """Put an action before tasks and bodies where one word fits the names of all: `transport`, 农业.

        A task or body whose whole name is the word, or whose initials are, keeps its place.
        """
        fitting = [
            (self._items[rank], score, match)
            for score, rank, match in best.values()
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
                best[item.id] = (highest + 1 + score / 1000, self._rank[item.id], match)

    def _fields_of(self, rank: int) -> Fields:
        fields = self._fields.get(rank)
        if fields is None:
            if len(self._fields) >= _MOST_FIELDS:
                # Evict one entry: emptying the cache at once would delay the next key.
                del self._fields[next(iter(self._fields))]
            fields = self._fields[rank] = Fields(self.plan, self._items[rank])
        return fields

    def _mask(self, kinds: frozenset[str]) -> int:
        """Return the ranks of some kinds; a quote has the kind `quote` and the kind of the node it supports."""
        known = self._masks.get(kinds)
        if known is None:
            size = len(self._items)
            known = (1 << size) - 1
            if kinds:
                known = bitset([[n for n, item in enumerate(self._items) if kinds & self._kinds_of(item)]], size)
            self._masks[kinds] = known
        return known

    def _kinds_of(self, item: Item) -> set[str]:
        if isinstance(item, Source):
            return {"source"}
        if isinstance(item, Quote):
            target = self.plan.get(self._targets[item.id])
            return {"quote"} | (self._kinds_of(target) if target is not None else set())
        return {item.kind}

    def _ids(self, text: str) -> list[str]:
        """Return the id equal to a folded text or, if it looks like an id, the ids that start with it."""
        start = text.replace(" ", "-")
        if "." not in start or len(start) < _SHORTEST_ID:
            return [start] if start in self._rank else []
        at = bisect_left(self._ids_sorted, start)
        return [id_ for id_ in self._ids_sorted[at : at + LOOKED_AT] if id_.startswith(start)]

    def _place(self, id_: str) -> int:
        return self.plan.index.get(id_, len(self.plan.nodes))
