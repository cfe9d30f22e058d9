"""The evidence view: actions, categories and groups against the sources."""

from __future__ import annotations

from plan_data.labels.kinds import SOURCE_LABELS, plural
from plan_data.model.entities import Node, Source
from plan_data.model.plan import Plan
from widgets.render.blocks import Block
from widgets.render.table_layout import Cell, Table, TableLayout, lay_out
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Line, Span, padded

ROLE_ORDER = ("states", "before", "after", "context", "inferred", "disputes")
"""Roles as the cells of the evidence view look for a quote to open."""


def evidence_view(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return actions, categories and groups against the sources, gaps visible, every cell a link.

    A cell says how many passages of the source state the entry, and how many more speak of it. Entries stand under
    the title of what holds them.
    """
    read = [source for source in plan.sources.values() if source.passages]
    heads = [Cell(_short(source), source.id, "number") for source in read]
    heads.append(Cell("seen in", "", "number"))
    rows: list[tuple[Line, str, tuple[Cell, ...]]] = []
    last = ("", "")
    for node in plan.of_kind("action", "category", "group"):
        if not look.keeps(node.title.en, node.title.zh, node.number, node.id, *node.aliases):
            continue
        if (node.kind, node.parent) != last:
            last = node.kind, node.parent
            rows.append(((Span(_heading(plan, node, look), "heading"),), "", ()))
        number = f"{padded(node.number, 3, right=True)} " if node.number else ""
        left = (
            sign(plan.grade(node), look),
            Span(f" {number}", "number"),
            Span(node.title.pick(look.lang), "link"),
        )
        rows.append((left, node.id, (*(_cell(plan, node, source) for source in read), _seen(plan, node))))
    if not rows:
        return TableLayout([], {})
    laid = lay_out(Table(tuple(heads), tuple(rows), 24 if look.width >= 60 else 16), look.width, look.first)
    told = ["seen in: cited sources with an address where the title was seen."]
    if read:
        told.insert(0, "1s: one passage states it.  +8: eight more speak of it.  -: nothing shipped.")
    legend = [Block((Span(line, "muted"),)) for line in told]
    behind = [Block((Span("Sources", "heading"),), gap=True)] if read else []
    for source in read:
        name = source.title.pick(source.language or "en")
        copy = f"your copy: {source.copy.name}" if source.copy else SOURCE_LABELS[source.kind]
        behind.append(
            Block(
                (Span(name, "link"), Span(f"  {copy}", "muted")),
                lead=(Span(f"{padded(_short(source), 7)} ", "number"),),
                target=source.id,
            )
        )
    n = len(legend)
    return TableLayout([*legend, *laid.blocks, *behind], {i + n: spots for i, spots in laid.spots.items()})


def _heading(plan: Plan, node: Node, look: ViewOptions) -> str:
    """Return what an entry stands under: the title of the section that holds it, or else the word for its kind."""
    if node.parent and node.parent != plan.root.id:
        return plan.title(node.parent, look.lang)
    return plural(node.kind).capitalize()


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
