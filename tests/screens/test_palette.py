"""The list of commands: in groups, then by what one types; what Enter runs; how it is left."""

from __future__ import annotations

import re

import pytest
from textual.widgets import Input

from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_text, wait_until
from tui.commands import all_commands
from tui.screens.list_box import BoxList
from tui.screens.palette import PaletteScreen, command_entries, fitting

SIZES = [(40, 15), (80, 24), (120, 36)]


def test_it_has_every_command_that_can_be_looked_for_and_the_themes() -> None:
    names = [entry.name for entry in command_entries()]
    wanted = {command.label.name for command in all_commands() if command.palette and command.pane in ("main", "copy")}
    assert wanted <= set(names)
    assert {"Theme: ink", "Theme: paper", "Theme: others"} <= {name.en for name in names}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_two_entries_have_the_same_name(lang: str) -> None:
    names = [entry.name.pick(lang) for entry in command_entries()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["colon", "ctrl+p", "："])
async def test_it_lists_the_groups_and_shows_keys_as_they_are_pressed(
    plan: Plan, size: tuple[int, int], key: str
) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=size) as pilot:
        await press(pilot, key)
        assert isinstance(app.screen, PaletteScreen)
        assert re.search(r"Views\s+(» +)?Timeline +t", screen_text(app))
        await press(pilot, "text:the quote with")
        assert re.search(r"Copy the quote with its( citation)? +y c", screen_text(app))
        await press(pilot, *["down"] * 30, *["up"] * 30)
        assert app.screen.query_one(BoxList).target == "take('citation')"
        await press(pilot, "enter")
        await wait_until(pilot, lambda: app.screen is app.main and app.clipboard)
        assert "artificial intelligence" in app.clipboard.lower()


async def test_enter_with_nothing_typed_runs_what_is_highlighted(plan: Plan) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", "enter")
        await wait_until(pilot, lambda: app.main.view == "timeline")
        await press(pilot, "escape", "colon", "text:open the source", "enter")
        await wait_until(pilot, lambda: app.main.at == "q.001.26")


@pytest.mark.parametrize("typed", ["q", "q!", ":q", ":q!"])
async def test_what_leaves_vi_leaves(plan: Plan, typed: str) -> None:
    app = explorer(plan)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon")
        app.screen.query_one(Input).value = typed
        await press(pilot, "enter")
        await wait_until(pilot, lambda: app._exit)
    assert app.return_code == 0


@pytest.mark.parametrize("typed", ["zzqqxx", "w"])
async def test_escape_closes_it_and_changes_nothing(plan: Plan, typed: str) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(80, 24)) as pilot:
        before = screen_text(app)
        await press(pilot, "colon", f"text:{typed}")
        assert ("nothing found" in screen_text(app)) == (typed == "zzqqxx")
        if typed == "zzqqxx":
            await press(pilot, "enter")
            assert isinstance(app.screen, PaletteScreen)
        await press(pilot, "escape")
        assert app.screen is app.main and screen_text(app) == before


async def test_themes_are_chosen_from_it(plan: Plan) -> None:
    app = explorer(plan)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", "text:paper", "enter")
        await wait_until(pilot, lambda: app.theme == "paper")
        await press(pilot, "colon", "text:other", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, PaletteScreen))
        await press(pilot, "text:nord", "enter")
        await wait_until(pilot, lambda: app.theme == "nord")


def test_the_best_comes_first_and_slips_are_forgiven() -> None:
    entries = command_entries()
    assert fitting(entries, "time")[0].name.en == "Timeline"
    assert fitting(entries, "bookm")[0].name.en == "Bookmarks and notes"
    assert fitting(entries, "tmieline")[0].name.en == "Timeline"
    assert fitting(entries, "q")[0].action == "app.quit"
    assert fitting(entries, "zzqqxx") == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "zh", "both"])
@pytest.mark.parametrize("typed", ["timeline", "时间线", "时间", "ＴＩＭＥ", "期限在前"])
async def test_both_languages_find_a_command_whichever_is_shown(
    plan: Plan, size: tuple[int, int], lang: str, typed: str
) -> None:
    app = explorer(plan, "act.ai", lang=lang)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "colon")
        app.screen.query_one(Input).value = typed
        await wait_until(
            pilot, lambda: app.screen.query_one(BoxList).target == "do('navigator.toggle_view', 'timeline')"
        )
        assert ("时间线" if lang == "zh" else "Timeline") in screen_text(app)
        await press(pilot, "enter")
        await wait_until(pilot, lambda: app.main.view == "timeline")


async def test_a_chinese_slip_is_forgiven_too(plan: Plan) -> None:
    entries = command_entries()
    assert fitting(entries, "来源与却口")[0].name.zh == "来源与缺口"
    assert fitting(entries, "怎么退出")[0].action == "app.quit"
