"""Errors of fields: unknown and missing ones, wrong types, and what does not fit together."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.options import resolve
from plan_data.loading.loader import load
from plan_data.search import SearchIndex
from tests.small_plan import AGENCIES, NEWS, PLAN, findings, only, place, where, write_plan


class TestFields:
    """What ends `check` with 1, and everything else with 3: keys and types."""

    @pytest.mark.parametrize(
        ("old", "new", "near"),
        [
            ("totals:", "total:", "totals"),
            ("          title:\n            zh: “", "          titel:\n            zh: “", "title"),
            ("zh_short: 小计划", "zhshort: 小计划", "zh_short"),
            ("rule: unknown", "rule: unknown, opne: true", "open"),
            ("number: '22'", "nummer: '22'", "number"),
            ("    abbr: PC", "    abr: PC", "abbr"),
            ("date: 2018-03", "dat: 2018-03", "date"),
            ("publisher: The Paper", "publsher: The Paper", "publisher"),
            ("published: 2015-07-05", "publishd: 2015-07-05", "published"),
            ("prefix: 'names '", "prefx: 'names '", "prefix"),
        ],
    )
    @pytest.mark.case("B20")
    def test_unknown_key_names_the_nearest(self, tmp_path: Path, old: str, new: str, near: str) -> None:
        found = [f for f in findings(tmp_path, (old, new)) if f.code == "unknown-key"]
        assert len(found) == 1
        assert f"did you mean {near!r}?" in found[0].message
        file = next(text for text in (PLAN, AGENCIES, NEWS) if old in text)
        key = next(word for word in new.replace(",", " ").split() if word.endswith(":") and word not in old)
        assert (found[0].line, found[0].column) == place(file.replace(old, new), key)
        assert found[0].path.endswith(key.rstrip(":"))

    @pytest.mark.parametrize(
        ("old", "new", "key"),
        [
            ("        - id: act.ai\n          kind: action\n", "        - kind: action\n", "id"),
            ("        - id: act.ai\n          kind: action\n", "        - id: act.ai\n", "kind"),
            ("title: {en: International e-commerce}", "due: 2018", "title"),
            (
                "kind: task\n              number: 1.2\n",
                "kind: task\n              number: 1.2\n              agencies: {open: true}\n",
                "rule",
            ),
            ("says: {en: Eight bodies.}\n            quotes", "quotes", "says"),
            ("    name: {en: Chen Mei}\n", "", "name"),
            ("title: {en: Small plan explained}\n", "", "title"),
            ("        exact: 'e-commerce'\n        prefix: 'names '\n", "        prefix: 'names '\n", "exact"),
            ("  - paragraph: 5\n    text", "  - text", "paragraph"),
            ("text: {en: With a hyphen.}", "term: {en: hyphen}", "text"),
        ],
    )
    @pytest.mark.case("B21")
    def test_required_key_is_missing(self, tmp_path: Path, old: str, new: str, key: str) -> None:
        found = [f for f in findings(tmp_path, (old, new)) if f.code == "missing-key"]
        assert [f.message for f in found] == [f"the key {key!r} is missing"]
        assert found[0].line > 0

    @pytest.mark.parametrize("title", ["", "null", "~", "''", "x"])
    @pytest.mark.case("B21")
    def test_title_that_is_no_mapping(self, tmp_path: Path, title: str) -> None:
        found = findings(tmp_path, ("title: {en: International e-commerce}", f"title: {title}"))
        assert ("wrong-type", "expected a mapping, not a text") in [(f.code, f.message) for f in found]

    @pytest.mark.parametrize("title", ["{}", "{zh_short: 电商}"])
    @pytest.mark.parametrize(
        "old", ["title: {en: International e-commerce}", "name: {en: Chen Mei}", "title: {en: Small plan explained}"]
    )
    @pytest.mark.case("B21")
    def test_title_without_a_language(self, tmp_path: Path, old: str, title: str) -> None:
        finding = only(tmp_path, (old, f"{old.partition(':')[0]}: {title}"))
        assert (finding.code, finding.message) == ("missing-key", "a title needs 'en' or 'zh'")

    @pytest.mark.parametrize("text", ["''", "' '", '"\\t\\n"', "'\u00a0\u3000'"])
    @pytest.mark.case("B21")
    def test_text_of_nothing(self, tmp_path: Path, text: str) -> None:
        finding = only(tmp_path, ("zh: 把农村的买卖搬到网上。", f"zh: {text}"))
        assert (finding.code, finding.path) == ("empty", "root/actions/act.trade/summary/zh")

    @pytest.mark.parametrize(
        ("old", "new", "message", "path"),
        [
            ("[online trade, 网购]", "online trade", "expected a list, not a text", "root/actions/act.trade/aliases"),
            ("[online trade, 网购]", "{a: b}", "expected a list, not a mapping", "root/actions/act.trade/aliases"),
            ("[online trade, 网购]", "[[a]]", "expected a text, not a list", "root/actions/act.trade/aliases[0]"),
            (
                "states: [q.news.1]\n            after",
                "states: q.news.1\n            after",
                "expected a list, not a text",
                "root/actions/act.trade/quotes/states",
            ),
            (
                "kind: task\n              number: 1.2",
                "kind: [task]\n              number: 1.2",
                "expected a word, not a list",
                "root/actions/act.trade/act.trade.2/kind",
            ),
            ("due: 2018", "due: {year: 2018}", "expected a date, not a mapping", "root/actions/act.trade/due"),
            (
                "          number: 2\n",
                "          number: [2]\n",
                "expected a number, not a list",
                "root/actions/act.ai/number",
            ),
            (
                "open: true",
                "open: [true]",
                "expected true or false, not a list",
                "root/actions/act.trade/agencies/open",
            ),
            (
                "agencies: {rule: unknown}",
                "agencies: none",
                "expected a mapping, not a text",
                "root/actions/act.ai/agencies",
            ),
            ("post: {en: vice-minister}", "post: vice-minister", "expected a mapping, not a text", "per.chen/post"),
            ("dates: {published: 2015-07-05}", "dates: 2015", "expected a mapping, not a text", "src.news/dates"),
            (
                "agencies: {rule: unknown}",
                "children: {a: b}",
                "expected a list, not a mapping",
                "root/actions/act.ai/children",
            ),
            ("agencies: {rule: unknown}", "children: [act.x]", "expected a node, not a text", "root/actions/act.ai"),
        ],
    )
    @pytest.mark.case("B22")
    def test_wrong_type(self, tmp_path: Path, old: str, new: str, message: str, path: str) -> None:
        found = [f for f in findings(tmp_path, (old, new)) if f.code == "wrong-type"]
        assert [(f.message, f.path, f.severity) for f in found] == [(message, path, "error")]
        assert found[0].line > 0
        assert found[0].column > 0

    @pytest.mark.parametrize(("change", "text"), [("agencies", "agencies: none\n"), ("agencies", "agencies: [a]\n")])
    @pytest.mark.case("B22")
    def test_wrong_type_of_a_whole_list(self, tmp_path: Path, change: str, text: str) -> None:
        found = findings(tmp_path, **{change: text})
        assert found[0].code == "wrong-type"
        assert found[0].file == "agencies.yaml"

    @pytest.mark.case("B22")
    def test_list_items_that_came_to_nothing_are_left_out(self, tmp_path: Path) -> None:
        plan = load(write_plan(tmp_path, ("says: {en: Eight bodies.}\n            quotes", "quotes")), with_errors=True)
        conflict = plan.node("cf.count").conflict
        assert conflict is not None
        assert [side.says.en for side in conflict.sides] == ["Eleven bodies."]

    @pytest.mark.parametrize(
        "text", ["no", "Yes", "010", "12:30", "2015-06-24", ".nan", "~", "0xdeadbeef", "1_000", "="]
    )
    @pytest.mark.case("B24", "M9")
    def test_plain_text_that_yaml_takes_for_something_else(self, tmp_path: Path, text: str) -> None:
        finding = only(tmp_path, ("aliases: [online trade,", f"aliases: [{text},"))
        assert where(finding) == ("error", "plan.yaml", *place(PLAN, "online trade"))
        assert (finding.path, finding.code) == ("root/actions/act.trade/aliases[0]", "not-text")
        assert "quote it" in finding.message
        quoted = load(write_plan(tmp_path, ("aliases: [online trade,", f"aliases: ['{text}',")))
        assert quoted.node("act.trade").aliases[0] == text

    @pytest.mark.parametrize("text", ["1e3", "item#3", "-x", "v1.2", "11.2.3", "é", "nope"])
    @pytest.mark.case("B24")
    def test_plain_text_that_is_one(self, tmp_path: Path, text: str) -> None:
        plan = load(write_plan(tmp_path, ("aliases: [online trade,", f"aliases: [{text} ,")))
        assert plan.node("act.trade").aliases[0] == text

    @pytest.mark.case("B24")
    def test_fields_of_another_type_need_no_quotes(self, tmp_path: Path) -> None:
        plan = load(write_plan(tmp_path, ("number: 2\n", "number: 010\n"), ("due: 2016-12", "due: 2016-12-31")))
        assert plan.node("act.ai").number == "010"
        assert plan.node("tgt.trade").due == "2016-12-31"
        assert plan.node("act.trade.1").number == "1.1"

    @pytest.mark.parametrize("number", ["1" * 17, " ", "a\u202eb", "a\u200bb"])
    @pytest.mark.case("B24")
    def test_number_that_is_no_short_label(self, tmp_path: Path, number: str) -> None:
        assert only(tmp_path, ("          number: 2\n", f"          number: '{number}'\n")).code == "bad-number"

    @pytest.mark.parametrize("number", ["1.2.3", "3a", "A.1", "IV", "12345", "第三条", "1" * 16])
    @pytest.mark.case("F04")
    def test_number_is_any_short_label(self, tmp_path: Path, number: str) -> None:
        plan = load(write_plan(tmp_path, ("          number: 2\n", f"          number: '{number}'\n")))
        assert plan.node("act.ai").number == number
        assert resolve(plan, number) == "act.ai"
        assert SearchIndex(plan).search(number, 1)[0].id == "act.ai"

    @pytest.mark.case("F02")
    def test_one_line_is_one_line_and_passages_are_verbatim(self, tmp_path: Path) -> None:
        long = "en: >\n              Artificial\n\n              intelligence\n"
        folder = write_plan(
            tmp_path,
            (
                "title: {zh: 人工智能, en: Artificial intelligence}",
                f"title:\n            zh: ' 人工智能 '\n            {long}",
            ),
        )
        assert load(folder).node("act.ai").title[:2] == ("Artificial intelligence", "人工智能")
        assert "\n" in load(folder).sources["src.news"].passages[5]

    def test_word_that_is_none_names_the_nearest(self, tmp_path: Path) -> None:
        finding = only(tmp_path, ("rule: first", "rule: frist"))
        assert finding.code == "bad-word"
        assert "did you mean 'first'?" in finding.message
        assert finding.path == "root/actions/act.trade/agencies/rule"

    @pytest.mark.parametrize("flag", ["yes", "True", "1", "~"])
    @pytest.mark.case("B24")
    def test_flag_is_true_or_false(self, tmp_path: Path, flag: str) -> None:
        assert only(tmp_path, ("open: true", f"open: {flag}")).code == "not-a-flag"


class TestRules:
    """The same: what the format refuses, and what does not fit together."""

    @pytest.mark.case("B27", "B28")
    def test_anchors_and_tags_are_errors_and_the_rest_is_read(self, tmp_path: Path) -> None:
        found = findings(
            tmp_path,
            ("aliases: [online trade, 网购]", "aliases: &a [online trade, !!python/name:os.system 网购]"),
            ("publisher: The Paper", "publisher: The Paper\n<<: *base"),
        )
        errors = [(f.file, f.code, f.path) for f in found]
        assert errors[:3] == [
            ("plan.yaml", "anchor", "root/actions/act.trade/aliases"),
            ("plan.yaml", "tag", "root/actions/act.trade/aliases[1]"),
            ("sources/news.yaml", "alias", "src.news/<<"),
        ]

    @pytest.mark.case("B27")
    def test_undefined_alias_alone(self, tmp_path: Path) -> None:
        found = findings(tmp_path, ("aliases: [online trade, 网购]", "aliases: *names"))
        assert found[0].code == "alias"
        assert "*names" in found[0].message

    def test_second_document(self, tmp_path: Path) -> None:
        assert only(tmp_path, agencies=AGENCIES + "---\nmore: 1\n").code == "several-documents"

    @pytest.mark.case("B29", "M8")
    def test_number_of_five_thousand_digits(self, tmp_path: Path) -> None:
        finding = only(tmp_path, ("aliases: [online trade,", f"aliases: [{'7' * 5000},"))
        assert finding.code == "not-text"
        assert len(finding.message) < 200
        finding = only(tmp_path, ("- paragraph: 5", f"- paragraph: {'7' * 5000}"))
        assert finding.code == "not-a-number"
        assert len(finding.message) < 200

    @pytest.mark.parametrize("exact", ["''", "' '", "ab", "“a", "'a '", "电商"])
    @pytest.mark.case("B39")
    def test_quote_of_one_or_two_letters(self, tmp_path: Path, exact: str) -> None:
        found = findings(tmp_path, ("exact: 'e-commerce'", f"exact: {exact}"))
        assert "short-quote" in [f.code for f in found]
        assert {f.severity for f in found} == {"error"}

    @pytest.mark.parametrize("exact", ['"drafted it, says the ministry.\\nA list"', '"one\\n\\ntwo three"'])
    @pytest.mark.case("B40")
    def test_quote_over_a_line_end(self, tmp_path: Path, exact: str) -> None:
        finding = only(tmp_path, ("exact: 'e-commerce'", f"exact: {exact}"))
        assert (finding.severity, finding.code) == ("error", "split-quote")
        assert "split it" in finding.message
        assert (finding.line, finding.column) == place(NEWS, "'e-commerce'")

    @pytest.mark.parametrize("number", ["0", "-1", "nine", "1.5", "''", "１２", "0x10", "1٣"])
    @pytest.mark.case("B42")
    def test_paragraph_that_is_no_number(self, tmp_path: Path, number: str) -> None:
        finding = only(tmp_path, ("- paragraph: 5", f"- paragraph: {number}"))
        assert (finding.severity, finding.code) == ("error", "not-a-number")
        assert finding.path == "src.news/passages[1]/paragraph"
        assert (finding.line, finding.column) == place(NEWS, "5\n    text")

    @pytest.mark.case("B42")
    def test_paragraph_that_stands_twice(self, tmp_path: Path) -> None:
        finding = only(tmp_path, ("- paragraph: 5", "- paragraph: 2"))
        assert (finding.code, finding.path) == ("duplicate-paragraph", "src.news/passages[1]")

    def test_passage_must_be_written_verbatim(self, tmp_path: Path) -> None:
        finding = only(tmp_path, ("text: |-\n      The plan", "text: The plan"))
        assert finding.code == "not-verbatim"

    @pytest.mark.parametrize(
        ("old", "new", "path"),
        [
            ("            states: [q.news.1]\n", "", "act.trade/evidence/title"),
            (
                "evidence: {name: quoted}\n    quotes: {before: [q.news.2]}",
                "evidence: {name: quoted}",
                "org.trade/evidence/name",
            ),
            (
                "quotes: [q.news.2]\n            evidence: quoted",
                "evidence: quoted",
                "cf.count/conflict/sides[0]/evidence",
            ),
            (
                "cites: [src.doc]\n            evidence: reported",
                "evidence: reported",
                "cf.count/conflict/sides[1]/evidence",
            ),
            ("  cites: {title: [src.doc]}\n", "", "root/evidence/title"),
        ],
    )
    def test_grade_without_what_backs_it(self, tmp_path: Path, old: str, new: str, path: str) -> None:
        finding = only(tmp_path, (old, new))
        assert (finding.severity, finding.code, finding.path) == ("error", "grade", path)
        assert finding.line > 0

    @pytest.mark.parametrize("edit", [("kind: official", "kind: reworded"), ("address: https://example.org/doc\n", "")])
    def test_reworded_source_or_one_without_address_raises_nothing(self, tmp_path: Path, edit: tuple[str, str]) -> None:
        found = findings(tmp_path, edit)
        assert [(f.code, f.path) for f in found] == [
            ("grade", "root/evidence/title"),
            ("grade", "cf.count/conflict/sides[1]/evidence"),
        ]

    def test_later_and_inferred_links_state_nothing_of_an_action(self, tmp_path: Path) -> None:
        assert (
            only(tmp_path, ("            states: [q.news.1]\n", "            inferred: [q.news.1]\n")).code == "grade"
        )

    def test_attached_is_never_written(self, tmp_path: Path) -> None:
        assert only(tmp_path, ("agencies: unchecked}", "agencies: attached}")).code == "bad-word"

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("{rule: unknown}", "{rule: unknown, list: [org.plan]}"),
            ("{rule: unknown}", "{rule: sole, list: [org.plan, org.trade]}"),
            ("{rule: unknown}", "{rule: joint}"),
        ],
    )
    def test_rule_and_list_must_fit(self, tmp_path: Path, old: str, new: str) -> None:
        finding = only(tmp_path, (old, new))
        assert (finding.code, finding.path) == ("rule", "root/actions/act.ai/agencies")

    def test_block_belongs_to_its_kind(self, tmp_path: Path) -> None:
        found = findings(
            tmp_path,
            ("      event: {type: plan, dated: 2015-07-01, published: 2015-07-04, year: stated}\n", ""),
            ("agencies: {rule: unknown}", "target: {sort: figure}"),
        )
        assert [(f.code, f.path) for f in found] == [
            ("block", "root/actions/act.ai/target"),
            ("block", "root/tl.2015-07-04"),
        ]

    def test_other_schema(self, tmp_path: Path) -> None:
        assert only(tmp_path, ("schema: 1", "schema: 2")).code == "schema"

    @pytest.mark.parametrize(
        "address", ["example.org", "javascript:alert(1)", "'file:///etc/passwd'", "'https://'", "'http://a.org/b c'"]
    )
    def test_address_is_http(self, tmp_path: Path, address: str) -> None:
        finding = only(
            tmp_path, ("address_from: source\n", ""), ("address: https://example.org/news", f"address: {address}")
        )
        assert finding.code == "bad-address"
