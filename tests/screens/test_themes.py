"""Our themes: every text can be read on every ground that it stands on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.color import Color, ColorType
from rich.segment import Segment
from textual.theme import Theme

from plan_data.model.plan import Plan
from tests.screens.walks import WALKS, drawn_cells
from tests.support import explorer, press, screen_text
from tests.terminal import Terminal
from tui.app import Explorer
from tui.panes.themes import INK, PAPER, fitting
from tui.userdata.options import Options
from tui.userdata.store import Store

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


async def drawn(plan: Plan, folder: Path, name: str, theme: str) -> list[Segment]:
    """What is drawn at the end of a walk, without blanks."""
    walk = WALKS[name]
    app = Explorer(plan, Options(at=walk.at, theme=theme), store=Store(folder, ""))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, *walk.keys)
        assert (app.screen is not app.main) == walk.boxed
        return [segment for segment in drawn_cells(app) if segment.text.strip()]


@pytest.mark.parametrize("theme", ["ink", "paper"])
@pytest.mark.parametrize("name", WALKS)
async def test_every_text_on_the_screen_can_be_read(plan: Plan, tmp_path: Path, name: str, theme: str) -> None:
    """Of all cells that are drawn, placeholders of boxes included, save those that a box dims behind it."""
    for text, style, _ in await drawn(plan, tmp_path, name, theme):
        assert style and style.color and style.bgcolor and not style.dim, text
        colours = [colour.get_truecolor().hex for colour in (style.color, style.bgcolor)]
        assert contrast(*colours) >= LEAST, (text, colours)


def number(colour: Color | None) -> int | None:
    """The number of one of the terminal's own 16 colours; None for its default."""
    assert colour is None or colour.type in (ColorType.DEFAULT, ColorType.STANDARD)
    return colour.number if colour else None


@pytest.mark.parametrize("name", WALKS)
async def test_16_colours_can_be_read_on_black_and_on_white(plan: Plan, tmp_path: Path, name: str) -> None:
    black, red, yellow, magenta, cyan = 0, 1, 3, 5, 6
    pairs = {(None, None), (magenta, None), (red, None), (black, cyan), (black, yellow)}
    for text, style, _ in await drawn(plan, tmp_path, name, "ansi"):
        assert style and not style.dim, text
        assert (number(style.color), number(style.bgcolor)) in pairs, text
        # Many terminals draw bold black as bright black.
        assert number(style.color) != black or not style.bold, text


@pytest.mark.parametrize("name", WALKS)
async def test_without_colours_there_are_none(plan: Plan, tmp_path: Path, name: str) -> None:
    for text, style, _ in await drawn(plan, tmp_path, name, "plain"):
        assert style and number(style.color) is number(style.bgcolor) is None, text
        assert not style.dim, text


@pytest.mark.parametrize("theme", ["ansi", "plain"])
async def test_the_cursor_and_the_quote_are_seen_without_colours(plan: Plan, tmp_path: Path, theme: str) -> None:
    rows = [s for s in await drawn(plan, tmp_path, "outline", theme) if s.style and s.style.reverse]
    assert "Better transport" in "".join(segment.text for segment in rows)
    pieces = await drawn(plan, tmp_path, "source", theme)
    lit = [
        p.text for p in pieces if p.style and (number(p.style.bgcolor) == 3 or (p.style.reverse and p.style.underline))
    ]
    assert "".join("".join(lit).split()) in {"".join(quote.exact.split()) for quote in plan.quotes.values()}


async def test_every_theme_draws(plan: Plan) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(80, 24)) as pilot:
        for name in app.available_themes:
            app.theme = name
            await pilot.pause()
            assert "Artificial intelligence" in screen_text(app)


@pytest.mark.parametrize("theme", ["ansi", "ansi-light", "plain", "paper", "nord"])
def test_a_theme_is_named_on_the_command_line(theme: str) -> None:
    with Terminal("--theme", theme) as terminal:
        terminal.wait_for("Modern agriculture")
        terminal.send("Q")
        assert terminal.wait() == 0


@pytest.mark.parametrize(
    ("environment", "theme"),
    [
        ({"TERM": "xterm-256color"}, "ink"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "ink"),
        ({"TERM": "xterm-kitty"}, "ink"),
        ({"TERM": "linux"}, "ansi"),
        ({"TERM": "screen"}, "ansi"),
        ({"TERM": "linux", "NO_COLOR": "1"}, "plain"),
        ({"TERM": "linux", "NO_COLOR": ""}, "ansi"),
    ],
)
def test_a_terminal_gets_the_theme_that_it_can_draw(environment: dict[str, str], theme: str) -> None:
    assert fitting(environment) == theme
    assert fitting(environment, "paper") == ("plain" if theme == "plain" else "paper")


@pytest.mark.parametrize(("variable", "value"), [("TERM", "linux"), ("NO_COLOR", "1")])
def test_a_terminal_of_few_colours_is_sent_no_others(variable: str, value: str) -> None:
    with Terminal("--at", "act.ai", env={variable: value, "COLORTERM": ""}) as terminal:
        terminal.wait_for("Modern agriculture")
        terminal.send("Q")
        assert terminal.wait() == 0
        sent = set(re.findall(rb"\x1b\[([0-9;]*)m", terminal.written))
    used = {code for codes in sent for code in codes.decode().split(";") if len(code) > 1}
    assert used <= ({"39", "49"} if value == "1" else {"30", "31", "35", "39", "43", "46", "49"})
    assert any("7" in codes.decode().split(";") for codes in sent)
