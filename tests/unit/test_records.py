"""The JSON records: their keys, their order, and characters that would act on a terminal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_data.exports import records, views
from plan_data.folders import SHIPPED, data_folder
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex
from plan_data.text.dates import date_key
from plan_data.text.visible import HIDDEN
from tests.output import run
from tests.small_plan import write_plan
from tui.userdata.store import Store, plan_key

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
    "names",
]


E_COMMERCE = {"title": {"en": "E-commerce", "zh": "“互联网+”电子商务"}, "kind": "action", "number": "1"}
"""What stands beside the id of the first action of the small plan."""


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
            "renderings": [
                {"text": "electronic trade", "who": "src.news", "name": {"en": "Small plan explained", "zh": ""}}
            ],
            "en_short": "",
            "zh_narrow": "",
        }
        assert found["agencies"] == {
            "rule": "first",
            "open": True,
            "list": [
                {"id": "org.plan", "role": "lead", "name": {"en": "Planning Commission", "zh": "计划委员会"}},
                {"id": "org.trade", "role": "member", "name": {"en": "Ministry of Trade", "zh": "贸易部"}},
            ],
            "inherited_from": "",
        }
        assert found["quotes"] == [
            {"id": id_, "role": role, "inherited_from": "", "exact": small.quotes[id_].exact, "source": "src.news"}
            for id_, role in (("q.news.1", "states"), ("q.news.2", "after"))
        ]
        assert (found["due"], found["targets"]) == ("2018", ["tgt.trade"])
        assert found["children"] == ["act.trade.1", "act.trade.2"]
        assert found["evidence"]["title"] == "quoted"
        assert found["notes"][0]["term"] == {"en": "e-commerce", "zh": "电子商务"}
        assert (found["notes"][0]["pinyin"], found["notes"][0]["glossary"]) == ("diànzǐ shāngwù", True)

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
        assert body["name"] == body["title"]
        assert body["nodes"] == [{"id": "act.trade", "role": "lead", **E_COMMERCE}]
        assert records.node(small, "src.news")["source"]["passages"] == [2, 5]
        quote = records.node(small, "q.news.1")["quote"]
        assert quote["nodes"] == [
            {"id": "act.trade", "role": "states", **E_COMMERCE},
            {
                "id": "sup.policy",
                "role": "inferred",
                "title": {"en": "Policy environment", "zh": ""},
                "kind": "category",
                "number": "",
            },
        ]


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
        keys = ["id", "source", "paragraph", "exact", "prefix", "suffix", "state", "notes", "nodes", "names"]
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
        assert list(found[0]) == ["id", "date", "precision", "kind", "title", "nodes", "names"]
        assert {entry["precision"] for entry in found} == {"day", "month", "year"}
        assert found[0]["id"] == "tl.2015"
        assert len(found) == len(list(plan.of_kind("event")))

    def test_agencies_count_own_lists_only(self, small: Plan) -> None:
        found = views.agencies(small, "org.trade")
        assert found[0]["nodes"] == [{"id": "act.trade", "role": "member", **E_COMMERCE}]

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
            [
                {
                    "id": "src.news",
                    "roles": {"states": 1, "after": 1},
                    "title": {"en": "Small plan explained", "zh": ""},
                }
            ],
        )
        assert views.glossary(small) == [
            {
                "term": {"en": "e-commerce", "zh": "电子商务"},
                "text": {"en": "The word of the document.", "zh": ""},
                "where": "act.trade",
                "pinyin": "diànzǐ shāngwù",
                "places": ["act.trade", "act.trade.1"],
                "names": {
                    "act.trade": E_COMMERCE["title"],
                    "act.trade.1": {"en": "Rural e-commerce", "zh": "发展农村电子商务"},
                },
            }
        ]

    def test_comparison_names_what_is_shared(self, plan: Plan) -> None:
        shared = views.compare(plan, "act.logistics", "act.ecommerce")["shared"]
        for side in ("act.logistics", "act.ecommerce"):
            node = plan.node(side)
            assert set(shared["agencies"]) <= set(node.agencies.list)
            assert set(shared["quotes"]) <= {link.id for link in node.quotes}
        assert shared["agencies"][0] == "org.ndrc"

    def test_hit_has_spans_into_its_text(self, plan: Plan) -> None:
        found = records.hits(plan, SearchIndex(plan).search("22 trillion", 1))[0]
        assert list(found) == ["id", "field", "text", "score", "spans", "quote", "title", "kind", "number"]
        assert json.loads(json.dumps(found)) == found
        start, end = found["spans"][0]
        assert found["text"][start:end].startswith("22")


class TestNames:
    """No id has to be looked up."""

    COMMANDS = (
        "tree", "quotes", "sources", "timeline", "agencies", "targets", "conflicts", "evidence", "glossary",
        "compare act.logistics act.ecommerce", "find ministry -n 60", "find village -n 60", "notes", "bookmarks",
    )  # fmt: skip

    def test_every_id_in_every_record_has_its_name(self, plan: Plan) -> None:
        for id_ in (*plan.index, *plan.bodies, *plan.sources, *plan.quotes):
            assert _unnamed(plan, records.node(plan, id_)) == [], id_

    @pytest.mark.parametrize("line", COMMANDS)
    def test_so_has_every_id_in_what_is_printed(self, plan: Plan, line: str) -> None:
        store = Store(data_folder(), plan_key(SHIPPED, SHIPPED))
        store.set_note("act.ai", "mine")
        store.set_bookmark("org.moa", True)
        printed = json.loads(run(*line.split(), "--format", "json").stdout)
        assert len(str(printed)) > 80 and _unnamed(plan, printed) == []

    def test_the_test_would_find_them(self, plan: Plan) -> None:
        for record in ({"related": ["act.ai"]}, {"id": "act.ai", "role": "x"}, {"cites": {"title": ["src.000"]}}):
            assert _unnamed(plan, {"id": "act.energy", "title": {}, "x": record})

    def test_names_are_those_of_the_records_themselves(self, plan: Plan) -> None:
        for id_ in (*plan.index, *plan.bodies, *plan.sources, *plan.quotes):
            own = records.node(plan, id_)
            title = {lang: own["title"][lang] for lang in ("en", "zh")}
            about = {"title": title, "kind": own["kind"], "number": own["number"]}
            assert records.about(plan, id_) == about and records.names(plan, ["", id_, id_]) == {id_: title}

    @pytest.mark.parametrize(
        ("query", "kind", "number"),
        [("人工智能", "action", "11"), ("ndrc", "agency", ""), ("11.2", "task", "11.2"), ("src.001", "source", "")],
    )
    def test_hits_say_what_they_are(self, plan: Plan, query: str, kind: str, number: str) -> None:
        first = json.loads(run("find", query, "--format", "json").stdout)["hits"][0]
        assert (first["kind"], first["number"]) == (kind, number)
        assert first["title"]["en"] == records.node(plan, first["id"])["title"]["en"]

    def test_a_term_of_the_glossary_is_the_entry_that_explains_it(self, plan: Plan) -> None:
        found = json.loads(run("find", "xinxihua", "--format", "json").stdout)["hits"]
        term = next(hit for hit in found if hit["field"] == "term")
        node = plan.node(term["id"])
        assert (term["text"], term["kind"], term["number"]) == ("信息化", node.kind, node.number)
        assert term["title"]["en"] == node.title.en


def _unnamed(plan: Plan, value: Any, names: Mapping[str, Any] | None = None) -> list[str]:
    """The ids in objects without title, name or words of theirs, and those that the nearest `names` do not have."""
    names = names or {}
    if isinstance(value, list):
        return [id_ for part in value for id_ in _unnamed(plan, part, names)]
    if isinstance(value, str):
        name = names.get(value, {"en": "", "zh": ""})
        return [value] if "." in value and plan.get(value) and not (name["en"] or name["zh"]) else []
    if not isinstance(value, dict):
        return []
    found, names = [], value.get("names", names)
    named = ({"id"} if {"title", "name", "exact"} & set(value) else set()) | ({"who"} if "name" in value else set())
    if "spans" in value:
        # Of a hit it is the text that matched.
        named.add("quote")
    for key, part in value.items():
        if key not in named | {"names", "text", "exact", "citation"}:
            found += _unnamed(plan, part, names)
    return found


def _ids(tree: dict[str, Any]) -> list[str]:
    return [tree["id"], *(id_ for child in tree["children"] for id_ in _ids(child))]
