"""The names of all nodes, folded: what a filter of a view looks through before it looks at the nodes themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from plan_data.model.entities import Node

if TYPE_CHECKING:
    from plan_data.model.plan import Plan


def names_of(nodes: Iterable[Node]) -> Mapping[str, str]:
    """Return the titles, number, id and aliases of nodes, folded and without blanks: for each kind a line a node."""
    # Imported late: a plan that is opened from its database has the names.
    from plan_data.text.folding import fold_all

    found: dict[str, list[str]] = {}
    for node in nodes:
        texts = (node.title.en, node.title.zh, node.number, node.id, *node.aliases)
        found.setdefault(node.kind, []).append(" ".join(texts))
    return {kind: "\n".join("".join(name.split()) for name in fold_all(names)) for kind, names in found.items()}


def places_named(plan: Plan, words: str) -> set[int]:
    """Return the indexes of the nodes whose names may have all the words; all others have not.

    Blanks and hyphens do not count here, so that each of the nodes has still to be looked at.
    """
    from plan_data.text.folding import fold

    wanted = ["".join(fold(word).text.split()) for word in words.split()]
    return {
        place
        for kind, names in plan.names.items()
        for place, name in zip(plan.places_of_kind(kind), names.split("\n"), strict=True)
        if all(word in name for word in wanted)
    }
