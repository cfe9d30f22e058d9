"""Errors of ids and of their uses, all of them found in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_data.errors import PlanError
from plan_data.loading.loader import load
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from tests.small_plan import AGENCIES, PLAN, findings, only, place, where, write_plan


class TestErrors:
    """What ends `check` with 1, and everything else with 3."""

    def test_raise_unless_they_are_asked_for(self, tmp_path: Path) -> None:
        write_plan(tmp_path, ("    abbr: PC", "    abbrev: PC"))
        with pytest.raises(PlanError, match="^1 error in the plan$") as caught:
            load(tmp_path)
        plan = load(tmp_path, with_errors=True)
        assert isinstance(plan, Plan)
        assert list(plan.findings) == caught.value.findings
        assert len(plan.nodes) == 13

    def test_all_are_found_in_one_run_in_every_file(self, tmp_path: Path) -> None:
        found = findings(
            tmp_path,
            ("kind: task\n              number: 1.1", "kind: taks\n              number: 1.1"),
            ("states: [q.news.1]", "states: [q.news.9]"),
            ("  - id: org.trade\n", "  - id: org.trade\n    colour: red\n"),
            ("  - paragraph: 5\n", "  - paragraph: five\n"),
            ("kind: official", "kind: officious"),
            ("aliases: [planners]", "aliases: &p [planners]"),
            ("address: https://example.org/doc", "address: example.org"),
        )
        assert {(f.file, f.code) for f in found if f.severity == "error"} == {
            ("plan.yaml", "bad-word"),
            ("plan.yaml", "dangling"),
            ("plan.yaml", "grade"),
            ("agencies.yaml", "unknown-key"),
            ("agencies.yaml", "anchor"),
            ("sources/news.yaml", "not-a-number"),
            ("sources/doc.yaml", "bad-word"),
            ("sources/doc.yaml", "bad-address"),
        }

    @pytest.mark.case("B14", "M10")
    def test_repeated_key(self, tmp_path: Path) -> None:
        finding = only(tmp_path, ("    abbr: PC\n", "    abbr: PC\n    kind: agency\n"))
        assert where(finding) == ("error", "agencies.yaml", 6, 5)
        assert (finding.path, finding.code) == ("org.plan/kind", "duplicate-key")
        assert "line 3" in finding.message

    @pytest.mark.case("B15")
    def test_repeated_id_names_both_places(self, tmp_path: Path) -> None:
        finding = only(tmp_path, ("id: act.trade.2", "id: act.trade.1"))
        line, column = place(PLAN, "act.trade.2")
        assert where(finding) == ("error", "plan.yaml", line, column)
        assert finding.code == "duplicate-id"
        assert f"line {place(PLAN, 'act.trade.1')[0]}" in finding.message

    @pytest.mark.case("B15")
    def test_ids_are_one_space_for_all_files(self, tmp_path: Path) -> None:
        found = findings(tmp_path, ("id: mea.1\n", "id: org.trade\n"), ("- id: q.news.2", "- id: src.news"))
        duplicates = [f for f in found if f.code == "duplicate-id"]
        assert [f.file for f in duplicates] == ["agencies.yaml", "sources/news.yaml"]
        assert f"plan.yaml, line {place(PLAN, 'mea.1')[0]}" in duplicates[0].message

    @pytest.mark.parametrize("other", ["Act.Trade.1", "ACT.TRADE.1"])
    @pytest.mark.case("B15")
    def test_ids_that_differ_only_by_case(self, tmp_path: Path, other: str) -> None:
        found = findings(tmp_path, ("id: act.trade.2", f"id: {other}"))
        assert [f.code for f in found] == ["bad-id", "duplicate-id"]

    @pytest.mark.case("B15")
    def test_ids_that_differ_only_by_composition(self, tmp_path: Path) -> None:
        found = findings(tmp_path, ("id: act.trade.1", "id: caf\u00e9"), ("id: act.trade.2", "id: cafe\u0301"))
        assert [f.code for f in found] == ["bad-id", "bad-id", "duplicate-id"]

    def test_repeated_number(self, tmp_path: Path) -> None:
        finding = only(tmp_path, ("number: 1.2", "number: 1.1"))
        assert finding.code == "duplicate-number"
        assert f"line {place(PLAN, '1.1')[0]}" in finding.message

    @pytest.mark.parametrize("id_", ["2015", "1.5", "no", "2015-07-04", "null", "~", "1.0e+3", ".inf"])
    @pytest.mark.case("B16")
    def test_id_that_is_no_text(self, tmp_path: Path, id_: str) -> None:
        finding = only(tmp_path, ("id: act.ai", f"id: {id_}"))
        assert (finding.line, finding.column) == place(PLAN, "act.ai\n")
        assert finding.code == "not-text"
        assert "an id must be text; quote it" in finding.message

    @pytest.mark.parametrize("id_", ["", "''", "{a: b}", "[a]"])
    @pytest.mark.case("B16")
    def test_id_that_is_nothing_or_no_word(self, tmp_path: Path, id_: str) -> None:
        finding = only(tmp_path, ("id: act.ai", f"id: {id_}"))
        assert finding.code in ("not-text", "bad-id", "wrong-type")

    @pytest.mark.case("B16")
    def test_two_ids_that_are_no_words_are_not_called_equal(self, tmp_path: Path) -> None:
        found = findings(tmp_path, ("id: act.ai", "id: [a]"), ("id: act.trade.2", "id: {b: c}"))
        assert [f.code for f in found] == ["wrong-type", "wrong-type"]

    @pytest.mark.parametrize(
        "id_",
        ["act ai", "act/ai", "'act[ai]'", '"act\\eai"', "act..ai", ".ai", "ai-", "人工智能", '"act.ai\\n"', "a" * 65],
    )
    @pytest.mark.case("B17")
    def test_id_of_another_form(self, tmp_path: Path, id_: str) -> None:
        finding = only(tmp_path, ("id: act.ai", f"id: {id_}"))
        assert finding.code == "bad-id"
        assert "a to z" in finding.message
        assert "\x1b" not in finding.message

    @pytest.mark.case("B17")
    def test_id_of_ten_thousand_characters_is_not_repeated_to_the_reader(self, tmp_path: Path) -> None:
        finding = only(tmp_path, ("id: act.ai", f"id: {'a' * 10_000}"))
        assert finding.code == "bad-id"
        assert len(finding.message) < 200
        assert len(finding.path) < 200

    @pytest.mark.parametrize(
        ("old", "new", "near", "path"),
        [
            (
                "list: [org.plan, org.trade]",
                "list: [org.pln, org.trade]",
                "org.plan",
                "root/actions/act.trade/agencies/list[0]",
            ),
            (
                "related: [tl.2015-07-04,",
                "related: [tl.2015-07-05,",
                "tl.2015-07-04",
                "root/actions/act.trade/related[0]",
            ),
            ("after: [q.news.2]", "after: [q.new.2]", "q.news.2", "root/actions/act.trade/quotes/after[0]"),
            ("cites: {title: [src.doc]}", "cites: {title: [src.dok]}", "src.doc", "root/cites/title[0]"),
            ("who: src.news", "who: src.newz", "src.news", "root/actions/act.trade/title/renderings[0]/who"),
            ("basis: {node: sup.policy", "basis: {node: sup.polcy", "sup.policy", "root/mea.1/mea.1.1/basis/node"),
            ("owner: org.trade", "owner: org.tread", "org.trade", "root/tgt.trade/target/owner"),
            ("of: org.trade", "of: org.tade", "org.trade", "per.chen/of"),
        ],
    )
    @pytest.mark.case("B18")
    def test_dangling_reference(self, tmp_path: Path, old: str, new: str, near: str, path: str) -> None:
        found = [f for f in findings(tmp_path, (old, new)) if f.code == "dangling"]
        assert len(found) == 1
        wrong = next(
            word for word in new.replace(",", " ").replace("]", " ").replace("[", " ").split() if word not in old
        )
        wrong = wrong.rstrip("}")
        text = AGENCIES if old in AGENCIES else PLAN
        assert (found[0].line, found[0].column) == place(text.replace(old, new), wrong)
        assert found[0].path == path
        assert f"did you mean {near!r}?" in found[0].message

    @pytest.mark.case("B18")
    def test_reference_to_a_thing_of_another_kind(self, tmp_path: Path) -> None:
        assert only(tmp_path, ("list: [org.plan,", "list: [act.ai,")).code == "dangling"
        assert only(tmp_path, ("basis: {node: sup.policy", "basis: {node: act.ai")).code == "dangling"

    @pytest.mark.case("B18")
    def test_reference_to_nothing_like_it_gives_no_name(self, tmp_path: Path) -> None:
        assert "did you mean" not in only(tmp_path, ("related: [tl.2015-07-04,", "related: [xxxxxxxx,")).message

    @pytest.mark.case("B18")
    def test_of_ids_that_are_as_near_the_first_in_the_plan_is_named(self, tmp_path: Path) -> None:
        finding = only(tmp_path, ("related: [tl.2015-07-04,", "related: [act.trade.3,"))
        assert "did you mean 'act.trade.1'?" in finding.message

    @pytest.mark.case("B18", "M12")
    def test_thousands_of_dangling_references_do_not_hang(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = []
        monkeypatch.setattr("plan_data.loading.consistency.nearest", lambda word, words: asked.append(word) or Pair())
        monkeypatch.setattr("plan_data.loading.consistency.MAX_HINTS", 10)
        many = ", ".join(f"x.{i}" for i in range(100))
        found = findings(tmp_path, ("related: [tl.2015-07-04, org.trade]", f"related: [{many}]"))
        assert len(found) == 100
        assert len(asked) == 10

    @pytest.mark.case("B19")
    def test_reference_to_itself(self, tmp_path: Path) -> None:
        finding = only(tmp_path, ("related: [tl.2015-07-04,", "related: [act.trade,"))
        assert (finding.code, finding.path) == ("self-reference", "root/actions/act.trade/related[0]")
        assert only(tmp_path, ("of: org.trade", "of: per.chen")).code == "self-reference"

    @pytest.mark.case("B19")
    def test_source_may_name_itself_for_its_own_english(self, tmp_path: Path) -> None:
        title = "title: {en: Small plan explained, renderings: [{text: Plan, who: src.news}]}"
        assert findings(tmp_path, ("title: {en: Small plan explained}", title)) == []

    @pytest.mark.case("B19")
    def test_bodies_that_belong_to_each_other(self, tmp_path: Path) -> None:
        finding = only(
            tmp_path,
            ("    abbr: PC\n", "    of: per.chen\n"),
            ("    evidence: {name: quoted}\n", "    evidence: {name: quoted}\n    of: org.plan\n"),
        )
        assert finding.code == "cycle"
        assert "org.plan > per.chen > org.trade > org.plan" in finding.message
        assert where(finding) == ("error", "agencies.yaml", *place(AGENCIES, "org.plan"))

    @pytest.mark.case("B19")
    def test_body_below_a_circle_is_not_in_it(self, tmp_path: Path) -> None:
        finding = only(
            tmp_path,
            ("    abbr: PC\n", "    of: org.trade\n"),
            ("    evidence: {name: quoted}\n", "    evidence: {name: quoted}\n    of: org.plan\n"),
        )
        assert "per.chen" not in finding.message

    @pytest.mark.case("B19")
    def test_node_inside_itself_does_not_send_the_walk_in_a_circle(self, tmp_path: Path) -> None:
        plan = load(write_plan(tmp_path, ("id: act.trade.1", "id: act.trade")), with_errors=True)
        assert [f.code for f in plan.findings] == ["duplicate-id"]
        assert [node.id for node in plan.ancestors("act.trade")] == ["root", "actions"]
        assert [node.id for node in plan.ancestors("act.trade.2")] == ["root", "actions", "act.trade"]
