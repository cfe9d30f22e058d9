"""The agencies view: bodies in rows, actions and groups of measures in columns."""

from __future__ import annotations

from collections.abc import Sequence

from plan_data.exports.views import agencies
from plan_data.labels import agencies as words
from plan_data.labels.roles import AGENCY_ROLE_LABELS
from plan_data.model.entities import Body, Node
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, text_block
from widgets.render.table_layout import Cell, LayoutBuilder, Table, TableLayout, TableRow, fitting, lay_out
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Line, Span, padded
from widgets.render.wrapping import cells as cells_wide

UNKNOWN = "?"
"""Of a cell where the document has a list, and it is not known whom that names."""


def agencies_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the table, and below it the bodies that are named in other lists only, such as that of a follow-up."""
    rows = LayoutBuilder(options.width)
    rows.add_layout(agencies_table(plan, options))
    _add_elsewhere(plan, options, rows)
    return rows.layout


def agencies_printed(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the table and each body with its duties, or, where `options.nodes` names bodies, only those bodies."""
    blocks = [] if options.nodes else list(agencies_table(plan, options).blocks)
    for entry in sorted(agencies(plan, *options.nodes), key=lambda e: -len(e["nodes"])):
        body = plan.bodies[entry["id"]]
        name = body.title.pick(options.lang) + (f" ({body.abbr})" if body.abbr else "")
        blocks.append(text_block(name, "title", right=(Span(body.id, "id"),), gap=True, target=body.id))
        for later in body.later:
            text = words.LATER.format(later.name.pick(options.lang), later.date)
            blocks.append(text_block(text, "muted", indent=2))
        for duty in entry["nodes"]:
            node = plan.node(duty["id"])
            grade = plan.grade(node, "agencies")
            number = Span(f"{node.number} " if node.number else "", "number")
            blocks.append(_duty_block(node, duty["role"], options, Span(grade, f"grade-{grade}"), number))
        if not entry["nodes"]:
            blocks.append(text_block(words.IN_NO_LIST, "muted", indent=2))
    return TableLayout(blocks, {})


def _duty_block(node: Node, role: str, options: ViewOptions, grade: Span, *number: Span) -> Block:
    """Return the line of a node whose list names a body."""
    text = (*number, Span(node.title.pick(options.lang), "link"))
    lead = (Span(padded(f"{AGENCY_ROLE_LABELS[role].pick(options.lang)}  ", 16), "number"),)
    return Block(text, lead=lead, right=(grade,), indent=2, target=node.id)


def agencies_table(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the table of bodies by actions and groups of measures; every cell is a link."""
    actions = list(plan.of_kind("action"))
    groups = list(plan.of_kind("group"))
    columns = [*actions, *groups]
    heads = tuple(Cell(node.number or str(n), node.id, "number") for n, node in enumerate(columns, 1))
    cells = _cells(plan, columns)
    bodies = [plan.bodies[id_] for id_ in cells if any(_weight(cells[id_]))]
    bodies.sort(key=lambda body: tuple(-n for n in _weight(cells[body.id])))
    rows = [TableRow(_name(body, options), body.id, cells[body.id]) for body in _chosen(bodies, options)]
    if not rows:
        return TableLayout([], {})
    least = 30 if options.width >= 100 else 24 if options.width >= 60 else 14
    columns_mean = [words.ACTION_COLUMNS.format(_range(heads[: len(actions)]))] if actions else []
    if groups:
        range_ = "m" if groups[0].number.startswith("m") else _range(heads[len(actions) :])
        columns_mean.append(words.GROUP_COLUMNS.format(range_))
    shown = fitting([cells_wide(head.text) for head in heads], options.width - least, 1)
    builder = LayoutBuilder(options.width)
    builder.add(text_block(words.AGENCY_SIGNS, "muted"))
    builder.add(text_block(words.SORTED_BY.format("; ".join(columns_mean), options.sort or "weight"), "muted"))
    shown_rows = tuple(row._replace(cells=row.cells[:shown]) for row in rows)
    builder.add_layout(lay_out(Table(heads[:shown], shown_rows, least, 1)))
    return builder.layout


def _chosen(bodies: list[Body], options: ViewOptions) -> list[Body]:
    """Return the bodies that the filter keeps, sorted by name where that is asked for."""
    found = [b for b in bodies if options.matches(b.title.en, b.title.zh, b.title.zh_short, b.abbr, b.id, *b.aliases)]
    return sorted(found, key=lambda body: body.title.pick(options.lang).casefold()) if options.sort == "name" else found


def _range(heads: Sequence[Cell]) -> str:
    """Return the range of some columns in words: `1 to 11`."""
    return heads[0].text if len(heads) == 1 else words.COLUMN_RANGE.format(heads[0].text, heads[-1].text)


def _add_elsewhere(plan: Plan, options: ViewOptions, rows: LayoutBuilder) -> None:
    """Add the bodies that no list in the table names, each with the nodes that name it; most duties first."""
    inside = {
        id_
        for column in plan.of_kind("action", "group")
        for node in _listed(plan, column)
        for id_ in node.agencies.list
    }
    lists = {id_: duties for id_, duties in plan.uses.duties.items() if id_ not in inside}
    found = [plan.bodies[id_] for id_ in lists if plan.bodies[id_].kind == "agency"]
    found.sort(key=lambda body: -len(lists[body.id]))
    for n, body in enumerate(_chosen(found, options)):
        if not n:
            rows.add(text_block(words.OTHER_LISTS, "heading", gap=bool(rows.blocks)))
        rows.add(Block(_name(body, options), target=body.id))
        for id_, role in lists[body.id]:
            node = plan.node(id_)
            rows.add(_duty_block(node, role, options, sign(plan.grade(node, "agencies"), options)))


def _name(body: Body, options: ViewOptions) -> Line:
    abbr = f"{body.abbr} " if body.abbr and options.lang != "zh" else ""
    if options.lang == "zh":
        return (Span(body.title.zh_short or body.title.zh or body.title.en, "link"),)
    return (Span(abbr, "number"), Span(body.title.pick(options.lang), "link"))


def _listed(plan: Plan, column: Node) -> list[Node]:
    """Return the nodes whose lists a column covers: the action itself, or the measures of a group."""
    return [column] if column.kind == "action" else [plan.node(id_) for id_ in column.children]


def _parts(plan: Plan, columns: list[Node]) -> dict[tuple[str, str], tuple[int, str]]:
    """Return each body's most important role in each column by their ids, as its rank and the node with that role."""
    ranks = {role: rank for rank, role in enumerate(words.ROLE_LETTERS)}
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for column in columns:
        for node in _listed(plan, column):
            for id_, role in node.agencies.roles():
                part = ranks[role], node.id
                found[id_, column.id] = min(part, found.get((id_, column.id), part))
    return found


def _cells(plan: Plan, columns: list[Node]) -> dict[str, tuple[Cell, ...]]:
    """Return the cells of each agency; a cell leads to the node with the role."""
    letters = tuple(words.ROLE_LETTERS.values())
    parts = _parts(plan, columns)
    blanks = {
        column.id: Cell(UNKNOWN, column.id, "muted")
        if any(node.agencies.rule == "unknown" for node in _listed(plan, column))
        else Cell("", column.id)
        for column in columns
    }

    def cell(body: str, column: str) -> Cell:
        if (body, column) not in parts:
            return blanks[column]
        rank, id_ = parts[body, column]
        return Cell(letters[rank], id_, "figure" if letters[rank] in "LJ" else "text")

    bodies = [body.id for body in plan.bodies.values() if body.kind == "agency"]
    return {id_: tuple(cell(id_, column.id) for column in columns) for id_ in bodies}


def _weight(cells_of: tuple[Cell, ...]) -> tuple[int, int]:
    """Return in how many cells a body leads, and in how many it has a role."""
    letters = [cell.text for cell in cells_of]
    return sum(letter in ("L", "J") for letter in letters), sum(letter not in ("", UNKNOWN) for letter in letters)
