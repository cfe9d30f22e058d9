"""What FTS5 is asked for a word of a query, in each way in which the word may be meant.

An expression joins tokens with AND and OR (SQLite's documentation, "FTS5 Extension", 3). An empty one matches nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, islice, pairwise, takewhile

from plan_data.search import tokens
from plan_data.search.matching import INSIDE
from plan_data.search.mixed_pinyin import full_syllables
from plan_data.search.pinyin import may_be_initials, readings
from plan_data.search.query import has_digit
from plan_data.search.spelling import LONG_WORD
from plan_data.search.tokens import pairs

FEWEST_DIGITS = 3
"""Fewest digits of a number that may match while other words of the query are left out."""
MOST_WORDS = 64
"""Most words of the plan that a part of a query may stand for."""
INDEXED = 3
"""Letters of a beginning that FTS5 has an index for; longer ones are asked for word by word: a tenth of the time."""
LONGEST_ABBREVIATION = 20
"""Most letters of a query that may abbreviate several words."""


def one(token: str) -> str:
    """Return an expression for a token."""
    return f'"{token}"'


def begun(token: str) -> str:
    """Return an expression for the tokens that begin so."""
    return f'"{token}"*'


def either(parts: Iterable[str]) -> str:
    """Return an expression for any of some others."""
    return " OR ".join(dict.fromkeys(filter(None, parts)))


def both(parts: Iterable[str]) -> str:
    """Return an expression for all of some others; an empty one where one of them is empty."""
    parts = list(parts)
    return " AND ".join(f"({part})" for part in parts) if all(parts) else ""


class Expressions:
    """Expressions for the words of queries."""

    def __init__(self, words: Sequence[str], long_words: Sequence[str]) -> None:
        """Take the words of the plan's short texts that consist of letters, and of its long texts, sorted."""
        self._words = words
        self._long_words = long_words
        self._containing = lru_cache(256)(self._containing_letters)

    def _beginning(self, start: str, tag: str = tokens.WORD) -> str:
        """Return an expression for the words with a beginning."""
        words = self._long_words if tag == tokens.LONG_WORD else self._words
        if len(start) > INDEXED and (start.isalpha() or tag == tokens.LONG_WORD):
            found = list(islice(_from(words, start), MOST_WORDS + 1))
            if len(found) <= MOST_WORDS:
                return either(one(tag + word) for word in found)
        return begun(tag + start)

    def name(self, text: str) -> str:
        """Return an expression for names that begin with what a text begins with."""
        first = tokens.first_of(text)
        return self._beginning(first[1:], tokens.FIRST) if text.isascii() else begun(first)

    def whole(self, word: str) -> str:
        """Return an expression for a whole word of a short text."""
        return one(tokens.WORD + word) if word.isascii() else _run(tokens.CHARACTERS, word)

    def prefix(self, word: str) -> str:
        """Return an expression for a word that begins one of a short text, or is the initials or pinyin of a name."""
        if not word.isascii():
            return either((_run(tokens.CHARACTERS, word), _run(tokens.BODY, word)))
        if len(word) < 2:
            return self._beginning(word)
        return either((self._beginning(word), one(tokens.INITIALS + word), sound(word)))

    def short(self, word: str) -> str:
        """Return an expression for a word that stands in a short text in any way, or in the name of a body."""
        if not word.isascii() or len(word) < 2:
            return self.prefix(word)
        ways = [self.prefix(word), one(tokens.FIRST_INITIALS + word), self._beginning(word, tokens.BODY)]
        return either((*ways, sound_inside(word)))

    def long(self, word: str) -> str:
        """Return an expression for a word that stands in any text."""
        if not word.isascii():
            in_long = both(one(tokens.LONG_CHARACTER + character) for character in word)
        else:
            in_long = self._beginning(word, tokens.LONG_WORD) if len(word) > 1 else one(tokens.LONG_WORD + word)
        return either((self.short(word), in_long))

    def wide(self, word: str, near: Iterable[str]) -> str:
        """Return an expression for a word that also stands for letters inside words, or is a misspelling.

        Args:
            word: The word.
            near: What it may misspell.
        """
        if not word.isascii():
            single = both(begun(tokens.CHARACTERS + character) for character in word)
            return either((self.long(word), single))
        if has_digit(word):
            return self.long(word)
        ways = [self.long(word), *map(self._beginning, near)]
        if len(word) >= INSIDE:
            ways += [one(tokens.WORD + other) for other in islice((w for w in self._words if word in w), MOST_WORDS)]
            ways += self._cuts(word)
        return either(ways)

    def _cuts(self, word: str) -> Iterator[str]:
        """Yield expressions for words whose beginnings, two or three in a row, spell a word: `colmanu`."""
        end = min(len(word), LONGEST_ABBREVIATION)
        for first in range(1, end):
            if not any(_from(self._words, word[:first])):
                return
            for cut in ([first], *([first, second] for second in range(first + 1, end))):
                parts = [word[a:b] for a, b in zip([0, *cut], [*cut, len(word)], strict=True)]
                if all(any(_from(self._words, part)) for part in parts):
                    yield f"({both(map(self._beginning, parts))})"

    def scattered(self, word: str) -> str:
        """Return an expression for a word, or two, with the letters of a query's word in order: `smteng`."""
        if not word.isascii() or not INSIDE <= len(word) <= LONGEST_ABBREVIATION:
            return ""
        cuts = ((self._containing(word[:i]), self._containing(word[i:])) for i in range(1, len(word)))
        return either((self._containing(word), *(f"({both(cut)})" for cut in cuts if all(cut))))

    def _containing_letters(self, part: str) -> str:
        shape = re.compile(".*".join(map(re.escape, part))).match
        words = islice((word for word in _from(self._words, part[0]) if shape(word)), MOST_WORDS)
        return either(one(tokens.WORD + word) for word in words)

    def some(self, words: Sequence[str], near: Sequence[Collection[str]], count: int) -> str:
        """Return an expression for some of the words of a query, which must stand in short texts.

        Args:
            words: The words.
            near: What each of them may misspell.
            count: How many of them.
        """
        parts = [self._plain(word, others) for word, others in zip(words, near, strict=True)]
        return either(f"({both(chosen)})" for chosen in combinations(filter(None, parts), count))

    def _plain(self, word: str, near: Collection[str]) -> str:
        if not word.isascii():
            return _run(tokens.CHARACTERS, word)
        if len(word) < (FEWEST_DIGITS if has_digit(word) else 2):
            return ""
        meant = near if len(word) >= LONG_WORD else ()
        return either(
            (self._beginning(word) if len(word) >= INSIDE else self.whole(word), *map(self._beginning, meant))
        )


def sound(letters: str) -> str:
    """Return an expression for names whose pinyin begins with some letters, or has exactly these initials."""
    ways = [one(tokens.PINYIN_INITIALS + letters)] if may_be_initials(letters) else []
    for syllables, rest in readings(letters):
        # Few letters must begin with a whole syllable.
        if syllables:
            ways.append(f"({both((one(tokens.FIRST_SYLLABLE + syllables[0]), *_neighbours(syllables, rest)))})")
        elif len(letters) > INDEXED:
            ways.append(begun(tokens.FIRST_SYLLABLE + rest[:INDEXED]))
    return either(ways)


def sound_inside(letters: str) -> str:
    """Return an expression for names with some letters in their pinyin, or with these initials in a row."""
    ways = []
    for syllables, rest in readings(letters):
        if syllables:
            ways.append(f"({both((one(tokens.SYLLABLE + syllables[0]), *_neighbours(syllables, rest)))})")
        elif len(letters) > INDEXED:
            ways.append(begun(tokens.SYLLABLE + rest[:INDEXED]))
    if len(letters) > 2 and may_be_initials(letters):
        three = (one(tokens.THREE_INITIALS + letters[n : n + 3]) for n in range(len(letters) - 2))
        ways.append(f"({both(three)})")
    return either(ways)


def _neighbours(syllables: Sequence[str], rest: str) -> Iterator[str]:
    """Yield expressions for syllables that follow each other, and for what is typed of the last one."""
    yield from (one(tokens.SYLLABLES + ".".join(pair)) for pair in pairwise(syllables))
    if rest:
        yield begun(tokens.SYLLABLE + rest[:INDEXED])


def mixed(letters: str) -> str:
    """Return an expression for names whose pinyin is typed in full and by initials together."""
    return either(f"({both(one(tokens.SYLLABLE + syllable) for syllable in way)})" for way in full_syllables(letters))


def _run(tag: str, characters: str) -> str:
    """Return an expression for characters of another script that may stand together."""
    if len(characters) == 1:
        return begun(tag + characters)
    return both(one(tag + pair) for pair in pairs(characters)[:-1])


def _from(words: Sequence[str], start: str) -> Iterator[str]:
    """Yield the words that begin so, of some in order."""
    return takewhile(lambda word: word.startswith(start), islice(words, bisect_left(words, start), None))
