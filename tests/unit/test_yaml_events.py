"""From bytes to values: what is read, where it stands, and what is refused."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from plan_data.errors import Finding
from plan_data.loading.yaml_events import (
    MAX_DEPTH,
    MAX_SCALAR,
    FormError,
    Mapping,
    Scalar,
    Sequence,
    decode,
    parse,
    read,
    read_bytes,
)


def found(text: str) -> list[Finding]:
    """The findings of a text that can be read all the same."""
    findings: list[Finding] = []
    parse(text, "f.yaml", findings)
    return findings


def refused(text: str | bytes) -> FormError:
    """The error of a text that cannot be read."""
    with pytest.raises(FormError) as caught:
        parse(decode(text if isinstance(text, bytes) else text.encode(), "f.yaml"), "f.yaml", [])
    assert caught.value.finding.severity == "error"
    assert caught.value.finding.file == "f.yaml"
    return caught.value


def top(text: str) -> Mapping:
    """The mapping that a text is, read without a finding."""
    findings: list[Finding] = []
    value = parse(text, "f.yaml", findings)
    assert findings == []
    assert isinstance(value, Mapping)
    return value


def scalar(text: str, key: str = "a") -> Scalar:
    """The scalar under a key."""
    value = top(text).items[key]
    assert isinstance(value, Scalar)
    return value


class TestValues:
    @pytest.mark.case("B24")
    def test_scalars_keep_their_text_as_written(self) -> None:
        words = ["no", "NO", "on", "010", "12:30", "2015-06-24", "1e3", ".nan", "~", "null", "1_000", "0x1F"]
        value = top("".join(f"k{i}: {word}\n" for i, word in enumerate(words)))
        assert [item.text for item in value.items.values() if isinstance(item, Scalar)] == words

    @pytest.mark.case("B24")
    def test_keys_are_texts_too(self) -> None:
        assert list(top("on: a\nno: b\n2015: c\n").items) == ["on", "no", "2015"]

    def test_places_count_lines_and_code_points_from_one(self) -> None:
        value = top("中文: 国\n𝄞x: {a: [b, 'c']}\n")
        inner = value.items["𝄞x"]
        assert isinstance(inner, Mapping)
        listed = inner.items["a"]
        assert isinstance(listed, Sequence)
        assert [(item.line, item.column) for item in (value.items["中文"], inner, listed, *listed.items)] == [
            (1, 5),
            (2, 5),
            (2, 9),
            (2, 10),
            (2, 13),
        ]
        assert (value.key("𝄞x").line, value.key("𝄞x").column) == (2, 1)

    def test_only_a_scalar_without_quotes_is_plain(self) -> None:
        value = top("a: x\nb: 'x'\nc: \"x\"\nd: |-\n  x\ne: >-\n  x\n")
        assert [item.plain for item in value.items.values() if isinstance(item, Scalar)] == [True] + [False] * 4

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_line_ends_do_not_change_values_or_places(self, end: str) -> None:
        value = top(end.join(["# first", "a:", "  - x", "  - |-", "    one", "    two", "b: y"]))
        listed = value.items["a"]
        assert isinstance(listed, Sequence)
        assert [(item.text, item.line) for item in listed.items if isinstance(item, Scalar)] == [
            ("x", 3),
            ("one\ntwo", 4),
        ]
        assert value.items["b"].line == 7

    @pytest.mark.case("B04")
    def test_nothing_but_comments_is_no_value(self) -> None:
        assert parse("", "f.yaml", []) is None
        assert parse("# a\n\n  # b\n", "f.yaml", []) is None

    @pytest.mark.case("B05")
    def test_top_level_may_be_anything_here(self) -> None:
        assert isinstance(parse("- a\n- b\n", "f.yaml", []), Sequence)
        assert isinstance(parse("just words\n", "f.yaml", []), Scalar)


class TestComments:
    @pytest.mark.parametrize("cut", ["a: see item #3\n", "a: see item\t#3\n", "a: two\n  lines #3\n", "a: 中文 #3"])
    @pytest.mark.case("B30", "M9")
    def test_comment_behind_a_plain_scalar_is_marked(self, cut: str) -> None:
        if cut == "a: see item #3\n":
            assert scalar(cut).text == "see item"
        assert scalar(cut).cut

    @pytest.mark.parametrize(
        "whole",
        ["a: 'see item #3'\n", "a: 'x' # y\n", "a: item#3\n", "a: x\n# y\n", "a: x\n\n  # y\n", "a: |-\n  x #3\n"],
    )
    @pytest.mark.case("B30")
    def test_text_that_loses_nothing_is_not(self, whole: str) -> None:
        assert not scalar(whole).cut

    @pytest.mark.parametrize("sign", ["\r", "\r\n", "\u2028", "\u2029", "\x85"])
    @pytest.mark.case("B30")
    def test_lines_are_counted_as_libyaml_counts_them(self, sign: str) -> None:
        value = top(f"b: 'x{sign} y'\na: see item #3\n")
        item = value.items["a"]
        assert isinstance(item, Scalar)
        assert item.cut
        assert item.line == 3


class TestBytes:
    @pytest.mark.case("B08")
    def test_byte_order_mark_is_no_part_of_the_text(self) -> None:
        assert decode(b"\xef\xbb\xbfa: 1", "f.yaml") == "a: 1"

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    @pytest.mark.case("B09")
    def test_not_utf_8_names_byte_and_offset(self, mark: bytes) -> None:
        data = mark + "a: 中\nb: caf".encode() + b"\xe9 x"
        error = refused(data)
        assert error.finding.code == "not-utf-8"
        assert f"byte 0xe9 at offset {data.index(0xE9, 8)};" in error.finding.message
        assert "save the file as UTF-8" in error.finding.message
        assert (error.finding.line, error.finding.column) == (2, 7)

    @pytest.mark.case("B09")
    def test_gbk_is_not_guessed(self) -> None:
        assert refused("a: 互联网".encode("gbk")).finding.code == "not-utf-8"

    @pytest.mark.case("B08")
    def test_utf_16_is_refused(self) -> None:
        assert refused("a: b".encode("utf-16")).finding.code == "not-utf-8"
        assert refused("a: b".encode("utf-16-le")).finding.code == "control-character"

    @pytest.mark.parametrize("sign", ["\0", "\x1b", "\x7f", "\x9b", "\x07", "\ufffe", "\uffff"])
    @pytest.mark.case("B10")
    def test_control_characters_are_refused_with_place_and_code_point(self, sign: str) -> None:
        error = refused(f"a: 中\nb: x{sign}y")
        assert error.finding.code == "control-character"
        assert f"U+{ord(sign):04X} at offset 9;" in error.finding.message
        assert (error.finding.line, error.finding.column) == (2, 5)
        assert sign not in error.finding.message

    @pytest.mark.case("B10")
    def test_line_is_counted_where_lines_end_with_cr(self) -> None:
        assert refused("a: b\rc: d\re: \x1b").finding[2:4] == (3, 4)

    @pytest.mark.case("B11")
    def test_escaped_control_characters_are_values(self) -> None:
        assert scalar(r'a: "\e]52;c;eA==\a\x9b"').text == "\x1b]52;c;eA==\x07\x9b"

    @pytest.mark.case("B11")
    def test_escaped_surrogate_is_a_syntax_error(self) -> None:
        assert refused(r'a: "\ud800"').finding.code == "syntax"


class TestSyntax:
    @pytest.mark.parametrize(
        ("text", "line", "hint"),
        [
            ("a:\n\tb: c\n", 2, "spaces"),
            ("a: [b, c\nd: e\n", 1, "the [ that opens here is not closed"),
            ("a: 1\ntitle: Internet Plus: a plan\n", 2, "quote the value"),
            ("a: 'b\n", 1, "single quote that opens here is not closed"),
            ("a: b\n c: d\n", 2, "quote the value"),
            ("a: %b\n", 1, "begins with a sign"),
        ],
    )
    @pytest.mark.case("B06")
    def test_syntax_error_has_place_line_caret_and_hint(self, text: str, line: int, hint: str) -> None:
        error = refused(text)
        assert error.finding.code == "syntax"
        assert error.finding.line == line
        assert hint in error.finding.message
        shown, caret = error.excerpt.split("\n")
        assert shown == (text.split("\n")[line - 1]).replace("\t", " ")
        assert caret == " " * (error.finding.column - 1) + "^"

    @pytest.mark.case("B06")
    def test_caret_stands_under_chinese_in_cells(self) -> None:
        error = refused("标题: 中国: x\n")
        shown, caret = error.excerpt.split("\n")
        assert shown == "标题: 中国: x"
        assert error.finding.column == 7
        assert len(caret) == 4 + 2 + 4 + 1

    @pytest.mark.case("B06")
    def test_excerpt_of_a_long_line_is_short_and_still_points_there(self) -> None:
        error = refused(f"a: {'x' * 5000}: y: {'z' * 5000}\n")
        shown, caret = error.excerpt.split("\n")
        assert len(shown) <= 100
        assert shown[len(caret) - 1] == ":"

    @pytest.mark.case("B12")
    def test_excerpt_holds_no_bidirectional_character(self) -> None:
        shown, caret = refused("a: \u202ex: y\n").excerpt.split("\n")
        assert shown == "a: <U+202E>x: y"
        assert shown[len(caret) - 1] == ":"


class TestRefused:
    @pytest.mark.case("B14", "M10")
    def test_repeated_key_names_both_lines_and_the_first_value_stays(self) -> None:
        findings: list[Finding] = []
        value = parse("a: 1\nb: 2\na: 3\n", "f.yaml", findings)
        assert [f[:6] for f in findings] == [("error", "f.yaml", 3, 1, "a", "duplicate-key")]
        assert "line 1" in findings[0].message
        assert isinstance(value, Mapping)
        assert isinstance(value.items["a"], Scalar)
        assert value.items["a"].text == "1"

    @pytest.mark.case("B14")
    def test_keys_that_yaml_would_take_for_one_are_two(self) -> None:
        assert found("yes: 1\ntrue: 2\n") == []

    @pytest.mark.case("B27")
    def test_anchor_alias_and_merge_key_are_named_each_in_its_line(self) -> None:
        findings = found("a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n")
        assert [(f.code, f.line) for f in findings] == [("anchor", 1), ("alias", 2), ("alias", 4)]
        assert "&x" in findings[0].message
        assert "*x" in findings[1].message

    @pytest.mark.case("B27", "M11")
    def test_billion_laughs_is_cheap(self) -> None:
        rows = ["a0: &a0 [x]\n", *(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 10))]
        begin = time.process_time()
        findings = found("".join(rows))
        assert time.process_time() - begin < 10
        assert sum(f.code == "alias" for f in findings) == 81

    @pytest.mark.case("B27", "M11")
    def test_recursive_alias_ends(self) -> None:
        assert [f.code for f in found("a: &a [*a]\n")] == ["anchor", "alias"]

    @pytest.mark.parametrize(
        "tagged",
        ["!!python/object/apply:os.system ['true']", "!foo x", "!!binary eA==", "!!str x", "! x", "!!map {a: b}"],
    )
    @pytest.mark.case("B28")
    def test_tags_are_refused_with_their_line_and_nothing_is_made_of_them(self, tagged: str) -> None:
        findings = found(f"x: y\na: {tagged}\n")
        assert [(f.code, f.line, f.column, f.path) for f in findings] == [("tag", 2, 4, "a")]

    def test_second_document_is_refused(self) -> None:
        assert [(f.code, f.line) for f in found("a: 1\n---\nb: 2\n")] == [("several-documents", 2)]
        assert found("---\na: 1\n...\n") == []

    def test_key_that_is_no_word_is_refused_and_reading_goes_on(self) -> None:
        findings: list[Finding] = []
        value = parse("? [a, b]\n: 1\n{c: d}: 2\ne: 3\n", "f.yaml", findings)
        assert [(f.code, f.line) for f in findings] == [("key", 1), ("key", 3)]
        assert isinstance(value, Mapping)
        assert isinstance(value.items["e"], Scalar)

    def test_all_of_them_are_found_in_one_run(self) -> None:
        findings = found("a: &x 1\nb: !t 2\nc: *x\na: 3\n")
        assert [(f.line, f.code) for f in findings] == [
            (1, "anchor"),
            (2, "tag"),
            (3, "alias"),
            (4, "duplicate-key"),
        ]

    def test_path_goes_by_ids_then_keys(self) -> None:
        text = (
            "root:\n  id: root\n  children:\n    - id: act\n      title: {en: a, en: b}\n      aliases: [x, !t y]\n"
            "      children:\n        - id: act.1\n          kind: &k task\n          kind: task\n"
        )
        assert [(f.line, f.path) for f in found(text)] == [
            (5, "root/act/title/en"),
            (6, "root/act/aliases[1]"),
            (9, "root/act/act.1/kind"),
            (10, "root/act/act.1/kind"),
        ]

    def test_path_in_a_source_goes_by_its_id(self) -> None:
        text = "id: src.a\npassages:\n  - text: x\n  - quotes:\n      - {id: q.1, exact: a, exact: b}\n"
        assert [f.path for f in found(text)] == ["src.a/passages[1]/quotes[0]/exact"]


class TestCaps:
    @pytest.mark.case("B29", "M8")
    def test_depth_is_capped_with_the_figure(self) -> None:
        begin = time.process_time()
        for text in ("a: " + "[" * 2000, "".join(" " * i + "a:\n" for i in range(500)), "a: " + "{b: " * 2000):
            error = refused(text)
            assert error.finding.code == "too-deep"
            assert str(MAX_DEPTH) in error.finding.message
            assert error.finding.line > 0
        assert time.process_time() - begin < 10

    @pytest.mark.case("B29")
    def test_scalar_is_capped_with_the_figure(self) -> None:
        error = refused("b: 1\na: " + "x" * (MAX_SCALAR + 1))
        assert (error.finding.code, error.finding.line) == ("too-large", 2)
        assert f"{MAX_SCALAR:,}" in error.finding.message
        assert len(scalar("a: " + "x" * MAX_SCALAR).text) == MAX_SCALAR

    @pytest.mark.case("B29")
    def test_file_is_capped_before_it_is_read(self, tmp_path: Path) -> None:
        path = tmp_path / "big.yaml"
        with path.open("wb") as file:
            file.truncate(200 * 2**20)
        with pytest.raises(FormError) as caught:
            read_bytes(path, "big.yaml")
        assert caught.value.finding.code == "too-large"
        assert "209,715,200" in caught.value.finding.message
        assert "--max-size" in caught.value.finding.message

    @pytest.mark.case("B29")
    def test_cap_can_be_raised_and_lowered(self, tmp_path: Path) -> None:
        path = tmp_path / "f.yaml"
        path.write_text("a: 1234\n")
        assert isinstance(read(path, "f.yaml", [], max_bytes=8), Mapping)
        with pytest.raises(FormError):
            read(path, "f.yaml", [], max_bytes=7)


class TestProgress:
    def test_share_rises_to_the_end_of_one_long_list(self, tmp_path: Path) -> None:
        path = tmp_path / "f.yaml"
        path.write_text("- word\n" * 20_000)
        shares: list[float] = []
        read(path, "f.yaml", [], progress=shares.append)
        assert shares == sorted(shares)
        assert shares[0] == 0 and len(shares) > 4 and 0.8 < shares[-1] <= 1

    def test_empty_file_is_no_document(self, tmp_path: Path) -> None:
        path = tmp_path / "f.yaml"
        path.write_text("")
        shares: list[float] = []
        assert read(path, "f.yaml", [], progress=shares.append) is None
        assert shares == [0]


class TestFiles:
    @pytest.mark.case("B01")
    def test_absent_file_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(FormError) as caught:
            read_bytes(tmp_path / "none.yaml", "none.yaml")
        assert caught.value.finding.code == "unreadable"
        assert str(tmp_path / "none.yaml") in caught.value.finding.message

    @pytest.mark.case("B02")
    def test_folder_is_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(FormError, match="is a folder") as caught:
            read_bytes(tmp_path, "x")
        assert caught.value.finding.code == "not-a-file"

    @pytest.mark.case("B02")
    def test_pipe_is_refused_without_waiting(self, tmp_path: Path) -> None:
        path = tmp_path / "pipe"
        os.mkfifo(path)
        errors: list[FormError] = []

        def look() -> None:
            try:
                read_bytes(path, "pipe")
            except FormError as error:
                errors.append(error)

        thread = threading.Thread(target=look, daemon=True)
        thread.start()
        thread.join(60)
        assert not thread.is_alive()
        assert [error.finding.code for error in errors] == ["not-a-file"]

    @pytest.mark.case("B02")
    def test_device_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "zero"
        path.symlink_to("/dev/zero")
        with pytest.raises(FormError, match="no regular file"):
            read_bytes(path, "zero")

    @pytest.mark.case("B02")
    def test_link_in_a_circle_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "loop"
        path.symlink_to(path)
        with pytest.raises(FormError) as caught:
            read_bytes(path, "loop")
        assert caught.value.finding.code == "unreadable"

    @pytest.mark.case("B03")
    def test_unreadable_file_gives_the_systems_reason(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "f.yaml"
        path.write_text("a: b")

        def deny(self: Path) -> bytes:
            raise PermissionError(13, "Permission denied", str(self))

        # Mode 000 keeps nobody out who runs the tests as root.
        monkeypatch.setattr(Path, "read_bytes", deny)
        with pytest.raises(FormError, match="Permission denied") as caught:
            read_bytes(path, "f.yaml")
        assert caught.value.finding.code == "unreadable"
