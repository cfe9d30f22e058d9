"""Bookmarks, notes and the saved place, as a reader uses them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from plan_data.folders import data_folder
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from tests.output import run
from tests.support import press, screen_lines, screen_text, wait_until
from tui.app import Explorer
from tui.userdata.options import Options
from tui.userdata.store import Store

ROOT = Path(__file__).parents[2]
SIZES = [(40, 15), (80, 24), (120, 40)]


def keeper(plan: Plan, folder: Path, at: str = "") -> Explorer:
    """An explorer with a store in a folder."""
    return Explorer(plan, Options(at=at), store=Store(folder, ""))


@pytest.mark.parametrize("size", SIZES)
async def test_a_bookmark_is_set_shown_and_taken_away(plan: Plan, tmp_path: Path, size: tuple[int, int]) -> None:
    app = keeper(plan, tmp_path, "act.energy")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "m")
        assert [mark.id for mark in Store(tmp_path, "").bookmarks()] == ["act.energy"]
        if size[0] < 80:
            await press(pilot, "escape")
        assert any("4 Smart energy" in line and " & " in line for line in screen_lines(app))
        await press(pilot, "b")
        assert "Bookmarks and notes" in screen_text(app) and "Smart energy" in screen_text(app)
        await press(pilot, "enter")
        assert app.main.current == "act.energy" and not app.main.view
        await press(pilot, "m")
        assert Store(tmp_path, "").bookmarks() == []


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_is_written_and_saved_as_one_writes(plan: Plan, tmp_path: Path, size: tuple[int, int]) -> None:
    app = keeper(plan, tmp_path, "act.ai")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "i")
        assert "No note on Artificial" in screen_text(app) and app.screen is app.main
        await press(pilot, "enter")
        assert re.search(r"» Note, writing +11 Artificial (intelligence|\.\.)", screen_text(app))
        assert "an empty note is deleted" in " ".join(screen_text(app).split())
        await press(pilot, "text:q is a letter", "enter", "slash", "y")
        await wait_until(pilot, lambda: Store(tmp_path, "").note("act.ai") == "q is a letter\n/y")
        await wait_until(pilot, lambda: "saved" in screen_text(app))
        await press(pilot, "text: more", "escape")
        assert app.screen is app.main
        assert Store(tmp_path, "").note("act.ai") == "q is a letter\n/y more"
        await press(pilot, "b")
        assert "q is a letter" in screen_text(app)


async def test_a_note_is_found_by_the_jump_box_and_the_filter(plan: Plan, tmp_path: Path) -> None:
    Store(tmp_path, "").set_note("act.ai", "ask about zebras\nand 斑马")
    app = keeper(plan, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "f", "text:zebra")
        assert "In your notes" in screen_text(app)
        await press(pilot, "enter")
        assert app.main.current == "act.ai"
        await press(pilot, "b", "slash", "text:zebra")
        assert "ask about zebras" in screen_text(app)
        await press(pilot, "text:x")
        assert "ask about zebras" not in screen_text(app)


@pytest.mark.case("B50")
async def test_leaving_in_the_midst_of_a_note_saves_it(plan: Plan, tmp_path: Path) -> None:
    app = keeper(plan, tmp_path, "act.ai")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i", "enter", "text:unsaved")
        app.exit(return_code=143)
        await pilot.pause()
    assert Store(tmp_path, "").note("act.ai") == "unsaved"


@pytest.mark.case("B54")
async def test_a_note_that_cannot_be_saved_stays_open_and_says_so(plan: Plan, tmp_path: Path) -> None:
    app = keeper(plan, tmp_path, "act.ai")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "i", "enter", "text:words")
        app.main.store._problem = Pair("the disk is full", "磁盘已满")
        await press(pilot, "escape")
        await wait_until(pilot, lambda: "the disk is full" in screen_text(app))
        assert app.screen is not app.main
        await press(pilot, "escape")
        assert app.screen is app.main


@pytest.mark.case("B54")
async def test_without_a_store_the_keys_say_so(plan: Plan) -> None:
    app = Explorer(plan, Options(at="act.ai"))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "i")
        await wait_until(pilot, lambda: "nothing can be saved here" in screen_text(app))
        assert app.screen is app.main
        await press(pilot, "m")
        assert app.main.outline.saved == set()


async def test_the_place_comes_back_at_the_next_start(plan: Plan, tmp_path: Path) -> None:
    app = keeper(plan, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "8", "enter", "l", "s", "full_stop", "L")
        place, folds, lang = app.main.navigator.location, bytes(app.main.outline.open), app.main.lang
        assert place.at == "q.000.25"
    again = keeper(plan, tmp_path)
    async with again.run_test(size=(120, 40)) as pilot:
        assert again.main.navigator.location == place
        assert bytes(again.main.outline.open) == folds
        assert Store(tmp_path, "").state()["lang"] == lang
        await press(pilot, "left_square_bracket", "left_square_bracket")
        assert again.main.current == "root"


async def test_a_view_comes_back_too(plan: Plan, tmp_path: Path) -> None:
    app = keeper(plan, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "S", "j", "j", "l")
        target = app.main.viewer.target
    again = keeper(plan, tmp_path)
    async with again.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert again.main.view == "evidence" and again.main.viewer.target == target


async def test_a_given_place_goes_before_the_kept_one(plan: Plan, tmp_path: Path) -> None:
    app = keeper(plan, tmp_path, "act.ai")
    async with app.run_test(size=(80, 24)):
        pass
    again = keeper(plan, tmp_path, "act.energy")
    async with again.run_test(size=(80, 24)):
        assert again.main.current == "act.energy"


@pytest.mark.parametrize(
    "state",
    [
        {"place": ["gone", "", "", ""], "open": ["gone", 7, None], "history": [["x"], 3, None]},
        {"place": 7, "open": "x", "history": {}},
        {"place": ["act.ai", "q.gone", "", ""]},
        {"place": ["act.ai", "", "nonsense", ""]},
    ],
)
async def test_a_kept_place_that_is_gone_does_no_harm(plan: Plan, tmp_path: Path, state: dict[str, object]) -> None:
    Store(tmp_path, "").set_state(state)
    app = keeper(plan, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "k", "left_square_bracket")
        assert app.main.current in plan.index


class TestPrinted:
    def test_notes_with_the_quotes_of_their_nodes(self, plan: Plan) -> None:
        store = Store(data_folder(), "")
        store.set_note("tgt.ecommerce-2016", "Whose number?\n\x1b[31mred")
        store.set_note("act.agriculture.1", "*check*")
        done = run("notes", "--format", "json")
        kept = json.loads(done.stdout)
        assert kept["schema"] == 1
        assert [note["id"] for note in kept["notes"]] == ["act.agriculture.1", "tgt.ecommerce-2016"]
        assert "q.000.25" in [quote["id"] for quote in kept["notes"][1]["quotes"]]
        text = run("notes")
        assert "Whose number?" in text.stdout and "22 trillion yuan" in text.stdout and "\x1b" not in text.stdout
        md = run("notes", "--format", "md").stdout
        assert "[no source\\]" in md and "*check*" in md and "> by the end of 2016" in md and "\x1b" not in md

    def test_bookmarks(self) -> None:
        store = Store(data_folder(), "")
        store.set_bookmark("act.ai", True)
        store.set_bookmark("org.moa", True)
        assert [line.split()[-1] for line in run("bookmarks").stdout.splitlines()] == ["org.moa", "act.ai"]
        assert [m["id"] for m in json.loads(run("bookmarks", "--format", "json").stdout)["bookmarks"]] == [
            "org.moa",
            "act.ai",
        ]

    def test_none_is_no_error(self) -> None:
        for command in ("notes", "bookmarks"):
            done = run(command)
            assert (done.returncode, done.stdout) == (0, "") and done.stderr.startswith(f"no {command} yet; press ")

    @pytest.mark.case("B55")
    def test_a_damaged_store_is_told_and_nothing_is_printed(self) -> None:
        data_folder().mkdir(parents=True)
        (data_folder() / "notes.db").write_bytes(b"x" * 4000)
        done = run("notes")
        assert done.returncode == 0 and done.stdout == "" and "renamed" in done.stderr
