"""A walk that presses random keys at random sizes: no traceback, no lost cursor, no stuck screen."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_data.model.plan import Plan
from tui.app import Explorer
from tui.commands import all_commands
from tui.screens.main import MainScreen
from tui.userdata.options import Options
from tui.userdata.store import Store

LEGS = 3
"""How often a walk is begun or taken up again."""
STEPS = int(os.environ.get("WALK_STEPS", "150"))
FIRST = int(os.environ.get("WALK_FIRST", "0"))
"""The first seed: the same each day, another in each long run."""
SEEDS = range(FIRST, FIRST + int(os.environ.get("WALK_SEEDS", "1")))
LEAVING = {"q", "Q", "ctrl+q", "ctrl+p", "colon", "o"}
"""Keys that end the walk, or that open what is not ours."""
SIZES = [(40, 12), (40, 15), (60, 16), (80, 24), (120, 40), (200, 60), (20, 5), (1, 1)]
TYPED = ["a", "r", "t", "i", "人", "1", ".", " ", "[", "/", "z"]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.case("B47", "B59", "N11")
async def test_random_keys(plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """Each walk is left and taken up again, where it was left, some times."""
    # A walk may export a file into the current folder.
    monkeypatch.chdir(tmp_path)
    chance = random.Random(seed)
    keys = sorted({key for command in all_commands() for key in command.keys} - LEAVING)
    starts = [*(node.id for node in plan.nodes), *plan.bodies, *plan.sources, *plan.quotes]
    place = chance.choice(starts)
    pressed: list[str] = []
    for _ in range(LEGS):
        app = Explorer(plan, Options(at=place, lang=chance.choice(["en", "zh", "both"])), store=Store(tmp_path, "walk"))
        async with app.run_test(size=chance.choice(SIZES)) as pilot:
            for _ in range(STEPS // LEGS):
                await press_any(pilot, chance, keys, pressed)
                assert app.is_running, pressed
                assert app.main.current in plan.index, pressed
                assert app.main.outline.row_of(app.main.current) >= 0, pressed
                assert plan.get(app.main.shown) is not None, pressed
        place = ""
        pressed.append("left")
    async with Explorer(plan, Options(), store=Store(tmp_path, "walk")).run_test(size=(100, 30)) as pilot:
        main = pilot.app.main  # type: ignore[attr-defined]
        # Escape always leads back to the outline, from wherever the walk ended.
        for _ in range(12):
            await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is main and main.focused_pane == "outline", pressed[-20:]
        before = main.current
        await pilot.press("G", "k", "j")
        assert main.current != before or before == plan.nodes[main.outline.rows[-1]].id


async def press_any(pilot: Pilot[str], chance: random.Random, keys: list[str], pressed: list[str]) -> None:
    """Press a key by chance, now and then in a window of another size."""
    if chance.random() < 0.04:
        size = chance.choice(SIZES)
        pressed.append(f"{size[0]}x{size[1]}")
        await pilot.resize_terminal(*size)
    in_a_box = not isinstance(pilot.app.screen, MainScreen)
    pressed.append(chance.choice(TYPED if in_a_box and chance.random() < 0.5 else keys))
    try:
        await pilot.press(pressed[-1])
    except Exception:
        print(pressed[-40:])
        raise
