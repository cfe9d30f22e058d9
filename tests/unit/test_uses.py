"""What refers to what: the index that one pass over the nodes makes says the same as a look at every node."""

from __future__ import annotations

from plan_data.model.entities import KINDS
from plan_data.model.plan import Plan
from plan_data.model.uses import is_stated


class TestUses:
    def test_numbers_name_the_first_node_that_has_them(self, plan: Plan) -> None:
        assert plan.uses.numbers["11.2"] == "act.ai.2"
        numbered = [node for node in plan.nodes if node.number]
        assert len(plan.uses.numbers) == len({node.number for node in numbered})

    def test_duties_are_those_of_every_list(self, plan: Plan) -> None:
        for body in plan.bodies:
            wanted = [(node.id, role) for node in plan.nodes for id_, role in node.agencies.roles() if id_ == body]
            assert list(plan.uses.duties.get(body, ())) == wanted
        assert plan.uses.duties["org.ndrc"]

    def test_bodies_know_what_is_related_to_them(self, plan: Plan) -> None:
        for body in plan.bodies:
            assert list(plan.uses.related.get(body, ())) == [node.id for node in plan.nodes if body in node.related]
        assert plan.uses.related

    def test_sources_know_what_cites_them_each_entry_once(self, plan: Plan) -> None:
        for source in plan.sources:
            wanted = [node.id for node in plan.nodes if any(source in ids for ids in node.cites.values())]
            assert list(plan.uses.citing.get(source, ())) == wanted
        assert plan.uses.citing

    def test_categories_know_the_measures_that_answer_to_them(self, plan: Plan) -> None:
        for category in plan.of_kind("category"):
            wanted = [node.id for node in plan.of_kind("measure") if node.basis and node.basis.node == category.id]
            assert list(plan.uses.measures.get(category.id, ())) == wanted
        assert plan.uses.measures

    def test_lists_are_known_by_their_rule(self, plan: Plan) -> None:
        rules = {node.agencies.rule for node in plan.nodes} - {""}
        assert set(plan.uses.lists) == rules >= {"first", "unknown"}
        for rule in rules:
            assert list(plan.uses.lists[rule]) == [node.id for node in plan.nodes if node.agencies.rule == rule]

    def test_what_no_quote_states_is_known_by_kind(self, plan: Plan) -> None:
        for kind in KINDS:
            wanted = [node.id for node in plan.of_kind(kind) if kind not in ("plan", "section") and not is_stated(node)]
            assert list(plan.uses.unstated.get(kind, ())) == wanted
        assert plan.uses.unstated["task"]


def test_a_quote_without_an_entry_belongs_to_its_source(plan: Plan) -> None:
    for quote in plan.quotes.values():
        links = plan.backlinks[quote.id]
        assert plan.supported_by(quote.id) == (links[0].id if links else quote.source)
