"""The view of goals and figures, as a reader uses it."""

from __future__ import annotations

import re

import pytest

from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_lines, screen_text, view_lines
from widgets.render.table_layout import TableLayout
from widgets.render.targets import targets_printed, targets_view
from widgets.render.view_options import ViewOptions

SIZES = [(40, 15), (80, 24), (120, 40)]


def said(laid: TableLayout, id_: str) -> str:
    """The sentence on the row of a goal."""
    spot = next(spots[0] for spots in laid.spots.values() if spots[0].target == id_)
    assert spot.says is not None
    return "".join(span.text for span in spot.says())


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

    async def test_the_end_is_in_sight_at_the_end(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "T", "G")
            # The sentence on the last row is longer than that on the first one.
            text = " ".join(screen_text(app).split())
            assert "drafted with the" in text and screen_lines(app)[0].rstrip().endswith("end")

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
                    assert plan.with_names(note.text).en in text

    @pytest.mark.parametrize("size", SIZES)
    async def test_the_heads_stay_and_the_sentence_follows(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "T", "G")
            assert screen_lines(app)[1].split()[:2] == ["by", "when"] or size[0] < 80
            text = "".join(screen_text(app).split())
            assert "10ministriesbesidestheNDRC,afiguregivenby" in text and "notatarget" in text

    def test_goals_are_in_the_order_of_their_deadlines_with_their_parts_below_them(self, plan: Plan) -> None:
        rows = [block.target for block in targets_view(plan, ViewOptions(116)).blocks if block.target in plan.index]
        parts = plan.node("req.targets.2018").children
        assert rows[: len(parts) + 3] == ["req.targets.2018", *parts, "tgt.phase-2018", "req.targets.2025"]

    def test_it_says_by_when_what_how_much_who_and_how_far_supported(self, plan: Plan) -> None:
        laid = targets_view(plan, ViewOptions(116))
        assert said(laid, "tgt.retail-2016") == (
            "By 31 December 2016: Online retail by the end of 2016, 5.5 trillion yuan, set by Ministry of Commerce."
            "  ▪ stated in a quoted source"
        )
        assert "its date ▪ stated in a quoted source" in said(laid, "req.targets.2018")
        assert "no stated deadline is known" in said(laid, "tgt.five-goals")
        assert "11 actions, a figure given by Internet Plus, not a target." in said(laid, "tgt.actions")
        laid = targets_view(plan, ViewOptions(116, "zh"))
        assert said(laid, "tgt.retail-2016") == (
            "到2016年12月31日：网络零售额目标，5.5万亿元，由商务部提出。  ▪ 所引来源载明"
        )

    def test_a_doubt_is_named_in_its_row_and_told_in_full_below(self, plan: Plan) -> None:
        laid = targets_view(plan, ViewOptions(116))
        assert any("Mobile users in China [doubt]" in line for line in view_lines(laid, 116))
        for node in plan.of_kind("target"):
            for note in node.notes:
                if note.kind == "doubt":
                    assert plan.with_names(note.text).en in said(laid, node.id)
                    assert plan.with_names(note.text).en[:40] in "\n".join(
                        view_lines(targets_printed(plan, ViewOptions(116)), 116)
                    )

    def test_the_title_bar_counts_each_group(self, plan: Plan) -> None:
        assert targets_view(plan, ViewOptions(76)).about == "8 goals, 8 targets of others, 9 figures"
        assert targets_view(plan, ViewOptions(76, only="retail")).about == "1 target of others"

    @pytest.mark.parametrize("size", SIZES)
    async def test_a_figure_in_chinese_counts_as_chinese_does(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan, lang="zh")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "T", "slash", "text:千亿元级", "enter")
            # Once in the filter and once on the row.
            assert screen_text(app).count("千亿元级") >= 2 and "十亿" not in screen_text(app)

    def test_no_figure_in_chinese_counts_in_thousands_of_millions(self, plan: Plan) -> None:
        figures = [node.target.figure("zh") for node in plan.of_kind("target") if node.target]
        assert "近11亿移动用户" in figures
        assert [figure for figure in figures if re.search("[0-9]十", figure)] == []

    @pytest.mark.parametrize("width", [24, 36, 58, 76, 116])
    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_no_name_is_cut(self, plan: Plan, width: int, lang: str) -> None:
        blocks = targets_view(plan, ViewOptions(width, lang)).blocks
        # In columns a name goes on in the next block, below other cells.
        text = "".join(span.text for block in blocks for span in block.spans if span.style == "link")
        for node in plan.of_kind("target"):
            assert "".join(node.title.pick(lang).split()) in "".join(text.split())
