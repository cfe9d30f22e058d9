"""The comparison, as a reader uses it."""

from __future__ import annotations

import pytest

from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_text, view_lines
from widgets.render.comparison import comparison_view
from widgets.render.view_options import ViewOptions

SIZES = [(40, 15), (80, 24), (120, 40)]


class TestComparison:
    @pytest.mark.parametrize("size", SIZES)
    async def test_two_marks_compare_and_every_entry_leads_on(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan, "act.logistics")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "equals_sign")
            assert not app.main.view
            await press(pilot, "J", "equals_sign")
            assert app.main.view == "comparison act.logistics act.ecommerce"
            assert "Comparison" in screen_text(app)
            await press(pilot, "enter")
            assert app.main.current == "act.logistics" and not app.main.view
            await press(pilot, "left_square_bracket")
            assert app.main.view.startswith("comparison")

    async def test_the_same_node_twice_takes_the_mark_away(self, plan: Plan) -> None:
        app = explorer(plan, "act.logistics")
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "equals_sign", "equals_sign", "j", "equals_sign")
            assert not app.main.view and app.main.marked == "act.ecommerce"

    @pytest.mark.parametrize("width", [30, 60, 80, 120])
    def test_what_is_shared_stands_once(self, plan: Plan, width: int) -> None:
        laid = comparison_view(plan, ViewOptions(width, nodes=("act.logistics", "act.ecommerce")))
        text = " ".join(" ".join(view_lines(laid, width)).split())
        assert "4 bodies" in text and "7 quotes" in text
        targets = [spot.target for spots in laid.spots.values() for spot in spots]
        assert targets.count("org.ndrc") == targets.count("org.mot") == 1
        assert targets.count("org.gac") == 1

    def test_without_two_nodes_it_says_what_to_do(self, plan: Plan) -> None:
        for nodes in ((), ("act.ai",), ("act.ai", "nonsense")):
            assert "press = again" in view_lines(comparison_view(plan, ViewOptions(80, nodes=nodes)), 80)[0]
