"""Entries that an edit took away while the reader had them in hand, and searches that were put out."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_data.folders import data_folder
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from tests.small_plan import write_plan
from tests.support import explorer, press, screen_text
from tui.app import Explorer
from tui.userdata.history import History, Location
from tui.userdata.options import Options
from tui.userdata.store import Store

AI = (
    "        - id: act.ai\n          kind: action\n          number: 2\n"
    "          title: {zh: 人工智能, en: Artificial intelligence}\n          agencies: {rule: unknown}\n"
)
TASK = (
    "            - id: act.trade.2\n              kind: task\n              number: 1.2\n"
    "              title: {en: International e-commerce}\n"
)


def without(folder: Path) -> None:
    """Take act.ai and act.trade.2 away."""
    path = folder / "plan.yaml"
    text = path.read_text(encoding="utf-8")
    assert AI in text and TASK in text
    text = (
        text.replace(AI, "").replace(TASK, "").replace("totals: {action: 2, task: 2}", "totals: {action: 1, task: 1}")
    )
    path.write_text(text, encoding="utf-8")


async def reload(pilot: Pilot[str], folder: Path) -> None:
    without(folder)
    pilot.app.main.watcher.reload()  # type: ignore[attr-defined]
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    assert "act.ai" not in pilot.app.main.plan.index  # type: ignore[attr-defined]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_plan(tmp_path / "plan")


def opened(folder: Path, at: str = "") -> Explorer:
    store = Store(data_folder(), "small")
    return Explorer(load(folder), Options(at=at), store=store)


ACTIONS = ["n", "N", "left_square_bracket", "right_square_bracket", "equals_sign", "m", "o", "s", "full_stop", "comma",
    "enter", "escape", "J", "K", "U", "L", "r", "b", "t", "T", "a"]  # fmt: skip


@pytest.mark.case("T17")
@pytest.mark.parametrize("before", [[], ["equals_sign"], ["equals_sign", "K", "equals_sign"], ["m", "b"], ["t"], ["a"],
    ["U"], ["text:ftrade", "enter", "J"], ["s"], ["m", "b", "y"]])  # fmt: skip
async def test_no_action_stumbles_over_what_is_gone(folder: Path, before: list[str]) -> None:
    app = opened(folder, "act.ai")
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, *before)
        await reload(pilot, folder)
        for key in ACTIONS:
            await press(pilot, key)
        await press(pilot, "f", "escape", "E", "escape", "y", "c", "i", "escape")
        assert app.main.plan.get(app.main.shown) is not None
        assert all(app.main.navigator.knows(place) for place in app.main.navigator.history.locations)


@pytest.mark.case("T17")
async def test_a_comparison_of_which_one_is_gone_can_be_exported(folder: Path) -> None:
    app = opened(folder, "act.trade")
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "equals_sign", "J", "equals_sign")
        assert app.main.view == "comparison act.trade act.ai"
        await reload(pilot, folder)
        assert app.main.view == "" and app.main.current == "actions"
        assert "entry you compared is gone." in " ".join(screen_text(app).split())
        await press(pilot, "E", "escape")
        assert app.screen is app.main


@pytest.mark.case("T17")
async def test_bookmarks_of_what_is_gone_are_said_and_can_be_taken_away(folder: Path) -> None:
    app = opened(folder, "act.ai")
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "m", "K", "m", "b")
        await reload(pilot, folder)
        app.main.viewer.stand_on_target("act.ai")
        await press(pilot, "E")
        assert app.screen.ids == ["act.trade"]  # type: ignore[attr-defined]
        await press(pilot, "escape")
        assert "Left out, because no longer in this plan: act.ai" in screen_text(app)
        await press(pilot, "escape", "enter")
        assert "act.ai is no longer in this plan." in screen_text(app) and app.main.view == "kept"
        await press(pilot, "m")
        assert app.main.bookmarked == ("act.trade",)


@pytest.mark.case("T17")
async def test_back_skips_what_is_gone_and_matches_forget_it(folder: Path) -> None:
    app = opened(folder, "act.trade.1")
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "f", "text:act.trade.2", "enter", "f", "text:act.ai", "enter", "f", "text:mea.1.1", "enter")
        app.main.matches = ["act.ai", "act.trade.2"]
        await reload(pilot, folder)
        assert app.main.matches == [] and "matches" not in screen_text(app)
        await press(pilot, "left_square_bracket")
        assert app.main.current == "act.trade.1"


@pytest.mark.case("T17")
async def test_the_cursor_of_a_view_stays_on_its_row_and_a_filter_stays(folder: Path) -> None:
    app = opened(folder, "act.trade")
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "m", "J", "m", "K", "U", "b")
        app.main.viewer.stand_on_target("act.trade")
        await reload(pilot, folder)
        assert app.main.viewer.target == "act.trade" and app.main.outline.only is not None


@pytest.mark.case("T17")
def test_a_history_keeps_its_place_and_doubles_nothing() -> None:
    history = History()
    for id_ in ("a", "gone", "a", "b", "gone"):
        history.add(Location(id_))
    history.go(-1)
    history.keep(lambda place: place.id != "gone")
    assert history.locations == [Location("a"), Location("b")] and history.cursor == 1
    history.keep(lambda place: False)
    assert history.locations == [] and history.cursor == -1


@pytest.mark.case("T17")
async def test_a_search_that_was_put_out_leaves_no_matches(plan: Plan) -> None:
    app = explorer(plan, "act.ecommerce")
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "s", "slash", "text:the", "enter")
        assert app.main.source_pane.hits
        await press(pilot, "n", "n", "escape")
        assert not app.main.source_pane.hits
        for _ in range(6):
            await press(pilot, "full_stop", "n", "N")
        assert app.main.source_pane.sought == ""


@pytest.mark.case("T17")
async def test_a_search_that_stays_lit_is_of_the_page_that_is_shown(plan: Plan) -> None:
    app = explorer(plan, "act.ecommerce")
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "s", "slash", "text:the", "enter", "N")
        for key in ("full_stop", "L", "space", "comma", "L", "R", "question_mark", "escape", "z"):
            await press(pilot, key)
            await app.workers.wait_for_complete()
            reader = app.main.source_pane
            assert all(0 <= hit < len(reader.blocks) for hit in reader.hits) and reader.hit < len(reader.hits)
            await press(pilot, "n", "N")


@pytest.mark.case("T18")
@pytest.mark.parametrize("leave", [["j", "enter"], ["q"]])
async def test_picking_leaves_the_saved_place_alone(plan: Plan, leave: list[str]) -> None:
    def app(pick: bool = False) -> Explorer:
        return Explorer(plan, Options(pick=pick), store=Store(data_folder(), "pick"))

    async with (first := app()).run_test(size=(100, 30)) as pilot:
        await press(pilot, "8", "enter", "L", "s")
        place, lang = first.main.navigator.location, first.main.lang
        await press(pilot, "Q")
    before = Store(data_folder(), "pick").state()
    async with app(pick=True).run_test(size=(100, 30)) as pilot:
        await press(pilot, "escape", "escape", "G", "e", "L", *leave)
    assert Store(data_folder(), "pick").state() == before and before["lang"] == lang
    async with (again := app()).run_test(size=(100, 30)) as pilot:
        assert again.main.navigator.location == place
