"""The JSON form of whatever is printed: plain dicts, every key always there, in a fixed order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from plan_data.errors import Finding
from plan_data.model.entities import (
    STATEMENTS,
    Body,
    Event,
    Item,
    Node,
    Note,
    Pair,
    Quote,
    QuoteLink,
    Source,
    Target,
    Title,
    first_date,
)
from plan_data.model.plan import Plan
from plan_data.text.dates import is_date
from plan_data.text.visible import HIDDEN, is_plain

if TYPE_CHECKING:
    from plan_data.copies.merge import Report
    from plan_data.search import Hit

SCHEMA = 1
"""Version of the JSON that is printed."""

Record = dict[str, Any]
"""A JSON object."""


def dumps(payload: Record) -> str:
    """Return a payload as JSON text under `schema`; characters that would hide or act are escaped."""
    text = json.dumps({"schema": SCHEMA, **payload}, ensure_ascii=False, indent=2)
    return "".join(f"{line if is_plain(line) else HIDDEN.sub(_escape, line)}\n" for line in text.split("\n"))


def _escape(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def pair(value: Pair) -> Record:
    """Return a text in two languages."""
    return {"en": value.en, "zh": value.zh}


def title(value: Title) -> Record:
    """Return the names of something."""
    return {
        "en": value.en,
        "zh": value.zh,
        "zh_short": value.zh_short,
        "en_close": value.en_close,
        "renderings": [{"text": r.text, "who": r.who} for r in value.renderings],
    }


def notes(values: Iterable[Note]) -> list[Record]:
    """Return notes."""
    return [{"kind": note.kind, "text": pair(note.text), "term": pair(note.term)} for note in values]


def tree(plan: Plan, id_: str, depth: int | None = None) -> Record:
    """Return a node with its children, and theirs, down to `depth` levels below it (None for all)."""
    node = plan.node(id_)
    deeper = depth is None or depth > 0
    below = None if depth is None else depth - 1
    return {
        "id": node.id,
        "kind": node.kind,
        "number": node.number,
        "title": title(node.title),
        "evidence": _evidence(plan, node),
        "children": [tree(plan, child, below) for child in node.children] if deeper else [],
    }


def node(plan: Plan, id_: str) -> Record:
    """Return whatever has this id, in the form of a node; raises KeyError.

    Bodies, sources and quotes have the keys of a node, empty where they have no such thing, and keys of their own.
    """
    item = plan.get(id_)
    if item is None:
        raise KeyError(id_)
    found: Record = {
        "id": item.id,
        "kind": kind(item),
        "number": item.number if isinstance(item, Node) else "",
        "title": title(Title(en=item.exact) if isinstance(item, Quote) else item.title),
        "evidence": _evidence(plan, item),
        "pinyin": item.pinyin if isinstance(item, (Node, Body)) else "",
        "aliases": list(item.aliases) if isinstance(item, (Node, Body)) else [],
        "summary": pair(item.summary if isinstance(item, (Node, Body)) else Pair()),
        "path": [above.id for above in plan.ancestors(item.id)],
        "agencies": _agencies(plan, item),
        "due": item.due if isinstance(item, Node) else "",
        "targets": linked_targets(plan, item) if isinstance(item, Node) else [],
        "related": list(item.related) if isinstance(item, Node) else [],
        "children": list(item.children) if isinstance(item, Node) else [],
        "quotes": [_link(link) for link in plan.quotes_of(item)],
        "notes": notes(item.notes),
        "basis": _basis(item),
        "cites": {k: list(v) for k, v in item.cites.items()} if isinstance(item, (Node, Body)) else {},
        "event": _event(item.event) if isinstance(item, Node) and item.event else None,
        "target": _target(item.target) if isinstance(item, Node) and item.target else None,
        "conflict": _conflict(item) if isinstance(item, Node) and item.conflict else None,
    }
    if isinstance(item, Body):
        found |= {
            "abbr": item.abbr,
            "of": item.of,
            "post": pair(item.post),
            "later": [{"name": pair(x.name), "date": x.date, "note": pair(x.note)} for x in item.later],
            "nodes": duties(plan, item.id),
        }
    elif isinstance(item, Source):
        found["source"] = source(plan, item)
    elif isinstance(item, Quote):
        found["quote"] = quote(plan, item)
    return found


def kind(item: Item) -> str:
    """Return the kind of anything: a node's or body's own, `source` or `quote`."""
    if isinstance(item, (Node, Body)):
        return item.kind
    return "quote" if isinstance(item, Quote) else "source"


def linked_targets(plan: Plan, item: Node) -> list[str]:
    """Return the ids of the targets that a node is linked to; they are another document's unless they say otherwise."""
    return [i for i in item.related if i in plan.index and plan.node(i).kind == "target"]


def quote(plan: Plan, item: Quote) -> Record:
    """Return a quote with its state and what it supports."""
    return {
        "id": item.id,
        "source": item.source,
        "paragraph": item.paragraph,
        "exact": item.exact,
        "prefix": item.prefix,
        "suffix": item.suffix,
        "state": plan.anchors[item.id].state,
        "notes": notes(item.notes),
        "nodes": [{"id": link.id, "role": link.role} for link in plan.backlinks[item.id]],
    }


def hit(value: Hit) -> Record:
    """Return a hit of a search; its spans are half-open, in code points of `text`."""
    return {**value._asdict(), "spans": [list(span) for span in value.spans]}


def source(plan: Plan, item: Source) -> Record:
    """Return a source: its bibliography, and how many passages and quotes of it are shipped."""
    return {
        "id": item.id,
        "kind": item.kind,
        "type": item.type,
        "title": {"en": item.title.en, "zh": item.title.zh},
        "author": item.author,
        "publisher": item.publisher,
        "container": item.container,
        "number": item.number,
        "dates": item.dates._asdict(),
        "language": item.language,
        "translation": item.translation,
        "original": pair(item.original),
        "address": item.address,
        "address_from": item.address_from,
        "file": item.file,
        "sha256": item.sha256,
        "seen": pair(item.seen),
        "reliability": pair(item.reliability),
        "citation": pair(item.citation),
        "notes": notes(item.notes),
        "passages": list(item.passages),
        "headings": list(item.headings),
        "copy": item.copy._asdict() if item.copy else None,
        "quotes": len(plan.quotes_by_source.get(item.id, ())),
    }


def precision(date: str) -> str:
    """Return `day`, `month` or `year`, or "" for what is no date."""
    return {4: "year", 7: "month", 10: "day"}.get(len(date), "") if is_date(date) else ""


def date_key(date: str) -> tuple[str, str, str]:
    """Return what sorts dates: an unknown part comes behind the known ones of its year or month, no date last."""
    parts = date.split("-") if precision(date) else []
    padded = [*parts, "99", "99", "99"][:3] if parts else ["9999", "99", "99"]
    return padded[0], padded[1], padded[2]


def timeline(plan: Plan) -> list[Record]:
    """Return the events in the order of time."""
    events = sorted(plan.of_kind("event"), key=lambda n: date_key(first_date(n)))
    return [
        {
            "id": node.id,
            "date": first_date(node),
            "precision": precision(first_date(node)),
            "kind": node.event.type if node.event else "event",
            "title": title(node.title),
            "nodes": list(node.related),
        }
        for node in events
    ]


def duties(plan: Plan, body: str) -> list[Record]:
    """Return the nodes whose own list names a body, each with its role."""
    return [{"id": id_, "role": role} for id_, role in plan.uses.duties.get(body, ())]


def agencies(plan: Plan, bodies: Iterable[str]) -> list[Record]:
    """Return bodies with what each leads or takes part in."""
    return [
        {"id": id_, "name": title(plan.bodies[id_].title), "abbr": plan.bodies[id_].abbr, "nodes": duties(plan, id_)}
        for id_ in bodies
    ]


def targets(plan: Plan) -> list[Record]:
    """Return every target and figure."""
    return [
        {
            "id": item.id,
            "title": title(item.title),
            **_target(item.target or Target()),
            "deadline": item.due,
            "quote": item.quotes[0].id if item.quotes else "",
            "doubt": [pair(note.text) for note in item.notes if note.kind == "doubt"],
            "evidence": _evidence(plan, item),
        }
        for item in plan.of_kind("target")
    ]


def conflicts(plan: Plan) -> list[Record]:
    """Return the conflicts with their sides."""
    return [
        {"id": item.id, "title": title(item.title), "note": pair(item.summary), **_conflict(item)}
        for item in plan.of_kind("conflict")
    ]


def evidence(plan: Plan) -> list[Record]:
    """Return, for each action and category, its grades and its links by source and role."""
    found = []
    for item in plan.of_kind("action", "category", "group"):
        links: dict[str, dict[str, int]] = {}
        for link in item.quotes:
            by_role = links.setdefault(plan.quotes[link.id].source, {})
            by_role[link.role] = by_role.get(link.role, 0) + 1
        found.append(
            {
                "id": item.id,
                "title": title(item.title),
                "evidence": _evidence(plan, item),
                "sources": [{"id": id_, "roles": roles} for id_, roles in sorted(links.items())],
            }
        )
    return found


def glossary(plan: Plan) -> list[Record]:
    """Return the terms that notes explain, each with where it stands."""
    found = []
    items: list[Item] = [*plan.nodes, *plan.bodies.values(), *plan.sources.values(), *plan.quotes.values()]
    for item in items:
        for note in item.notes:
            if note.kind == "gloss" and note.term:
                found.append({"term": pair(note.term), "text": pair(note.text), "where": item.id})
    return sorted(found, key=lambda entry: (str(entry["term"]["en"]).casefold(), str(entry["where"])))


def compare(plan: Plan, left: str, right: str) -> Record:
    """Return two nodes and what they share."""
    a, b = plan.node(left), plan.node(right)
    bodies = [id_ for id_ in plan.agencies_of(a).list if id_ in plan.agencies_of(b).list]
    quotes = [link.id for link in a.quotes if link.id in {other.id for other in b.quotes}]
    related = [id_ for id_ in a.related if id_ in b.related]
    return {
        "left": node(plan, left),
        "right": node(plan, right),
        "shared": {"agencies": bodies, "quotes": quotes, "related": related},
    }


def attached(plan: Plan, report: Report) -> Record:
    """Return what a copy holds, kind by kind."""
    source = plan.sources[report.source]
    return {
        "source": report.source,
        "copy": source.copy._asdict() if source.copy else None,
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
            "compared": list(report.compared),
            "differences": [difference._asdict() for difference in report.differences],
            "taken": list(report.taken),
            "unlisted": list(report.unlisted),
        },
        "passages": {"found": report.passages[0], "total": report.passages[1]},
    }


def finding(value: Finding) -> Record:
    """Return a finding."""
    return value._asdict()


def _evidence(plan: Plan, item: Item) -> Record:
    graded = item.evidence if isinstance(item, (Node, Body)) else {}
    found = dict.fromkeys(STATEMENTS, "") | dict(graded)
    if isinstance(item, Body):
        found["title"] = graded.get("name", "unchecked")
    elif isinstance(item, Node):
        found["title"] = plan.grade(item)
    return found


def _agencies(plan: Plan, item: Item) -> Record:
    listed = plan.agencies_of(item) if isinstance(item, Node) else None
    if listed is None:
        return {"rule": "", "open": False, "list": [], "inherited_from": ""}
    return {
        "rule": listed.rule,
        "open": listed.open,
        "list": [{"id": id_, "role": role} for id_, role in listed.roles()],
        "inherited_from": listed.inherited_from,
    }


def _link(link: QuoteLink) -> Record:
    return {"id": link.id, "role": link.role, "inherited_from": link.inherited_from}


def _basis(item: Item) -> Record | None:
    if not isinstance(item, Node) or item.basis is None:
        return None
    return {"node": item.basis.node, "kind": item.basis.kind, "alternative": item.basis.alternative}


def _event(event: Event) -> Record:
    return dict(event._asdict())


def _target(target: Target) -> Record:
    return {"sort": target.sort, "number": target.number, "unit": pair(target.unit), "owner": target.owner}


def _conflict(item: Node) -> Record:
    if item.conflict is None:
        return {"kind": "", "sides": []}
    sides = [
        {"says": pair(side.says), "quotes": list(side.quotes), "cites": list(side.cites), "evidence": side.evidence}
        for side in item.conflict.sides
    ]
    return {"kind": item.conflict.kind, "sides": sides}
