"""The fields of a plan's files: what keys there are, and the form by which the value of each is read."""

from __future__ import annotations

from functools import lru_cache

from plan_data.loading import parsers
from plan_data.loading.parsers import LoadContext, line, line_pair, many, pair, record, ref, table, text, word
from plan_data.loading.yaml_events import Scalar, Value
from plan_data.model.entities import (
    BODY_KINDS,
    KINDS,
    ROLES,
    RULES,
    STATEMENTS,
    Agencies,
    Basis,
    Conflict,
    Dates,
    Event,
    Later,
    Note,
    QuoteLink,
    Rendering,
    Side,
    Target,
    Title,
)

BODY_STATEMENTS = ("name", "later", "post", "summary")
"""The statements of a body that have one."""


_by_role = table(ROLES, many(ref("quote")))


def _links(value: Value, path: str, desk: LoadContext) -> tuple[QuoteLink, ...]:
    by_role = _by_role(value, path, desk)
    return tuple(_link(id_, role) for role in ROLES for id_ in by_role.get(role, ()))


@lru_cache(maxsize=4096)
def _link(id_: str, role: str) -> QuoteLink:
    """Return a link, the same for all that have it."""
    return QuoteLink(id_, role)


_note = record(
    Note, {"kind": word("sic", "doubt", "gloss"), "text": pair, "term": line_pair}, required=("kind", "text")
)
_notes = many(_note)
_grade = word("unchecked", "reported", "quoted")
_title = record(
    Title,
    {
        "en": line,
        "zh": line,
        "zh_short": line,
        "en_close": line,
        "renderings": many(record(Rendering, {"text": line, "who": ref("source")}, required=("text", "who"))),
    },
)


def _named(value: Value, path: str, desk: LoadContext) -> Title | None:
    title: Title | None = _title(value, path, desk)
    if title is not None and not (title.en or title.zh):
        desk.error(value, path, "missing-key", "a title needs 'en' or 'zh'")
    return title


parsers.described(_named, {**parsers.schema_of(_title), "anyOf": [{"required": ["en"]}, {"required": ["zh"]}]})
parsers.described(_links, parsers.schema_of(_by_role))
_agencies = record(
    Agencies, {"rule": word(*RULES), "open": parsers.flag, "list": many(ref("body"))}, required=("rule",)
)
_basis = record(
    Basis,
    {"node": ref("category"), "kind": word("direct", "close", "inferred"), "alternative": ref("category")},
    required=("node", "kind"),
)
_event = record(
    Event,
    {
        "type": word("event", "plan", "target"),
        "happened": parsers.date,
        "dated": parsers.date,
        "published": parsers.date,
        "reported": parsers.date,
        "year": word("stated", "implied", "outside"),
    },
    required=("type",),
)
_target = record(
    Target,
    {"sort": word("target", "figure"), "number": line, "unit": line_pair, "owner": ref("any")},
    required=("sort",),
)
_side = record(
    Side,
    {"says": pair, "quotes": many(ref("quote")), "cites": many(ref("source")), "evidence": _grade},
    required=("says",),
)
_conflict = record(
    Conflict, {"kind": word("conflict", "doubt", "development"), "sides": many(_side)}, required=("kind", "sides")
)
NODE: dict[str, parsers.Form] = {
    "id": parsers.id_,
    "kind": word(*KINDS),
    "number": parsers.number,
    "title": _named,
    "pinyin": line,
    "aliases": many(line),
    "summary": pair,
    "agencies": _agencies,
    "due": parsers.date,
    "related": many(ref("any")),
    "quotes": _links,
    "evidence": table(STATEMENTS, _grade),
    "cites": table(STATEMENTS, many(ref("source"))),
    "basis": _basis,
    "notes": _notes,
    "event": _event,
    "target": _target,
    "conflict": _conflict,
}
"""Key of a node to the form of its value."""
NODE_KEYS = (*NODE, "children")
"""Keys of a node, in the order of the description."""
BODY: dict[str, parsers.Form] = {
    "id": parsers.id_,
    "kind": word(*BODY_KINDS),
    "name": _named,
    "pinyin": line,
    "abbr": line,
    "aliases": many(line),
    "later": many(record(Later, {"name": line_pair, "date": parsers.date, "note": pair}, required=("name",))),
    "of": ref("body"),
    "post": line_pair,
    "summary": pair,
    "quotes": _links,
    "evidence": table(BODY_STATEMENTS, _grade),
    "cites": table(BODY_STATEMENTS, many(ref("source"))),
    "notes": _notes,
}
"""Key of a body to the form of its value."""
SOURCE: dict[str, parsers.Form] = {
    "id": parsers.id_,
    "kind": word("secondary", "official", "mirror", "press", "reworded"),
    "type": word("webpage", "article-newspaper", "legislation", "post-weblog", "article-journal", "report"),
    "title": _named,
    "author": line,
    "publisher": line,
    "container": line,
    "number": line,
    "dates": record(Dates, dict.fromkeys(Dates._fields, parsers.date)),
    "language": word("en", "zh", "ko", "ja"),
    "translation": word("none", "human", "machine"),
    "original": pair,
    "address": parsers.address,
    "address_from": word("source", "lookup"),
    "file": line,
    "sha256": line,
    "seen": pair,
    "reliability": pair,
    "citation": line_pair,
    "headings": many(ref("node")),
    "quotes": _links,
    "notes": _notes,
}
"""Key of a source to the form of its value."""
SOURCE_KEYS = (*SOURCE, "passages")
"""Keys of a source."""
QUOTE: dict[str, parsers.Form] = {
    "id": parsers.id_,
    "exact": text,
    "prefix": text,
    "suffix": text,
    "notes": _notes,
}
"""Key of a quote to the form of its value."""


def _verbatim(value: Value, path: str, desk: LoadContext) -> str:
    if isinstance(value, Scalar) and not value.plain:
        return text(value, path, desk)
    desk.error(value, path, "not-verbatim", "write a passage as a block (|-) or in quotes")
    return ""


def _raw(value: Value, path: str, desk: LoadContext) -> Value:
    return value


parsers.described(_verbatim, {"type": "string"})
parsers.described(_raw, parsers.mapping(QUOTE, ("id", "exact")))
PASSAGE = record(
    dict, {"paragraph": parsers.integer, "text": _verbatim, "quotes": many(_raw)}, required=("paragraph", "text")
)
"""The form of a passage."""
TOTALS = table(KINDS, parsers.integer)
"""The form of the declared totals."""
