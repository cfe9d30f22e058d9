"""The view of sources and gaps, as a reader uses it."""

from __future__ import annotations

import pytest

from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_lines, screen_text
from widgets.drawn.page import MARGIN
from widgets.render.evidence import evidence_view
from widgets.render.view_options import ViewOptions

SIZES = [(40, 15), (80, 24), (120, 40)]


class TestEvidence:
    @pytest.mark.parametrize("size", SIZES)
    async def test_opens_by_its_key_and_a_row_leads_to_its_node_and_back(
        self, plan: Plan, size: tuple[int, int]
    ) -> None:
        app = explorer(plan, "act.energy")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "S")
            assert "Sources and gaps" in screen_text(app)
            assert app.main.viewer.target == "act.energy"
            await press(pilot, "j", "enter")
            assert app.main.current == "act.finance"
            assert not app.main.view
            await press(pilot, "left_square_bracket")
            assert app.main.view == "evidence"
            assert app.main.viewer.target == "act.finance"

    async def test_a_cell_leads_to_the_quote_that_states_it(self, plan: Plan) -> None:
        app = explorer(plan, "act.ecommerce")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "S", "l", "l")
            assert app.main.viewer.target == "act.ecommerce@q.001.23"
            await press(pilot, "enter")
            assert app.main.at == "q.001.23"
            assert app.main.focused_pane == "source"

    async def test_a_gap_is_visible_and_leads_to_the_node(self, plan: Plan) -> None:
        app = explorer(plan, "act.ecology")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "S", "l")
            spot = app.main.viewer.spot()
            assert spot is not None and spot.target == "act.ecology"
            row = next(line for line in screen_lines(app) if "Green ecology" in line)
            assert row[spot.start + MARGIN : spot.start + MARGIN + spot.width].strip() == "-"

    async def test_escape_and_q_close_it_and_never_leave(self, plan: Plan) -> None:
        app = explorer(plan, "act.ai")
        async with app.run_test(size=(80, 24)) as pilot:
            for key in ("escape", "q", "S"):
                await press(pilot, "S")
                assert app.main.view == "evidence"
                await press(pilot, key)
                assert app.main.view == ""
                assert app.main.current == "act.ai"
            assert app.is_running

    def test_counts_are_those_of_the_links(self, plan: Plan) -> None:
        laid = evidence_view(plan, ViewOptions(118))
        row = next(b for b in laid.blocks if b.target == "act.ecommerce")
        text = "".join(span.text for span in row.spans)
        links = plan.node("act.ecommerce").quotes
        of_000 = [link for link in links if plan.quotes[link.id].source == "src.000"]
        assert f"+{len(of_000)}" in text
        assert "1s" in text


async def test_a_click_on_a_cell_follows_it_once(plan: Plan) -> None:
    app = explorer(plan, "act.ecommerce")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "S", "l", "l")
        viewer = app.main.viewer
        spot = viewer.spot()
        assert spot is not None
        opened: list[str] = []
        app.main.sources.open_link = opened.append  # type: ignore[method-assign]
        row = next(y for y, line in enumerate(viewer.lines) if line.block == viewer.cursor)
        await pilot.click("#view", offset=(spot.start + 2, row - viewer.scroll_offset.y))
        await pilot.pause()
        assert opened == ["act.ecommerce@q.001.23"]
