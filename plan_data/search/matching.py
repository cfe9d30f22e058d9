"""The ladder: the ways in which a query may match one field, from the whole text down to letters in order.

Places are those of the folded text; `spans_of` turns them into those of the text as stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plan_data.search.fields import NAMES, SMALL_WORDS, Field
from plan_data.search.letters import abbreviations, beginnings
from plan_data.search.pinyin import hanzi

Places = tuple[tuple[int, int], ...]
"""Stretches, half-open, in code points."""
ENTIRE = 40
"""What it adds that several words are all that a text has, be they in another order."""
WHOLE = 30
"""What it adds that a beginning is a whole word."""
INSIDE = 4
"""Letters from which on they are looked for inside words: fewer stand in everything."""
_LONGEST_NAME = 400
"""Characters of a text that is searched letter by letter, at most."""


class Match(NamedTuple):
    """How well a query matches a field, and where."""

    score: float
    """The rung: 1000 for an id, 900 for the whole text, less for less; see `match_field`."""
    places: Places
    """The stretches of the folded text that matched (of pinyin: of the stored text)."""


def match_field(field: Field, query: str, words: Sequence[str], wide: bool = False) -> Match | None:
    """Hold a query against a field: the highest rung that it reaches.

    Args:
        field: The field.
        query: The whole query, folded.
        words: Its words.
        wide: Look for letters inside words and at the starts of words too, in short fields.
    """
    if field.syllables:
        return _pinyin(field, query.replace(" ", ""))
    text, name = field.key, field.name
    if name == "id":
        if text != query and not ("." in query and len(query) > 4 and text.startswith(query)):
            return None
        return Match(1000 if text == query else 600, ((0, len(query)),))
    if not query.isascii():
        return _other(field, query, words, wide)
    at = text.find(query)
    if at < 0 and not wide and len(words) > 1 and len(query) > 2 * len(words) and _lacks(text, words):
        # Most fields end here: a query of whole words that the field does not have.
        return None
    if at == 0 and len(text) == len(query):
        return Match(900, ((0, len(text)),))
    joined = query if len(words) == 1 else query.replace(" ", "")
    if name in NAMES and (len(words) == 1 < len(query) or len(words) == len(joined)):
        for without_small, letters in enumerate(field.initials):
            if letters == joined:
                return Match(780, _initial_places(field, len(joined), bool(without_small)))
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
                return Match(560, _initial_places(field, len(query), bool(without_small)))
    if len(query) > 2 and "-" in field.text and (run_together := _hyphenated(field, query)) is not None:
        return run_together
    if not wide:
        return None
    if len(query) >= INSIDE and at >= 0:
        return Match(480 - length, ((at, at + len(query)),))
    return _of_word_starts(field, query)


def match_strictly(field: Field, query: str, words: Sequence[str]) -> Match | None:
    """Hold what is shaped like a number or an id: its words stand side by side, the last perhaps begun."""
    if len(words) > 1 and field.name != "id" and not _beside(field, words):
        return None
    return match_field(field, query, words)


def _beside(field: Field, words: Sequence[str]) -> bool:
    own = [word for word, _, _ in field.words]
    count = len(words)
    return any(
        own[n : n + count - 1] == list(words[:-1]) and own[n + count - 1].startswith(words[-1])
        for n in range(len(own) - count + 1)
    )


def match_plainly(field: Field, word: str) -> Match | None:
    """Hold one word of several, of which others are let go: it stands in a short field, and not just its beginning."""
    if field.syllables or field.name == "id":
        return None
    if not word.isascii():
        return _other(field, word, (word,), False)
    for own, a, _ in field.words:
        if own == word or len(word) >= INSIDE and own.startswith(word):
            return Match(670 + 40 * (own == word), ((a, a + len(word)),))
    return None


def _phrase(field: Field, query: str, words: Sequence[str], at: int) -> Match:
    """The words of the query stand together, in its order, the last perhaps begun only."""
    end = at + len(query)
    whole = len(words) - field.key[end : end + 1].isalnum()
    covered = min(1.0, len(words) / max(1, len(field.words)))
    return Match(710 + 40 * whole / len(words) + 60 * covered, ((at, end),))


def _lacks(text: str, words: Sequence[str]) -> bool:
    return any(word not in text for word in words)


def _other(field: Field, query: str, words: Sequence[str], wide: bool) -> Match | None:
    """Hold a query that has characters of another script than Latin."""
    text = field.key
    at = -1 if field.latin else text.find(query)
    length = min(40.0, len(text) / 4)
    if at == 0:
        if len(text) == len(query):
            return Match(900, ((0, len(text)),))
        return Match((750 if field.short else 742) - length, ((0, len(query)),))
    if at > 0:
        # Chinese words are not parted by blanks, but what ends a text ends a word: of 智慧能源 the 能源.
        ends = WHOLE / 2 * (field.short and at + len(query) == len(text))
        return Match(742 + ends - length, ((at, at + len(query)),))
    if len(words) == 1:
        return _rearranged(field, query) if wide and field.short else None
    return None if _lacks(text, words) else _word_prefixes(field, words)


def mistyped(field: Field, words: Sequence[str], near: Mapping[str, Mapping[str, int]]) -> Match | None:
    """Hold words with typing errors against a short field; `near` has what each may stand for, with its errors."""
    if field.syllables or field.name == "id":
        return None
    places: list[tuple[int, int]] = []
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
        places.append(best[1:])
    covered = min(1.0, len(words) / max(1, len(field.words)))
    score = 300 - 30 * errors + 60 * covered + 80 * right / len(words)
    return Match(score + ENTIRE * (covered == 1 and len(words) > 1), merged(places))


def spans_of(field: Field, places: Places) -> Places:
    """Return the stretches of the stored text that stretches of the folded text stand for."""
    if field.syllables:
        return places
    return merged([field.folded.span(a, b) for a, b in places if a < b])


def merged(places: Iterable[tuple[int, int]]) -> Places:
    """Sort stretches and join those that touch."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _initial_places(field: Field, count: int, without_small: bool) -> Places:
    return tuple((a, a + 1) for word, a, _ in field.words if not (without_small and word in SMALL_WORDS))[:count]


def _word_prefixes(field: Field, words: Sequence[str]) -> Match | None:
    """Each word of the query begins a word of the field; in the same order counts more, whole words too."""
    text = field.key
    places: list[tuple[int, int]] = []
    order: list[int] = []
    whole = 0
    taken: set[int] = set()
    for place, word in enumerate(words, 1):
        best = -1
        # A single letter begins a word only where it is being typed: anything has one somewhere.
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
            places.append((a, a + len(word)))
            continue
        at = -1 if word.isascii() else text.find(word)
        if at < 0:
            return None
        order.append(next((n for n, (_, a, _) in enumerate(field.words) if a >= at), 0))
        whole += 1
        places.append((at, at + len(word)))
    ordered = order == sorted(order)
    tight = ordered and order[-1] - order[0] == len(order) - 1
    covered = min(1.0, len(order) / max(1, len(field.words)))
    base = 600 if len(words) == 1 and len(words[0]) < 3 else 670
    entire = len(words) > 1 and whole == len(words) and len(order) >= len(field.words)
    score = base + 20 * ordered + 20 * tight + 40 * whole / len(words) + 60 * covered + ENTIRE * entire
    return Match(score, merged(places))


def _hyphenated(field: Field, query: str) -> Match | None:
    """The query begins a word that is written with hyphens: `ecommerce` for e-commerce."""
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
    """Letters from the starts of words: `colmanu`, `smteng`."""
    runs = beginnings(field, query)
    if runs:
        return Match(470 - min(60, runs[-1][1] - runs[0][0]) - 25 * len(runs), tuple(runs))
    runs = abbreviations(field, query)
    return Match(400 - 8 * len(query), merged(runs)) if runs else None


def _rearranged(field: Field, query: str) -> Match | None:
    """Characters of another script: all in order, with others between them, or runs of two and more in any order."""
    if len(query) < 2 or len(field.key) > _LONGEST_NAME:
        return None
    places = _in_order(field.key, query) or _in_runs(field.key, query)
    return Match(440 - min(40.0, len(field.key) / 4), merged(places)) if places else None


def _in_order(text: str, query: str) -> list[tuple[int, int]]:
    places, at = [], -1
    for character in query:
        at = text.find(character, at + 1)
        if at < 0:
            return []
        places.append((at, at + 1))
    return places


def _in_runs(text: str, query: str) -> list[tuple[int, int]]:
    places = []
    while query:
        size = next((size for size in range(len(query), 1, -1) if query[:size] in text), 0)
        if not size:
            return []
        at = text.index(query[:size])
        places.append((at, at + size))
        query = query[size:]
    return places


def _pinyin(field: Field, query: str) -> Match | None:
    """Hold letters against syllables: `rengong`, `rgzn`, `zhineng nengyuan`, ü as v or u."""
    if len(query) < 2 or not query.isascii() or not query.isalpha():
        return None
    best: Match | None = None
    spellings = [field.syllables]
    if any("v" in syllable for syllable in field.syllables):
        spellings.append(tuple(syllable.replace("v", "u") for syllable in field.syllables))
    for spelt in spellings:
        match = _spelt(field, spelt, query)
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


def _characters(field: Field, start: int, end: int) -> Places:
    return merged([(place, place + 1) for place in hanzi(field.text)[start:end]])
