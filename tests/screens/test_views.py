"""The views across the plan, and the filter of the outline, as a reader uses them."""

from __future__ import annotations

import pytest

from plan_data.exports.views import VIEWS
from plan_data.labels.view_words import PASSED
from plan_data.model.entities import first_date
from plan_data.model.plan import Plan
from plan_data.text.dates import precision
from tests.support import explorer, press, screen_lines, screen_text
from widgets.drawn.page import MARGIN
from widgets.render.agencies import agencies_view
from widgets.render.blocks import layout
from widgets.render.comparison import comparison_view
from widgets.render.conflicts import conflicts_view
from widgets.render.evidence import evidence_view
from widgets.render.notes import with_names
from widgets.render.table_layout import Cell, Table, TableLayout, lay_out
from widgets.render.targets import targets_view
from widgets.render.timeline import DATE, axis_for, timeline_view
from widgets.render.view_options import ViewOptions
from widgets.render.views import view_of
from widgets.render.wrapping import Span, cells

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
        laid = evidence_view(plan, ViewOptions(118))
        row = next(b for b in laid.blocks if b.target == "act.ecommerce")
        text = "".join(span.text for span in row.spans)
        links = plan.node("act.ecommerce").quotes
        of_000 = [link for link in links if plan.quotes[link.id].source == "src.000"]
        assert f"+{len(of_000)}" in text
        assert "1s" in text

    @pytest.mark.parametrize("width", range(24, 130, 7))
    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_every_line_fits_and_every_spot_lies_inside(self, plan: Plan, width: int, lang: str) -> None:
        for view in map(view_of, VIEWS):
            laid = view(plan, ViewOptions(width, lang, today="2026-11-23"))
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


class TestUnstated:
    async def test_only_what_no_quote_states_is_left(self, plan: Plan) -> None:
        app = explorer(plan, "act.ai.1")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "U", "g", "e")
            shown = [plan.nodes[place] for place in app.main.outline.rows]
            wanted = {n.id for n in plan.nodes if n.kind not in ("plan", "section") and not plan.is_stated(n)}
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


def test_a_table_that_is_too_wide_shows_its_last_columns_on_demand() -> None:
    heads = tuple(Cell(f"column {i}", f"c{i}") for i in range(6))
    table = Table(heads, (((Span("row"),), "r", tuple(Cell(str(i), f"r{i}") for i in range(6))),), 10)
    first = lay_out(table, 40)
    last = lay_out(table, 40, 99)
    assert [spot.target for spot in first.spots[1]] == ["r", "r0", "r1", "r2"]
    assert [spot.target for spot in last.spots[1]][-1] == "r5"
    assert all(sum(cells(span.text) for span in block.spans) <= 40 for block in (*first.blocks, *last.blocks))


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
        text = drawn(timeline_view(plan, ViewOptions(118)), 118)
        row = next(line for line in text if "The action plan is released" in line)
        assert "◊" + "~" * 35 in row
        row = next(line for line in text if "Drafting of the Opinions begins" in line)
        assert "◦~~ Drafting" in row

    def test_a_passed_deadline_says_what_is_not_known(self, plan: Plan) -> None:
        laid = timeline_view(plan, ViewOptions(118, today="2019-01-01"))
        text = "\n".join(drawn(laid, 118))
        assert text.count(PASSED) == 2
        assert "\n".join(drawn(timeline_view(plan, ViewOptions(118, today="2018-12-31")), 118)).count(PASSED) == 1
        assert "| today" in text

    def test_today_is_never_printed(self, plan: Plan) -> None:
        text = "\n".join(drawn(timeline_view(plan, ViewOptions(100)), 100))
        assert "today" not in text and PASSED not in text

    async def test_it_is_filtered_by_kind(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(120, 50)) as pilot:
            await press(pilot, "t", "slash", "text:target")
            text = screen_text(app)
            assert "2018: first phase" in text and "Briefing by NDRC" not in text


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
        rows = drawn(agencies_view(plan, ViewOptions(118)), 118)
        head = next(line for line in rows if " 11 " in line and " m1 " in line)
        columns = {word: head.index(f" {word} ") + len(word) for word in ("2", "4", "9", "11", "m2", "m3")}
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
        text = " ".join(" ".join(drawn(laid, width)).split())
        assert "4 bodies" in text and "7 quotes" in text
        targets = [spot.target for spots in laid.spots.values() for spot in spots]
        assert targets.count("org.ndrc") == targets.count("org.mot") == 1
        assert targets.count("org.gac") == 1

    def test_without_two_nodes_it_says_what_to_do(self, plan: Plan) -> None:
        for nodes in ((), ("act.ai",), ("act.ai", "nonsense")):
            assert "press = again" in drawn(comparison_view(plan, ViewOptions(80, nodes=nodes)), 80)[0]


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


def drawn(laid: TableLayout, width: int) -> list[str]:
    """The lines of a view, as text."""
    return ["".join(span.text for span in row.line) for row in layout(laid.blocks, width)]
