"""The card of anything that has one: a node, a body or a source."""

from __future__ import annotations

from collections.abc import Mapping

from plan_data.model.entities import Body, Node, Source
from plan_data.model.plan import Plan
from plan_data.model.statements import statements
from widgets.render.about import FirstScreen
from widgets.render.blocks import Block
from widgets.render.body_cards import BodyCard
from widgets.render.conflicts import ConflictCard
from widgets.render.node_cards import NodeCard


def node_card(
    plan: Plan,
    id_: str,
    lang: str = "en",
    ascii_signs: bool = False,
    keys: Mapping[str, str] | None = None,
    width: int = 0,
) -> list[Block]:
    """Return the card of a node, body or source.

    Args:
        plan: The plan.
        id_: Id of a node, body or source; raises KeyError for anything else.
        lang: `en`, `zh` or `both`.
        ascii_signs: Draw signs in ASCII.
        keys: Id of a command to the key that a sentence may name; without it no sentence names a key, as on paper.
        width: Cells of a line; where there is room, the sides of a conflict stand next to each other.
    """
    item = plan.get(id_)
    given = (plan, lang, ascii_signs, keys or {})
    if isinstance(item, Node):
        if item.kind == "plan":
            return list(FirstScreen(*given).blocks(statements(plan, item)))
        if item.conflict:
            return list(ConflictCard(*given, width).blocks(statements(plan, item)))
        return list(NodeCard(*given).blocks(statements(plan, item)))
    if isinstance(item, Body):
        return list(BodyCard(*given).body(item))
    if isinstance(item, Source):
        return list(BodyCard(*given).source(item))
    raise KeyError(id_)
