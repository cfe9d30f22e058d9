"""Parsers of field values: each reads one value as it was written, and reports what is wrong with it.

A parser never raises. It adds findings to the `LoadContext` and returns something usable all the same, so that one run
reports every error of a file. Each parser says as a JSON Schema what it takes (`schema_of`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from typing import Any

import yaml

from plan_data.errors import Finding
from plan_data.labels.command_line import DID_YOU_MEAN
from plan_data.loading.reference_columns import Refs
from plan_data.loading.yaml_events import Mapping, Scalar, Sequence, Value
from plan_data.model.pair import Pair
from plan_data.text.dates import is_date
from plan_data.text.visible import hidden

ID = re.compile(r"[a-z0-9]+(?:[.\-][a-z0-9]+)*\Z")
"""What an id looks like; it has at most 64 characters."""
ANY_ID = r"^[a-z0-9]+(?:[.\-][a-z0-9]+)*$"
"""The same for schemas."""
SHORT_CELLS = 16
"""Cells of a short name, at most."""
MAX_NUMBER = 16
"""Characters of a number, at most."""
_LINE_ENDS = re.compile(r"[ \t]*[\r\n\x0b\x0c\x85\u2028\u2029]\s*")

_IMPLICIT: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers
_TAG_NAMES = {"int": "a number", "float": "a number", "timestamp": "a date", "bool": "true or false", "null": "nothing"}
"""What YAML would take a plain scalar for, in words."""


class LoadContext:
    """Findings and references collected while files are parsed, with the current file, owner and path."""

    def __init__(self) -> None:
        """Start without findings."""
        self.findings: list[Finding] = []
        """Errors and warnings."""
        self.refs = Refs()
        """Uses of ids."""
        self.file = ""
        """The current file."""
        self.owner = ""
        """Id of the node, body or source that is being read."""
        self.path = ""
        """Its path in the tree."""
        self._terms: dict[str, tuple[str, int, str]] = {}
        """Chinese term of the glossary to the file, line and path where it was read."""

    def error(self, at: Value | None, path: str, code: str, message: str) -> None:
        """Add an error at the line and column of a value."""
        self._add("error", at, path, code, message)

    def warn(self, at: Value | None, path: str, code: str, message: str) -> None:
        """Add a warning at the line and column of a value."""
        self._add("warning", at, path, code, message)

    def add_term(self, term: str, at: Value, path: str) -> None:
        """Add a Chinese term of the glossary; one that is there already is an error that names both places."""
        file, line, first = self._terms.setdefault(term, (self.file, at.line, path))
        if first != path:
            message = f"the term {term[:40]!r} is in the glossary already: {file}, line {line}, {first}"
            self.error(at, path, "duplicate-term", message)

    def _add(self, severity: str, at: Value | None, path: str, code: str, message: str) -> None:
        line, column = (at.line, at.column) if at else (0, 0)
        self.findings.append(Finding(severity, self.file, line, column, path, code, message))


Parser = Callable[[Value, str, LoadContext], Any]
"""Reads the value at a path."""

Schema = dict[str, Any]
"""A JSON Schema, draft 2020-12."""

_SCHEMAS: dict[Parser, Schema] = {}


def schema_of(parser: Parser) -> Schema:
    """Return what a parser takes, as a JSON Schema; raises KeyError for a parser that does not say it."""
    return _SCHEMAS[parser]


def described(parser: Parser, schema: Schema) -> Parser:
    """Register what a parser takes, and return the parser."""
    _SCHEMAS[parser] = schema
    return parser


def of_scalar(
    what: str, schema: Schema, default: Any = ""
) -> Callable[[Callable[[Scalar, str, LoadContext], Any]], Parser]:
    """Return a decorator for a parser of scalars: a mapping or a list is an error and gives the default.

    Args:
        what: What is expected, for the error.
        schema: What the parser takes.
        default: The result for anything but a scalar.
    """

    def decorated(read: Callable[[Scalar, str, LoadContext], Any]) -> Parser:
        def parser(value: Value, path: str, context: LoadContext) -> Any:
            if isinstance(value, Scalar):
                return read(value, path, context)
            context.error(value, path, "wrong-type", f"expected {what}, not {kind_of(value)}")
            return default

        return described(parser, schema)

    return decorated


def nearest(word: str, words: Collection[str]) -> Pair:
    """Return `; did you mean ...?` with the word most like this one; empty where none is like it."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, list(words), scorer=fuzz.ratio, score_cutoff=60)
    return DID_YOU_MEAN.format(name=found[0]) if found else Pair()


def kind_of(value: Value) -> str:
    """Return what a value is, in a word."""
    if isinstance(value, Mapping):
        return "a mapping"
    return "a list" if isinstance(value, Sequence) else "a text"


def taken_for(text: str) -> str:
    """Return what YAML 1.1 would make of a plain scalar: `bool`, `null`, `int`, `float`, `timestamp`, or ""."""
    for tag, pattern in _IMPLICIT.get(text[:1], ()) if text else _IMPLICIT[""]:
        if pattern.match(text):
            return tag.rpartition(":")[2]
    return ""


_TEXT: Schema = {"type": "string", "pattern": r"\S"}


@of_scalar("a text", _TEXT)
def text(value: Scalar, path: str, context: LoadContext) -> str:
    """Read a text as it is written: not empty, and quoted where YAML would take it for something else."""
    other = taken_for(value.text) if value.plain else ""
    if other:
        written = value.text[:40] or "an empty value"
        message = f"{written} would be read as {_TAG_NAMES.get(other, other)}: quote it"
        context.error(value, path, "not-text", message)
    elif value.cut:
        context.warn(value, path, "comment", "a comment cuts this text; quote the text if ' #' belongs to it")
    if not value.text.strip():
        if not other:
            context.error(value, path, "empty", "this text is empty")
    elif not value.text.isprintable():
        sign = hidden(value.text)
        if sign:
            code = f"U+{ord(sign):04X}"
            context.warn(value, path, "hidden-character", f"{code} is no visible character; it is shown as <{code}>")
    return value.text


def line(value: Value, path: str, context: LoadContext) -> str:
    """Read a text of one line: blanks at its ends are taken off, a line end within is a blank.

    YAML writes long texts with `>` or `|`, which leave a line end after them.
    """
    return in_one_line(text(value, path, context))


def lines(value: Value, path: str, context: LoadContext) -> str:
    """Read a text that may have several lines, without the line ends at its end."""
    written: str = text(value, path, context)
    return written.rstrip("\r\n")


def short_line(value: Value, path: str, context: LoadContext) -> str:
    """Read a name for narrow columns; one that is too long is returned as it is, with a warning."""
    written = line(value, path, context)
    wide = sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in written)
    if wide > SHORT_CELLS:
        message = f"{written[:40]!r} is {wide} cells wide; a short name has at most {SHORT_CELLS}"
        context.warn(value, path, "long-name", message)
    return written


described(line, _TEXT)
described(short_line, _TEXT)
described(lines, _TEXT)


def in_one_line(text: str) -> str:
    """Return a text without white space at its ends, each run of line ends in it a blank."""
    text = text.strip()
    return text if text.isprintable() else _LINE_ENDS.sub(" ", text)


# In the schemas of the next ones: YAML reads a plain 2015, 11.2 or true as what it looks like, we as it was written.


@of_scalar("a whole number", {"type": "integer", "minimum": 1, "maximum": 999_999_999}, default=0)
def integer(value: Scalar, path: str, context: LoadContext) -> int:
    """Read a whole number above 0, of at most nine digits."""
    if not re.fullmatch(r"[1-9][0-9]{0,8}", value.text):
        context.error(value, path, "not-a-number", f"{value.text[:40]!r} is no whole number above 0")
        return 0
    return int(value.text)


@of_scalar("an id", {"type": "string", "pattern": ANY_ID, "maxLength": 64})
def id_(value: Scalar, path: str, context: LoadContext) -> str:
    """Read an id."""
    if value.plain and taken_for(value.text):
        context.error(value, path, "not-text", f"{value.text[:40]!r}: an id must be text; quote it")
    elif len(value.text) > 64 or not ID.match(value.text):
        rule = "letters a to z and digits, joined by '.' or '-', at most 64 characters"
        context.error(value, path, "bad-id", f"{value.text[:40]!r} is no id: {rule}")
    return value.text


def ref(kinds: str) -> Parser:
    """Return a parser of the id of something else; see `Ref.kinds`."""

    @of_scalar("an id", {"type": "string", "pattern": ANY_ID})
    def read(value: Scalar, path: str, context: LoadContext) -> str:
        return context.refs.add(
            value.text, kinds, context.file, value.line, value.column, path, context.owner, context.path
        )

    return read


@of_scalar("a number", {"type": ["string", "integer", "number"]})
def number(value: Scalar, path: str, context: LoadContext) -> str:
    """Read a number that readers cite: any short label, as `11.2`, `IV`, `3a` or `第三条`."""
    found = in_one_line(value.text)
    if not found or len(found) > MAX_NUMBER or hidden(found):
        message = f"{value.text[:40]!r} is no number: a label like 11.2, IV or 3a, at most {MAX_NUMBER} characters"
        context.error(value, path, "bad-number", message)
    return found


@of_scalar("a date", {"type": ["string", "integer"]})
def date(value: Scalar, path: str, context: LoadContext) -> str:
    """Read a date: a year, a month or a day. Anything else is returned as it is, with a warning."""
    if not is_date(value.text):
        context.warn(value, path, "bad-date", f"{value.text[:40]!r} is no date; write 2015, 2015-07 or 2015-07-04")
    return in_one_line(value.text)


@of_scalar("true or false", {"type": "boolean"}, default=False)
def flag(value: Scalar, path: str, context: LoadContext) -> bool:
    """Read `true` or `false`."""
    if value.text not in ("true", "false"):
        context.error(value, path, "not-a-flag", f"{value.text[:40]!r} is neither true nor false")
    return value.text == "true"


def address(value: Value, path: str, context: LoadContext) -> str:
    """Read an http or https address."""
    found = line(value, path, context)
    if found and not re.fullmatch(r"https?://[^\s/]\S*", found):
        context.error(value, path, "bad-address", f"{found[:60]!r} is no http or https address")
        return ""
    return found


described(address, {"type": "string", "pattern": r"^https?://[^\s/]\S*$"})


def word(*words: str) -> Parser:
    """Return a parser of one of these words; the first of them is the result for any other."""
    known = {one: one for one in words}

    @of_scalar("a word", {"enum": list(words)}, default=words[0])
    def read(value: Scalar, path: str, context: LoadContext) -> str:
        if value.text not in known:
            message = f"{value.text[:40]!r} is none of {', '.join(words)}{nearest(value.text[:64], words).en}"
            context.error(value, path, "bad-word", message)
        return known.get(value.text, words[0])

    return read


def many(parser: Parser) -> Parser:
    """Return a parser of a list, each value read by `parser`; the result is a tuple without the Nones."""

    def read(value: Value, path: str, context: LoadContext) -> tuple[Any, ...]:
        if not isinstance(value, Sequence):
            context.error(value, path, "wrong-type", f"expected a list, not {kind_of(value)}")
            return ()
        found = []
        for i, item in enumerate(value.items):
            made = parser(item, f"{path}[{i}]", context)
            if made is not None:
                found.append(made)
        return tuple(found)

    return described(read, {"type": "array", "items": schema_of(parser)})


def unknown_key(value: Mapping, key: str, path: str, context: LoadContext, known: Collection[str]) -> None:
    """Add the error for a key that does not belong here, with the nearest that does."""
    if not key.startswith("\0"):
        message = f"unknown key {key[:40]!r}{nearest(key[:64], known).en}"
        context.error(value.key(key), f"{path}/{key[:40]}", "unknown-key", message)


def read_fields(
    value: Mapping, path: str, context: LoadContext, fields: dict[str, Parser], others: Collection[str] = ()
) -> dict[str, Any]:
    """Read the fields of a mapping; an unknown key is an error, a field whose parser returns None is left out.

    Args:
        value: The mapping.
        path: Its path.
        context: Takes the findings.
        fields: Key to the parser of its value.
        others: Keys that the caller reads.
    """
    found = {}
    for key, item in value.items.items():
        parser = fields.get(key)
        if parser is not None:
            made = parser(item, f"{path}/{key}", context)
            if made is not None:
                found[key] = made
        elif key not in others:
            unknown_key(value, key, path, context, (*fields, *others))
    return found


def is_complete(
    found: dict[str, Any], value: Mapping, path: str, context: LoadContext, required: Collection[str]
) -> bool:
    """Return whether all required fields of a mapping were found; each key that is missing is an error."""
    missing = [key for key in required if key not in found]
    for key in missing:
        if key not in value.items:
            context.error(value, path, "missing-key", f"the key {key!r} is missing")
    return not missing


def table(keys: Collection[str], parser: Parser) -> Parser:
    """Return a parser of a mapping with some of these keys, each value read by `parser`; the result is a dict."""
    return record(dict, dict.fromkeys(keys, parser), empty=dict)


def mapping(fields: dict[str, Parser], required: Collection[str] = ()) -> Schema:
    """Return the schema of a mapping with these fields and no others."""
    properties = {key: schema_of(parser) for key, parser in fields.items()}
    found: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return found | ({"required": list(required)} if required else {})


def record(
    build: Callable[..., Any],
    fields: dict[str, Parser],
    required: tuple[str, ...] = (),
    empty: Callable[[], Any] = lambda: None,
) -> Parser:
    """Return a parser of a mapping of named fields, from which something is built by keyword.

    Args:
        build: Builds it.
        fields: Key to the parser of its value.
        required: Keys that must be there.
        empty: Returns the result where the value is no mapping or a required key is missing; by default None.
    """

    def read(value: Value, path: str, context: LoadContext) -> Any:
        if not isinstance(value, Mapping):
            context.error(value, path, "wrong-type", f"expected a mapping, not {kind_of(value)}")
            return empty()
        found = read_fields(value, path, context, fields)
        return build(**found) if is_complete(found, value, path, context, required) else empty()

    return described(read, mapping(fields, required))


def pair_of(side: Parser) -> Parser:
    """Return a parser of a text in one or two languages, each read by `side`."""
    sides = record(Pair, {"en": side, "zh": side}, empty=Pair)

    def read(value: Value, path: str, context: LoadContext) -> Any:
        if isinstance(value, Mapping) and not value.items:
            context.error(value, path, "missing-key", "expected 'en', 'zh' or both")
        return sides(value, path, context)

    return described(read, {**schema_of(sides), "minProperties": 1})


pair = pair_of(lines)
"""Reads a text in one or two languages."""
line_pair = pair_of(line)
"""Reads a text of one line in one or two languages."""
