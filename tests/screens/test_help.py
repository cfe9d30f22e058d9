"""The help begins with the keys of the pane that one comes from, and with what the signs mean."""

from __future__ import annotations

import pytest

from plan_data.labels.grades import GRADE_SIGNS
from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_lines, screen_text
from tui.screens.help_page import HelpPage, HelpScreen
from widgets.render.wrapping import cells

SIZES = [(40, 15), (80, 24), (120, 36)]
HEADINGS = {"outline": "In the outline", "card": "In the card", "source": "In the source", "view": "In a view"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_f1_shows_what_the_question_mark_shows(plan: Plan, size: tuple[int, int], lang: str) -> None:
    app = explorer(plan, lang=lang)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        shown = screen_lines(app)
        assert all(cells(line) == size[0] for line in shown)
        await press(pilot, "question_mark", "f1")
        assert screen_lines(app) == shown
        await press(pilot, "f1")
        assert app.screen is app.main


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("keys", "pane"), [((), "outline"), (("l",), "card"), (("s",), "source"), (("t",), "view")])
async def test_the_keys_of_the_pane_come_first_then_the_signs_then_every_command(
    plan: Plan, size: tuple[int, int], keys: tuple[str, ...], pane: str
) -> None:
    app = explorer(plan, "act.ai.1")
    async with app.run_test(size=size) as pilot:
        await press(pilot, *keys)
        assert app.main.focused_pane == pane
        await press(pilot, "question_mark")
        assert HEADINGS[pane] in screen_lines(app)[1]
        text = "\n".join("".join(span.text for span in block.spans) for block in app.screen.query_one(HelpPage).blocks)
        assert all(sign.sign in text for sign in GRADE_SIGNS.values()) and "▾ ▸" in text and "»" in text
        assert text.index(HEADINGS[pane]) < text.index("Signs") and text.index("Anywhere") < text.index("All keys")
        if size == (80, 24):
            assert "Signs" in screen_text(app) and "Anywhere" in screen_text(app)
