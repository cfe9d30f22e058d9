"""The evidence view: actions, categories and groups against the sources."""

from __future__ import annotations

from plan_data.labels import views as words
from plan_data.labels.kinds import SOURCE_LABELS, plural
from plan_data.model.entities import ROLES, Node, Source
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, text_block
from widgets.render.table_layout import Cell, LayoutBuilder, Table, TableLayout, lay_out
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Line, Span, padded


def evidence_view(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return actions, categories and groups against the sources, gaps visible, every cell a link.

    A cell says how many passages of the source state the entry, and how many more speak of it. Entries stand under
    the title of what holds them.
    """
    read = [source for source in plan.sources.values() if source.passages]
    heads = [Cell(_short(source), source.id, "number") for source in read]
    heads.append(Cell(words.SEEN_IN, "", "number"))
    rows: list[tuple[Line, str, tuple[Cell, ...]]] = []
    last = ("", "")
    for node in plan.of_kind("action", "category", "group"):
        if not look.keeps(node.title.en, node.title.zh, node.number, node.id, *node.aliases):
            continue
        if (node.kind, node.parent) != last:
            last = node.kind, node.parent
            rows.append(((Span(_heading(plan, node, look), "heading"),), "", ()))
        number = f"{padded(node.number, 3, right=True)} " if node.number else ""
        title = Span(node.title.pick(look.lang), "link")
        left = (sign(plan.grade(node), look), Span(f" {number}", "number"), title)
        rows.append((left, node.id, (*(_cell(plan, node, source) for source in read), _seen(plan, node))))
    if not rows:
        return TableLayout([], {})
    builder = LayoutBuilder(look.width)
    for line in ([words.COUNTS_MEAN] if read else []) + [words.SEEN_IN_MEANS]:
        builder.add(text_block(line, "muted"))
    least = 24 if look.width >= 60 else 16
    builder.add_layout(lay_out(Table(tuple(heads), tuple(rows), least), look.width, look.first))
    if read:
        builder.add(text_block(words.SOURCES, "heading", gap=True))
    for source in read:
        name = source.title.pick(source.language or "en")
        kind = words.YOUR_COPY.format(source.copy.name) if source.copy else SOURCE_LABELS[source.kind]
        text = (Span(name, "link"), Span(f"  {kind}", "muted"))
        lead = (Span(f"{padded(_short(source), 7)} ", "number"),)
        # No spot: the sources are no rows of the table, and are not counted as such.
        builder.blocks.append(Block(text, lead=lead, target=source.id))
    return builder.layout


def _heading(plan: Plan, node: Node, look: ViewOptions) -> str:
    """Return what an entry stands under: the title of the section that holds it, or else the word for its kind."""
    if node.parent and node.parent != plan.root.id:
        return plan.title(node.parent, look.lang)
    return plural(node.kind).capitalize()


def _short(source: Source) -> str:
    name = source.id.removeprefix("src.")
    return words.COPY if source.copy and not source.file else name[:8]


def _cell(plan: Plan, node: Node, source: Source) -> Cell:
    """Return how a source holds up a node; it leads to the best quote there, or, for a gap, to the node."""
    links = [link for link in node.quotes if plan.quotes[link.id].source == source.id]
    if not links:
        return Cell("-", node.id, "muted")
    best = min(links, key=lambda link: ROLES.index(link.role))
    stated = sum(link.role == "states" for link in links)
    more = len(links) - stated
    text = " ".join(part for part in (f"{stated}s" if stated else "", f"+{more}" if more else "") if part)
    return Cell(text, f"{node.id}@{best.id}", "grade-quoted" if stated else "text")


def _seen(plan: Plan, node: Node) -> Cell:
    cited = node.cites.get("title", ())
    return Cell(str(len(cited)), cited[0], "grade-reported") if cited else Cell("-", node.id, "muted")
