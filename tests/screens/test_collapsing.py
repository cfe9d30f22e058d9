"""Panes that collapse, grow and come back, and the way back by Escape and q: what a reader does at the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_lines, screen_text, wait_until
from tui.app import Explorer
from tui.userdata.options import Options
from tui.userdata.store import Store

LAYOUTS = [(80, 24), (120, 36), (160, 50)]


@pytest.mark.parametrize("size", LAYOUTS)
async def test_minus_leaves_the_title_bar_which_tells_the_path(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan, "act.ai.1")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "minus")
        path = "Key actions > 11 Artificial intelligence > 11.1 New AI industries"
        assert f"Outline  {path} " in screen_lines(app)[0]
        assert "Entrepreneurship and innovation" not in screen_text(app)
        assert app.main.focused_pane == "card" and app.main.card.has_focus
        assert "+ outline" in screen_lines(app)[-1]
        await press(pilot, "plus")
        assert app.main.focused_pane == "outline" and app.main.outline.has_focus
        assert "Entrepreneurship" in screen_text(app)


@pytest.mark.parametrize("size", LAYOUTS)
async def test_the_last_open_pane_stays_and_says_so(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "minus", "minus", "minus", "minus")
        assert "last open pane stays" in screen_lines(app)[-1]
        assert len(app.main.arranger.window.open) == 1


async def test_plus_opens_the_pane_that_was_collapsed_last_then_the_one_before(plan: Plan) -> None:
    app = explorer(plan)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "minus")
        assert app.main.arranger.collapsed == ["source", "outline"]
        await press(pilot, "plus")
        assert app.main.arranger.collapsed == ["source"] and app.main.focused_pane == "outline"
        await press(pilot, "plus")
        assert app.main.arranger.collapsed == [] and app.main.focused_pane == "source"
        await press(pilot, "plus")
        assert "No pane is collapsed" in screen_lines(app)[-1]


async def test_a_bar_reached_by_tab_opens_by_enter(plan: Plan) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "tab", "tab")
        bar = app.main.bars["source"]
        assert bar.has_focus and "»▸ Source  NDRC and MIIT Provide Detail" in screen_text(app)
        assert "enter open the pane" in screen_lines(app)[-1]
        await press(pilot, "enter")
        await wait_until(pilot, lambda: app.main.source_pane.has_focus)
        assert "»▾ Source" in screen_text(app)


@pytest.mark.parametrize("size", LAYOUTS)
async def test_a_click_on_the_sign_folds_a_pane_and_a_click_on_its_bar_brings_it_back(
    plan: Plan, size: tuple[int, int]
) -> None:
    app = explorer(plan)
    async with app.run_test(size=size) as pilot:
        await pilot.click("#outline-bar", offset=(1, 0))
        await wait_until(pilot, lambda: "outline" in app.main.arranger.collapsed)
        assert "▸ Outline" in screen_lines(app)[0]
        await pilot.click("#outline-bar", offset=(1, 0))
        await wait_until(pilot, lambda: app.main.outline.has_focus)
        assert "»▾ Outline" in screen_lines(app)[0]


@pytest.mark.parametrize("size", [(40, 15), (60, 20)])
async def test_a_window_of_one_pane_says_that_it_is(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "minus")
        assert "one pane at a time" in screen_lines(app)[-1]
        assert app.main.arranger.chosen is None


@pytest.mark.parametrize("size", LAYOUTS)
async def test_what_is_collapsed_and_how_large_it_is_comes_back_at_the_next_start(
    plan: Plan, tmp_path: Path, size: tuple[int, int]
) -> None:
    first = Explorer(plan, Options(), store=Store(tmp_path, ""))
    async with first.run_test(size=size) as pilot:
        await press(pilot, "greater_than_sign", "minus")
    second = Explorer(plan, Options(), store=Store(tmp_path, ""))
    async with second.run_test(size=size) as pilot:
        assert "Entrepreneurship" not in screen_text(second) and second.main.focused_pane == "card"
        await press(pilot, "plus")
        assert second.main.outline.size.width == first.main.arranger.outline > 31


async def test_readers_of_the_first_release_find_the_source_open_as_they_left_it(plan: Plan, tmp_path: Path) -> None:
    store = Store(tmp_path, "")
    store.set_state({"place": ["act.ai", "", "", ""], "open": ["root"], "lang": "en", "history": []})
    app = Explorer(plan, Options(), store=Store(tmp_path, ""))
    async with app.run_test(size=(120, 36)):
        assert app.main.arranger.collapsed == [] and app.main.source_pane.display


@pytest.mark.parametrize("state", [{"panes": 3}, {"panes": {"collapsed": [["x"]], "sizes": "a"}}])
async def test_a_damaged_state_of_the_panes_does_no_harm(plan: Plan, tmp_path: Path, state: dict[str, object]) -> None:
    Store(tmp_path, "").set_state(state)
    app = Explorer(plan, Options(), store=Store(tmp_path, ""))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "minus", "plus")
        assert app.main.outline.has_focus


async def test_s_opens_a_collapsed_source_and_escape_collapses_it_again(plan: Plan) -> None:
    app = explorer(plan, "act.agriculture")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "s")
        await wait_until(pilot, lambda: app.main.source_pane.has_focus)
        assert app.main.arranger.is_open("source")
        await press(pilot, "escape")
        assert app.main.outline.has_focus and not app.main.arranger.is_open("source")
        await press(pilot, "enter", "s", "escape")
        assert app.main.card.has_focus


@pytest.mark.parametrize("size", LAYOUTS)
async def test_a_window_that_changes_its_size_keeps_a_pane_with_the_focus(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "minus")
        for width, height in ((120, 36), (40, 12), (80, 24), (160, 50), (45, 15), size):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert "Artificial intelligence" in screen_text(app)
            assert app.main.focused is not None and app.main.focused.display


class TestGoingBack:
    """Escape undoes one thing; q does the same up to the view, and leaves where there is nothing to undo."""

    @pytest.mark.parametrize("key", ["escape", "q"])
    @pytest.mark.parametrize("size", [(60, 20), *LAYOUTS])
    async def test_what_a_view_opened_leads_back_to_its_row(self, plan: Plan, size: tuple[int, int], key: str) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "t", *["down"] * 30)
            before = screen_text(app)
            target = app.main.viewer.target
            await press(pilot, "enter")
            assert not app.main.view and app.main.focused_pane == ("card" if size[0] < 80 else "outline")
            await press(pilot, key)
            assert app.main.view == "timeline" and app.main.viewer.target == target
            assert screen_text(app) == before

    async def test_a_source_opened_behind_it_is_closed_first(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "t", "down", "down", "enter", "s", "escape")
            assert not app.main.view and not app.main.at
            await press(pilot, "escape")
            assert app.main.view == "timeline"
            await press(pilot, "escape")
            assert not app.main.view
            await press(pilot, "escape")
            assert not app.main.view and app.main.outline.has_focus

    async def test_one_thing_after_the_other(self, plan: Plan) -> None:
        app = explorer(plan, "act.ai")
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "enter", "s", "z", "slash", "text:intel", "enter")
            screen = app.main
            await press(pilot, "escape")
            assert not screen.source_pane.sought and screen.arranger.enlarged
            await press(pilot, "escape")
            assert not screen.arranger.enlarged and screen.at
            await press(pilot, "escape")
            assert not screen.at and screen.card.has_focus
            await press(pilot, "escape")
            assert screen.outline.has_focus and screen.shown == "act.ai"
            before = screen_text(app)
            await press(pilot, "escape")
            assert screen_text(app) == before

    @pytest.mark.parametrize("size", [(60, 20), *LAYOUTS])
    async def test_q_leaves_from_the_outline_alone(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan, "act.ai")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "tab" if size[0] < 80 else "g", "enter", "q")
            assert app.is_running and app.main.focused_pane == "outline"
            await press(pilot, "q")
            assert app._exit

    @pytest.mark.parametrize("size", [(40, 15), (60, 20)])
    async def test_q_leaves_from_the_first_card_of_a_narrow_window(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            assert app.main.focused_pane == "card"
            await press(pilot, "q")
            assert app._exit

    async def test_q_leaves_from_a_card_whose_outline_is_collapsed(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "minus", "q")
            assert app._exit


class TestAnswers:
    """What is said in the footer's row."""

    @pytest.mark.parametrize("size", [(40, 15), *LAYOUTS])
    async def test_an_answer_lasts_until_the_next_key(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "left_square_bracket")
            assert "No earlier place." in screen_lines(app)[-1]
            await press(pilot, "down")
            await wait_until(pilot, lambda: "No earlier place." not in screen_text(app))

    @pytest.mark.parametrize("size", [(40, 15), *LAYOUTS])
    async def test_a_long_answer_is_shown_whole(self, plan: Plan, tmp_path: Path, size: tuple[int, int]) -> None:
        app = Explorer(plan, Options(at="act.ecommerce.4"), store=Store(tmp_path, ""))
        async with app.run_test(size=size) as pilot:
            await press(pilot, "i")
            words = " ".join(screen_text(app).split())
            assert "Enter writes one, esc closes." in words and app.main.said.split(".")[0] in words

    @pytest.mark.parametrize("size", [(40, 15), *LAYOUTS])
    async def test_what_matters_stays_until_escape(self, plan: Plan, size: tuple[int, int]) -> None:
        app = Explorer(plan, Options(), messages=["The copy of the document was damaged, and is left out."])
        async with app.run_test(size=size) as pilot:
            await press(pilot, "down", "down")
            words = " ".join(screen_text(app).split())
            assert "The copy of the document was damaged, and is left out." in words
            await press(pilot, "escape")
            assert "damaged" not in screen_text(app)
