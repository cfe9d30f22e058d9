"""The parts of which the JSON Schema of printed records is made."""

from __future__ import annotations

from typing import Any

from plan_data.model.entities import BODY_KINDS, GRADES, KINDS, STATEMENTS

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
IDS: Schema = {"type": "array", "items": TEXT}


def object_of(**properties: Schema) -> Schema:
    """Return the schema of an object that has exactly these keys."""
    keys = list(properties)
    return {"type": "object", "properties": properties, "required": keys, "additionalProperties": False}


def texts_of(*names: str) -> dict[str, Schema]:
    """Return the properties of these names, each a text."""
    return dict.fromkeys(names, TEXT)


def list_of(items: Schema) -> Schema:
    """Return the schema of an array."""
    return {"type": "array", "items": items}


def one_of(*words: str) -> Schema:
    """Return the schema of a text that is one of some words."""
    return {"enum": list(words)}


def ref(name: str) -> Schema:
    """Return a reference to a schema in `$defs`."""
    return {"$ref": f"#/$defs/{name}"}


def or_null(schema: Schema) -> Schema:
    """Return the schema of a value that may be null."""
    return {"anyOf": [schema, {"type": "null"}]}


PAIR = object_of(en=TEXT, zh=TEXT)
"""A text in two languages."""
NAMES: Schema = {"type": "object", "additionalProperties": PAIR}
"""The titles of the ids that a record names by themselves, by id."""
ITEM_KIND = one_of(*KINDS, *BODY_KINDS, "source", "quote")
"""The kind of anything that has an id."""
ABOUT: dict[str, Schema] = {"title": PAIR, "kind": ITEM_KIND, "number": TEXT}
"""The keys that say beside an id what it is."""
DUTY_ROLE = one_of("lead", "joint_lead", "member", "responsible")
"""The role of a body in a node's list."""
DUTY = object_of(id=TEXT, role=DUTY_ROLE, name=PAIR)
"""A body with its role."""
DUTY_OF = object_of(id=TEXT, role=DUTY_ROLE, **ABOUT)
"""A node with a body's role."""
GRADES_BY_STATEMENT: Schema = {
    "type": "object",
    "additionalProperties": one_of(*GRADES, ""),
    "required": list(STATEMENTS),
}
"""The grade of each statement."""
