"""Queries to try, made from the plan itself, so that each of them finds something."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from plan_data.model.entities import Node
from plan_data.model.plan import Plan
from plan_data.search.index import SearchIndex
from plan_data.search.pinyin import hanzi, syllables
from plan_data.text.dates import precision

LOOKED_AT = 50
"""Entries of a kind that are looked at for an example."""


class Example(NamedTuple):
    """A query to try."""

    query: str
    """The query."""
    kind: str
    """What it is: `figure`, `initials`, `abbr`, `date`."""


def examples(plan: Plan, index: SearchIndex) -> list[Example]:
    """Return a query of each kind that the plan has something for; the first hit of each is what it was made from."""
    found: dict[str, Example] = {}
    for example, id_ in _candidates(plan):
        if example.kind not in found:
            hits = index.search(example.query, 1)
            if hits and hits[0].id == id_:
                found[example.kind] = example
    return list(found.values())


def _candidates(plan: Plan) -> Iterator[tuple[Example, str]]:
    """Yield examples with the ids of what they are made from, the best of each kind first."""
    for node in islice(plan.of_kind("target"), LOOKED_AT):
        if node.target and node.target.number and node.target.unit:
            unit = (node.target.unit.en or node.target.unit.zh).split(maxsplit=1)[0]
            yield Example(f"{node.target.number} {unit}", "figure"), node.id
    for node in reversed(list(islice(plan.of_kind("action", "task"), LOOKED_AT))):
        if letters := _initials(node):
            yield Example(letters, "initials"), node.id
    for body in sorted(islice(plan.bodies.values(), LOOKED_AT), key=lambda body: len(body.abbr)):
        if len(body.abbr) > 2 and body.abbr.isascii():
            yield Example(body.abbr.lower(), "abbr"), body.id
    for node in islice(plan.of_kind("event"), LOOKED_AT):
        if node.event:
            for date in node.event[1:5]:
                if precision(date) == "day":
                    yield Example(date, "date"), node.id


def _initials(node: Node) -> str:
    """Return the initials of an action's pinyin; "" where they cannot be told."""
    chinese = node.title.zh_short or node.title.zh
    spelt = syllables(node.pinyin, len(hanzi(chinese)))
    letters = "".join(syllable[0] for syllable in spelt)
    return letters if node.kind == "action" and 3 <= len(letters) <= 5 else ""
