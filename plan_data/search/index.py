"""The index, and how hits are ranked.

Every id has fields. A query is held against each field by a ladder of ways to match, from the whole text down to
letters in order; the rung and the field's weight make the score. Typing errors are asked for only where nothing
better was found. Where two hits are equal, an action comes before its tasks, a task before a measure, a measure before
an event.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import reduce
from operator import or_
from typing import NamedTuple

from plan_data.model import Plan
from plan_data.search.fields import Entry, Field, entries, letters_of
from plan_data.search.folding import WORD, fold
from plan_data.search.ladder import hold, merged
from plan_data.search.typos import Typos

LONGEST_QUERY = 200
"""Characters of a query that are looked at."""
MOST_WORDS = 8
"""Words of a query that are looked at."""

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
    "summary": 0.55,
    "quote": 0.50,
    "note": 0.42,
}
"""How much a match in a field counts."""

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
}
"""What a kind adds to a score."""

SURE = 400.0
"""Scores below are guesses at typing errors."""
_LIKE_AN_ID = re.compile(r"[a-z]+\.[a-z0-9.\-]*\Z|[a-z]?\d+(?:\.\d+)?\Z")

_NUMERALS = "零一二三四五六七八九"
_NUMBERED = re.compile(r"(?:action|task|measure|group|行动|任务|措施|第)?\s*([mM]?\d+(?:\.\d+)?)\s*(?:项|条|号)?\Z")


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


class SearchIndex:
    """The index of one plan."""

    def __init__(self, plan: Plan) -> None:
        """Make the index."""
        self.plan = plan
        self.entries = [
            Entry(i, kind, depth, tuple(fields), reduce(or_, (field.letters for field in fields), 0))
            for i, kind, depth, fields in entries(plan)
        ]
        self._typos: Typos | None = None
        self.numbers = {node.number.lower(): node.id for node in plan.nodes if node.number}

    def search(self, query: str, limit: int = 10, kinds: Collection[str] = ()) -> list[Hit]:
        """Return the hits, the best first, one for each id.

        Args:
            query: What was typed. `action:`, `agency:`, `quote:` and so on before it keep only that kind.
            limit: How many at most.
            kinds: Keep only these kinds; () for all.
        """
        text, wanted = self._kinds(query, kinds)
        folded = fold(text[:LONGEST_QUERY]).text.strip()
        if not folded:
            return []
        hits = self._hits(folded, wanted)
        strict = max((hit.score for hit in hits), default=0.0)
        if strict < SURE:
            known = {hit.id for hit in hits}
            hits += [hit for hit in self._typed_wrong(folded, wanted) if hit.id not in known]
        hits.sort(key=lambda hit: (-hit.score, self._place(hit.id)))
        return hits[:limit]

    def lookup(self, query: str) -> list[str]:
        """Return the id that a query means, where it clearly means one; else the candidates, best first.

        What is shaped like an id or a number and is none means nothing: an answer that is nearly right is wrong here.
        """
        text = query.strip()
        if self.plan.get(text) is not None:
            return [text]
        number = self._number(fold(text).text)
        if number:
            return [number]
        if _LIKE_AN_ID.match(text):
            return []
        hits = self.search(text, 10)
        if not hits:
            return []
        if hits[0].score < SURE:
            return [hit.id for hit in hits] if len(hits) > 1 else []
        clear = len(hits) == 1 or hits[0].score >= 1.08 * hits[1].score
        exact = hits[0].score >= 850 and hits[1].score < hits[0].score if len(hits) > 1 else True
        if clear or exact:
            return [hits[0].id]
        return [hit.id for hit in hits]

    def _place(self, id_: str) -> int:
        return self.plan.index.get(id_, len(self.plan.nodes))

    def _kinds(self, query: str, kinds: Collection[str]) -> tuple[str, Collection[str]]:
        head, colon, rest = query.partition(":")
        word = head.strip().lower().rstrip("s")
        if colon and word in {*KIND_RANK, "quote", "agencie", "compan"}:
            word = {"agencie": "agency", "compan": "company"}.get(word, word)
            return rest, (word,)
        return query, kinds

    def _number(self, folded: str) -> str:
        """Return the id of the node that a number means: `11`, `11.2`, `m3.2`, `action 11`, `十一`."""
        found = _NUMBERED.match(folded)
        text = found[1] if found else _arabic(folded)
        return self.numbers.get(text, "")

    def _hits(self, folded: str, kinds: Collection[str]) -> list[Hit]:
        words = WORD.findall(folded)[:MOST_WORDS] if folded.isascii() else folded.split()[:MOST_WORDS]
        if not words:
            return []
        numbered = self._number(folded)
        letters = letters_of(folded)
        hits = []
        for entry in self.entries:
            if letters & ~entry.letters and entry.id != numbered:
                continue
            if kinds and entry.kind not in kinds and "quote" not in kinds:
                continue
            best: Hit | None = None
            bonus = KIND_RANK.get(entry.kind, 0) - 2 * entry.depth
            for field in entry.fields:
                if letters & ~field.letters or "quote" in kinds and field.name != "quote":
                    continue
                match = hold(field, folded, words)
                if match is None:
                    continue
                score = match.score * WEIGHTS[field.name] + bonus
                if best is None or score > best.score:
                    best = Hit(entry.id, field.name, field.text, score, match.spans, field.quote)
            if entry.id == numbered:
                number = next(field.text for field in entry.fields if field.name == "number")
                best = Hit(entry.id, "number", number, 1100.0, ((0, len(number)),))
            elif best is None and len(words) > 1:
                best = _over_fields(entry, words, bonus)
            if best is not None:
                hits.append(best)
        return hits

    def _typed_wrong(self, folded: str, kinds: Collection[str]) -> Iterator[Hit]:
        """Yield hits for a query with typing errors: each word against the words of short fields."""
        if not folded.isascii() or len(folded) < 4:
            return
        if self._typos is None:
            self._typos = Typos(self.entries)
        words = WORD.findall(folded)[:MOST_WORDS]
        best: dict[int, Hit] = {}
        for guess in self._typos.guesses(words):
            entry = self.entries[guess.entry]
            if kinds and entry.kind not in kinds:
                continue
            field = entry.fields[guess.field]
            covered = len(words) / max(1, len(field.words))
            score = (300 - 30 * guess.errors + 60 * covered) * WEIGHTS[field.name]
            score += KIND_RANK.get(entry.kind, 0) - 2 * entry.depth
            known = best.get(guess.entry)
            if known is None or score > known.score:
                best[guess.entry] = Hit(entry.id, field.name, field.text, score, merged(guess.spans), field.quote)
        yield from best.values()


def _over_fields(entry: Entry, words: list[str], bonus: int) -> Hit | None:
    """Several words over several fields: `ndrc logistics`, `2018 finance`."""
    total = 0.0
    best: tuple[float, Field, tuple[tuple[int, int], ...]] | None = None
    for word in words:
        top: tuple[float, Field, tuple[tuple[int, int], ...]] | None = None
        letters = letters_of(word)
        for field in entry.fields:
            if letters & ~field.letters:
                continue
            match = hold(field, word, [word])
            if match is not None and match.score > 400:
                score = match.score * WEIGHTS[field.name]
                if top is None or score > top[0]:
                    top = (score, field, match.spans)
        if top is None:
            return None
        total += top[0]
        if best is None or top[0] > best[0]:
            best = top
    if best is None:
        return None
    field = best[1]
    return Hit(entry.id, field.name, field.text, 0.6 * total / len(words) + bonus, best[2], field.quote)


def _arabic(text: str) -> str:
    """Return the number that Chinese numerals up to 99 write, or ""."""
    if not text or any(char not in _NUMERALS + "十" for char in text):
        return ""
    tens, ten, ones = text.partition("十")
    if not ten:
        return str(_NUMERALS.index(text)) if len(text) == 1 else ""
    high = _NUMERALS.index(tens) if tens else 1
    return str(10 * high + (_NUMERALS.index(ones) if ones else 0)) if len(tens) < 2 and len(ones) < 2 else ""
