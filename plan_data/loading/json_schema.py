"""The JSON Schema (draft 2020-12) of a plan's files, made from the parsers of the loader.

`python -m plan_data.loading.json_schema` writes it to `plan_data/schema.json`, and that of what is printed to
`plan_data/outputs.json`. It describes each file by itself; what must agree across files (ids, totals, grades with
what supports them) only the loader checks.
"""

from __future__ import annotations

import json
from pathlib import Path

from plan_data.loading import node_fields, parsers
from plan_data.loading.parsers import Schema, mapping

HOME = Path(__file__).parent.parent
FILE = HOME / "schema.json"
"""The file of the schema."""
OUTPUTS = HOME / "outputs.json"
"""The file of the schema of what the commands print."""


def schema() -> Schema:
    """Return the schema: `plan.yaml` itself, and `$defs` for `agencies.yaml` and for a file of `sources/`."""
    node = mapping(node_fields.NODE, ("id", "kind", "title"))
    node["properties"]["children"] = {"type": "array", "items": {"$ref": "#/$defs/node"}}
    source = mapping(node_fields.SOURCE, ("id", "kind", "title"))
    source["properties"]["passages"] = {"type": "array", "items": parsers.schema_of(node_fields.PASSAGE)}
    body = mapping(node_fields.BODY, ("id", "kind", "name"))
    totals = parsers.schema_of(node_fields.TOTALS)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "plan.yaml",
        "type": "object",
        "properties": {"schema": {"const": 1}, "totals": totals, "root": {"$ref": "#/$defs/node"}},
        "required": ["root"],
        "additionalProperties": False,
        "$defs": {
            "node": node,
            "agencies": {
                "title": "agencies.yaml",
                "type": "object",
                "properties": {"agencies": {"type": "array", "items": body}},
                "required": ["agencies"],
                "additionalProperties": False,
            },
            "source": {"title": "a file of sources/", **source},
        },
    }


def written(of: Schema) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(of, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    from plan_data.exports.output_schema import outputs

    FILE.write_text(written(schema()), encoding="utf-8")
    OUTPUTS.write_text(written(outputs()), encoding="utf-8")
