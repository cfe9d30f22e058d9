"""What is searched: for each id its fields, folded, with their words, initials and letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plan_data.model import Body, Node, Plan, Source, first_date
from plan_data.search.folding import WORD, Folded, fold
from plan_data.search.pinyin import hanzi, syllables

LONG_FIELDS = frozenset({"summary", "quote", "note"})
"""Fields of whole sentences: they are matched by words and phrases, never letter by letter."""
SMALL_WORDS = frozenset("a an and at by for from in its of on or the to with".split())
"""Words that people leave out of initials."""


class Field(NamedTuple):
    """One text of something that can be found."""

    name: str
    """What it is: `title`, `alias`, `pinyin` ..."""
    text: str
    """As stored; of pinyin the Chinese title."""
    folded: Folded
    """As searched; empty for pinyin."""
    words: tuple[tuple[int, int], ...]
    """Where its words stand in the folded text, half-open."""
    letters: int
    """A set of bits; see `letters_of`."""
    initials: tuple[str, ...] = ()
    """The initials of its words: of all, and without the small ones."""
    syllables: tuple[str, ...] = ()
    """Of pinyin: a syllable for each Chinese character of the text."""
    quote: str = ""
    """Id of the quote whose words these are, or ""."""


class Entry(NamedTuple):
    """Something that can be found."""

    id: str
    """Its id."""
    kind: str
    """A node's or body's kind, or `source`."""
    depth: int
    """In the tree; 1 for what is not in it."""
    fields: tuple[Field, ...]
    """Its texts."""
    letters: int
    """The bits of all of them."""


def entries(plan: Plan) -> Iterator[tuple[str, str, int, list[Field]]]:
    """Yield every id with its kind, depth and fields."""
    first = {quote: links[0].id if links else plan.quotes[quote].source for quote, links in plan.backlinks.items()}
    quoted: dict[str, list[str]] = {}
    for quote, id_ in first.items():
        quoted.setdefault(id_, []).append(quote)
    for node in plan.nodes:
        yield (
            node.id,
            node.kind,
            plan.depths[plan.index[node.id]],
            [*_node(plan, node), *_quotes(plan, quoted, node.id)],
        )
    for body in plan.bodies.values():
        yield body.id, body.kind, 1, [*_body(body), *_quotes(plan, quoted, body.id)]
    for source in plan.sources.values():
        yield source.id, "source", 1, [*_source(source), *_quotes(plan, quoted, source.id)]


def letters_of(text: str) -> int:
    """Return a set of bits, one for each letter or digit of a text; other characters share the rest.

    What lacks a bit of the query cannot match it, save by a typing error.
    """
    bits = 0
    for char in set(text):
        if char != " ":
            bits |= 1 << (ord(char) & 63)
    return bits


def _field(name: str, text: str, quote: str = "") -> Iterator[Field]:
    if text:
        folded = fold(text)
        words = tuple(found.span() for found in WORD.finditer(folded.text))
        initials: tuple[str, ...] = ()
        if name not in LONG_FIELDS and name not in ("id", "date", "number"):
            first = [folded.text[a:b] for a, b in words]
            initials = ("".join(w[0] for w in first), "".join(w[0] for w in first if w not in SMALL_WORDS))
        yield Field(name, text, folded, words, letters_of(folded.text), initials, quote=quote)


def _pinyin(text: str, pinyin: str) -> Iterator[Field]:
    """A field whose text is Chinese and whose letters are its pinyin, a syllable for each character."""
    found = syllables(pinyin, len(hanzi(text))) if pinyin and text else []
    if found:
        letters = letters_of("".join(found) + "u" * any("v" in s for s in found))
        yield Field("pinyin", text, Folded("", (0,)), (), letters, syllables=tuple(found))


def _quotes(plan: Plan, quoted: dict[str, list[str]], id_: str) -> Iterator[Field]:
    for quote in quoted.get(id_, ()):
        yield from _field("quote", plan.quotes[quote].exact, quote)


def _node(plan: Plan, node: Node) -> Iterator[Field]:
    title = node.title
    yield from _field("id", node.id)
    yield from _field("number", node.number)
    for text in dict.fromkeys((title.en, title.zh_short, title.zh, title.en_close)):
        yield from _field("title", text)
    for rendering in title.renderings:
        yield from _field("title", rendering.text)
    yield from _pinyin(title.zh_short or title.zh, node.pinyin)
    for alias in node.aliases:
        yield from _field("alias", alias)
    for id_ in node.agencies.list:
        body = plan.bodies[id_]
        for text in (body.abbr, body.title.en, body.title.zh_short or body.title.zh):
            yield from _field("agency", text)
    if node.event or node.due:
        yield from _field("date", first_date(node))
        yield from _field("date", node.due if node.due != first_date(node) else "")
    if node.target and node.target.number:
        yield from _field("target", f"{node.target.number} {node.target.unit.en}".strip())
        yield from _field("target", f"{node.target.number}{node.target.unit.zh}" if node.target.unit.zh else "")
    yield from _field("summary", node.summary.en)
    yield from _field("summary", node.summary.zh)
    for note in node.notes:
        yield from _field("note", note.text.en)
        yield from _field("note", note.text.zh)


def _body(body: Body) -> Iterator[Field]:
    yield from _field("id", body.id)
    for text in dict.fromkeys((body.title.en, body.title.zh, body.title.zh_short)):
        yield from _field("title", text)
    yield from _field("abbr", body.abbr)
    yield from _pinyin(body.title.zh, body.pinyin)
    for alias in body.aliases:
        yield from _field("alias", alias)
    for later in body.later:
        yield from _field("later", later.name.en)
        yield from _field("later", later.name.zh)
    yield from _field("summary", body.summary.en)
    yield from _field("summary", body.summary.zh)


def _source(source: Source) -> Iterator[Field]:
    yield from _field("id", source.id)
    yield from _field("number", source.number)
    yield from _field("title", source.title.en)
    yield from _field("title", source.title.zh)
    yield from _field("alias", source.publisher)
