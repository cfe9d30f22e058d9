"""What is searched: the texts of everything that has an id, folded when they are first looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plan_data.model.entities import TEXT_FIELDS, Body, Item, Node, Quote, Source, first_date, texts_of
from plan_data.model.plan import Plan
from plan_data.search.pinyin import hanzi, syllables, word_starts
from plan_data.text.folding import WORD, Folded, fold

LONG_FIELDS = frozenset({*TEXT_FIELDS, "quote", "note"})
"""Fields of whole sentences: they are matched by words and phrases, never letter by letter."""
NAMES = frozenset({"title", "alias", "abbr", "later"})
"""Fields that say what something is called."""
SMALL_WORDS = frozenset("a an and at by for from in its of on or the to with".split())
"""Words that people leave out of initials."""


class Field:
    """One text of something that can be found."""

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
        """Take a text as stored; for pinyin the Chinese title and its `syllables`."""
        self.name = name
        """What it is: `title`, `alias`, `pinyin` ..."""
        self.text = text
        """As stored; of pinyin the Chinese title."""
        self.quote = quote
        """Id of the quote whose words these are, or ""."""
        self.syllables = syllables
        """Of pinyin: a syllable for each Chinese character of the text."""
        self.starts = starts
        """Of pinyin: the syllables that begin a word."""
        plain = text.isascii() and "'" not in text
        self._folded: Folded | None = None if plain else fold(text)
        self.key: str = self._folded.text if self._folded else text.lower().replace("-", " ")
        """As searched."""
        self.latin: bool = plain or self.key.isascii()
        """Whether it has characters of no other script."""
        self.short: bool = name not in LONG_FIELDS
        """Whether it may be matched letter by letter."""
        self._words: tuple[tuple[str, int, int], ...] | None = None
        self._initials: tuple[str, ...] | None = None

    @property
    def folded(self) -> Folded:
        """As searched, with the places in the text as stored."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    @property
    def words(self) -> tuple[tuple[str, int, int], ...]:
        """Each word with the stretch of the folded text where it stands, half-open."""
        if self._words is None:
            self._words = tuple((m[0], m.start(), m.end()) for m in WORD.finditer(self.key))
        return self._words

    @property
    def initials(self) -> tuple[str, ...]:
        """The initials of its words: of all, and without the small ones."""
        if self._initials is None:
            self._initials = initials([word for word, _, _ in self.words]) if self.latin and self.name in NAMES else ()
        return self._initials


def initials(words: list[str]) -> tuple[str, ...]:
    """Return the initials of several words: of all, and without the small ones."""
    if len(words) < 2:
        return ()
    everything = "".join([word[0] for word in words])
    if SMALL_WORDS.isdisjoint(words):
        return everything, everything
    return everything, "".join([word[0] for word in words if word not in SMALL_WORDS])


def short_texts(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the names of the short fields of an item, each with its text; empty ones too."""
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
            date = first_date(item)
            yield "date", date
            if item.due != date:
                yield "date", item.due
        if item.target and item.target.number:
            yield "target", f"{item.target.number} {item.target.unit.en}".strip()
            if item.target.unit.zh:
                yield "target", f"{item.target.number}{item.target.unit.zh}"
    elif isinstance(item, Body):
        yield from _names(item)
        for later in item.later:
            yield "later", later.name.en
            yield "later", later.name.zh
    elif isinstance(item, Source):
        yield "title", item.title.en
        yield "title", item.title.zh
        yield "number", item.number
        yield "alias", item.publisher


def _names(body: Body) -> Iterator[tuple[str, str]]:
    title = body.title
    for text in dict.fromkeys((title.en, title.zh, title.zh_short)):
        yield "title", text
    yield "abbr", body.abbr
    for alias in body.aliases:
        yield "alias", alias


def long_texts(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the names of the long fields of an item, each with its text; empty ones too."""
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
    """A Chinese name whose sound is known."""

    text: str
    """As stored."""
    syllables: Sequence[str]
    """One for each Chinese character."""
    places: Sequence[int]
    """Which syllables of the pinyin these are."""


def spoken(item: Item) -> Iterator[Spoken]:
    """Yield the Chinese names of an item whose sound is known.

    The pinyin is that of the title. Of a body, the shorter names that are made of its characters in their order
    (科技部 of 科学技术部) sound alike.
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
            if name and name != text and (places := _within(name, [text[place] for place in characters])):
                yield Spoken(name, [found[place] for place in places], places)


def _within(name: str, characters: Sequence[str]) -> list[int]:
    """Return where the characters of a name stand among others, in their order; [] where one does not."""
    places: list[int] = []
    for character in name:
        start = places[-1] + 1 if places else 0
        if character not in characters[start:]:
            return []
        places.append(characters.index(character, start))
    return places


class Fields:
    """The fields of one item, made when it is first looked at."""

    def __init__(self, plan: Plan, item: Item) -> None:
        """Look at an item of a plan."""
        own = [Field(name, text) for name, text in short_texts(item) if text]
        starts: frozenset[int] | None = None
        for name, found, places in spoken(item):
            if starts is None:
                starts = word_starts(item.pinyin, found) if isinstance(item, (Node, Body)) else frozenset()
            begin = frozenset(n for n, place in enumerate(places) if place in starts)
            own.append(Field("pinyin", name, syllables=tuple(found), starts=begin))
        self.short: list[Field] = own
        """Names, numbers, dates, and the pinyin."""
        if not isinstance(item, Quote):
            self.short.insert(0, Field("id", item.id))
        self._plan = plan
        self._item = item
        self._rest: list[Field] | None = None

    @property
    def rest(self) -> list[Field]:
        """The names of the responsible bodies, and the long fields."""
        if self._rest is None:
            item = self._item
            names: list[tuple[str, str]] = []
            if isinstance(item, Node):
                for id_ in item.agencies.list:
                    names += [("agency", text) for _, text in short_texts(self._plan.bodies[id_])]
            quote = item.id if isinstance(item, Quote) else ""
            self._rest = [Field(name, text, quote) for name, text in (*names, *long_texts(item)) if text]
        return self._rest
