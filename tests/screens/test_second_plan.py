"""Another plan than the shipped one: the example of 2017, and a made-up one, through every command and every view."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import click
import pytest

from cli.app import group
from plan_data.copies.merge import MergedCopy
from plan_data.copies.recognised_copy import Copy
from plan_data.exports.views import VIEWS
from plan_data.labels.bars import EMPTY_VIEWS, NO_ROW
from plan_data.loading.loader import load
from plan_data.model.entities import CopyFacts
from plan_data.model.plan import Plan
from plan_data.quotes.checks import check
from plan_data.quotes.text_fragments import where_seen
from tests.output import run
from tests.support import explorer, press, screen_text
from tests.tea_plan import write_tea_plan
from tui.panes.arrangement import PAIR
from widgets.render.agencies import agencies_view
from widgets.render.blocks import layout
from widgets.render.cards import node_card
from widgets.render.copies import copies_view
from widgets.render.evidence import evidence_view
from widgets.render.rows import tree_blocks
from widgets.render.table_layout import TableLayout
from widgets.render.time_axis import BREAK, axis_for
from widgets.render.timeline import timeline_view
from widgets.render.view_options import ViewOptions
from widgets.render.views import view_of
from widgets.render.wrapping import cells

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "ai2017"
SIZES = [(40, 15), (80, 24), (120, 40)]
KEYS = {"t": "timeline", "a": "agencies", "T": "targets", "S": "evidence", "C": "conflicts", "b": "kept"}
DOCUMENT = "src.guofa-2017-35"
WORDS = (
    "internet plus",
    "internet +",
    "互联网",
    "opinions",
    "briefing",
    "2015",
    "2016",
    "guofa",
    "ndrc",
    "as published",
)
"""Words of the shipped plan, which the program must not say of another."""
COMMANDS = [
    ["tree"],
    ["tree", "tasks", "--depth", "1"],
    ["show", "root", "2.1", "m3.1", "org.most", "src.xinhua-0720", "cf.leader", "tgt.core-2030"],
    ["find", "rengong zhineng"],
    ["sources"],
    ["timeline"],
    ["agencies"],
    ["agencies", "most"],
    ["targets"],
    ["conflicts"],
    ["evidence"],
    ["glossary"],
    ["compare", "act.economy", "act.society"],
    ["notes"],
    ["bookmarks"],
    ["check", str(EXAMPLE)],
    ["paths"],
    ["keys"],
]


@pytest.fixture(scope="module")
def second() -> Plan:
    """The example."""
    return load(EXAMPLE)


@pytest.fixture(scope="module")
def tea(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The made-up plan."""
    return load(write_tea_plan(tmp_path_factory.mktemp("tea")))


def drawn(laid: TableLayout, width: int = 100) -> str:
    """The text of a view."""
    return "\n".join("".join(span.text for span in row.line) for row in layout(laid.blocks, width))


def carded(plan: Plan, id_: str, lang: str = "en", width: int = 100) -> str:
    """The text of a card."""
    return "\n".join("".join(span.text for span in row.line) for row in layout(node_card(plan, id_, lang), width))


def formats(command: str) -> list[str]:
    """What a command takes for `--format`."""
    context = click.Context(group)
    found = group.get_command(context, command)
    assert found is not None
    choices = [option.type for option in found.params if "--format" in option.opts]
    return [form for choice in choices if isinstance(choice, click.Choice) for form in choice.choices]


class TestTheExample:
    """It is a plan like any other, and says no more than it can."""

    def test_it_has_no_finding(self) -> None:
        assert check(load(EXAMPLE, with_errors=True)).findings == []

    def test_it_quotes_nothing(self, second: Plan) -> None:
        assert not second.quotes
        assert not any(source.passages for source in second.sources.values())

    def test_what_nobody_saw_backs_nothing(self, second: Plan) -> None:
        cited = [id_ for item in (*second.nodes, *second.bodies.values()) for ids in item.cites.values() for id_ in ids]
        assert cited and DOCUMENT not in cited

    def test_every_source_is_used(self, second: Plan) -> None:
        items = (*second.nodes, *second.bodies.values())
        used = {id_ for item in items for ids in item.cites.values() for id_ in ids}
        used |= {
            id_
            for node in second.nodes
            for side in (node.conflict.sides if node.conflict else ())
            for id_ in side.cites
        }
        assert set(second.sources) - used == {DOCUMENT}

    def test_each_title_stands_in_both_languages(self, second: Plan) -> None:
        assert [node.id for node in second.nodes if not (node.title.en and node.title.zh and node.pinyin)] == []

    def test_its_goals_have_their_six_figures(self, second: Plan) -> None:
        steps = {node.id: [] for node in second.of_kind("target") if node.id.startswith("req.")}
        for id_, found in steps.items():
            targets = [second.node(i).target for i in second.node(id_).related if i.startswith("tgt.")]
            found += [(target.number, target.unit.zh) for target in targets if target]
        assert steps == {
            "req.goals.2020": [("1500", "亿元以上"), ("1", "万亿元以上")],
            "req.goals.2025": [("4000", "亿元以上"), ("5", "万亿元以上")],
            "req.goals.2030": [("1", "万亿元以上"), ("10", "万亿元以上")],
        }

    def test_a_copy_of_its_document_is_found_heading_by_heading(self, second: Plan) -> None:
        nodes = second.headings_of(second.sources[DOCUMENT])
        lines = tuple(f"{node.title.zh}。依托样本（专项、基金等）说到第{n}把雨伞。" for n, node in enumerate(nodes))
        lines = (second.sources[DOCUMENT].title.zh, *lines)
        facts = CopyFacts("copy", "0" * 64, "text", "UTF-8")
        laid = MergedCopy(second, Copy(DOCUMENT, facts, lines, lines))
        assert not laid.report.missing and not laid.report.taken
        assert all(laid.plan.grade(laid.plan.node(node.id)) == "attached" for node in nodes)
        told = "\n".join("".join(s.text for s in b.spans) for b in copies_view(laid.plan, ViewOptions(100)).blocks)
        assert "6 of 6  actions" in told and "25 of 25  tasks and measures together" in told


class TestPrinted:
    """Every printing command works on it."""

    @pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
    def test_in_every_format_and_language(self, command: list[str]) -> None:
        for lang in ("en", "zh", "both"):
            done = run("--plan", str(EXAMPLE), "--lang", lang, *command)
            assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
            assert done.stdout or command[0] in ("notes", "bookmarks")
        for form in formats(command[0]):
            done = run("--plan", str(EXAMPLE), *command, "--format", form)
            assert done.returncode == 0, done.stderr
            if form == "json":
                assert json.loads(done.stdout)["schema"] == 1
            if form == "csv":
                assert len({len(row) for row in csv.source_pane(io.StringIO(done.stdout))}) <= 1

    def test_a_plan_without_quotes_has_none_to_print(self) -> None:
        done = run("--plan", str(EXAMPLE), "quotes")
        assert (done.returncode, done.stdout) == (1, "")

    @pytest.mark.parametrize(
        ("asked", "meant"),
        [
            ("3", "act.society"),
            ("action 6", "act.projects"),
            ("2.4", "act.economy.4"),
            ("m2.4", "mea.2.4"),
            ("国发〔2017〕35号", "root"),
            ("keji yinling", "req.principles.1"),
            ("智慧法庭", "act.society.2.courts"),
            ("smart courts", "act.society.2.courts"),
        ],
    )
    def test_a_node_is_known_by_number_id_and_words(self, asked: str, meant: str) -> None:
        done = run("--plan", str(EXAMPLE), "show", asked, "--format", "json")
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["node"]["id"] == meant


class TestWalked:
    """The explorer walks it, view by view; what it draws fits at three sizes."""

    @pytest.mark.parametrize(("name", "size"), [("second", (80, 24)), ("tea", (40, 15))])
    async def test_every_view_opens_leads_on_and_back(
        self, name: str, size: tuple[int, int], request: pytest.FixtureRequest
    ) -> None:
        plan: Plan = request.getfixturevalue(name)
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            for key, view in KEYS.items():
                await press(pilot, key)
                assert app.main.view.split()[0] == view
                assert VIEWS[view].label.title.pick(app.main.lang) in screen_text(app)
                if view == "kept":
                    await press(pilot, "escape")
                    continue
                await press(pilot, *("g" if VIEWS[view].beside_card else "j"), "j", "L", "enter")
                assert plan.get(app.main.shown) is not None
                beside = VIEWS[view].beside_card and size[0] >= PAIR
                assert app.main.focused_pane == "card" if beside else not app.main.view
                await press(pilot, "escape" if beside else "left_square_bracket")
                assert app.main.view.split()[0] == view
                await press(pilot, "slash", "text:zzzz", "enter")
                assert [block.spans[0].text for block in app.main.viewer.blocks] == [NO_ROW.pick(app.main.lang)]
                await press(pilot, "escape", "escape")
                assert not app.main.view

    @pytest.mark.parametrize("width", [width for width, _ in SIZES])
    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_every_row_of_every_view_fits(self, second: Plan, tea: Plan, lang: str, width: int) -> None:
        for plan in (second, tea):
            for name in VIEWS:
                laid = view_of(name)(plan, ViewOptions(width - 2, lang, today="2026-11-23"))
                for row in layout(laid.blocks, width - 2):
                    assert sum(cells(span.text) for span in row.line) <= width - 2, (name, row)

    async def test_every_node_is_shown(self, second: Plan) -> None:
        app = explorer(second)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "e")
            for node in second.nodes:
                assert app.main.current == node.id
                await pilot.press("j")
            await press(pilot, "g", "U", "equals_sign", "j", "equals_sign")
            assert app.main.view.startswith("comparison")

    async def test_where_nothing_is_quoted_the_card_has_the_room(self, second: Plan, tea: Plan) -> None:
        for plan, there in ((second, False), (tea, True)):
            app = explorer(plan)
            async with app.run_test(size=(120, 40)) as pilot:
                await press(pilot, "plus")
                await press(pilot, *(() if there else ("tab", "tab")))
                assert app.main.source_pane.display is there
                assert app.main.focused_pane == ("source" if there else "outline")
                assert (app.main.card.size.height > 30) is not there

    async def test_a_digit_jumps_to_its_action(self, second: Plan) -> None:
        app = explorer(second)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "3", "enter")
            assert app.main.current == "act.society"
            assert app.title == "New Generation AI"

    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_every_card_is_drawn(self, second: Plan, lang: str) -> None:
        for id_ in (*(node.id for node in second.nodes), *second.bodies, *second.sources):
            for width in (38, 78, 118):
                rows = layout(node_card(second, id_, lang), width)
                assert rows and all(sum(cells(span.text) for span in row.line) <= width for row in rows), (id_, width)


class TestNothingIsSaidOfAnotherPlan:
    """What the program says of a plan comes from that plan."""

    def test_no_word_of_the_shipped_plan(self, tea: Plan) -> None:
        cards = [carded(tea, id_) for id_ in (*(node.id for node in tea.nodes), *tea.bodies, *tea.sources)]
        views = [drawn(view_of(name)(tea, ViewOptions(100, nodes=("leaves.green", "leaves.black")))) for name in VIEWS]
        tree = drawn(TableLayout(tree_blocks(tea, "tea", "en")))
        text = "\n".join((*cards, *views, tree)).casefold()
        assert [word for word in WORDS if word in text] == []

    async def test_nor_on_a_screen(self, tea: Plan) -> None:
        app = explorer(tea)
        seen = []
        async with app.run_test(size=(120, 40)) as pilot:
            for key in ("g", "e", *"jjjj", "s", *KEYS, "U"):
                await press(pilot, key)
                seen.append(screen_text(app).casefold())
        # Today is drawn in the timeline.
        assert [word for word in WORDS if word in "\n".join(seen)] == []

    def test_quotes_stand_before_or_after_the_document(self, tea: Plan) -> None:
        text = carded(tea, "leaves.green")
        assert "2: 1 earlier, 1 later" in text

    def test_rows_of_evidence_stand_under_the_sections_of_the_plan(self, tea: Plan, second: Plan) -> None:
        text = drawn(evidence_view(tea, ViewOptions(100)))
        table = text[text.index("What each source says") :]
        assert table.index("Leaves") < table.index("Green leaves") < table.index("Shelves of tins")
        text = drawn(evidence_view(second, ViewOptions(100, "zh")))
        assert "重点任务" in text and "Sources" not in text and "尚无引文" in text

    def test_a_plan_is_told_by_what_it_has(self, tea: Plan, second: Plan, tmp_path: Path) -> None:
        assert "\n2 actions, 3 tasks, 1 measure\n" in carded(tea, "tea")
        assert "\n6 actions, 12 tasks, 13 measures\n" in carded(second, "root")
        bare = "schema: 1\nroot:\n  id: r\n  kind: plan\n  title: {en: Bare}\n  children:\n"
        bare += "".join(f"    - {{id: c{n}, kind: category, title: {{en: C}}}}\n" for n in range(2))
        (tmp_path / "plan.yaml").write_text(bare)
        text = carded(load(tmp_path), "r")
        assert "2 categories" in text and "Of its 2 entries 2 have no source yet." in text

    def test_a_task_below_a_task_has_the_list_of_the_action(self, tea: Plan) -> None:
        for id_ in ("leaves.green.pick", "leaves.green.pick.morning", "leaves.green.pick.morning.dew"):
            listed = tea.agencies_of(tea.node(id_))
            assert (listed.list, listed.inherited_from) == (("org.garden", "org.kettle"), "leaves.green")
            assert "as Green leaves" in carded(tea, id_)

    def test_bodies_of_other_lists_stand_below_the_table(self, tea: Plan, second: Plan) -> None:
        text = drawn(agencies_view(tea, ViewOptions(100)))
        table, _, below = text.partition("Named in other lists")
        assert "Green leaves" in table and "Black leaves" in table
        assert re.search(r"Garden +Kettle\n +Board +Board *\n", table)
        assert re.search(r"Sold by weight\n +leads +Weighing House", below) and "Green leaves" not in below
        assert "MOF, MOE, MIIT" in drawn(agencies_view(second, ViewOptions(100)))

    def test_months_are_drawn_where_most_events_lie(self, tea: Plan) -> None:
        axis = axis_for(["1701-03-02", "1880-03-02", "1881-05-06", "1890"], 400)
        assert [(part.first, part.years) for part in axis.stretches] == [(1701, 179), (1880, 2), (1882, 9)]
        assert axis.near.first == 1880 and axis.near.width == 72
        lines = drawn(timeline_view(tea, ViewOptions(400)), 400).split("\n")
        assert lines[0].count(BREAK) == 2
        starts = [axis.start(year) for year in range(1701, 1891)]
        assert starts == sorted(starts) and starts[-1] < axis.width

    def test_today_draws_no_months_to_itself(self) -> None:
        axis = axis_for(["1880-03-02"], 400, ["1950-01-01"])
        assert (axis.near.first, axis.near.years, axis.last) == (1880, 2, 1950)

    def test_a_title_that_was_seen_is_not_called_unchecked(self, second: Plan) -> None:
        text = carded(second, "act.science")
        assert "reported by a source you can open" in text and "no quote; seen in the sources named below" in text
        assert "no quote yet" in carded(second, "mea.2.1")
        assert "Quotes" not in carded(second, "timeline")

    async def test_what_the_document_does_not_print_opens_where_it_was_seen(self, second: Plan) -> None:
        node = second.node("fu.office")
        assert where_seen(second, node) == second.sources["src.cernet"].address
        app = explorer(second, "fu.office")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "s")
            assert app.main.sources.address() == second.sources["src.cernet"].address
            assert app.main.said.endswith("Press o for the page where it was seen.")

    async def test_an_empty_view_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "plan.yaml").write_text("schema: 1\nroot: {id: r, kind: plan, title: {en: Bare}}\n")
        app = explorer(load(tmp_path))
        async with app.run_test(size=(80, 24)) as pilot:
            for key, view in zip("wtaTSC", EMPTY_VIEWS, strict=True):
                await press(pilot, key)
                assert "".join(EMPTY_VIEWS[view].en.split()) in "".join(screen_text(app).split())
            await press(pilot, "escape", "s")
            assert app.main.said == "No quote supports this entry."
