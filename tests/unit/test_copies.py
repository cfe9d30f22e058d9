"""Copies of sources: read from files of many kinds, and kept on the shelf."""

from __future__ import annotations

import copy
import json
import os
import shutil
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_data.copies.chinese_script import is_traditional, simplified
from plan_data.copies.document_text import CopyText, SavedFile
from plan_data.copies.store import CopyStore
from plan_data.errors import MAX_BYTES, FormError, Refused
from plan_data.folders import SHIPPED
from plan_data.labels.attachments import REFUSALS
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from tests.made_up_copy import DOCUMENT, MadeUp, opened, same
from tests.small_plan import write_plan

cached_load = lru_cache(load)


def load_once(folder: Path, max_bytes: int, progress: object) -> Plan:
    plan = copy.copy(cached_load(folder, max_bytes=max_bytes))
    plan.notices = []
    return plan


def html(body: str, head: str = "<meta charset=utf-8>") -> CopyText:
    """What is read of a page with this body."""
    return SavedFile(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html").as_it_is()


class TestReading:
    """From bytes to paragraphs."""

    @pytest.mark.parametrize(
        ("codec", "mark", "label"),
        [
            ("utf-8", b"", "UTF-8"),
            ("utf-8", b"\xef\xbb\xbf", "UTF-8"),
            ("utf-16-le", b"\xff\xfe", "UTF-16"),
            ("utf-16-be", b"\xfe\xff", "UTF-16"),
            ("gb18030", b"", "GB18030"),
        ],
    )
    def test_encodings_are_recognised(self, codec: str, mark: bytes, label: str) -> None:
        read = SavedFile(mark + "采茶样品。\n\n　　晒书样品".encode(codec), "copy.txt").as_it_is()
        assert read == (("采茶样品。", "晒书样品"), ("采茶样品。", "　　晒书样品"), "text", label)

    @pytest.mark.parametrize(
        ("charset", "codec", "label"),
        [
            ("gb2312", "gb18030", "GB18030"),
            ("GBK", "gb18030", "GB18030"),
            ("big5", "big5hkscs", "Big5"),
            ("utf-8", "gb18030", "GB18030"),
            ("gb2312", "utf-8", "UTF-8"),
        ],
    )
    def test_a_page_may_declare_what_it_is_and_be_wrong(self, charset: str, codec: str, label: str) -> None:
        page = f'<html><meta http-equiv="Content-Type" content="text/html; charset={charset}"><p>務農與採茶，發展。</p>'
        assert SavedFile(page.encode(codec), "page").as_it_is() == (("務農與採茶，發展。",),) * 2 + ("HTML", label)

    @pytest.mark.parametrize(
        ("charset", "codec", "label"),
        [
            ("gb2312", "gb18030", "GB18030"),
            ("x-gbk", "gb18030", "GB18030"),
            ("Big5-HKSCS", "big5hkscs", "Big5"),
            ("utf-16", "utf-16", "UTF-16"),
            ("utf-16", "utf-16-le", "UTF-16"),
            ("UTF-16BE", "utf-16-be", "UTF-16"),
            ("utf-16", "gb18030", "GB18030"),
            ("gb2312", "utf-8", "UTF-8"),
            ("big5", "utf-8", "UTF-8"),
            ("iso-8859-1", "gb18030", "GB18030"),
            ("no/../such", "utf-8", "UTF-8"),
        ],
    )
    def test_a_server_may_declare_what_it_sends_and_be_wrong(self, charset: str, codec: str, label: str) -> None:
        page = "<html><p>務農與採茶，發展。</p></html>"
        assert SavedFile(page.encode(codec), "page", charset).as_it_is() == (("務農與採茶，發展。",),) * 2 + (
            "HTML",
            label,
        )

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"", "is empty"),
            (b" \r\n\t", "is empty"),
            (b"\xef\xbb\xbf", "holds no text"),
            ("\u3000\n\u00a0".encode(), "holds no text"),
            (b"<html><script>x</script></html>", "holds no text"),
            (b"%PDF-1.7\n...", "is a PDF; save its text first"),
            (b"PK\x03\x04rest", "is a packed file such as a .docx"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Word file"),
            (b"{\\rtf1 text}", "is an RTF file"),
            (b"\x1f\x8b\x08", "is a compressed file"),
            (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "is a web archive (.mht)"),
            (b"From: <Saved by Blink>\r\n", "is a web archive (.mht)"),
            ("样本\x00样本".encode(), "is not text: it contains NUL characters"),
            (b"abc\xff\xff\xff", "is neither UTF-8 nor GB18030"),
            (b"\xff\xfea", "is neither UTF-8 nor GB18030"),
        ],
    )
    def test_what_is_no_text_is_refused_with_the_reason(self, data: bytes, reason: str) -> None:
        with pytest.raises(Refused) as refused:
            SavedFile(data, "my copy.xyz").as_it_is()
        assert str(refused.value).startswith(f"my copy.xyz {reason}")

    @pytest.mark.parametrize(
        "hidden",
        [
            "<script>if (1 < 2) { '<p>藏</p>' }</script>",
            "<STYLE>p { content: '藏' }</STYLE>",
            "<noscript><p>藏</p></noscript>",
            "<template><div>藏</div></template>",
            "<title>藏</title>",
            "<svg><text>藏</text></svg>",
            "<select><option>藏</option></select>",
            "<textarea>藏</textarea>",
            "<iframe>藏</iframe>",
            "<!-- <p>藏</p> -->",
            "<img alt='藏' title='藏'>",
            "<?php 藏 ?>",
        ],
    )
    def test_what_a_page_does_not_show_is_no_text(self, hidden: str) -> None:
        assert html(f"<p>前</p>{hidden}<p>后</p>").paragraphs == ("前", "后")

    @pytest.mark.parametrize("tag", ["svg", "template"])
    def test_hidden_parts_may_lie_in_each_other(self, tag: str) -> None:
        assert html(f"<p>前</p><{tag}><{tag}></{tag}><i>藏</i></{tag}><p>后</p>").paragraphs == ("前", "后")

    @pytest.mark.parametrize("declaration", ["<![if !IE]>", "<!DOCTYPE x>", "<![CDATA[藏]]>", "</>", "<!>", "<"])
    def test_odd_markup_is_no_text(self, declaration: str) -> None:
        assert html(f"<p>前{declaration}</p><p>后</p>").paragraphs[-1].endswith("后")

    def test_an_unknown_marked_section_is_no_end(self) -> None:
        assert html("<p>前</p><![endif--]><![foo[藏]]><p>后</p>").paragraphs == ("前", "后")

    def test_a_script_that_names_a_section_hides_nothing_behind_it(self) -> None:
        assert html("<p>前</p><script>a = '<![';</script><p>后</p>").paragraphs == ("前", "后")

    def test_blocks_end_paragraphs_and_inline_marks_do_not(self) -> None:
        body = "<div>一<b>二</b><a href='#'>三</a>\n四<br>五</div>六<table><tr><td>七<td>八</table><pre>九\n十</pre>"
        assert html(body).paragraphs == ("一二三 四", "五", "六", "七", "八", "九", "十")

    def test_entities_are_letters(self) -> None:
        assert html("<p>&nbsp;&emsp;&#20013;&#x6587;&amp;&lt;p&gt;&ldquo;&nbsp;&rdquo;&copy;</p>").paragraphs == (
            "中文&<p>“\u00a0”©",
        )

    def test_line_ends_of_all_systems_part_lines(self) -> None:
        read = SavedFile("一\r\n二\r三\n\u00a0\u3000\n四".encode(), "copy").as_it_is()
        assert read.paragraphs == ("一", "二", "三", "四")
        assert read.blocks == ("一\n二\n三", "四")

    @given(st.binary(max_size=60) | st.lists(st.sampled_from(["<", "p", ">", "<p>", "&#", "</", "<!--", "字"])).map(
        lambda parts: "".join(parts).encode()
    ))  # fmt: skip
    @settings(deadline=None)
    def test_any_bytes_are_read_or_refused(self, data: bytes) -> None:
        try:
            read = SavedFile(b"<p>" + data, "any").as_it_is()
        except Refused:
            return
        assert all(line and line == line.strip() for line in read.paragraphs)
        assert [line.strip() for block in read.blocks for line in block.split("\n")] == list(read.paragraphs)


class TestScript:
    """Traditional letters."""

    def test_is_told_by_letters_that_only_it_has(self) -> None:
        assert is_traditional(["國務院關於採茶"])
        assert not is_traditional(["国务院关于采茶，如云的山"])
        assert not is_traditional(["tea"]) and not is_traditional([])

    def test_folding_keeps_every_place(self) -> None:
        pytest.importorskip("opencc")
        lines = ("國務院關於積極推進", "電腦軟體與滑鼠、計程車", "𠮷野家的頭髮與發展")
        assert [len(line) for line in simplified(lines)] == [len(line) for line in lines]
        assert simplified(lines)[0] == "国务院关于积极推进"

    def test_a_phrase_that_would_change_its_length_is_taken_letter_by_letter(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Longer:
            """Turns a phrase into one that is longer, and one letter into two."""

            def __init__(self, config: str) -> None:
                assert config == "t2s"

            def convert(self, text: str) -> str:
                return {"滑鼠墊": "鼠标的垫子", "滑": "滑", "鼠": "鼠标", "墊": "垫"}[text]

        monkeypatch.setitem(sys.modules, "opencc", SimpleNamespace(OpenCC=Longer))
        assert simplified(["滑鼠墊"]) == ("滑鼠垫",)

    def test_without_opencc_it_is_refused_by_name(self, monkeypatch: pytest.MonkeyPatch, shelf: CopyStore) -> None:
        pytest.importorskip("opencc")
        file = MadeUp(load(SHIPPED), traditional=True).write(shelf.folder.parent / "copy.txt")
        monkeypatch.setitem(sys.modules, "opencc", None)
        with pytest.raises(Refused) as refused:
            shelf.attach(load(SHIPPED), DOCUMENT, file, MAX_BYTES)
        assert str(refused.value) == REFUSALS["opencc"].en
        assert shelf.sources() == []


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read each plan's files once: no test here changes them."""
    monkeypatch.setattr("plan_data.cache.cached_plan._load", load_once)


@pytest.fixture
def shelf(tmp_path: Path) -> CopyStore:
    """A shelf that is not made yet, in a folder that is."""
    (tmp_path / "home").mkdir()
    return CopyStore(tmp_path / "home" / "copies")


@pytest.fixture
def filled(shelf: CopyStore, plan: Plan) -> CopyStore:
    """A shelf with a copy of the document."""
    shelf.attach(plan, DOCUMENT, MadeUp(plan).write(shelf.folder.parent / "first.txt"), MAX_BYTES)
    return shelf


def is_attached(plan: Plan) -> bool:
    """Whether the plan shows a copy of the document."""
    return plan.sources[DOCUMENT].copy is not None and plan.node("act.ai.1").evidence["title"] == "attached"


class TestShelf:
    """Where copies are kept."""

    @pytest.mark.parametrize("options", [{"form": "line"}, {"form": "br"}, {"traditional": True}, {"page": True}])
    def test_what_is_opened_is_what_was_put(self, shelf: CopyStore, plan: Plan, options: dict[str, Any]) -> None:
        if options.get("traditional"):
            pytest.importorskip("opencc")
        made = MadeUp(plan, spaces=True, lists={"act.ai": "茶叶局负责"}, **options)
        put = shelf.attach(plan, DOCUMENT, made.write(shelf.folder.parent / "copy"), MAX_BYTES)
        after, messages = opened(shelf)
        assert (messages, is_attached(after)) == ([], True)
        script = "traditional" if options.get("traditional") else "simplified"
        assert put.plan.sources[DOCUMENT].copy[-2] == script  # type: ignore[index]
        assert same(after, put.plan) and not same(after, plan)
        assert (shelf.folder / DOCUMENT / "original").read_bytes() == made.data
        assert dict(after.sources[DOCUMENT].passages) == {n: text.strip() for n, text in enumerate(made.paragraphs, 1)}

    def test_a_second_copy_takes_the_place_of_the_first(self, filled: CopyStore, plan: Plan) -> None:
        made = MadeUp(plan, form="p", encoding="gb18030", alter=["act.ai.2"])
        filled.attach(plan, DOCUMENT, made.write(filled.folder.parent / "second.html"), MAX_BYTES)
        after, _ = opened(filled)
        assert after.sources[DOCUMENT].copy[:4:2] == ("second.html", "HTML")  # type: ignore[index]
        assert after.node("act.ai.2").evidence["title"] == "reported"
        assert [entry.name for entry in filled.folder.iterdir()] == [DOCUMENT]

    def test_a_refused_file_leaves_all_as_it_was(self, shelf: CopyStore, filled: CopyStore, plan: Plan) -> None:
        wrong = shelf.folder.parent / "wrong.txt"
        wrong.write_text("采茶样品。", encoding="utf-8")
        with pytest.raises(
            Refused, match=r"wrong\.txt is not accepted as src\.guofa-2015-40: it has only 0 of the 101 headings"
        ):
            filled.attach(plan, DOCUMENT, wrong, MAX_BYTES)
        with pytest.raises(FormError):
            filled.attach(plan, DOCUMENT, shelf.folder, MAX_BYTES)
        assert is_attached(opened(filled)[0])
        assert [entry.name for entry in filled.folder.iterdir()] == [DOCUMENT]
        other = CopyStore(shelf.folder.parent / "other")
        with pytest.raises(Refused):
            other.attach(plan, DOCUMENT, wrong, MAX_BYTES)
        assert not other.folder.exists()

    def test_a_copy_is_taken_away_once(self, filled: CopyStore, plan: Plan) -> None:
        assert not filled.remove("src.000") and not filled.remove(f"../copies/{DOCUMENT}")
        assert is_attached(opened(filled)[0])
        assert filled.remove(DOCUMENT)
        assert not filled.remove(DOCUMENT)
        assert filled.sources() == [] and same(opened(filled)[0], plan)

    @pytest.mark.parametrize("name", ["", ".."])
    def test_no_name_takes_the_shelf_away(self, filled: CopyStore, name: str) -> None:
        try:
            assert not filled.remove(name)
        finally:
            assert (filled.folder / DOCUMENT / "text").exists()

    def test_nothing_is_written_elsewhere(self, tmp_path: Path) -> None:
        shutil.copytree(SHIPPED, tmp_path / "plan")
        plan = load(tmp_path / "plan")
        file = MadeUp(plan).write(tmp_path / "copy.txt")
        before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in tmp_path.rglob("*.*")}
        shelf = CopyStore(tmp_path / "data" / "copies")
        shelf.attach(plan, DOCUMENT, file, MAX_BYTES)
        assert is_attached(opened(shelf, tmp_path / "plan")[0])
        shelf.remove(DOCUMENT)
        assert {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in tmp_path.rglob("*.*")} == before

    def test_unfinished_folders_and_strangers_are_passed_over(self, filled: CopyStore) -> None:
        for name in (".new-abc", f".old-{DOCUMENT}", "src.of-another-plan"):
            shutil.copytree(filled.folder / DOCUMENT, filled.folder / name)
        (filled.folder / "stray.txt").write_text("stray")
        assert filled.sources() == [DOCUMENT, "src.of-another-plan"]
        after, messages = opened(filled)
        assert (is_attached(after), messages) == (True, [])

    def test_another_plan_has_no_use_for_it(self, filled: CopyStore, tmp_path: Path) -> None:
        folder = write_plan(tmp_path / "small")
        after, messages = opened(filled, folder)
        assert messages == [] and same(after, load(folder))


RECORDS = [
    "",
    "[]",
    "null",
    '"x"',
    "{}",
    '{"schema": 1}',
    '{"schema": 2}',
    '{"schema": 1, "x": 2}',
    '{"schema": 1, "na',
]
Damage = Callable[[Path], Any]
DAMAGES: dict[str, Damage] = {
    **{f"record {text}": lambda place, text=text: (place / "record.json").write_text(text) for text in RECORDS},
    "record not UTF-8": lambda place: (place / "record.json").write_bytes(b"\xff\xfe"),
    "text empty": lambda place: (place / "text").write_bytes(b""),
    "text not UTF-8": lambda place: (place / "text").write_bytes(b"\xff\xff"),
    "text cut short": lambda place: os.truncate(place / "text", 300),
    "text of something else": lambda place: (place / "text").write_text("采茶样品", encoding="utf-8"),
    "text gone": lambda place: (place / "text").unlink(),
    "text a folder": lambda place: ((place / "text").unlink(), (place / "text").mkdir()),
    "scripts that do not fit": lambda place: (place / "simplified").write_text("采茶样品", encoding="utf-8"),
}


class TestDamage:
    """A copy that cannot be read is told, and never fatal."""

    @pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
    def test_it_is_told_in_one_line_and_can_be_replaced(self, filled: CopyStore, plan: Plan, damage: Damage) -> None:
        damage(filled.folder / DOCUMENT)
        after, messages = opened(filled)
        assert same(after, plan)
        assert len(messages) == 1 and "\n" not in messages[0]
        assert messages[0].en.startswith(f"the attached copy of {DOCUMENT} ")
        assert (filled.folder / DOCUMENT / "original").exists()
        filled.attach(plan, DOCUMENT, filled.folder.parent / "first.txt", MAX_BYTES)
        assert is_attached(opened(filled)[0])

    def test_a_record_of_a_hundred_thousand_brackets_is_told(self, filled: CopyStore) -> None:
        (filled.folder / DOCUMENT / "record.json").write_text("[" * 100_000)
        assert len(opened(filled)[1]) == 1

    def test_a_record_of_other_types_is_told(self, filled: CopyStore) -> None:
        record = dict.fromkeys(("name", "sha256", "form", "encoding", "script", "attached"))
        (filled.folder / DOCUMENT / "record.json").write_text(json.dumps({"schema": 1, **record}))
        assert len(opened(filled)[1]) == 1

    def test_a_folder_whose_record_is_gone_is_told(self, filled: CopyStore) -> None:
        (filled.folder / DOCUMENT / "record.json").unlink()
        assert len(opened(filled)[1]) == 1

    def test_a_closed_folder_does_not_hide_the_others(self, filled: CopyStore, monkeypatch: pytest.MonkeyPatch) -> None:
        (filled.folder / "src.000").mkdir()
        is_file = Path.is_file

        def guarded(path: Path) -> bool:
            if path.parent.name == "src.000":
                raise PermissionError(13, "Permission denied", str(path))
            return is_file(path)

        monkeypatch.setattr(Path, "is_file", guarded)
        assert DOCUMENT in filled.sources()

    def test_a_file_where_the_shelf_should_be_is_no_end(self, shelf: CopyStore, plan: Plan) -> None:
        shelf.folder.write_text("in the way")
        assert shelf.sources() == [] and same(opened(shelf)[0], plan)
        with pytest.raises(OSError):
            shelf.attach(plan, DOCUMENT, MadeUp(plan).write(shelf.folder.parent / "copy"), MAX_BYTES)

    def test_a_file_where_the_copy_should_be_gives_way(self, shelf: CopyStore, plan: Plan) -> None:
        shelf.folder.mkdir()
        (shelf.folder / DOCUMENT).write_text("in the way")
        for _ in range(2):
            shelf.attach(plan, DOCUMENT, MadeUp(plan).write(shelf.folder.parent / "copy"), MAX_BYTES)

    def test_a_full_disk_keeps_the_earlier_copy(
        self, filled: CopyStore, plan: Plan, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: Any, **__: Any) -> int:
            raise OSError(28, "No space left on device")

        file = filled.folder.parent / "first.txt"
        with monkeypatch.context() as patched, pytest.raises(OSError):
            patched.setattr(Path, "write_text", full)
            filled.attach(plan, DOCUMENT, file, MAX_BYTES)
        assert [entry.name for entry in filled.folder.iterdir()] == [DOCUMENT]
        assert is_attached(opened(filled)[0])

    def test_a_failed_exchange_keeps_the_earlier_copy(
        self, filled: CopyStore, plan: Plan, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        replace = os.replace

        def once(source: Path, target: Path) -> None:
            if Path(source).name.startswith(".new-"):
                raise OSError(5, "Input/output error")
            replace(source, target)

        monkeypatch.setattr(os, "replace", once)
        with pytest.raises(OSError):
            filled.attach(plan, DOCUMENT, filled.folder.parent / "first.txt", MAX_BYTES)
        assert is_attached(opened(filled)[0])
