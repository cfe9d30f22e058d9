"""The views across the plan: each is registered here once, with its keys, its records and its table.

From a view's registration come its command in the explorer, its command line, its name in JSON and its CSV table. How
it is laid out is in `widgets.render`, in the module of its name; its words are in `plan_data.labels.view_titles`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from plan_data.exports.json_types import (
    DUTY_OF,
    GRADES_BY_STATEMENT,
    IDS,
    NAMES,
    PAIR,
    TEXT,
    Schema,
    list_of,
    object_of,
    one_of,
    ref,
    texts_of,
)
from plan_data.exports.records import (
    Record,
    attached,
    duties,
    evidence,
    name,
    names,
    node,
    plain,
    sides_of,
    source,
    title,
)
from plan_data.labels.view_titles import VIEW_LABELS, ViewLabel
from plan_data.model.entities import GRADES, Node, Target, first_date
from plan_data.model.plan import Plan
from plan_data.text.dates import by_first_day, precision

Row = Sequence[object]
"""A row of a table."""


class Table(NamedTuple):
    """A table that CSV has."""

    head: tuple[str, ...]
    """Names of its columns."""
    rows: Callable[[Plan, Sequence[str]], Iterator[Row]]
    """Yields its rows for nodes, given by id."""


class View(NamedTuple):
    """A view across the plan."""

    name: str
    """Its name: in locations, as the key of its JSON, on the command line, of its table."""
    records: Callable[..., Any] | None = None
    """Returns the payload for JSON, from a plan and the ids that the view is about."""
    item: tuple[str, Schema] | None = None
    """Name and schema of one record; None where `output_schema` describes the records."""
    table: Table | None = None
    """Its CSV table."""
    keys: tuple[str, ...] = ()
    """Keys that open it in the explorer, by Textual's names; () for one that is only printed or opened otherwise."""
    also: tuple[str, ...] = ()
    """Keys that do the same and are not shown."""
    command: str = ""
    """Id of the command that opens it; "" for its name."""
    action: str = ""
    """The screen's action that opens it; "" for opening it at once."""
    kinds: tuple[str, ...] = ()
    """Kinds of the nodes that are exported from it; () for all nodes."""
    beside_card: bool = False
    """Whether it is a list with the card of its row beside it, where there is room."""
    lists: bool = True
    """Whether it lists entries of the plan; where there are none the screen says so."""

    @property
    def label(self) -> ViewLabel:
        """Its words."""
        return VIEW_LABELS[self.name]


def timeline(plan: Plan) -> list[Record]:
    """Return the events in the order of time."""
    return [
        {
            "id": event.id,
            "date": first_date(event),
            "precision": precision(first_date(event)),
            "kind": event.event.type if event.event else "event",
            "title": title(plan, event),
            "nodes": list(event.related),
            "names": names(plan, event.related),
        }
        for event in sorted(plan.of_kind("event"), key=lambda event: by_first_day(first_date(event)))
    ]


def agencies(plan: Plan, *ids: str) -> list[Record]:
    """Return the given bodies, or all agencies, each with its duties."""
    bodies = [plan.bodies[id_] for id_ in ids] or [body for body in plan.bodies.values() if body.kind == "agency"]
    return [
        {"id": body.id, "name": title(plan, body), "abbr": body.abbr, "nodes": duties(plan, body.id)} for body in bodies
    ]


def targets(plan: Plan) -> list[Record]:
    """Return every target and figure."""
    return [
        {
            "id": item.id,
            "title": title(plan, item),
            **plain(item.target or Target()),
            "deadline": item.due,
            "quote": item.quotes[0].id if item.quotes else "",
            "doubt": [plain(note.text) for note in item.notes if note.kind == "doubt"],
            "evidence": evidence(plan, item),
            "names": names(plan, [(item.target or Target()).owner, *(link.id for link in item.quotes[:1])]),
        }
        for item in plan.of_kind("target")
    ]


def conflicts(plan: Plan) -> list[Record]:
    """Return the conflicts with their sides."""
    return [
        {
            "id": item.id,
            "title": title(plan, item),
            "note": plain(item.summary),
            **(plain(item.conflict) or {"kind": "", "sides": []}),
            "names": names(plan, sides_of(item)),
        }
        for item in plan.of_kind("conflict")
    ]


def evidence_by_source(plan: Plan) -> list[Record]:
    """Return the actions, categories and groups with their grades, and their links by source and role."""
    found = []
    for item in plan.of_kind("action", "category", "group"):
        roles: dict[str, Counter[str]] = {}
        for link in item.quotes:
            roles.setdefault(plan.quotes[link.id].source, Counter())[link.role] += 1
        found.append(
            {
                "id": item.id,
                "title": title(plan, item),
                "evidence": evidence(plan, item),
                "sources": [
                    {"id": id_, "roles": dict(counts), "title": name(plan, id_)}
                    for id_, counts in sorted(roles.items())
                ],
                "kind": item.kind,
                "number": item.number,
            }
        )
    return found


def glossary(plan: Plan) -> list[Record]:
    """Return the terms of the glossary in the order of the English alphabet, with where they are explained and used."""
    return [
        {
            "term": plain(term.note.term),
            "text": plain(term.note.text),
            "where": term.where,
            "pinyin": term.note.pinyin,
            "places": list(term.places),
            "names": names(plan, [term.where, *term.places]),
        }
        for term in plan.terms.values()
    ]


def shared(plan: Plan, left: Node, right: Node) -> Record:
    """Return the ids of the bodies, quotes and related entries that two nodes have in common, with their names."""
    quotes = {link.id for link in right.quotes}
    bodies = plan.agencies_of(right).list
    found = {
        "agencies": [id_ for id_ in plan.agencies_of(left).list if id_ in bodies],
        "quotes": [link.id for link in left.quotes if link.id in quotes],
        "related": [id_ for id_ in left.related if id_ in right.related],
    }
    return {**found, "names": names(plan, (id_ for ids in found.values() for id_ in ids))}


def compare(plan: Plan, left: str, right: str) -> Record:
    """Return two nodes and what they share."""
    common = shared(plan, plan.node(left), plan.node(right))
    return {"left": node(plan, left), "right": node(plan, right), "shared": common}


def copies(plan: Plan) -> list[Record]:
    """Return the report on each attached copy."""
    return [attached(plan, make()) for make in plan.reports.values()]


def _agency_rows(plan: Plan, ids: Sequence[str]) -> Iterator[Row]:
    """Yield a row for each body of each node, with its role."""
    for id_ in ids:
        item = plan.node(id_)
        listed = plan.agencies_of(item)
        grade = plan.grade(plan.node(listed.inherited_from or id_), "agencies")
        for body_id, role in listed.roles():
            body = plan.bodies[body_id]
            yield (
                id_, item.title.pick("en"), body_id, body.abbr, body.title.en, body.title.zh, role,
                listed.inherited_from, "yes" if listed.open else "", grade,
            )  # fmt: skip


def _target_rows(plan: Plan, ids: Sequence[str]) -> Iterator[Row]:
    """Yield a row for each target and figure."""
    for item in map(plan.node, ids):
        if item.kind == "target":
            target, title = item.target or Target(), item.title
            yield (
                item.id, target.sort, target.number, target.unit.en, target.unit.zh, item.due, target.owner, title.en,
                title.zh, plan.grade(item), item.quotes[0].id if item.quotes else "",
            )  # fmt: skip


def _glossary_rows(plan: Plan, ids: Sequence[str]) -> Iterator[Row]:
    """Yield a row for each term that is explained in the nodes; with the root, for all terms."""
    for entry in glossary(plan):
        if plan.root.id in ids or entry["where"] in ids:
            places = " ".join(entry["places"])
            yield (*entry["term"].values(), *entry["text"].values(), entry["where"], entry["pinyin"], places)


TARGET = {"sort": one_of("target", "figure", ""), "number": TEXT, "unit": PAIR, "zh_figure": TEXT, "owner": TEXT}
"""Schemas of a target's keys."""
SIDE = object_of(says=PAIR, quotes=IDS, cites=IDS, evidence=one_of(*GRADES))
CONFLICT = {"kind": one_of("conflict", "doubt", "development"), "sides": list_of(SIDE)}
"""Schemas of a conflict's keys."""

_ALL = (
    View("sources", lambda plan: [source(plan, item) for item in plan.sources.values()]),
    View(
        "glossary",
        glossary,
        ("term", object_of(term=PAIR, text=PAIR, where=TEXT, pinyin=TEXT, places=IDS, names=NAMES)),
        Table(("term_en", "term_zh", "text_en", "text_zh", "where", "pinyin", "places"), _glossary_rows),
        keys=("w",),
    ),
    View("evidence", evidence_by_source, keys=("S",)),
    View(
        "timeline",
        timeline,
        (
            "event",
            object_of(
                **texts_of("id", "date"),
                precision=one_of("day", "month", "year", ""),
                kind=one_of("event", "plan", "target"),
                title=ref("title"),
                nodes=IDS,
                names=NAMES,
            ),
        ),
        keys=("t",),
        kinds=("event",),
    ),
    View(
        "agencies",
        agencies,
        ("agency", object_of(id=TEXT, name=ref("title"), abbr=TEXT, nodes=list_of(DUTY_OF))),
        Table(
            (
                "node", "node_title", "body", "abbreviation", "name_en", "name_zh", "role", "inherited_from", "open",
                "grade",
            ),
            _agency_rows,
        ),
        keys=("a",),
    ),
    View(
        "targets",
        targets,
        (
            "target",
            object_of(
                id=TEXT,
                title=ref("title"),
                **TARGET,
                **texts_of("deadline", "quote"),
                doubt=list_of(PAIR),
                evidence=GRADES_BY_STATEMENT,
                names=NAMES,
            ),
        ),
        Table(
            (
                "id", "sort", "number", "unit_en", "unit_zh", "deadline", "owner", "title_en", "title_zh", "grade",
                "quote",
            ),
            _target_rows,
        ),
        keys=("T",),
    ),
    View(
        "conflicts",
        conflicts,
        ("conflict", object_of(id=TEXT, title=ref("title"), note=PAIR, **CONFLICT, names=NAMES)),
        keys=("C",),
        kinds=("conflict",),
        beside_card=True,
    ),
    View(
        "comparison",
        compare,
        command="compare",
        action="do('navigator.compare')",
        keys=("equals_sign",),
        also=("＝",),
        lists=False,
    ),
    View("kept", command="show-kept", keys=("b",), lists=False),
    View("copies", copies, lists=False),
)  # fmt: skip
VIEWS = {view.name: view for view in _ALL}
"""The views by name, in the order in which `--help` lists their commands."""
