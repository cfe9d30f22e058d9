"""The table of bodies against actions and groups of measures."""

from __future__ import annotations

from collections.abc import Sequence

from plan_data.exports.views import agencies
from plan_data.labels.roles import AGENCY_ROLE_LABELS
from plan_data.model.entities import Body, Node
from plan_data.model.plan import Plan
from widgets.render.blocks import Block
from widgets.render.table_layout import Cell, Spot, Table, TableLayout, lay_out
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Line, Span

ROLE_LETTERS = {"lead": "L", "joint_lead": "J", "member": "p", "responsible": "R"}
"""Role of a body in a list to its letter."""
UNKNOWN = "?"
"""The document has a list here, and it is not known whom it names."""


def agencies_view(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return the table of bodies, and below it those that only other lists name, a follow-up's for one, with these."""
    laid = agencies_table(plan, look)
    blocks, spots = list(laid.blocks), dict(laid.spots)
    _elsewhere(plan, look, blocks, spots)
    return TableLayout(blocks, spots)


def agencies_printed(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return the table, and each body with what it leads or takes part in; of `look.nodes` those bodies alone."""
    blocks = [] if look.nodes else list(agencies_table(plan, look).blocks)
    for entry in sorted(agencies(plan, *look.nodes), key=lambda e: -len(e["nodes"])):
        body = plan.bodies[entry["id"]]
        name = body.title.pick(look.lang) + (f" ({body.abbr})" if body.abbr else "")
        blocks.append(Block((Span(name, "title"),), right=(Span(body.id, "id"),), gap=True, target=body.id))
        for later in body.later:
            blocks.append(Block((Span(f"later {later.name.pick(look.lang)} {later.date}", "muted"),), indent=2))
        for duty in entry["nodes"]:
            node = plan.node(duty["id"])
            blocks.append(
                Block(
                    (
                        Span(f"{node.number} " if node.number else "", "number"),
                        Span(node.title.pick(look.lang), "link"),
                    ),
                    lead=(Span(f"{AGENCY_ROLE_LABELS[duty['role']]:<12}", "number"),),
                    right=(Span(plan.grade(node, "agencies"), f"grade-{plan.grade(node, 'agencies')}"),),
                    indent=2,
                    target=node.id,
                )
            )
        if not entry["nodes"]:
            blocks.append(Block((Span("in no list that is known", "muted"),), indent=2))
    return TableLayout(blocks, {})


def agencies_table(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return bodies against the actions and the groups of measures, every cell a link; blank is: in no known list."""
    actions = list(plan.of_kind("action"))
    groups = list(plan.of_kind("group"))
    columns = [*actions, *groups]
    heads = tuple(Cell(node.number or str(n), node.id, "number") for n, node in enumerate(columns, 1))
    duties = {body.id: _duties(plan, body, columns) for body in plan.bodies.values() if body.kind == "agency"}
    bodies = [
        body for body in plan.bodies.values() if any(cell.text not in ("", UNKNOWN) for cell in duties.get(body.id, ()))
    ]
    if look.sort == "name":
        bodies.sort(key=lambda body: body.title.pick(look.lang).casefold())
    else:
        bodies.sort(key=lambda body: tuple(-n for n in _weight(duties[body.id])))
    rows: list[tuple[Line, str, tuple[Cell, ...]]] = [
        (_name(body, look), body.id, duties[body.id])
        for body in bodies
        if look.keeps(body.title.en, body.title.zh, body.title.zh_short, body.abbr, body.id, *body.aliases)
    ]
    if not rows:
        return TableLayout([], {})
    least = 30 if look.width >= 100 else 24 if look.width >= 60 else 14
    laid = lay_out(Table(heads, tuple(rows), least, 1), look.width, look.first)
    legend = ["L leads  J leads jointly  p takes part  R responsible  ? the list is not known  blank: in no known list"]
    told = [f"{_range(heads[: len(actions)])}: actions"] if actions else []
    if groups:
        told.append(f"{'m' if groups[0].number.startswith('m') else _range(heads[len(actions) :])}: groups of measures")
    legend.append(f"{'; '.join(told)}. Sorted by {look.sort or 'weight'}; r changes that.")
    blocks = [Block((Span(line, "muted"),)) for line in legend]
    n = len(blocks)
    return TableLayout([*blocks, *laid.blocks], {i + n: spots for i, spots in laid.spots.items()})


def _range(heads: Sequence[Cell]) -> str:
    """Return the heads of some columns in words: `1 to 11`."""
    return heads[0].text if len(heads) == 1 else f"{heads[0].text} to {heads[-1].text}"


def _elsewhere(plan: Plan, look: ViewOptions, blocks: list[Block], spots: dict[int, tuple[Spot, ...]]) -> None:
    """Add the bodies that only lists outside the table name: each with those lists, the one that has most first."""
    inside = {
        id_
        for column in plan.of_kind("action", "group")
        for node in _listed(plan, column)
        for id_ in node.agencies.list
    }
    lists = {id_: duties for id_, duties in plan.uses.duties.items() if id_ not in inside}
    found = [plan.bodies[id_] for id_ in lists if plan.bodies[id_].kind == "agency"]
    found = [b for b in found if look.keeps(b.title.en, b.title.zh, b.title.zh_short, b.abbr, b.id, *b.aliases)]
    if look.sort == "name":
        found.sort(key=lambda body: body.title.pick(look.lang).casefold())
    else:
        found.sort(key=lambda body: -len(lists[body.id]))
    for n, body in enumerate(found):
        if not n:
            blocks.append(Block((Span("Named in other lists", "heading"),), gap=bool(blocks)))
        spots[len(blocks)] = (Spot(0, look.width, body.id),)
        blocks.append(Block(_name(body, look), target=body.id))
        for node_id, role in lists[body.id]:
            node = plan.node(node_id)
            spots[len(blocks)] = (Spot(2, look.width - 2, node.id),)
            blocks.append(
                Block(
                    (Span(node.title.pick(look.lang), "link"),),
                    lead=(Span(f"{AGENCY_ROLE_LABELS[role]:<12}", "number"),),
                    right=(sign(plan.grade(node, "agencies"), look),),
                    indent=2,
                    target=node.id,
                )
            )


def _name(body: Body, look: ViewOptions) -> Line:
    abbr = f"{body.abbr} " if body.abbr and look.lang != "zh" else ""
    if look.lang == "zh":
        return (Span(body.title.zh_short or body.title.zh or body.title.en, "link"),)
    return (Span(abbr, "number"), Span(body.title.pick(look.lang), "link"))


def _duties(plan: Plan, body: Body, columns: list[Node]) -> tuple[Cell, ...]:
    return tuple(_duty(plan, body, node) for node in columns)


def _listed(plan: Plan, column: Node) -> list[Node]:
    """Return the nodes whose lists a column shows: an action itself, the measures of a group."""
    return [column] if column.kind == "action" else [plan.node(id_) for id_ in column.children]


def _duty(plan: Plan, body: Body, node: Node) -> Cell:
    """Return a body's part in an action, or in the measures of a group: the weightiest, and where it stands."""
    listed = _listed(plan, node)
    order = list(ROLE_LETTERS)
    found = [(order.index(role), n.id) for n in listed for id_, role in n.agencies.roles() if id_ == body.id]
    if found:
        role, id_ = min(found)
        letter = ROLE_LETTERS[order[role]]
        return Cell(letter, id_, "figure" if letter in "LJ" else "text")
    if any(n.agencies.rule == "unknown" for n in listed):
        return Cell(UNKNOWN, node.id, "muted")
    return Cell("", node.id)


def _weight(cells_of: tuple[Cell, ...]) -> tuple[int, int]:
    """Return how often a body leads, and how often it is named at all."""
    letters = [cell.text for cell in cells_of]
    return sum(letter in ("L", "J") for letter in letters), sum(letter not in ("", UNKNOWN) for letter in letters)
