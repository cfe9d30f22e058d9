"""The JSON Schema (draft 2020-12) of what the commands print with `--format json`; see `plan_data.exports.records`.

Every key is always there. `python -m plan_data.loading.json_schema` writes it to `plan_data/outputs.json`.
"""

from __future__ import annotations

from typing import Any

from plan_data.model.anchors import STATES
from plan_data.model.entities import BODY_KINDS, GRADES, KINDS, ROLES, RULES, STATEMENTS

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_IDS: Schema = {"type": "array", "items": _TEXT}


def _object(**properties: Schema) -> Schema:
    """Return the schema of an object that has exactly these keys."""
    keys = {name.rstrip("_"): schema for name, schema in properties.items()}
    return {"type": "object", "properties": keys, "required": list(keys), "additionalProperties": False}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _word(*words: str) -> Schema:
    return {"enum": list(words)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def outputs() -> Schema:
    """Return the schema: one object with `schema` and the payload of a command; each payload stands in `$defs`."""
    pair = _object(en=_TEXT, zh=_TEXT)
    link = _object(id=_TEXT, role=_word(*ROLES))
    duty = _object(id=_TEXT, role=_word("lead", "joint_lead", "member", "responsible"))
    target = {"sort": _word("target", "figure", ""), "number": _TEXT, "unit": pair, "owner": _TEXT}
    side = _object(says=pair, quotes=_IDS, cites=_IDS, evidence=_word(*GRADES))
    conflict = {"kind": _word("conflict", "doubt", "development"), "sides": _list(side)}
    dates = ("happened", "dated", "published", "reported")
    grades: Schema = {"type": "object", "additionalProperties": _word(*GRADES, ""), "required": list(STATEMENTS)}
    defs: dict[str, Schema] = {
        "title": _object(
            en=_TEXT, zh=_TEXT, zh_short=_TEXT, en_close=_TEXT, renderings=_list(_object(text=_TEXT, who=_TEXT))
        ),
        "note": _object(kind=_word("sic", "doubt", "gloss"), text=pair, term=pair),
        "tree": _object(
            id=_TEXT,
            kind=_word(*KINDS),
            number=_TEXT,
            title=_ref("title"),
            evidence=grades,
            children=_list(_ref("tree")),
        ),
        "quote": _object(
            id=_TEXT,
            source=_TEXT,
            paragraph={"type": "integer"},
            exact=_TEXT,
            prefix=_TEXT,
            suffix=_TEXT,
            state=_word(*STATES),
            notes=_list(_ref("note")),
            nodes=_list(link),
        ),
        "hit": _object(
            id=_TEXT,
            field=_TEXT,
            text=_TEXT,
            score={"type": "number"},
            spans=_list({"type": "array", "items": _COUNT, "minItems": 2, "maxItems": 2}),
            quote=_TEXT,
        ),
        "event": _object(
            id=_TEXT,
            date=_TEXT,
            precision=_word("day", "month", "year", ""),
            kind=_word("event", "plan", "target"),
            title=_ref("title"),
            nodes=_IDS,
        ),
        "agency": _object(id=_TEXT, name=_ref("title"), abbr=_TEXT, nodes=_list(duty)),
        "target": _object(
            id=_TEXT, title=_ref("title"), **target, deadline=_TEXT, quote=_TEXT, doubt=_list(pair), evidence=grades
        ),
        "conflict": _object(id=_TEXT, title=_ref("title"), note=pair, **conflict),
        "finding": _object(
            severity=_word("error", "warning"), file=_TEXT, line=_COUNT, column=_COUNT, path=_TEXT, code=_TEXT,
            message=_TEXT,
        ),
        "term": _object(term=pair, text=pair, where=_TEXT),
        "command": _object(id=_TEXT, key=_TEXT, pane=_TEXT, help=_TEXT),
    }  # fmt: skip
    node = _object(
        id=_TEXT,
        kind=_word(*KINDS, *BODY_KINDS, "source", "quote"),
        number=_TEXT,
        title=_ref("title"),
        evidence=grades,
        pinyin=_TEXT,
        aliases=_IDS,
        summary=pair,
        path=_IDS,
        agencies=_object(rule=_word(*RULES, ""), open={"type": "boolean"}, list=_list(duty), inherited_from=_TEXT),
        due=_TEXT,
        targets=_IDS,
        related=_IDS,
        children=_IDS,
        quotes=_list(_object(id=_TEXT, role=_word(*ROLES), inherited_from=_TEXT)),
        notes=_list(_ref("note")),
        basis=_or_null(_object(node=_TEXT, kind=_word("direct", "close", "inferred"), alternative=_TEXT)),
        cites={"type": "object", "additionalProperties": _IDS},
        event=_or_null(_object(type=_word("event", "plan", "target"), **dict.fromkeys(dates, _TEXT), year=_TEXT)),
        target=_or_null(_object(**target)),
        conflict=_or_null(_object(**conflict)),
    )
    # Bodies, sources and quotes have keys of their own besides.
    node.pop("additionalProperties")
    node["properties"] |= {"source": _ref("source"), "quote": _ref("quote"), "nodes": _list(duty)}
    defs["node"] = node
    defs["source"] = {
        "type": "object",
        "properties": {
            "id": _TEXT, "kind": _TEXT, "type": _TEXT, "title": pair, "address": _TEXT, "language": _TEXT,
            "translation": _word("none", "human", "machine"), "notes": _list(_ref("note")),
            "passages": _list({"type": "integer"}), "headings": _IDS, "quotes": _COUNT,
        },
        "required": [
            "id", "kind", "type", "title", "author", "publisher", "container", "number", "dates", "language",
            "translation", "original", "address", "address_from", "file", "sha256", "seen", "reliability",
            "citation", "notes", "passages", "headings", "copy", "quotes",
        ],
    }  # fmt: skip
    payloads: dict[str, Schema] = {
        "tree": _ref("tree"),
        "node": _ref("node"),
        "nodes": _list(_ref("node")),
        "hits": _list(_ref("hit")),
        "quotes": _list(_ref("quote")),
        "sources": _list(_ref("source")),
        "timeline": _list(_ref("event")),
        "agencies": _list(_ref("agency")),
        "targets": _list(_ref("target")),
        "conflicts": _list(_ref("conflict")),
        "evidence": {"type": "array"},
        "glossary": _list(_ref("term")),
        "notes": {"type": "array"},
        "bookmarks": {"type": "array"},
        "findings": _list(_ref("finding")),
        "counts": {"type": "object", "additionalProperties": _COUNT},
        "keys": _list(_ref("command")),
        "paths": {"type": "object", "additionalProperties": _TEXT},
        "comparison": _object(
            left=_ref("node"), right=_ref("node"), shared=_object(agencies=_IDS, quotes=_IDS, related=_IDS)
        ),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "what the commands of internet-plus print with --format json",
        "type": "object",
        "properties": {"schema": {"const": 1}, **payloads},
        "required": ["schema"],
        "minProperties": 2,
        "$defs": defs,
    }
