"""Which nodes name a body or source, have a number, a list or no quote: found in one pass over all nodes.

Cards, views, NODE arguments and the filter of the outline ask this way round. A plan in a database has all of it in
tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plan_data.model.entities import Node, supports


class Uses(NamedTuple):
    """What refers to what; the nodes of each entry are in reading order."""

    numbers: Mapping[str, str]
    """Number to the id of the first node that has it."""
    folded: Mapping[str, str]
    """The same in lower case, for the numbers that are written with capitals."""
    duties: Mapping[str, list[tuple[str, str]]]
    """Id of a body to the nodes whose own list names it, each id with the body's role; bodies in no list are not in it.

    Bodies come in the order in which the plan first names them.
    """
    related: Mapping[str, list[str]]
    """Id of a body to the ids of the nodes that are related to it."""
    citing: Mapping[str, list[str]]
    """Id of a source to the ids of the nodes with a statement that was seen there."""
    measures: Mapping[str, list[str]]
    """Id of a category to the ids of the measures whose basis it is."""
    lists: Mapping[str, list[str]]
    """Rule of lists of bodies to the ids of the nodes with such a list."""
    unstated: Mapping[str, list[str]]
    """Kind to the ids of its nodes that no quote states; plan and sections state nothing."""

    def numbered(self, number: str) -> str:
        """Return the id of the node with a number, in capitals or not; "" for none."""
        return self.numbers.get(number) or self.folded.get(number.lower(), "")


def is_stated(node: Node) -> bool:
    """Return whether a quote of the node's own says what the node says (see `supports`)."""
    return any(supports(node.kind, link.role) for link in node.quotes)


def uses_of(nodes: Iterable[Node], bodies: Mapping[str, object]) -> Uses:
    """Return the uses in some nodes, given in reading order."""
    numbers: dict[str, str] = {}
    folded: dict[str, str] = {}
    duties: dict[str, list[tuple[str, str]]] = {}
    related: dict[str, list[str]] = {}
    citing: dict[str, list[str]] = {}
    measures: dict[str, list[str]] = {}
    lists: dict[str, list[str]] = {}
    unstated: dict[str, list[str]] = {}
    for node in nodes:
        if node.number:
            numbers.setdefault(node.number, node.id)
            if node.number != node.number.lower():
                folded.setdefault(node.number.lower(), node.id)
        for body, role in node.agencies.roles():
            duties.setdefault(body, []).append((node.id, role))
        for other in node.related:
            if other in bodies:
                related.setdefault(other, []).append(node.id)
        for source in dict.fromkeys(source for cited in node.cites.values() for source in cited):
            citing.setdefault(source, []).append(node.id)
        if node.basis and node.kind == "measure":
            measures.setdefault(node.basis.node, []).append(node.id)
        if node.agencies.rule:
            lists.setdefault(node.agencies.rule, []).append(node.id)
        if node.kind not in ("plan", "section") and not is_stated(node):
            unstated.setdefault(node.kind, []).append(node.id)
    return Uses(numbers, folded, duties, related, citing, measures, lists, unstated)
