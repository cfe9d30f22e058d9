"""The index of a large plan is made beside the walking, and the jump box waits for it without holding anything up."""

from __future__ import annotations

import gc
import sys
import threading

import pytest

from benchmarks.made_up import made_up
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex
from tests.support import explorer, wait_until
from tui.screens.jump_box import JumpScreen
from tui.screens.search_service import SMALL, SearchService


@pytest.fixture(scope="module")
def large(plan: Plan) -> Plan:
    return made_up(SMALL + 500, plan)


async def test_the_jump_box_waits_for_the_index_of_a_large_plan(large: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """GIVEN an index that takes long WHEN a query is typed meanwhile THEN it is said, and answered when it is there."""
    go_on = threading.Event()
    whole = SearchIndex.__init__

    def slow(self: SearchIndex, of: Plan) -> None:
        go_on.wait()
        whole(self, of)

    monkeypatch.setattr(SearchIndex, "__init__", slow)
    app = explorer(large)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "f", *"n.77")
        box = app.screen
        assert isinstance(box, JumpScreen) and not box.hits
        assert "getting ready" in str(box.query_one("#box-count").render())
        go_on.set()
        await wait_until(pilot, lambda: box.hits)
        assert box.hits[0].id == "n.77"
        await pilot.press("enter")
        assert app.main.current == "n.77"


def test_the_collector_and_the_switching_are_put_back(large: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    service = SearchService()
    interval, done = sys.getswitchinterval(), []
    make = SearchIndex.make

    def watched(self: SearchIndex) -> None:
        done.append(gc.isenabled())
        make(self)

    monkeypatch.setattr(SearchIndex, "make", watched)
    thread = service.make(large)
    assert thread.daemon
    thread.join(60)
    assert done == [False] and gc.isenabled() and sys.getswitchinterval() == interval
    index = service.index(large)
    assert index is not None and index is service.index(large)
    gc.unfreeze()


def test_a_small_plan_has_its_index_on_the_spot(plan: Plan) -> None:
    assert SearchService().index(plan) is not None


def test_an_index_that_is_ready_late_does_not_take_the_place_of_a_newer_plans(
    large: Plan, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GIVEN two plans that are opened soon after each other WHEN the older index is ready last THEN the newer stays."""
    newer = made_up(SMALL + 600, plan)
    go_on, whole = threading.Event(), SearchIndex.__init__

    def slow(self: SearchIndex, of: Plan) -> None:
        if of is large:
            go_on.wait()
        whole(self, of)

    monkeypatch.setattr(SearchIndex, "__init__", slow)
    service = SearchService()
    threads = [service.make(large), service.make(newer)]
    threads[1].join()
    index = service.index(newer)
    go_on.set()
    threads[0].join()
    assert index is not None and service.index(newer) is index and service.index(large) is None
    gc.unfreeze()
