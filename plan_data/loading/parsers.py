"""The types of a field: each reads one value as it was written, and says what is wrong with it.

A form never raises. It adds findings to the `LoadContext` and returns what can be used all the same, so that one run
names every fault of a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any

import yaml

from plan_data.errors import Finding
from plan_data.loading.references import Ref, Refs
from plan_data.loading.yaml_events import Mapping, Scalar, Sequence, Value
from plan_data.model.entities import Pair
from plan_data.text.dates import is_date
from plan_data.text.visible import hidden

ID = re.compile(r"[a-z0-9]+(?:[.\-][a-z0-9]+)*\Z")
"""What an id looks like; it has at most 64 characters."""
ANY_ID = r"^[a-z0-9]+(?:[.\-][a-z0-9]+)*$"
"""The same for schemas."""
MAX_NUMBER = 16
"""Characters of a number, at most."""
_LINE_ENDS = re.compile(r"[ \t]*[\r\n\x0b\x0c\x85\u2028\u2029]\s*")

_IMPLICIT: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers


class LoadContext:
    """What is gathered while files are read."""

    def __init__(self) -> None:
        """Start with an empty desk."""
        self.findings: list[Finding] = []
        """Errors and warnings."""
        self.refs = Refs()
        """Uses of ids."""
        self.file = ""
        """The file that is being read."""
        self.owner = ""
        """Id of the thing that is being read."""
        self.path = ""
        """Where in the tree it is."""

    def error(self, at: Value | None, path: str, code: str, message: str) -> None:
        """Add an error at a value's place."""
        self._add("error", at, path, code, message)

    def warn(self, at: Value | None, path: str, code: str, message: str) -> None:
        """Add a warning at a value's place."""
        self._add("warning", at, path, code, message)

    def _add(self, severity: str, at: Value | None, path: str, code: str, message: str) -> None:
        line, column = (at.line, at.column) if at else (0, 0)
        self.findings.append(Finding(severity, self.file, line, column, path, code, message))


Form = Callable[[Value, str, LoadContext], Any]
"""Reads the value at a path."""

Schema = dict[str, Any]
"""A JSON Schema, draft 2020-12."""

_SCHEMAS: dict[Form, Schema] = {}


def schema_of(form: Form) -> Schema:
    """Return what a form takes, as a JSON Schema; raises KeyError for a form that does not say it."""
    return _SCHEMAS[form]


def described(form: Form, schema: Schema) -> Form:
    """Note what a form takes, and return the form."""
    _SCHEMAS[form] = schema
    return form


def nearest(word: str, words: Collection[str]) -> str:
    """Return `; did you mean ...?` with the word most like this one, or "" where none is like it."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, list(words), scorer=fuzz.ratio, score_cutoff=60)
    return f"; did you mean {found[0]!r}?" if found else ""


def kind_of(value: Value) -> str:
    """Return what a value is, in a word."""
    if isinstance(value, Mapping):
        return "a mapping"
    return "a list" if isinstance(value, Sequence) else "a text"


def _scalar(value: Value, path: str, desk: LoadContext, what: str) -> Scalar | None:
    if isinstance(value, Scalar):
        return value
    desk.error(value, path, "wrong-type", f"expected {what}, not {kind_of(value)}")
    return None


def taken_for(text: str) -> str:
    """Return what YAML 1.1 would make of a plain scalar: `bool`, `null`, `int`, `float`, `timestamp`, or ""."""
    for tag, pattern in _IMPLICIT.get(text[:1], ()) if text else _IMPLICIT[""]:
        if pattern.match(text):
            return tag.rpartition(":")[2]
    return ""


def text(value: Value, path: str, desk: LoadContext) -> str:
    """Read a text as it is written: not empty, and quoted where YAML would take it for something else."""
    scalar = _scalar(value, path, desk, "a text")
    if scalar is None:
        return ""
    if scalar.plain:
        other = taken_for(scalar.text)
        if other:
            name = {"int": "a number", "float": "a number", "timestamp": "a date", "bool": "true or false"}.get(
                other, "nothing" if other == "null" else other
            )
            written = scalar.text[:40] or "an empty value"
            desk.error(value, path, "not-text", f"{written} would be read as {name}: quote it")
        elif scalar.cut:
            desk.warn(value, path, "comment", "a comment cuts this text; quote the text if ' #' belongs to it")
    if not scalar.text.strip():
        if not (scalar.plain and taken_for(scalar.text)):
            desk.error(value, path, "empty", "this text is empty")
    elif not scalar.text.isprintable():
        sign = hidden(scalar.text)
        if sign:
            code = f"U+{ord(sign):04X}"
            desk.warn(value, path, "hidden-character", f"{code} is no visible character; it is shown as <{code}>")
    return scalar.text


def line(value: Value, path: str, desk: LoadContext) -> str:
    """Read a text of one line: blanks at its ends are taken off, a line end within is a blank.

    YAML writes long texts with `>` or `|`, which leaves a line end behind them.
    """
    return in_one_line(text(value, path, desk))


def lines(value: Value, path: str, desk: LoadContext) -> str:
    """Read a text that may have several lines, without line ends behind the last."""
    return text(value, path, desk).rstrip("\r\n")


def in_one_line(text: str) -> str:
    """Return a text without white space at its ends, each run of line ends in it a blank."""
    return _LINE_ENDS.sub(" ", text.strip())


def integer(value: Value, path: str, desk: LoadContext) -> int:
    """Read a whole number above 0, of at most nine digits."""
    scalar = _scalar(value, path, desk, "a whole number")
    if scalar is None:
        return 0
    if not re.fullmatch(r"[1-9][0-9]{0,8}", scalar.text):
        desk.error(value, path, "not-a-number", f"{scalar.text[:40]!r} is no whole number above 0")
        return 0
    return int(scalar.text)


def id_(value: Value, path: str, desk: LoadContext) -> str:
    """Read an id."""
    scalar = _scalar(value, path, desk, "an id")
    if scalar is None:
        return ""
    if scalar.plain and taken_for(scalar.text):
        desk.error(value, path, "not-text", f"{scalar.text[:40]!r}: an id must be text; quote it")
    elif len(scalar.text) > 64 or not ID.match(scalar.text):
        desk.error(
            value,
            path,
            "bad-id",
            f"{scalar.text[:40]!r} is no id: letters a to z and digits, joined by '.' or '-', at most 64 characters",
        )
    return scalar.text


def ref(kinds: str) -> Form:
    """Return a form that reads the id of something; see `Ref.kinds`."""

    def read(value: Value, path: str, desk: LoadContext) -> str:
        scalar = _scalar(value, path, desk, "an id")
        if scalar is None:
            return ""
        use = Ref(scalar.text, kinds, desk.file, scalar.line, scalar.column, path, desk.owner)
        return desk.refs.add(use, desk.path)

    return described(read, {"type": "string", "pattern": ANY_ID})


def number(value: Value, path: str, desk: LoadContext) -> str:
    """Read a number that readers cite: any short label, as `11.2`, `IV`, `3a` or `第三条`."""
    scalar = _scalar(value, path, desk, "a number")
    if scalar is None:
        return ""
    found = in_one_line(scalar.text)
    if not found or len(found) > MAX_NUMBER or hidden(found):
        message = f"{scalar.text[:40]!r} is no number: a label like 11.2, IV or 3a, at most {MAX_NUMBER} characters"
        desk.error(value, path, "bad-number", message)
    return found


def date(value: Value, path: str, desk: LoadContext) -> str:
    """Read a date: a year, a month or a day. One that is none is kept as it stands, with a warning."""
    scalar = _scalar(value, path, desk, "a date")
    if scalar is None:
        return ""
    if not is_date(scalar.text):
        desk.warn(value, path, "bad-date", f"{scalar.text[:40]!r} is no date; write 2015, 2015-07 or 2015-07-04")
    return in_one_line(scalar.text)


def flag(value: Value, path: str, desk: LoadContext) -> bool:
    """Read `true` or `false`."""
    scalar = _scalar(value, path, desk, "true or false")
    if scalar is not None and scalar.text not in ("true", "false"):
        desk.error(value, path, "not-a-flag", f"{scalar.text[:40]!r} is neither true nor false")
    return scalar is not None and scalar.text == "true"


def address(value: Value, path: str, desk: LoadContext) -> str:
    """Read an http or https address."""
    found = line(value, path, desk)
    if found and not re.fullmatch(r"https?://[^\s/]\S*", found):
        desk.error(value, path, "bad-address", f"{found[:60]!r} is no http or https address")
        return ""
    return found


def word(*words: str) -> Form:
    """Return a form that reads one of these words."""
    known = {one: one for one in words}

    def read(value: Value, path: str, desk: LoadContext) -> str:
        scalar = _scalar(value, path, desk, "a word")
        if scalar is None:
            return words[0]
        if scalar.text not in known:
            message = f"{scalar.text[:40]!r} is none of {', '.join(words)}{nearest(scalar.text[:64], words)}"
            desk.error(value, path, "bad-word", message)
            return words[0]
        return known[scalar.text]

    return described(read, {"enum": list(words)})


def many(form: Form) -> Form:
    """Return a form that reads a list, each value by `form`; the result is a tuple of what came of them."""

    def read(value: Value, path: str, desk: LoadContext) -> tuple[Any, ...]:
        if not isinstance(value, Sequence):
            desk.error(value, path, "wrong-type", f"expected a list, not {kind_of(value)}")
            return ()
        made = (form(item, f"{path}[{i}]", desk) for i, item in enumerate(value.items))
        return tuple(item for item in made if item is not None)

    return described(read, {"type": "array", "items": schema_of(form)})


def table(keys: Collection[str], form: Form) -> Form:
    """Return a form that reads a mapping with some of these keys, each value by `form`; the result is a dict."""

    def read(value: Value, path: str, desk: LoadContext) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            desk.error(value, path, "wrong-type", f"expected a mapping, not {kind_of(value)}")
            return {}
        found = {}
        for key, item in value.items.items():
            if key in keys:
                found[key] = form(item, f"{path}/{key}", desk)
            else:
                unknown_key(value, key, path, desk, keys)
        return found

    inner = schema_of(form)
    return described(read, {"type": "object", "properties": dict.fromkeys(keys, inner), "additionalProperties": False})


def unknown_key(value: Mapping, key: str, path: str, desk: LoadContext, known: Collection[str]) -> None:
    """Add the error for a key that does not belong here, with the nearest that does."""
    if not key.startswith("\0"):
        message = f"unknown key {key[:40]!r}{nearest(key[:64], known)}"
        desk.error(value.keys[key], f"{path}/{key[:40]}", "unknown-key", message)


def mapping(fields: dict[str, Form], required: Collection[str] = ()) -> Schema:
    """Return the schema of a mapping with these fields and no others."""
    properties = {key: schema_of(form) for key, form in fields.items()}
    found: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return found | ({"required": list(required)} if required else {})


def record(build: Callable[..., Any], fields: dict[str, Form], required: tuple[str, ...] = ()) -> Form:
    """Return a form that reads a mapping of named fields and builds something from them by keyword.

    The result is None where the value is no mapping or a required field is missing.
    """

    def read(value: Value, path: str, desk: LoadContext) -> Any:
        if not isinstance(value, Mapping):
            desk.error(value, path, "wrong-type", f"expected a mapping, not {kind_of(value)}")
            return None
        found = {}
        for key, item in value.items.items():
            form = fields.get(key)
            if form is None:
                unknown_key(value, key, path, desk, fields)
            else:
                found[key] = form(item, f"{path}/{key}", desk)
        missing = [key for key in required if key not in found]
        for key in missing:
            desk.error(value, path, "missing-key", f"the key {key!r} is missing")
        return None if missing else build(**found)

    return described(read, mapping(fields, required))


def pair(value: Value, path: str, desk: LoadContext) -> Pair:
    """Read a text in one or two languages."""
    return _pair(_PAIR, value, path, desk)


def line_pair(value: Value, path: str, desk: LoadContext) -> Pair:
    """Read a text of one line in one or two languages."""
    return _pair(_LINE_PAIR, value, path, desk)


def _pair(form: Form, value: Value, path: str, desk: LoadContext) -> Pair:
    found: Pair | None = form(value, path, desk)
    if not found and isinstance(value, Mapping) and not value.items:
        desk.error(value, path, "missing-key", "expected 'en', 'zh' or both")
    return found or Pair()


# YAML reads a plain 2015, 11.2 or true as what it looks like; we read each as it was written.
_SCHEMAS |= {
    text: {"type": "string", "pattern": r"\S"},
    line: {"type": "string", "pattern": r"\S"},
    lines: {"type": "string", "pattern": r"\S"},
    integer: {"type": "integer", "minimum": 1, "maximum": 999_999_999},
    id_: {"type": "string", "pattern": ANY_ID, "maxLength": 64},
    number: {"type": ["string", "integer", "number"]},
    date: {"type": ["string", "integer"]},
    flag: {"type": "boolean"},
    address: {"type": "string", "pattern": r"^https?://[^\s/]\S*$"},
}
_PAIR = record(Pair, {"en": lines, "zh": lines})
_LINE_PAIR = record(Pair, {"en": line, "zh": line})
_SCHEMAS[pair] = {**_SCHEMAS[_PAIR], "minProperties": 1}
_SCHEMAS[line_pair] = _SCHEMAS[pair]
