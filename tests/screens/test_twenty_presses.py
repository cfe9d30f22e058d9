"""From the start to a copied citation by the keys that the screen shows at that moment, without typing a letter."""

from __future__ import annotations

from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_lines, screen_text, wait_until

ALWAYS = ("up", "down", "enter", "escape", "tab")
"""Keys that everybody tries."""


async def test_a_citation_of_22_trillion_is_copied_within_twenty_presses(plan: Plan) -> None:
    """GIVEN a first start at 80x24 WHEN only keys are pressed that the last line names THEN the citation is copied."""
    app = explorer(plan)
    presses: list[str] = []
    async with app.run_test(size=(80, 24)) as pilot:

        async def go(*keys: str) -> None:
            for key in keys:
                # The menu of what can be copied takes two lines here, and a box has its keys above the footer.
                footer = " ".join(screen_lines(app)[-3:])
                assert key in ALWAYS or f" {key} " in f" {footer} ", (key, screen_text(app))
                presses.append(key)
                await press(pilot, key)

        await go("f")
        await wait_until(pilot, lambda: "22 trillion" in screen_text(app))
        while not any(line.lstrip().startswith("»") and "22 trillion" in line for line in screen_lines(app)):
            await go("down")
        await go("enter", "enter")
        await wait_until(pilot, lambda: app.screen is app.main)
        assert app.main.shown == "tgt.ecommerce-2016"
        await go("enter", "y")
        await wait_until(pilot, lambda: app.screen is not app.main)
        await go("c")
        await wait_until(pilot, lambda: app.clipboard)
    assert "22 trillion yuan" in app.clipboard and "para. 9" in app.clipboard
    assert len(presses) <= 20, presses
