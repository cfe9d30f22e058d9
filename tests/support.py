"""Helpers for tests of the explorer with Textual's Pilot."""

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
from widgets.render.blocks import layout
from widgets.render.table_layout import TableLayout


def explorer(plan: Plan, at: str = "", lang: str = "en") -> Explorer:
    """Return an explorer at a node."""
    return Explorer(plan, Options(at=at, lang=lang))


def screen_lines(app: App[object]) -> list[str]:
    """Return the text of the screen, one string a line."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def screen_text(app: App[object]) -> str:
    """Return the text of the screen."""
    return "\n".join(screen_lines(app))


def view_lines(laid: TableLayout, width: int) -> list[str]:
    """Return the lines of a view as it is printed."""
    return ["".join(span.text for span in row.line) for row in layout(laid.printed, width)]


def main_screen(app: Explorer) -> MainScreen:
    """Return the main screen."""
    return app.main


async def wait_until(pilot: Pilot[object], holds: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait until a condition holds; on failure the message has the screen.

    Args:
        pilot: The pilot of the explorer.
        holds: The condition, checked each time the explorer is idle.
        seconds: Seconds after which the wait fails.
    """
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"did not come about:\n{screen_text(pilot.app)}")
        await pilot.pause()


async def press(pilot: Pilot[object], *keys: str) -> None:
    """Press keys and wait until the explorer is idle; `text:abc` types the letters."""
    for key in keys:
        if key.startswith("text:"):
            await pilot.press(*key[5:])
        else:
            await pilot.press(key)
    await pilot.pause()
