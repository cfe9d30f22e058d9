"""Pictures of the screens, English at three sizes and Chinese at one; `pytest --snapshot-update` draws them anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_data.exports.views import VIEWS
from plan_data.model.plan import Plan
from tests.support import explorer
from tui.app import Explorer
from tui.userdata.options import Options
from tui.userdata.store import Store

TAKEN = [("en", (40, 15)), ("en", (80, 24)), ("en", (120, 40)), ("zh", (80, 24))]
"""Each language with its sizes. That Chinese fits every width is shown without pictures, for every card and view."""
SCREENS: dict[str, tuple[str, tuple[str, ...]]] = {
    "first": ("root", ()),
    "card": ("act.ecommerce", ("enter",)),
    "source": ("tgt.ecommerce-2016", ("s",)),
    "jump": ("root", ("f", "a", "g", "r", "i")),
    "help": ("root", ("question_mark",)),
    "comparison": ("act.logistics", ("equals_sign", "j", "equals_sign")),
    "kept": ("act.ai", ("b",)),
    "note": ("act.ai", ("i", "enter", *"Who", "space", *"checks?")),
    "evidence": ("act.ecommerce", ("S", "l")),
    "conflicts": ("cf.drafters", ("C",)),
    "copying": ("act.ai.1", ("y",)),
    "fetch": ("act.agriculture.2", ("A",)),
    "unstated": ("act.ai.1", ("U",)),
    "conflict": ("cf.doubling", ("enter",)),
    "body": ("org.ndrc", ("tab",)),
}
SCREENS |= {name: ("root", view.keys) for name, view in VIEWS.items() if view.keys and name not in SCREENS}
"""Name of a picture to where it is taken, and the keys that are pressed; every view has one."""


@pytest.mark.parametrize(
    ("lang", "size"), TAKEN, ids=lambda part: part if part in ("en", "zh") else f"{part[0]}x{part[1]}"
)
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.case("B44")
def test_picture(
    plan: Plan, snap_compare: Callable[..., bool], tmp_path: Path, screen: str, lang: str, size: tuple[int, int]
) -> None:
    at, keys = SCREENS[screen]

    async def steady(pilot: Pilot[str]) -> None:
        """Stop the box's blinking cursor, and wait for the reader that follows and the note that saves itself."""
        await pilot.pause()
        await pilot.press(*keys)
        if "t" in keys:
            # Today is drawn, so a picture of it would not last.
            viewer = pilot.app.screen.query_one("#view")
            viewer.today = "2026-11-23"  # type: ignore[attr-defined]
            viewer.draw()  # type: ignore[attr-defined]
        for box in (*pilot.app.screen.query("Input"), *pilot.app.screen.query("TextArea")):
            box.cursor_blink = False  # type: ignore[attr-defined]
        while app.main.source_pane.following is not None or (screen == "note" and app.screen.draft.unsaved):  # type: ignore[attr-defined]
            await pilot.pause()
        await pilot.pause()

    app = Explorer(plan, Options(at=at, lang=lang), store=Store(tmp_path, ""))
    assert snap_compare(app, terminal_size=size, run_before=steady)


@pytest.mark.parametrize(
    ("theme", "lang"), [("ink", "en"), ("ink", "zh"), ("ink", "both"), ("paper", "en"), ("ansi", "en")]
)
def test_theme_and_language(plan: Plan, snap_compare: Callable[..., bool], lang: str, theme: str) -> None:
    app = explorer(plan, "act.agriculture", lang)
    app.theme = theme

    async def steady(pilot: Pilot[str]) -> None:
        while app.main.source_pane.following is not None:
            await pilot.pause()
        await pilot.pause()

    assert snap_compare(app, terminal_size=(120, 40), run_before=steady)
