"""The timeline, as a reader uses it."""

from __future__ import annotations

import pytest

from plan_data.labels.timeline import PASSED
from plan_data.model.entities import first_date
from plan_data.model.plan import Plan
from plan_data.text.dates import precision
from tests.support import explorer, press, screen_text, view_lines
from widgets.render.timeline import DATE, axis_for, timeline_view
from widgets.render.view_options import ViewOptions

SIZES = [(40, 15), (80, 24), (120, 40)]


class TestTimeline:
    @pytest.mark.parametrize("size", SIZES)
    async def test_opens_is_walked_and_leads_to_a_node_and_back(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "t", "j", "j", "enter")
            node = plan.node(app.main.current)
            assert node.kind == "event" and not app.main.view
            await press(pilot, "left_square_bracket")
            assert app.main.view == "timeline" and app.main.viewer.target == node.id

    @pytest.mark.parametrize("width", [38, 58, 78, 98, 118, 200])
    def test_marks_stand_at_their_dates_to_scale(self, plan: Plan, width: int) -> None:
        events = [n for n in plan.of_kind("event") if precision(first_date(n))]
        axis = axis_for([first_date(n) for n in events], width - (DATE if width >= 60 else 0))
        spans = {n.id: axis.span(first_date(n)) for n in events}
        assert all(0 <= start < end <= axis.width for start, end in spans.values())
        assert width < 50 or axis.width <= width
        near = [n for n in events if first_date(n)[:4] in ("2015", "2016") and precision(first_date(n)) == "day"]
        for a, b in zip(near, near[1:], strict=False):
            months = [12 * int(d[:4]) + int(d[5:7]) + int(d[8:10]) / 31 for d in (first_date(a), first_date(b))]
            told = (spans[b.id][0] - spans[a.id][0]) / axis.month
            assert abs(told - (months[1] - months[0])) <= 1

    def test_an_unknown_part_is_a_span(self, plan: Plan) -> None:
        text = view_lines(timeline_view(plan, ViewOptions(118)), 118)
        row = next(line for line in text if "The action plan is released" in line)
        assert "◊" + "~" * 35 in row
        row = next(line for line in text if "Drafting of the Opinions begins" in line)
        assert "◦~~ Drafting" in row

    def test_a_passed_deadline_says_what_is_not_known(self, plan: Plan) -> None:
        laid = timeline_view(plan, ViewOptions(118, today="2019-01-01"))
        text = "\n".join(view_lines(laid, 118))
        assert text.count(PASSED) == 2
        assert "\n".join(view_lines(timeline_view(plan, ViewOptions(118, today="2018-12-31")), 118)).count(PASSED) == 1
        assert "| today" in text

    def test_today_is_never_printed(self, plan: Plan) -> None:
        text = "\n".join(view_lines(timeline_view(plan, ViewOptions(100)), 100))
        assert "today" not in text and PASSED not in text

    async def test_it_is_filtered_by_kind(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(120, 50)) as pilot:
            await press(pilot, "t", "slash", "text:target")
            text = screen_text(app)
            assert "2018: first phase" in text and "Briefing by NDRC" not in text
