"""What the tests of the explorer share."""

from __future__ import annotations

import time
from collections.abc import Callable

from textual.app import App
from textual.pilot import Pilot

from plan_data.model.plan import Plan
from tests.terminal import PATIENCE
from tui.app import Explorer
from tui.screens.main import MainScreen
from tui.userdata.options import Options


def explorer(plan: Plan, at: str = "", lang: str = "en") -> Explorer:
    """An explorer that is ready to run, at a node."""
    return Explorer(plan, Options(at=at, lang=lang))


def screen_lines(app: App[object]) -> list[str]:
    """The text of the screen, a string a line."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def screen_text(app: App[object]) -> str:
    """The text of the screen."""
    return "\n".join(screen_lines(app))


def main_screen(app: Explorer) -> MainScreen:
    """The main screen."""
    return app.main


async def wait_until(pilot: Pilot[object], holds: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait until something holds; fails with the screen.

    Args:
        pilot: Whose explorer is given time to work.
        holds: Asked each time that the explorer has done what was waiting.
        seconds: Long enough for a busy machine: a test that passes never waits so long.
    """
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"did not come about:\n{screen_text(pilot.app)}")
        await pilot.pause()


async def press(pilot: Pilot[object], *keys: str) -> None:
    """Press keys, and wait until they are answered; `text:...` types."""
    for key in keys:
        if key.startswith("text:"):
            await pilot.press(*key[5:])
        else:
            await pilot.press(key)
    await pilot.pause()
