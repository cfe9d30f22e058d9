"""JSON records of entries: plain dicts with every key present, in a fixed order.

Nothing has to be looked up elsewhere. An object with the `id` of something else also has its title, kind and number, or
the name of the body, or the words of the quote. Where a record has an id by itself, its `names` has the title.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from plan_data.model.entities import STATEMENTS, TEXT_FIELDS, Body, Item, Node, Quote, QuoteLink, Source, Title
from plan_data.model.goals import linked_targets
from plan_data.model.plan import Plan
from plan_data.text.visible import HIDDEN, is_plain

if TYPE_CHECKING:
    from plan_data.model.copy_report import Report
    from plan_data.search.index import Hit

SCHEMA = 1
"""Version of the JSON that is printed."""

Record = dict[str, Any]
"""A JSON object."""

_BLANK = Node("", "", Title())
"""Gives the empty values of a node's fields, for entities that are no nodes."""
SOURCE_KEYS = (
    "id", "kind", "type", "title", "author", "authors", "publisher", "container", "number", "dates", "language",
    "translation", "original", "address", "address_from", "file", "sha256", "seen", "reliability", "citation", "notes",
    "passages", "headings", "copy",
)  # fmt: skip
"""Keys of a source's record before `quotes`, the number of its quotes."""


def dumps(payload: Record) -> str:
    """Return a payload as JSON text with `schema`; invisible and control characters are escaped."""
    text = json.dumps({"schema": SCHEMA, **payload}, ensure_ascii=False, indent=2)
    return "".join(f"{line if is_plain(line) else HIDDEN.sub(_escape, line)}\n" for line in text.split("\n"))


def _escape(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def plain(value: Any) -> Any:
    """Return a value of the model as plain JSON: an entity as an object of its fields, a tuple as an array."""
    if isinstance(value, (tuple, list)):
        fields = getattr(value, "_fields", None)
        return {name: plain(getattr(value, name)) for name in fields} if fields else [plain(part) for part in value]
    return {key: plain(part) for key, part in value.items()} if isinstance(value, Mapping) else value


def title(plan: Plan, item: Item) -> Record:
    """Return the title of anything with all its forms; a translation of others' says what its source is called."""
    found: Record = plain(Title(en=item.exact) if isinstance(item, Quote) else item.title)
    for rendering in found["renderings"]:
        rendering["name"] = name(plan, rendering["who"])
    return found


def name(plan: Plan, id_: str) -> Record:
    """Return the English and the Chinese title of what has an id, as in its own record; empty where nothing has it."""
    item = plan.get(id_)
    if item is None or isinstance(item, Quote):
        return {"en": item.exact if item else "", "zh": ""}
    return {"en": item.title.en, "zh": item.title.zh}


def names(plan: Plan, ids: Iterable[str]) -> Record:
    """Return the titles of ids by id, each once, in the order in which they are given."""
    return {id_: name(plan, id_) for id_ in dict.fromkeys(ids) if id_}


def about(plan: Plan, id_: str) -> Record:
    """Return title, kind and number of what has an id: the keys that say beside the id what it is."""
    item = plan.get(id_)
    number = item.number if isinstance(item, Node) else ""
    return {"title": name(plan, id_), "kind": kind(item) if item else "", "number": number}


def tree(plan: Plan, id_: str, depth: int | None = None) -> Record:
    """Return a node with its children, and theirs, down to `depth` levels below it (None for all)."""
    node = plan.node(id_)
    below = None if depth is None else depth - 1
    return {
        "id": node.id,
        "kind": node.kind,
        "number": node.number,
        "title": title(plan, node),
        "evidence": evidence(plan, node),
        "children": [tree(plan, child, below) for child in node.children] if depth is None or depth > 0 else [],
    }


def node(plan: Plan, id_: str) -> Record:
    """Return anything that has an id, as a node's record; raises KeyError.

    Bodies, sources and quotes have the keys of a node, empty where they have no such thing, and keys of their own.
    """
    item = plan.get(id_)
    if item is None:
        raise KeyError(id_)
    found: Record = {
        "id": item.id,
        "kind": kind(item),
        "number": item.number if isinstance(item, Node) else "",
        "title": title(plan, item),
        "evidence": evidence(plan, item),
        **_fields(item, "pinyin", "aliases", *TEXT_FIELDS),
        "path": [above.id for above in plan.ancestors(item.id)],
        "agencies": _agencies(plan, item if isinstance(item, Node) else _BLANK),
        **_fields(item, "due"),
        "due_inherited": _due_inherited(plan, item),
        "targets": list(linked_targets(plan, item)) if isinstance(item, Node) else [],
        **_fields(item, "related", "children"),
        "quotes": [_quote_link(plan, link) for link in plan.quotes_of(item)],
        **_fields(item, "notes", "basis", "cites", "event", "target", "conflict"),
        "names": names(plan, _mentioned(plan, item)),
    }
    if isinstance(item, Body):
        own = _fields(item, "abbr", "of", "post", "later")
        found |= {"name": found["title"], **own, "nodes": duties(plan, item.id)}
    elif isinstance(item, Source):
        found["source"] = source(plan, item)
    elif isinstance(item, Quote):
        found["quote"] = quote(plan, item)
    return found


def _quote_link(plan: Plan, link: QuoteLink) -> Record:
    """Return a link to a quote, with its words and its source; they are empty where the plan has no such quote."""
    quote = plan.quotes.get(link.id)
    return {**plain(link), "exact": quote.exact if quote else "", "source": quote.source if quote else ""}


def _mentioned(plan: Plan, item: Item) -> Iterable[str]:
    """Yield the ids that the record of an item names by themselves."""
    yield from (above.id for above in plan.ancestors(item.id))
    if isinstance(item, Node):
        yield plan.agencies_of(item).inherited_from
        yield plan.due_inherited(item)[1]
        yield from (*item.related, *item.children)
        if item.basis:
            yield from (item.basis.node, item.basis.alternative)
        if item.target:
            yield item.target.owner
        yield from sides_of(item)
    for link in plan.quotes_of(item):
        if link.id in plan.quotes:
            yield from (link.inherited_from, plan.quotes[link.id].source)
    if isinstance(item, (Node, Body)):
        for sources in item.cites.values():
            yield from sources
    if isinstance(item, Body):
        yield item.of


def sides_of(item: Node) -> Iterable[str]:
    """Yield the ids of the quotes and sources on the sides of a conflict."""
    for side in item.conflict.sides if item.conflict else ():
        yield from (*side.quotes, *side.cites)


def hits(plan: Plan, found: Sequence[Hit]) -> list[Record]:
    """Return hits of a search, each with what it is."""
    return [{**plain(hit), **about(plan, hit.id)} for hit in found]


def nodes(plan: Plan, ids: Sequence[str], _lang: str = "") -> str:
    """Return nodes as JSON text, the same in every language."""
    return dumps({"nodes": [node(plan, id_) for id_ in ids]})


def _fields(item: Item, *names: str) -> Record:
    """Return fields by name; those that the item does not have are empty, as in a node."""
    return {name: plain(getattr(item, name, getattr(_BLANK, name, None))) for name in names}


def kind(item: Item) -> str:
    """Return the kind of anything: a node's or body's own, `source` or `quote`."""
    if isinstance(item, (Node, Body)):
        return item.kind
    return "quote" if isinstance(item, Quote) else "source"


def quote(plan: Plan, item: Quote) -> Record:
    """Return a quote with its state and what it supports."""
    return {
        **_fields(item, "id", "source", "paragraph", "exact", "prefix", "suffix"),
        "state": plan.anchors[item.id].state,
        "notes": plain(item.notes),
        "nodes": [{**plain(link), **about(plan, link.id)} for link in plan.backlinks[item.id]],
        "names": names(plan, [item.source]),
    }


def source(plan: Plan, item: Source) -> Record:
    """Return a source: its bibliography, the numbers of its passages, and how many quotes it has."""
    return {
        **_fields(item, *SOURCE_KEYS),
        "title": {"en": item.title.en, "zh": item.title.zh},
        "passages": list(item.passages),
        "quotes": len(plan.quotes_by_source.get(item.id, ())),
        "names": names(plan, item.headings),
    }


def duties(plan: Plan, body: str) -> list[Record]:
    """Return the nodes whose own list names a body, each with the body's role."""
    return [{"id": id_, "role": role, **about(plan, id_)} for id_, role in plan.uses.duties.get(body, ())]


def attached(plan: Plan, report: Report) -> Record:
    """Return what a copy contains, by kind."""
    source = plan.sources[report.source]
    return {
        "source": report.source,
        "copy": plain(source.copy),
        "headings": [{"kind": kind, "found": n, "total": total} for kind, (n, total) in report.headings.items()],
        "missing": [
            {
                "id": missing.node,
                "kind": missing.kind,
                "heading": missing.heading,
                "nearest": {**missing.near._asdict(), "likeness": round(missing.near.likeness, 1)},
            }
            for missing in report.missing
        ],
        "agencies": {
            "compared": plain(report.compared),
            "differences": [{"node": node, "says": says.en} for node, says in report.differences],
            "taken": plain(report.taken),
            "unlisted": plain(report.unlisted),
        },
        "passages": {"found": report.passages[0], "total": report.passages[1]},
        "edition": plain(report.edition),
        "replaced": plain(report.replaced),
        "names": names(plan, _compared(report)),
    }


def _compared(report: Report) -> Iterable[str]:
    """Yield the ids that the record of a copy names."""
    yield report.source
    yield from (missing.node for missing in report.missing)
    yield from (*report.compared, *(difference.node for difference in report.differences))
    yield from (*report.taken, *report.unlisted)
    yield from (change.node for change in report.replaced.changes) if report.replaced else ()


def evidence(plan: Plan, item: Item) -> Record:
    """Return the grade of each statement of an entity, "" where it makes no such statement."""
    graded = item.evidence if isinstance(item, (Node, Body)) else {}
    found = dict.fromkeys(STATEMENTS, "") | dict(graded)
    if isinstance(item, (Node, Body)):
        found["title"] = plan.grade(item, "title" if isinstance(item, Node) else "name")
    return found


def _due_inherited(plan: Plan, item: Item) -> Record | None:
    date, above = plan.due_inherited(item) if isinstance(item, Node) else ("", "")
    return {"date": date, "from": above} if date else None


def _agencies(plan: Plan, item: Node) -> Record:
    listed = plan.agencies_of(item)
    return {
        "rule": listed.rule,
        "open": listed.open,
        "list": [{"id": id_, "role": role, "name": name(plan, id_)} for id_, role in listed.roles()],
        "inherited_from": listed.inherited_from,
    }
