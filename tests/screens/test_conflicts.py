"""The view of conflicts, as a reader uses it."""

from __future__ import annotations

import pytest

from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_lines, screen_text, view_lines
from widgets.render.blocks import layout
from widgets.render.cards import node_card
from widgets.render.conflicts import conflicts_printed, conflicts_view, joined
from widgets.render.view_options import ViewOptions

SIZES = [(40, 15), (80, 24), (120, 40)]
WIDE = [(80, 24), (120, 40)]


class TestConflicts:
    @pytest.mark.parametrize("size", WIDE)
    async def test_the_card_beside_the_list_follows_the_cursor(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan, "act.ai")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "C")
            nodes = [block.target for block in app.main.viewer.blocks if block.target]
            assert len(nodes) == sum(1 for _ in plan.of_kind("conflict"))
            for node in nodes:
                assert app.main.viewer.target == node
                card = app.main.card.lines[0].line
                assert plan.title(node) in "".join(span.text for span in card)
                await press(pilot, "down")
                if not app.main.viewer.target:
                    # The heading of the next kind.
                    await press(pilot, "down")
            # The last row was reached, and the outline is where it was.
            assert app.main.current == "act.ai"

    @pytest.mark.parametrize("size", SIZES)
    async def test_enter_reads_the_sides_and_escape_leads_back_to_the_list_and_then_out(
        self, plan: Plan, size: tuple[int, int]
    ) -> None:
        app = explorer(plan, "act.ai")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "C", "down", "enter")
            assert app.main.focused_pane == "card" and app.main.shown == "cf.eight-eleven"
            assert "Eight bodies" in " ".join(screen_text(app).split())
            await press(pilot, "escape")
            assert app.main.focused_pane == "view" and app.main.viewer.target == "cf.eight-eleven"
            await press(pilot, "escape")
            assert not app.main.view and app.main.shown == app.main.current == "act.ai"

    @pytest.mark.parametrize("size", WIDE)
    async def test_tab_goes_between_list_and_card(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "C", "tab")
            assert app.main.focused_pane == "card"
            await press(pilot, "tab")
            assert app.main.focused_pane == "view"
            await press(pilot, "-")
            assert app.main.view == "conflicts" and app.main.said

    async def test_a_window_that_becomes_narrow_shows_the_list(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "C", "tab")
            await pilot.resize_terminal(60, 30)
            await pilot.pause()
            assert app.main.focused_pane == "view" and "In doubt" in screen_text(app)
            await press(pilot, "down", "enter")
            assert app.main.focused_pane == "card" and not app.main.view

    async def test_both_sides_stand_next_to_each_other(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "C")
            line = next(line for line in screen_lines(app) if "Spring 2015: the task" in line)
            assert "June 2015: the planning" in line
            assert "Our comment" in screen_text(app)

    async def test_in_a_narrow_card_they_stand_below_each_other(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(40, 90)) as pilot:
            await press(pilot, "C", "down", "up", "enter")
            lines = screen_lines(app)
            first, second = (
                next(y for y, line in enumerate(lines) if text in line) for text in ("Spring 2015:", "June 2015:")
            )
            assert first < second

    async def test_the_quote_of_each_side_is_walked_to_and_opens_its_source(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "C", "enter")
            assert app.main.card.target == "src.000"
            await press(pilot, "right", "left", "down", "down")
            assert app.main.card.target == "cf.drafters@q.001.07"
            await press(pilot, "down")
            assert app.main.card.target == "cf.drafters@q.000.14"
            await press(pilot, "up")
            assert app.main.card.target == "cf.drafters@q.001.07"
            await press(pilot, "enter")
            assert app.main.at == "q.001.07" and app.main.focused_pane == "source"
            await press(pilot, "escape")
            assert app.main.view == "conflicts" and app.main.viewer.target == "cf.drafters"

    async def test_left_of_the_left_side_is_the_list(self, plan: Plan) -> None:
        app = explorer(plan, "cf.drafters")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "enter", "left")
            assert app.main.focused_pane == "outline"

    @pytest.mark.parametrize("size", SIZES)
    async def test_the_filter_leaves_what_holds_its_words(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "C", "slash", "text:photograph", "enter")
            text = screen_text(app)
            assert "One photograph" in text and "Who led the drafting" not in text

    async def test_a_location_in_the_list_is_taken_up_again(self, plan: Plan) -> None:
        app = explorer(plan, "act.ai")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "C", "down", "t", "[")
            assert app.main.view == "conflicts" and app.main.shown == "cf.eight-eleven"
            await press(pilot, "C")
            assert app.main.shown == "act.ai"


class TestSides:
    @pytest.mark.parametrize("width", [36, 76, 116])
    def test_every_kind_and_every_side_is_printed(self, plan: Plan, width: int) -> None:
        text = "".join("".join(line.split()) for line in view_lines(conflicts_printed(plan, ViewOptions(width)), width))
        for words in ("Sources differ", "Changed over time", "In doubt", "no quote says this"):
            assert "".join(words.split()) in text
        for node in plan.of_kind("conflict"):
            assert "".join(node.title.en.split()) in text
            if width < 60:
                # In columns the lines of two sides alternate.
                says = [side.says.en for side in (node.conflict.sides if node.conflict else ())]
                assert all("".join(words.split()) in text for words in (node.summary.en, *says))

    def test_neighbouring_quotes_are_one_and_stand_in_the_source_as_they_are_shown(self, plan: Plan) -> None:
        quotes = [plan.quotes[id_] for id_ in ("q.001.07", "q.001.08", "q.001.09")]
        ((text, first),) = joined(plan, quotes)
        assert first is quotes[0] and text in plan.sources[first.source].passages[first.paragraph]
        assert all(quote.exact in text for quote in quotes)
        for node in plan.of_kind("conflict"):
            for side in node.conflict.sides if node.conflict else ():
                for text, quote in joined(plan, [plan.quotes[id_] for id_ in side.quotes]):
                    assert text in plan.sources[quote.source].passages[quote.paragraph]

    def test_quotes_far_from_each_other_stay_apart(self, plan: Plan) -> None:
        quotes = [plan.quotes[id_] for id_ in ("q.000.14", "q.000.53", "q.001.07", "q.001.07")]
        assert [text for text, _ in joined(plan, quotes)] == [quote.exact for quote in quotes]

    @pytest.mark.parametrize("width", [40, 90])
    def test_a_source_is_named_once_a_side_with_the_words_that_it_demands(self, plan: Plan, width: int) -> None:
        for node in plan.of_kind("conflict"):
            rows = layout(node_card(plan, node.id, width=width), width)
            text = "".join("".join(span.text for span in row.line) for row in rows)
            sides = node.conflict.sides if node.conflict else ()
            named = sum(len({plan.quotes[id_].source for id_ in side.quotes} & {"src.000"}) for side in sides)
            assert "".join(text.split()).count("ecologyoftheInternetofeverything") >= (named if width < 60 else 0)
            assert text.count("machine") >= named

    def test_a_quote_that_does_not_stand_there_word_for_word_says_so(self, plan: Plan) -> None:
        quote = plan.quotes["q.001.07"]
        with pytest.MonkeyPatch.context() as patch:
            moved = plan.anchors[quote.id]._replace(state="missing")
            patch.setattr(plan, "anchors", {**{id_: plan.anchors[id_] for id_ in plan.quotes}, quote.id: moved})
            rows = layout(node_card(plan, "cf.drafters", width=40), 40)
        text = "\n".join("".join(span.text for span in row.line) for row in rows)
        assert "para. 3  not found" in text and text.count("not found") == 1

    def test_what_is_in_doubt_about_the_quotes_is_at_the_end(self, plan: Plan) -> None:
        blocks = node_card(plan, "cf.drafters", width=90)
        head = next(block for block in blocks if block.section == "quote-notes")
        notes = [block for block in blocks if block.member == "quote-notes"]
        assert "5" in head.spans[1].text and any("chairman" in block.spans[-1].text for block in notes)

    @pytest.mark.parametrize("width", range(24, 130, 5))
    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_every_row_leads_to_its_card(self, plan: Plan, width: int, lang: str) -> None:
        laid = conflicts_view(plan, ViewOptions(width, lang))
        targets = {spot.target for spots in laid.spots.values() for spot in spots}
        assert targets == {node.id for node in plan.of_kind("conflict")}
