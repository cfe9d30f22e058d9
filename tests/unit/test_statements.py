"""What is said of a node: gathered once, for card, comparison, brief and page."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_data.exports.entries import entries
from plan_data.loading.loader import load
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.model.statements import quote_groups, statements
from tests.small_plan import write_plan


@pytest.fixture
def small(tmp_path: Path) -> Plan:
    return load(
        write_plan(tmp_path, ("related: [tl.2015-07-04, org.trade]", "related: [tl.2015-07-04, tgt.trade, org.trade]"))
    )


def test_each_statement_has_its_grade(small: Plan) -> None:
    said = statements(small, small.node("act.trade"))
    assert said.grade == "quoted" and said.due is not None and said.due.text == Pair("2018", "2018")
    assert said.bodies is not None and said.bodies.known and not said.bodies.inherited
    assert [(body.id, role) for body, role in said.bodies.roles] == [("org.plan", "lead"), ("org.trade", "member")]
    number = statements(small, small.node("tgt.trade")).number
    assert number is not None and number.text == Pair("22 trillion yuan", "22万亿元")


def test_targets_are_told_apart_from_what_else_is_related(small: Plan) -> None:
    said = statements(small, small.node("act.trade"))
    assert (said.targets, said.related) == (("tgt.trade",), ("tl.2015-07-04", "org.trade"))


def test_a_task_has_the_bodies_of_its_action_and_the_quotes_of_its_ancestor(small: Plan) -> None:
    said = statements(small, small.node("act.trade.1"))
    assert said.bodies is not None and said.bodies.inherited and said.bodies.owner.id == "act.trade"
    assert said.quotes_from == "act.trade" and said.own_quotes == ()
    assert [(role, [quote.id for quote in quotes]) for role, quotes in said.quotes] == [
        ("states", ["q.news.1"]),
        ("after", ["q.news.2"]),
    ]


def test_an_unknown_list_has_no_bodies_and_no_list_is_none(small: Plan) -> None:
    unknown = statements(small, small.node("act.ai")).bodies
    assert unknown is not None and not unknown.known and unknown.roles == ()
    assert statements(small, small.node("sup.policy")).bodies is None


def test_dates_of_an_event_come_in_their_order(plan: Plan) -> None:
    for node in plan.of_kind("event"):
        assert node.event is not None
        dates = [(name, date.text.en) for name, date in statements(plan, node).dates]
        assert dates == [(name, date) for name, date in node.event._asdict().items() if name.endswith("ed") and date]


def test_quotes_of_the_sides_are_left_out_of_an_entry(plan: Plan) -> None:
    found = list(entries(plan, [node.id for node in plan.of_kind("conflict")]))
    assert any(side.quotes for entry in found for side in entry.sides)
    for entry in found:
        of_sides = {id_ for side in entry.sides for id_ in side.quotes}
        assert not of_sides & {quote.id for _, quotes in entry.quotes for quote in quotes}


def test_a_quote_has_no_quotes(plan: Plan) -> None:
    assert quote_groups(plan, next(iter(plan.quotes.values()))) == ("", ())
