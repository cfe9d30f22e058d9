"""The ladder: the ways in which a query may match one field, from the whole text down to letters in order."""

from __future__ import annotations

from typing import NamedTuple

from plan_data.search.fields import LONG_FIELDS, SMALL_WORDS, Field
from plan_data.search.pinyin import hanzi


class Match(NamedTuple):
    """How well a query matches a field, and where."""

    score: float
    """The rung: 900 for the whole text, less for less; see `hold`."""
    spans: tuple[tuple[int, int], ...]
    """The stretches of the stored text that matched, half-open, in code points."""


def hold(field: Field, query: str, words: list[str]) -> Match | None:
    """Hold a query against a field: the highest rung that it reaches."""
    if field.syllables:
        return _match_pinyin(field, query.replace(" ", ""))
    text = field.folded.text
    if field.name == "id":
        if text != query and not (query.isascii() and len(query) > 4 and text.startswith(query)):
            return None
        return Match(1000 if text == query else 600, (field.folded.span(0, len(query)),))
    if text == query:
        return Match(900, (field.folded.span(0, len(text)),))
    if query in field.initials and len(query) > 1:
        return Match(780, _initial_spans(field, len(query), field.initials[0] != query))
    at = text.find(query)
    length = min(40.0, len(text) / 4)
    if at == 0 and field.name not in LONG_FIELDS and (len(query) > 1 or field.words and field.words[0][1] == 1):
        return Match(750 - length, (field.folded.span(0, len(query)),))
    if at >= 0 and not query.isascii():
        return Match(720 - length, (field.folded.span(at, at + len(query)),))
    if not query.isascii() and len(words) == 1:
        return None
    found = _word_prefixes(field, words)
    if found is not None:
        return found
    if len(query) > 2 and at >= 0 and field.name not in LONG_FIELDS:
        return Match(480 - length, (field.folded.span(at, at + len(query)),))
    if field.name in LONG_FIELDS or field.name in ("id", "date", "number") or " " in query:
        return None
    if len(query) > 1:
        for small, initials in enumerate(field.initials):
            if initials.startswith(query):
                return Match(780 if initials == query else 560, _initial_spans(field, len(query), bool(small)))
    return _word_starts(field, query)


def _initial_spans(field: Field, count: int, without_small: bool) -> tuple[tuple[int, int], ...]:
    text = field.folded.text
    words = [a for a, b in field.words if not without_small or text[a:b] not in SMALL_WORDS]
    return tuple(field.folded.span(a, a + 1) for a in words[:count])


def _word_prefixes(field: Field, words: list[str]) -> Match | None:
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
    return Match(base + 20 * ordered + 20 * tight + 40 * whole / len(words) + 60 * covered, merged(spans))


def _word_starts(field: Field, query: str) -> Match | None:
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
        return Match(470 - min(60, spread) - 12 * len(found), tuple(field.folded.span(a, b) for a, b in found))
    # Letters dropped inside one or two words: `smteng` for smart energy.
    for n, (a, _) in enumerate(field.words):
        if text[a] == query[0] and len(query) >= 4:
            spans = _scattered(text, field.words[n : n + 2], query)
            if spans:
                return Match(400 - 8 * len(spans), tuple(field.folded.span(s, e) for s, e in merged(spans)))
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


def _match_pinyin(field: Field, query: str) -> Match | None:
    """Hold letters against syllables: `rengong`, `rgzn`, `zhineng nengyuan`, ü as v or u."""
    if not query.isascii() or len(query) < 2 or not query.isalpha():
        return None
    places = hanzi(field.text)
    for spelt in (field.syllables, tuple(s.replace("v", "u") for s in field.syllables)):
        initials = "".join(s[0] for s in spelt)
        if initials == query:
            return Match(800, merged([(p, p + 1) for p in places]))
        joined = "".join(spelt)
        if joined == query:
            return Match(880, merged([(p, p + 1) for p in places]))
        at = 0
        for n, syllable in enumerate(spelt):
            if joined.startswith(query, at) and (len(query) > 3 or len(query) >= len(syllable)):
                end, last = at, n
                while end < at + len(query):
                    end += len(spelt[last])
                    last += 1
                spans = merged([(p, p + 1) for p in places[n:last]])
                return Match((760 if not n else 600) - min(60, 2 * len(spelt)) + 30 * (end == at + len(query)), spans)
            at += len(syllable)
        found = initials.find(query) if len(query) > 2 else -1
        if found >= 0:
            spans = merged([(p, p + 1) for p in places[found : found + len(query)]])
            return Match((560 if not found else 440) - min(40, len(spelt)), spans)
    return None


def merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sort spans and join those that touch."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
