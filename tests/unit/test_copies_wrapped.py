"""Copies whose paragraphs are divided by line ends, as pdftotext divides them."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_data.copies.document_text import SavedFile
from plan_data.copies.reading import read_as
from plan_data.copies.recognised_copy import LISTED, RecognisedCopy
from plan_data.copies.store import CopyStore
from plan_data.copies.wrapped_lines import joined
from plan_data.errors import MAX_BYTES
from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from tests.made_up_copy import DOCUMENT, MadeUp, filler, opened, same
from tests.small_plan import write_plan
from tests.wrapped_copy import FEET, Wrapping

WIDTHS = (10, 18, 35, 60)
INDENTS: dict[str, dict[str, Any]] = {
    "no indent": {},
    "indent": {"indent": "\u3000\u3000"},
    "lost indent": {"indent": "\u3000\u3000", "lost": True},
}
OPTIONS: dict[str, dict[str, Any]] = {
    "headings in their paragraphs": {},
    "headings alone": {"alone": True},
    "no enumerators": {"enumerators": False},
}
TITLE = "国务院关于积极推进“互联网+”行动的指导意见"


@lru_cache
def printed(shape: str = "headings in their paragraphs") -> MadeUp:
    """The copy that is wrapped."""
    return MadeUp(load(SHIPPED), **OPTIONS[shape])


def read(made: MadeUp, data: str | bytes) -> RecognisedCopy:
    """What the program finds in a file."""
    return read_as(made.plan, DOCUMENT, data if isinstance(data, bytes) else data.encode(), "copy")


def bare(paragraphs: tuple[str, ...]) -> list[str]:
    """Paragraphs without white space, some of which a line end may have swallowed."""
    return [re.sub(r"\s", "", paragraph) for paragraph in paragraphs]


def assert_all_found(made: MadeUp, found: RecognisedCopy) -> None:
    """Assert that every heading and every list of bodies was found."""
    assert {node.id for node in made.nodes} == set(found.found)
    assert {node.id for node in made.nodes if node.kind in LISTED} == set(found.printed)


class TestWrapped:
    """Text files."""

    @pytest.mark.parametrize("careful", [False, True], ids=["any line end", "rules of line ends"])
    @pytest.mark.parametrize("indent", INDENTS)
    @pytest.mark.parametrize("blank", [False, True], ids=["", "blank lines"])
    @pytest.mark.parametrize("width", WIDTHS)
    def test_all_is_found(self, width: int, blank: bool, indent: str, careful: bool) -> None:
        for shape in OPTIONS:
            made = printed(shape)
            found = read(made, Wrapping(width, blank, careful=careful, **INDENTS[indent]).text(made.paragraphs))
            assert_all_found(made, found)

    @pytest.mark.parametrize("indent", ["no indent", "indent"])
    @pytest.mark.parametrize("blank", [False, True], ids=["", "blank lines"])
    @pytest.mark.parametrize("width", WIDTHS)
    def test_the_paragraphs_are_those_of_the_text(self, width: int, blank: bool, indent: str) -> None:
        made = printed()
        found = read(made, Wrapping(width, blank, **INDENTS[indent]).text(made.paragraphs))
        got, want = bare(found.copy.paragraphs), bare(made.paragraphs)
        if blank or indent == "indent":
            assert got == want
        else:
            # Where the last line of a paragraph is a full one, nothing tells that the paragraph ends there. Of ten
            # characters are "（一）夯实发展基础。" and its like.
            assert len(set(want) - set(got)) <= (16 if width == 10 else 4)

    @pytest.mark.parametrize("head", ["", "国务院文件汇编", TITLE])
    @pytest.mark.parametrize("foot", FEET)
    @pytest.mark.parametrize("width", [18, 35])
    def test_pages_divide_no_paragraph(self, width: int, foot: str, head: str) -> None:
        made = printed()
        for options in INDENTS.values():
            wrapping = Wrapping(width, foot=foot, head=head, newline="\r\n", **options)
            found = read(made, wrapping.text(made.paragraphs))
            assert_all_found(made, found)
            whole = "".join(found.copy.paragraphs)
            assert "国务院文件汇编" not in whole and "共20页" not in whole and "\f" not in whole
            lost = set(bare(made.paragraphs)) - set(bare(found.copy.paragraphs))
            assert len(lost) <= 4, lost

    @pytest.mark.parametrize("head", ["国务院文件汇编", TITLE])
    def test_head_lines_alone_tell_of_pages(self, head: str) -> None:
        made = printed()
        for width in WIDTHS:
            found = read(made, Wrapping(width, head=head).text(made.paragraphs))
            assert_all_found(made, found)

    @pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
    def test_encodings_are_read(self, encoding: str) -> None:
        made = printed()
        assert_all_found(made, read(made, Wrapping(18).text(made.paragraphs).encode(encoding)))

    def test_traditional_script_is_read(self) -> None:
        pytest.importorskip("opencc")
        made = MadeUp(load(SHIPPED), traditional=True)
        found = read(made, Wrapping(10).text(made.paragraphs))
        assert_all_found(made, found)
        assert found.copy.facts.script == "traditional"

    @pytest.mark.parametrize("page", [{"quotes": '""', "spaces": True}, {"plus": "＋", "quotes": "「」"}])
    def test_other_signs_are_read(self, page: dict[str, Any]) -> None:
        made = MadeUp(load(SHIPPED), **page)
        for width in WIDTHS:
            assert_all_found(made, read(made, Wrapping(width).text(made.paragraphs)))


class TestPages:
    """Saved web pages."""

    @pytest.mark.parametrize("ends", ["<br>", "<br>\n", "<br/>", "<br />\n", "pre", "p of br", "p a line"])
    @pytest.mark.parametrize("indent", ["", "\u3000\u3000"])
    def test_a_page_may_be_wrapped_as_well(self, ends: str, indent: str) -> None:
        made = printed()
        wrapping = Wrapping(18, indent=indent)
        lines = [[escape(line) for line in wrapping.lines(paragraph)] for paragraph in made.paragraphs]
        every = [line for paragraph in lines for line in paragraph]
        if ends == "pre":
            body = "<pre>" + "\n".join(every) + "</pre>"
        elif ends == "p of br":
            body = "".join(f"<p>{'<br/>'.join(paragraph)}</p>\n" for paragraph in lines)
        elif ends == "p a line":
            body = "".join(f"<p>{line}</p>\n" for line in every)
        else:
            body = ends.join(every)
        found = read(made, f"<!DOCTYPE html><html><meta charset=utf-8><body>{body}</body></html>")
        assert_all_found(made, found)
        assert len(set(bare(made.paragraphs)) - set(bare(found.copy.paragraphs))) <= 4


class TestJoining:
    """Small texts."""

    @pytest.mark.parametrize(
        ("lines", "whole"),
        [
            (("开展阅读活动，方", "便读者。"), "开展阅读活动，方便读者。"),
            (("使用 Internet", "Plus 的读者。"), "使用 Internet Plus 的读者。"),
            (("到了20", "18年的样本。"), "到了2018年的样本。"),
            (("采茶样品的“互", "联网+”样本。"), "采茶样品的“互联网+”样本。"),
        ],
    )
    def test_chinese_is_joined_without_a_space_and_words_with_one(self, lines: tuple[str, str], whole: str) -> None:
        assert joined("\n".join(lines), [re.sub(r"[\s“”]", "", whole.rstrip("。"))]) == (whole,)

    def test_english_is_joined_with_spaces(self) -> None:
        text = "The plan names e-commerce as one of its\nactions, and asks for trade in the vil-\nlages to grow."
        text = f"{text}\n\n" * 4
        assert joined(text)[0].startswith("The plan names e-commerce as one of its actions, and asks")

    def test_a_title_in_two_short_lines_is_found(self) -> None:
        made = printed()
        for gap in ("\n", "\n\n"):
            first, second = TITLE[:12], TITLE[12:]
            text = gap.join([f"        {first}", f"      {second}", *made.paragraphs[1:]])
            found = read(made, text)
            assert_all_found(made, found)
            assert found.copy.paragraphs == made.paragraphs

    @pytest.mark.parametrize("form", ["lines", "p", "br", "line", "one"])
    @pytest.mark.parametrize("options", [{}, {"alone": True}, {"page": True, "spaces": True}])
    def test_a_text_that_is_not_wrapped_is_read_as_before(self, form: str, options: dict[str, Any]) -> None:
        for alter in ((), ("act.ai.2", "mea.3")):
            made = MadeUp(load(SHIPPED), form=form, alter=alter, **options)
            copy = read(made, made.data).copy
            text = SavedFile(made.data, "copy").as_it_is()
            assert (copy.paragraphs, copy.blocks) == (text.paragraphs, text.blocks)

    @given(st.text(st.sampled_from("采茶样品的话。，（）1.-—\n\n\r\f \u3000a“")))
    @settings(deadline=None, max_examples=200)
    def test_no_letter_is_lost_but_those_of_page_numbers(self, text: str) -> None:
        found = joined(text, ["采茶样品"])
        assert all(paragraph and paragraph == paragraph.strip() and "\n" not in paragraph for paragraph in found)
        letters = [letter for letter in "".join(found) if "\u4e00" <= letter <= "\u9fff"]
        wanted = [letter for letter in text if "\u4e00" <= letter <= "\u9fff"]
        assert sum(map(len, found)) <= len(text) + text.count("\n") + text.count("\r")
        assert set(letters) <= set(wanted)


class TestStored:
    """What is kept of a wrapped copy."""

    def test_what_is_opened_is_what_was_put(self, plan: Plan, tmp_path: Path) -> None:
        made = MadeUp(plan)
        file = tmp_path / "copy.txt"
        file.write_text(Wrapping(18, True, foot="3 and a form feed").text(made.paragraphs), encoding="utf-8")
        store = CopyStore(tmp_path / "copies")
        put = store.attach(plan, DOCUMENT, file, MAX_BYTES)
        after, messages = opened(store)
        assert messages == [] and same(after, put.plan)
        assert tuple(after.sources[DOCUMENT].passages.values()) == made.paragraphs
        assert (store.folder / DOCUMENT / "original").read_bytes() == file.read_bytes()

    def test_a_copy_that_was_stored_line_by_line_stays_so(self, plan: Plan, tmp_path: Path) -> None:
        made = MadeUp(plan)
        store = CopyStore(tmp_path / "copies")
        store.attach(plan, DOCUMENT, made.write(tmp_path / "copy.txt"), MAX_BYTES)
        wrapped = Wrapping(60).text(made.paragraphs)
        (store.folder / DOCUMENT / "text").write_text(wrapped, encoding="utf-8")
        after, messages = opened(store)
        assert messages == []
        assert list(after.sources[DOCUMENT].passages.values()) == wrapped.split()

    def test_shipped_passages_are_found_across_line_ends(self, tmp_path: Path) -> None:
        small = load(write_plan(tmp_path / "small", ("\n      A list follows.", " A list follows.")))
        file = tmp_path / "news.txt"
        file.write_text(
            "Small plan explained\n\nThe plan names e-commerce, and\ne-commerce in the villages.\n\nA third."
            '\n\nA fourth.\n\n"Eight ministries" drafted it,\nsays the ministry. A list\nfollows.\n',
            encoding="utf-8",
        )
        report = CopyStore(tmp_path / "copies").attach(small, "src.news", file, MAX_BYTES).report
        assert report.passages == (2, 2)


def test_the_time_grows_with_the_text_alone(plan: Plan) -> None:
    made = MadeUp(plan)

    def seconds(times: int) -> float:
        more = [f"{filler(n)}。" for n in range(1500 * times)]
        data = Wrapping(30).text([*made.paragraphs, *more]).encode()
        before = process_time()
        assert len(read_as(plan, DOCUMENT, data, "copy").found) == len(made.nodes)
        return process_time() - before

    seconds(1)
    assert seconds(8) < 8 * 3 * max(seconds(1), 0.05)
