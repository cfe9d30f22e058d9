"""Tables as CSV (RFC 4180), in UTF-8 without a byte order mark, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from plan_data.exports.views import VIEWS, Row, Table
from plan_data.model.entities import TEXT_FIELDS, Quote, texts_of
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.quotes.citations import plain
from plan_data.text.visible import visible

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""First characters of a formula in spreadsheets; a cell that begins with one gets an apostrophe before it."""


def cell(value: object) -> str:
    """Return a value as a cell: no formula in a spreadsheet, and without control characters."""
    text = str(value)
    begins = text.lstrip(" \n\u00a0")[:1]
    return f"'{visible(text)}" if begins and begins in FORMULA else visible(text)


def csv_table(plan: Plan, ids: Sequence[str], name: str) -> str:
    """Return a table of `TABLES` for nodes, as CSV."""
    table = TABLES[name]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.head)
    writer.writerows([cell(value) for value in row] for row in table.rows(plan, ids))
    return out.getvalue()


_MORE = [name for name in TEXT_FIELDS if name != "summary"]
"""Text fields whose columns come last."""


def _node_rows(plan: Plan, ids: Sequence[str]) -> Iterator[Row]:
    """Yield a row a node, with its grades; bodies that a task has from its action are marked."""
    for id_ in ids:
        node = plan.node(id_)
        listed = plan.agencies_of(node)
        owner = plan.node(listed.inherited_from) if listed.inherited_from else node
        title, states = node.title, sum(link.role == "states" for link in node.quotes)
        yield (
            id_, node.kind, node.number, node.parent, title.en, title.zh_short or title.zh, title.en_close,
            plan.grade(node), *node.summary, plan.grade(node, "summary") if node.summary else "", listed.rule,
            " ".join(listed.list), "yes" if listed.open else "", listed.inherited_from,
            plan.grade(owner, "agencies") if listed.rule else "", node.due,
            plan.grade(node, "due") if node.due else "", " ".join(node.related), states,
            " ".join(link.id for link in node.quotes),
            *(side for name in _MORE for side in texts_of(node).get(name, Pair())),
        )  # fmt: skip


def _quote_rows(plan: Plan, ids: Sequence[str]) -> Iterator[Row]:
    """Yield a row for each link of a node to a quote; of the whole plan also the quotes that no node links."""
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


def _quote(plan: Plan, quote: Quote) -> Row:
    notes = "; ".join(f"{note.kind}: {note.text.pick('en')}" for note in quote.notes)
    source = plan.sources[quote.source]
    state = plan.anchors[quote.id].state
    return quote.id, state, quote.source, quote.paragraph, quote.exact, notes, plain(source, quote.paragraph)


_OWN = {
    "nodes": Table(
        (
            "id", "kind", "number", "parent", "title_en", "title_zh", "title_close", "title_grade", "summary_en",
            "summary_zh", "summary_grade", "rule", "agencies", "agencies_open", "agencies_inherited_from",
            "agencies_grade", "due", "due_grade", "related", "quotes_stating", "quotes",
            *(f"{name}_{lang}" for name in _MORE for lang in ("en", "zh")),
        ),
        _node_rows,
    ),
    "quotes": Table(
        ("quote", "state", "source", "paragraph", "exact", "notes", "citation", "node", "node_title", "role"),
        _quote_rows,
    ),
}  # fmt: skip
_FIRST = ("nodes", "agencies", "quotes", "targets", "glossary")
"""The tables that `--help` names first, in this order."""
TABLES = _OWN | {view.name: view.table for view in VIEWS.values() if view.table}
"""Tables by name: those of nodes and quotes, and those of views."""
TABLES = {name: TABLES[name] for name in dict.fromkeys((*_FIRST, *TABLES))}
