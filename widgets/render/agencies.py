"""The table of bodies against actions and groups of measures."""

from __future__ import annotations

from collections.abc import Sequence

from plan_data.exports.views import agencies
from plan_data.labels import views as words
from plan_data.labels.roles import AGENCY_ROLE_LABELS
from plan_data.model.entities import Body, Node
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, text_block
from widgets.render.table_layout import Cell, LayoutBuilder, Table, TableLayout, lay_out
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Line, Span

ROLE_LETTERS = {"lead": "L", "joint_lead": "J", "member": "p", "responsible": "R"}
"""Role of a body in a list to its letter."""
UNKNOWN = "?"
"""The document has a list here, and it is not known whom it names."""


def agencies_view(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return the table of bodies, and below it those that only other lists name, a follow-up's for one, with these."""
    rows = LayoutBuilder(look.width)
    rows.add_layout(agencies_table(plan, look))
    _add_elsewhere(plan, look, rows)
    return rows.layout


def agencies_printed(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return the table, and each body with what it leads or takes part in; of `look.nodes` those bodies alone."""
    blocks = [] if look.nodes else list(agencies_table(plan, look).blocks)
    for entry in sorted(agencies(plan, *look.nodes), key=lambda e: -len(e["nodes"])):
        body = plan.bodies[entry["id"]]
        name = body.title.pick(look.lang) + (f" ({body.abbr})" if body.abbr else "")
        blocks.append(text_block(name, "title", right=(Span(body.id, "id"),), gap=True, target=body.id))
        for later in body.later:
            text = words.LATER.format(later.name.pick(look.lang), later.date)
            blocks.append(text_block(text, "muted", indent=2))
        for duty in entry["nodes"]:
            node = plan.node(duty["id"])
            grade = plan.grade(node, "agencies")
            number = Span(f"{node.number} " if node.number else "", "number")
            blocks.append(_duty_block(node, duty["role"], look, Span(grade, f"grade-{grade}"), number))
        if not entry["nodes"]:
            blocks.append(text_block(words.IN_NO_LIST, "muted", indent=2))
    return TableLayout(blocks, {})


def _duty_block(node: Node, role: str, look: ViewOptions, grade: Span, *number: Span) -> Block:
    """Return the line of a node whose list names a body."""
    text = (*number, Span(node.title.pick(look.lang), "link"))
    lead = (Span(f"{AGENCY_ROLE_LABELS[role].en:<12}", "number"),)
    return Block(text, lead=lead, right=(grade,), indent=2, target=node.id)


def agencies_table(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return bodies against the actions and the groups of measures, every cell a link; blank is: in no known list."""
    actions = list(plan.of_kind("action"))
    groups = list(plan.of_kind("group"))
    columns = [*actions, *groups]
    heads = tuple(Cell(node.number or str(n), node.id, "number") for n, node in enumerate(columns, 1))
    cells = {body.id: tuple(_cell(plan, body, node) for node in columns) for body in _agencies(plan)}
    bodies = [body for body in _agencies(plan) if any(_weight(cells[body.id]))]
    bodies.sort(key=lambda body: tuple(-n for n in _weight(cells[body.id])))
    rows: list[tuple[Line, str, tuple[Cell, ...]]] = [
        (_name(body, look), body.id, cells[body.id]) for body in _chosen(bodies, look)
    ]
    if not rows:
        return TableLayout([], {})
    least = 30 if look.width >= 100 else 24 if look.width >= 60 else 14
    columns_mean = [words.ACTION_COLUMNS.format(_range(heads[: len(actions)]))] if actions else []
    if groups:
        range_ = "m" if groups[0].number.startswith("m") else _range(heads[len(actions) :])
        columns_mean.append(words.GROUP_COLUMNS.format(range_))
    builder = LayoutBuilder(look.width)
    builder.add(text_block(words.AGENCY_SIGNS, "muted"))
    builder.add(text_block(words.SORTED_BY.format("; ".join(columns_mean), look.sort or "weight"), "muted"))
    builder.add_layout(lay_out(Table(heads, tuple(rows), least, 1), look.width, look.first))
    return builder.layout


def _chosen(bodies: list[Body], look: ViewOptions) -> list[Body]:
    """Return the bodies that the filter keeps, sorted by name where that is asked for."""
    found = [b for b in bodies if look.keeps(b.title.en, b.title.zh, b.title.zh_short, b.abbr, b.id, *b.aliases)]
    return sorted(found, key=lambda body: body.title.pick(look.lang).casefold()) if look.sort == "name" else found


def _range(heads: Sequence[Cell]) -> str:
    """Return the heads of some columns in words: `1 to 11`."""
    return heads[0].text if len(heads) == 1 else words.COLUMN_RANGE.format(heads[0].text, heads[-1].text)


def _add_elsewhere(plan: Plan, look: ViewOptions, rows: LayoutBuilder) -> None:
    """Add the bodies that only lists outside the table name: each with those lists, the one that has most first."""
    inside = {
        id_
        for column in plan.of_kind("action", "group")
        for node in _listed(plan, column)
        for id_ in node.agencies.list
    }
    lists = {id_: duties for id_, duties in plan.uses.duties.items() if id_ not in inside}
    found = [plan.bodies[id_] for id_ in lists if plan.bodies[id_].kind == "agency"]
    found.sort(key=lambda body: -len(lists[body.id]))
    for n, body in enumerate(_chosen(found, look)):
        if not n:
            rows.add(text_block(words.OTHER_LISTS, "heading", gap=bool(rows.blocks)))
        rows.add(Block(_name(body, look), target=body.id))
        for id_, role in lists[body.id]:
            node = plan.node(id_)
            rows.add(_duty_block(node, role, look, sign(plan.grade(node, "agencies"), look)))


def _agencies(plan: Plan) -> list[Body]:
    return [body for body in plan.bodies.values() if body.kind == "agency"]


def _name(body: Body, look: ViewOptions) -> Line:
    abbr = f"{body.abbr} " if body.abbr and look.lang != "zh" else ""
    if look.lang == "zh":
        return (Span(body.title.zh_short or body.title.zh or body.title.en, "link"),)
    return (Span(abbr, "number"), Span(body.title.pick(look.lang), "link"))


def _listed(plan: Plan, column: Node) -> list[Node]:
    """Return the nodes whose lists a column shows: an action itself, the measures of a group."""
    return [column] if column.kind == "action" else [plan.node(id_) for id_ in column.children]


def _cell(plan: Plan, body: Body, node: Node) -> Cell:
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
