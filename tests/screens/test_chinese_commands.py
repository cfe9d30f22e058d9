"""In Chinese, what shows commands and keys has no English word: help, list of commands, menu, boxes, footers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from plan_data.exports.formats import FORMATS
from plan_data.model.plan import Plan
from tests.output import run
from tests.support import press, screen_lines, screen_text, wait_until
from tui.app import Explorer
from tui.commands import all_commands
from tui.panes.themes import names
from tui.screens.help_page import HelpPage, HelpScreen
from tui.screens.list_box import BoxList
from tui.screens.note import NoteScreen
from tui.userdata.options import Options
from tui.userdata.store import Store
from widgets.drawn.page import Page

SIZES = [(40, 15), (80, 24), (120, 36)]
PROPER = {"markdown", "vi", "fg", "option", "fn", "english"}
"""Names that are the same in Chinese: a format, two programs, two keys of other keyboards, a language."""
KEYS = {part.lower() for command in all_commands() for key in command.shown_keys() for part in key.split("+")} | {"esc"}


def english(text: str, *allowed: str) -> list[str]:
    """Return the English words of a text that are no names of keys or themes, and no proper names."""
    known = KEYS | PROPER | {part for name in names() for part in re.findall("[a-z]+", name)} | set(allowed)
    return [word for word in re.findall("[A-Za-z]+", text) if word.lower() not in known]


def on_page(page: Page) -> str:
    """Return the text of a whole page, with what stands outside the window."""
    return "\n".join("".join(s.text for s in (*block.lead, *block.spans, *block.right)) for block in page.blocks)


def chinese(plan: Plan, at: str = "act.ai", store: Store | None = None) -> Explorer:
    return Explorer(plan, Options(at=at, lang="zh"), store=store or Store(None, ""))


def test_english_words_are_noticed() -> None:
    assert english("按 Enter 打开 card", "help") == ["card"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [(), ("enter",), ("s",), ("t",), ("a",), ("C",)])
async def test_the_help(plan: Plan, size: tuple[int, int], keys: Sequence[str]) -> None:
    app = chinese(plan)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *keys, "f1")
        assert isinstance(app.screen, HelpScreen)
        assert english(on_page(app.screen.query_one(HelpPage))) == []
        assert english(screen_text(app)) == []
        await press(pilot, "G")
        assert english(screen_text(app)) == [] and "鼠标" in on_page(app.screen.query_one(HelpPage))


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_of_commands_and_that_of_the_themes(plan: Plan, size: tuple[int, int]) -> None:
    app = chinese(plan)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "colon")
        assert english(on_page(app.screen.query_one(BoxList))) == []
        assert "命令" in screen_text(app) and "取消" in screen_text(app)
        await press(pilot, *"配色：其他", "enter")
        await wait_until(pilot, lambda: "nord" in screen_text(app))
        assert english(on_page(app.screen.query_one(BoxList))) == []


@pytest.mark.parametrize("size", SIZES)
async def test_the_copy_menu_and_the_export_box(plan: Plan, size: tuple[int, int]) -> None:
    app = chinese(plan)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "y")
        menu = screen_text(app).partition("\n 复制  ")[2]
        assert "y 标题" in menu and english(menu) == []
        await press(pilot, "escape", "E")
        await wait_until(pilot, lambda: "\n 导出  " in screen_text(app))
        box = screen_text(app).partition("\n 导出  ")[2]
        assert all(f".{name}" in box for name in FORMATS) and english(box, "act", "ai", *FORMATS) == []


async def test_what_is_said_of_a_written_file(plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = chinese(plan)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "E", "x", "enter")
        await wait_until(pilot, lambda: "文件扩展名须为" in screen_text(app))
        await press(pilot, "backspace", "enter")
        await wait_until(pilot, lambda: "已写入" in screen_text(app))
        await press(pilot, "E", "enter")
        await wait_until(pilot, lambda: "文件已存在" in screen_text(app))
        assert (tmp_path / "act.ai.md").exists()


@pytest.mark.parametrize("size", SIZES)
async def test_the_note(plan: Plan, size: tuple[int, int], tmp_path: Path) -> None:
    app = chinese(plan, store=Store(tmp_path, ""))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "i", "enter")
        assert isinstance(app.screen, NoteScreen)
        box = "\n".join(line for line in screen_lines(app) if "笔记" in line or "关闭" in line)
        assert "编辑中" in box and english(box) == []
        await press(pilot, *"字", "ctrl+s")
        await wait_until(pilot, lambda: "已保存" in screen_text(app))
        Store(tmp_path, "").set_note("act.ai", "别处")
        await press(pilot, *"又", "ctrl+s")
        await wait_until(pilot, lambda: "笔记在别处也有改动" in screen_text(app))


@pytest.mark.parametrize("size", SIZES)
async def test_the_footers(plan: Plan, size: tuple[int, int]) -> None:
    app = chinese(plan)
    async with app.run_test(size=size) as pilot:
        for keys in [(), ("enter",), ("s",), ("escape", "escape", "t"), ("a",), ("T",), ("S",), ("C",), ("b",)]:
            await press(pilot, *keys)
            assert english(screen_lines(app)[-1]) == []


def test_keys_are_printed_in_chinese() -> None:
    done = run("keys", "--lang", "zh")
    assert done.returncode == 0 and english(done.stdout) == []
    assert [line for line in done.stdout.splitlines() if "显示时间线" in line][0].split()[0] == "t"
    table = run("keys", "--format", "md", "--lang", "zh").stdout
    assert table.startswith("| 按键 | 作用 |\n") and english(table) == []


def test_json_of_keys_is_the_same_in_every_language() -> None:
    printed = {lang: run("keys", "--format", "json", "--lang", lang).stdout for lang in ("en", "zh", "both")}
    assert len(set(printed.values())) == 1 and "Show the timeline" in printed["zh"]
