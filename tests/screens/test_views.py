"""What all views have in common, and the filter of the outline, as a reader uses them."""

from __future__ import annotations

import pytest

from plan_data.exports.views import VIEWS
from plan_data.model.plan import Plan
from plan_data.model.uses import is_stated
from tests.support import explorer, press, screen_lines
from widgets.render.blocks import layout
from widgets.render.view_options import ViewOptions
from widgets.render.views import view_of
from widgets.render.wrapping import cells

SIZES = [(40, 15), (80, 24), (120, 40)]


@pytest.mark.parametrize("width", range(24, 130, 7))
@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_every_line_fits_and_every_spot_lies_inside(plan: Plan, width: int, lang: str) -> None:
    for view in map(view_of, VIEWS):
        laid = view(plan, ViewOptions(width, lang, today="2026-11-23"))
        rows = layout(laid.blocks, width)
        assert all(sum(cells(span.text) for span in row.line) <= width for row in rows)
        for spots in laid.spots.values():
            assert all(spot.start >= 0 and spot.start + spot.width <= width for spot in spots)
            assert [spot.start for spot in spots] == sorted(spot.start for spot in spots)


class TestUnstated:
    async def test_only_what_no_quote_states_is_left(self, plan: Plan) -> None:
        app = explorer(plan, "act.ai.1")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "U", "g", "e")
            shown = [plan.nodes[place] for place in app.main.outline.rows]
            wanted = {n.id for n in plan.nodes if n.kind not in ("plan", "section") and not is_stated(n)}
            above = {a.id for id_ in wanted for a in plan.ancestors(id_)}
            assert {node.id for node in shown} == wanted | above
            assert "without a direct quote" in screen_lines(app)[0]
            await press(pilot, "escape")
            assert app.main.outline.only is None

    async def test_walking_keeps_to_what_is_shown(self, plan: Plan) -> None:
        app = explorer(plan, "act.ai.1")
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "U", "g", "e")
            for _ in range(30):
                await pilot.press("j")
                assert not app.main.outline.hides(app.main.current)
            await press(pilot, "J", "K", "h", "h", "l", "l")
            assert not app.main.outline.hides(app.main.current)

    async def test_going_to_what_is_hidden_lifts_the_filter(self, plan: Plan) -> None:
        app = explorer(plan, "act.ai.1")
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "U", "f", "text:tgt.retail", "enter")
            assert app.main.current == "tgt.retail-2016"
            assert app.main.outline.only is None

    async def test_the_cursor_comes_into_sight(self, plan: Plan) -> None:
        app = explorer(plan, "sup.safety.1")
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "U")
            assert not app.main.outline.hides(app.main.current)
            assert app.main.outline.row_of(app.main.current) >= 0
