"""Made-up plans of any size, in words like those of the shipped one, and queries of several classes for any plan.

The same seed makes the same plan and the same queries.
"""

from __future__ import annotations

import random
import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from plan_data.model.entities import Node, Title
from plan_data.model.plan import Plan
from plan_data.search.pinyin import plain, syllables

_WORD = re.compile(r"[A-Za-z]{3,}")
_HANZI = re.compile(r"[\u4e00-\u9fff]+")
_SEED = 2015
PINYIN = "pinyin"
CLASSES = ("whole words", "word prefixes", "initials", "reordered", "typing errors", "Chinese", PINYIN)
"""The classes of queries."""
_LATIN = re.compile(r"[a-z]+")
_TRIES = 400
_QUERY_SEED = 40


class Vocabulary:
    """The words of a plan, each as often as it stands there."""

    def __init__(self, plan: Plan) -> None:
        """Take the words of a plan's titles and aliases, and the words of its pinyin with their characters."""
        self.english: list[str] = []
        """English words in lower case, from three letters on."""
        self.chinese: list[tuple[str, str]] = []
        """Chinese words of two characters and more, each with its pinyin."""
        for node in plan.nodes:
            for text in (node.title.en, *node.aliases):
                self.english += [word.lower() for word in _WORD.findall(text)]
            self.chinese += _spoken_words(node)


def _spoken_words(node: Node) -> Iterator[tuple[str, str]]:
    """Yield the words of a title that is Chinese throughout, as its pinyin parts them."""
    text = node.title.zh_short or node.title.zh
    if not node.pinyin or not _HANZI.fullmatch(text):
        return
    words = node.pinyin.split()
    # Each word alone may be split in several ways; the number of characters settles the whole.
    all_ = syllables(node.pinyin, len(text))
    at = 0
    for word in words:
        for size in range(1, len(all_) - at + 1):
            if syllables(word, size) == all_[at : at + size]:
                if size > 1:
                    yield text[at : at + size], word
                at += size
                break


def made_up(size: int, like: Plan, seed: int = _SEED) -> Plan:
    """Return a plan of `size` nodes: a root, actions below it, tasks below these, clauses below the tasks.

    An English title has two to five words, a Chinese one two to four; every third node has an alias.
    """
    rnd = random.Random(seed)
    words = Vocabulary(like)
    nodes = [Node("root", "plan", Title(en="A made-up plan", zh="虚构"), pinyin="xūgòu")]
    depths = array("I", [0])
    parents: list[Node] = []
    kinds = ("plan", "action", "task", "clause")
    for n in range(1, size):
        depth = 1 if n % 100 == 1 else 2 if n % 10 == 1 else 3
        parents = parents[: depth - 1]
        parent = parents[-1].id if parents else "root"
        title, pinyin = _title(rnd, words)
        aliases = (" ".join(_few(rnd, words.english, 2, 3)),) if n % 3 == 0 else ()
        node = Node(f"n.{n}", kinds[depth], title, str(n), pinyin, aliases, parent=parent)
        parents.append(node)
        nodes.append(node)
        depths.append(depth)
    return Plan(Path(), nodes, depths, {}, {}, {}, {})


def _few(rnd: random.Random, words: Sequence[str], least: int, most: int) -> list[str]:
    """Return some different words."""
    count = rnd.randint(least, most)
    found: dict[str, None] = {}
    while len(found) < count:
        found[rnd.choice(words)] = None
    return list(found)


def _title(rnd: random.Random, words: Vocabulary) -> tuple[Title, str]:
    english = " ".join(_few(rnd, words.english, 2, 5))
    pairs = [rnd.choice(words.chinese) for _ in range(rnd.randint(2, 4))]
    return Title(en=english.capitalize(), zh="".join(zh for zh, _ in pairs)), " ".join(p for _, p in pairs)


def names_of(node: Node) -> list[str]:
    """Return all names of a node, each once."""
    title = node.title
    names = [title.en, title.zh_short, title.zh, title.en_close, *node.aliases]
    return list(dict.fromkeys(name for name in names if name))


def line(node: Node) -> str:
    """Return all names of a node in one line, as a finder of lines is given them."""
    return "  ".join(names_of(node))


def prefixes(text: str) -> list[str]:
    """Return what stands in the box after each letter of a text that is typed."""
    return list(accumulate(text))


class Query(NamedTuple):
    """What is typed, and what is meant."""

    group: str
    """One of `CLASSES`."""
    text: str
    """What is typed in the end."""
    expected: frozenset[int]
    """Places of the nodes that are meant: one, or those with the same title."""


class _Names:
    """Where the words of a plan's names stand."""

    def __init__(self, plan: Plan) -> None:
        self.nodes = plan.nodes
        self.words: list[list[str]] = []
        """Of each node the words of its English title, those of plain letters."""
        self.chinese: list[str] = []
        self.pinyin: list[str] = []
        self.at: defaultdict[str, set[int]] = defaultdict(set)
        self.initials: defaultdict[str, set[int]] = defaultdict(set)
        self.sounds: defaultdict[str, set[int]] = defaultdict(set)
        for place, node in enumerate(plan.nodes):
            self._add(place, node)
        self.all_chinese = "\n".join(self.chinese)

    def _add(self, place: int, node: Node) -> None:
        title = node.title
        for text in (title.en, title.en_close, *node.aliases):
            words = _LATIN.findall(text.lower())
            for word in words:
                self.at[word].add(place)
            self.initials["".join(word[0] for word in words)].add(place)
        self.words.append(_LATIN.findall(title.en.lower()))
        self.chinese.append("  ".join(filter(None, [title.zh_short, title.zh, *node.aliases])))
        self.pinyin.append("".join(_LATIN.findall(plain(node.pinyin))))
        self.sounds[self.pinyin[-1]].add(place)

    def same(self, place: int) -> frozenset[int]:
        """Return the nodes whose title has the same words."""
        words = self.words[place]
        found = set.intersection(*(self.at[word] for word in words))
        return frozenset(other for other in found if sorted(self.words[other]) == sorted(words))

    def having(self, words: Sequence[str]) -> set[int]:
        """Return the nodes with all these words."""
        return set.intersection(*(self.at[word] for word in words))

    def beginning(self, start: str) -> set[int]:
        """Return the nodes with a word that begins so."""
        return set().union(*(places for word, places in self.at.items() if word.startswith(start)))


def queries(plan: Plan, each: int, seed: int = _QUERY_SEED) -> list[Query]:
    """Return `each` queries of each class, or as many as the plan yields, the classes in turn."""
    names = _Names(plan)
    makers: dict[str, Callable[[random.Random, _Names, int], Query | None]] = {
        "whole words": _whole,
        "word prefixes": _prefixes,
        "initials": _initials,
        "reordered": _reordered,
        "typing errors": _mistyped,
        "Chinese": _chinese,
        PINYIN: _pinyin,
    }
    groups = []
    for group, make in makers.items():
        rnd = random.Random(f"{seed} {group}")
        found: dict[str, Query] = {}
        for _ in range(_TRIES):
            query = make(rnd, names, rnd.randrange(1, len(plan.nodes)))
            if query is not None and query.expected:
                found.setdefault(query.text, query)
            if len(found) >= each:
                break
        groups.append(list(found.values()))
    return [group[n] for n in range(each) for group in groups if n < len(group)]


def _several(names: _Names, place: int, least: int = 2) -> list[str]:
    """Return the words of a title, if there are several, all different, and no other title has them all."""
    words = names.words[place]
    if not least <= len(words) <= 6 or len(set(words)) < len(words):
        return []
    return words if names.having(words) == set(names.same(place)) else []


def _whole(rnd: random.Random, names: _Names, place: int) -> Query | None:
    words = _several(names, place)
    return Query("whole words", " ".join(words), names.same(place)) if words else None


def _prefixes(rnd: random.Random, names: _Names, place: int) -> Query | None:
    words = _several(names, place)
    for length in range(3, 7):
        parts = [word[:length] for word in words]
        if words and set.intersection(*map(names.beginning, parts)) == set(names.same(place)):
            return Query("word prefixes", " ".join(parts), names.same(place))
    return None


def _initials(rnd: random.Random, names: _Names, place: int) -> Query | None:
    letters = "".join(word[0] for word in names.words[place])
    if len(letters) < 3 or names.at.get(letters) or names.initials[letters] != set(names.same(place)):
        return None
    return Query("initials", letters, names.same(place))


def _reordered(rnd: random.Random, names: _Names, place: int) -> Query | None:
    words = _several(names, place)
    if not words:
        return None
    other = [*words[1:], words[0]] if len(words) < 4 else rnd.sample(words, len(words))
    return Query("reordered", " ".join(other), names.same(place)) if other != words else None


def _mistyped(rnd: random.Random, names: _Names, place: int) -> Query | None:
    words = list(_several(names, place))
    long = [n for n, word in enumerate(words) if len(word) > 5]
    if not long:
        return None
    n = rnd.choice(long)
    wrong = _wrong(rnd, words[n])
    if names.beginning(wrong):
        return None
    words[n] = wrong
    return Query("typing errors", " ".join(words), names.same(place))


def _wrong(rnd: random.Random, word: str) -> str:
    """Return a word with one typing error, not in its first letter."""
    at = rnd.randrange(1, len(word) - 1)
    letter = rnd.choice("abcdefghijklmnopqrstuvwxyz")
    return rnd.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
        ]
    )


def _chinese(rnd: random.Random, names: _Names, place: int) -> Query | None:
    title = names.nodes[place].title
    text = title.zh_short or title.zh
    if not _HANZI.fullmatch(text):
        return None
    for length in range(3, len(text) + 1):
        at = rnd.randrange(len(text) - length + 1)
        part = text[at : at + length]
        expected = frozenset(n for n, other in enumerate(names.chinese) if part in other)
        if len(expected) == 1:
            return Query("Chinese", part, expected)
    return None


def _pinyin(rnd: random.Random, names: _Names, place: int) -> Query | None:
    letters = names.pinyin[place]
    if not letters or not _HANZI.fullmatch(names.nodes[place].title.zh_short or names.nodes[place].title.zh):
        return None
    return Query(PINYIN, letters, frozenset(names.sounds[letters]))
