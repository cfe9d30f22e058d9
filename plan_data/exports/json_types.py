"""The parts of which the JSON Schema of printed records is made."""

from __future__ import annotations

from typing import Any

from plan_data.model.entities import GRADES, STATEMENTS

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
IDS: Schema = {"type": "array", "items": TEXT}


def object_of(**properties: Schema) -> Schema:
    """Return the schema of an object that has exactly these keys."""
    keys = list(properties)
    return {"type": "object", "properties": properties, "required": keys, "additionalProperties": False}


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
DUTY = object_of(id=TEXT, role=one_of("lead", "joint_lead", "member", "responsible"))
"""A body or a node with the body's role."""
GRADES_BY_STATEMENT: Schema = {
    "type": "object",
    "additionalProperties": one_of(*GRADES, ""),
    "required": list(STATEMENTS),
}
"""The grade of each statement."""
