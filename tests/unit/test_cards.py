"""Cards and the first screen, laid out as on the screen: the answers come first, are said once, and fit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plan_data.copies.opening import load_with_copies
from plan_data.copies.store import CopyStore
from plan_data.errors import MAX_BYTES
from plan_data.folders import SHIPPED, copies_folder
from plan_data.labels.card import SECTION_LABELS
from plan_data.labels.deadlines import by_date, in_words
from plan_data.loading.loader import load
from plan_data.model.entities import LANGUAGES
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex
from tests.made_up_copy import MadeUp
from tests.small_plan import write_plan
from tests.tea_plan import write_tea_plan
from widgets.render.blocks import layout, starts_folded
from widgets.render.card_parts import NARROW, first_sentence
from widgets.render.cards import node_card

KEYS = {"jump": "f", "timeline": "t", "enter": "enter", "open-address": "o", "fetch": "A"}
ROOMS = {(120, 36): (72, 33), (80, 24): (44, 22), (40, 15): (36, 13)}
"""Size of a window to width and height of the text of the card in it, with the source collapsed."""


def card(plan: Plan, id_: str, width: int = 72, lang: str = "en", keys: dict[str, str] = KEYS) -> list[str]:
    """The lines of a card as it opens, with its folded sections folded."""
    blocks = node_card(plan, id_, lang, keys=keys)
    folded = {block.section for block in blocks if starts_folded(block.section)}
    return ["".join(span.text for span in row.line).rstrip() for row in layout(blocks, width, folded)]


def text(lines: list[str]) -> str:
    """Lines as one, without the breaks between them."""
    return re.sub(r"\s+", " ", " ".join(lines))


class TestFirstScreen:
    """What it is, what it wants, how much by when, three things to try, and how far to trust it."""

    @pytest.mark.parametrize("lang", LANGUAGES[:2])
    def test_the_whole_card_fits_120x36(self, plan: Plan, lang: str) -> None:
        width, height = ROOMS[120, 36]
        assert len(card(plan, "root", width, lang)) <= height

    @pytest.mark.parametrize(
        ("lang", "parts"),
        [
            (
                "en",
                ["China's 2015 plan", "What it wants", "11 actions", "40 tasks", "25 measures", "by 2018", "by 2025"],
            ),
            ("zh", ["中国2015年", "文件要求", "11项行动", "40项任务", "25项措施", "到2018年", "到2025年"]),
        ],
    )
    def test_its_first_parts_and_the_things_to_try_fit_80x24(self, plan: Plan, lang: str, parts: list[str]) -> None:
        width, height = ROOMS[80, 24]
        shown = text(card(plan, "root", width, lang)[:height])
        assert [part for part in (*parts, "3 enter", "f 22", "t  ".strip()) if part not in shown] == []

    @pytest.mark.parametrize("lang", LANGUAGES[:2])
    def test_figures_and_things_to_try_fit_40x15(self, plan: Plan, lang: str) -> None:
        width, height = ROOMS[40, 15]
        shown = card(plan, "root", width, lang)[:height]
        wanted = ["11", "40", "25", "2018", "2025", "3 enter"]
        assert [part for part in wanted if part not in text(shown)] == []
        # What it wants is not lost: it comes below.
        assert "".join(card(plan, "root", width, lang)).count(plan.root.summary.pick(lang)[:16]) == 1

    def test_trust_is_counted_over_the_headings(self, plan: Plan) -> None:
        shown = text(card(plan, "root"))
        grades = [plan.grade(node) for node in plan.headings_of(plan.sources["src.guofa-2015-40"])]
        counts = [grades.count(grade) for grade in ("quoted", "reported", "unchecked")]
        assert (len(grades), counts) == (101, [11, 15, 75])
        assert (
            "None of it has been compared with the official text. Of its 101 headings 11 stand in a quoted source, "
            in shown
        )
        assert "15 are reported elsewhere, 75 rest on this tool alone. A fetches the official page and " in shown

    def test_with_a_complete_copy_nothing_is_left_to_check(self, plan: Plan, tmp_path: Path) -> None:
        shown = text(card(_with_copy(plan, MadeUp(plan), tmp_path), "root"))
        assert "All of its 101 headings stand in your copy of the document. Document" in shown

    def test_what_a_copy_lacks_is_counted(self, plan: Plan, tmp_path: Path) -> None:
        shown = text(card(_with_copy(plan, MadeUp(plan, alter=["act.ecology.3"]), tmp_path), "root"))
        assert "100 of its 101 headings stand in your copy of the document; of the others 1 rests on this tool" in shown
        assert "None of it" not in shown

    def test_on_paper_no_key_is_named(self, plan: Plan) -> None:
        shown = text(card(plan, "root", keys={}))
        assert "Three things" not in shown and "o opens" not in shown and "plan, root" in shown

    @pytest.mark.parametrize(("lang", "typed"), [("en", "22 trillion"), ("zh", "22万亿元")])
    def test_what_one_may_type_finds_the_figure(self, plan: Plan, index: SearchIndex, lang: str, typed: str) -> None:
        assert any(line.startswith(f"f {typed} ") for line in card(plan, "root", lang=lang))
        assert index.search(typed, 1)[0].id == "tgt.ecommerce-2016"

    def test_keys_are_those_that_the_reader_has(self, plan: Plan) -> None:
        shown = card(plan, "root", keys={**KEYS, "jump": "ctrl+f", "timeline": "X", "open-address": "P", "fetch": "Z"})
        assert any(line.startswith("ctrl+f 22 trillion") for line in shown)
        assert any(line.startswith("X ") for line in shown)
        assert "Z fetches the official page and compares; P opens it" in text(shown)

    def test_a_plan_of_ones_own_shows_no_nonsense(self, tmp_path: Path) -> None:
        small = load(write_plan(tmp_path / "small"))
        shown = card(small, "root")
        assert "1 enter  E-commerce: who, what, when" in [re.sub(r" {2,}", "  ", line) for line in shown]
        assert any(line.startswith("f 22 trillion ") for line in shown)
        assert "official" not in text(shown)
        (tmp_path / "bare").mkdir()
        (tmp_path / "bare" / "plan.yaml").write_text("schema: 1\nroot: {id: r, kind: plan, title: {en: Bare}}\n")
        assert card(load(tmp_path / "bare"), "r") == ["Bare"]

    def test_the_goals_of_the_document_are_the_phases_where_the_plan_owns_none(self, tmp_path: Path) -> None:
        tea = load(write_tea_plan(tmp_path))
        assert any("by 1890" in line and "A cup for everybody" in line for line in card(tea, "tea"))


def _with_copy(plan: Plan, made: MadeUp, folder: Path) -> Plan:
    kept = copies_folder()
    assert kept is not None
    CopyStore(kept).attach(plan, "src.guofa-2015-40", made.write(folder / "copy.txt"), MAX_BYTES)
    return load_with_copies(SHIPPED, max_bytes=MAX_BYTES)[0]


class TestCard:
    """Who leads and who takes part, by when, and what else is known; kind and id come last."""

    def test_the_title_is_first_and_the_id_is_last(self, plan: Plan) -> None:
        lines = card(plan, "act.agriculture")
        assert lines[0] == "3 Modern agriculture  “互联网+”现代农业"
        assert lines[-2:] == ["Part of  Key actions", "action 3, act.agriculture"]
        assert [line for line in lines[:-1] if "act.agriculture" in line] == []

    @pytest.mark.parametrize("size", ROOMS)
    def test_who_leads_and_by_when_of_farming_are_seen_at_once(self, plan: Plan, size: tuple[int, int]) -> None:
        width, height = ROOMS[size]
        shown = text(card(plan, "act.agriculture", width)[:height])
        for part in ("Modern agriculture", "Use the Internet", "leads Ministry of Agriculture", "phase by 2018"):
            assert part in shown, part

    @pytest.mark.parametrize("lang", LANGUAGES[:2])
    def test_so_they_are_of_every_action_at_80x24(self, plan: Plan, lang: str) -> None:
        width, height = ROOMS[80, 24]
        for node in plan.of_kind("action"):
            shown = text(card(plan, node.id, width, lang)[:height])
            leader = plan.bodies[node.agencies.list[0]]
            named = leader.title.pick(lang) in shown or f" {leader.abbr}," in shown
            assert named and "2018" in shown, (node.id, shown)

    def test_a_role_is_printed_once(self, plan: Plan) -> None:
        for width in (72, 44, 36):
            assert text(card(plan, "act.agriculture", width)).count("takes part") == 1
        assert card(plan, "act.agriculture", 80).count("              and others (等); the list is open") == 1

    def test_a_long_list_is_one_row_where_there_is_no_room(self, plan: Plan) -> None:
        assert "takes part NDRC, MOST, MOFCOM, AQSIQ, CFDA, SFA, and others (等)" in text(
            card(plan, "act.agriculture", 44)
        )
        assert "takes part 6 bodies and others" in text(card(plan, "act.agriculture", 36))

    def test_an_action_has_no_date_of_its_own_and_the_goals_say_whose_theirs_are(self, plan: Plan) -> None:
        shown = text(card(plan, "act.agriculture"))
        assert "No date of its own is known the plan initial phase by 2018" in shown
        assert "by 2018 Growth of higher quality, from Goals for 2018" in shown
        assert "by 31 December 2016 E-commerce volume by the end of 2016, set by Ministry of Commerce" in text(
            card(plan, "act.ecommerce", 90)
        )

    def test_the_phases_lead_to_the_quote_that_states_them(self, plan: Plan) -> None:
        targets = [block.target for block in node_card(plan, "act.agriculture") if block.member == "targets"]
        assert targets[1:3] == ["q.001.48", "q.001.49"]

    def test_a_goal_below_one_with_a_date_says_from_where_it_has_it(self, plan: Plan) -> None:
        assert any(line.startswith("  by 2018  from Goals for 2018") for line in card(plan, "req.targets.2018.1"))

    def test_nothing_is_said_of_dates_where_none_are_asked(self, plan: Plan) -> None:
        heading = SECTION_LABELS["targets"].en
        assert heading not in text(card(plan, "tgt.actions")) and "deadline" not in text(card(plan, "tgt.actions"))
        assert heading not in text(card(plan, "bg.villages"))

    def test_quotes_are_counted_by_role_and_an_actions_are_not_taken_for_the_tasks(self, plan: Plan) -> None:
        assert "Quotes 13: 1 direct, 3 earlier, 3 later, 3 context, 3 our reading" in text(
            card(plan, "act.agriculture")
        )
        assert "Quotes no quote for this task; 13 for its action" in text(card(plan, "act.agriculture.1"))

    @pytest.mark.parametrize(
        ("id_", "said"),
        [
            ("act.agriculture", "heading stated in a quoted source; the rest has no source yet"),
            ("act.agriculture.1", "no source yet. Press o to read it on gov.cn. Press A to fetch it and"),
            ("tl.2018", "all of it stated in a quoted source"),
            ("org.moa", "name stated in a quoted source; the rest has no source yet"),
        ],
    )
    def test_how_well_it_is_known_is_said_once(self, plan: Plan, id_: str, said: str) -> None:
        assert f"  {said}" in card(plan, id_)[:3]
        assert text(card(plan, id_, 36)).count(said) == 1

    def test_ids_in_notes_are_names(self, plan: Plan) -> None:
        shown = text(card(plan, "tgt.phase-2025"))
        assert 'see "How firm is the goal for 2025".' in shown and "cf.completion-2025" not in shown
        named = plan.with_names(Pair("see cf.doubling, or act.none", "见 cf.doubling。"))
        assert named == Pair(
            'see "Must both figures double", or act.none', f"见《{plan.title('cf.doubling', 'zh')}》。"
        )

    def test_other_translations_say_whose_they_are_and_sources_without_an_address_are_told(self, plan: Plan) -> None:
        close = '"Internet Plus" Modern Agriculture  our close translation'
        assert f"  {close}" in card(plan, "act.agriculture")
        shown = text(card(plan, "root", keys={}))
        assert plan.sources["src.ccm"].publisher in shown or plan.sources["src.ccm"].author in shown
        row = next(line for line in card(plan, "req.targets.2018.1", 90) if "Textbook chapter" in line)
        assert row.endswith("no address")

    def test_in_chinese_no_label_is_english(self, plan: Plan) -> None:
        labels = {pair.en for pair in SECTION_LABELS.values()} | {"leads", "takes part", "Part of", "Our summary"}
        for node in plan.of_kind("action", "task", "target", "measure", "category"):
            lines = {re.split(r" {2,}", line.strip())[0] for line in card(plan, node.id, lang="zh")}
            assert lines & labels == set(), node.id

    def test_a_narrow_card_loses_nothing_of_the_summary(self, plan: Plan) -> None:
        for node in plan.of_kind("action"):
            shown = text(card(plan, node.id, NARROW))
            for sentence in node.summary.en.split(". "):
                assert text([sentence]) in shown or sentence[:24] in shown, (node.id, sentence)

    @pytest.mark.parametrize(
        ("whole", "first"),
        [
            ("Document No. 40 is one. It goes on.", "Document No. 40 is one."),
            ("By the end of 2016. The figure", "By the end of 2016."),
            ("One sentence", "One sentence"),
        ],
    )
    def test_first_sentence(self, whole: str, first: str) -> None:
        assert first_sentence(Pair(whole)).en == first

    def test_a_person_is_told_by_who_it_is(self, plan: Plan) -> None:
        shown = text(card(plan, "per.li-keqiang"))
        assert shown.index("Premier") < shown.index("delivered the government work report") < shown.index("Related")
        assert not re.search(
            r"(?i)source 00\d|来源00\d", "".join(f"{b.summary}" for b in plan.bodies.values() if b.kind != "agency")
        )


@pytest.mark.parametrize(
    ("date", "en", "zh", "words"),
    [
        ("2018", "by 2018", "到2018年", "2018"),
        ("2016-12", "by December 2016", "到2016年12月", "December 2016"),
        ("2016-12-31", "by 31 December 2016", "到2016年12月31日", "31 December 2016"),
        ("soon", "soon", "soon", "soon"),
    ],
)
def test_dates_in_words(date: str, en: str, zh: str, words: str) -> None:
    assert (by_date(date), by_date(date, "zh"), in_words(date)) == (en, zh, words)
