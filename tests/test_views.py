"""The views across the plan, and the filter of the outline, as a reader uses them."""

from __future__ import annotations

import pytest

from plan_data.model import Plan
from tests.support import explorer, press, screen_lines, screen_text
from widgets.blocks import layout
from widgets.matrix import Cell, Table, lay_out
from widgets.views import Look, conflicts_view, evidence_view
from widgets.wrapping import Span, cells

SIZES = [(40, 15), (80, 24), (120, 40)]


class TestEvidence:
    @pytest.mark.parametrize("size", SIZES)
    async def test_opens_by_its_key_and_a_row_leads_to_its_node_and_back(
        self, plan: Plan, size: tuple[int, int]
    ) -> None:
        app = explorer(plan, "act.energy")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "S")
            assert "Sources and evidence" in screen_text(app)
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
            assert app.main.focused_pane == "reader"

    async def test_a_gap_is_visible_and_leads_to_the_node(self, plan: Plan) -> None:
        app = explorer(plan, "act.ecology")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "S", "l")
            spot = app.main.viewer.spot()
            assert spot is not None and spot.target == "act.ecology"
            row = next(line for line in screen_lines(app) if "Green ecology" in line)
            assert row[spot.start + 1 : spot.start + 1 + spot.width].strip() == "-"

    async def test_columns_that_do_not_fit_come_into_sight(self, plan: Plan) -> None:
        app = explorer(plan, "act.ai")
        async with app.run_test(size=(40, 20)) as pilot:
            await press(pilot, "S")
            assert "seen in" not in "".join(line for line in screen_lines(app) if "000" in line)
            await press(pilot, "l", "l", "l", "l", "l")
            assert app.main.viewer.target == plan.node("act.ai").cites["title"][0]

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
        laid = evidence_view(plan, Look(118))
        row = next(b for b in laid.blocks if b.target == "act.ecommerce")
        text = "".join(span.text for span in row.spans)
        links = plan.node("act.ecommerce").quotes
        of_000 = [link for link in links if plan.quotes[link.id].source == "src.000"]
        assert f"+{len(of_000)}" in text
        assert "1s" in text

    @pytest.mark.parametrize("width", range(24, 130, 7))
    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_every_line_fits_and_every_spot_lies_inside(self, plan: Plan, width: int, lang: str) -> None:
        for view in (evidence_view, conflicts_view):
            laid = view(plan, Look(width, lang))
            rows = layout(laid.blocks, width)
            assert all(sum(cells(span.text) for span in row.line) <= width for row in rows)
            for spots in laid.spots.values():
                assert all(spot.start >= 0 and spot.start + spot.width <= width for spot in spots)
                assert [spot.start for spot in spots] == sorted(spot.start for spot in spots)


class TestConflicts:
    async def test_both_sides_stand_next_to_each_other(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "C")
            line = next(line for line in screen_lines(app) if "In spring 2015 the NDRC leads" in line)
            assert "In June 2015: the NDRC and ten other ministries" in line
            assert "what differs, our note" in screen_text(app)

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
        laid = conflicts_view(plan, Look(100))
        text = "\n".join("".join(span.text for span in (*b.spans, *b.right)) for b in laid.blocks)
        for words in ("sources disagree", "one source, in doubt", "changed over time", "no shipped passage says this"):
            assert words in text
        targets = {spot.target for spots in laid.spots.values() for spot in spots}
        for node in plan.of_kind("conflict"):
            assert node.conflict is not None
            for side in node.conflict.sides:
                assert {f"{node.id}@{quote}" for quote in side.quotes} <= targets

    async def test_the_machine_translation_is_named_with_each_of_its_quotes(self, plan: Plan) -> None:
        for width in (60, 120):
            laid = conflicts_view(plan, Look(width))
            text = " ".join("".join(span.text for span in b.spans) for b in laid.blocks)
            count = sum(
                plan.quotes[quote].source == "src.000"
                for node in plan.of_kind("conflict")
                for side in (node.conflict.sides if node.conflict else ())
                for quote in side.quotes
            )
            assert len([1 for word in text.split() if word.startswith("(machine")]) == count


class TestUnstated:
    async def test_only_what_no_quote_states_is_left(self, plan: Plan) -> None:
        app = explorer(plan, "act.ai.1")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "U", "g", "e")
            shown = [plan.nodes[place] for place in app.main.outline.rows]
            wanted = {n.id for n in plan.nodes if n.kind not in ("plan", "section") and not plan.is_stated(n)}
            above = {a.id for id_ in wanted for a in plan.ancestors(id_)}
            assert {node.id for node in shown} == wanted | above
            assert "that no quote states" in screen_lines(app)[0]
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


def test_a_table_that_is_too_wide_shows_its_last_columns_on_demand() -> None:
    heads = tuple(Cell(f"column {i}", f"c{i}") for i in range(6))
    table = Table(heads, (((Span("row"),), "r", tuple(Cell(str(i), f"r{i}") for i in range(6))),), 10)
    first = lay_out(table, 40)
    last = lay_out(table, 40, 99)
    assert [spot.target for spot in first.spots[1]] == ["r", "r0", "r1", "r2"]
    assert [spot.target for spot in last.spots[1]][-1] == "r5"
    assert all(sum(cells(span.text) for span in block.spans) <= 40 for block in (*first.blocks, *last.blocks))
