"""The card on the screen: the answers at a glance, and where each row leads."""

from __future__ import annotations

import pytest

from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_lines, screen_text, wait_until
from tui.screens.main import MainScreen

SIZES = [(40, 15), (80, 24), (120, 36)]


def stand_on(main: MainScreen, words: str) -> None:
    """Put the cursor of the card on the first row in sight that has these words."""
    card = main.card
    rows = {row.block: "".join(span.text for span in row.line) for row in reversed(card.lines) if row.block >= 0}
    card.stand_on(next(block for block, text in sorted(rows.items()) if words in text))


@pytest.mark.parametrize("size", SIZES)
async def test_who_and_by_when_are_seen_after_three_and_enter(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "3", "enter")
        app.main.card.focus()
        await wait_until(pilot, lambda: app.main.card.shown == "act.agriculture")
        text = screen_text(app)
        for part in ("Modern agriculture", "Ministry of Agriculture", "phase by 2018"):
            assert part in text, part


@pytest.mark.parametrize("size", [(40, 15), (80, 24)])
async def test_a_row_of_bodies_unfolds_to_their_names(plan: Plan, size: tuple[int, int]) -> None:
    """GIVEN a card without room for each body WHEN Enter is pressed on their row THEN each has a line that leads on."""
    app = explorer(plan, "act.agriculture")
    async with app.run_test(size=size) as pilot:
        main = app.main
        main.card.focus()
        await pilot.pause()
        stand_on(main, "takes part")
        await press(pilot, "enter")
        rows = "\n".join("".join(span.text for span in row.line) for row in main.card.lines)
        assert "State Forestry" in rows
        stand_on(main, "State Forestry")
        await press(pilot, "enter")
        assert main.card.shown == "org.sfa"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["enter", "s"])
async def test_a_phase_of_the_plan_opens_its_quote(plan: Plan, size: tuple[int, int], key: str) -> None:
    app = explorer(plan, "act.agriculture")
    async with app.run_test(size=size) as pilot:
        app.main.card.focus()
        await pilot.pause()
        stand_on(app.main, "phase by 2018")
        await press(pilot, key)
        await wait_until(pilot, lambda: app.main.at == "q.001.48")
        assert "by 2018" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_parent_is_a_stop_at_the_end(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan, "act.agriculture.1")
    async with app.run_test(size=size) as pilot:
        app.main.card.focus()
        await press(pilot, "G")
        assert any("Part of  Modern agriculture" in line for line in screen_lines(app))
        await press(pilot, "enter")
        assert app.main.current == "act.agriculture"


@pytest.mark.parametrize(("size", "last"), [((120, 36), "Seen in"), ((80, 24), "11 actions")])
@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_the_first_screen_is_seen_without_scrolling(
    plan: Plan, size: tuple[int, int], last: str, lang: str
) -> None:
    app = explorer(plan, lang=lang)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        last = {"en": last, "zh": {"11 actions": "11项行动"}.get(last, "见于")}[lang]
        assert last in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_details_of_the_first_screen_unfold(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan)
    async with app.run_test(size=size) as pilot:
        app.main.card.focus()
        await pilot.pause()
        stand_on(app.main, "Related  6")
        await press(pilot, "enter")
        rows = "\n".join("".join(span.text for span in row.line) for row in app.main.card.lines)
        assert "The Opinions are published" in rows
