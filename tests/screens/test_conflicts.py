"""The view of conflicts, as a reader uses it."""

from __future__ import annotations

from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_lines, screen_text
from widgets.render.conflicts import conflicts_view
from widgets.render.view_options import ViewOptions

SIZES = [(40, 15), (80, 24), (120, 40)]


class TestConflicts:
    async def test_both_sides_stand_next_to_each_other(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "C")
            line = next(line for line in screen_lines(app) if "In spring 2015 the NDRC leads" in line)
            assert "In June 2015: the NDRC and ten other ministries" in line
            assert "Our comment" in screen_text(app)

    async def test_narrow_they_stand_below_each_other(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(40, 40)) as pilot:
            await press(pilot, "C")
            lines = [line.strip() for line in screen_lines(app)]
            assert any(line.startswith("1 ") for line in lines)
            assert not any("1 ▪" in line and "2 ▪" in line for line in lines)

    async def test_a_quote_of_a_side_opens_its_source(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "C", "j", "l")
            assert app.main.viewer.target == "cf.drafters@q.001.07"
            await press(pilot, "enter")
            assert app.main.at == "q.001.07"
            await press(pilot, "left_square_bracket")
            assert app.main.view == "conflicts"

    def test_every_kind_and_every_side_is_there(self, plan: Plan) -> None:
        laid = conflicts_view(plan, ViewOptions(100))
        text = "\n".join("".join(span.text for span in (*b.spans, *b.right)) for b in laid.blocks)
        for words in ("sources disagree", "one source, in doubt", "changed over time", "no quote says this"):
            assert words in text
        targets = {spot.target for spots in laid.spots.values() for spot in spots}
        for node in plan.of_kind("conflict"):
            assert node.conflict is not None
            for side in node.conflict.sides:
                assert {f"{node.id}@{quote}" for quote in side.quotes} <= targets

    async def test_the_machine_translation_is_named_with_each_of_its_quotes(self, plan: Plan) -> None:
        for width in (60, 120):
            laid = conflicts_view(plan, ViewOptions(width))
            text = " ".join("".join(span.text for span in b.spans) for b in laid.blocks)
            count = sum(
                plan.quotes[quote].source == "src.000"
                for node in plan.of_kind("conflict")
                for side in (node.conflict.sides if node.conflict else ())
                for quote in side.quotes
            )
            assert len([1 for word in text.split() if word.startswith("(machine")]) == count
