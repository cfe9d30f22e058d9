"""Reads a YAML file into values with line and column.

Uses libyaml's events (YAML 1.1): each scalar arrives as it was written, with its position; what the format does not
allow (anchors, aliases, tags, a second document, repeated keys) is reported with its position. No object is constructed
and no code is run.
"""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from plan_data.errors import MAX_BYTES, Finding, FormError, Progress
from plan_data.loading.surrogate_pairs import SurrogatePairs, has_pairs
from plan_data.text.visible import visible

MAX_DEPTH = 2 * 64 + 8
"""Cap on the nesting of mappings and lists: 64 levels of nodes are 128 of YAML, and a node's own fields."""
MAX_SCALAR = 2**20
"""Cap on the length of one scalar, in code points."""

PROGRESS_EVERY = 4096
"""Events of libyaml between two reports of progress: some hundredths of a second."""

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""A line end in YAML 1.1; libyaml counts lines by it."""
_COMMENT = re.compile(r"[ \t]+#")
_BOM = b"\xef\xbb\xbf"
_CARRIERS = ("root", "children", "agencies")
"""Keys that findings leave out of a path, since ids follow them."""
_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(slots=True, eq=False)
class Scalar:
    """A scalar as it was written."""

    text: str
    """Without its quotes."""
    line: int
    """From 1."""
    column: int
    """From 1."""
    plain: bool
    """Whether it is written without quotes."""
    cut: bool
    """Whether a comment follows it on its line."""


@dataclass(slots=True, eq=False)
class Sequence:
    """A list of values."""

    line: int
    """From 1."""
    column: int
    """From 1."""
    items: list[Value] = field(default_factory=list)
    """The values."""


@dataclass(slots=True, eq=False)
class Mapping:
    """A mapping from keys to values."""

    line: int
    """From 1."""
    column: int
    """From 1."""
    items: dict[str, Value] = field(default_factory=dict)
    """Values by key."""
    marks: dict[str, Any] = field(default_factory=dict)
    """libyaml's mark of each key, which counts lines and columns from 0."""

    def key(self, name: str) -> Scalar:
        """Return a key as the scalar that it is, for its position."""
        return Scalar(name, *_from_one(self.marks[name]), True, False)


Value = Scalar | Sequence | Mapping


def read_bytes(path: Path, name: str, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the bytes of a regular file; raises FormError for anything else, and never waits for a pipe."""
    try:
        mode = path.stat()
        if not stat.S_ISREG(mode.st_mode):
            what = "a folder" if stat.S_ISDIR(mode.st_mode) else "no regular file"
            raise FormError(name, "not-a-file", f"{path} is {what}")
        if mode.st_size > max_bytes:
            message = f"{mode.st_size:,} bytes; the limit is {max_bytes:,} (--max-size raises it)"
            raise FormError(name, "too-large", message)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        # ValueError: the plan gives a file name with a NUL or a lone surrogate in it.
        reason = getattr(error, "strerror", None) or str(error)
        raise FormError(name, "unreadable", f"{path}: {reason}") from None


def decode(data: bytes, name: str) -> str:
    """Decode a file's bytes as UTF-8, with or without a byte order mark; raises FormError."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}; save the file as UTF-8"
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        raise FormError(name, "not-utf-8", message, *_position(before, len(before))) from None
    bad = _REFUSED.search(text)
    if bad:
        message = f"control character U+{ord(bad.group()):04X} at offset {bad.start()}; YAML files hold none"
        raise FormError(name, "control-character", message, *_position(text, bad.start()))
    return text


def _from_one(mark: Any) -> tuple[int, int]:
    """Return line and column of a mark of libyaml, which counts them from 0, from 1."""
    return mark.line + 1, mark.column + 1


def _position(text: str, at: int) -> tuple[int, int]:
    lines = LINE_END.split(text[:at])
    return len(lines), len(lines[-1]) + 1


Taker = Callable[[Mapping, str], Any]
"""Called with a node as soon as it is read, and the ids above it joined by `/`; its result replaces the node.

So the values of a large tree are never in memory all at once.
"""


def read(
    path: Path,
    name: str,
    findings: list[Finding],
    max_bytes: int = MAX_BYTES,
    take: Taker | None = None,
    progress: Progress | None = None,
) -> Value | None:
    """Read one YAML file.

    Args:
        path: The file.
        name: What findings call it.
        findings: Repeated keys, anchors, aliases and tags are added here, and reading goes on.
        max_bytes: Cap on its size.
        take: Called for the nodes below the root, children before their parents.
        progress: Called with the share that is read.

    Returns:
        Its one document, or None where it has none.

    Raises:
        FormError: It is unreadable, not UTF-8, not YAML, or over a cap.
    """
    data = read_bytes(path, name, max_bytes)
    comments = _comments(decode(data, name))
    return _parse(data.removeprefix(_BOM), comments, name, findings, take, progress)


def parse(text: str, name: str, findings: list[Finding]) -> Value | None:
    """Parse YAML text; arguments, result and errors as in `read`."""
    return _parse(text.encode("utf-8", "surrogatepass"), _comments(text), name, findings)


def _comments(text: str) -> dict[int, list[int]]:
    """Return, by line from 0, the columns of white space before a `#`."""
    found: dict[int, list[int]] = {}
    if "#" in text:
        for n, line in enumerate(LINE_END.split(text)):
            if "#" in line:
                found[n] = [match.start() for match in _COMMENT.finditer(line)]
    return found


def _parse(
    data: bytes,
    comments: dict[int, list[int]],
    name: str,
    findings: list[Finding],
    take: Taker | None = None,
    progress: Progress | None = None,
) -> Value | None:
    try:
        return _Parser(data, comments, name, findings, take, progress).run()
    except yaml.MarkedYAMLError as error:
        from plan_data.loading.syntax_hints import explain

        text = data.decode("utf-8", "replace")
        line, column, message = explain(text, error)
        raise FormError(name, "syntax", message, line, column, excerpt=_excerpt(text, line, column)) from None
    except (yaml.YAMLError, ValueError, RecursionError, UnicodeError, MemoryError) as error:
        raise FormError(name, "syntax", f"not YAML: {error}") from None


def _excerpt(text: str, line: int, column: int) -> str:
    """Return a line of the file, shown as it can be printed, with a caret below the column, in terminal cells."""
    lines = LINE_END.split(text)
    if not 0 < line <= len(lines):
        return ""
    source = lines[line - 1].replace("\t", " ")
    from_ = max(0, column - 60)
    before, after = visible(source[from_ : column - 1]), visible(source[column - 1 : from_ + 100])
    cells = sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in before)
    return f"{before}{after}\n{' ' * cells}^"


class _Parser:
    """One pass over the events of one file."""

    def __init__(
        self,
        data: bytes,
        comments: dict[int, list[int]],
        name: str,
        findings: list[Finding],
        take: Taker | None,
        progress: Progress | None,
    ) -> None:
        self.data = data
        self.comments = comments
        self.name = name
        self.findings = findings
        self.take = take
        self.progress = progress
        # Open containers, the outermost first. Each with: its own key or index in the one around it; the key that waits
        # for a value behind its end, where it is itself a key (see `_odd_key`); for a list of nodes the ids around it.
        self.open: list[tuple[Sequence | Mapping, str | int, str | None, str | None]] = []

    def run(self) -> Value | None:
        """Return the value of the one document.

        What happens for each scalar stands in this loop and not in methods, for speed alone: 10,000 nodes take 0.54 s
        of processor time here, and 0.58 s with two calls for each scalar.
        """
        open_, comments, take = self.open, self.comments, self.take
        root: Value | None = None
        into: Sequence | Mapping | None = None  # The innermost open container.
        key: str | None = None  # In a mapping the key whose value comes next.
        value: Value
        documents = at = 0
        events = self._events()
        while True:
            if self.progress is not None:
                # Marks count code points, not bytes; the error does not matter here.
                self.progress(min(1.0, at / (len(self.data) or 1)))
            for event in islice(events, PROGRESS_EVERY):
                kind, mark = type(event), event.start_mark
                if kind is ScalarEvent:
                    text = event.value
                    if event.anchor is not None or event.tag is not None:
                        self._properties(event, key)
                    if len(text) > MAX_SCALAR:
                        message = f"a text of {len(text):,} characters; the limit is {MAX_SCALAR:,}"
                        raise self._stop(mark, "too-large", message)
                    if key is None and type(into) is Mapping:
                        # No `Scalar` is made of a key: saves 0.05 s of 0.59 s for 10,000 nodes.
                        if into.marks.setdefault(text, mark) is not mark:
                            self._repeated(text, mark, into)
                        key = text
                        continue
                    plain = not event.style
                    cut = bool(comments) and plain and event.end_mark.column in comments.get(event.end_mark.line, ())
                    value = Scalar(text, mark.line + 1, mark.column + 1, plain, cut)
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    made, _, key, _ = open_.pop()
                    if not open_:
                        into = None
                        continue
                    into, _, _, above = open_[-1]
                    if above is not None and take is not None and type(into) is Sequence and type(made) is Mapping:
                        into.items[-1] = take(made, above)
                    continue
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    if event.anchor is not None or event.tag is not None:
                        self._properties(event, key)
                    if len(open_) >= MAX_DEPTH:
                        raise self._stop(mark, "too-deep", f"nested more than {MAX_DEPTH} deep")
                    step = len(into.items) if type(into) is Sequence else key or ""
                    if kind is MappingStartEvent:
                        value = Mapping(mark.line + 1, mark.column + 1, {}, {})
                    else:
                        value = Sequence(mark.line + 1, mark.column + 1, [])
                elif kind is AliasEvent:
                    message = f"alias *{event.anchor}: write the value out, and quote a value that begins with *"
                    self._error(mark, "alias", message, key)
                    value = Scalar("", *_from_one(mark), False, False)
                elif kind is DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        self._error(mark, "several-documents", "a second document; a file holds one")
                        return root
                    continue
                elif kind is StreamEndEvent:
                    return root
                else:
                    continue
                if type(into) is Sequence:
                    into.items.append(value)
                elif type(into) is not Mapping:
                    root = value
                elif key is None:
                    key = self._odd_key(value, mark, into)
                else:
                    into.items.setdefault(key, value)
                    key = None
                if not isinstance(value, Scalar):
                    open_.append((value, step, key, self._nodes_above(value, step)))
                    into, key = value, None
            at = event.start_mark.index

    def _events(self) -> Iterator[Any]:
        # `yaml.parse` does the same, with a question before each event: 0.34 s for 10,000 nodes, and 0.32 s this way.
        if not has_pairs(self.data):
            return iter(_Loader(self.data).get_event, None)
        pairs = SurrogatePairs(self.data.decode("utf-8", "surrogatepass"))
        return pairs.restored(iter(_Loader(pairs.text.encode("utf-8", "surrogatepass")).get_event, None))

    def _odd_key(self, value: Value, mark: Any, into: Mapping) -> str:
        """Return what stands for a key that is an alias, a list or a mapping."""
        if isinstance(value, Scalar):
            key = value.text
        else:
            self._error(mark, "key", "a key must be one word")
            key = f"\0{len(into.items)}"
        if into.marks.setdefault(key, mark) is not mark:
            self._repeated(key, mark, into)
        return key

    def _repeated(self, key: str, mark: Any, into: Mapping) -> None:
        message = f"the key {key!r} stands here and in line {into.key(key).line}"
        self._error(mark, "duplicate-key", message, key)

    def _nodes_above(self, made: Sequence | Mapping, step: str | int) -> str | None:
        """Return the ids of the nodes around a list of nodes, joined by `/`; None for any other container.

        Such a list is `children` of `children` of the root.
        """
        if not isinstance(made, Sequence) or not (step == "children" or isinstance(step, int)):
            return None
        steps = [step for _, step, _, _ in self.open[1:]]
        if steps[:1] != ["root"] or not all(step == "children" or isinstance(step, int) for step in steps[1:]):
            return None
        ids = []
        for around, *_ in self.open[1:]:
            if isinstance(around, Mapping):
                id_ = around.items.get("id")
                ids.append(id_.text[:64] if isinstance(id_, Scalar) else "?")
        return "/".join(ids)

    def _properties(self, event: Any, key: str | None) -> None:
        if event.anchor is not None:
            message = f"anchor &{event.anchor}: anchors are not used here; quote a value that begins with &"
            self._error(event.start_mark, "anchor", message, key)
        if event.tag is not None:
            message = f"tag {event.tag}: tags are not used here; quote a value that begins with !"
            self._error(event.start_mark, "tag", message, key)

    def _error(self, mark: Any, code: str, message: str, key: str | None = None) -> None:
        self.findings.append(Finding("error", self.name, *_from_one(mark), self._path(key), code, message))

    def _stop(self, mark: Any, code: str, message: str) -> FormError:
        return FormError(self.name, code, message, *_from_one(mark))

    def _path(self, key: str | None) -> str:
        """Return the path of the value being read, as the loader has it: ids as far as they are known, then keys."""
        parts: list[str] = []
        for made, step, _, _ in self.open:
            id_ = made.items.get("id") if isinstance(made, Mapping) else None
            if isinstance(id_, Scalar) and (not parts or parts[-1] in _CARRIERS):
                parts[-1:] = [id_.text[:64]]
            elif isinstance(step, int):
                parts[-1:] = ["".join(parts[-1:]) + f"[{step}]"]
            elif step:
                parts.append(step[:40])
        inner = self.open[-1][0] if self.open else None
        if isinstance(inner, Sequence):
            parts[-1:] = ["".join(parts[-1:]) + f"[{len(inner.items)}]"]
        # `_odd_key` names a key that is no scalar by NUL and a number.
        return "/".join([*parts, key[:40]] if key else parts).replace("\0", "?")
