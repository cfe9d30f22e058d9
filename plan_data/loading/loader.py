"""Reads a plan's folder into a `Plan`.

One run finds everything that is wrong. Errors of form (unreadable, not UTF-8, not YAML, no tree) raise `FormError` at
once; other errors raise one `PlanError` with all of them, unless the caller asks for the plan all the same; warnings
are in `Plan.findings`.
"""

from __future__ import annotations

import os
import unicodedata
from array import array
from pathlib import Path
from typing import Any, NamedTuple

from plan_data.errors import MAX_BYTES, Finding, FormError, PlanError, Progress
from plan_data.loading import parsers
from plan_data.loading.consistency import ConsistencyChecks
from plan_data.loading.node_fields import BODY, NODE, PASSAGE, QUOTE, SOURCE, TOTALS
from plan_data.loading.parsers import LoadContext
from plan_data.loading.references import Definition
from plan_data.loading.signature import misnamed_files, signature, source_files
from plan_data.loading.yaml_events import Mapping, Scalar, Sequence, Value, read
from plan_data.model.entities import Body, Node, Quote, QuoteLink, Source, Title
from plan_data.model.plan import Plan

MAX_NODES = 200_000
"""Cap on the number of nodes."""
MAX_NODE_DEPTH = 64
"""Cap on their depth."""
MAX_QUOTE_WORDS = 80
"""A quote of more words gets a warning: quoting is to be fair."""


def load(
    folder: Path, *, max_bytes: int = MAX_BYTES, with_errors: bool = False, progress: Progress | None = None
) -> Plan:
    """Read a plan.

    Args:
        folder: The folder with `plan.yaml`.
        max_bytes: Cap on the size of each file.
        with_errors: Return the plan with its errors in `findings`, for `check`, instead of raising.
        progress: Called with the share that is read.

    Raises:
        FormError: A file cannot be read, or there is no tree.
        PlanError: There are errors.
    """
    try:
        return _Loader(folder, max_bytes, progress).load(with_errors)
    except OSError as error:
        message = f"{folder}: {error.strerror or type(error).__name__}"
        raise FormError("plan.yaml", "unreadable", message) from None


class _Branch(NamedTuple):
    """A node that was read, before its parent is, with the positions of its keys in the file."""

    node: Node
    line: int
    column: int
    written: Value
    number_line: int
    number_column: int
    path: str
    children: tuple[_Branch, ...]


class _Loader:
    """One reading of one folder."""

    def __init__(self, folder: Path, max_bytes: int, progress: Progress | None) -> None:
        self.folder = folder
        self.max_bytes = max_bytes
        self.progress = progress
        self.sizes = {file.name: file.size for file in signature(folder)} if progress is not None else {}
        self.done = 0
        self.context = LoadContext()
        self.nodes: list[Node] = []
        self.depths = array("I")
        self.bodies: dict[str, Body] = {}
        self.sources: dict[str, Source] = {}
        self.quotes: dict[str, Quote] = {}
        self.defined: dict[str, Definition] = {}
        self.numbers: dict[str, int] = {}
        self.totals: dict[str, int] = {}
        self.declared: dict[str, Scalar] = {}
        self.taken = 0
        self.same: dict[tuple[tuple[str, Any], ...], dict[str, Any]] = {}

    def load(self, with_errors: bool) -> Plan:
        self._plan()
        self._bodies()
        self._sources()
        for path in misnamed_files(self.folder):
            name = path.relative_to(self.folder)
            message = f"{name.name} is not read: name it {name.stem}.yaml"
            self.context.findings.append(Finding("warning", name.as_posix(), 0, 0, "", "ending", message))
        plan = Plan(self.folder, self.nodes, self.depths, self.bodies, self.sources, self.quotes, self.totals)
        checks = ConsistencyChecks(self.context, plan, self.defined)
        checks.references()
        checks.counts(self.totals, self.declared)
        checks.evidence()
        findings = self.context.findings
        if not self.nodes or (not with_errors and any(f.severity == "error" for f in findings)):
            raise PlanError(findings)
        plan.findings = tuple(findings)
        return plan

    def _file(self, path: Path, keys: tuple[str, ...]) -> Mapping:
        """Read a file whose top level must be a mapping with these keys; raises FormError where it is none."""
        name = self.context.file = path.relative_to(self.folder).as_posix()
        # `Path.resolve` would raise on a circle of links; reading the file reports it better.
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.folder)):
            message = f"{path} is a link that leads out of the plan's folder; copy the file there"
            raise FormError(name, "outside", message)
        take = self._node if name == "plan.yaml" else None
        value = read(path, name, self.context.findings, self.max_bytes, take, self._progress_of(name))
        if value is None:
            message = f"no plan in {path}" if name == "plan.yaml" else "the file is empty"
            raise FormError(name, "no-plan", message, 1, 1)
        if not isinstance(value, Mapping):
            message = f"expected a mapping with the keys {', '.join(keys)}, not {parsers.kind_of(value)}"
            raise FormError(name, "no-plan", message, value.line, value.column)
        return value

    def _progress_of(self, name: str) -> Progress | None:
        """Return a progress callback for one file that reports the share of all files to the caller's."""
        if self.progress is None:
            return None
        report, whole, size, before = self.progress, sum(self.sizes.values()) or 1, self.sizes.get(name, 0), self.done
        self.done += size
        return lambda share: report((before + share * size) / whole)

    def _plan(self) -> None:
        keys = ("schema", "totals", "root")
        if not self.folder.is_dir():
            what = "is no folder" if self.folder.exists() else "does not exist"
            message = f"{self.folder} {what}; --plan takes a folder with a plan.yaml"
            raise FormError("plan.yaml", "unreadable", message)
        if not os.path.lexists(self.folder / "plan.yaml") and (self.folder / "plan.yml").exists():
            message = f"{self.folder} has a plan.yml, which is not read: name it plan.yaml"
            raise FormError("plan.yaml", "unreadable", message)
        top = self._file(self.folder / "plan.yaml", keys)
        parsers.read_fields(top, "", self.context, {}, keys)
        schema = top.items.get("schema")
        if schema is not None and (not isinstance(schema, Scalar) or schema.text != "1"):
            self.context.error(schema, "schema", "schema", "this program reads schema 1")
        if "totals" in top.items:
            totals = top.items["totals"]
            self.totals = TOTALS(totals, "totals", self.context)
            self.declared = {kind: totals.key(kind) for kind in totals.items} if isinstance(totals, Mapping) else {}
        root = top.items.get("root")
        if not isinstance(root, Mapping):
            message = "no plan: the key 'root' must hold the root node"
            at = root or top
            raise FormError("plan.yaml", "no-plan", message, at.line, at.column)
        roots = [self._node(root, "")]
        root.items.clear()  # They hold branches as well.
        self._in_reading_order(roots)
        # Children are read before their parents; findings are reported in the order of the file.
        self.context.findings.sort(key=lambda finding: (finding.line, finding.column))

    def _node(self, value: Mapping, above: str) -> _Branch:
        """Parse a node whose children are branches already."""
        self.taken += 1
        if self.taken > MAX_NODES:
            raise self._too_large(value.line, value.column, above, f"more than {MAX_NODES:,} nodes")
        written = value.items.get("id")
        name = written.text if isinstance(written, Scalar) else "?"
        path = f"{above}/{name[:64]}" if above else name[:64]
        self.context.owner, self.context.path = name, path
        fields = self._fields(value, path, NODE, ("id", "kind", "title"), ("children",))
        node = Node("", "section", Title())
        if fields is not None:
            for statements in ("evidence", "cites"):
                if statements in fields:
                    fields[statements] = self._shared(fields[statements])
            node = self._whole(Node(**fields), value, path)
        below = value.items.get("children")
        children: list[_Branch] = []
        if isinstance(below, Sequence):
            for child in below.items:
                if isinstance(child, _Branch):
                    children.append(child)
                else:
                    self.context.error(child, path, "wrong-type", f"expected a node, not {parsers.kind_of(child)}")
        elif below is not None:
            self.context.error(
                below, f"{path}/children", "wrong-type", f"expected a list, not {parsers.kind_of(below)}"
            )
        at = value.items.get("number") or value
        return _Branch(node, value.line, value.column, written or value, at.line, at.column, path, tuple(children))

    def _shared(self, statements: dict[str, Any]) -> dict[str, Any]:
        """Return one dict for all nodes with equal statements: saves 25 MiB of 228 for 100,000 nodes."""
        return self.same.setdefault(tuple(statements.items()), statements)

    def _too_large(self, line: int, column: int, above: str, what: str) -> FormError:
        return FormError(self.context.file, "too-large", f"the tree is {what}", line, column, above)

    def _in_reading_order(self, roots: list[_Branch]) -> None:
        """Store the nodes in reading order (pre-order), and find ids and numbers that occur twice.

        The root is taken out of its list, so that nothing holds a branch any longer than until its node is stored.
        """
        waiting = [(roots.pop(), "", 0)]
        while waiting:
            branch, parent, depth = waiting.pop()
            node = branch.node
            if depth >= MAX_NODE_DEPTH:
                above = branch.path.rpartition("/")[0]
                raise self._too_large(branch.line, branch.column, above, f"deeper than {MAX_NODE_DEPTH}")
            if node.id:
                self._unique(node.id, branch.written, branch.path)
            if node.number:
                self._number(node.number, branch)
            children = tuple(child.node.id for child in branch.children if child.node.id)
            self.nodes.append(node._replace(parent=parent, children=children))
            self.depths.append(depth)
            waiting.extend((child, node.id, depth + 1) for child in reversed(branch.children))

    def _fields(
        self,
        value: Mapping,
        path: str,
        known: dict[str, parsers.Parser],
        required: tuple[str, ...],
        others: tuple[str, ...] = (),
    ) -> dict[str, Any] | None:
        """Read a mapping's fields as `parsers.read_fields` does; None where a required one is missing."""
        found = parsers.read_fields(value, path, self.context, known, others)
        return found if parsers.is_complete(found, value, path, self.context, required) else None

    def _whole(self, node: Node, value: Mapping, path: str) -> Node:
        """Check what concerns several fields of a node; a conflict's quotes become links."""
        for block in ("event", "target", "conflict"):
            if block in value.items and node.kind != block:
                message = f"the key {block!r} belongs to nodes of the kind {block}"
                self.context.error(value.key(block), f"{path}/{block}", "block", message)
            elif block not in value.items and node.kind == block != "target":
                self.context.error(value, path, "block", f"the key {block!r} is missing")
        rule, bodies = node.agencies.rule, len(node.agencies.list)
        if rule and not (bodies == 0 if rule == "unknown" else bodies == 1 if rule == "sole" else bodies):
            wanted = {"unknown": "none", "sole": "one"}.get(rule, "some")
            message = f"the rule {rule!r} goes with {wanted} in the list, not with {bodies}"
            self.context.error(value.items["agencies"], f"{path}/agencies", "rule", message)
        if node.conflict:
            known = {link.id for link in node.quotes}
            sides = [q for side in node.conflict.sides for q in side.quotes if q not in known]
            extra = tuple(QuoteLink(q, "disputes") for q in dict.fromkeys(sides))
            node = node._replace(quotes=node.quotes + extra)
        return node

    def _unique(self, id_: str, at: Value | None, path: str) -> None:
        folded = unicodedata.normalize("NFC", id_).casefold()
        first = self.defined.get(folded)
        if first:
            where = f"line {first.line}" if first.file == self.context.file else f"{first.file}, line {first.line}"
            self.context.error(at, path, "duplicate-id", f"the id {id_[:64]!r} stands here and in {where}")
        elif id_ and at:
            self.defined[folded] = Definition(self.context.file, at.line, at.column)

    def _number(self, number: str, branch: _Branch) -> None:
        if number in self.numbers:
            message = f"the number {number} stands here and in line {self.numbers[number]}"
            position = branch.number_line, branch.number_column
            self.context.findings.append(
                Finding("error", self.context.file, *position, branch.path, "duplicate-number", message)
            )
        self.numbers.setdefault(number, branch.number_line)

    def _bodies(self) -> None:
        path, keys = self.folder / "agencies.yaml", ("agencies",)
        if not path.exists():
            return
        top = self._file(path, keys)
        parsers.read_fields(top, "", self.context, {}, keys)
        listed = top.items.get("agencies")
        if not isinstance(listed, Sequence):
            self.context.error(listed or top, "agencies", "wrong-type", "expected a list under 'agencies'")
            return
        for item in listed.items:
            if not isinstance(item, Mapping):
                self.context.error(item, "agencies", "wrong-type", f"expected a body, not {parsers.kind_of(item)}")
                continue
            fields = self._entity(item, BODY, ("id", "kind", "name"))
            if fields:
                self.bodies[fields["id"]] = Body(title=fields.pop("name"), **fields)

    def _entity(
        self,
        value: Mapping,
        known: dict[str, parsers.Parser],
        required: tuple[str, ...],
        others: tuple[str, ...] = (),
    ) -> dict[str, Any] | None:
        """Read the fields of a body or a source as `_fields` does, and define its id."""
        written = value.items.get("id")
        self.context.owner = written.text if isinstance(written, Scalar) else "?"
        self.context.path = self.context.owner[:64]
        fields = self._fields(value, self.context.path, known, required, others)
        if fields:
            self._unique(fields["id"], written, self.context.path)
        return fields

    def _sources(self) -> None:
        for path in source_files(self.folder):
            value = self._file(path, (*SOURCE, "passages"))
            fields = self._entity(value, SOURCE, ("id", "kind", "title"), ("passages",))
            if not fields:
                continue
            passages: dict[int, str] = {}
            listed = value.items.get("passages")
            at = f"{self.context.path}/passages"
            if isinstance(listed, Sequence):
                for i, item in enumerate(listed.items):
                    self._passage(item, f"{at}[{i}]", fields["id"], passages)
            elif listed is not None:
                self.context.error(listed, at, "wrong-type", "expected a list")
            authors = fields.pop("author", ())
            self.sources[fields["id"]] = Source(**fields, authors=authors, passages=dict(sorted(passages.items())))

    def _passage(self, value: Value, path: str, source: str, passages: dict[int, str]) -> None:
        found = PASSAGE(value, path, self.context)
        if not found:
            return
        number = found["paragraph"]
        if number in passages:
            self.context.error(value, path, "duplicate-paragraph", f"paragraph {number} stands twice")
        elif number:
            passages[number] = found["text"]
        for i, quote in enumerate(found.get("quotes", ())):
            self._quote(quote, f"{path}/quotes[{i}]", source, number)

    def _quote(self, value: Value, path: str, source: str, paragraph: int) -> None:
        if not isinstance(value, Mapping):
            self.context.error(value, path, "wrong-type", f"expected a quote, not {parsers.kind_of(value)}")
            return
        fields = self._fields(value, path, QUOTE, ("id", "exact"))
        if not fields:
            return
        at = value.items["exact"]
        self._unique(fields["id"], value.items["id"], path)
        words = len(fields["exact"].split())
        if len(fields["exact"].strip()) < 3:
            self.context.error(at, f"{path}/exact", "short-quote", "a quote of one or two letters stands for nothing")
        elif "\n" in fields["exact"]:
            message = "a quote that runs over a line end or a list; split it into one quote a line"
            self.context.error(at, f"{path}/exact", "split-quote", message)
        elif words > MAX_QUOTE_WORDS:
            message = f"{words} words; more than {MAX_QUOTE_WORDS} is hardly a quote any more"
            self.context.warn(at, f"{path}/exact", "long-quote", message)
        self.quotes[fields["id"]] = Quote(
            **fields, source=source, paragraph=paragraph, file=self.context.file, line=at.line, column=at.column
        )
