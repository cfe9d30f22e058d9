"""The comparison, as a reader uses it."""

from __future__ import annotations

import pytest

from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_lines, screen_text, view_lines
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
            await press(pilot, "g", "enter")
            assert app.main.current == "act.logistics" and not app.main.view
            await press(pilot, "left_square_bracket")
            assert app.main.view.startswith("comparison")

    async def test_the_same_node_twice_takes_the_mark_away(self, plan: Plan) -> None:
        app = explorer(plan, "act.logistics")
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "equals_sign", "equals_sign", "j", "equals_sign")
            assert not app.main.view and app.main.marked == "act.ecommerce"

    @pytest.mark.parametrize("size", SIZES)
    async def test_the_first_row_is_a_body_whose_roles_differ_and_is_said_in_words(
        self, plan: Plan, size: tuple[int, int]
    ) -> None:
        app = explorer(plan, "act.agriculture")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "equals_sign", "8", "enter", "equals_sign")
            assert app.main.viewer.target == "org.moa"
            text = " ".join(screen_text(app).split())
            assert "Ministry of Agriculture leads action 3 and takes part in action 8." in text
            await press(pilot, "j")
            text = " ".join(screen_text(app).split())
            assert "National Development and Reform Commission takes part in action 3 and leads action 8." in text

    @pytest.mark.parametrize("size", SIZES)
    async def test_the_names_of_both_stay_in_sight_down_to_the_end(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan, "act.agriculture")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "equals_sign", "8", "enter", "equals_sign", "G")
            head = "\n".join(screen_lines(app)[1:3])
            assert "griculture" in head and "E-commerce" in head
            assert "small agricultural machinery" in screen_text(app)

    async def test_a_section_folds_and_a_filter_leaves_the_rows_that_hold_its_words(self, plan: Plan) -> None:
        app = explorer(plan, "act.agriculture")
        async with app.run_test(size=(80, 40)) as pilot:
            await press(pilot, "equals_sign", "8", "enter", "equals_sign", "k", "space")
            text = screen_text(app)
            assert "Ministry of Agriculture" not in text and "Growth of higher quality" in text
            await press(pilot, "space", "slash", "text:customs")
            text = screen_text(app)
            assert "General Administration of" in text and "Growth of higher quality" not in text
            assert "1 row" in text

    @pytest.mark.parametrize("width", [30, 60, 80, 120])
    def test_each_body_stands_once_and_those_that_differ_come_first(self, plan: Plan, width: int) -> None:
        laid = comparison_view(plan, ViewOptions(width, nodes=("act.logistics", "act.ecommerce")))
        targets = [spots[0].target for _, spots in sorted(laid.spots.items())]
        bodies = [id_ for id_ in targets if id_.startswith("org.")]
        assert len(bodies) == len(set(bodies))
        roles = [dict(plan.agencies_of(plan.node(id_)).roles()) for id_ in ("act.logistics", "act.ecommerce")]
        assert set(bodies) == {*roles[0], *roles[1]}
        same = [roles[0].get(id_) == roles[1].get(id_) for id_ in bodies]
        assert same == sorted(same)

    @pytest.mark.parametrize("width", [30, 60, 80, 120])
    @pytest.mark.parametrize("lang", ["en", "zh"])
    def test_both_sides_have_their_roles_goals_tasks_and_quotes(self, plan: Plan, width: int, lang: str) -> None:
        nodes = ("act.agriculture", "act.ecommerce")
        laid = comparison_view(plan, ViewOptions(width, lang, nodes=nodes))
        targets = {spot.target for spots in laid.spots.values() for spot in spots}
        for node in map(plan.node, nodes):
            goals = {id_ for id_ in node.related if plan.kind_of(id_) == "target"}
            assert {*node.children, *node.agencies.list, *goals} <= targets
            text = "".join(view_lines(laid, width))
            assert all(word in text for word in node.summary.pick(lang)[:12].split())

    def test_a_task_has_the_list_of_its_action_and_says_so(self, plan: Plan) -> None:
        laid = comparison_view(plan, ViewOptions(100, nodes=("act.agriculture.1", "act.ecommerce")))
        assert any(
            line.split() == ["whose", "list", "it", "is", "action", "3", "action", "8"]
            for line in view_lines(laid, 100)
        )
        says = next(spot.says for spots in laid.spots.values() for spot in spots if spot.target == "org.moa")
        assert says and "leads action 3 and takes part in action 8" in "".join(span.text for span in says())

    def test_without_two_nodes_it_says_what_to_do(self, plan: Plan) -> None:
        for nodes in ((), ("act.ai",), ("act.ai", "nonsense")):
            assert "press = again" in view_lines(comparison_view(plan, ViewOptions(80, nodes=nodes)), 80)[0]
