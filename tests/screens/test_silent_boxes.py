"""While nobody types, an open box sends nothing: a cursor that blinks over another screen has it all sent again."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from plan_data.model.plan import Plan
from tests.support import press
from tui.app import Explorer
from tui.screens.note import PAUSE
from tui.userdata.options import Options
from tui.userdata.store import Store

TWO_BLINKS = 1.1
"""Seconds in which a cursor that blinks does so twice. That nothing comes can only be seen over a time."""


@pytest.mark.parametrize(
    "keys", [("f", "text:a"), ("colon",), ("i", "enter", "text:a"), ("E",), ("s", "slash", "text:a"), ("y",)]
)
async def test_an_open_box_writes_nothing(
    plan: Plan, tmp_path: Path, keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = Explorer(plan, Options(at="act.ai"), store=Store(tmp_path, ""))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        if keys[0] == "i":
            await press(pilot, "ctrl+s")
            # What was typed is saved, and is not saved again.
            await pilot.pause(PAUSE)
        frames: list[object] = []
        show = app._display

        def counted(screen: object, renderable: object) -> None:
            frames.append(renderable)
            show(screen, renderable)  # type: ignore[arg-type]

        monkeypatch.setattr(app, "_display", counted)
        await asyncio.sleep(TWO_BLINKS)
        assert frames == []
