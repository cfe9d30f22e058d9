"""Our themes: every text can be read on every ground that it stands on."""

from __future__ import annotations

import pytest
from textual.theme import Theme

from plan_data.model.plan import Plan
from tests.support import explorer, screen_text
from tests.terminal import Terminal
from tui.panes.themes import INK, PAPER

LEAST = 4.5
"""Of contrast, as WCAG 2 (1.4.3, level AA) asks for text."""


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, by WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [INK, PAPER], ids=["ink", "paper"])
@pytest.mark.case("B49")
def test_every_text_stands_out_from_every_ground(theme: Theme) -> None:
    own = theme.variables
    for ground in ("page", "surface", "bar", "row", "away", "cross"):
        for text in ("text", "strong", "soft", "head", "match", "doubt", "good", "bad"):
            assert contrast(own[text], own[ground]) >= LEAST, (text, ground)
    assert contrast(own["onlit"], own["lit"]) >= LEAST
    assert contrast(own["onfocus"], own["focus"]) >= LEAST


async def test_every_theme_draws(plan: Plan) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(80, 24)) as pilot:
        for name in app.available_themes:
            app.theme = name
            await pilot.pause()
            assert "Artificial intelligence" in screen_text(app)


@pytest.mark.parametrize("theme", ["ansi", "paper", "nord"])
def test_a_theme_is_named_on_the_command_line(theme: str) -> None:
    with Terminal("--theme", theme) as terminal:
        terminal.wait_for("Collaborative manufacturing")
        terminal.send("Q")
        assert terminal.wait() == 0
