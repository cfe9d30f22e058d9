"""Two tables across the plan: bodies against actions and groups, and every target with its number. Loads no textual."""

from __future__ import annotations

from collections.abc import Sequence

from plan_data.model import Body, Node, Plan, Target
from plan_data.signs import AGENCY_ROLE_LABELS
from widgets.blocks import Block
from widgets.looks import Look, sign
from widgets.matrix import Cell, Laid, Spot, Table, lay_out
from widgets.wrapping import Line, Span

ROLE_LETTERS = {"lead": "L", "joint_lead": "J", "member": "p", "responsible": "R"}
"""Role of a body in a list to its letter."""
UNKNOWN = "?"
"""The document has a list here, and it is not known whom it names."""


def agencies_view(plan: Plan, look: Look) -> Laid:
    """Return the table of bodies, and below it those that only other lists name, a follow-up's for one, with these."""
    laid = agencies_table(plan, look)
    blocks, spots = list(laid.blocks), dict(laid.spots)
    _elsewhere(plan, look, blocks, spots)
    return Laid(blocks, spots)


def agencies_table(plan: Plan, look: Look) -> Laid:
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
        return Laid([], {})
    least = 30 if look.width >= 100 else 24 if look.width >= 60 else 14
    laid = lay_out(Table(heads, tuple(rows), least, 1), look.width, look.first)
    legend = ["L leads  J leads jointly  p takes part  R responsible  ? the list is not known  blank: in no known list"]
    told = [f"{_range(heads[: len(actions)])}: actions"] if actions else []
    if groups:
        told.append(f"{'m' if groups[0].number.startswith('m') else _range(heads[len(actions) :])}: groups of measures")
    legend.append(f"{'; '.join(told)}. Sorted by {look.sort or 'weight'}; r changes that.")
    blocks = [Block((Span(line, "muted"),)) for line in legend]
    n = len(blocks)
    return Laid([*blocks, *laid.blocks], {i + n: spots for i, spots in laid.spots.items()})


def _range(heads: Sequence[Cell]) -> str:
    """Return the heads of some columns in words: `1 to 11`."""
    return heads[0].text if len(heads) == 1 else f"{heads[0].text} to {heads[-1].text}"


def _elsewhere(plan: Plan, look: Look, blocks: list[Block], spots: dict[int, tuple[Spot, ...]]) -> None:
    """Add the bodies that only lists outside the table name: each with those lists, the one that has most first."""
    inside = {
        id_
        for column in plan.of_kind("action", "group")
        for node in _listed(plan, column)
        for id_ in node.agencies.list
    }
    lists: dict[str, list[tuple[Node, str]]] = {}
    for node in plan.nodes:
        for id_, role in node.agencies.roles():
            if id_ not in inside:
                lists.setdefault(id_, []).append((node, role))
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
        for node, role in lists[body.id]:
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


def _name(body: Body, look: Look) -> Line:
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


def targets_view(plan: Plan, look: Look) -> Laid:
    """Return every target and figure: number and unit, what it is of, deadline, owner, the quote, and the doubts."""
    blocks: list[Block] = []
    spots: dict[int, tuple[Spot, ...]] = {}
    for sort, words in (
        ("target", "Targets"),
        ("figure", "Figures: counts that nobody promised"),
        ("", "Goals of the document"),
    ):
        found = [n for n in plan.of_kind("target") if (n.target.sort if n.target else "") == sort]
        found = [n for n in found if look.keeps(*_texts(plan, n))]
        if found:
            blocks.append(Block((Span(words, "heading"),), gap=bool(blocks)))
        for node in found:
            _target(plan, node, look, blocks, spots)
    return Laid(blocks, spots)


def _texts(plan: Plan, node: Node) -> list[str]:
    target = node.target or Target()
    return [
        node.id,
        node.title.en,
        node.title.zh,
        target.number,
        *target.unit,
        node.due,
        plan.title(target.owner),
        target.sort,
        *(plan.quotes[link.id].exact for link in node.quotes[:1]),
    ]


def _target(plan: Plan, node: Node, look: Look, blocks: list[Block], spots: dict[int, tuple[Spot, ...]]) -> None:
    target = node.target or Target()
    figure = f"{target.number} {target.unit.pick(look.lang)}".strip()
    due = f"by {node.due}" if node.due else "no deadline stated"
    spots[len(blocks)] = (Spot(0, look.width, node.id),)
    blocks.append(
        Block(
            (Span(node.title.pick(look.lang), "link"),),
            right=(Span(due, "number" if node.due else "muted"), Span(" "), sign(plan.grade(node), look)),
            target=node.id,
            gap=True,
        )
    )
    if figure:
        blocks.append(Block((Span(figure, "figure"),), indent=2))
    if target.owner:
        spots[len(blocks)] = (Spot(2, look.width - 2, target.owner),)
        blocks.append(
            Block(
                (Span(plan.title(target.owner, look.lang), "link"),),
                lead=(Span("whose  ", "muted"),),
                indent=2,
                target=target.owner,
            )
        )
    for link in node.quotes[:1]:
        quote = plan.quotes[link.id]
        spots[len(blocks)] = (Spot(2, look.width - 2, f"{node.id}@{quote.id}"),)
        source = plan.sources[quote.source]
        cite = source.citation.pick(look.lang)
        where = f"  -- {source.id.removeprefix('src.')}, para. {quote.paragraph}{f' ({cite})' if cite else ''}"
        blocks.append(
            Block(
                (Span(quote.exact, "quote"), Span(where, "cite")),
                indent=2,
                target=f"{node.id}@{quote.id}",
            )
        )
    for note in node.notes:
        if note.kind == "doubt":
            blocks.append(
                Block(
                    (Span(note.text.pick(look.lang), "note"),),
                    lead=(Span("[doubt] ", "note-doubt"),),
                    indent=2,
                )
            )
