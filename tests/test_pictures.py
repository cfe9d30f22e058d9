"""Pictures of the screens at three sizes and in both languages; `pytest --snapshot-update` draws them anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_data.model import Plan
from tests.support import explorer
from tui.app import Explorer
from tui.places import Place
from tui.store import Store

SIZES = [(40, 15), (80, 24), (120, 40)]
SCREENS: dict[str, tuple[str, tuple[str, ...]]] = {
    "first": ("root", ()),
    "card": ("act.ecommerce", ("enter",)),
    "source": ("tgt.ecommerce-2016", ("s",)),
    "jump": ("root", ("f", "a", "g", "r", "i")),
    "help": ("root", ("question_mark",)),
    "timeline": ("root", ("t",)),
    "agencies": ("root", ("a",)),
    "targets": ("root", ("T",)),
    "comparison": ("act.logistics", ("equals_sign", "j", "equals_sign")),
    "kept": ("act.ai", ("b",)),
    "note": ("act.ai", ("i", "enter", *"Who", "space", *"checks?")),
    "evidence": ("act.ecommerce", ("S", "l")),
    "conflicts": ("cf.drafters", ("C",)),
    "copying": ("act.ai.1", ("y",)),
    "unstated": ("act.ai.1", ("U",)),
    "conflict": ("cf.doubling", ("enter",)),
    "body": ("org.ndrc", ("tab",)),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.case("B44")
def test_picture(
    plan: Plan, snap_compare: Callable[..., bool], tmp_path: Path, screen: str, lang: str, size: tuple[int, int]
) -> None:
    at, keys = SCREENS[screen]

    async def steady(pilot: Pilot[str]) -> None:
        """Stop the box's blinking cursor, and wait for the reader that follows."""
        await pilot.pause(0.2)
        await pilot.press(*keys)
        if "t" in keys:
            # Today is drawn, so a picture of it would not last.
            viewer = pilot.app.screen.query_one("#view")
            viewer.today = "2026-11-23"  # type: ignore[attr-defined]
            viewer.draw()  # type: ignore[attr-defined]
        for box in (*pilot.app.screen.query("Input"), *pilot.app.screen.query("TextArea")):
            box.cursor_blink = False  # type: ignore[attr-defined]
        # A note is saved a little after the last letter, and says so.
        await pilot.pause(1.2 if screen == "note" else 0.3)

    app = Explorer(plan, at=Place(at), lang=lang, store=Store(tmp_path, ""))
    assert snap_compare(app, terminal_size=size, run_before=steady)


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
@pytest.mark.parametrize("theme", ["ink", "paper", "ansi-dark"])
def test_theme_and_language(plan: Plan, snap_compare: Callable[..., bool], lang: str, theme: str) -> None:
    app = explorer(plan, "act.agriculture", lang)
    app.theme = theme

    async def steady(pilot: Pilot[str]) -> None:
        await pilot.pause(0.3)

    assert snap_compare(app, terminal_size=(120, 40), run_before=steady)
