"""What a newcomer sees first, and what a message must not lie over."""

from __future__ import annotations

import pytest

from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_lines, screen_text, wait_until

ABOUT = {
    "en": ("China's 2015 plan", "11 actions", "None of it has been compared"),
    "zh": ("中国2015年", "11项行动", "均未与官方文本核对"),
}
SIZES = [(60, 20), (80, 24), (160, 50)]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES)
async def test_the_card_of_the_plan_says_what_it_is_before_how_well_that_is_known(
    plan: Plan, size: tuple[int, int], lang: str
) -> None:
    app = explorer(plan, lang=lang)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        about, counts, trust = ABOUT[lang]
        blocks = ["".join(span.text for span in (*block.lead, *block.spans)) for block in app.main.card.blocks]
        assert about in screen_text(app)
        at = [next(n for n, text in enumerate(blocks) if part in text) for part in (about, counts, trust)]
        assert at == sorted(at)


@pytest.mark.parametrize("size", SIZES)
async def test_a_mark_is_told_in_the_footer_until_the_next_key(plan: Plan, size: tuple[int, int]) -> None:
    """GIVEN a marked entry WHEN the next key is pressed THEN nothing lies over what is read, in the comparison too."""
    app = explorer(plan, "act.agriculture")
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "equals_sign")
        assert "Marked. Go to another entry and press = again to compare." in screen_lines(app)[-1]
        await press(pilot, "j")
        await wait_until(pilot, lambda: "Marked." not in screen_text(app))
        await press(pilot, "8", "enter", "equals_sign")
        assert app.main.view and "Marked." not in screen_text(app)
