"""The texts that are searched: those of every item with an id, folded on first use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from plan_data.model.entities import TEXT_FIELDS, Body, Event, Item, Node, Quote, Source, texts_of
from plan_data.model.plan import Plan
from plan_data.search.pinyin import hanzi, syllables, word_starts
from plan_data.text.folding import WORD, Folded, fold, fold_all, fold_simple

LONG_FIELDS = frozenset({*TEXT_FIELDS, "quote", "note"})
"""Fields of whole sentences, matched by words and phrases only, never letter by letter."""
NAMES = frozenset({"title", "alias", "abbr", "later"})
"""Fields that name the item."""
SMALL_WORDS = frozenset("a an and at by for from in its of on or the to with".split())
"""Words that may be missing from initials."""
LONGEST_NAME = 400
"""Most characters of a text that is matched letter by letter."""


class Field:
    """One searchable text of an item."""

    def __init__(
        self,
        name: str,
        text: str,
        quote: str = "",
        syllables: Sequence[str] = (),
        starts: Sequence[int] = (),
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
        # Readers type ü as v or as u.
        self.syllables = [syllable.replace("v", "u") for syllable in syllables]
        self.starts = {0, *starts}
        self.key: str = "" if syllables else fold_simple(text) or fold_all([text])[0]
        """The folded text alone; "" for pinyin."""
        self.short: bool = name not in LONG_FIELDS and len(self.key) <= LONGEST_NAME
        """Whether it may be matched letter by letter."""
        self.length = min(40.0, len(self.key) / 4)
        """Points that a match loses, since a part of a short text says more about it."""

    @cached_property
    def folded(self) -> Folded:
        """The folded text with the map back to the stored text."""
        return fold(self.text)

    @cached_property
    def words(self) -> list[tuple[str, int, int]]:
        """Each word with its half-open span in the folded text."""
        return [(found[0], *found.span()) for found in WORD.finditer(self.key)]

    @cached_property
    def initials(self) -> tuple[str, ...]:
        """The initials of all words, and those without the small words; empty unless the field is a Latin name."""
        return initials([word for word, _, _ in self.words]) if self.key.isascii() and self.name in NAMES else ()


def initials(words: list[str]) -> tuple[str, ...]:
    """Return the initials of all words, and those without the small words; empty for one word."""
    if len(words) < 2:
        return ()
    return "".join(word[0] for word in words), "".join(word[0] for word in words if word not in SMALL_WORDS)


def short_texts(item: Item) -> Iterator[tuple[str, str]]:
    """Yield name and text of each short field of an item, empty texts included."""
    if isinstance(item, Quote):
        return
    title = item.title
    renderings = (rendering.text for rendering in title.renderings)
    for text in dict.fromkeys((title.en, title.zh_short, title.zh, title.en_close, *renderings)):
        yield "title", text
    for alias in (item.number, item.publisher) if isinstance(item, Source) else item.aliases:
        yield "alias", alias
    if isinstance(item, Node):
        yield "number", item.number
        event = item.event or Event()
        for date in dict.fromkeys((event.happened, event.dated, event.published, event.reported, item.due)):
            yield "date", date
        if item.target and item.target.number:
            yield "target", f"{item.target.number} {item.target.unit.en}".strip()
            if item.target.unit.zh:
                yield "target", item.target.zh_figure or f"{item.target.number}{item.target.unit.zh}"
    elif isinstance(item, Body):
        yield "abbr", item.abbr
        for later in item.later:
            for text in later.name:
                yield "later", text


def long_texts(item: Item) -> Iterator[tuple[str, str]]:
    """Yield name and text of each long field of an item, empty texts included."""
    if isinstance(item, Quote):
        yield "quote", item.exact
    elif not isinstance(item, Source):
        notes = [("note", note.text) for note in item.notes] if isinstance(item, Node) else []
        for name, pair in (*texts_of(item).items(), *notes):
            for text in pair:
                yield name, text


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
    if not isinstance(item, Node | Body) or not item.pinyin:
        return
    title = item.title
    text = (title.zh_short or title.zh) if isinstance(item, Node) else title.zh
    characters = [text[place] for place in hanzi(text)]
    if found := syllables(item.pinyin, len(characters)):
        yield Spoken(text, found, range(len(found)))
        for name in dict.fromkeys((title.zh_short, *item.aliases)) if isinstance(item, Body) else ():
            if name and name != text and (positions := _subsequence(name, characters)):
                yield Spoken(name, [found[position] for position in positions], positions)


def _subsequence(name: str, characters: Sequence[str]) -> list[int]:
    """Return the positions of a name's characters in a longer name, in order; [] if one is missing."""
    rest = iter(enumerate(characters))
    positions = [next((n for n, other in rest if other == character), -1) for character in name]
    return positions if -1 not in positions else []


def spoken_fields(names: Iterable[Spoken], pinyin: str) -> Iterator[Field]:
    """Yield a field for each Chinese name; the first of them has all of the pinyin."""
    starts: frozenset[int] | None = None
    for text, found, positions in names:
        starts = word_starts(pinyin, found) if starts is None else starts
        yield Field("pinyin", text, "", found, [n for n, position in enumerate(positions) if position in starts])


class Fields:
    """All fields of one item."""

    def __init__(self, plan: Plan, item: Item) -> None:
        self._plan = plan
        self._item = item
        self.short: list[Field] = [Field(name, text) for name, text in short_texts(item) if text]
        """Id, names, numbers, dates and pinyin."""
        if not isinstance(item, Quote):
            self.short.insert(0, Field("id", item.id))
        if isinstance(item, Node | Body):
            self.short += spoken_fields(spoken(item), item.pinyin)

    @cached_property
    def rest(self) -> list[Field]:
        """Names of the responsible bodies, and the long fields; built on first use."""
        item = self._item
        ids = item.agencies.list if isinstance(item, Node) else ()
        names = [("agency", text) for id_ in ids for _, text in short_texts(self._plan.bodies[id_])]
        quote = item.id if isinstance(item, Quote) else ""
        return [Field(name, text, quote) for name, text in (*names, *long_texts(item)) if text]
