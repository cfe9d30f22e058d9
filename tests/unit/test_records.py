"""The JSON records: their keys, their order, and characters that would act on a terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_data.exports import records, views
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex
from plan_data.text.dates import date_key
from plan_data.text.visible import HIDDEN
from tests.small_plan import write_plan

NODE_KEYS = [
    "id",
    "kind",
    "number",
    "title",
    "evidence",
    "pinyin",
    "aliases",
    "about",
    "summary",
    "path",
    "agencies",
    "due",
    "due_inherited",
    "targets",
    "related",
    "children",
    "quotes",
    "notes",
    "basis",
    "cites",
    "event",
    "target",
    "conflict",
]


@pytest.fixture
def small(tmp_path: Path) -> Plan:
    """The small plan, with a target beside its first action."""
    return load(
        write_plan(tmp_path, ("related: [tl.2015-07-04, org.trade]", "related: [tl.2015-07-04, tgt.trade, org.trade]"))
    )


class TestText:
    """`dumps`."""

    @given(st.text() | st.text(st.sampled_from("\x00\t\n\x1b\x7f\x9b\u200b\u202e\u2028\ufeff\U000e0041中'\"\\")))
    @pytest.mark.case("B11", "B12")
    def test_any_text_comes_back_and_nothing_hidden_goes_out(self, text: str) -> None:
        """In JSON such characters are escapes."""
        printed = records.dumps({"x": text})
        assert json.loads(printed) == {"schema": 1, "x": text}
        assert not HIDDEN.search(printed)

    def test_chinese_is_written_as_it_is_and_hidden_characters_as_escapes(self) -> None:
        printed = records.dumps({"x": "人工\u202e智能\U000e0041"})
        assert '"人工\\u202e智能\\udb40\\udc41"' in printed
        assert json.loads(records.dumps({"x": "half \ud800 of one"}))["x"] == "half \ud800 of one"
        assert printed.startswith('{\n  "schema": 1,\n')
        assert printed.endswith("}\n")


class TestNode:
    """`node`."""

    def test_every_key_is_there_for_every_id_in_one_order(self, plan: Plan) -> None:
        for id_ in (*plan.index, *plan.bodies, *plan.sources, *plan.quotes):
            found = list(records.node(plan, id_))
            assert found[: len(NODE_KEYS)] == NODE_KEYS, id_
            if id_ in plan.index:
                assert found == NODE_KEYS

    def test_unknown_id_raises(self, small: Plan) -> None:
        with pytest.raises(KeyError):
            records.node(small, "act.none")

    def test_action(self, small: Plan) -> None:
        found = records.node(small, "act.trade")
        assert found["path"] == ["root", "actions"]
        assert found["title"] == {
            "en": "E-commerce",
            "zh": "“互联网+”电子商务",
            "zh_short": "电子商务",
            "en_close": "",
            "renderings": [{"text": "electronic trade", "who": "src.news"}],
            "en_short": "",
            "zh_narrow": "",
        }
        assert found["agencies"] == {
            "rule": "first",
            "open": True,
            "list": [{"id": "org.plan", "role": "lead"}, {"id": "org.trade", "role": "member"}],
            "inherited_from": "",
        }
        assert found["quotes"] == [
            {"id": "q.news.1", "role": "states", "inherited_from": ""},
            {"id": "q.news.2", "role": "after", "inherited_from": ""},
        ]
        assert (found["due"], found["targets"]) == ("2018", ["tgt.trade"])
        assert found["children"] == ["act.trade.1", "act.trade.2"]
        assert found["evidence"]["title"] == "quoted"
        assert found["notes"][0]["term"] == {"en": "", "zh": "电子商务"}

    def test_task_says_whose_bodies_and_quotes_it_shows(self, small: Plan) -> None:
        found = records.node(small, "act.trade.1")
        assert found["agencies"]["inherited_from"] == "act.trade"
        assert [body["id"] for body in found["agencies"]["list"]] == ["org.plan", "org.trade"]
        assert {quote["inherited_from"] for quote in found["quotes"]} == {"act.trade"}

    def test_task_says_whose_deadline_it_inherits(self, small: Plan) -> None:
        found = records.node(small, "act.trade.1")
        assert (found["due"], found["due_inherited"]) == ("", {"date": "2018", "from": "act.trade"})
        assert records.node(small, "act.trade")["due_inherited"] is None
        assert records.node(small, "act.ai")["due_inherited"] is None
        assert records.node(small, "org.trade")["due_inherited"] is None

    def test_what_is_not_there_is_empty(self, small: Plan) -> None:
        found = records.node(small, "act.ai")
        assert found["agencies"] == {"rule": "unknown", "open": False, "list": [], "inherited_from": ""}
        assert (found["due"], found["targets"], found["quotes"], found["notes"]) == ("", [], [], [])
        assert (found["basis"], found["event"], found["target"], found["conflict"]) == (None, None, None, None)
        assert found["summary"] == {"en": "", "zh": ""}

    def test_parts_of_other_kinds(self, small: Plan) -> None:
        assert records.node(small, "mea.1.1")["basis"] == {"node": "sup.policy", "kind": "close", "alternative": ""}
        assert records.node(small, "tl.2015-07-04")["event"]["published"] == "2015-07-04"
        assert records.node(small, "tgt.trade")["target"] == {
            "sort": "target",
            "number": "22",
            "unit": {"en": "trillion yuan", "zh": "万亿元"},
            "zh_figure": "",
            "owner": "org.trade",
        }

    def test_bodies_sources_and_quotes_have_keys_of_their_own(self, small: Plan) -> None:
        body = records.node(small, "org.plan")
        assert (body["kind"], body["abbr"]) == ("agency", "PC")
        assert body["later"][0]["date"] == "2018-03"
        assert body["nodes"] == [{"id": "act.trade", "role": "lead"}]
        assert records.node(small, "src.news")["source"]["passages"] == [2, 5]
        quote = records.node(small, "q.news.1")["quote"]
        assert quote["nodes"] == [{"id": "act.trade", "role": "states"}, {"id": "sup.policy", "role": "inferred"}]


class TestLists:
    """Trees and views."""

    def test_tree_is_cut_to_empty_children(self, small: Plan) -> None:
        assert records.tree(small, "root", 0)["children"] == []
        one = records.tree(small, "root", 1)
        assert one["children"] and all(child["children"] == [] for child in one["children"])
        whole = records.tree(small, "root")
        assert list(whole) == ["id", "kind", "number", "title", "evidence", "children"]
        assert _ids(whole) == [node.id for node in small.nodes]

    def test_quote_and_source(self, small: Plan) -> None:
        quote = records.quote(small, small.quotes["q.news.1"])
        keys = ["id", "source", "paragraph", "exact", "prefix", "suffix", "state", "notes", "nodes"]
        assert list(quote) == keys
        assert (quote["paragraph"], quote["exact"], quote["prefix"]) == (2, "e-commerce", "names ")
        assert quote["state"] == "verbatim"
        assert records.source(small, small.sources["src.news"])["quotes"] == 2
        assert records.source(small, small.sources["src.doc"])["passages"] == []

    @pytest.mark.parametrize(
        ("dates", "ordered"),
        [
            (["2015", "2015-07", "2015-07-04", "2015-07-31"], ["2015-07-04", "2015-07-31", "2015-07", "2015"]),
            (["2016", "", "2015-12", "2015-12-31"], ["2015-12-31", "2015-12", "2016", ""]),
            (["June 2015", "2025"], ["2025", "June 2015"]),
        ],
    )
    @pytest.mark.case("B25")
    def test_unknown_part_of_a_date_comes_behind_the_known_ones(self, dates: list[str], ordered: list[str]) -> None:
        """What is no date comes last."""
        assert sorted(dates, key=date_key) == ordered

    def test_timeline(self, plan: Plan) -> None:
        found = views.timeline(plan)
        assert list(found[0]) == ["id", "date", "precision", "kind", "title", "nodes"]
        assert {entry["precision"] for entry in found} == {"day", "month", "year"}
        assert found[0]["id"] == "tl.2015"
        assert len(found) == len(list(plan.of_kind("event")))

    def test_agencies_count_own_lists_only(self, small: Plan) -> None:
        found = views.agencies(small, "org.trade")
        assert found[0]["nodes"] == [{"id": "act.trade", "role": "member"}]

    def test_conflicts_show_each_side_with_its_grade(self, small: Plan) -> None:
        sides = views.conflicts(small)[0]["sides"]
        assert [(side["quotes"], side["cites"], side["evidence"]) for side in sides] == [
            (["q.news.2"], [], "quoted"),
            ([], ["src.doc"], "reported"),
        ]

    def test_targets_and_evidence_and_glossary(self, small: Plan) -> None:
        assert views.targets(small)[0]["deadline"] == "2016-12"
        trade = views.evidence_by_source(small)[0]
        assert (trade["id"], trade["sources"]) == (
            "act.trade",
            [{"id": "src.news", "roles": {"states": 1, "after": 1}}],
        )
        assert [entry["where"] for entry in views.glossary(small)] == ["act.trade"]

    def test_comparison_names_what_is_shared(self, plan: Plan) -> None:
        shared = views.compare(plan, "act.logistics", "act.ecommerce")["shared"]
        for side in ("act.logistics", "act.ecommerce"):
            node = plan.node(side)
            assert set(shared["agencies"]) <= set(node.agencies.list)
            assert set(shared["quotes"]) <= {link.id for link in node.quotes}
        assert shared["agencies"][0] == "org.ndrc"

    def test_hit_has_spans_into_its_text(self, plan: Plan) -> None:
        found = records.plain(SearchIndex(plan).search("22 trillion", 1)[0])
        assert list(found) == ["id", "field", "text", "score", "spans", "quote"]
        assert json.loads(json.dumps(found)) == found
        start, end = found["spans"][0]
        assert found["text"][start:end].startswith("22")


def _ids(tree: dict[str, Any]) -> list[str]:
    return [tree["id"], *(id_ for child in tree["children"] for id_ in _ids(child))]
