"""The view of sources and gaps, as a reader uses it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from plan_data.labels.grades import GRADE_LABELS, GRADE_SIGNS
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from tests.small_plan import write_plan
from tests.support import explorer, press, screen_lines, screen_text, view_lines
from tests.tea_plan import write_tea_plan
from tui.app import Explorer
from widgets.drawn.page import MARGIN
from widgets.render.cards import node_card
from widgets.render.evidence import evidence_view
from widgets.render.view_options import ViewOptions

SIZES = [(40, 15), (80, 24), (120, 40)]
BIG_ACTIONS, BIG_TASKS = 400, 12


def said(app: Explorer) -> str:
    """What is said of the spot under the cursor."""
    spot = app.main.viewer.spot()
    return "".join(span.text for span in spot.says()) if spot and spot.says else ""


def text_of(plan: Plan, width: int = 98, lang: str = "en", only: str = "") -> str:
    """The view as it is printed."""
    return "\n".join(view_lines(evidence_view(plan, ViewOptions(width, lang, only=only)), width))


def joined(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())


def signs_of(plan: Plan, width: int = 98) -> str:
    """The signs of the chart, in their order."""
    lines = text_of(plan, width).split("\n\n")[1].split("\n")[1:]
    all_ = {sign.sign for sign in GRADE_SIGNS.values()}
    return "".join(letter for line in lines for letter in line if letter in all_)


class TestTheSentence:
    def test_its_numbers_are_those_of_the_printed_headings(self, plan: Plan) -> None:
        grades = Counter(plan.grade(node) for node in plan.headings_of(plan.document)) if plan.document else {}
        first = joined(text_of(plan))
        assert first.startswith(f"Of the {sum(grades.values())} headings of the document {grades['quoted']} are stated")
        assert f" {grades['reported']} are reported by a source you can open, " in first
        assert f" {grades['unchecked']} have no source yet. " in first

    def test_the_first_screen_counts_the_same(self, plan: Plan) -> None:
        card = joined(" ".join("".join(span.text for span in block.spans) for block in node_card(plan, "root")))
        assert "Of its 101 headings 11 stand in a quoted source, 15 are reported elsewhere, 75 rest" in card
        assert "Of the 101 headings of the document 11 are stated" in joined(text_of(plan))

    def test_it_says_that_the_quotes_were_checked_only_if_so(self, plan: Plan, tmp_path: Path) -> None:
        assert "All 174 quotes checked word for word against 4 sources." in joined(text_of(plan))
        small = load(write_plan(tmp_path, ("exact: 'e-commerce'", "exact: 'commerce by wire'")), with_errors=True)
        text = joined(text_of(small))
        assert "1 of the 2 quotes match" in text and "checked" not in text

    async def test_it_names_the_key_that_fetches_the_official_page(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "S")
            assert "Press A to check the official page." in joined(screen_text(app))
        assert "Press" not in text_of(plan)


class TestTheChart:
    @pytest.mark.parametrize("width", [37, 77, 117])
    def test_every_heading_is_one_sign(self, plan: Plan, width: int) -> None:
        signs = signs_of(plan, width)
        assert len(signs) == len(plan.headings) == 101
        assert Counter(signs) == {"▪": 11, "▫": 15, "∙": 75}

    @pytest.mark.parametrize("size", SIZES)
    async def test_it_opens_at_the_sign_of_the_entry_and_can_be_walked(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan, "act.public-services.2")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "S")
            assert "Sources and gaps" in screen_text(app)
            assert app.main.viewer.target == "act.public-services.2"
            assert said(app) == "Task 6.2, New everyday services: no source yet."
            await press(pilot, "l")
            assert said(app) == "Task 6.3, Online health care: reported by a source you can open."
            assert "Task 6.3, Online health care:" in screen_text(app)
            await press(pilot, "enter")
            assert app.main.current == "act.public-services.3" and not app.main.view
            await press(pilot, "left_square_bracket")
            assert app.main.view == "evidence"
            assert app.main.viewer.target == "act.public-services.3"

    async def test_a_row_says_how_much_of_it_is_supported_and_leads_to_its_first_gap(self, plan: Plan) -> None:
        app = explorer(plan, "act.public-services.3")
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "S", *("h" * 30))
            assert said(app) == "Of 40 tasks 5 are reported by a source you can open, 35 have no source yet."
            await press(pilot, "k")
            assert said(app) == "All 11 actions are stated in a quoted source."
            await press(pilot, "k", "k")
            assert said(app) == "None of the 5 principles has a source yet."
            await press(pilot, "k", "h")
            assert (
                said(app)
                == "Of 7 headings, title and sections, 4 are reported by a source you can open, 3 have no source yet."
            )
            await press(pilot, "j", "enter")
            assert app.main.current == "req.principles.1"


class TestTheGaps:
    def test_groups_without_a_source_are_named_and_of_many_measures_the_few_that_have_one(self, plan: Plan) -> None:
        text = joined(text_of(plan, 77))
        gaps = text[text.index("Gaps 75 of 101") :]
        assert "Tasks 35 of 40 the other 5 have one " in gaps
        assert "Groups of measures 6 of 7 m2 Innovation, m3 Relaxed setting, m4 " in gaps
        assert "Measures 22 of 25 all but m1.1 " in gaps

    async def test_which_group_has_no_source_is_seen_at_80_columns_without_a_key(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "S")
            text = joined(screen_text(app))
            assert "Groups of measures 6 of 7 m2 Innovation" in text and "m7 Organisation" in text

    async def test_a_name_leads_to_the_node(self, plan: Plan) -> None:
        app = explorer(plan, "mea.2")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "S", "j", "j", "j", "j", "l")
            for _ in range(40):
                if app.main.viewer.target == "mea.3":
                    break
                await press(pilot, "l")
            assert said(app) == "Group of measures m3, Relaxed environment: no source yet."
            await press(pilot, "enter")
            assert app.main.current == "mea.3"

    @pytest.mark.parametrize("size", SIZES)
    async def test_a_section_folds_and_its_rows_go(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "S")
            viewer = app.main.viewer
            viewer.stand_on(next(i for i, block in enumerate(viewer.blocks) if block.section == "gaps"))
            before = len(viewer.lines)
            await press(pilot, "space")
            assert len(viewer.lines) < before
            assert not any(viewer.blocks[row.block].member == "gaps" for row in viewer.lines if row.block >= 0)
            assert any(viewer.blocks[row.block].member == "says" for row in viewer.lines if row.block >= 0)


class TestTheTable:
    async def test_a_cell_leads_to_the_quote_that_states_it_and_back(self, plan: Plan) -> None:
        app = explorer(plan, "act.ecommerce")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "S")
            app.main.viewer.stand_on_target("act.ecommerce@q.001.23")
            assert said(app).endswith("1 direct quote of action 8, E-commerce.")
            assert said(app).startswith("NDRC and MIIT Provide Detail")
            await press(pilot, "enter")
            assert app.main.at == "q.001.23"
            assert app.main.focused_pane == "source"

    async def test_from_a_row_one_comes_back_to_the_row_and_not_to_its_sign_in_the_chart(self, plan: Plan) -> None:
        app = explorer(plan, "mea.5")
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "S", "G", *("k" * 6), "h", "h")
            viewer = app.main.viewer
            spot, row = viewer.spot(), viewer.cursor
            assert spot is not None and spot.start == 0 and viewer.blocks[row].member == "says"
            await press(pilot, "enter")
            assert not app.main.view
            await press(pilot, "escape")
            assert app.main.view == "evidence" and viewer.cursor == row

    async def test_a_gap_is_visible_and_leads_to_the_node(self, plan: Plan) -> None:
        app = explorer(plan, "act.ecology")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "S")
            app.main.viewer.stand_on_target("act.ecology", top=20)
            await press(pilot, "l", "l")
            spot = app.main.viewer.spot()
            assert spot is not None and spot.target == "act.ecology"
            row = next(line for line in screen_lines(app) if "Green ecology" in line)
            assert row[spot.start + MARGIN : spot.start + MARGIN + spot.width].strip() == "-"
            assert "no quote of action 10, Green ecology." in said(app)

    def test_columns_have_names_and_cells_have_nouns(self, plan: Plan) -> None:
        rows = text_of(plan).split("\n")
        heads = next(row for row in rows if "Briefing" in row)
        for name in ("ministries", "report", "engines", "also in"):
            assert name in heads
        links = plan.node("act.ecommerce").quotes
        of_000 = [link for link in links if plan.quotes[link.id].source == "src.000"]
        row = next(row for row in rows if "8 E-commerce" in row)
        assert row.split()[3:] == ["1", "direct", f"+{len(of_000)}", "+9", "+4", "4", "sources"]

    def test_in_a_narrow_view_it_is_in_words(self, plan: Plan) -> None:
        text = joined(text_of(plan, 37))
        assert "1 Entrepreneurship and innovation 1 direct +3 in Briefing; +2 in Eight ministries; " in text
        assert "+1 in New engines; 5 more sources" in text

    @pytest.mark.parametrize("width", [24, 37, 60, 66, 77])
    def test_no_source_is_out_of_reach(self, plan: Plan, width: int) -> None:
        laid = evidence_view(plan, ViewOptions(width))
        reached = {spot.target for row in laid.spots.values() for spot in row if "@" in spot.target}
        for node in plan.of_kind("action", "category", "group"):
            sources = {plan.quotes[link.id].source for link in node.quotes}
            own = {plan.quotes[id_.partition("@")[2]].source for id_ in reached if id_.startswith(f"{node.id}@")}
            if own != sources:
                last = [row[-1] for row in laid.spots.values() if row[0] == (0, *row[0][1:]) and len(row) > 1]
                assert any(spot.target == node.id for spot in last)
                assert f" in {len(sources - own)}" in joined(text_of(plan, width))

    async def test_sources_without_a_column_are_in_the_last_one(self, plan: Plan) -> None:
        text = joined(text_of(plan, 62))
        assert "other Key actions Briefing sources" in text
        assert "1 Entrepreneurship 1 direct +3 " in text and "; 5 more" in text
        app = explorer(plan)
        async with app.run_test(size=(65, 24)) as pilot:
            await press(pilot, "S")
            app.main.viewer.stand_on_target("act.ai", top=20)
            await press(pilot, "l")
            assert said(app).endswith(" quote of action 11, Artificial intelligence, and 1 more on the subject.")
            await press(pilot, "h")
            app.main.viewer.stand_on_target("act.energy", top=20)
            await press(pilot, "l", "l")
            assert said(app) == "Action 4, Smart energy: its card names all its sources."

    async def test_a_click_on_a_cell_follows_it_once(self, plan: Plan) -> None:
        app = explorer(plan, "act.ecommerce")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "S")
            viewer = app.main.viewer
            viewer.stand_on_target("act.ecommerce@q.001.23")
            await pilot.pause()
            spot = viewer.spot()
            assert spot is not None
            opened: list[str] = []
            app.main.sources.open_link = opened.append  # type: ignore[method-assign]
            row = next(y for y, line in enumerate(viewer.lines) if line.block == viewer.cursor)
            await pilot.click("#view", offset=(spot.start + 2, row - viewer.scroll_offset.y))
            await pilot.pause()
            assert opened == ["act.ecommerce@q.001.23"]


class TestTheView:
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

    def test_a_filter_lists_the_headings_that_match_with_their_grades(self, plan: Plan) -> None:
        text = text_of(plan, only="finance")
        assert "Headings" in text and "Every heading" not in text and "Sources" not in text
        row = next(row for row in text.split("\n") if "5.2 Wider reach" in row)
        assert row.endswith(GRADE_LABELS["unchecked"].en)
        assert evidence_view(plan, ViewOptions(98, only="zzz")).blocks == []

    def test_only_signs_that_occur_are_named(self, plan: Plan) -> None:
        assert text_of(plan).split("\n")[-1] == "  ".join(
            f"{GRADE_SIGNS[grade].sign} {GRADE_LABELS[grade].en}" for grade in ("quoted", "reported", "unchecked")
        )
        assert text_of(plan, only="tracing").split("\n")[-1] == "∙ no source yet"

    @pytest.mark.parametrize("width", [37, 77, 117])
    def test_in_chinese_no_word_of_ours_is_english(self, plan: Plan, width: int) -> None:
        text = text_of(plan, width, "zh")
        titles = [source.title for source in plan.sources.values()]
        names = {word for title in titles for word in f"{title.en} {title.en_short}".split()}
        letters = {word.strip("：；") for word in joined(text).split() if word.isascii() and word.isalpha()}
        assert letters - names - {"attach", "fetch"} == set()
        assert "文件共有101个标题" in text

    def test_a_plan_without_printed_headings_counts_its_entries(self, tmp_path: Path) -> None:
        text = joined(text_of(load(write_tea_plan(tmp_path))))
        assert text.startswith("None of the 10 entries of the plan has a source yet.")
        assert "Every entry, one sign each" in text and "heading" not in text

    def test_a_plan_of_nothing_and_of_one_thing_says_no_nonsense(self, tmp_path: Path) -> None:
        bare = "schema: 1\nroot:\n  id: r\n  kind: plan\n  title: {en: Bare}\n"
        (tmp_path / "plan.yaml").write_text(bare)
        assert evidence_view(load(tmp_path), ViewOptions(77)).blocks == []
        (tmp_path / "plan.yaml").write_text(bare + "  children:\n    - {id: c, kind: task, title: {en: One thing}}\n")
        text = text_of(load(tmp_path), 77)
        assert text.startswith("One thing: no source yet.")
        assert "What each source says" not in text and "Sources" not in text and " 0 " not in text
        assert "title and sections" not in text.lower()

    async def test_a_large_plan_opens_with_the_gaps_in_sight(self, tmp_path: Path) -> None:
        rows = ["schema: 1", "root:", "  id: r", "  kind: plan", "  title: {en: Big, zh: 大}", "  related: [src.d]"]
        rows.append("  children:")
        for a in range(BIG_ACTIONS):
            rows += [f"    - id: a{a}", "      kind: action", f"      title: {{en: Action {a}, zh: 行动{a}}}"]
            rows.append("      children:")
            for t in range(BIG_TASKS):
                rows.append(f"        - {{id: a{a}.{t}, kind: task, title: {{en: Task {t}, zh: 任务{t}}}}}")
        (tmp_path / "plan.yaml").write_text("\n".join(rows) + "\n")
        (tmp_path / "sources").mkdir()
        document = "id: src.d\nkind: official\ntitle: {zh: 大}\nheadings: [r]\n"
        (tmp_path / "sources" / "d.yaml").write_text(document)
        big = load(tmp_path)
        app = explorer(big)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "S")
            assert "4800 of 4800" in screen_text(app)
