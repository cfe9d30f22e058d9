"""The tokens under which the search index finds an item: each a letter that says what it is, and a folded text.

They are what FTS5 keeps in place of texts, so that its own division into words does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import add

from plan_data.model.entities import Body, Item, Node
from plan_data.search.fields import NAMES, initials, long_texts, short_texts, spoken
from plan_data.text.folding import HYPHENS, LATIN, fold, fold_all

WORD = "w"
"""A word of a short text; a hyphenated one also without its hyphens."""
NAME = "h"
"""A whole name."""
INITIALS = "i"
"""The initials of a name."""
CHARACTERS = "z"
"""Two neighbouring characters of another script in a short text, or the last one alone."""
PINYIN = "q"
"""The pinyin of a name."""
INSIDE_PINYIN = "p"
"""The same from any syllable on, cut off."""
SYLLABLE = "s"
"""One of its syllables."""
PINYIN_INITIALS = "x"
"""Their initials."""
INSIDE_INITIALS = "y"
"""The same from any syllable on, cut off."""
BODY = "b"
"""A word, or two characters, of the name of a responsible body."""
LONG_WORD = "l"
"""A word of a long text."""
LONG_CHARACTER = "c"
"""A character of another script in a long text."""
KIND = "t"
"""A kind."""

LONGEST_NAME = 80
"""Characters of a whole name that are compared."""
LONGEST_SOUND = 24
"""Letters of pinyin from a syllable on."""
LONGEST_INITIALS = 8
"""Initials from a syllable on."""
BLOCK = 2048
"""Items whose texts are folded together."""
_OTHER = re.compile(r"[^\W\x00-\x7f]+")
_HYPHENATED = re.compile(rf"[^\W_]+(?:[{HYPHENS}][^\W_]+)+")
_SEPARATORS = re.compile(r"[^0-9a-z.,\x80-\ud7ff\ue000-\U0010ffff]")
"""What FTS5 would divide a token at."""


def whole_name(key: str) -> str:
    """Return a folded name as one token, cut off at its end."""
    return NAME + _SEPARATORS.sub("_", key[:LONGEST_NAME])


def pairs(key: str) -> list[str]:
    """Return the neighbouring characters of other scripts in a folded text, two by two, and the last of each run."""
    return [pair.strip() for run in _OTHER.findall(key) for pair in map(add, run, run[1:] + " ")]


class Tokens:
    """The tokens of the items of a plan."""

    def __init__(self, bodies: Iterable[Body]) -> None:
        """Take the bodies, whose names stand at the nodes that name them."""
        self.words: set[str] = set()
        """The words of all short texts so far that consist of letters."""
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
        found: list[list[str]] = [[KIND + kind for kind in kinds] for _, kinds in block]
        shorts = [(n, name, text) for n, (item, _) in enumerate(block) for name, text in short_texts(item) if text]
        for (n, name, text), key in zip(shorts, fold_all([text for _, _, text in shorts]), strict=True):
            self._add_short(found[n], name in NAMES, text, key)
        longs = ["\n".join([text for _, text in long_texts(item) if text]) for item, _ in block]
        for out, key, (item, _) in zip(found, fold_all(longs), block, strict=True):
            out += [LONG_WORD + word for word in set(LATIN.findall(key))]
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
            out.append(whole_name(key))
            if key.isascii():
                out += [INITIALS + letters for letters in initials(words)]
            if "-" in text or not text.isascii():
                out += [WORD + fold(joined).text.replace(" ", "") for joined in _HYPHENATED.findall(text)]


def _add_sound(out: list[str], syllables: Sequence[str]) -> None:
    """Add the tokens of some syllables; ü is v, and again u."""
    for spelt in (syllables, [syllable.replace("v", "u") for syllable in syllables]):
        joined, letters, at = "".join(spelt), "".join([syllable[0] for syllable in spelt]), 0
        out += [PINYIN + joined, PINYIN_INITIALS + letters]
        for n, syllable in enumerate(spelt):
            out.append(SYLLABLE + syllable)
            out.append(INSIDE_PINYIN + joined[at : at + LONGEST_SOUND])
            out.append(INSIDE_INITIALS + letters[n : n + LONGEST_INITIALS])
            at += len(syllable)
        if "v" not in joined:
            return
