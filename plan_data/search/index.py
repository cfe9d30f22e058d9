"""The index, and how hits are ranked.

Sets of bits say which ranks a query may be about (`candidates`); only those are held against it field by field, by a
ladder of ways to match (`ladder`); the rung and the field's weight make the score. Ranks are given by kind and depth:
where two hits are equal, an action comes before its tasks, a task before a measure, a measure before an event.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from typing import NamedTuple

from plan_data.model.entities import Item, Quote, Source
from plan_data.model.plan import Plan
from plan_data.search.bits import bitset, ranks
from plan_data.search.candidates import Candidates, Found
from plan_data.search.fields import Fields
from plan_data.search.matching import spans_of
from plan_data.search.query import Query, dated, read, ungluing
from plan_data.search.scoring import Verdict, judge
from plan_data.search.tables import Tables
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
"""What a kind adds to a score."""

SURE = 400.0
"""Scores below are guesses at typing errors."""
LOOKED_AT = 128
"""Candidates that are held against a query, at least; more where more hits are asked for."""
COUNTED = 512
"""Candidates that are held against a query to count its hits where nothing fits it plainly, at most."""
_SHORTEST_ID = 5
_REMEMBERED = 256
_KEPT = 2048
_LIKE_AN_ID = re.compile(r"[a-z]+\.[a-z0-9.\-]*\Z|[a-z]?\d+(?:\.\d+)?\Z")


class Hit(NamedTuple):
    """Something that was found."""

    id: str
    """Id of a node, body or source."""
    field: str
    """The field that matched."""
    text: str
    """The field as stored; for pinyin the Chinese title."""
    score: float
    """The higher the better."""
    spans: tuple[tuple[int, int], ...]
    """The stretches of `text` that matched, half-open, in code points."""
    quote: str = ""
    """Id of the quote whose words matched, or ""."""


class _Judged(NamedTuple):
    """The hits of a query, unsorted texts and all."""

    best: list[tuple[float, int, Verdict]]
    found: Found
    looked_at: int


class SearchIndex:
    """The index of one plan. Searching changes nothing that a reader could see; one thread at a time."""

    def __init__(self, plan: Plan) -> None:
        """Make the index; of a small plan each part when it is first asked for."""
        self.plan = plan
        depths, places = plan.depths, plan.index
        keyed: list[tuple[int, int, int, Item]] = []
        for n, node in enumerate(plan.nodes):
            title = node.title
            keyed.append((2 * depths[n] - KIND_RANK.get(node.kind, 0), len(title.en or title.zh), n, node))
        n = len(keyed)
        for body in plan.bodies.values():
            keyed.append((2 - KIND_RANK.get(body.kind, 0), len(body.title.en or body.title.zh), n + len(keyed), body))
        for source in plan.sources.values():
            keyed.append((2 - KIND_RANK["source"], len(source.title.en or source.title.zh), n + len(keyed), source))
        for quote in plan.quotes.values():
            if quote.copied:
                # A heading of an attached copy says what its node's title says.
                continue
            keyed.append((2 - KIND_RANK["quote"], 0, n + len(keyed), quote))
        keyed = in_order(keyed, lambda entry: entry[:2])
        self._items = [item for _, _, _, item in keyed]
        self._bonus = [-bonus for bonus, _, _, _ in keyed]
        self._rank = {item.id: rank for rank, item in enumerate(self._items)}
        self._ids_sorted = in_order(self._rank, lambda id_: id_[:6])
        self._tables = Tables(plan, self._items)
        self._candidates = Candidates(self._tables)
        self._targets = {quote: plan.supported_by(quote) for quote in plan.quotes}
        self.numbers = {node.number.lower(): node.id for node in reversed(plan.nodes) if node.number}
        """Number in lower case to the id of the first node that has it."""
        self._masks: dict[frozenset[str], int] = {}
        self._fields: dict[int, Fields] = {}
        self._judged: dict[tuple[Query, int], _Judged] = {}
        self._places = places

    def make(self) -> None:
        """Make now what would be made when it is first asked for; of a large plan that is done already."""
        self._tables.make()

    def search(self, query: str, limit: int = 10, kinds: Collection[str] = ()) -> list[Hit]:
        """Return the hits, the best first, one for each id.

        Args:
            query: What was typed. `action:`, `agency:`, `quote:` and so on before it keep only that kind.
            limit: How many at most.
            kinds: Keep only these kinds, `quote` among them; () for all.
        """
        asked = read(query, kinds)
        if not asked.words and not asked.number:
            return []
        hits: list[Hit] = []
        for score, rank, verdict in self._look(asked, limit).best[: max(0, limit)]:
            item, field = self._items[rank], verdict.field
            id_ = self._targets[item.id] if isinstance(item, Quote) else item.id
            hits.append(Hit(id_, field.name, field.text, score, spans_of(field, verdict.places), field.quote))
        if not hits and asked.strict and (apart := ungluing(query)) != query:
            return self.search(apart, limit, kinds)
        if date := dated(query):
            return self._with_dates(hits, date, limit, kinds)
        return hits

    def _with_dates(self, hits: list[Hit], date: str, limit: int, kinds: Collection[str]) -> list[Hit]:
        """Return hits together with those of a date, the best first, one for each id."""
        best: dict[str, Hit] = {}
        for hit in (*self.search(date, limit, kinds), *hits):
            if hit.id not in best or hit.score > best[hit.id].score:
                best[hit.id] = hit
        return sorted(best.values(), key=lambda hit: -hit.score)[: max(0, limit)]

    def count(self, query: str, kinds: Collection[str] = ()) -> int:
        """Return how many hits a query has in all.

        It is exact while all candidates are looked at. Of more, those are counted that the tables name; where nothing
        fits plainly, those of the likeliest that turn out to fit.
        """
        asked = read(query, kinds)
        if not asked.words and not asked.number:
            return 0
        if asked.strict and (apart := ungluing(query)) != query and not self._look(asked, 1).best:
            return self.count(apart, kinds)
        if dated(query):
            return len(self.search(query, COUNTED, kinds))
        judged = self._look(asked, 0)
        if judged.found.wide and judged.looked_at < judged.found.everything.bit_count():
            # Where letters inside words count too, the tables name many that are none: only looking tells.
            judged = self._look(asked, COUNTED)
            return len(judged.best)
        if judged.found.everything.bit_count() <= judged.looked_at:
            return len(judged.best)
        quoted = self._mask(frozenset({"quote"}))
        ids = {self._targets[self._items[rank].id] for rank in ranks(judged.found.everything & quoted)}
        others = judged.found.everything & ~quoted
        return others.bit_count() + sum(not others >> self._rank[id_] & 1 for id_ in ids)

    def lookup(self, query: str) -> list[str]:
        """Return the id that a query means, where it clearly means one; else the candidates, best first.

        What is shaped like an id or a number and is none means nothing: an answer that is nearly right is wrong here.
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
        if hits[0].score < SURE or self._look(asked, 10).best[0][2].guess:
            return [hit.id for hit in hits] if len(hits) > 1 else []
        clear = len(hits) == 1 or hits[0].score >= 1.08 * hits[1].score
        exact = hits[0].score >= 850 and hits[1].score < hits[0].score if len(hits) > 1 else True
        if clear or exact:
            return [hits[0].id]
        return [hit.id for hit in hits]

    def _look(self, asked: Query, limit: int) -> _Judged:
        """Judge the candidates of a query, each id once, the best first."""
        most = max(LOOKED_AT, limit)
        known = self._judged.get((asked, most))
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
        best: dict[str, tuple[float, int, Verdict]] = {}
        for rank in looked_at:
            item = self._items[rank]
            verdict = judge(self._fields_of(rank), asked, found, item.id in named)
            if verdict is None:
                continue
            id_ = self._targets[item.id] if isinstance(item, Quote) else item.id
            bonus = self._bonus[self._rank[id_]] if isinstance(item, Quote) else self._bonus[rank]
            score = verdict.score + bonus
            if id_ not in best or score > best[id_][0]:
                best[id_] = (score, rank, verdict)
        order = sorted(best.items(), key=lambda entry: (-entry[1][0], self._place(entry[0])))
        judged = _Judged([value for _, value in order], found, len(looked_at))
        if len(self._judged) >= _REMEMBERED:
            del self._judged[next(iter(self._judged))]
        self._judged[asked, most] = judged
        return judged

    def _fields_of(self, rank: int) -> Fields:
        fields = self._fields.get(rank)
        if fields is None:
            if len(self._fields) >= _KEPT:
                # The oldest goes: to empty it all at once would be felt under the fingers.
                del self._fields[next(iter(self._fields))]
            fields = self._fields[rank] = Fields(self.plan, self._items[rank])
        return fields

    def _mask(self, kinds: frozenset[str]) -> int:
        """Return the ranks of some kinds; a quote is of its own kind and of the kind of what it supports."""
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
        """Return the ids that a folded text is or, where it looks like one, begins."""
        start = text.replace(" ", "-")
        if "." not in start or len(start) < _SHORTEST_ID:
            return [start] if start in self._rank else []
        at = bisect_left(self._ids_sorted, start)
        return [id_ for id_ in self._ids_sorted[at : at + LOOKED_AT] if id_.startswith(start)]

    def _place(self, id_: str) -> int:
        return self._places.get(id_, len(self.plan.nodes))
