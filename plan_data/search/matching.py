"""Matches a query with one field, from the whole text down to letters in order.

Spans refer to the folded text; `stored_spans` converts them to the stored text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plan_data.search.fields import NAMES, SMALL_WORDS, Field
from plan_data.search.letters import abbreviations, beginnings
from plan_data.search.mixed_pinyin import FEWEST_MIXED, mixed_end
from plan_data.search.pinyin import hanzi

Spans = tuple[tuple[int, int], ...]
"""Spans, half-open, in code points."""
ENTIRE = 40
"""Points for several words that are all words of a text, in any order."""
WHOLE = 30
"""Points for a prefix that is a whole word."""
INSIDE = 4
"""Fewest letters that are looked for inside words: fewer would match nearly everything."""
_LONGEST_NAME = 400
"""Most characters of a text that is searched letter by letter."""


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
    if field.syllables:
        return _pinyin(field, query.replace(" ", ""), wide)
    text, name = field.key, field.name
    if name == "id":
        if text != query and not ("." in query and len(query) > 4 and text.startswith(query)):
            return None
        return Match(1000 if text == query else 600, ((0, len(query)),))
    if not query.isascii():
        return _other(field, query, words, wide)
    at = text.find(query)
    if at < 0 and not wide and len(words) > 1 and len(query) > 2 * len(words) and _lacks(text, words):
        # Fast exit for most fields: they lack a word of the query.
        return None
    if at == 0 and len(text) == len(query):
        return Match(900, ((0, len(text)),))
    joined = query if len(words) == 1 else query.replace(" ", "")
    if name in NAMES and (len(words) == 1 < len(query) or len(words) == len(joined)):
        for without_small, letters in enumerate(field.initials):
            if letters == joined:
                return Match(780, _initial_spans(field, len(joined), bool(without_small)))
    length = min(40.0, len(text) / 4)
    if at == 0 and field.short and (len(query) > 1 or field.words and field.words[0][2] == 1):
        begun = 750 - length + WHOLE * (not text[len(query)].isalnum())
        return Match(max(begun, _phrase(field, query, words, 0).score if len(words) > 1 else 0.0), ((0, len(query)),))
    if len(words) > 1 and at >= 0 and not text[at - 1 : at].isalnum():
        return _phrase(field, query, words, at)
    found = None if _lacks(text, words) else _word_prefixes(field, words)
    if found is not None or not field.short or len(words) > 1 or name in ("date", "number"):
        return found
    if len(query) > 1 and name in NAMES:
        for without_small, letters in enumerate(field.initials):
            if letters.startswith(query):
                return Match(560, _initial_spans(field, len(query), bool(without_small)))
    if len(query) > 2 and "-" in field.text and (run_together := _hyphenated(field, query)) is not None:
        return run_together
    if not wide:
        return None
    if len(query) >= INSIDE and at >= 0:
        return Match(480 - length, ((at, at + len(query)),))
    return _of_word_starts(field, query)


def match_strictly(field: Field, query: str, words: Sequence[str]) -> Match | None:
    """Match a query that looks like a number or an id: its words must be adjacent, the last one may be a prefix."""
    if len(words) > 1 and field.name != "id" and not _has_adjacent(field, words):
        return None
    return match_field(field, query, words)


def match_literally(field: Field, query: str) -> Match | None:
    """Match a query that is a name with signs, `R&D`: it must stand in the text as it is, and not within a word."""
    text = field.key
    at = -1 if field.syllables else text.find(query)
    while at >= 0:
        end = at + len(query)
        inside = (
            query[0].isalnum() and text[at - 1 : at].isalnum() or query[-1].isalnum() and text[end : end + 1].isalnum()
        )
        if not inside:
            return Match(900 if len(query) == len(text) else 750 if at == 0 else 710, ((at, end),))
        at = text.find(query, at + 1)
    return None


def _has_adjacent(field: Field, words: Sequence[str]) -> bool:
    own = [word for word, _, _ in field.words]
    count = len(words)
    return any(
        own[n : n + count - 1] == list(words[:-1]) and own[n + count - 1].startswith(words[-1])
        for n in range(len(own) - count + 1)
    )


def match_plainly(field: Field, word: str) -> Match | None:
    """Match one word of a query of which other words are left out: as a whole word, or as a prefix if it is long."""
    if field.syllables or field.name == "id":
        return None
    if not word.isascii():
        return _other(field, word, (word,), False)
    for own, a, _ in field.words:
        if own == word or len(word) >= INSIDE and own.startswith(word):
            return Match(670 + 40 * (own == word), ((a, a + len(word)),))
    return None


def _phrase(field: Field, query: str, words: Sequence[str], at: int) -> Match:
    """Return the match of a phrase found at `at`; its last word may be a prefix."""
    end = at + len(query)
    whole = len(words) - field.key[end : end + 1].isalnum()
    covered = min(1.0, len(words) / max(1, len(field.words)))
    return Match(710 + 40 * whole / len(words) + 60 * covered, ((at, end),))


def _lacks(text: str, words: Sequence[str]) -> bool:
    return any(word not in text for word in words)


def _other(field: Field, query: str, words: Sequence[str], wide: bool) -> Match | None:
    """Match a query that contains other scripts than Latin."""
    text = field.key
    at = -1 if field.latin else text.find(query)
    length = min(40.0, len(text) / 4)
    if at == 0:
        if len(text) == len(query):
            return Match(900, ((0, len(text)),))
        return Match((750 if field.short else 742) - length, ((0, len(query)),))
    if at > 0:
        # Chinese has no spaces between words, but the end of a text ends a word: 能源 in 智慧能源.
        ends = WHOLE / 2 * (field.short and at + len(query) == len(text))
        return Match(742 + ends - length, ((at, at + len(query)),))
    if len(words) == 1:
        return _rearranged(field, query) if wide and field.short else None
    return None if _lacks(text, words) else _word_prefixes(field, words)


def mistyped(field: Field, words: Sequence[str], near: Mapping[str, Mapping[str, int]]) -> Match | None:
    """Match misspelled words with a short field.

    Args:
        field: The field.
        words: The words of the query.
        near: For each word its corrections with their numbers of errors.
    """
    if field.syllables or field.name == "id":
        return None
    spans: list[tuple[int, int]] = []
    errors = 0.0
    right = 0
    for word in words:
        best: tuple[float, int, int] | None = None
        meant = near.get(word, {})
        for own, a, b in field.words:
            if own.startswith(word):
                found = (0.0 if own == word else 0.25, a, a + len(word))
            else:
                found = min(
                    ((wrong + 0.5 * (other != own), a, b) for other, wrong in meant.items() if own.startswith(other)),
                    default=(99.0, 0, 0),
                )
            if found[0] < 99 and (best is None or found < best):
                best = found
        if best is None:
            return None
        errors += best[0]
        right += best[0] < 0.5
        spans.append(best[1:])
    covered = min(1.0, len(words) / max(1, len(field.words)))
    score = 300 - 30 * errors + 60 * covered + 80 * right / len(words)
    return Match(score + ENTIRE * (covered == 1 and len(words) > 1), merged(spans))


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


def _initial_spans(field: Field, count: int, without_small: bool) -> Spans:
    return tuple((a, a + 1) for word, a, _ in field.words if not (without_small and word in SMALL_WORDS))[:count]


def _word_prefixes(field: Field, words: Sequence[str]) -> Match | None:
    """Match each query word as a prefix of a field word; the same order and whole words score higher."""
    text = field.key
    spans: list[tuple[int, int]] = []
    order: list[int] = []
    whole = 0
    taken: set[int] = set()
    for place, word in enumerate(words, 1):
        best = -1
        # A single letter counts as a prefix only at the end, while it is typed: most texts have a word with it.
        begins = len(word) > 1 or place == len(words)
        for n, (own, _, _) in enumerate(field.words):
            if n not in taken and own.startswith(word):
                if own == word:
                    best = n
                    break
                if best < 0 and begins:
                    best = n
        if best >= 0:
            taken.add(best)
            order.append(best)
            own, a, _ = field.words[best]
            whole += own == word
            spans.append((a, a + len(word)))
            continue
        at = -1 if word.isascii() else text.find(word)
        if at < 0:
            return None
        order.append(next((n for n, (_, a, _) in enumerate(field.words) if a >= at), 0))
        whole += 1
        spans.append((at, at + len(word)))
    ordered = order == sorted(order)
    tight = ordered and order[-1] - order[0] == len(order) - 1
    covered = min(1.0, len(order) / max(1, len(field.words)))
    base = 600 if len(words) == 1 and len(words[0]) < 3 else 670
    entire = len(words) > 1 and whole == len(words) and len(order) >= len(field.words)
    score = base + 20 * ordered + 20 * tight + 40 * whole / len(words) + 60 * covered + ENTIRE * entire
    return Match(score, merged(spans))


def _hyphenated(field: Field, query: str) -> Match | None:
    """Match the prefix of a hyphenated word without its hyphens: `ecommerce` for e-commerce."""
    text = field.key
    for own, a, _ in field.words:
        end = a + len(own)
        while end < len(text) and end - a <= len(query) and text[end] == " " and field.text[end : end + 1] == "-":
            end += 1
            while end < len(text) and text[end].isalnum():
                end += 1
        if len(own) < end - a and text[a:end].replace(" ", "").startswith(query):
            return Match(640.0, ((a, end),))
    return None


def _of_word_starts(field: Field, query: str) -> Match | None:
    """Match letters from the beginnings of words: `colmanu`, `smteng`."""
    runs = beginnings(field, query)
    if runs:
        return Match(470 - min(60, runs[-1][1] - runs[0][0]) - 25 * len(runs), tuple(runs))
    runs = abbreviations(field, query)
    return Match(400 - 8 * len(query), merged(runs)) if runs else None


def _rearranged(field: Field, query: str) -> Match | None:
    """Match Chinese characters that are all in order with gaps, or in runs of two or more in any order."""
    if len(query) < 2 or len(field.key) > _LONGEST_NAME:
        return None
    spans = _in_order(field.key, query) or _in_runs(field.key, query)
    return Match(440 - min(40.0, len(field.key) / 4), merged(spans)) if spans else None


def _in_order(text: str, query: str) -> list[tuple[int, int]]:
    spans, at = [], -1
    for character in query:
        at = text.find(character, at + 1)
        if at < 0:
            return []
        spans.append((at, at + 1))
    return spans


def _in_runs(text: str, query: str) -> list[tuple[int, int]]:
    spans = []
    while query:
        size = next((size for size in range(len(query), 1, -1) if query[:size] in text), 0)
        if not size:
            return []
        at = text.index(query[:size])
        spans.append((at, at + size))
        query = query[size:]
    return spans


def _pinyin(field: Field, query: str, wide: bool) -> Match | None:
    """Match letters with pinyin: `rengong`, `rgzn`, `zhineng nengyuan`, ü as v or u; if `wide` also `xietongzz`."""
    if len(query) < 2 or not query.isascii() or not query.isalpha():
        return None
    best: Match | None = None
    spellings = [field.syllables]
    if any("v" in syllable for syllable in field.syllables):
        spellings.append(tuple(syllable.replace("v", "u") for syllable in field.syllables))
    for spelt in spellings:
        match = _spelt(field, spelt, query) or (_mixed(field, spelt, query) if wide else None)
        if match is not None and (best is None or match.score > best.score):
            best = match
    return best


def _spelt(field: Field, spelt: Sequence[str], query: str) -> Match | None:
    letters, joined = "".join([s[0] for s in spelt]), "".join(spelt)
    if query[0] not in letters:
        return None
    if joined == query or letters == query:
        return Match(880 if joined == query else 800, _characters(field, 0, len(spelt)))
    best: tuple[float, int, int] | None = None
    at = 0
    for n, syllable in enumerate(spelt):
        if joined.startswith(query, at) and (len(query) > 3 or len(query) >= len(syllable)):
            end, last = at, n
            while end < at + len(query):
                end += len(spelt[last])
                last += 1
            score = (760 if not n else 660 if n in field.starts else 600) - min(60, 2 * len(spelt))
            score += 30 * (end == at + len(query))
            if best is None or score > best[0]:
                best = (score, n, last)
        at += len(syllable)
    if best is not None:
        return Match(best[0], _characters(field, best[1], best[2]))
    if len(query) < 3:
        return None
    found = next((n for n in sorted({0, *field.starts}) if letters.startswith(query, n)), -1)
    if found < 0:
        return None
    score = (560 if not found else 440) - min(40, len(spelt))
    return Match(score, _characters(field, found, found + len(query)))


def _mixed(field: Field, spelt: Sequence[str], query: str) -> Match | None:
    """Match syllables in full and by initials together, from the beginning of a word on: `xietongzz`."""
    for start in sorted({0, *field.starts}):
        end = mixed_end(spelt, query, start)
        if end - start >= FEWEST_MIXED:
            score = 780 if end - start == len(spelt) else 580 if not start else 460
            return Match(score - min(40, len(spelt)), _characters(field, start, end))
    return None


def _characters(field: Field, start: int, end: int) -> Spans:
    return merged([(place, place + 1) for place in hanzi(field.text)[start:end]])
