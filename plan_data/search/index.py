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

from plan_data.model import Body, Node, Plan, Source, first_date
from plan_data.search.folding import WORD, Folded, fold
from plan_data.search.pinyin import hanzi, syllables

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

LONG_FIELDS = frozenset({"summary", "quote", "note"})
"""Fields of whole sentences: they are matched by words and phrases, never letter by letter."""

SURE = 400.0
"""Scores below are guesses at typing errors."""
_LIKE_AN_ID = re.compile(r"[a-z]+\.[a-z0-9.\-]*\Z|[a-z]?\d+(?:\.\d+)?\Z")

SMALL_WORDS = frozenset("a an and at by for from in its of on or the to with".split())
"""Words that people leave out of initials."""

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


class _Field(NamedTuple):
    name: str
    text: str
    folded: Folded
    words: tuple[tuple[int, int], ...]
    letters: int
    initials: tuple[str, ...] = ()
    syllables: tuple[str, ...] = ()
    quote: str = ""


class _Entry(NamedTuple):
    id: str
    kind: str
    depth: int
    fields: tuple[_Field, ...]
    letters: int


class _Match(NamedTuple):
    score: float
    spans: tuple[tuple[int, int], ...]


class SearchIndex:
    """The index of one plan."""

    def __init__(self, plan: Plan) -> None:
        """Make the index."""
        self.plan = plan
        self.entries = [
            _Entry(i, kind, depth, tuple(fields), reduce(or_, (field.letters for field in fields), 0))
            for i, kind, depth, fields in _entries(plan)
        ]
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
        letters = _letters(folded)
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
                match = _match(field, folded, words)
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
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        words = WORD.findall(folded)[:MOST_WORDS]
        vocabulary = self._vocabulary()
        near: dict[str, dict[str, int]] = {}
        for word in words:
            cap = 0 if len(word) < 4 else 1 if len(word) < 7 else 2 if len(word) < 11 else 3
            found = process.extract(word, vocabulary, scorer=OSA.distance, score_cutoff=cap, limit=12)
            near[word] = {other: int(distance) for other, distance, _ in found}
            if not near[word]:
                near[word] = {other: 1 for other in vocabulary if len(word) > 3 and other.startswith(word)}
        if not all(near.values()):
            return
        for entry in self.entries:
            if kinds and entry.kind not in kinds:
                continue
            best: Hit | None = None
            for field in entry.fields:
                if field.name in LONG_FIELDS:
                    continue
                own = {field.folded.text[a:b]: (a, b) for a, b in field.words}
                spans, errors = [], 0
                for word in words:
                    hit = (
                        min((d, o) for o, d in near[word].items() if o in own)
                        if own.keys() & near[word].keys()
                        else None
                    )
                    if hit is None:
                        break
                    errors += hit[0]
                    spans.append(field.folded.span(*own[hit[1]]))
                else:
                    covered = len(words) / max(1, len(own))
                    score = (300 - 30 * errors + 60 * covered) * WEIGHTS[field.name] + KIND_RANK.get(entry.kind, 0)
                    score -= 2 * entry.depth
                    if best is None or score > best.score:
                        best = Hit(entry.id, field.name, field.text, score, _merged(spans), field.quote)
            if best is not None:
                yield best

    def _vocabulary(self) -> list[str]:
        words = {
            field.folded.text[a:b]
            for entry in self.entries
            for field in entry.fields
            if field.name not in LONG_FIELDS
            for a, b in field.words
        }
        return [word for word in words if len(word) > 2 and word.isascii()]


def _entries(plan: Plan) -> Iterator[tuple[str, str, int, list[_Field]]]:
    """Yield every id with its kind, depth and fields."""
    first = {quote: links[0].id if links else plan.quotes[quote].source for quote, links in plan.backlinks.items()}
    quoted: dict[str, list[str]] = {}
    for quote, id_ in first.items():
        quoted.setdefault(id_, []).append(quote)
    for node in plan.nodes:
        yield (
            node.id,
            node.kind,
            plan.depths[plan.index[node.id]],
            [*_node(plan, node), *_quotes(plan, quoted, node.id)],
        )
    for body in plan.bodies.values():
        yield body.id, body.kind, 1, [*_body(body), *_quotes(plan, quoted, body.id)]
    for source in plan.sources.values():
        yield source.id, "source", 1, [*_source(source), *_quotes(plan, quoted, source.id)]


def _letters(text: str) -> int:
    """Return a set of bits, one for each letter or digit of a text; other characters share the rest.

    What lacks a bit of the query cannot match it, save by a typing error.
    """
    bits = 0
    for char in set(text):
        if char != " ":
            bits |= 1 << (ord(char) & 63)
    return bits


def _field(name: str, text: str, quote: str = "") -> Iterator[_Field]:
    if text:
        folded = fold(text)
        words = tuple(found.span() for found in WORD.finditer(folded.text))
        initials: tuple[str, ...] = ()
        if name not in LONG_FIELDS and name not in ("id", "date", "number"):
            first = [folded.text[a:b] for a, b in words]
            initials = ("".join(w[0] for w in first), "".join(w[0] for w in first if w not in SMALL_WORDS))
        yield _Field(name, text, folded, words, _letters(folded.text), initials, quote=quote)


def _pinyin(text: str, pinyin: str) -> Iterator[_Field]:
    """A field whose text is Chinese and whose letters are its pinyin, a syllable for each character."""
    found = syllables(pinyin, len(hanzi(text))) if pinyin and text else []
    if found:
        letters = _letters("".join(found) + "u" * any("v" in s for s in found))
        yield _Field("pinyin", text, Folded("", (0,)), (), letters, syllables=tuple(found))


def _quotes(plan: Plan, quoted: dict[str, list[str]], id_: str) -> Iterator[_Field]:
    for quote in quoted.get(id_, ()):
        yield from _field("quote", plan.quotes[quote].exact, quote)


def _node(plan: Plan, node: Node) -> Iterator[_Field]:
    title = node.title
    yield from _field("id", node.id)
    yield from _field("number", node.number)
    for text in dict.fromkeys((title.en, title.zh_short, title.zh, title.en_close)):
        yield from _field("title", text)
    for rendering in title.renderings:
        yield from _field("title", rendering.text)
    yield from _pinyin(title.zh_short or title.zh, node.pinyin)
    for alias in node.aliases:
        yield from _field("alias", alias)
    for id_ in node.agencies.list:
        body = plan.bodies[id_]
        for text in (body.abbr, body.title.en, body.title.zh_short or body.title.zh):
            yield from _field("agency", text)
    if node.event or node.due:
        yield from _field("date", first_date(node))
        yield from _field("date", node.due if node.due != first_date(node) else "")
    if node.target and node.target.number:
        yield from _field("target", f"{node.target.number} {node.target.unit.en}".strip())
        yield from _field("target", f"{node.target.number}{node.target.unit.zh}" if node.target.unit.zh else "")
    yield from _field("summary", node.summary.en)
    yield from _field("summary", node.summary.zh)
    for note in node.notes:
        yield from _field("note", note.text.en)
        yield from _field("note", note.text.zh)


def _body(body: Body) -> Iterator[_Field]:
    yield from _field("id", body.id)
    for text in dict.fromkeys((body.title.en, body.title.zh, body.title.zh_short)):
        yield from _field("title", text)
    yield from _field("abbr", body.abbr)
    yield from _pinyin(body.title.zh, body.pinyin)
    for alias in body.aliases:
        yield from _field("alias", alias)
    for later in body.later:
        yield from _field("later", later.name.en)
        yield from _field("later", later.name.zh)
    yield from _field("summary", body.summary.en)
    yield from _field("summary", body.summary.zh)


def _source(source: Source) -> Iterator[_Field]:
    yield from _field("id", source.id)
    yield from _field("number", source.number)
    yield from _field("title", source.title.en)
    yield from _field("title", source.title.zh)
    yield from _field("alias", source.publisher)


def _match(field: _Field, query: str, words: list[str]) -> _Match | None:
    """Hold a query against a field: the highest rung that it reaches."""
    if field.syllables:
        return _match_pinyin(field, query.replace(" ", ""))
    text = field.folded.text
    if field.name == "id":
        if text != query and not (query.isascii() and len(query) > 4 and text.startswith(query)):
            return None
        return _Match(1000 if text == query else 600, (field.folded.span(0, len(query)),))
    if text == query:
        return _Match(900, (field.folded.span(0, len(text)),))
    if query in field.initials and len(query) > 1:
        return _Match(780, _initial_spans(field, len(query), field.initials[0] != query))
    at = text.find(query)
    length = min(40.0, len(text) / 4)
    if at == 0 and field.name not in LONG_FIELDS and (len(query) > 1 or field.words and field.words[0][1] == 1):
        return _Match(750 - length, (field.folded.span(0, len(query)),))
    if at >= 0 and not query.isascii():
        return _Match(720 - length, (field.folded.span(at, at + len(query)),))
    if not query.isascii() and len(words) == 1:
        return None
    found = _word_prefixes(field, words)
    if found is not None:
        return found
    if len(query) > 2 and at >= 0 and field.name not in LONG_FIELDS:
        return _Match(480 - length, (field.folded.span(at, at + len(query)),))
    if field.name in LONG_FIELDS or field.name in ("id", "date", "number") or " " in query:
        return None
    if len(query) > 1:
        for small, initials in enumerate(field.initials):
            if initials.startswith(query):
                return _Match(780 if initials == query else 560, _initial_spans(field, len(query), bool(small)))
    return _word_starts(field, query)


def _initial_spans(field: _Field, count: int, without_small: bool) -> tuple[tuple[int, int], ...]:
    text = field.folded.text
    words = [a for a, b in field.words if not without_small or text[a:b] not in SMALL_WORDS]
    return tuple(field.folded.span(a, a + 1) for a in words[:count])


def _word_prefixes(field: _Field, words: list[str]) -> _Match | None:
    """Each word of the query begins a word of the field; in the same order counts more, whole words too."""
    text = field.folded.text
    spans: list[tuple[int, int]] = []
    whole = 0
    taken: set[int] = set()
    places = []
    for word in words:
        for n, (a, b) in enumerate(field.words):
            if n not in taken and text.startswith(word, a):
                taken.add(n)
                places.append(n)
                whole += b - a == len(word)
                spans.append(field.folded.span(a, a + len(word)))
                break
        else:
            return None
    ordered = places == sorted(places)
    tight = places[-1] - places[0] == len(places) - 1 if ordered else False
    covered = len(places) / max(1, len(field.words))
    base = 600 if len(words) == 1 and len(words[0]) < 3 else 670
    return _Match(base + 20 * ordered + 20 * tight + 40 * whole / len(words) + 60 * covered, _merged(spans))


def _word_starts(field: _Field, query: str) -> _Match | None:
    """The letters of the query, in order, each run from the beginning of a word: `colmanu`, `smteng`."""
    text = field.folded.text
    if len(query) < 3 or not field.words or len(query) > 40:
        return None

    def walk(n: int, at: int, room: int) -> list[tuple[int, int]] | None:
        if at == len(query):
            return []
        for m in range(n, min(len(field.words), n + 4)):
            a, b = field.words[m]
            run = 0
            while a + run < b and at + run < len(query) and text[a + run] == query[at + run]:
                run += 1
            for size in range(run, 0, -1):
                if room <= 0:
                    return None
                rest = walk(m + 1, at + size, room - 1)
                if rest is not None:
                    return [(a, a + size), *rest]
        return None

    found = walk(0, 0, 12)
    if found is not None:
        spread = found[-1][1] - found[0][0]
        return _Match(470 - min(60, spread) - 12 * len(found), tuple(field.folded.span(a, b) for a, b in found))
    # Letters dropped inside one or two words: `smteng` for smart energy.
    for n, (a, _) in enumerate(field.words):
        if text[a] == query[0] and len(query) >= 4:
            spans = _scattered(text, field.words[n : n + 2], query)
            if spans:
                return _Match(400 - 8 * len(spans), tuple(field.folded.span(s, e) for s, e in _merged(spans)))
    return None


def _scattered(text: str, words: tuple[tuple[int, int], ...], query: str) -> list[tuple[int, int]]:
    """Return where the letters of a query stand, in order, in two words that begin with the parts of it, or []."""
    spans = []
    at = 0
    for a, b in words:
        i = a
        started = False
        while i < b and at < len(query):
            if text[i] == query[at] and (started or i == a):
                started = True
                spans.append((i, i + 1))
                at += 1
            i += 1
    return spans if at == len(query) else []


def _match_pinyin(field: _Field, query: str) -> _Match | None:
    """Hold letters against syllables: `rengong`, `rgzn`, `zhineng nengyuan`, ü as v or u."""
    if not query.isascii() or len(query) < 2 or not query.isalpha():
        return None
    places = hanzi(field.text)
    for spelt in (field.syllables, tuple(s.replace("v", "u") for s in field.syllables)):
        initials = "".join(s[0] for s in spelt)
        if initials == query:
            return _Match(800, _merged([(p, p + 1) for p in places]))
        joined = "".join(spelt)
        if joined == query:
            return _Match(880, _merged([(p, p + 1) for p in places]))
        at = 0
        for n, syllable in enumerate(spelt):
            if joined.startswith(query, at) and (len(query) > 3 or len(query) >= len(syllable)):
                end, last = at, n
                while end < at + len(query):
                    end += len(spelt[last])
                    last += 1
                spans = _merged([(p, p + 1) for p in places[n:last]])
                return _Match((760 if not n else 600) - min(60, 2 * len(spelt)) + 30 * (end == at + len(query)), spans)
            at += len(syllable)
        found = initials.find(query) if len(query) > 2 else -1
        if found >= 0:
            spans = _merged([(p, p + 1) for p in places[found : found + len(query)]])
            return _Match((560 if not found else 440) - min(40, len(spelt)), spans)
    return None


def _over_fields(entry: _Entry, words: list[str], bonus: int) -> Hit | None:
    """Several words over several fields: `ndrc logistics`, `2018 finance`."""
    total = 0.0
    best: tuple[float, _Field, tuple[tuple[int, int], ...]] | None = None
    for word in words:
        top: tuple[float, _Field, tuple[tuple[int, int], ...]] | None = None
        for field in entry.fields:
            match = _match(field, word, [word])
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


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sort spans and join those that touch."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _arabic(text: str) -> str:
    """Return the number that Chinese numerals up to 99 write, or ""."""
    if not text or any(char not in _NUMERALS + "十" for char in text):
        return ""
    tens, ten, ones = text.partition("十")
    if not ten:
        return str(_NUMERALS.index(text)) if len(text) == 1 else ""
    high = _NUMERALS.index(tens) if tens else 1
    return str(10 * high + (_NUMERALS.index(ones) if ones else 0)) if len(tens) < 2 and len(ones) < 2 else ""
