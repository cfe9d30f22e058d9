"""The plan in memory: an immutable tree of nodes, with its bodies, sources and quotes.

Nodes are in one sequence in reading order (pre-order), so that a subtree is a slice. Arrays have a value for each node
(structure of arrays): ids, depths, parents, ends of subtrees, kinds with grades. So a plan of 100,000 nodes can be
opened from a database and drawn without making all nodes (see `plan_data.cache.stored_plan`).
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plan_data.errors import Finding
from plan_data.model.anchors import Anchor, anchor
from plan_data.model.entities import (
    AROUND,
    GRADES,
    KINDS,
    Agencies,
    Backlink,
    Body,
    Item,
    Node,
    Quote,
    QuoteLink,
    Source,
)
from plan_data.model.node_names import names_of
from plan_data.model.pair import Pair
from plan_data.model.terms import Term, terms_of
from plan_data.model.uses import Uses, uses_of

if TYPE_CHECKING:
    from plan_data.cache.builder import Builder
    from plan_data.cache.database import Database
    from plan_data.model.copy_report import Report

_ID = re.compile(r"(?<![\w.-])([a-z]+\.[a-z0-9]+(?:[.-][a-z0-9]+)*)", re.ASCII)
"""What looks like an id in prose; most ids have a dot."""
_ID_IN_CHINESE = re.compile(f" ?{_ID.pattern} ?", re.ASCII)
"""The same with the spaces around it, which a name in Chinese marks does without."""
OWN = tuple(kind for kind in KINDS if kind not in AROUND and kind not in ("plan", "section"))
"""Kinds of what a document asks for."""


class Columns(NamedTuple):
    """Per-node arrays, in reading order."""

    ids: Sequence[str]
    """Ids."""
    depths: array[int]
    """Depths; the root has 0."""
    parents: array[int]
    """Indexes of the parents; the root has its own."""
    ends: array[int]
    """Indexes after the last nodes of the subtrees."""
    signs: bytes
    """Kind and grade of the title: index in `KINDS` times four, plus index in `GRADES`."""


def columns(nodes: Sequence[Node], depths: array[int]) -> Columns:
    """Return the columns of nodes in reading order."""
    count = len(nodes)
    ends, parents = array("I", bytes(4 * count)), array("I", bytes(4 * count))
    open_: list[int] = []
    for i, depth in enumerate(depths):
        while open_ and depths[open_[-1]] >= depth:
            ends[open_.pop()] = i
        parents[i] = open_[-1] if open_ else i
        open_.append(i)
    for i in open_:
        ends[i] = count
    kinds = {kind: n * len(GRADES) for n, kind in enumerate(KINDS)}
    grades = {grade: n for n, grade in enumerate(GRADES)}
    signs = bytes(kinds[node.kind] + grades[node.evidence.get("title", "unchecked")] for node in nodes)
    return Columns([node.id for node in nodes], depths, parents, ends, signs)


class _Anchors(dict[str, Anchor]):
    """Each quote's state, computed when it is first asked for: one that is missing takes 0.2 s in a long source."""

    def __init__(self, quotes: Mapping[str, Quote], sources: Mapping[str, Source]) -> None:
        super().__init__()
        self._quotes = quotes
        self._sources = sources

    def __missing__(self, id_: str) -> Anchor:
        quote = self._quotes[id_]
        passages = self._sources[quote.source].passages
        found = self[id_] = anchor(quote.exact, quote.prefix, quote.suffix, quote.paragraph, passages)
        return found


class Plan:
    """A plan with everything that belongs to it. Nothing in it changes once it is loaded."""

    def __init__(
        self,
        folder: Path,
        nodes: Sequence[Node],
        depths: array[int],
        bodies: Mapping[str, Body],
        sources: Mapping[str, Source],
        quotes: Mapping[str, Quote],
        totals: Mapping[str, int],
        findings: Sequence[Finding] = (),
        columns: Columns | None = None,
        reports: Mapping[str, Callable[[], Report]] | None = None,
    ) -> None:
        """Make a plan.

        Args:
            folder: Where it was read from.
            nodes: All nodes, in reading order.
            depths: Their depths; the root has 0.
            bodies: Bodies by id.
            sources: Sources by id.
            quotes: Quotes by id.
            totals: Declared number of nodes of a kind.
            findings: What the loader found, errors and warnings.
            columns: The arrays of nodes that are made one by one; None to make them from the nodes.
            reports: Id of each source with an attached copy to what makes the report on the copy.
        """
        self.folder = folder
        """Where it was read from."""
        self.nodes: Sequence[Node] = nodes if columns else tuple(nodes)
        """Every node, in reading order."""
        self.depths = depths
        """Depth of each node."""
        self._columns = columns
        self.bodies = bodies
        """Bodies by id."""
        self.sources = sources
        """Sources by id."""
        self.quotes = quotes
        """Quotes by id."""
        self.totals = totals
        """Declared number of nodes of a kind."""
        self.database: Database | None = None
        """The database that it is in; None where it was only loaded."""
        self.builder: Builder | None = None
        """The process that makes its database; None for none."""
        self.notices: list[Pair] = []
        """What the reader is to be told about it: copies that are left out, a database that was damaged."""
        self.findings = tuple(findings)
        """What the loader found, errors and warnings."""
        self.reports = dict(reports or {})
        """Id of each source with an attached copy to what makes the report on it: that takes a while, and is rare."""

    @cached_property
    def columns(self) -> Columns:
        """The per-node arrays."""
        return self._columns or columns(self.nodes, self.depths)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Index of a node in `nodes`, by id; of two with one id the first, so that walking up always ends."""
        ids = self.columns.ids
        return dict(zip(reversed(ids), range(len(ids) - 1, -1, -1), strict=True))

    @property
    def root(self) -> Node:
        """The root."""
        return self.nodes[0]

    @property
    def document(self) -> Source | None:
        """The source that is the document itself: the first one that the root is related to."""
        return next((self.sources[id_] for id_ in self.root.related if id_ in self.sources), None)

    def issuer(self, lang: str = "en") -> str:
        """Return who issued the document, by the name of the body where it is one of ours; "" without a document."""
        document = self.document
        if document is None:
            return ""
        names = [author.name for author in document.authors] or [document.publisher]
        return ", ".join(self._name_of_body(name, lang) for name in names)

    def _name_of_body(self, name: str, lang: str) -> str:
        known = (body for body in self.bodies.values() if name in (body.title.zh, body.title.zh_short, body.title.en))
        body = next(known, None)
        return body.title.name(lang) if body else name

    @property
    def ends(self) -> array[int]:
        """For each node the index after the last of its subtree."""
        return self.columns.ends

    def __contains__(self, id_: str) -> bool:
        """Return whether there is a node, body, source or quote of this id."""
        return any(id_ in known for known in (self.index, self.bodies, self.sources, self.quotes))

    def get(self, id_: str) -> Item | None:
        """Return the node, body, source or quote of this id, or None."""
        i = self.index.get(id_)
        if i is not None:
            return self.nodes[i]
        return self.bodies.get(id_) or self.sources.get(id_) or self.quotes.get(id_)

    @cached_property
    def _behind_nodes(self) -> list[str]:
        return [*self.bodies, *self.sources, *self.quotes]

    def item_at(self, place: int) -> Item:
        """Return the item at a place: nodes come first, then bodies, sources and quotes, each in their order."""
        if place < len(self.nodes):
            return self.nodes[place]
        id_ = self._behind_nodes[place - len(self.nodes)]
        return self.bodies.get(id_) or self.sources.get(id_) or self.quotes[id_]

    def node(self, id_: str) -> Node:
        """Return the node of this id; raises KeyError."""
        return self.nodes[self.index[id_]]

    def ancestors(self, id_: str) -> list[Node]:
        """Return the ancestors of a node, from the root to its parent; none for an id that is not in the tree."""
        found: list[Node] = []
        i = self.index.get(id_, 0)
        while i:
            i = self.columns.parents[i]
            found.append(self.nodes[i])
        return found[::-1]

    def subtree(self, id_: str) -> tuple[Node, ...]:
        """Return a node and all below it, in reading order; raises KeyError."""
        places = self.places_below(id_)
        return tuple(self.nodes[places.start : places.stop])

    def places_below(self, id_: str) -> range:
        """Return the indexes of a node and all below it; raises KeyError."""
        i = self.index[id_]
        return range(i, self.columns.ends[i])

    def kind_of(self, id_: str) -> str:
        """Return the kind of a node from the arrays; "" for an id that is not in the tree."""
        i = self.index.get(id_)
        return "" if i is None else self.kind_at(i)

    def kind_at(self, i: int) -> str:
        """Return the kind of the node at an index, from the arrays."""
        return KINDS[self.columns.signs[i] // len(GRADES)]

    def grade_at(self, i: int) -> str:
        """Return the grade of the title of the node at an index, from the arrays."""
        return GRADES[self.columns.signs[i] % len(GRADES)]

    def of_kind(self, *kinds: str) -> Iterator[Node]:
        """Yield the nodes of these kinds, in reading order."""
        return (self.nodes[i] for i in self.places_of_kind(*kinds))

    def places_of_kind(self, *kinds: str) -> Iterator[int]:
        """Yield the indexes of the nodes of these kinds, in reading order."""
        many = len(GRADES)
        wanted = bytes(KINDS.index(kind) * many + n for kind in kinds if kind in KINDS for n in range(many))
        if not wanted:
            return iter(())
        return (found.start() for found in re.finditer(b"[" + re.escape(wanted) + b"]", self.columns.signs))

    @cached_property
    def tally(self) -> Mapping[tuple[str, str], int]:
        """How many nodes there are of each kind with each grade of the title; no entry for none."""
        counts = Counter(self.columns.signs)
        return {(KINDS[sign // len(GRADES)], GRADES[sign % len(GRADES)]): n for sign, n in counts.items()}

    def title(self, id_: str, lang: str = "en") -> str:
        """Return what an id is called, or the id itself where nothing has it."""
        item = self.get(id_)
        if item is None:
            return id_
        return item.exact if isinstance(item, Quote) else item.title.pick(lang)

    def with_names(self, text: Pair) -> Pair:
        """Return a text with the names of entries, in quote marks, in place of their ids."""

        def named(lang: str, form: str) -> Callable[[re.Match[str]], str]:
            return lambda found: form.format(self.title(found[1], lang)) if self.get(found[1]) else found[0]

        return Pair(_ID.sub(named("en", '"{}"'), text.en), _ID_IN_CHINESE.sub(named("zh", "《{}》"), text.zh))

    def agencies_of(self, node: Node) -> Agencies:
        """Return a node's list of bodies; a task's is that of what it lies in, at any depth, and says so."""
        if node.kind != "task" or node.agencies.rule:
            return node.agencies
        above = node
        while above.parent and above.kind == "task" and not above.agencies.rule:
            above = self.node(above.parent)
        return above.agencies._replace(inherited_from=above.id) if above is not node else node.agencies

    def due_inherited(self, node: Node) -> tuple[str, str]:
        """Return the deadline of the nearest ancestor that has one, and its id; empty for a node with its own."""
        if node.due:
            return "", ""
        above = node
        while above.parent:
            above = self.node(above.parent)
            if above.due:
                return above.due, above.id
        return "", ""

    def quotes_of(self, item: Item) -> tuple[QuoteLink, ...]:
        """Return the links to quotes; a node without any gets its nearest ancestor's, each saying whose it is."""
        if isinstance(item, Quote):
            return ()
        if item.quotes or not isinstance(item, Node):
            return item.quotes
        for above in reversed(self.ancestors(item.id)):
            if above.quotes:
                return tuple(link._replace(inherited_from=above.id) for link in above.quotes)
        return ()

    def grade(self, item: Item, statement: str = "title") -> str:
        """Return the grade of a statement of a node or body."""
        if isinstance(item, (Node, Body)):
            return item.evidence.get(statement, "unchecked")
        return ""

    def shown_grade(self, node: Node) -> str:
        """Return the weakest grade among what an entry takes from the document: its heading and its bodies.

        An inherited list of bodies counts. What does not come from the document (events, conflicts, others' figures)
        has the grade of its heading, and sections of the tool's own have none. Computed once for each node: the outline
        asks for every row whenever it draws.
        """
        found = self._shown_grades.get(node.id)
        if found is None:
            found = self._shown_grades[node.id] = self._weakest(node)
        return found

    def _weakest(self, node: Node) -> str:
        if node.kind in ("plan", "section") and node.id not in self.printed:
            return ""
        heading = self.grade(node)
        listed = self.agencies_of(node)
        if node.kind in AROUND or listed.rule in ("", "unknown"):
            return heading
        bodies = self.grade(self.node(listed.inherited_from) if listed.inherited_from else node, "agencies")
        return max(heading, bodies, key=GRADES.index)

    @cached_property
    def _shown_grades(self) -> dict[str, str]:
        return {}

    def headings_of(self, source: Source) -> list[Node]:
        """Return the nodes whose Chinese titles a source prints as headings, in its order (see `Source.headings`)."""
        named = {id_: None for id_ in source.headings if id_ in self.index}
        found: list[Node] = []
        for id_ in named:
            branch = self.subtree(id_)
            single = any(node.id in named for node in branch[1:])
            found += branch[:1] if single else branch
        return [node for node in found if node.title.zh]

    @cached_property
    def headings(self) -> tuple[int, ...]:
        """Indexes of the nodes whose Chinese titles the document prints as headings, in its order; () for none."""
        return tuple(self.index[node.id] for node in self.headings_of(self.document)) if self.document else ()

    @property
    def judged(self) -> Sequence[int]:
        """Indexes of what is counted by grade: the printed headings, else all that the document asks for."""
        return self.headings or tuple(self.places_of_kind(*OWN))

    @cached_property
    def judged_grades(self) -> Mapping[str, int]:
        """How many of these have which grade; no entry for none."""
        if self.headings:
            return Counter(self.grade_at(i) for i in self.headings)
        grades = Counter[str]()
        for (kind, grade), count in self.tally.items():
            if kind in OWN:
                grades[grade] += count
        return grades

    @cached_property
    def phases(self) -> tuple[Node, ...]:
        """The goals with a deadline of the plan as a whole: those that it owns, else the goals of the document."""
        dated = [node for node in self.of_kind("target") if node.due]
        owned = [node for node in dated if node.target and node.target.owner == self.root.id]
        return tuple(owned or [node for node in dated if not node.target])

    @cached_property
    def printed(self) -> Mapping[str, str]:
        """Id of each node whose Chinese title a source prints as a heading, with that source's id."""
        return {node.id: source.id for source in self.sources.values() for node in self.headings_of(source)}

    @cached_property
    def backlinks(self) -> Mapping[str, tuple[Backlink, ...]]:
        """For each quote what it supports: nodes in reading order, then bodies, then sources."""
        found: dict[str, list[Backlink]] = {id_: [] for id_ in self.quotes}
        for group in (self.nodes, self.bodies.values(), self.sources.values()):
            for item in group:
                for link in item.quotes:
                    if link.id in found:
                        found[link.id].append(Backlink(item.id, link.role))
        return {id_: tuple(links) for id_, links in found.items()}

    def supported_by(self, quote: str) -> str:
        """Return the id of the first entry that a quote supports, or of its source where it supports none."""
        links = self.backlinks[quote]
        return links[0].id if links else self.quotes[quote].source

    @cached_property
    def anchors(self) -> Mapping[str, Anchor]:
        """Each quote's state in the passages of its source, to be looked up by id, not iterated."""
        return _Anchors(self.quotes, self.sources)

    @cached_property
    def uses(self) -> Uses:
        """Which nodes name a body or source, have a number, a list or no quote."""
        return uses_of(self.nodes, self.bodies)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The folded names of the nodes of each kind (see `names_of`)."""
        return names_of(self.nodes)

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """The terms of the glossary by their Chinese, in the order of the English alphabet."""
        return terms_of(self.nodes, self.bodies.values(), self.sources.values(), self.quotes.values())

    @cached_property
    def quotes_by_source(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the quotes of each source that has some, in their order."""
        found: dict[str, list[str]] = {}
        for quote in self.quotes.values():
            found.setdefault(quote.source, []).append(quote.id)
        return {source: tuple(ids) for source, ids in found.items()}

    @cached_property
    def state_counts(self) -> Mapping[str, int]:
        """How many quotes of the plan's own files are in each state; headings of attached copies are not counted."""
        return Counter(self.anchors[quote.id].state for quote in self.quotes.values() if not quote.copied)


def no_plan() -> Plan:
    """Raise RuntimeError: the default of a reactive that must be set before it is read."""
    raise RuntimeError("no plan is open")
