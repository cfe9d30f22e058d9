"""Finding on a page: in the reader, in the help, and the filter of a view's rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_data.model.plan import Plan
from plan_data.text.occurrences import occurrences
from tests.support import explorer, press, screen_lines, screen_text
from tui.panes.find_line import FindLine
from tui.screens.help_page import HelpPage


class TestOccurrences:
    @pytest.mark.parametrize(
        ("text", "query", "wanted"),
        [
            ("Internet Plus, internet plus", "INTERNET", [(0, 8), (15, 23)]),
            ("22  trillion\nyuan", "22 trillion yuan", [(0, 17)]),
            ("the “last kilometer”", '"last', [(5, 9)]),
            ("the “last kilometer”", "'last kilometer'", [(5, 19)]),
            ("e-commerce, ecommerce", "ecommerce", [(0, 10), (12, 21)]),
            ("e-commerce, ecommerce", "e-commerce", [(0, 10), (12, 21)]),
            ("10,000 or 10 000 or 10000", "10000", [(0, 6), (20, 25)]),
            ("10000", "10,000", [(0, 5)]),
            ("电子商务", "電子商務", [(0, 4)]),
            ("電子商務", "电子商务", [(0, 4)]),
            ("互联网＋行动", "互联网+", [(0, 4)]),
            ("ＡＢＣ", "abc", [(0, 3)]),
            ("Straße", "strasse", [(0, 6)]),
            ("a café's menu", "cafes", [(2, 8)]),
            ("cross-border e-commerce", "Cross Border", [(0, 12)]),
            ("well - or not", "-", [(5, 6)]),
            ("aaaa", "aa", [(0, 2), (2, 4)]),
            ("a.c abc", "a.c", [(0, 3)]),
            ("[bold]", "[", [(0, 1)]),
            ("text", "", []),
            ("text", "  ", []),
            ("", "a", []),
        ],
    )
    def test_where(self, text: str, query: str, wanted: list[tuple[int, int]]) -> None:
        assert occurrences(text, query) == wanted

    @given(st.text(max_size=60), st.text(max_size=6))
    def test_spans_rise_and_lie_inside(self, text: str, query: str) -> None:
        found = occurrences(text, query)
        edges = [edge for span in found for edge in span]
        assert all(0 <= edge <= len(text) for edge in edges)
        assert all(start < end for start, end in found)

    @given(st.text(alphabet="ab 互联网+\n", max_size=40), st.data())
    def test_every_stretch_of_a_text_is_found_in_it(self, text: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        if text[start:end].strip():
            assert occurrences(text, text[start:end])


class TestReader:
    @pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40)])
    async def test_every_keystroke_lights_and_n_walks(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan, "act.ecommerce")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "s", "slash", "text:trillion")
            assert not app.main.source_pane.hits
            assert "not found" in screen_text(app)
            await press(pilot, "escape", "full_stop", "slash", "text:trillion")
            reader = app.main.source_pane
            assert len(reader.hits) >= 2
            assert f"/{len(reader.hits)} " in screen_text(app)
            await press(pilot, "enter")
            assert app.main.focused is reader
            first = reader.hit
            await press(pilot, "n")
            assert reader.hit == (first + 1) % len(reader.hits)
            await press(pilot, "N", "N")
            assert reader.hit == (first - 1) % len(reader.hits)
            at_hand = [s.text for row in reader.lines for s in row.line if s.style == "found-now"]
            assert "".join(at_hand).replace(" ", "").lower() == "trillion"

    async def test_enter_on_nothing_found_says_so_and_lets_it_be_mended(self, plan: Plan) -> None:
        app = explorer(plan, "act.ecommerce")
        async with app.run_test(size=(100, 30)) as pilot:
            await press(pilot, "s", "slash", "text:artifical", "enter")
            assert "not found" in screen_text(app)
            await press(pilot, *["backspace"] * 2, "text:ial intelligence", "enter")
            assert app.main.focused is app.main.source_pane and app.main.source_pane.hits
            await press(pilot, "slash", "ctrl+u", "text:zzzz", "enter", "escape")
            assert app.main.focused is app.main.source_pane and not app.main.source_pane.sought

    async def test_what_lies_in_a_folded_section_is_unfolded(self, plan: Plan) -> None:
        app = explorer(plan, "act.ecommerce")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "s", "slash", "text:Convenient transportation", "enter")
            for _ in app.main.source_pane.hits:
                await press(pilot, "n")
                assert any(s.style == "found-now" for row in app.main.source_pane.lines for s in row.line)

    async def test_escape_puts_it_out_and_only_then_closes(self, plan: Plan) -> None:
        app = explorer(plan, "act.ecommerce")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "s", "slash", "text:internet", "enter", "escape")
            assert app.main.at and not app.main.source_pane.sought
            assert not any(s.style.startswith("found") for row in app.main.source_pane.lines for s in row.line)
            await press(pilot, "escape")
            assert not app.main.at

    @pytest.mark.parametrize("text", ["[", "[/", "(.*", "\\", "x" * 300])
    @pytest.mark.case("B59", "M1")
    async def test_signs_mean_themselves(self, plan: Plan, text: str) -> None:
        app = explorer(plan, "tgt.ecommerce-2016")
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "s", "slash")
            app.main.query_one(FindLine).query_one("FindInput").value = text  # type: ignore[attr-defined]
            await pilot.pause()
            source = app.main.plan.sources["src.000"]
            in_passages = sum(passage.count(text) for passage in source.passages.values())
            shown = ("".join(span.text for span in block.spans) for block in app.main.source_pane.blocks)
            assert len(app.main.source_pane.hits) == sum(words.count(text) for words in shown) >= in_passages
            assert ("not found" in screen_text(app)) == (not app.main.source_pane.hits)


class TestView:
    async def test_only_the_rows_with_all_words_are_left(self, plan: Plan) -> None:
        app = explorer(plan, "act.ai")
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "S", "slash", "text:smart ener")
            text = screen_text(app)
            assert "Smart energy" in text and "E-commerce" not in text
            # The action, which has a row in the table too, and a task of it.
            assert "2 rows" in text
            await press(pilot, "enter")
            await press(pilot, "j", "n")
            await press(pilot, "g", "j")
            assert app.main.viewer.target == "act.energy"
            await press(pilot, "enter")
            assert app.main.current == "act.energy"

    async def test_escape_brings_all_rows_back(self, plan: Plan) -> None:
        app = explorer(plan, "act.ai")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "C", "slash", "text:negative list", "enter")
            assert "Who led the drafting" not in screen_text(app)
            await press(pilot, "escape")
            assert app.main.view == "conflicts"
            assert "Who led the drafting" in screen_text(app)

    @pytest.mark.parametrize(
        ("key", "words", "rows"),
        [
            ("a", "agriculture", "2 rows"),
            ("T", "22 trillion", "1 row"),
            ("t", "target", "3 rows"),
            ("C", "ranks", "1 row"),
        ],
    )
    async def test_the_rows_that_are_left_are_counted(self, plan: Plan, key: str, words: str, rows: str) -> None:
        app = explorer(plan)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, key, "slash", f"text:{words}")
            assert screen_lines(app)[-1].rstrip().endswith(f" {rows}")
            # Where the line is closed the title bar says it.
            await press(pilot, "enter")
            assert f"{rows} with: {words}" in screen_lines(app)[0]
            await press(pilot, "escape")
            assert "with:" not in screen_lines(app)[0]

    async def test_chinese_finds_too(self, plan: Plan) -> None:
        app = explorer(plan, "act.ai")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "S", "slash")
            app.main.query_one(FindLine).query_one("FindInput").value = "人工"  # type: ignore[attr-defined]
            await pilot.pause()
            assert "Artificial intelligence" in screen_text(app)
            assert "Smart energy" not in screen_text(app)


class TestHelp:
    async def test_the_help_can_be_searched(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "question_mark", "slash", "text:clipboard", "escape", "slash", "text:footnote", "enter")
            page = app.screen.query_one(HelpPage)
            assert page.hits
            await press(pilot, "n")
            assert any("footnote" in line for line in screen_lines(app))
            await press(pilot, "escape")
            assert not page.sought and app.screen is not app.main
            await press(pilot, "escape")
            assert app.screen is app.main
