"""Keys that the settings move: they work, the old ones do not, and help, footer, menus and palette show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from plan_data.model.plan import Plan
from tests.support import explorer, main_screen, press, screen_text
from tui.app import Explorer
from tui.commands.base import apply_keys
from tui.commands.table import markdown
from tui.screens.help_page import HelpScreen
from tui.screens.jump_box import JumpScreen
from tui.userdata.options import Options
from tui.userdata.store import Store


@pytest.fixture(autouse=True)
def own_keys() -> Iterator[None]:
    """Put the keys back."""
    yield
    apply_keys({})


@pytest.mark.case("T01")
async def test_keys_that_the_reader_moved_walk_too(plan: Plan) -> None:
    apply_keys({"down": ("z",), "last": ("Z", "X")})
    app = explorer(plan)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = main_screen(app)
        await press(pilot, "e", *["z"] * 30)
        assert screen.outline.row_of(screen.current) == 30
        await press(pilot, "down", "j", "end", "G", "home")
        assert screen.outline.row_of(screen.current) == 0
        for last in ("Z", "X"):
            await press(pilot, "home", last)
            assert screen.current == plan.nodes[-1].id


async def test_two_commands_can_change_their_keys(plan: Plan) -> None:
    apply_keys({"down": ("up", "k"), "up": ("down", "j")})
    app = explorer(plan)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "up", "k", "k", "down")
        assert app.main.outline.row_of(app.main.current) == 2


async def test_a_moved_command_has_its_unshown_keys_no_more(plan: Plan) -> None:
    apply_keys({"find": ("ctrl+t",)})
    app = explorer(plan)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", "、", "／")
        assert app.screen is app.main
        await press(pilot, "ctrl+t")
        assert isinstance(app.screen, JumpScreen)


async def test_a_key_in_place_of_the_numbers_is_typed(plan: Plan) -> None:
    apply_keys({"jump-by-number": ("x",)})
    app = explorer(plan)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "8")
        assert app.screen is app.main
        await press(pilot, "x")
        assert app.screen.query_one(Input).value == "x"


async def test_keys_of_boxes_move_too(plan: Plan, tmp_path: Path) -> None:
    moved = {"help-close": ("x",), "jump-leave": ("ctrl+x",), "note-close": ("ctrl+x",), "copy-id": ("x",)}
    apply_keys({**moved, "redraw": ("ctrl+t",)})
    app = Explorer(plan, Options(at="act.ai"), store=Store(tmp_path, ""))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark", "escape")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "x", "f", "escape")
        assert isinstance(app.screen, JumpScreen)
        await press(pilot, "ctrl+x", "i", "enter", "text:mine", "escape")
        assert app.screen is not app.main
        await press(pilot, "ctrl+x")
        assert app.screen is app.main and Store(tmp_path, "").note("act.ai") == "mine"
        await press(pilot, "y", "x")
        assert app.clipboard == "act.ai"
        redrawn: list[str] = []
        app.action_redraw = lambda: redrawn.append("")  # type: ignore[method-assign]
        await press(pilot, "f", "ctrl+l", "ctrl+t")
        assert redrawn == [""]


async def test_help_footer_menu_and_palette_show_them(plan: Plan) -> None:
    apply_keys({"jump": ("ctrl+t", "J"), "copy-id": ("ctrl+x",)})
    app = explorer(plan)
    async with app.run_test(size=(120, 60)) as pilot:
        assert "ctrl+t jump" in screen_text(app)
        assert "| `ctrl+t` `J` |" in markdown()
        await press(pilot, "colon", "text:jump")
        assert re.search(r"Jump +ctrl\+t ", screen_text(app))
        await press(pilot, "escape")
        await press(pilot, "y")
        assert "ctrl+x id" in screen_text(app)
        await press(pilot, "escape", "question_mark")
        assert "ctrl+t  J" in screen_text(app)
