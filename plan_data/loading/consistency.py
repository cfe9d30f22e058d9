"""Checks across the files of a plan: uses of ids, declared totals, and grades with what supports them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from plan_data.errors import Finding
from plan_data.loading.parsers import LoadContext, nearest
from plan_data.loading.references import Definition, Ref
from plan_data.loading.yaml_events import Scalar
from plan_data.model.entities import RAISING_KINDS, Body, Node, supports
from plan_data.model.plan import Plan

MAX_HINTS = 200
"""How many wrong ids get a suggestion: each takes a comparison with every id."""

_WORDS = {"body": "body", "source": "source", "quote": "quote", "category": "category", "node": "node"}


class ConsistencyChecks:
    """Adds a finding for everything that does not agree."""

    def __init__(self, context: LoadContext, plan: Plan, defined: Mapping[str, Definition]) -> None:
        """Take what was read, and where each id is defined."""
        self.context = context
        self.plan = plan
        self.defined = defined

    def references(self) -> None:
        """Find uses of an id that does not exist, uses of an id by itself, and bodies that belong to each other."""
        nodes = dict.fromkeys(node.id for node in self.plan.nodes)
        known: dict[str, Collection[str]] = {
            "body": self.plan.bodies,
            "source": self.plan.sources,
            "quote": self.plan.quotes,
            "category": dict.fromkeys(node.id for node in self.plan.nodes if node.kind == "category"),
            "node": nodes,
            "any": dict.fromkeys([*nodes, *self.plan.bodies, *self.plan.sources]),
        }
        hints: dict[tuple[str, str], str] = {}
        for use in self.context.refs.wrong(known):
            if use.id not in known[use.kinds]:
                asked = (use.kinds, use.id)
                if asked not in hints and len(hints) < MAX_HINTS:
                    hints[asked] = nearest(use.id[:64], known[use.kinds]).en
                message = f"there is no {_WORDS.get(use.kinds, 'entry')} {use.id[:64]!r}{hints.get(asked, '')}"
                self._at(use, "dangling", message)
            elif use.id == use.owner and use.kinds != "source":
                self._at(use, "self-reference", f"{use.id!r} refers to itself")
        self._circles()

    def _at(self, use: Ref, code: str, message: str) -> None:
        self.context.findings.append(Finding("error", use.file, use.line, use.column, use.path, code, message))

    def _add(self, id_: str, path: str, code: str, message: str) -> None:
        definition = self.defined.get(id_, Definition("", 0, 0))
        self.context.findings.append(Finding("error", *definition, path, code, message))

    def _circles(self) -> None:
        """Find bodies that belong to each other in a circle; each body is visited once."""
        done: set[str] = set()
        for id_ in self.plan.bodies:
            way: dict[str, int] = {}
            while id_ in self.plan.bodies and id_ not in done:
                done.add(id_)
                way[id_] = len(way)
                id_ = self.plan.bodies[id_].of
            if id_ in way and len(way) - way[id_] > 1:
                circle = " > ".join([*list(way)[way[id_] :], id_])
                self._add(id_, f"{id_}/of", "cycle", f"these belong to each other in a circle: {circle}")

    def counts(self, totals: Mapping[str, int], declared: Mapping[str, Scalar]) -> None:
        """Compare the declared totals with the tree; `declared` has the position of each kind's total in the file."""
        counts = Counter(node.kind for node in self.plan.nodes)
        for kind, total in totals.items():
            if total and counts[kind] != total:
                message = f"the plan declares {total} of the kind {kind} and has {counts[kind]}"
                at = declared[kind]
                finding = Finding("warning", "plan.yaml", at.line, at.column, f"totals/{kind}", "count", message)
                self.context.findings.append(finding)

    def evidence(self) -> None:
        """Check each grade for the links and cited sources that it requires."""
        for node in self.plan.nodes:
            self._grades(node, any(supports(node.kind, link.role) for link in node.quotes))
            for i, side in enumerate(node.conflict.sides if node.conflict else ()):
                path = f"{node.id}/conflict/sides[{i}]/evidence"
                self._grade(node.id, path, "side", side.evidence, bool(side.quotes), side.cites)
        for body in self.plan.bodies.values():
            self._grades(body, bool(body.quotes))

    def _grades(self, item: Node | Body, backed: bool) -> None:
        for statement, grade in item.evidence.items():
            path = f"{item.id}/evidence/{statement}"
            self._grade(item.id, path, statement, grade, backed, item.cites.get(statement, ()))

    def _grade(self, id_: str, path: str, what: str, grade: str, backed: bool, cites: Collection[str]) -> None:
        if grade == "quoted" and not backed:
            self._add(id_, path, "grade", f"the {what} is graded 'quoted' and no quote of its own says it")
        elif grade == "reported" and not any(self._raises(source) for source in cites):
            kinds = ", ".join(sorted(RAISING_KINDS))
            message = f"the {what} is graded 'reported' and cites no source with an address of kind {kinds}"
            self._add(id_, path, "grade", message)

    def _raises(self, source: str) -> bool:
        found = self.plan.sources.get(source)
        return found is not None and found.kind in RAISING_KINDS and bool(found.address)
