"""Matches a query with one field, from the whole text down to letters in order.

Spans refer to the folded text; `stored_spans` converts them to the stored text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from plan_data.search.fields import SMALL_WORDS, Field
from plan_data.search.letters import abbreviations, beginnings
from plan_data.search.mixed_pinyin import FEWEST_MIXED, mixed_end
from plan_data.search.pinyin import hanzi
from plan_data.search.query import Query

Spans = tuple[tuple[int, int], ...]
"""Spans, half-open, in code points."""
ENTIRE = 40
"""Points for several words that are all words of a text, in any order."""
WHOLE = 30
"""Points for a prefix that is a whole word."""
MISTYPED = 410
"""Points that a match loses if one of its words is misspelled."""
ERROR = 30
"""Points that it loses for each error."""
RIGHT = 40
"""Points for the share of its words that are right."""
INSIDE = 4
"""Fewest letters that are looked for inside words: fewer would match nearly everything."""


class Match(NamedTuple):
    """How well a query matches a field, and where."""

    score: float
    """1000 for an id, 900 for the whole text, less for weaker matches."""
    spans: Spans
    """The matching spans of the folded text; for pinyin of the stored text."""


def match_field(field: Field, query: str, words: Sequence[str], wide: bool = False) -> Match | None:
    """Return the best match of a query in one field, or None.

    Args:
        field: The field.
        query: The whole query, folded.
        words: Its words.
        wide: In short fields, also look for letters inside words and for prefixes of several words.
    """
    joined = query.replace(" ", "")
    if field.syllables:
        return _pinyin(field, joined.replace("v", "u"), wide)
    text = field.key
    at = text.find(query)
    end = at + len(query)
    found = ((at, end),)
    if field.name == "id":
        score = 1000 if text == query else 600 if at == 0 and "." in query and len(query) > 4 else 0
        return Match(score, found) if score else None
    if text == query:
        return _phrase(field, words, at, end)
    if not query.isascii():
        if at >= 0:
            # Chinese has no spaces between words, but the end of a text ends a word: 能源 in 智慧能源.
            return Match(742 - field.length + field.short * (8 if at == 0 else WHOLE / 2 * (end == len(text))), found)
        if len(words) == 1:
            return _rearranged(field, query) if wide and field.short else None
        return match_words(field, words)
    initials = _initials(field, joined) if field.initials and len(words) in (1, len(joined)) else None
    if initials and initials.score > 700:
        return initials
    begun = at == 0 and field.short and (len(query) > 1 or field.words[0][2] == 1)
    if begun or len(words) > 1 and at >= 0 and not text[at - 1 : at].isalnum():
        return _phrase(field, words, at, end)
    in_words = match_words(field, words) if words[0] in text else None
    if in_words or not field.short or len(words) > 1 or field.name in ("date", "number"):
        return in_words
    if initials:
        return initials
    # The words of a name may run together: `ecommerce` for e-commerce.
    run_together = len(query) > 2 and query in text.replace(" ", "")
    if run_together and (together := re.search(r"\b" + " ?".join(map(re.escape, query)), text)):
        return Match(640, (together.span(),))
    if not wide:
        return None
    if len(query) >= INSIDE and at >= 0:
        return Match(480 - field.length, found)
    if runs := beginnings(field, query):
        return Match(470 - min(60, runs[-1][1] - runs[0][0]) - 25 * len(runs), tuple(runs))
    runs = abbreviations(field, query)
    return Match(400 - 8 * len(query), merged(runs)) if runs else None


def match_exactly(field: Field, query: Query) -> Match | None:
    """Match a query that looks like a number or an id, or is a name with signs, `R&D`.

    It must stand in the text as it is, from the beginning of a word on; a name with signs up to the end of one.
    """
    if field.name == "id" or len(query.words) == 1 and not query.literal:
        return match_field(field, query.text, query.words)
    text = field.key if not field.syllables else ""
    pattern = re.escape(query.text) if query.literal else r"\W+".join(map(re.escape, query.words))
    for found in re.finditer(pattern, text):
        a, b = found.span()
        begins = not (found[0][0].isalnum() and text[a - 1 : a].isalnum())
        ends = not (found[0][-1].isalnum() and text[b : b + 1].isalnum())
        if begins and (ends or not query.literal):
            return _phrase(field, query.words, a, b)
    return None


def match_plainly(field: Field, word: str) -> Match | None:
    """Match one word of a query of which other words are left out: as a whole word, or as a prefix if it is long."""
    if len(word) < INSIDE and word.isascii() and word not in [own for own, _, _ in field.words]:
        return None
    return match_words(field, (word,))


def _phrase(field: Field, words: Sequence[str], start: int, end: int) -> Match:
    """Return the match of words that stand together; the last one may be a prefix."""
    if end - start == len(field.key):
        return Match(900, ((start, end),))
    whole = not field.key[end : end + 1].isalnum()
    begun = 750 - field.length + WHOLE * whole if start == 0 and field.short else 0.0
    score = 710 + 40 * (len(words) - 1 + whole) / len(words) + 60 * _covered(field, words)
    return Match(begun if begun and len(words) == 1 else max(begun, score), ((start, end),))


def match_words(field: Field, words: Sequence[str], near: Mapping[str, Mapping[str, int]] = {}) -> Match | None:
    """Match each query word as a prefix of a field word; the same order and whole words score higher.

    Args:
        field: The field.
        words: The words of the query.
        near: For misspelled words their corrections with their numbers of errors.
    """
    if field.syllables or field.name == "id" or not near and any(word not in field.key for word in words):
        return None
    own = field.words
    places: list[int] = []
    spans: list[tuple[int, int]] = []
    wrong: list[float] = []
    whole = 0
    for word in words:
        # A single letter counts as a prefix only at the end, while it is typed: most texts have a word with it.
        begins = len(word) > 1 or word == words[-1]
        ways = [
            (float(other != word), n, len(word))
            for n, (other, *_) in enumerate(own)
            if other.startswith(word) and n not in places and (begins or other == word)
        ]
        if not ways and word in near:
            ways = [
                (errors + (other != right) / 2, n, len(other))
                for right, errors in near[word].items()
                for n, (other, *_) in enumerate(own)
                if other.startswith(right)
            ]
            wrong += [min(ways)[0]] if ways else []
        if ways:
            cost, n, size = min(ways)
            start = own[n][1]
            whole += not cost
        else:
            start, size = -1 if word.isascii() else field.key.find(word), len(word)
            if start < 0:
                return None
            n = next((n for n, (_, a, _) in enumerate(own) if a >= start), 0)
            whole += 1
        places.append(n)
        spans.append((start, start + size))
    ordered = places == sorted(places)
    tight = ordered and places[-1] - places[0] == len(places) - 1
    entire = len(words) > 1 and (whole == len(words) or bool(wrong)) and len(places) >= len(own)
    base = 600 if len(words) == 1 and len(words[0]) < 3 else 670
    score = base + 20 * ordered + 20 * tight + 40 * whole / len(words) + 60 * _covered(field, words) + ENTIRE * entire
    if wrong:
        score -= MISTYPED + ERROR * sum(wrong) + RIGHT * (len(wrong) / len(words) - 1)
    return Match(score, merged(spans))


def stored_spans(field: Field, spans: Spans) -> Spans:
    """Convert spans of the folded text to spans of the stored text."""
    if field.syllables:
        return spans
    return merged([field.folded.span(a, b) for a, b in spans if a < b])


def merged(spans: Iterable[tuple[int, int]]) -> Spans:
    """Sort spans and join those that touch or overlap."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _covered(field: Field, words: Sequence[str]) -> float:
    """Return the share of a field's words that as many words are."""
    return min(1.0, len(words) / max(1, len(field.words)))


def _initials(field: Field, letters: str) -> Match | None:
    """Match letters with the initials of a name's words, or of those but the small ones; more points if it is all."""
    names = enumerate(field.initials if len(letters) > 1 else ())
    ways = [(own != letters, without_small) for without_small, own in names if own.startswith(letters)]
    if not ways:
        return None
    begun, without_small = min(ways)
    spans = [(a, a + 1) for word, a, _ in field.words if not (without_small and word in SMALL_WORDS)]
    return Match(560 if begun else 780, tuple(spans[: len(letters)]))


def _rearranged(field: Field, query: str) -> Match | None:
    """Match Chinese characters that are all in order with gaps, or in runs of two or more in any order."""
    text, spans, end = field.key, [], 0
    while query:
        runs = [query[:size] for size in range(len(query), 1, -1)]
        run = next((run for run in runs if run in text), query[0])
        start = text.find(run, 0 if len(run) > 1 else end)
        if start < 0:
            return None
        end = start + len(run)
        spans.append((start, end))
        query = query[len(run) :]
    return Match(440 - field.length, merged(spans)) if len(spans) > 1 else None


def _pinyin(field: Field, query: str, wide: bool) -> Match | None:
    """Match letters with pinyin: `rengong`, `rgzn`, `zhineng nengyuan`, ü as v or u; if `wide` also `xietongzz`."""
    spelt = field.syllables
    letters, joined = "".join([syllable[0] for syllable in spelt]), "".join(spelt)
    if len(query) < 2 or query[0] not in letters:
        return None
    if query in (joined, letters):
        return Match(880 if joined == query else 800, _characters(field, 0, len(spelt)))
    ways: list[tuple[float, int, int]] = []
    offsets = [*accumulate(map(len, spelt), initial=0)]
    for n, at in enumerate(offsets[:-1]):
        begins = n in field.starts
        if joined.startswith(query, at) and len(query) >= min(4, len(spelt[n])):
            end = bisect_left(offsets, at + len(query))
            score = 600 + 60 * begins + 100 * (n == 0) - min(60, 2 * len(spelt))
            ways.append((score + 30 * (offsets[end] == at + len(query)), -n, end))
        elif begins and len(query) > 2 and letters.startswith(query, n):
            ways.append(((440 if n else 560) - min(40, len(spelt)), -n, n + len(query)))
        elif begins and wide and (end := mixed_end(spelt, query, n)) - n >= FEWEST_MIXED:
            score = 780 if end - n == len(spelt) else 460 if n else 580
            ways.append((score - min(40, len(spelt)), -n, end))
    if not ways:
        return None
    points, minus, last = max(ways)
    return Match(points, _characters(field, -minus, last))


def _characters(field: Field, start: int, end: int) -> Spans:
    return merged([(place, place + 1) for place in hanzi(field.text)[start:end]])
