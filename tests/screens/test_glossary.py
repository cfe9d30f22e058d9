"""The glossary, as a reader uses it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.search.pinyin import hanzi, syllables
from tests.small_plan import write_plan
from tests.support import explorer, press, screen_lines, screen_text, view_lines, wait_until
from tui.app import Explorer
from widgets.render.glossary import glossary_printed, glossary_view
from widgets.render.view_options import ViewOptions

SIZES = [(40, 15), (80, 24), (120, 40)]
SHAPES = [*SIZES, (120, 36), (160, 50)]


def term_under_cursor(app: Explorer) -> str:
    """The Chinese term of the row under the cursor."""
    return app.main.viewer.target.partition("#")[2]


def joined(text: str) -> str:
    """A text without the breaks and spaces of its lines."""
    return "".join(text.split())


class TestReading:
    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    async def test_w_opens_it_and_the_title_says_how_many_in_which_order(
        self, plan: Plan, size: tuple[int, int], lang: str
    ) -> None:
        app = explorer(plan, lang=lang)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "w")
            count = len(plan.terms)
            assert app.main.view == "glossary"
            title = screen_lines(app)[0]
            assert ("术语" if lang == "zh" else "Glossary") in title
            assert (f"{count}条术语" if lang == "zh" else f"{count} terms") in title
            order = "按拼音" if lang == "zh" else "by English"
            assert order in title
            assert (("本工具" if lang == "zh" else "ours") in title) == (size[0] >= 80)
            assert re.search("[āáǎàēéěèīíǐìōóǒòūúǔù]", screen_text(app))
            await press(pilot, "escape")
            assert app.main.view == ""

    @pytest.mark.parametrize("size", SHAPES)
    @pytest.mark.parametrize("lang", ["en", "zh"])
    async def test_each_definition_is_read_whole_beside_its_row(
        self, plan: Plan, size: tuple[int, int], lang: str
    ) -> None:
        app = explorer(plan, lang=lang)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "w", "g")
            seen: dict[str, int] = {}
            # A row of several lines at the lower edge takes a step more.
            while len(seen) < len(plan.terms) and sum(seen.values()) < 2 * len(plan.terms):
                term = plan.terms[term_under_cursor(app)]
                note = term.note
                text = joined("\n".join(screen_lines(app)[1:-1]))
                for part in (note.term.en, term.zh, note.pinyin, plan.with_names(note.text).pick(lang)):
                    assert joined(part) in text, (term.zh, screen_text(app))
                assert joined("见于" if lang == "zh" else "Used in") in text
                seen[term.zh] = seen.get(term.zh, 0) + 1
                await press(pilot, "j")
            assert seen.keys() == plan.terms.keys()

    @pytest.mark.parametrize("size", SIZES)
    async def test_the_end_is_in_sight_at_the_end(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "w", "G")
            last = list(plan.terms.values())[-1]
            assert term_under_cursor(app) == last.zh
            assert last.note.term.en in screen_text(app) and screen_lines(app)[0].rstrip().endswith("end")
            if size[0] >= 80:
                assert screen_lines(app)[1].split() == ["English", "Chinese", "pinyin"]

    async def test_the_list_stays_where_it_is_while_definitions_change(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "w")
            heights = set()
            for _ in range(12):
                heights.add(len(app.main.viewer.foot))
                await press(pilot, "j")
            assert len(heights) == 1

    async def test_r_changes_the_order_and_the_cursor_stays_on_its_term(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "w", "j", "j", "j")
            term = term_under_cursor(app)
            await press(pilot, "r")
            assert "by pinyin" in screen_lines(app)[0] and term_under_cursor(app) == term
            assert screen_lines(app)[1].split() == ["Chinese", "pinyin", "English"]
            await press(pilot, "L")
            assert "按拼音" in screen_lines(app)[0]
            await press(pilot, "r")
            assert "按英文" in screen_lines(app)[0] and term_under_cursor(app) == term

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("words", ["puhui", "普惠", "inclusive", "pǔhuì jīnróng", "the definition"])
    async def test_the_filter_finds_english_chinese_pinyin_and_definitions(
        self, plan: Plan, size: tuple[int, int], words: str
    ) -> None:
        if words == "the definition":
            words = plan.terms["普惠金融"].note.text.zh[:6]
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "w", "slash", f"text:{words}", "enter")
            rows = {spots[0].target.partition("#")[2] for spots in app.main.viewer.table.spots.values()}
            assert "普惠金融" in rows and len(rows) < 6
            assert (f"{len(rows)} row" in screen_lines(app)[0]) or size[0] < 80
            await press(pilot, "escape")
            assert len(app.main.viewer.table.spots) == len(plan.terms)

    async def test_two_terms_of_one_entry_are_two_rows(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(80, 24)) as pilot:
            places = [term.places[0] for term in plan.terms.values()]
            twice = next(place for place in places if places.count(place) > 1)
            second = [term for term in plan.terms.values() if term.places[0] == twice][1]
            await press(pilot, "w", "slash", f"text:{second.note.term.en}", "enter", "escape")
            app.main.viewer.stand_on_target(f"{twice}#{second.zh}")
            await press(pilot, "enter")
            assert app.main.shown == twice
            await press(pilot, "escape")
            assert app.main.view == "glossary" and term_under_cursor(app) == second.zh


class TestFollowing:
    @pytest.mark.parametrize("size", SIZES)
    async def test_enter_goes_where_the_term_is_used_and_escape_comes_back(
        self, plan: Plan, size: tuple[int, int]
    ) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "w", "slash", "text:puhui", "enter")
            assert "Used in" in screen_text(app) and "5 Inclusive finance" in " ".join(screen_text(app).split())
            await press(pilot, "enter")
            assert (app.main.shown, app.main.view) == ("act.finance", "")
            await press(pilot, "escape")
            assert app.main.view == "glossary" and term_under_cursor(app) == "普惠金融"

    @pytest.mark.parametrize("size", SIZES)
    async def test_a_term_of_a_quote_opens_its_source_at_the_quote(self, plan: Plan, size: tuple[int, int]) -> None:
        term = next(term for term in plan.terms.values() if term.places[0] in plan.quotes)
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "w")
            app.main.viewer.stand_on_target(
                next(s[0].target for s in app.main.viewer.table.spots.values() if s[0].target.endswith(f"#{term.zh}"))
            )
            await press(pilot, "enter")
            assert (app.main.at, app.main.focused_pane) == (term.places[0], "source")
            await press(pilot, "escape")
            assert app.main.view == "glossary" and term_under_cursor(app) == term.zh

    async def test_the_cursor_begins_on_a_term_of_the_entry_at_hand(self, plan: Plan) -> None:
        app = explorer(plan, "mea.3.1")
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "w")
            assert term_under_cursor(app) == "负面清单"

    async def test_other_places_are_named_below_the_definition(self, plan: Plan) -> None:
        app = explorer(plan, "req.principles.2")
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "w")
            assert term_under_cursor(app) == "融合"
            text = " ".join(screen_text(app).split())
            assert "Used in Innovation through integration; m2.2 Integration standards" in text

    async def test_the_table_is_exported(self, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        app = explorer(plan)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "w", "E", "enter")
            await wait_until(pilot, lambda: (tmp_path / "glossary.csv").exists())
            await wait_until(pilot, lambda: "glossary.csv" in screen_text(app))
        lines = (tmp_path / "glossary.csv").read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("term_en,term_zh,") and len(lines) == 1 + len(plan.terms)


class TestFinding:
    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize(
        ("words", "term"),
        [("chuangke", "创客"), ("wlw", "物联网"), ("工匠精神", "工匠精神"), ("craftsmanship spirit", "工匠精神")],
    )
    async def test_the_jump_box_leads_to_its_row(
        self, plan: Plan, size: tuple[int, int], words: str, term: str
    ) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "f", f"text:{words}", "enter")
            assert app.main.view == "glossary"
            assert term_under_cursor(app) == term
            await press(pilot, "escape")
            assert (app.main.view, app.main.shown) == ("", plan.root.id)

    async def test_an_entry_with_the_words_in_its_name_comes_first(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "f", "text:pilot")
            assert "pilot  试点  shìdiǎn" in screen_text(app)
            await press(pilot, "enter")
            assert app.main.shown == "mea.7.2"

    async def test_the_preview_of_a_term_is_its_definition(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "f", "text:chuangke")
            text = joined(" ".join(line[70:] for line in screen_lines(app)))
            assert joined(plan.terms["创客"].note.text.en)[:30] in text

    async def test_a_jump_from_the_filtered_glossary_shows_the_row(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "w", "slash", "text:puhui", "enter", "f", "text:chuangke", "enter")
            assert term_under_cursor(app) == "创客"


class TestOtherPlans:
    async def test_without_terms_it_says_how_they_are_made(self, tmp_path: Path) -> None:
        app = explorer(load(write_plan(tmp_path, ("              glossary: true\n", ""))))
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "w")
            assert "This plan has no glossary." in screen_text(app) and "`glossary: true`" in screen_text(app)

    def test_a_definition_without_chinese_and_long_words_is_laid_out(self, tmp_path: Path) -> None:
        long = "Endless" * 40
        plan = load(write_plan(tmp_path, ("{en: e-commerce, zh: 电子商务}", f"{{en: {long}, zh: {'长' * 60}}}")))
        for width in (24, 36, 58, 76, 116, 156):
            for lang in ("en", "zh", "both"):
                laid = glossary_view(plan, ViewOptions(width, lang))
                text = joined("".join(view_lines(laid, width)))
                # In columns the lines of the three stand beside each other.
                assert text.count("Endless") > 30 and text.count("长") == 60
                printed = "".join(view_lines(glossary_printed(plan, ViewOptions(width, lang)), width))
                assert "Thewordofthedocument." in joined(printed)


class TestShipped:
    """The terms of the shipped plan."""

    def test_they_are_real_terms_in_both_languages(self, plan: Plan) -> None:
        assert 40 <= len(plan.terms) <= 90
        for term in plan.terms.values():
            assert term.note.text.en and term.note.text.zh
            assert not re.search("[0-9]", term.zh), "counts and dates are no terms"
            assert term.zh not in {body.title.zh for body in plan.bodies.values()}

    def test_pinyin_has_a_syllable_for_each_character(self, plan: Plan) -> None:
        for term in plan.terms.values():
            assert syllables(term.note.pinyin, len(hanzi(term.zh))), (term.zh, term.note.pinyin)
            assert re.search("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]", term.note.pinyin), term.note.pinyin

    def test_names_of_ministries_are_no_use_of_a_word(self, plan: Plan) -> None:
        # 工业和信息化部 is the ministry that gave the briefing.
        assert "tl.2015-06-26" not in plan.terms["信息化"].places

    def test_a_word_is_read_alike_in_titles_and_terms(self, plan: Plan) -> None:
        for term in plan.terms.values():
            for node in plan.nodes:
                if (node.title.zh_short or node.title.zh) == term.zh:
                    assert node.pinyin == term.note.pinyin

    def test_it_ships(self) -> None:
        assert "glossary: true" in (SHIPPED / "plan.yaml").read_text(encoding="utf-8")
