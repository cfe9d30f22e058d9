"""The terms of the glossary: each with where it is explained and where it is used."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from plan_data.model.entities import Body, Item, Node, Note, Quote, Source, Title


class Term(NamedTuple):
    """A term of the glossary."""

    note: Note
    """The note that explains it."""
    where: str
    """Id of what the note is on."""
    places: tuple[str, ...]
    """Ids of where it is used: entries in whose Chinese titles it stands, and whatever has a gloss on it.

    What it is explained on comes first, unless that is a quote: entries come before bodies, sources and quotes.
    """

    @property
    def zh(self) -> str:
        """The Chinese term; no other has the same."""
        return self.note.term.zh


def terms_of(
    nodes: Sequence[Node], bodies: Collection[Body], sources: Iterable[Source], quotes: Iterable[Quote]
) -> Mapping[str, Term]:
    """Return the terms of the glossary by their Chinese, in the order of the English alphabet."""
    explained: dict[str, tuple[Note, Item]] = {}
    glossed: dict[str, list[str]] = {}
    quoted: set[str] = set()
    items: Iterable[Item] = chain(nodes, bodies, sources, quotes)
    for item in items:
        for note in item.notes:
            if note.kind == "gloss" and note.term.zh:
                glossed.setdefault(note.term.zh, []).append(item.id)
                if isinstance(item, Quote):
                    quoted.add(item.id)
                if note.glossary:
                    explained.setdefault(note.term.zh, (note, item))
    titled: dict[str, list[str]] = {zh: [] for zh in explained}
    # 信息化 in the name of a ministry, 工业和信息化部, is no use of the term.
    names = {name for body in bodies for name in (body.title.zh, body.title.zh_short)}
    of_bodies = {zh: [name for name in names if zh in name and zh != name] for zh in explained}
    for node in nodes if titled else ():
        for zh, ids in titled.items():
            if _stands_in(node.title, zh, of_bodies[zh]):
                ids.append(node.id)
    found = {}
    for zh, (note, item) in sorted(explained.items(), key=lambda entry: (entry[1][0].term.en.casefold(), entry[0])):
        ids = [item.id, *titled[zh], *glossed[zh]]
        found[zh] = Term(note, item.id, tuple(dict.fromkeys([*(id_ for id_ in ids if id_ not in quoted), *ids])))
    return found


def _stands_in(title: Title, term: str, names: Iterable[str]) -> bool:
    """Return whether a term stands in a Chinese title outside some names."""
    for text in (title.zh, title.zh_short):
        if term in text:
            for name in names:
                text = text.replace(name, " ")
            if term in text:
                return True
    return False
