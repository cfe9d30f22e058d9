"""A walk that presses random keys at random sizes: no traceback, no lost cursor, no stuck screen."""

from __future__ import annotations

import os
import random

import pytest

from plan_data.model.plan import Plan
from tests.support import explorer
from tui.commands import all_commands
from tui.screens.main import MainScreen

STEPS = int(os.environ.get("WALK_STEPS", "150"))
FIRST = int(os.environ.get("WALK_FIRST", "0"))
"""The first seed: the same each day, another in each long run."""
SEEDS = range(FIRST, FIRST + int(os.environ.get("WALK_SEEDS", "2")))
LEAVING = {"q", "Q", "ctrl+q", "ctrl+p", "colon", "o"}
"""Keys that end the walk, or that open what is not ours."""
SIZES = [(40, 12), (40, 15), (60, 16), (80, 24), (120, 40), (200, 60), (20, 5), (1, 1)]
TYPED = ["a", "r", "t", "i", "人", "1", ".", " ", "[", "/", "z"]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.case("B47", "B59", "N11")
async def test_random_keys(plan: Plan, seed: int) -> None:
    chance = random.Random(seed)
    keys = sorted({key for command in all_commands() for key in command.keys} - LEAVING)
    starts = [*(node.id for node in plan.nodes), *plan.bodies, *plan.sources, *plan.quotes]
    app = explorer(plan, chance.choice(starts), chance.choice(["en", "zh", "both"]))
    pressed: list[str] = []
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(STEPS):
            if chance.random() < 0.04:
                size = chance.choice(SIZES)
                pressed.append(f"{size[0]}x{size[1]}")
                await pilot.resize_terminal(*size)
            key = chance.choice(TYPED if not isinstance(app.screen, MainScreen) and chance.random() < 0.5 else keys)
            pressed.append(key)
            try:
                await pilot.press(key)
            except Exception:
                print(seed, pressed[-40:])
                raise
            main = app.main
            assert app.is_running, pressed
            assert main.current in plan.index, pressed
            assert main.outline.row_of(main.current) >= 0, pressed
            assert plan.get(main.shown) is not None, pressed
        # Escape always leads back to the outline, from wherever the walk ended.
        await pilot.resize_terminal(100, 30)
        for _ in range(12):
            await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.main and app.main.focused_pane == "outline", pressed[-20:]
        before = app.main.current
        await pilot.press("G", "k", "j")
        assert app.main.current != before or before == plan.nodes[app.main.outline.rows[-1]].id
