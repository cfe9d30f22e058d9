"""Opening at what is no entry of the outline: a body, a person, a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_data.model.plan import Plan
from tests.support import explorer, press
from tui.app import Explorer
from tui.commands import commands_for
from tui.userdata.options import Options
from tui.userdata.store import Store

LEAVING = {"leave", "quit", "suspend", "open-address"}
"""Commands that end or stop the explorer, or open what is not ours."""


ALL_KEYS = [command.keys[0] for command in commands_for("main") if command.id() not in LEAVING]
IN_THE_OUTLINE = ["l", "h", "space", "J", "e", "alt+1", "equals_sign", "E", "U", "R", "enter"]


@pytest.mark.parametrize(
    ("id_", "size", "keys"),
    [
        ("org.moa", (80, 24), ALL_KEYS),
        ("per.huo-jianguo", (160, 50), IN_THE_OUTLINE),
        ("src.000", (60, 20), IN_THE_OUTLINE),
    ],
    ids=["body", "person", "source"],
)
async def test_every_key_can_be_pressed_at_first(plan: Plan, id_: str, size: tuple[int, int], keys: list[str]) -> None:
    """GIVEN an explorer that opens at no entry of the outline WHEN any key is pressed first THEN nothing fails."""
    for key in keys:
        app = explorer(plan, id_)
        async with app.run_test(size=size) as pilot:
            await press(pilot, key)
            assert app.main.current in plan.index, key
            await press(pilot, "escape", "escape", "escape", "j")
            assert app.main.current in plan.index, key


async def test_the_outline_stands_on_the_entry_that_was_read_before(plan: Plan, tmp_path: Path) -> None:
    store = Store(tmp_path, "here")
    first = Explorer(plan, Options(), store=store)
    async with first.run_test(size=(120, 36)) as pilot:
        await press(pilot, "f", "text:3.2", "enter", "f", "text:nongyebu", "enter")
        assert first.main.shown == "org.moa"
    again = Explorer(plan, Options(), store=Store(tmp_path, "here"))
    async with again.run_test(size=(120, 36)) as pilot:
        assert again.main.shown == "org.moa" and again.main.current == "act.agriculture.2"
        await press(pilot, "h", "h")
        assert again.main.current == "act.agriculture"
