"""All panes answer the same keys, and say by messages what the main screen has to do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.message import Message

from plan_data.model.plan import Plan
from tests.support import explorer, main_screen, press
from tui.panes.card import CardPane
from tui.panes.outline import OutlinePane
from tui.panes.pane import Pane
from tui.panes.source import SourcePane
from widgets.drawn.page import Page

OF_PANES = (OutlinePane.Moved, OutlinePane.Submitted, OutlinePane.Left, CardPane.Left, SourcePane.Left, Page.Opened)
OPENED = {"outline": (), "card": ("enter",), "source": ("s",), "view": ("t",)}
"""Pane to the keys that give it the focus."""


def methods() -> Iterator[str]:
    """The methods of the protocol."""
    return (name for name, value in vars(Pane).items() if callable(value) and not name.startswith("_"))


@pytest.mark.parametrize("name", OPENED)
async def test_every_pane_has_every_method_of_the_protocol(plan: Plan, name: str) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, *OPENED[name])
        screen = main_screen(app)
        assert screen.pane is screen.panes[name] and screen.focused is screen.pane
        assert {"step", "turn", "edge", "enter", "into", "out", "toggle"} <= set(methods())
        for method in methods():
            assert callable(getattr(screen.pane, method)), method


@pytest.mark.parametrize(
    ("keys", "messages"),
    [
        (("j",), [OutlinePane.Moved]),
        (("G", "g"), [OutlinePane.Moved, OutlinePane.Moved]),
        (("J",), [OutlinePane.Moved]),
        (("space", "space"), []),
        (("enter",), [OutlinePane.Submitted]),
        (("enter", "h"), [OutlinePane.Submitted, CardPane.Left]),
        (("l", "l", "l"), [OutlinePane.Moved, OutlinePane.Left]),
        (("h",), [OutlinePane.Moved]),
        (("s", "j", "h"), [SourcePane.Left]),
        (("t", "j", "l", "h"), []),
    ],
)
async def test_what_a_pane_says_to_a_key(plan: Plan, keys: tuple[str, ...], messages: list[type[Message]]) -> None:
    seen: list[type[Message]] = []

    def hook(message: Message) -> None:
        # Each message is seen once at its pane, and again at each widget that it bubbles to.
        if isinstance(message, OF_PANES) and not any(message is other for other in kept):
            kept.append(message)
            seen.append(type(message))

    kept: list[Message] = []
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(120, 36), message_hook=hook) as pilot:
        await press(pilot, *keys)
        assert seen == messages


async def test_a_step_moves_outline_and_card_before_anything_is_drawn(plan: Plan) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(120, 36)) as pilot:
        screen = main_screen(app)
        drawn: list[tuple[str, str]] = []
        render = screen.card.render_lines

        def note(crop: object) -> object:
            drawn.append((screen.outline.current, screen.card.shown))
            return render(crop)  # type: ignore[arg-type]

        screen.card.render_lines = note  # type: ignore[assignment, method-assign]
        await press(pilot, "j", "j", "k", "G", "g")
        assert drawn and all(current == shown for current, shown in drawn)


async def test_a_step_in_the_outline_does_not_lay_out_the_screen_again(
    plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A layout of all widgets costs as much as everything else that a step does.
    app = explorer(plan, "act.entrepreneurship")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "k")
        layouts: list[object] = []
        compositor = main_screen(app)._compositor
        reflow = compositor.reflow
        monkeypatch.setattr(compositor, "reflow", lambda *args: layouts.append(args) or reflow(*args))
        await press(pilot, "j", "k", "j")
        assert main_screen(app).shown == "act.manufacturing" and layouts == []
