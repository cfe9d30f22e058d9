"""Escape while a file is written: given up before it begins, said where it has begun."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from plan_data.exports import atomic_write, formats
from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_text


@pytest.mark.case("T17")
@pytest.mark.parametrize("begun", [False, True])
async def test_escape_while_a_file_is_written(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begun: bool
) -> None:
    """GIVEN an export that is being made or written WHEN Escape is pressed THEN what became of it is said."""
    there, go_on = threading.Event(), threading.Event()
    module, name = (atomic_write, "write") if begun else (formats, "exported")
    real = getattr(module, name)

    def slow(*args: Any, **options: Any) -> Any:
        there.set()
        go_on.wait()
        return real(*args, **options)

    monkeypatch.setattr(module, name, slow)
    path = tmp_path / "a.md"
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await press(pilot, "E")
        app.screen.query_one("Input").value = str(path)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        while not there.is_set():
            await pilot.pause()
        await press(pilot, "escape")
        assert app.screen is app.main
        assert ("Still writing" if begun else "Nothing was written") in screen_text(app)
        go_on.set()
        await app.workers.wait_for_complete()
        while begun and "Written:" not in screen_text(app):
            await pilot.pause()
    assert path.exists() == begun and not list(tmp_path.glob(".*"))
