"""The targets view: every target and figure with its number."""

from __future__ import annotations

from plan_data.labels import view_words as words
from plan_data.labels.roles import NOTE_LABELS
from plan_data.model.entities import Node, Target
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, text_block
from widgets.render.notes import place_in_source
from widgets.render.table_layout import LayoutBuilder, TableLayout
from widgets.render.view_options import ViewOptions, sign
from widgets.render.wrapping import Span


def targets_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return every target and figure: number and unit, what it is of, deadline, owner, the quote, and the doubts."""
    rows = LayoutBuilder(options.width)
    for sort, heading in words.TARGET_SORTS.items():
        found = [n for n in plan.of_kind("target") if (n.target.sort if n.target else "") == sort]
        found = [n for n in found if options.matches(*_texts(plan, n))]
        if found:
            rows.add(text_block(heading, "heading", gap=bool(rows.blocks)))
        for node in found:
            _add_target(plan, node, options, rows)
    return rows.layout


def _texts(plan: Plan, node: Node) -> list[str]:
    """Return the texts that the filter of the view searches."""
    target = node.target or Target()
    names = [node.id, node.title.en, node.title.zh, target.number, *target.unit, node.due, plan.title(target.owner)]
    return [*names, target.sort, *(plan.quotes[link.id].exact for link in node.quotes[:1])]


def _add_target(plan: Plan, node: Node, options: ViewOptions, rows: LayoutBuilder) -> None:
    target = node.target or Target()
    due = Span(words.BY.format(node.due), "number") if node.due else Span(words.NO_DEADLINE, "muted")
    right = (due, Span(" "), sign(plan.grade(node), options))
    rows.add(text_block(node.title.pick(options.lang), "link", right=right, target=node.id, gap=True))
    if figure := f"{target.number} {target.unit.pick(options.lang)}".strip():
        rows.add(text_block(figure, "figure", indent=2))
    if target.owner:
        lead = (Span(words.WHOSE, "muted"),)
        rows.add(text_block(plan.title(target.owner, options.lang), "link", lead=lead, indent=2, target=target.owner))
    for link in node.quotes[:1]:
        quote = plan.quotes[link.id]
        place = place_in_source(plan, quote, quote.source.removeprefix("src."), options.lang)
        text = (Span(quote.exact, "quote"), Span(f"  -- {place}", "cite"))
        rows.add(Block(text, indent=2, target=f"{node.id}@{quote.id}"))
    for note in node.notes:
        if note.kind == "doubt":
            lead = (Span(f"[{NOTE_LABELS[note.kind].pick(options.lang)}] ", "note-doubt"),)
            rows.add(text_block(note.text.pick(options.lang), "note", lead=lead, indent=2))
