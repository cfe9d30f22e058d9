"""The texts that are searched: those of every item with an id, folded on first use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plan_data.model.entities import TEXT_FIELDS, Body, Event, Item, Node, Quote, Source, texts_of
from plan_data.model.plan import Plan
from plan_data.search.pinyin import hanzi, syllables, word_starts
from plan_data.text.folding import WORD, Folded, fold, fold_simple

LONG_FIELDS = frozenset({*TEXT_FIELDS, "quote", "note"})
"""Fields of whole sentences, matched by words and phrases only, never letter by letter."""
NAMES = frozenset({"title", "alias", "abbr", "later"})
"""Fields that name the item."""
SMALL_WORDS = frozenset("a an and at by for from in its of on or the to with".split())
"""Words that may be missing from initials."""


class Field:
    """One searchable text of an item."""

    __slots__ = (
        "_folded",
        "_initials",
        "_words",
        "key",
        "latin",
        "name",
        "quote",
        "short",
        "starts",
        "syllables",
        "text",
    )

    def __init__(
        self,
        name: str,
        text: str,
        quote: str = "",
        syllables: tuple[str, ...] = (),
        starts: frozenset[int] = frozenset(),
    ) -> None:
        """Fold a text.

        Args:
            name: What the text is: `title`, `alias`, `pinyin` ...
            text: The text as stored; for pinyin the Chinese title.
            quote: Id of the quote, if the text is a quote's.
            syllables: For pinyin, a syllable for each Chinese character of the text.
            starts: For pinyin, the numbers of the syllables that begin a word.
        """
        self.name = name
        self.text = text
        self.quote = quote
        self.syllables = syllables
        self.starts = starts
        simple = fold_simple(text)
        self._folded: Folded | None = fold(text) if simple is None else None
        self.key: str = self._folded.text if self._folded else simple or ""
        """The folded text, without the map back to the stored text."""
        self.latin: bool = self.key.isascii()
        """Whether it has no letters of other scripts."""
        self.short: bool = name not in LONG_FIELDS
        """Whether it may be matched letter by letter."""
        self._words: tuple[tuple[str, int, int], ...] | None = None
        self._initials: tuple[str, ...] | None = None

    @property
    def folded(self) -> Folded:
        """The folded text with the map back to the stored text."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    @property
    def words(self) -> tuple[tuple[str, int, int], ...]:
        """Each word with its half-open span in the folded text."""
        if self._words is None:
            self._words = tuple((m[0], m.start(), m.end()) for m in WORD.finditer(self.key))
        return self._words

    @property
    def initials(self) -> tuple[str, ...]:
        """The initials of all words, and those without the small words; empty unless the field is a Latin name."""
        if self._initials is None:
            self._initials = initials([word for word, _, _ in self.words]) if self.latin and self.name in NAMES else ()
        return self._initials


def initials(words: list[str]) -> tuple[str, ...]:
    """Return the initials of all words, and those without the small words; empty for one word."""
    if len(words) < 2:
        return ()
    return "".join(word[0] for word in words), "".join(word[0] for word in words if word not in SMALL_WORDS)


def short_texts(item: Item) -> Iterator[tuple[str, str]]:
    """Yield name and text of each short field of an item, empty texts included."""
    if isinstance(item, Node):
        title = item.title
        yield "title", title.en
        yield "title", title.zh_short
        if title.zh != title.zh_short:
            yield "title", title.zh
        if title.en_close != title.en:
            yield "title", title.en_close
        for rendering in title.renderings:
            yield "title", rendering.text
        for alias in item.aliases:
            yield "alias", alias
        yield "number", item.number
        if item.event or item.due:
            event = item.event or Event()
            for date in dict.fromkeys((event.happened, event.dated, event.published, event.reported, item.due)):
                yield "date", date
        if item.target and item.target.number:
            yield "target", f"{item.target.number} {item.target.unit.en}".strip()
            if item.target.unit.zh:
                yield "target", item.target.zh_figure or f"{item.target.number}{item.target.unit.zh}"
    elif isinstance(item, Body):
        yield from _names(item)
        for later in item.later:
            yield "later", later.name.en
            yield "later", later.name.zh
    elif isinstance(item, Source):
        yield "title", item.title.en
        yield "title", item.title.zh
        yield "alias", item.number
        yield "alias", item.publisher


def _names(body: Body) -> Iterator[tuple[str, str]]:
    title = body.title
    for text in dict.fromkeys((title.en, title.zh, title.zh_short)):
        yield "title", text
    yield "abbr", body.abbr
    for alias in body.aliases:
        yield "alias", alias


def long_texts(item: Item) -> Iterator[tuple[str, str]]:
    """Yield name and text of each long field of an item, empty texts included."""
    if isinstance(item, Quote):
        yield "quote", item.exact
    elif not isinstance(item, Source):
        for name, text in texts_of(item).items():
            yield name, text.en
            yield name, text.zh
        if isinstance(item, Node):
            for note in item.notes:
                yield "note", note.text.en
                yield "note", note.text.zh


class Spoken(NamedTuple):
    """A Chinese name with known pinyin."""

    text: str
    """The name as stored."""
    syllables: Sequence[str]
    """One syllable for each Chinese character."""
    positions: Sequence[int]
    """The position of each syllable in the item's pinyin."""


def spoken(item: Item) -> Iterator[Spoken]:
    """Yield the Chinese names of an item with known pinyin.

    The data has pinyin for the title. A body's shorter names that are made of the title's characters in the same order
    (科技部 of 科学技术部) take their syllables from it.
    """
    if not isinstance(item, (Node, Body)) or not item.pinyin:
        return
    title = item.title
    text = (title.zh_short or title.zh) if isinstance(item, Node) else title.zh
    characters = hanzi(text)
    found = syllables(item.pinyin, len(characters)) if text else []
    if not found:
        return
    yield Spoken(text, found, range(len(found)))
    if isinstance(item, Body):
        for name in dict.fromkeys((title.zh_short, *item.aliases)):
            if name and name != text and (positions := _subsequence(name, [text[position] for position in characters])):
                yield Spoken(name, [found[position] for position in positions], positions)


def _subsequence(name: str, characters: Sequence[str]) -> list[int]:
    """Return the positions of a name's characters in a longer name, in order; [] if one is missing."""
    positions: list[int] = []
    for character in name:
        start = positions[-1] + 1 if positions else 0
        if character not in characters[start:]:
            return []
        positions.append(characters.index(character, start))
    return positions


class Fields:
    """All fields of one item."""

    def __init__(self, plan: Plan, item: Item) -> None:
        own = [Field(name, text) for name, text in short_texts(item) if text]
        starts: frozenset[int] | None = None
        for name, found, positions in spoken(item):
            if starts is None:
                starts = word_starts(item.pinyin, found) if isinstance(item, (Node, Body)) else frozenset()
            begin = frozenset(n for n, position in enumerate(positions) if position in starts)
            own.append(Field("pinyin", name, syllables=tuple(found), starts=begin))
        self.short: list[Field] = own
        """Id, names, numbers, dates and pinyin."""
        if not isinstance(item, Quote):
            self.short.insert(0, Field("id", item.id))
        self._plan = plan
        self._item = item
        self._rest: list[Field] | None = None

    @property
    def rest(self) -> list[Field]:
        """Names of the responsible bodies, and the long fields; built on first use."""
        if self._rest is None:
            item = self._item
            names: list[tuple[str, str]] = []
            if isinstance(item, Node):
                for id_ in item.agencies.list:
                    names += [("agency", text) for _, text in short_texts(self._plan.bodies[id_])]
            quote = item.id if isinstance(item, Quote) else ""
            self._rest = [Field(name, text, quote) for name, text in (*names, *long_texts(item)) if text]
        return self._rest
