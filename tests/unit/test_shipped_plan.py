"""The shipped plan: its shape, its ids, its quotes, its grades, its languages."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from plan_data.loading.yaml_events import decode
from plan_data.model.anchors import anchor, paragraphs
from plan_data.model.entities import RAISING_KINDS, Body, Node, supports
from plan_data.model.plan import Plan
from plan_data.text.dates import is_date
from tests.unit.test_shipped_texts import things

ORIGINALS = Path(__file__).parents[3] / "shared" / "seeds"
"""The four articles that the passages were taken from; they are not part of the project."""

ACTIONS = {
    "entrepreneurship": 3,
    "manufacturing": 4,
    "agriculture": 4,
    "energy": 4,
    "finance": 3,
    "public-services": 5,
    "logistics": 3,
    "ecommerce": 4,
    "transport": 3,
    "ecology": 4,
    "ai": 3,
}
"""The actions in the document's order, with the number of their tasks."""
CATEGORIES = {"policy": 3, "infrastructure": 2, "sharing": 3, "business": 3, "safety": 3}
"""The categories of the briefing, with the number of their clauses."""
GROUPS = (4, 4, 4, 3, 4, 3, 3)
"""Number of measures in each published group."""


class TestShape:
    def test_loads_without_a_finding(self, plan: Plan) -> None:
        assert plan.findings == ()

    def test_declares_its_totals(self, plan: Plan) -> None:
        assert plan.totals == {"action": 11, "task": 40, "category": 5, "group": 7, "measure": 25}
        for kind, total in plan.totals.items():
            assert len(list(plan.of_kind(kind))) == total, kind

    def test_actions_and_tasks_in_order_with_ids_and_numbers(self, plan: Plan) -> None:
        assert plan.node("actions").children == tuple(f"act.{name}" for name in ACTIONS)
        for n, (name, tasks) in enumerate(ACTIONS.items(), 1):
            action = plan.node(f"act.{name}")
            assert (action.kind, action.number) == ("action", str(n))
            assert action.children == tuple(f"act.{name}.{i}" for i in range(1, tasks + 1))
            for i, id_ in enumerate(action.children, 1):
                assert (plan.node(id_).kind, plan.node(id_).number) == ("task", f"{n}.{i}")

    def test_categories_and_clauses(self, plan: Plan) -> None:
        assert plan.node("support.categories").children == tuple(f"sup.{name}" for name in CATEGORIES)
        for name, clauses in CATEGORIES.items():
            category = plan.node(f"sup.{name}")
            assert category.kind == "category"
            assert category.children == tuple(f"sup.{name}.{i}" for i in range(1, clauses + 1))
            assert {plan.node(id_).kind for id_ in category.children} == {"clause"}

    def test_groups_and_measures(self, plan: Plan) -> None:
        assert plan.node("support.groups").children == tuple(f"mea.{n}" for n in range(1, 8))
        for n, measures in enumerate(GROUPS, 1):
            group = plan.node(f"mea.{n}")
            assert (group.kind, group.number) == ("group", f"m{n}")
            assert group.children == tuple(f"mea.{n}.{i}" for i in range(1, measures + 1))
            for i, id_ in enumerate(group.children, 1):
                assert (plan.node(id_).kind, plan.node(id_).number) == ("measure", f"m{n}.{i}")

    def test_requirements(self, plan: Plan) -> None:
        assert plan.node("requirements").children == ("req.purpose", "req.principles", "req.targets")
        assert plan.node("req.principles").children == tuple(f"req.principles.{n}" for n in range(1, 6))
        assert plan.node("req.targets").children == ("req.targets.2018", "req.targets.2025")
        assert plan.node("req.targets.2018").children == tuple(f"req.targets.2018.{n}" for n in range(1, 5))

    def test_the_document_is_known(self, plan: Plan) -> None:
        document = plan.document
        assert document is not None
        assert (document.id, document.number) == ("src.guofa-2015-40", "国发〔2015〕40号")
        assert (document.dates.written, document.dates.published) == ("2015-07-01", "2015-07-04")


class TestIds:
    PREFIXES = {
        "action": "act.",
        "task": "act.",
        "category": "sup.",
        "clause": "sup.",
        "group": "mea.",
        "measure": "mea.",
        "principle": "req.principles.",
        "target": "req.targets. tgt.",
        "event": "tl.",
        "background": "bg. rel.",
        "follow-up": "fu.",
        "challenge": "ch.",
        "conflict": "cf.",
        "agency": "org.",
        "person": "per.",
        "company": "co.",
    }

    def test_ids_say_the_kind(self, plan: Plan) -> None:
        for item in (*plan.nodes, *plan.bodies.values()):
            if item.kind in self.PREFIXES:
                assert item.id.startswith(tuple(self.PREFIXES[item.kind].split())), item.id
        assert all(id_.startswith("src.") for id_ in plan.sources)

    def test_a_child_of_the_document_is_named_after_its_parent(self, plan: Plan) -> None:
        for node in plan.of_kind("task", "clause", "measure", "principle"):
            assert node.id.rpartition(".")[0] == node.parent

    def test_event_is_named_after_one_of_its_dates(self, plan: Plan) -> None:
        for node in plan.of_kind("event"):
            assert node.event is not None
            dates = {node.event.happened, node.event.dated, node.event.published, node.event.reported, node.due}
            named = re.fullmatch(r"tl\.(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:-[2-9])?", node.id)
            assert named, node.id
            assert named[1] in dates, node.id

    def test_quote_is_named_after_its_source(self, plan: Plan) -> None:
        for quote in plan.quotes.values():
            assert re.fullmatch(r"q\.\d{3}\.\d{2}[a-z]?", quote.id), quote.id
            assert quote.id.split(".")[1] == quote.source.removeprefix("src."), quote.id

    def test_dates_are_dates(self, plan: Plan) -> None:
        for node in plan.nodes:
            for date in (node.due, *(node.event[1:5] if node.event else ())):
                assert not date or is_date(date), (node.id, date)


class TestQuotes:
    def test_every_quote_is_verbatim(self, plan: Plan) -> None:
        assert plan.quotes
        wrong = {id_: plan.anchors[id_].state for id_ in plan.quotes if plan.anchors[id_].state != "verbatim"}
        assert wrong == {}

    def test_only_the_four_articles_have_passages(self, plan: Plan) -> None:
        assert [s.id for s in plan.sources.values() if s.passages] == ["src.000", "src.001", "src.003", "src.004"]

    def test_every_quote_is_used(self, plan: Plan) -> None:
        assert [id_ for id_, links in plan.backlinks.items() if not links] == []

    def test_no_node_links_a_quote_twice_in_one_role(self, plan: Plan) -> None:
        for item in things(plan):
            links = [(link.id, link.role) for link in item.quotes]
            assert len(set(links)) == len(links), item.id

    def test_prefix_and_suffix_are_given_only_where_needed(self, plan: Plan) -> None:
        for quote in plan.quotes.values():
            if quote.prefix or quote.suffix:
                passages = plan.sources[quote.source].passages
                assert anchor(quote.exact, "", "", quote.paragraph, passages).state == "ambiguous", quote.id

    def test_only_what_was_written_about_the_document_states_it(self, plan: Plan) -> None:
        roles = {"src.000": "before", "src.003": "after", "src.004": "after"}
        for node in plan.of_kind("action", "task", "category", "clause", "group", "measure", "principle"):
            for link in node.quotes:
                source = plan.quotes[link.id].source
                if link.role in ("states", "before", "after"):
                    assert link.role == roles.get(source, "states"), (node.id, link)

    @pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals are not here")
    def test_passages_are_whole_paragraphs_of_the_originals(self, plan: Plan) -> None:
        for source in plan.sources.values():
            if source.passages:
                data = (ORIGINALS / source.file).read_bytes()
                assert hashlib.sha256(data).hexdigest() == source.sha256, source.id
                original = paragraphs(decode(data, source.file))
                for number, text in source.passages.items():
                    assert original[number - 1] == text, (source.id, number)

    def test_translation_carries_its_words(self, plan: Plan) -> None:
        source = plan.sources["src.000"]
        assert source.translation == "machine"
        assert source.citation.en == "machine translation of a 2015 newspaper report, reposted 2024"
        assert source.citation.zh == "2015年报纸报道的机器译文，2024年转载"
        assert [s.id for s in plan.sources.values() if s.passages and s.translation == "machine"] == ["src.000"]


class TestEvidence:
    def backed(self, plan: Plan, item: Node | Body) -> bool:
        """Whether a verbatim quote of its own may carry what it says."""
        return any(supports(item.kind, link.role) and plan.anchors[link.id].state == "verbatim" for link in item.quotes)

    def raising(self, plan: Plan, cited: tuple[str, ...]) -> bool:
        """Whether one of the sources raises a grade."""
        return any(plan.sources[id_].kind in RAISING_KINDS and plan.sources[id_].address for id_ in cited)

    def test_grades_are_backed(self, plan: Plan) -> None:
        graded = 0
        for item in (*plan.nodes, *plan.bodies.values()):
            for statement, grade in item.evidence.items():
                graded += 1
                assert grade in ("quoted", "reported", "unchecked"), item.id
                if grade == "quoted":
                    assert self.backed(plan, item), (item.id, statement)
                elif grade == "reported":
                    assert self.raising(plan, item.cites.get(statement, ())), (item.id, statement)
        assert graded > 300

    def test_reworded_copies_and_those_without_address_raise_nothing(self, plan: Plan) -> None:
        weak = {id_ for id_, s in plan.sources.items() if s.kind == "reworded" or not s.address}
        assert {"src.crsrw", "src.zscq", "src.syjx", "src.gh-legal", "src.gh-exam", "src.gh-textbook"} <= weak
        for item in (*plan.nodes, *plan.bodies.values()):
            for statement, cited in item.cites.items():
                if set(cited) <= weak:
                    assert plan.grade(item, statement) != "reported", (item.id, statement)

    def test_nothing_is_quoted_that_no_passage_could_say(self, plan: Plan) -> None:
        for node in plan.of_kind("task", "measure", "group", "principle"):
            assert plan.grade(node) != "quoted" or self.backed(plan, node), node.id

    def test_conflicts_have_the_sides_of_their_kind(self, plan: Plan) -> None:
        for node in plan.of_kind("conflict"):
            assert node.conflict is not None
            sides = node.conflict.sides
            if node.conflict.kind == "conflict":
                assert len(sides) >= 2, node.id
                assert all(side.quotes for side in sides), f"{node.id}: both sides of a conflict are quoted"
            elif node.conflict.kind == "doubt":
                assert sum(bool(side.quotes) for side in sides) <= 1, node.id
            else:
                assert len(sides) >= 2, node.id
            for side in sides:
                assert bool(side.quotes) == (side.evidence == "quoted"), (node.id, side.says.en)

    def test_targets_have_an_owner_and_a_number_or_say_why(self, plan: Plan) -> None:
        for node in plan.of_kind("target"):
            if node.id.startswith("tgt."):
                assert node.target is not None, node.id
                assert node.target.owner, node.id

    def test_bases_that_are_links_are_direct_or_close(self, plan: Plan) -> None:
        for node in plan.nodes:
            if node.basis:
                assert node.kind == "measure", node.id
                assert plan.node(node.basis.node).kind == "category", node.id


class TestAgencies:
    def test_every_action_has_its_list(self, plan: Plan) -> None:
        for action in plan.of_kind("action"):
            assert action.agencies.rule in ("first", "joint"), action.id
            assert len(action.agencies.list) > 1, action.id
            assert len(set(action.agencies.list)) == len(action.agencies.list), action.id

    def test_tasks_show_their_actions_list(self, plan: Plan) -> None:
        for task in plan.of_kind("task"):
            assert task.agencies.rule == "", task.id
            assert plan.agencies_of(task).inherited_from == task.parent, task.id

    def test_every_measure_says_its_rule_and_unknown_lists_nobody(self, plan: Plan) -> None:
        rules = [measure.agencies.rule for measure in plan.of_kind("measure")]
        assert "" not in rules
        assert "unknown" in rules
        for node in plan.nodes:
            if node.agencies.rule in ("", "unknown"):
                assert node.agencies.list == (), node.id
                assert not node.agencies.open, node.id

    def test_ecommerce_is_led_by_the_planners_and_ai_has_four(self, plan: Plan) -> None:
        ecommerce = plan.node("act.ecommerce").agencies
        assert ecommerce.roles()[:2] == (("org.ndrc", "lead"), ("org.mofcom", "member"))
        assert plan.node("act.ai").agencies.list == ("org.ndrc", "org.most", "org.miit", "org.cac")

    def test_names_are_those_of_2015(self, plan: Plan) -> None:
        for id_ in ("org.moa", "org.mep", "org.cbrc", "org.circ", "org.sfa", "org.aqsiq"):
            body = plan.bodies[id_]
            assert body.later, id_
            for later in body.later:
                assert later.name.zh != body.title.zh, id_

    def test_abbreviations_are_unique(self, plan: Plan) -> None:
        abbreviations = [body.abbr.casefold() for body in plan.bodies.values() if body.abbr]
        assert len(set(abbreviations)) == len(abbreviations)
