"""The note of an entry: shown, offered, written, and told when it was changed elsewhere or not saved."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from tests.support import press, screen_text
from tui.app import Explorer
from tui.screens.note import NoteScreen
from tui.userdata.options import Options
from tui.userdata.store import FILE, Store


def keeper(plan: Plan, folder: Path) -> Explorer:
    return Explorer(plan, Options(at="act.ai"), store=Store(folder, ""))


@pytest.mark.case("K06")
@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40)])
async def test_letters_write_nothing_until_enter(plan: Plan, tmp_path: Path, size: tuple[int, int]) -> None:
    app = keeper(plan, tmp_path)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "i")
        assert "No note on Art" in screen_text(app)
        await press(pilot, "b", "escape", "i", "escape", "enter")
        assert app.screen is app.main and Store(tmp_path, "").notes() == []
        Store(tmp_path, "").set_note("act.ai", "\n".join(f"line {n}" for n in range(90)))
        await press(pilot, "i", "text:xyz", "G")
        assert "line 89" in screen_text(app)
        await press(pilot, "escape")
        assert Store(tmp_path, "").note("act.ai").endswith("line 89")
        await press(pilot, "i", "enter", "text:!", "escape")
        assert Store(tmp_path, "").note("act.ai").endswith("line 89!")


@pytest.mark.case("K01")
async def test_both_texts_stand_in_the_open_note(plan: Plan, tmp_path: Path) -> None:
    app = keeper(plan, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i", "enter", "text:mine")
        Store(tmp_path, "").set_note("act.ai", "theirs")
        await press(pilot, "ctrl+s")
        shown = screen_text(app)
        assert "mine" in shown and "theirs" in shown and "changed elsewhere" in shown
        await press(pilot, "text:!", "escape")
        text = Store(tmp_path, "").note("act.ai")
        assert text.startswith("mine!") and text.endswith("theirs")


@pytest.mark.case("K02", "K03")
async def test_a_locked_store_keeps_the_text_until_it_is_saved(plan: Plan, tmp_path: Path) -> None:
    app = keeper(plan, tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
            other.execute("begin immediate")
            await press(pilot, "m", "i", "enter", "text:words", "ctrl+s")
            assert "not saved: another program" in screen_text(app)
            await press(pilot, "escape")
            assert isinstance(app.screen, NoteScreen)
            await press(pilot, "escape")
            assert app.screen is app.main and Store(tmp_path, "").notes() == []
            await press(pilot, "i")
            assert "words" in screen_text(app)
            (alert,) = app.main.alerts["act.ai"]
            assert isinstance(alert, Pair) and "is not saved: another program" in alert.en
            other.execute("commit")
        await press(pilot, "ctrl+s")
        assert Store(tmp_path, "").note("act.ai") == "words"
    assert [mark.id for mark in Store(tmp_path, "").bookmarks()] == ["act.ai"]
