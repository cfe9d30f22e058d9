"""The JSON Schema (draft 2020-12) of what the commands print with `--format json`; see `plan_data.exports.records`.

Every key is always there. `python -m plan_data.loading.json_schema` writes it to `plan_data/outputs.json`.
"""

from __future__ import annotations

from plan_data.exports.json_types import (
    ABOUT,
    COUNT,
    DUTY,
    DUTY_OF,
    GRADES_BY_STATEMENT,
    IDS,
    ITEM_KIND,
    NAMES,
    PAIR,
    TEXT,
    Schema,
    list_of,
    object_of,
    one_of,
    or_null,
    ref,
    texts_of,
)
from plan_data.exports.records import SOURCE_KEYS
from plan_data.exports.views import CONFLICT, TARGET, VIEWS
from plan_data.model.anchors import STATES
from plan_data.model.entities import KINDS, ROLES, RULES, TEXT_FIELDS, CopyFacts, Node
from plan_data.model.pair import Pair
from plan_data.model.statements import DATES


def outputs() -> Schema:
    """Return the schema: one object with `schema` and the payload of a command; records are described in `$defs`."""
    link = object_of(id=TEXT, role=one_of(*ROLES), **ABOUT)
    entry = {
        "id": TEXT,
        "kind": one_of(*KINDS),
        "number": TEXT,
        "title": ref("title"),
        "evidence": GRADES_BY_STATEMENT,
    }
    defs: dict[str, Schema] = {
        "title": object_of(
            **texts_of("en", "zh", "zh_short", "en_close"),
            renderings=list_of(object_of(**texts_of("text", "who"), name=PAIR)),
            en_short=TEXT,
            zh_narrow=TEXT,
        ),
        "note": object_of(
            kind=one_of("sic", "doubt", "gloss"), text=PAIR, term=PAIR, pinyin=TEXT, glossary={"type": "boolean"}
        ),
        "tree": object_of(**entry, children=list_of(ref("tree"))),
        "quote": object_of(
            **texts_of("id", "source"),
            paragraph={"type": "integer"},
            **texts_of("exact", "prefix", "suffix"),
            state=one_of(*STATES),
            notes=list_of(ref("note")),
            nodes=list_of(link),
            names=NAMES,
        ),
        "hit": object_of(
            **texts_of("id", "field", "text"),
            score={"type": "number"},
            spans=list_of({"type": "array", "items": COUNT, "minItems": 2, "maxItems": 2}),
            quote=TEXT,
            **ABOUT,
        ),
        "finding": object_of(
            severity=one_of("error", "warning"),
            file=TEXT,
            line=COUNT,
            column=COUNT,
            **texts_of("path", "code", "message"),
        ),
        "command": object_of(**texts_of("id", "key", "pane", "help")),
    }
    entry["kind"] = ITEM_KIND
    node = object_of(
        **entry,
        pinyin=TEXT,
        aliases=IDS,
        **{name: PAIR if isinstance(Node._field_defaults[name], Pair) else TEXT for name in TEXT_FIELDS},
        path=IDS,
        agencies=object_of(rule=one_of(*RULES, ""), open={"type": "boolean"}, list=list_of(DUTY), inherited_from=TEXT),
        due=TEXT,
        due_inherited=or_null(object_of(date=TEXT, **{"from": TEXT})),
        **dict.fromkeys(("targets", "related", "children"), IDS),
        quotes=list_of(object_of(role=one_of(*ROLES), **texts_of("id", "inherited_from", "exact", "source"))),
        notes=list_of(ref("note")),
        basis=or_null(object_of(node=TEXT, kind=one_of("direct", "close", "inferred"), alternative=TEXT)),
        cites={"type": "object", "additionalProperties": IDS},
        event=or_null(object_of(type=one_of("event", "plan", "target"), **texts_of(*DATES, "year"))),
        target=or_null(object_of(**TARGET)),
        conflict=or_null(object_of(**CONFLICT)),
        names=NAMES,
    )
    # Bodies, sources and quotes have further keys.
    node.pop("additionalProperties")
    node["properties"] |= {
        "source": ref("source"),
        "quote": ref("quote"),
        "nodes": list_of(DUTY_OF),
        "name": ref("title"),
    }
    defs["node"] = node
    defs["source"] = {
        "type": "object",
        "properties": {
            "id": TEXT, "kind": TEXT, "type": TEXT, "title": PAIR, "address": TEXT, "language": TEXT, "author": TEXT,
            "authors": list_of(object_of(**texts_of("literal", "family", "given"))),
            "translation": one_of("none", "human", "machine"), "notes": list_of(ref("note")),
            "passages": list_of({"type": "integer"}), "headings": IDS, "quotes": COUNT,
            "names": NAMES,
        },
        "required": [*SOURCE_KEYS, "quotes", "names"],
    }  # fmt: skip
    by_role: Schema = {"type": "object", "additionalProperties": COUNT}
    defs["supported"] = object_of(
        id=TEXT,
        title=ref("title"),
        evidence=GRADES_BY_STATEMENT,
        sources=list_of(object_of(id=TEXT, roles=by_role, title=PAIR)),
        kind=ITEM_KIND,
        number=TEXT,
    )
    near = object_of(paragraph=COUNT, text=TEXT, likeness={"type": "number"})
    defs["report"] = object_of(
        source=TEXT,
        copy=object_of(**texts_of(*CopyFacts._fields)),
        headings=list_of(object_of(kind=one_of(*KINDS), found=COUNT, total=COUNT)),
        missing=list_of(object_of(id=TEXT, kind=one_of(*KINDS), heading=TEXT, nearest=near)),
        agencies=object_of(differences=list_of(object_of(node=TEXT, says=TEXT)), compared=IDS, taken=IDS, unlisted=IDS),
        passages=object_of(found=COUNT, total=COUNT),
        edition=list_of(PAIR),
        replaced=or_null(
            object_of(**texts_of("name", "attached"), changes=list_of(object_of(**texts_of("node", "before", "after"))))
        ),
        names=NAMES,
    )
    # An entry with a note may have gone since; it has no kind then.
    kept = {"id": TEXT, **ABOUT, "kind": one_of(*ITEM_KIND["enum"], "")}
    payloads: dict[str, Schema] = {
        "tree": ref("tree"),
        "node": ref("node"),
        "nodes": list_of(ref("node")),
        "hits": list_of(ref("hit")),
        "quotes": list_of(ref("quote")),
        "sources": list_of(ref("source")),
        "evidence": list_of(ref("supported")),
        "attached": ref("report"),
        "copies": list_of(ref("report")),
        "notes": list_of(object_of(**kept, **texts_of("text", "changed"), quotes=list_of(ref("quote")))),
        "bookmarks": list_of(object_of(**kept, added=TEXT)),
        "findings": list_of(ref("finding")),
        "counts": {"type": "object", "additionalProperties": COUNT},
        "keys": list_of(ref("command")),
        "paths": {"type": "object", "additionalProperties": TEXT},
        "comparison": object_of(
            left=ref("node"), right=ref("node"), shared=object_of(agencies=IDS, quotes=IDS, related=IDS, names=NAMES)
        ),
    }
    for view in VIEWS.values():
        if view.item:
            name, defs[name] = view.item
            payloads[view.name] = list_of(ref(name))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "what the commands of internet-plus print with --format json",
        "type": "object",
        "properties": {"schema": {"const": 1}, **payloads},
        "required": ["schema"],
        "minProperties": 2,
        "$defs": defs,
    }
