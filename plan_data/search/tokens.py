"""The tokens under which the search index finds an item: each a letter that says what it is, and a folded text.

They are what FTS5 keeps in place of texts, so that its own division into words does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import add

from plan_data.model.entities import Body, Item, Node
from plan_data.search.fields import NAMES, initials, long_texts, short_texts, spoken
from plan_data.text.folding import HYPHENS, LATIN, RUN, fold, fold_all

WORD = "w"
"""A word of a short text; a hyphenated one also without its hyphens."""
FIRST = "f"
"""The first word of a name, or its first two characters of another script."""
NAME = "h"
"""A whole name."""
INITIALS = "i"
"""The initials of a name."""
FIRST_INITIALS = "j"
"""The first of them, two or more."""
CHARACTERS = "z"
"""Two neighbouring characters of another script in a short text, or the last one alone."""
SYLLABLE = "s"
"""A syllable of the pinyin of a name."""
FIRST_SYLLABLE = "q"
"""The first one."""
SYLLABLES = "p"
"""Two neighbouring ones."""
PINYIN_INITIALS = "x"
"""The initials of the syllables."""
THREE_INITIALS = "y"
"""Three neighbouring ones."""
BODY = "b"
"""A word, or two characters, of the name of a responsible body."""
LONG_WORD = "l"
"""A word of a long text."""
LONG_CHARACTER = "c"
"""A character of another script in a long text."""
KIND = "t"
"""A kind."""
ID = "d"
"""The id."""

LONGEST_NAME = 80
"""Characters of a whole name that are compared."""
BLOCK = 2048
"""Items whose texts are folded together."""
_OTHER = re.compile(r"[^\W\x00-\x7f]+")
_HYPHENATED = re.compile(rf"[^\W_]+(?:[{HYPHENS}][^\W_]+)+")
_SEPARATORS = re.compile(r"[^0-9a-z.,\x80-\ud7ff\ue000-\U0010ffff]")
"""What FTS5 would divide a token at."""


def whole(tag: str, key: str) -> str:
    """Return a folded text as one token, cut off at its end."""
    return tag + _SEPARATORS.sub("_", key[:LONGEST_NAME])


def first_of(text: str) -> str:
    """Return what a folded name or query begins with, as a token."""
    found = RUN.search(text)
    word = found[0] if found else ""
    return FIRST + (word if word.isascii() else word[:2])


def pairs(key: str) -> list[str]:
    """Return the neighbouring characters of other scripts in a folded text, two by two, and the last of each run."""
    return [pair.strip() for run in _OTHER.findall(key) for pair in map(add, run, run[1:] + " ")]


class Tokens:
    """The tokens of the items of a plan."""

    def __init__(self, bodies: Iterable[Body]) -> None:
        """Take the bodies, whose names stand at the nodes that name them."""
        self.words: set[str] = set()
        """The words of the short texts so far that consist of letters."""
        self.long_words: set[str] = set()
        """The same of the long ones."""
        self._of_bodies: dict[str, list[str]] = {}
        for body in bodies:
            keys = fold_all([text for _, text in short_texts(body) if text])
            parts = [part for key in keys for part in (*LATIN.findall(key), *pairs(key))]
            self._of_bodies[body.id] = [BODY + part for part in parts]

    def of(self, items: Iterable[tuple[Item, Sequence[str]]]) -> Iterator[str]:
        """Yield the tokens of each item, separated by blanks.

        Args:
            items: Each with its kinds.
        """
        block: list[tuple[Item, Sequence[str]]] = []
        for entry in items:
            block.append(entry)
            if len(block) == BLOCK:
                yield from self._of_block(block)
                block.clear()
        yield from self._of_block(block)

    def _of_block(self, block: Sequence[tuple[Item, Sequence[str]]]) -> Iterator[str]:
        found = [[whole(ID, item.id), *(whole(KIND, kind) for kind in kinds)] for item, kinds in block]
        shorts = [(n, name, text) for n, (item, _) in enumerate(block) for name, text in short_texts(item) if text]
        for (n, name, text), key in zip(shorts, fold_all([text for _, _, text in shorts]), strict=True):
            self._add_short(found[n], name in NAMES, text, key)
        longs = ["\n".join([text for _, text in long_texts(item) if text]) for item, _ in block]
        for out, key, (item, _) in zip(found, fold_all(longs), block, strict=True):
            words = set(LATIN.findall(key))
            out += [LONG_WORD + word for word in words]
            self.long_words |= words
            if not key.isascii():
                out += [LONG_CHARACTER + character for character in set("".join(_OTHER.findall(key)))]
            for spelt in spoken(item):
                _add_sound(out, spelt.syllables)
            if isinstance(item, Node):
                for body in item.agencies.list:
                    out += self._of_bodies[body]
            yield " ".join(dict.fromkeys(out))

    def _add_short(self, out: list[str], is_name: bool, text: str, key: str) -> None:
        words = LATIN.findall(key)
        out += [WORD + word for word in words]
        self.words.update([word for word in words if word.isalpha()])
        if not key.isascii():
            out += [CHARACTERS + pair for pair in pairs(key)]
        if is_name:
            out.append(whole(NAME, key))
            out.append(first_of(key))
            if key.isascii():
                for letters in initials(words):
                    out.append(INITIALS + letters)
                    out += [FIRST_INITIALS + letters[:end] for end in range(2, len(letters))]
            if "-" in text or not text.isascii():
                out += [WORD + fold(joined).text.replace(" ", "") for joined in _HYPHENATED.findall(text)]


def _add_sound(out: list[str], syllables: Sequence[str]) -> None:
    """Add the tokens of some syllables; ü is v, and again u."""
    for spelt in (syllables, [syllable.replace("v", "u") for syllable in syllables]):
        letters = "".join([syllable[0] for syllable in spelt])
        out += [FIRST_SYLLABLE + spelt[0], PINYIN_INITIALS + letters]
        out += [SYLLABLE + syllable for syllable in spelt]
        out += [SYLLABLES + ".".join(pair) for pair in pairwise(spelt)]
        out += [THREE_INITIALS + letters[n : n + 3] for n in range(len(letters) - 2)]
        if not any("v" in syllable for syllable in spelt):
            return
