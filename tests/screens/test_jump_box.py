"""The jump box as a reader uses it: never empty, what was found, the preview, and where Enter leads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import Input

from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex
from plan_data.search.examples import examples
from tests.support import explorer, press, screen_lines, screen_text, wait_until
from tests.tea_plan import write_tea_plan
from tests.terminal import Terminal
from tui.app import Explorer
from tui.screens.jump_box import JumpScreen
from tui.screens.list_box import BoxList
from tui.userdata.options import Options

SIZES = [(40, 15), (80, 24), (120, 36)]


def typed(app: Explorer) -> str:
    return app.screen.query_one(Input).value


@pytest.mark.parametrize("size", SIZES)
async def test_it_offers_something_before_one_types(plan: Plan, size: tuple[int, int]) -> None:
    """GIVEN no search yet WHEN the box is opened THEN it lists actions and examples, and Enter on one finds."""
    app = explorer(plan)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "f")
        assert "1  Entrepreneurship and innovation" in screen_text(app)
        await press(pilot, *["pagedown"] * 3)
        assert "Examples" in screen_text(app) and "a date" in screen_text(app)
        await press(pilot, "up", "up", "up", "enter")
        assert typed(app) == "22 trillion" and re.search(r"22 trillion +\d+ found", screen_text(app))
        await press(pilot, "enter")
        assert app.main.shown == "tgt.ecommerce-2016"


@pytest.mark.parametrize("size", SIZES)
async def test_the_next_box_begins_with_the_last_query_and_its_list(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "f", "text:smart", "down", "down", "enter")
        chosen = app.main.shown
        await press(pilot, "f")
        assert typed(app) == "smart" and re.search(r"smart +\d+ found", screen_text(app))
        assert app.screen.query_one(BoxList).target == chosen
        await press(pilot, "text:agri")
        assert typed(app) == "agri"
        await press(pilot, "escape", "f")
        assert typed(app) == "agri"
        await press(pilot, "ctrl+u")
        assert typed(app) == "" and "Recent" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [("3",), ("f", "text:act.agriculture")])
async def test_going_to_an_entry_by_its_number_is_no_search(
    plan: Plan, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    app = explorer(plan)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *keys, "enter")
        assert app.main.shown == "act.agriculture" and app.main.matches == []
        await press(pilot, "f")
        assert typed(app) == "" and "Actions" in screen_text(app)
        await press(pilot, "escape", "f", "text:smart", "enter")
        found = app.main.matches
        await press(pilot, "8", "enter", "f")
        assert typed(app) == "smart" and app.main.matches == found


@pytest.mark.parametrize("size", [(40, 12), (60, 20)])
async def test_in_a_narrow_window_enter_shows_the_card(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "f", "text:22 trillion")
        assert "enter open card" in screen_text(app)
        await press(pilot, "enter")
        await wait_until(pilot, lambda: "22 trillion yuan" in screen_text(app))
        assert app.main.focused_pane == "card"


async def test_the_preview_says_who_leads_and_can_be_hidden(plan: Plan) -> None:
    """GIVEN 80 and 120 columns WHEN tab is pressed THEN the preview goes, and comes back; below 80 the list does."""
    app = explorer(plan)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f", "text:modern agric")
        for size in ((80, 24), (120, 36)):
            await pilot.resize_terminal(*size)
            await press(pilot)
            assert "“互联网+”现代农业" in screen_text(app) and "Ministry of Agriculture" in screen_text(app)
            await press(pilot, "tab")
            assert "“互联网+”现代农业" not in screen_text(app)
            await press(pilot, "tab")
        await pilot.resize_terminal(40, 15)
        await press(pilot)
        assert "“互联网+”现代农业" not in screen_text(app)
        await press(pilot, "tab")
        assert "“互联网+”现代农业" in screen_text(app)


async def test_the_matched_letters_are_lit_and_explained_only_where_the_title_does_not_show_them(plan: Plan) -> None:
    app = explorer(plan)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "f", "text:ai")
        blocks = app.screen.query_one(BoxList).blocks
        lit = {block.target: [span.text for span in block.spans if span.style == "match"] for block in blocks}
        assert lit["act.ai"] == ["A", "i"] and lit["tgt.ai-market-2018"] == ["AI"]
        lines = screen_lines(app)
        assert not any("Artificial intelligence  also" in line for line in lines)
        assert any("Financing services  also: angel investment" in line for line in lines)
        await press(pilot, "ctrl+u", "text:moa")
        first = app.screen.query_one(BoxList).blocks[0]
        assert first.target == "org.moa" and [s.text for s in first.spans if s.style == "match"] == ["M", "o", "A"]
        await press(pilot, "ctrl+u", "text:ndrc")
        words = "".join(span.text for span in app.screen.query_one(BoxList).blocks[0].spans)
        assert words.startswith("National Development and Reform Commission  also: NDRC")


@pytest.mark.parametrize("size", SIZES)
async def test_no_half_words_stand_beside_the_box(plan: Plan, size: tuple[int, int]) -> None:
    """The rows that it covers are cleared over the whole width; the first and the last row show the screen below."""
    app = explorer(plan)
    async with app.run_test(size=size) as pilot:
        before = screen_lines(app)
        await press(pilot, "f", "text:zzqqxx")
        rows = screen_lines(app)
        assert "nothing found" in screen_text(app)
        box = app.screen.query_one("#box").region
        for line in rows[box.y : box.bottom]:
            assert line[: box.x].strip() == "" and line[box.right :].strip() == ""
        if size[0] >= 80:
            assert rows[0] == before[0] and rows[-1] == before[-1]
        else:
            assert box.size == size


async def test_a_click_on_the_words_at_the_right_cancels(plan: Plan) -> None:
    app = explorer(plan)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f")
        await pilot.click("#box-title", offset=(70, 0))
        await pilot.pause()
        assert app.screen is app.main
        await press(pilot, "f", "text:smart")
        keys = next(line for line in screen_lines(app) if "tab preview" in line)
        box = app.screen.query_one("#box").region
        await pilot.click("#box-keys", offset=(keys.index("down next") - box.x, 0))
        await pilot.click("#box-keys", offset=(keys.index("enter go") - box.x, 0))
        await pilot.pause()
        assert app.main.shown == app.main.matches[1]


async def test_it_speaks_chinese(plan: Plan) -> None:
    app = explorer(plan, lang="zh")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f")
        text = screen_text(app)
        assert "查找" in text and "行动" in text and "示例" in text and "esc 取消" in text
        await press(pilot, "text:nongye")
        assert re.search(r"找到\d+项", screen_text(app)) and "found" not in screen_text(app)


def test_each_example_finds_what_it_was_made_from(plan: Plan, index: SearchIndex, tmp_path: Path) -> None:
    found = examples(plan, index)
    assert [example.kind for example in found] == ["figure", "initials", "abbr", "date"]
    assert all(index.search(example.query, 1) for example in found)
    own = load(write_tea_plan(tmp_path))
    assert all(SearchIndex(own).search(example.query, 1) for example in examples(own, SearchIndex(own)))


async def test_picking_begins_and_ends_with_it(plan: Plan) -> None:
    app = Explorer(plan, Options(pick=True))
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, JumpScreen)
        await press(pilot, "text:agri", "enter")
    assert app.return_value == "act.agriculture"
    app = Explorer(plan, Options(pick=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "escape")
    assert app.return_value is None


def test_it_has_its_shape_from_its_first_frame_on() -> None:
    """In a real terminal: what the Pilot sees is laid out, and not always drawn."""
    with Terminal(size=(120, 36)) as terminal:
        terminal.wait_for("Supporting measures")
        terminal.send("f")
        terminal.wait_for("Examples")
        terminal.wait_for_rest()
        title = next(line for line in terminal.text().split("\n") if "» Jump" in line)
        assert title.index("»") == 10 and title.rstrip().endswith("esc cancel") and len(title.rstrip()) == 109
