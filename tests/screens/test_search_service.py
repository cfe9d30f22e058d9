"""The index of a large plan is made beside the walking, and the jump box waits for it without holding anything up."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from pathlib import Path

import pytest

from benchmarks.made_up import made_up
from plan_data.cache.database import Database
from plan_data.copies import opening
from plan_data.labels.index_notices import MADE_ANEW
from plan_data.model.plan import Plan
from plan_data.search import item_scan, tables
from tests.small_plan import write_plan
from tests.support import explorer, wait_until
from tui.app import Explorer
from tui.screens.jump_box import JumpScreen
from tui.screens.search_service import SMALL
from tui.userdata.options import Options


@pytest.fixture(scope="module")
def large(plan: Plan) -> Plan:
    """A plan that is in no file."""
    return made_up(SMALL + 500, plan)


def jump_box(app: Explorer) -> JumpScreen:
    assert isinstance(app.screen, JumpScreen)
    return app.screen


def count_of(box: JumpScreen) -> str:
    return str(box.query_one("#box-count").render())


class Builder:
    """Another process that has not ended."""

    def __init__(self) -> None:
        self.is_working = True
        self.made: Database | None = None

    def database(self) -> Database | None:
        return self.made


@pytest.mark.parametrize("has_file", [True, False])
async def test_the_jump_box_waits_for_the_index_of_a_large_plan(plan: Plan, has_file: bool) -> None:
    """GIVEN an index that takes long WHEN a query is typed meanwhile THEN it is said, and answered when it is there."""
    large = made_up(SMALL + 500, plan)
    builder = large.builder = Builder()  # type: ignore[assignment]
    app = explorer(large)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "f", *"n.77")
        box = jump_box(app)
        assert not box.hits and "getting ready" in count_of(box)
        builder.made = tables.in_memory(large) if has_file else None
        builder.is_working = False
        await wait_until(pilot, lambda: box.hits)
        assert box.hits[0].id == "n.77" and (large.database is builder.made)
        await pilot.press("enter")
        assert app.main.current == "n.77"


async def test_where_no_file_can_be_written_keys_are_answered_meanwhile(
    large: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(of: Plan) -> Database:
        assert threading.current_thread() is not threading.main_thread()
        go_on.wait()
        return tables.in_memory(of)

    monkeypatch.setattr("plan_data.search.index.in_memory", slow)
    app = explorer(large)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "f", *"n.77")
        box = jump_box(app)
        assert not box.hits and "getting ready" in count_of(box)
        go_on.set()
        await wait_until(pilot, lambda: box.hits)
        assert box.hits[0].id == "n.77"


async def test_a_small_plan_has_its_index_on_the_spot(plan: Plan) -> None:
    app = explorer(plan)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f", *"rgzn")
        assert jump_box(app).hits[0].id == "act.ai"


async def test_an_open_box_finds_in_the_plan_that_was_read_again(plan: Plan, large: Plan) -> None:
    """GIVEN an open box, WHEN the plan is read again meanwhile, THEN what is typed is looked for in the new one."""
    app = explorer(large)
    newer = made_up(SMALL - 100, plan)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f", *"n.1400")
        await wait_until(pilot, lambda: jump_box(app).hits)
        app.main._take_plan(newer, [])
        assert jump_box(app).hits == []
        await pilot.press("backspace")
        assert jump_box(app).hits[0].id == "n.140"


async def test_a_plan_that_was_read_again_is_let_go(plan: Plan) -> None:
    """GIVEN a plan whose card, quotes and search were used, WHEN it is read again, THEN the old one takes no memory."""
    old = made_up(300, plan)
    app = explorer(old)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "enter", "s", "f", *"n.7", "escape", "escape")
        seen, interval = weakref.ref(old), sys.getswitchinterval()
        del old
        app.main._take_plan(made_up(300, plan), [])
        await wait_until(pilot, lambda: gc.collect() >= 0 and seen() is None)
        assert gc.isenabled() and sys.getswitchinterval() == interval


async def test_a_file_that_turns_out_to_be_damaged_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GIVEN an open plan, WHEN its index file is overwritten, THEN nothing changes but that it is told."""
    monkeypatch.setattr("plan_data.cache.index_file.REST", -1.0)
    monkeypatch.setattr("tui.screens.plan_watcher.LOOK_EVERY", 0.05)
    folder = write_plan(tmp_path)
    opening.load_with_copies(folder, max_bytes=10**6)
    plan = opening.load_with_copies(folder, max_bytes=10**6)[0]
    assert plan.database is not None
    path = opening.file_with_copies(folder, 10**6).path
    assert path is not None
    app = Explorer(plan, Options(folder=folder))
    async with app.run_test(size=(100, 30)) as pilot:
        with path.open("r+b") as file:
            file.write(b"\xff" * path.stat().st_size)
        await pilot.press("f", *"trade", "enter")
        await wait_until(pilot, lambda: any(MADE_ANEW["damaged"] in said for said in app.main.alerts.values()))
        assert app.main.shown == "act.trade"


async def test_without_fts_it_is_said_where_one_searches_a_large_plan(
    plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "FTS", "CREATE VIRTUAL TABLE token USING fts_of_no_python(tokens)")
    monkeypatch.setattr(item_scan, "LARGE", 50)
    tables.has_fts.cache_clear()
    app = explorer(plan)
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f")
            assert "FTS5" in str(jump_box(app).list.blocks[0])
            await pilot.press(*"logistics", "enter")
            assert app.main.shown == "act.logistics"
    finally:
        tables.has_fts.cache_clear()
