"""Tables as CSV (RFC 4180), in UTF-8 without a byte order mark, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from plan_data.exports.records import glossary as glossary_records
from plan_data.model.entities import Node, Quote, Target
from plan_data.model.plan import Plan
from plan_data.quotes.citations import plain
from plan_data.text.visible import visible

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Beginnings of a cell that spreadsheets take for a formula; such a cell gets an apostrophe before it."""

Row = Sequence[object]


def cell(value: object) -> str:
    """Return a value as a cell that no spreadsheet takes for a formula, and that acts on no terminal."""
    text = str(value)
    begins = text.lstrip(" \n\u00a0")[:1]
    return f"'{visible(text)}" if begins and begins in FORMULA else visible(text)


def written(head: Sequence[str], rows: Iterable[Row]) -> str:
    """Return rows below a head as CSV."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()


def nodes(plan: Plan, ids: Sequence[str]) -> str:
    """Return a row a node, with its grades; bodies that a task has from its action are marked."""
    head = (
        "id", "kind", "number", "parent", "title_en", "title_zh", "title_close", "title_grade", "summary_en",
        "summary_zh", "summary_grade", "rule", "agencies", "agencies_open", "agencies_inherited_from",
        "agencies_grade", "due", "due_grade", "related", "quotes_stating", "quotes",
    )  # fmt: skip
    return written(head, (_node(plan, plan.node(id_)) for id_ in ids))


def _node(plan: Plan, node: Node) -> Row:
    listed = plan.agencies_of(node)
    owner = plan.node(listed.inherited_from) if listed.inherited_from else node
    title, states = node.title, sum(link.role == "states" for link in node.quotes)
    return (
        node.id, node.kind, node.number, node.parent, title.en, title.zh_short or title.zh, title.en_close,
        plan.grade(node), node.summary.en, node.summary.zh, plan.grade(node, "summary") if node.summary else "",
        listed.rule, " ".join(listed.list), "yes" if listed.open else "", listed.inherited_from,
        plan.grade(owner, "agencies") if listed.rule else "", node.due, plan.grade(node, "due") if node.due else "",
        " ".join(node.related), states, " ".join(link.id for link in node.quotes),
    )  # fmt: skip


def agencies(plan: Plan, ids: Sequence[str]) -> str:
    """Return a row for each body of each node, with its role."""
    head = (
        "node", "node_title", "body", "abbreviation", "name_en", "name_zh", "role", "inherited_from", "open", "grade"
    )  # fmt: skip

    def rows() -> Iterator[Row]:
        for id_ in ids:
            node = plan.node(id_)
            listed = plan.agencies_of(node)
            grade = plan.grade(plan.node(listed.inherited_from or id_), "agencies")
            for body_id, role in listed.roles():
                body = plan.bodies[body_id]
                yield (
                    id_, node.title.pick("en"), body_id, body.abbr, body.title.en, body.title.zh, role,
                    listed.inherited_from, "yes" if listed.open else "", grade,
                )  # fmt: skip

    return written(head, rows())


def quotes(plan: Plan, ids: Sequence[str]) -> str:
    """Return a row for each link of a node to a quote; of the whole plan also the quotes that no node links."""
    head = ("quote", "state", "source", "paragraph", "exact", "notes", "citation", "node", "node_title", "role")

    def rows() -> Iterator[Row]:
        linked = set()
        for id_ in ids:
            node = plan.node(id_)
            for link in node.quotes:
                linked.add(link.id)
                yield (*_quote(plan, plan.quotes[link.id]), id_, node.title.pick("en"), link.role)
        if plan.root.id in ids:
            for quote in plan.quotes.values():
                if quote.id not in linked:
                    yield (*_quote(plan, quote), "", "", "")

    return written(head, rows())


def _quote(plan: Plan, quote: Quote) -> Row:
    notes = "; ".join(f"{note.kind}: {note.text.pick('en')}" for note in quote.notes)
    source = plan.sources[quote.source]
    state = plan.anchors[quote.id].state
    return quote.id, state, quote.source, quote.paragraph, quote.exact, notes, plain(source, quote.paragraph)


def targets(plan: Plan, ids: Sequence[str]) -> str:
    """Return a row for each target and figure."""
    head = ("id", "sort", "number", "unit_en", "unit_zh", "deadline", "owner", "title_en", "title_zh", "grade", "quote")

    def rows() -> Iterator[Row]:
        for id_ in ids:
            node = plan.node(id_)
            if node.kind == "target":
                target, title = node.target or Target(), node.title
                yield (
                    id_, target.sort, target.number, target.unit.en, target.unit.zh, node.due, target.owner, title.en,
                    title.zh, plan.grade(node), node.quotes[0].id if node.quotes else "",
                )  # fmt: skip

    return written(head, rows())


def glossary(plan: Plan, ids: Sequence[str]) -> str:
    """Return a row for each term that is explained; of a branch those that stand in it."""
    whole = plan.root.id in ids
    rows = (
        (e["term"]["en"], e["term"]["zh"], e["text"]["en"], e["text"]["zh"], e["where"])
        for e in glossary_records(plan)
        if whole or e["where"] in ids
    )
    return written(("term_en", "term_zh", "text_en", "text_zh", "where"), rows)


TABLES = {"nodes": nodes, "agencies": agencies, "quotes": quotes, "targets": targets, "glossary": glossary}
"""Name of a table to what writes it."""
