"""The view of agencies, as a reader uses it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from plan_data.labels import agencies as agency_words
from plan_data.labels.card import OPEN_LIST
from plan_data.labels.kinds import KIND_LABELS
from plan_data.labels.roles import AGENCY_ROLE_LABELS
from plan_data.loading.loader import load
from plan_data.model.entities import Agencies, Node
from plan_data.model.plan import Plan
from tests.small_plan import write_plan
from tests.support import explorer, press, screen_lines, screen_text, view_lines
from widgets.render.agencies import agencies_printed, agencies_view
from widgets.render.table_layout import TableLayout
from widgets.render.view_options import ViewOptions
from widgets.render.wrapping import cells

SIZES = [(40, 15), (80, 24), (120, 36)]
WIDTHS = [24, 37, 57, 60, 76, 97, 117, 157]
SENTENCE = re.compile(r"(leads|takes part in|is responsible for|has no known role in) (action|measure) m?\d")


def drawn(plan: Plan, width: int = 76, lang: str = "en", **options: str) -> list[str]:
    """Return the lines of the view, and those below its rows."""
    return view_lines(agencies_view(plan, ViewOptions(width, lang, **options)), width)


def said(laid: TableLayout, target: str, at: int = 0) -> str:
    """Return the sentence on one of the spots that lead somewhere."""
    spots = [spot for row in laid.spots.values() for spot in row if spot.target == target]
    says = spots[at].says
    assert says is not None
    return "".join(span.text for span in says())


def with_lists(plan: Plan, change: Callable[[Node], Agencies]) -> Plan:
    """Return a plan with other lists."""
    nodes = [node._replace(agencies=change(node)) for node in plan.nodes]
    return Plan(plan.folder, nodes, plan.depths, plan.bodies, plan.sources, plan.quotes, plan.totals)


class TestTable:
    """Rows are actions and measures, columns bodies."""

    @pytest.mark.parametrize("width", [76, 117, 157])
    def test_letters_are_those_of_the_lists(self, plan: Plan, width: int) -> None:
        head, *rows = drawn(plan, width)
        letters = {"lead": "L", "joint_lead": "J", "member": "p", "responsible": "R"}
        names = re.findall(r"\S+", head)[:-1]
        assert names[:3] == ["NDRC", "MIIT", "CAC"] and "MOA" in names
        columns = {body.id: head.index(f" {body.abbr} ") + 1 for body in plan.bodies.values() if body.abbr in names}
        for node in plan.of_kind("action", "measure"):
            if node.agencies.rule == "unknown":
                assert not any(line.split()[:1] == [node.number] for line in rows)
                continue
            line = next(line for line in rows if line.split()[:1] == [node.number]).ljust(width)
            roles = dict(node.agencies.roles())
            assert {id_: line[at].strip() for id_, at in columns.items()} == {
                id_: letters.get(roles.get(id_, ""), "") for id_ in columns
            }

    @pytest.mark.parametrize("width", [60, 76, 117])
    def test_the_last_column_counts_those_without_a_column(self, plan: Plan, width: int) -> None:
        head, *rows = drawn(plan, width)
        shown = set(head.split())
        at = head.index(" others") + 1
        for node in plan.of_kind("action"):
            line = next(line for line in rows if line.split()[:1] == [node.number])
            others = [plan.bodies[id_].abbr for id_ in node.agencies.list if plan.bodies[id_].abbr not in shown]
            told = line[at:].split()
            named = [word for word in told if word in others]
            more = sum(int(word) for word in told if word.startswith("+"))
            assert len(named) + more == len(others)
            leads = [role for _, role in node.agencies.roles()[:1]]
            first = plan.bodies[node.agencies.list[0]].abbr
            assert leads == ["member"] or first in shown or first in named

    def test_bodies_with_most_roles_come_first_then_those_that_lead(self, plan: Plan) -> None:
        head = drawn(plan, 157)[0].split()[:-1]
        counts = {}
        for name in head:
            body = next(body for body in plan.bodies.values() if body.abbr == name)
            roles = [role for _, role in plan.uses.duties[body.id]]
            counts[name] = (len(roles), sum("lead" in role for role in roles))
        assert list(counts.values()) == sorted(counts.values(), reverse=True)
        assert all(count > 1 for count, _ in counts.values())

    def test_a_list_of_all_is_said_as_all(self, plan: Plan) -> None:
        assert any(re.fullmatch(r"m7\.2 Pilots +R all", line) for line in drawn(plan))
        assert any(re.fullmatch(r"m7\.2 开展试点示范 +R 全部", line) for line in drawn(plan, lang="zh"))

    def test_unknown_lists_are_in_one_line_and_no_row(self, plan: Plan) -> None:
        lines = drawn(plan)
        assert lines[-1] == "Lists unknown: groups m3 to m5, and measures m2.1, m2.2, m2.4, m6.2, m6.3"
        assert not any("?" in line for line in lines)
        assert drawn(plan, lang="zh")[-1] == "名单未知：措施组m3至m5，措施m2.1、m2.2、m2.4、m6.2、m6.3"

    def test_only_signs_that_occur_are_explained(self, plan: Plan, tmp_path: Path) -> None:
        assert drawn(plan)[-2] == "L leads  J leads jointly  p takes part  R responsible  +2 two more bodies"
        assert drawn(load(write_plan(tmp_path)))[-2] == "L leads  p takes part"
        assert "+" not in drawn(plan, 157)[-2]

    @pytest.mark.parametrize("width", WIDTHS)
    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_titles_and_names_end_with_a_word(self, plan: Plan, width: int, lang: str) -> None:
        text = "\n".join(drawn(plan, width, lang))
        words = set(re.findall(r"\w+", " ".join(str(item.title) for item in (*plan.nodes, *plan.bodies.values()))))
        texts = [value for name, value in vars(agency_words).items() if name.isupper()]
        own = set(re.findall(r"\w+", str([texts, AGENCY_ROLE_LABELS, KIND_LABELS, OPEN_LIST]))) | {"groups", "measures"}
        abbrs = {body.abbr for body in plan.bodies.values()}
        assert {word for word in re.findall(r"[A-Za-z]{2,}", text)} <= words | own | abbrs

    def test_chinese_shows_no_english(self, plan: Plan) -> None:
        for width in WIDTHS:
            text = "\n".join(drawn(plan, width, "zh"))
            assert set(re.findall(r"[A-Za-z]+", text)) <= {"L", "J", "p", "R", "m"}

    def test_every_body_in_a_list_is_there_in_a_narrow_window(self, plan: Plan) -> None:
        named = {id_ for node in plan.of_kind("action", "measure") for id_ in node.agencies.list}
        spots = agencies_view(plan, ViewOptions(37)).spots.values()
        assert named == {spot.target for row in spots for spot in row} & set(plan.bodies)
        assert "take part  NDRC, MIIT, and others (等)" in "\n".join(drawn(plan, 57))
        assert "take part  MIIT, NDRC, and others (等)" in "\n".join(drawn(plan, 57, sort="name"))

    @pytest.mark.parametrize("lang", ["en", "zh"])
    def test_below_the_heads_stands_how_many_actions_each_body_leads(self, plan: Plan, lang: str) -> None:
        laid = agencies_view(plan, ViewOptions(117, lang))
        heads, leads = (laid.blocks[laid.pinned[0] - n] for n in (2, 1))
        bodies = [spot.target for spot in heads.spots]
        numbers = {}
        text = "".join(span.text for span in leads.spans)
        for body, spot in zip(bodies, leads.spots[1:], strict=True):
            # A Chinese label is half as many characters as cells.
            at = spot.start - (cells(text) - len(text))
            numbers[body] = text[at : at + 2].strip()
        roles = [dict(node.agencies.roles()) for node in plan.of_kind("action")]
        for body in filter(None, bodies):
            led = sum(listed.get(body) in ("lead", "joint_lead") for listed in roles)
            assert numbers[body] == str(led or "")
        assert numbers["org.ndrc"] == "8"
        filtered = agencies_view(plan, ViewOptions(117, lang, only="moa"))
        assert filtered.pinned[0] == laid.pinned[0] - 1


class TestSentences:
    """What the cursor is on is said in words."""

    def test_a_cell(self, plan: Plan) -> None:
        def cell(body: str, node: str, lang: str = "en") -> str:
            laid = agencies_view(plan, ViewOptions(117, lang))
            heads = [spot.target for spot in laid.spots[laid.pinned[0] - 2]]
            return said(laid, node, heads.index(body) + 1)

        moa, most, mot = "Ministry of Agriculture", "Ministry of Science and Technology", "Ministry of Transport"
        assert cell("org.moa", "act.agriculture") == f"{moa} leads action 3, Modern agriculture.  ∙ no source yet"
        assert cell("org.most", "act.agriculture").startswith(f"{most} takes part in action 3, Modern agriculture. ")
        assert cell("org.mot", "act.transport").startswith(f"{mot} jointly leads action 9, Convenient transportation. ")
        assert cell("org.mot", "act.manufacturing").startswith(f"{mot} has no known role in action 2, Collaborative ")
        ends = 'in action 3, Modern agriculture; the list ends with "and others". '
        assert ends in cell("org.mot", "act.agriculture")
        assert cell("org.ndrc", "mea.1.1").endswith(
            " leads measure m1.1, Network foundation.  ▫ reported by a source you can open"
        )
        assert cell("org.moa", "act.agriculture", "zh") == "农业部牵头行动3“现代农业”。  ∙ 尚无来源"
        assert cell("org.most", "act.agriculture", "zh") == "科技部参与行动3“现代农业”。  ∙ 尚无来源"
        assert cell("org.mot", "act.transport", "zh") == "交通运输部共同牵头行动9“便捷交通”。  ∙ 尚无来源"
        assert cell("org.mot", "act.manufacturing", "zh") == "交通运输部在行动2“协同制造”中未见职责。  ∙ 尚无来源"

    def test_a_head_a_label_and_the_others(self, plan: Plan) -> None:
        laid = agencies_view(plan, ViewOptions(117))
        assert said(laid, "org.moa") == "Ministry of Agriculture leads action 3; takes part in action 8."
        assert said(laid, "org.ndrc") == (
            "National Development and Reform Commission leads actions 1, 6 to 8, 10, 11, and measures m1.1, m1.2, "
            "m6.1, m7.1; jointly leads actions 2, 9; takes part in actions 3 to 5, and measures m1.3, m1.4."
        )
        assert said(laid, "act.agriculture") == (
            "Action 3, Modern agriculture: led by the Ministry of Agriculture; 6 take part; "
            'the list ends with "and others".  ∙ no source yet'
        )
        assert said(laid, "act.transport").startswith(
            "Action 9, Convenient transportation: led jointly by the National Development and Reform Commission and "
        )
        assert said(laid, "act.finance", -1).startswith(
            "Also: People's Bank of China leads action 5, Inclusive finance; China Banking Regulatory Commission, "
        )
        assert said(laid, "mea.2.3", -1).startswith(
            "State Intellectual Property Office leads measure m2.3, Intellectual"
        )
        assert said(laid, "mea.7.2", -1).startswith("All departments and all local governments are responsible for ")
        zh = agencies_view(plan, ViewOptions(117, "zh"))
        assert said(zh, "act.energy", -1) == "另有：能源局牵头行动4“智慧能源”；名单以“等”结尾。  ∙ 尚无来源"
        assert said(zh, "act.agriculture") == "行动3“现代农业”：由农业部牵头；6个部门参与；名单以“等”结尾。  ∙ 尚无来源"
        assert said(zh, "org.moa") == "农业部牵头行动3；参与行动8。"

    @pytest.mark.parametrize("width", [37, 76, 117])
    @pytest.mark.parametrize("lang", ["en", "zh"])
    def test_every_spot_says_something_short(self, plan: Plan, width: int, lang: str) -> None:
        for row in agencies_view(plan, ViewOptions(width, lang)).spots.values():
            for spot in row:
                if spot.target:
                    text = "".join(span.text for span in spot.says()) if spot.says else ""
                    assert 0 < cells(text) <= 4 * width
                    assert lang == "en" or set(re.findall("[A-Za-z]+", text)) <= {"m"}

    @pytest.mark.parametrize(
        "at", ["root", "act.entrepreneurship", "act.ai.1", "mea.7.3", "mea.3.1", "org.moa", "org.nea"]
    )
    async def test_after_two_arrows_the_screen_says_who_does_what(self, plan: Plan, at: str) -> None:
        app = explorer(plan, at)
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "a", "down", "right")
            assert SENTENCE.search(screen_text(app))


class TestOnTheScreen:
    """Keys in the view."""

    @pytest.mark.parametrize("size", SIZES[1:])
    async def test_cells_lead_to_the_entry_heads_to_the_body_and_back_to_the_cell(
        self, plan: Plan, size: tuple[int, int]
    ) -> None:
        app = explorer(plan, "act.agriculture")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "a")
            assert "Action 3, Modern agriculture: led by the Ministry of Agriculture" in screen_text(app)
            await press(pilot, "right", "right", "down")
            here = screen_lines(app)[-5:]
            assert "in action 4, Smart energy" in " ".join(" ".join(here).split())
            await press(pilot, "enter")
            assert app.main.shown == "act.energy" and not app.main.view
            await press(pilot, "escape")
            assert app.main.view == "agencies" and screen_lines(app)[-5:] == here
            await press(pilot, "up", "up", "up", "up", "enter")
            assert app.main.shown == "org.miit"
            await press(pilot, "escape")
            assert "Ministry of Industry and Information Technology leads measure m1.3;" in screen_text(app)

    async def test_heads_stay_while_rows_scroll(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "a", "G")
            lines = screen_lines(app)
            assert lines[1].split()[:3] == ["NDRC", "MIIT", "CAC"] and any("m7.3" in line for line in lines)
            assert any(line.strip().startswith("Lists unknown") for line in lines[-3:])

    async def test_it_opens_at_the_entry_or_at_what_it_lies_in(self, plan: Plan) -> None:
        for at, row in {
            "act.ai.2": "act.ai",
            "mea.1.3": "mea.1.3",
            "org.nea": "act.energy",
            "org.cac": "org.cac",
        }.items():
            app = explorer(plan, at)
            async with app.run_test(size=(120, 36)) as pilot:
                await press(pilot, "a")
                assert app.main.viewer.target == row

    async def test_narrow_bodies_are_links(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(40, 15)) as pilot:
            await press(pilot, "a")
            assert screen_lines(app)[1].strip("» ") == "1  Entrepreneurship and innovation"
            await press(pilot, "down", "right")
            assert "leads action 1," in " ".join(screen_text(app).split())
            await press(pilot, "enter")
            assert app.main.shown == "org.ndrc"

    async def test_bodies_are_sorted_by_roles_then_by_name(self, plan: Plan) -> None:
        app = explorer(plan)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "a")
            before = screen_lines(app)[1].strip("» ").split()
            await press(pilot, "r")
            names = screen_lines(app)[1].strip("» ").split()
            assert names == [*sorted(before[:-1]), "others"] and names != before
            await press(pilot, "r")
            assert screen_lines(app)[1].strip("» ").split() == before

    @pytest.mark.parametrize("size", SIZES)
    async def test_the_filter_answers_which_actions_a_body_takes_part_in(
        self, plan: Plan, size: tuple[int, int]
    ) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "a", "slash", "text:agri")
            text = screen_text(app)
            assert "Modern agriculture" in text and "E-commerce" in text and "energy" not in text
            assert "2 rows" in text
            if size[0] >= 80:
                assert screen_lines(app)[1].strip("» ").startswith("MOA")

    async def test_other_lists_fold(self) -> None:
        app = explorer(load(Path("docs/examples/ai2017")))
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "a", "G")
            assert "SAC" in screen_text(app)
            while not any("▾ Named in other lists" in line for line in screen_lines(app) if line.startswith("»")):
                await press(pilot, "up")
            await press(pilot, "space")
            assert "▸ Named in other lists" in screen_text(app) and "Pilot zones" not in screen_text(app)


class TestOwnPlans:
    """Any plan is drawn, with what it has."""

    def test_actions_without_a_list_have_a_label_alone(self, tmp_path: Path) -> None:
        lines = drawn(load(write_plan(tmp_path)))
        assert any(re.fullmatch("2 Artificial intelligence", line) for line in lines)
        assert any(re.fullmatch("1 E-commerce +L +p", line) for line in lines)
        assert lines[-1] == "Lists unknown: action 2"

    def test_a_plan_without_bodies_has_no_table(self, plan: Plan) -> None:
        bare = with_lists(plan, lambda node: Agencies())
        assert agencies_view(bare, ViewOptions(100)) == TableLayout([])

    def test_named_bodies_that_are_responsible_together_are_named(self, plan: Plan) -> None:
        each = Agencies("collective", False, ("org.mof", "org.moe"))
        changed = with_lists(plan, lambda node: each if node.id == "act.ai" else node.agencies)
        row = next(line for line in drawn(changed, 117) if line.startswith("  11 "))
        assert row.split()[-3:] == ["R", "MOF", "+1"]

    def test_a_plan_of_many_rows_and_bodies(self, plan: Plan) -> None:
        ids = [body.id for body in plan.bodies.values() if body.kind == "agency"]
        action = plan.node("act.ai")
        many = [
            action._replace(
                id=f"act.n{n}",
                number=str(n),
                agencies=Agencies("first", True, tuple(ids[(n * 7 + m) % len(ids)] for m in range(12))),
                parent=plan.root.id,
                children=(),
            )
            for n in range(400)
        ]
        root = plan.root._replace(children=tuple(node.id for node in many))
        depths = plan.depths[:1] + type(plan.depths)("I", [1] * len(many))
        big = Plan(plan.folder, [root, *many], depths, plan.bodies, {}, {}, {})
        for width in WIDTHS:
            laid = agencies_view(big, ViewOptions(width))
            assert len({row[0].target for row in laid.spots.values()} & set(big.index)) == 400
            assert all(cells(line) <= width for line in view_lines(laid, width))
        assert re.search(
            r"takes part in \d\d actions\.", said(agencies_view(big, ViewOptions(117, only="planning")), "org.ndrc")
        )


class TestPrinted:
    """The printed view: the table, then each body with what it does."""

    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_all_bodies(self, plan: Plan, lang: str) -> None:
        lines = view_lines(agencies_printed(plan, ViewOptions(100, lang)), 100)
        text = "\n".join(lines)
        assert all(f"{body.id}\n" in text for body in plan.bodies.values() if body.kind == "agency")
        assert ("  牵头      3 现代农业" if lang == "zh" else "  leads           3 Modern agriculture") in text
        assert "no source yet" not in text or lang != "zh"

    def test_one_body(self, plan: Plan) -> None:
        lines = view_lines(agencies_printed(plan, ViewOptions(100, nodes=("org.moa",))), 100)
        assert [line.split("  ")[0] for line in lines[:1]] == ["Ministry of Agriculture (MOA)"] and len(lines) == 4
        none = view_lines(agencies_printed(plan, ViewOptions(100, "zh", nodes=("org.saic",))), 100)
        assert none[-1].strip() == "未见职责"
