"""The view of agencies, as a reader uses it."""

from __future__ import annotations

import pytest

from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_lines, view_lines
from widgets.render.agencies import agencies_view
from widgets.render.view_options import ViewOptions

SIZES = [(40, 15), (80, 24), (120, 40)]


class TestAgencies:
    @pytest.mark.parametrize("size", SIZES)
    async def test_rows_lead_to_bodies_and_cells_to_where_they_are_named(
        self, plan: Plan, size: tuple[int, int]
    ) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "a", "j", "enter")
            assert app.main.shown == "org.ndrc"
            await press(pilot, "left_square_bracket", "l", "enter")
            assert app.main.shown == "act.entrepreneurship"

    def test_letters_are_those_of_the_lists(self, plan: Plan) -> None:
        rows = view_lines(agencies_view(plan, ViewOptions(118)), 118)
        head = next(line for line in rows if " 11 " in line and " m1 " in line)
        columns = {word: head.index(f" {word} ") + 1 for word in ("2", "4", "9", "11", "m2", "m3")}
        miit = next(line for line in rows if line.startswith("MIIT "))
        wanted = {"2": "J", "4": "p", "9": " ", "11": "p", "m2": "?", "m3": "?"}
        assert {column: miit[at] for column, at in columns.items()} == wanted

    async def test_sorted_by_weight_then_by_name(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(80, 40)) as pilot:
            await press(pilot, "a")
            first = next(y for y, line in enumerate(screen_lines(app)) if " m1 m2 " in line) + 1
            assert "NDRC" in screen_lines(app)[first]
            await press(pilot, "r")
            names = [line.strip() for line in screen_lines(app)[first : first + 6]]
            assert "NDRC" not in names[0]
            bodies = [plan.bodies[b.target] for b in app.main.viewer.blocks if b.target in plan.bodies]
            titles = [body.title.en.casefold() for body in bodies]
            assert titles == sorted(titles)

    def test_every_body_that_is_named_is_there(self, plan: Plan) -> None:
        named = {id_ for node in plan.of_kind("action", "measure") for id_ in node.agencies.list}
        assert named == {b.target for b in agencies_view(plan, ViewOptions(118)).blocks if b.target in plan.bodies}
