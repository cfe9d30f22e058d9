"""A plan that is being edited: the explorer follows, and keeps the last good plan through a broken edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_data.loading.loader import load
from plan_data.loading.signature import signature
from tests.small_plan import write_plan
from tests.support import explorer, press, screen_text, wait_until


async def until(pilot: Pilot[object], text: str, there: bool = True) -> None:
    await wait_until(pilot, lambda: (text in screen_text(pilot.app)) == there)


@pytest.mark.case("B58", "M5b")
async def test_an_edit_is_followed_and_a_broken_one_told(tmp_path: Path) -> None:
    folder = write_plan(tmp_path / "plan")
    path = folder / "plan.yaml"
    good = path.read_text(encoding="utf-8")
    plan = load(folder)
    title = plan.nodes[1].title.en
    app = explorer(plan)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "j")
        path.write_text(good.replace(title, "Another title"), encoding="utf-8")
        await until(pilot, "Another title")
        path.write_text(good.replace(title, "Broken title") + "\nnonsense: [", encoding="utf-8")
        await until(pilot, "Not read again")
        assert "Broken title" not in screen_text(app)
        assert app.main.current == plan.nodes[1].id
        path.write_text(good, encoding="utf-8")
        await until(pilot, "Another title", there=False)


@pytest.mark.case("B58")
async def test_the_first_place_is_gone_to_once_and_matches_outlive_a_change(tmp_path: Path) -> None:
    folder = write_plan(tmp_path / "plan")
    app = explorer(load(folder))
    async with app.run_test(size=(120, 40)) as pilot:
        assert len(app.main.navigator.history.locations) == 1
        app.main.matches = ["gone", app.main.plan.nodes[1].id]
        await press(pilot, "R")
        await app.workers.wait_for_complete()
        await press(pilot, "n", "N")
        assert app.main.matches == [app.main.plan.nodes[1].id]


def test_a_signature_tells_files_apart(tmp_path: Path) -> None:
    folder = write_plan(tmp_path / "plan")
    before = signature(folder)
    assert before and before == signature(folder)
    (folder / "plan.yaml").write_text("x", encoding="utf-8")
    assert signature(folder) != before
    (folder / "plan.yaml").unlink()
    assert signature(folder) != before
    assert signature(tmp_path / "nowhere") == ()
