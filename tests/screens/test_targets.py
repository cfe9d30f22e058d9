"""The view of goals and figures, as a reader uses it."""

from __future__ import annotations

import pytest

from plan_data.model.plan import Plan
from tests.support import explorer, press
from widgets.render.notes import with_names
from widgets.render.targets import targets_view
from widgets.render.view_options import ViewOptions

SIZES = [(40, 15), (80, 24), (120, 40)]


class TestTargets:
    @pytest.mark.parametrize("size", SIZES)
    async def test_leads_to_node_owner_and_quote(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "T", "enter")
            assert app.main.current == "req.targets.2018"
            await press(pilot, "left_square_bracket", "slash", "text:22 trillion", "enter", "enter")
            assert app.main.current == "tgt.ecommerce-2016"
            onward = "l" if size[0] >= 80 else "j"
            await press(pilot, "left_square_bracket", *[onward] * (2 if size[0] >= 80 else 1), "enter")
            assert app.main.at == "q.000.25"
            await press(pilot, "left_square_bracket", onward, "enter")
            assert app.main.shown == "org.mofcom"

    def test_what_the_document_sets_comes_first_and_counts_last(self, plan: Plan) -> None:
        rows = [block.target for block in targets_view(plan, ViewOptions(76)).blocks if block.target in plan.index]
        assert rows[0] == "req.targets.2018"
        assert rows.index("tgt.phase-2018") < rows.index("tgt.ecommerce-2016") < rows.index("tgt.doubling")
        last = [plan.node(id_).target for id_ in rows[rows.index("tgt.doubling") :]]
        assert {target.sort for target in last if target} == {"figure"}

    def test_every_number_has_unit_owner_deadline_and_doubt(self, plan: Plan) -> None:
        # In a narrow view nothing stands beside the names, so that wrapped ones are whole.
        blocks = targets_view(plan, ViewOptions(36)).blocks
        text = "\n".join("".join(span.text for span in block.spans) for block in blocks)
        for node in plan.of_kind("target"):
            assert node.title.en in text
            if node.target and node.target.number:
                assert f"{node.target.number} {node.target.unit.en}".strip() in text
            for note in node.notes:
                if note.kind == "doubt":
                    assert with_names(plan, note.text).en in text
