"""Exporting from the explorer, by the keys that a reader would press."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_data.exports.entries import branch
from plan_data.exports.formats import exported
from plan_data.model.plan import Plan
from tests.support import explorer, screen_text, wait_until


async def typed(pilot: Pilot[str], name: str) -> None:
    """Put a file name into the line and press Enter."""
    pilot.app.screen.query_one("Input").value = name  # type: ignore[attr-defined]
    await pilot.press("enter")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_the_branch_is_written_and_said(plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = explorer(plan, "act.energy")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("E")
        await wait_until(pilot, lambda: app.screen.query("Input"))
        assert app.screen.query_one("Input").value == "act.energy.md"  # type: ignore[attr-defined]
        await typed(pilot, "act.energy.md")
        assert app.screen is app.main
    assert (tmp_path / "act.energy.md").read_text(encoding="utf-8") == exported(
        plan, "md", branch(plan, "act.energy"), "en"
    )


@pytest.mark.case("B56")
async def test_a_file_that_is_there_is_asked_about(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "mine.bib"
    path.write_text("mine")
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("E")
        await wait_until(pilot, lambda: app.screen.query("Input"))
        await typed(pilot, str(path))
        assert path.read_text() == "mine" and "exists" in screen_text(app)
        await typed(pilot, str(path))
        assert path.read_text().startswith("@") and app.screen is app.main


@pytest.mark.parametrize("name", ["x.doc", "x", "", "missing/x.md"])
@pytest.mark.case("B56")
async def test_what_cannot_be_written_is_said(plan: Plan, tmp_path: Path, name: str) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("E")
        await wait_until(pilot, lambda: app.screen.query("Input"))
        await typed(pilot, str(tmp_path / name) if name else "")
        text = screen_text(app)
        assert "The file name must end in one of" in text or "Not written: No such file" in text
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.main and not list(tmp_path.iterdir())


async def test_a_view_is_exported_as_its_table(plan: Plan, tmp_path: Path) -> None:
    app = explorer(plan)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("T", "E")
        await wait_until(pilot, lambda: app.screen.query("Input"))
        assert app.screen.query_one("Input").value == "targets.csv"  # type: ignore[attr-defined]
        await typed(pilot, str(tmp_path / "t.csv"))
    with (tmp_path / "t.csv").open(newline="", encoding="utf-8") as file:
        assert [row["id"] for row in csv.DictReader(file)] == [node.id for node in plan.of_kind("target")]
