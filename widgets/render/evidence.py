"""The evidence view: actions, categories and groups in rows, sources in columns."""

from __future__ import annotations

from plan_data.labels import evidence as words
from plan_data.labels.kinds import SOURCE_LABELS, plural
from plan_data.model.entities import ROLES, Node, Source
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, text_block
from widgets.render.table_layout import Cell, LayoutBuilder, Table, TableLayout, TableRow, fitting, lay_out
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Span, padded


def evidence_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the table of actions, categories and groups by sources; every cell is a link.

    A cell says how many passages of the source state the entry, and how many others are linked to it. Entries are
    grouped by their section.
    """
    read = [source for source in plan.sources.values() if source.passages]
    heads = [Cell(_short(source), source.id, "number") for source in read]
    heads.append(Cell(words.SEEN_IN, "", "number"))
    rows: list[TableRow] = []
    last = ("", "")
    for node in plan.of_kind("action", "category", "group"):
        if not options.matches(node.title.en, node.title.zh, node.number, node.id, *node.aliases):
            continue
        if (node.kind, node.parent) != last:
            last = node.kind, node.parent
            rows.append(TableRow((Span(_heading(plan, node, options), "heading"),)))
        number = f"{padded(node.number, 3, right=True)} " if node.number else ""
        title = Span(node.title.pick(options.lang), "link")
        left = (sign(plan.grade(node), options), Span(f" {number}", "number"), title)
        rows.append(TableRow(left, node.id, (*(_cell(plan, node, source) for source in read), _seen(plan, node))))
    if not rows:
        return TableLayout([], {})
    builder = LayoutBuilder(options.width)
    for line in ([words.COUNTS_MEAN] if read else []) + [words.SEEN_IN_MEANS]:
        builder.add(text_block(line, "muted"))
    least = 24 if options.width >= 60 else 16
    shown = fitting([max(5, len(head.text)) for head in heads], options.width - least)
    shown_rows = tuple(row._replace(cells=row.cells[:shown]) for row in rows)
    builder.add_layout(lay_out(Table(tuple(heads[:shown]), shown_rows, least)))
    if read:
        builder.add(text_block(words.SOURCES, "heading", gap=True))
    for source in read:
        name = source.title.pick(source.language or "en")
        kind = (
            words.YOUR_COPY.format(source.copy.name) if source.copy else SOURCE_LABELS[source.kind].pick(options.lang)
        )
        text = (Span(name, "link"), Span(f"  {kind}", "muted"))
        lead = (Span(f"{padded(_short(source), 7)} ", "number"),)
        # No spot: the sources are no rows of the table, and are not counted as such.
        builder.blocks.append(Block(text, lead=lead, target=source.id))
    return builder.layout


def _heading(plan: Plan, node: Node, options: ViewOptions) -> str:
    """Return the heading of an entry's group: the title of its section, or, below the root, the word for its kind."""
    if node.parent and node.parent != plan.root.id:
        return plan.title(node.parent, options.lang)
    return plural(node.kind).capitalize()


def _short(source: Source) -> str:
    name = source.id.removeprefix("src.")
    return words.COPY if source.copy and not source.file else name[:8]


def _cell(plan: Plan, node: Node, source: Source) -> Cell:
    """Return the cell of a node and a source; it leads to the best quote, or, where there is none, to the node."""
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
