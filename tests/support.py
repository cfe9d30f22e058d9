"""What the tests of the explorer share."""

from __future__ import annotations

from textual.app import App
from textual.pilot import Pilot

from plan_data.model import Plan
from tui.app import Explorer
from tui.places import Place
from tui.screens.main import MainScreen


def explorer(plan: Plan, at: str = "", lang: str = "en") -> Explorer:
    """An explorer that is ready to run, at a node."""
    return Explorer(plan, at=Place(at) if at else None, lang=lang)


def screen_lines(app: App[object]) -> list[str]:
    """The text of the screen, a string a line."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def screen_text(app: App[object]) -> str:
    """The text of the screen."""
    return "\n".join(screen_lines(app))


def main_screen(app: Explorer) -> MainScreen:
    """The main screen."""
    return app.main


async def press(pilot: Pilot[object], *keys: str) -> None:
    """Press keys, and wait until they are answered; `text:...` types."""
    for key in keys:
        if key.startswith("text:"):
            await pilot.press(*key[5:])
        else:
            await pilot.press(key)
    await pilot.pause()
