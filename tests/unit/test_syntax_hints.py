"""Where a syntax error is said to be, and what is said to do about it: each hint on an input that makes it."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from plan_data.errors import FormError
from plan_data.loading.yaml_events import parse
from tests.small_plan import AGENCIES, NEWS, PLAN


def refused(text: str) -> FormError:
    """The error of a text that cannot be read."""
    with pytest.raises(FormError) as caught:
        parse(text, "f.yaml", [])
    error = caught.value
    assert error.finding.code == "syntax"
    return error


def said(text: str) -> tuple[int, int, str]:
    """Line, column and message."""
    finding = refused(text).finding
    return finding.line, finding.column, finding.message


class TestOpenQuotes:
    """A quote that is not closed is named where it opened, however far below libyaml noticed."""

    @pytest.mark.parametrize(
        ("text", "line", "column"),
        [
            ('a: "b\nc: d\n', 1, 4),
            ("a: x\nb: 'b\nc: d\n", 2, 4),
            ('a: "b\nc: "d"\n', 1, 4),
            ('a: "b\nc: "d: e"\n', 1, 4),
            ('a: "b\nc: ""\nd: e\n', 1, 4),
            ("a: don't\nb: 'foo\nc: isn't it\n", 2, 4),
            ('a: "b\nc: d # the rule "first" says\ne: f\n', 1, 4),
            ('a: "b\nc: x\n---\nd: e\n', 1, 4),
            ('a: {b: "c\nd: e}\nf: "g"\n', 1, 8),
            ('a: {b: "c,\n    d: "e"}\n', 1, 8),
            ('a: {b: "c, d: "e"}\n', 1, 8),
            ('{"a": "b,\n "c": "d"}\n', 1, 7),
            ('{"a": "b, "c": "d"}\n', 1, 7),
            ('- "kind: x\n  note: "a"\n', 1, 3),
            ("a: \"b\nc: '\\d'\n", 1, 4),
            ('a: "b\nc:\n  d: 5"\n  e: f\n', 1, 4),
            ('a: "b\n  c"\nd: "e\nf: "g"\n', 3, 4),
        ],
    )
    @pytest.mark.case("B62")
    def test_named_where_it_opened(self, text: str, line: int, column: int) -> None:
        where = said(text)
        assert where[:2] == (line, column)
        assert refused(text).excerpt == f"{text.split(chr(10))[line - 1]}\n{' ' * (column - 1)}^"
        assert "quote that opens here is not closed" in where[2]
        assert ("double" in where[2]) == (text.split("\n")[line - 1][column - 1] == '"')

    @pytest.mark.parametrize("indent", [2, "\t", None])
    @pytest.mark.case("B62")
    def test_in_json_too(self, indent: int | str | None) -> None:
        made = json.dumps(yaml.load(NEWS, Loader=yaml.BaseLoader), indent=indent)
        for token in yaml.scan(made, Loader=yaml.CLoader):
            if isinstance(token, yaml.ScalarToken):
                at = token.end_mark.index - 1
                assert said(made[:at] + made[at + 1 :])[0] == token.start_mark.line + 1

    @pytest.mark.parametrize("text", [PLAN, AGENCIES, NEWS], ids=["plan", "bodies", "news"])
    @pytest.mark.parametrize("quote", ['"', "'"])
    @pytest.mark.case("B62")
    def test_every_place_of_a_plan(self, text: str, quote: str) -> None:
        """Each closing quote taken away, and an opening one put before each plain text."""
        for token in yaml.scan(text, Loader=yaml.CLoader):
            if not isinstance(token, yaml.ScalarToken) or token.style in ("|", ">"):
                continue
            start, end = token.start_mark, token.end_mark.index - 1
            if token.plain:
                broken = text[: start.index] + quote + text[start.index :]
            elif token.style == quote:
                broken = text[:end] + text[end + 1 :]
            else:
                continue
            assert said(broken)[0] == start.line + 1, text.split("\n")[start.line]

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ('a: "This is a text.\n  Note: it goes on"\nb: x: y\n', 3),
            ('a: "This is a text.\n  Note: it goes on" and then\n', 2),
            ('a: "b\nc"\nd: x: y\n', 3),
            ('a: "b\n  c\n" d\n', 3),
            ('a: "b\n  c"\n\td: e\n', 3),
        ],
    )
    @pytest.mark.case("B62")
    def test_one_that_is_closed_is_not_blamed(self, text: str, line: int) -> None:
        where = said(text)
        assert where[0] == line
        assert "not closed" not in where[2]


class TestOpenBrackets:
    @pytest.mark.parametrize(
        ("text", "line", "column", "sign"),
        [
            ("a: [b, c\nd: e\n", 1, 4, "["),
            ("a: {b: c\nd: e\n", 1, 4, "{"),
            ("a: x\nb: [c\n\n", 2, 4, "["),
            ("a:\n  - {b: c\n  - {b: d}\n", 2, 5, "{"),
            ("a: {b: [c, d}\ne: f\n", 1, 8, "["),
            ('{\n "a": [\n  1,\n "b": 2\n}\n', 2, 7, "["),
            ('{"a": {"b": 1}\n', 1, 1, "{"),
        ],
    )
    @pytest.mark.case("B62")
    def test_named_where_it_opened(self, text: str, line: int, column: int, sign: str) -> None:
        where = said(text)
        assert where[:2] == (line, column)
        assert f"the {sign} that opens here is not closed" in where[2]


HINTS = [
    # Escapes.
    ('a: "C:\\plan"', 1, 7, r"\\p is no escape .*write \\\\ for a backslash.*single quotes"),
    ('a: "C:\\users"', 1, 7, r"\\u wants four hexadecimal digits; write \\\\"),
    ('a: "\\x4"', 1, 5, r"\\x wants two"),
    ('a: "\\U0001"', 1, 5, r"\\U wants eight"),
    ('a: "it\\\'s"', 1, 7, r"\\' is no escape .*apostrophe stands as it is"),
    ('a: "x\\ud83d"', 1, 6, r"\\ud83d is one half of a surrogate pair"),
    ('a: "\\ude00\\ud83d"', 1, 5, r"\\ude00 is one half"),
    ('a: "\\\\ud83d\\ude00"', 1, 12, r"\\ude00 is one half"),
    ('a: "\\U00110000"', 1, 5, r"\\U00110000 is no character"),
    # Signs at the beginning.
    ("%b", 1, 1, "begins with % is a directive"),
    ("%TAG ! b\na: c", 2, 1, "a line above begins with %"),
    ("a: %b", 1, 4, "quote a value that begins with a sign such as %"),
    ("a: @b", 1, 4, "a sign such as @"),
    ("a: `b`", 1, 4, "a sign such as `"),
    ("a: ? b", 1, 4, r"quote a value that begins with \?$"),
    ("a: **b**", 1, 4, r"quote a value that begins with \*$"),
    ("a: & b", 1, 4, "quote a value that begins with &$"),
    ("a: !b!c d", 1, 4, "quote a value that begins with !$"),
    ("a: !<b c", 1, 4, "quote a value that begins with !$"),
    ("a: |b", 1, 5, r"begins on the next line; quote a value that begins with \|$"),
    ("a: > 5 %", 1, 6, "begins on the next line; quote a value that begins with >$"),
    ("a: - b", 1, 4, "quote a value that begins with a hyphen$"),
    ("a: : b", 1, 4, "quote a value that begins with a colon$"),
    ("a: , b", 1, 4, "quote a value that begins with ,$"),
    ("a: } b", 1, 4, "quote a value that begins with }$"),
    ("a: [b](c)", 1, 7, r"text behind the \]; quote a value that begins with \[$"),
    ("- {b} c", 1, 7, "text behind the }; quote a value that begins with {$"),
    # Quotes within quotes.
    ('a: "say "hi" there"', 1, 10, r"text behind the double quote .* column 4; .* write \\\" for"),
    ("a: 'it's'", 1, 8, "text behind the single quote .* column 4; .* write '' for"),
    ('- "b" c', 1, 7, "text behind the double quote"),
    # Tabs.
    ("a:\n\tb: c", 2, 1, "a tab in the indentation; indent with spaces"),
    ("a: b\n\tc: d", 2, 1, "a tab in the indentation; indent with spaces"),
    ("a: |-\n\t b", 2, 1, "a tab in the indentation; indent with spaces"),
    ("a: b\nc\n\u00a0\u00a0d\ne: f", 2, 1, "a line without a key"),
    ("a: b\n\u3000c\nd: e", 2, 1, r"U\+3000 in the indentation"),
    # Colons.
    ("a: b: c", 1, 5, "quote the value if it holds a colon"),
    ("a: {b: c: d}", 1, 9, "quote the value if it holds a colon"),
    ("x:\n  a:b\n  c: d", 2, 4, "a colon without a space behind it"),
    ("x: y\na:b\nc: d", 2, 2, "a colon without a space behind it"),
    ("x:\n  - a:b\n    c: d", 2, 6, "a colon without a space behind it"),
    ("x:\n  a：b\n  c: d", 2, 4, "a full-width colon"),
    ("a\nb: c", 1, 1, "a line without a key"),
    ("x: y\na\nb: c", 2, 1, "a line without a key"),
    (": b", 1, 1, "a key is missing before the colon"),
    ("--- a: b", 1, 6, "begin the text on the line below ---"),
    # Indentation.
    ("a: b\n c: d", 2, 2, "indented deeper than line 1, whose key has a value already; .*quote the value"),
    ("a: b\n  c\n  d: e", 3, 3, "indented deeper than line 1"),
    ("x:\n    a: b\n  c: d", 3, 3, r"wrong indentation: column 3; the mapping around it begins in column 1 \(line 1\)"),
    ("x:\n  - a\n - b", 3, 2, "wrong indentation: column 2"),
    ("x:\n  - a\n  b: c", 3, 3, "the list that begins in line 2 wants an entry"),
    ("a: b\n- c", 2, 1, "the mapping that begins in line 1 wants a key"),
    ("a: |\n    b\n  c\nd: e", 3, 3, r"indented less than the text it belongs to; the text of the \| in line 1"),
    ("a: |\nb\nc: d", 2, 1, r"a line without a key; .*the text below a \| is indented deeper"),
    # Brackets and commas.
    ("a: [b]]", 1, 7, "a ] that closes nothing"),
    ("a: {b: c}}", 1, 10, "a } that closes nothing"),
    ('a: ["b" "c"]', 1, 9, "a comma is missing between the two texts"),
    ('{"a": "b"\n "c": "d"}', 2, 2, "a comma is missing before this, or the { in line 1, column 1 is open"),
    ("a: {b: c\n    d: e}", 2, 6, "a comma is missing before this"),
    ("a: [b, , c]", 1, 8, "a value is missing before the ,"),
    # Documents.
    ('{"a": 1}{"b": 2}', 1, 9, "text behind the end of the document; a file holds one"),
    ("a: b\n...\nc: d", 3, 1, "text behind the end of the document; a file holds one"),
    ('a: "b\n--- c"', 1, 4, "not closed; line 2 begins with ---, which ends the document"),
    ("a: b\n<<<<<<< HEAD\nc: b\n=======\nc: c\n>>>>>>> x", 2, 1, "a conflict of two versions"),
]
"""A text, and the place and the words that it gets."""


class TestHints:
    @pytest.mark.parametrize(("text", "line", "column", "words"), HINTS)
    @pytest.mark.case("B63")
    def test_hint_fits_the_fault(self, text: str, line: int, column: int, words: str) -> None:
        where = said(text + "\n")
        assert where[:2] == (line, column), where[2]
        assert re.search(words, where[2]), where[2]

    @pytest.mark.parametrize(
        "text",
        [text for text, _, _, words in HINTS if not re.search("quote|not closed", words)] + ["%YAML 2.0\n---\na: b"],
    )
    @pytest.mark.case("B63")
    def test_no_other_fault_is_called_an_open_quote(self, text: str) -> None:
        assert "not closed" not in said(text + "\n")[2]

    @pytest.mark.parametrize("text", ["%YAML 2.0\n---\na: b", "a: |0\n  b", 'a: "b\n  c": d'])
    @pytest.mark.case("B63")
    def test_without_a_known_cause_there_is_no_hint(self, text: str) -> None:
        assert ";" not in said(text)[2]

    @pytest.mark.parametrize(("text", "sign"), [("a: &b c", "&"), ("a: *b", "*"), ("a: !b c", "!")])
    @pytest.mark.case("B63")
    def test_anchor_alias_and_tag_say_to_quote_the_value(self, text: str, sign: str) -> None:
        findings: list[object] = []
        parse(text, "f.yaml", findings)  # type: ignore[arg-type]
        assert f"quote a value that begins with {sign}" in str(findings[0])

    @pytest.mark.case("B63")
    def test_hint_shows_no_hidden_sign(self) -> None:
        assert "\\<U+202E> is no escape" in said('a: "\\\u202e"')[2]
