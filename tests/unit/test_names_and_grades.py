"""Short names, inherited deadlines, and the one grade that an outline shows for an entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_data.loading.loader import load
from plan_data.loading.parsers import SHORT_CELLS
from plan_data.model.entities import Title
from plan_data.model.plan import Plan
from tests.small_plan import only, write_plan
from widgets.render.names import fit_title
from widgets.render.wrapping import cells


@pytest.fixture
def small(tmp_path: Path) -> Plan:
    """The small plan."""
    return load(write_plan(tmp_path))


AI = Title("Artificial intelligence", "“互联网+”人工智能", "人工智能", en_short="AI")


class TestShortNames:
    """A label that is too wide for its column gives way to the short one, and that to its first words."""

    @pytest.mark.parametrize(
        ("title", "lang", "width", "shown"),
        [
            (AI, "en", 23, "Artificial intelligence"),
            (AI, "en", 22, "AI"),
            (AI, "both", 33, "Artificial intelligence  人工智能"),
            (AI, "both", 30, "AI"),
            (AI, "zh", 8, "人工智能"),
            (AI, "zh", 7, "人工 .."),
            (AI._replace(zh_narrow="智能"), "zh", 8, "人工智能"),
            (AI._replace(zh_narrow="智能"), "zh", 7, "智能"),
            (Title("Green ecology"), "en", 12, "Green .."),
            (Title("Green ecology", en_short="Eco zone"), "en", 6, "Gre .."),
        ],
    )
    def test_what_is_shown(self, title: Title, lang: str, width: int, shown: str) -> None:
        assert fit_title(title, lang, width) == shown

    @pytest.mark.parametrize("short", ["Trade, on line and off", "农村的电子商务和网上购物"])
    def test_too_long_is_a_warning_with_its_place(self, tmp_path: Path, short: str) -> None:
        edit = ("            en: E-commerce\n", f"            en: E-commerce\n            en_short: {short}\n")
        finding = only(tmp_path, edit)
        assert (finding.severity, finding.code) == ("warning", "long-name")
        assert finding.path == "root/actions/act.trade/title/en_short"
        assert f"at most {SHORT_CELLS}" in finding.message

    def test_long_labels_of_actions_and_sections_have_a_short_one(self, plan: Plan) -> None:
        for node in plan.of_kind("action", "section"):
            assert cells(node.title.short("en")) <= SHORT_CELLS, node.id


class TestShownGrade:
    """The outline shows the weakest grade among what an entry takes from the document."""

    def test_unchecked_bodies_weaken_a_quoted_heading(self, small: Plan) -> None:
        assert small.grade(small.node("act.trade")) == "quoted"
        assert small.shown_grade(small.node("act.trade")) == "unchecked"

    def test_an_inherited_list_counts(self, tmp_path: Path) -> None:
        task = "title: {zh: 发展农村电子商务, en: Rural e-commerce}"
        plan = load(
            write_plan(tmp_path, (task, f"{task}\n              evidence: {{title: quoted}}\n")), with_errors=True
        )
        assert plan.grade(plan.node("act.trade.1")) == "quoted"
        assert plan.shown_grade(plan.node("act.trade.1")) == "unchecked"

    def test_an_unknown_list_says_nothing(self, tmp_path: Path) -> None:
        edit = ("agencies: {rule: unknown}", "agencies: {rule: unknown}\n          evidence: {title: reported}")
        plan = load(write_plan(tmp_path, edit), with_errors=True)
        assert plan.shown_grade(plan.node("act.ai")) == "reported"

    def test_sections_of_the_tool_have_none(self, plan: Plan) -> None:
        own = ["timeline", "targets", "background", "follow-up", "challenges", "conflicts"]
        assert {plan.shown_grade(plan.node(id_)) for id_ in own} == {""}
        assert plan.shown_grade(plan.node("requirements")) == "reported"

    def test_events_and_conflicts_have_that_of_their_heading(self, plan: Plan) -> None:
        for node in plan.of_kind("event", "conflict", "target", "background", "follow-up", "challenge"):
            assert plan.shown_grade(node) == plan.grade(node)


class TestInheritedDeadline:
    """A node below one with a deadline has it too, and says from where."""

    def test_goals_below_2018(self, plan: Plan) -> None:
        assert plan.due_inherited(plan.node("req.targets.2018.1")) == ("2018", "req.targets.2018")
        assert plan.due_inherited(plan.node("req.targets.2018")) == ("", "")

    def test_an_action_has_none(self, plan: Plan) -> None:
        assert plan.due_inherited(plan.node("act.agriculture")) == ("", "")
