"""What a newcomer sees first, and what a message must not lie over."""

from __future__ import annotations

import pytest

from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_lines, screen_text

SIZES = [(60, 20), (80, 24), (160, 50)]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES)
async def test_the_card_of_the_plan_says_what_it_is_before_how_well_that_is_known(
    plan: Plan, size: tuple[int, int], lang: str
) -> None:
    app = explorer(plan, lang=lang)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter")
        summary = "本工具摘要" if lang == "zh" else "Our summary"
        text = screen_text(app)
        assert summary in text
        assert "titles" not in text[: text.index(summary)] and "attach" not in text[: text.index(summary)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_mark_is_told_in_the_footer_until_the_next_key(plan: Plan, size: tuple[int, int]) -> None:
    """GIVEN a marked entry WHEN the next key is pressed THEN nothing lies over what is read, in the comparison too."""
    app = explorer(plan, "act.agriculture")
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "equals_sign")
        assert "Marked. Go to another node and press = again." in screen_lines(app)[-1]
        await press(pilot, "j")
        assert "Marked." not in screen_text(app)
        await press(pilot, "8", "enter", "equals_sign")
        assert app.main.view and "Marked." not in screen_text(app)
