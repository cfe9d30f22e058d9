"""Tables as CSV (RFC 4180), in UTF-8, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from plan_data.exports.views import VIEWS, Row, Table
from plan_data.model.entities import TEXT_FIELDS, Quote, texts_of
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.quotes.citations import plain
from plan_data.text.visible import visible

BOM = "\ufeff"
"""The byte order mark, by which Excel knows that a file is UTF-8."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""First characters of a formula in spreadsheets."""
MOST_CHARACTERS = 32_767
"""Characters that a cell has in Excel, at most; the rest is lost there. LibreOffice takes twice as many."""

_CELL = re.compile(r'(?:"((?:[^"]|"")*+)"|([^,]*+))(?:,|\Z)')
"""A cell of a row, in quotation marks or without."""
_STAYS = re.compile(r"(?:0|[1-9]\d{0,10})(?:\.\d{0,3}[1-9])?|\d{4}-\d\d-\d\d", re.ASCII)
"""Numbers that spreadsheets show as they are written, and whole dates."""
_MOST_DIGITS = 11
"""Digits of a number that Excel shows, at most; a longer one becomes 1.23E+11."""
_SIGNS, _MONEY = r"[\s.,:/'’+\-–−]*+", r"[$€£¥₩₹₽]?"
_FIGURES = rf"(?:{_SIGNS}\d)++{_SIGNS}"
_MONTHS = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?)"
)
_CHANGES = re.compile(
    # Numbers, dates, times, fractions, amounts of money as different languages write them: 1.10, 1,000, 3/4, (5), $5.
    rf"(?P<open>\()?[+\-−]?{_MONEY}{_FIGURES}(?:[%‰]|{_MONEY})(?(open)\))"
    rf"|{_FIGURES}e[+\-]?\d+"
    r"|\d{4}-\d\d-\d\dt[\d:.,]+z?"
    r"|\d[\d:]*(?:\s*[ap]\.?m\.?|\s+[ap])"
    r"|(?:\d+[年月日時时分秒]\s*){2,}"
    rf"|{_FIGURES}{_MONTHS}(?:{_FIGURES}|[.,])?|{_MONTHS}{_FIGURES}"
    r"|true|false|#(?:n/a|ref!|name\?|div/0!|num!|value!|null!)",
)
"""What spreadsheets may take for something else; in small letters, of normal width, without outer spaces."""
_BEGINS = re.compile(r"[^\W_a-zA-Z\u3400-\u9fff]|[\W_adfjmnostADFJMNOST]")
"""How these begin; most texts begin otherwise, and need no further look."""
_NORMAL_WIDTH = {0x3000: " ", 0xFFE1: "£", 0xFFE5: "¥", 0xFFE6: "₩"} | {n: n - 0xFEE0 for n in range(0xFF01, 0xFF5F)}
"""Signs of full width; for `str.translate`."""


def cell(value: object) -> str:
    """Return a value as a cell that spreadsheets leave as it is written, without control characters.

    A spreadsheet calculates what looks like a formula. It makes a number, a date or a truth value of what looks like
    one, which then looks different or is something else: 1.10 becomes 1.1, 2015-07 the first of July, 1e5 100000. Such
    a text gets an apostrophe before it, and so does one that begins with an apostrophe. A program that reads the table
    gets every text as it was by removing one apostrophe from the beginning of each cell that has one. Numbers that look
    the same as numbers (11.2, 2018) and whole dates (2016-12-31) are written as they are.
    """
    text = str(value)
    return f"'{visible(text)}" if _may_change(text) else visible(text)


def _may_change(text: str) -> bool:
    """Return whether a spreadsheet may make something else of a text."""
    begins = text.lstrip(" \n\u00a0")[:1]
    if not begins:
        return False
    if begins in FORMULA or text[0] == "'":
        return True
    # Chinese and Japanese spreadsheets read figures of full width too.
    plain = text.strip()
    if not _BEGINS.match(plain):
        return False
    plain = plain.translate(_NORMAL_WIDTH).strip().lower()
    if not _CHANGES.fullmatch(plain):
        return False
    return text != plain or not _STAYS.fullmatch(text) or (sum(map(str.isdigit, text)) > _MOST_DIGITS)


def csv_table(plan: Plan, ids: Sequence[str], name: str) -> str:
    """Return a table of `TABLES` for nodes, as CSV."""
    table = TABLES[name]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.head)
    writer.writerows([cell(value) for value in row] for row in table.rows(plan, ids))
    return out.getvalue()


def long_rows(text: str) -> list[str]:
    """Return the first cell of each row that has a cell too long for spreadsheets (see `MOST_CHARACTERS`)."""
    # Only rows end with CR LF: in a cell a carriage return is written out. In UTF-16 a character has up to two units.
    rows = [row for row in text.split("\r\n") if 2 * len(row) > MOST_CHARACTERS]
    cells = [[whole.replace('""', '"') or bare for whole, bare in _CELL.findall(row)] for row in rows]
    return [row[0] for row in cells if max(map(_length, row)) > MOST_CHARACTERS]


def _length(text: str) -> int:
    """Return the length as spreadsheets count it, in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


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
