"""The views across the plan, laid out for a width: sources and evidence, conflicts. Loads no textual."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from plan_data.finding import occurrences
from plan_data.model import Node, Plan, Quote, Side, Source
from plan_data.signs import GRADE_SIGNS
from plan_data.visible import visible
from widgets import labels
from widgets.blocks import Block
from widgets.matrix import Cell, Laid, Spot, Table, lay_out
from widgets.wrapping import Line, Span, cells, cut, wrap

ROLE_ORDER = ("states", "before", "after", "context", "inferred", "disputes")
"""Roles as the cells of the evidence view look for a quote to open."""
LEAST_SIDE = 30
"""Cells that one side of a conflict needs; in fewer, the sides stand below each other."""
BETWEEN = 3
"""Cells between two sides."""
LONGEST_TITLE = 36
"""Cells of a source's title beside a quote."""


class Look(NamedTuple):
    """How a view is to be drawn."""

    width: int
    """Cells that there are."""
    lang: str = "en"
    """`en`, `zh` or `both`."""
    ascii: bool = False
    """Signs in ASCII."""
    first: int = 0
    """First column that is shown where not all fit."""
    only: str = ""
    """Words that a row must hold to be shown; "" for all rows."""

    def keeps(self, *texts: str) -> bool:
        """Return whether the texts of a row hold all the words."""
        return all(any(occurrences(text, word) for text in texts) for word in self.only.split())


def sign(grade: str, look: Look) -> Span:
    """Return the sign of a grade."""
    found = GRADE_SIGNS[grade]
    return Span(found.ascii if look.ascii else found.sign, f"grade-{grade}")


def evidence_view(plan: Plan, look: Look) -> Laid:
    """Return actions, categories and groups against the sources, gaps visible, every cell a link.

    A cell says how many passages of the source state the entry, and how many more speak of it.
    """
    read = [source for source in plan.sources.values() if source.passages]
    heads = [Cell(_short(source), source.id, "number") for source in read]
    heads.append(Cell("seen in", "", "number"))
    rows: list[tuple[Line, str, tuple[Cell, ...]]] = []
    last = ""
    for node in plan.of_kind("action", "category", "group"):
        if not look.keeps(node.title.en, node.title.zh, node.number, node.id, *node.aliases):
            continue
        if node.kind != last:
            last = node.kind
            rows.append(((Span(_GROUPS[node.kind], "heading"),), "", ()))
        number = f"{node.number:>3} " if node.number else ""
        left = (
            sign(plan.grade(node), look),
            Span(f" {number}", "number"),
            Span(visible(node.title.pick(look.lang)), "link"),
        )
        rows.append((left, node.id, (*(_cell(plan, node, source) for source in read), _seen(plan, node))))
    laid = lay_out(Table(tuple(heads), tuple(rows), 24 if look.width >= 60 else 16), look.width, look.first)
    told = [
        "1s: one passage states it.  +8: eight more speak of it.  -: nothing shipped.",
        "seen in: cited sources with an address where the title was seen.",
    ]
    legend = [Block((Span(line, "muted"),)) for line in told]
    behind = [Block((Span("Sources", "heading"),), gap=True)]
    for source in read:
        name = visible(source.title.pick(source.language or "en"))
        copy = f"your copy: {visible(source.copy.name)}" if source.copy else labels.SOURCE_LABELS[source.kind]
        behind.append(
            Block(
                (Span(name, "link"), Span(f"  {copy}", "muted")),
                lead=(Span(f"{_short(source):<8}", "number"),),
                target=source.id,
            )
        )
    n = len(legend)
    return Laid([*legend, *laid.blocks, *behind], {i + n: spots for i, spots in laid.spots.items()})


_GROUPS = {"action": "Actions", "category": "Categories of the briefing", "group": "Groups of measures, as published"}


def _short(source: Source) -> str:
    name = source.id.removeprefix("src.")
    return "copy" if source.copy and not source.file else name[:8]


def _cell(plan: Plan, node: Node, source: Source) -> Cell:
    """Return how a source holds up a node; it leads to the best quote there, or, for a gap, to the node."""
    links = [link for link in node.quotes if plan.quotes[link.id].source == source.id]
    if not links:
        return Cell("-", node.id, "muted")
    best = min(links, key=lambda link: ROLE_ORDER.index(link.role))
    stated = sum(link.role == "states" for link in links)
    more = len(links) - stated
    text = " ".join(part for part in (f"{stated}s" if stated else "", f"+{more}" if more else "") if part)
    return Cell(text, f"{node.id}@{best.id}", "grade-quoted" if stated else "text")


def _seen(plan: Plan, node: Node) -> Cell:
    cited = node.cites.get("title", ())
    return Cell(str(len(cited)), cited[0], "grade-reported") if cited else Cell("-", node.id, "muted")


def conflicts_view(plan: Plan, look: Look) -> Laid:
    """Return the conflicts, the sides of each next to each other, with what differs and our note."""
    blocks: list[Block] = []
    spots: dict[int, tuple[Spot, ...]] = {}
    for node in plan.of_kind("conflict"):
        if node.conflict is None or not look.keeps(*_texts(plan, node)):
            continue
        spots[len(blocks)] = (Spot(0, look.width, node.id),)
        kind = labels.CONFLICT_LABELS[node.conflict.kind]
        blocks.append(
            Block(
                (Span(visible(node.title.pick(look.lang)), "title"),),
                right=(Span(kind, "note-doubt" if node.conflict.kind == "doubt" else "role"),),
                target=node.id,
                gap=True,
            )
        )
        _sides(plan, node, look, blocks, spots)
        if node.summary:
            blocks.append(
                Block(
                    (Span(visible(node.summary.pick(look.lang)), "note"),),
                    lead=(Span("what differs, our note  ", "heading"),),
                    hang=2,
                )
            )
    return Laid(blocks, spots)


def _texts(plan: Plan, node: Node) -> list[str]:
    """Return what a conflict says, for the filter."""
    sides = node.conflict.sides if node.conflict else ()
    quotes = [plan.quotes[id_] for side in sides for id_ in side.quotes]
    said = [text for pair in (node.summary, *(side.says for side in sides)) for text in pair]
    sources = [f"{quote.exact} {plan.title(quote.source)}" for quote in quotes]
    kind = labels.CONFLICT_LABELS[node.conflict.kind] if node.conflict else ""
    return [node.id, node.title.en, node.title.zh, kind, *said, *sources]


def _sides(plan: Plan, node: Node, look: Look, blocks: list[Block], spots: dict[int, tuple[Spot, ...]]) -> None:
    """Add the sides of a conflict, two in a row where there is room."""
    sides = node.conflict.sides if node.conflict else ()
    abreast = 2 if look.width >= 2 * LEAST_SIDE + BETWEEN and len(sides) > 1 else 1
    wide = (look.width - BETWEEN * (abreast - 1)) // abreast
    for k in range(0, len(sides), abreast):
        columns = [_side(plan, node.id, side, n, look, wide) for n, side in enumerate(sides[k : k + abreast], k + 1)]
        for y in range(max(len(column) for column in columns)):
            spans: list[Span] = []
            here: list[Spot] = []
            for i, column in enumerate(columns):
                line, target = column[y] if y < len(column) else ((), "")
                at = i * (wide + BETWEEN)
                used = sum(cells(span.text) for span in spans)
                spans += [Span(" " * (at - used)), *line]
                if target:
                    here.append(Spot(at, wide, target))
            if here:
                spots[len(blocks)] = tuple(here)
            blocks.append(Block(tuple(spans), target=here[0].target if here else "", gap=y == 0 and k > 0))


def _side(plan: Plan, node: str, side: Side, number: int, look: Look, wide: int) -> list[tuple[Line, str]]:
    """Return the lines of one side, the first line of each quote with its id."""
    found: list[tuple[Line, str]] = []

    def add(spans: Line, indent: int = 0, target: str = "") -> None:
        for n, line in enumerate(wrap(spans, wide - indent, wide - indent)):
            found.append(((Span(" " * indent), *line), target if n == 0 else ""))

    grade = sign(side.evidence, look)
    add((Span(f"{number} ", "number"), grade, Span(f" {side.evidence}", grade.style)))
    add((Span(visible(side.says.pick(look.lang)), "text"),))
    for id_ in side.quotes:
        quote = plan.quotes[id_]
        add((Span(visible(quote.exact), "quote"),), 2, f"{node}@{id_}")
        add((Span(f"-- {_where(plan, quote, look)}", "cite"),), 2)
    for id_ in side.cites:
        add((Span(visible(plan.title(id_, look.lang)), "link"),), 2, id_)
    if not side.quotes:
        add((Span("no shipped passage says this", "muted"),), 2)
    return found


def _where(plan: Plan, quote: Quote, look: Look) -> str:
    source = plan.sources[quote.source]
    cite = source.citation.pick(look.lang)
    title = source.title.pick(source.language or "en")
    shown = "".join(span.text for span in cut((Span(title),), LONGEST_TITLE))
    if shown != title:
        shown = f"{shown.rpartition(' ')[0] or shown} ..."
    words = f"{source.id.removeprefix('src.')} {shown}, para. {quote.paragraph}"
    return visible(f"{words} ({cite})" if cite else words)


VIEWS: dict[str, tuple[str, Callable[[Plan, Look], Laid]]] = {
    "evidence": ("Sources and evidence", evidence_view),
    "conflicts": ("Conflicts", conflicts_view),
}
"""Name of a view to its title and what lays it out."""
