"""A folder becomes a plan, or the list of everything that is wrong with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plan_data.loader import MAX_NODE_DEPTH, MAX_QUOTE_WORDS, PlanError, load
from plan_data.model import Finding, Plan
from plan_data.reader import FormError
from tests.small_plan import AGENCIES, DOCUMENT, NEWS, PLAN, place, write_plan


def findings(folder: Path, *edits: tuple[str, str], **changes: str | bytes | None) -> list[Finding]:
    """All findings of the small plan, changed."""
    return list(load(write_plan(folder, *edits, **changes), with_errors=True).findings)


def only(folder: Path, *edits: tuple[str, str], **changes: str | bytes | None) -> Finding:
    """The one finding of the small plan, changed."""
    found = findings(folder, *edits, **changes)
    assert len(found) == 1, found
    return found[0]


def form_error(folder: Path, **changes: str | bytes | None) -> Finding:
    """The error of form of the small plan, changed; reading it with its errors raises it too."""
    write_plan(folder, **changes)
    with pytest.raises(FormError) as caught:
        load(folder, with_errors=True)
    with pytest.raises(FormError):
        load(folder)
    return caught.value.finding


def where(finding: Finding) -> tuple[str, str, int, int]:
    """Severity, file, line and column of a finding."""
    return finding[:4]


class TestSmallPlan:
    def test_is_valid_and_complete(self, tmp_path: Path) -> None:
        plan = load(write_plan(tmp_path))
        assert plan.findings == ()
        assert plan.folder == tmp_path
        assert plan.totals == {"action": 2, "task": 2}
        assert len(plan.nodes) == 13
        assert set(plan.bodies) == {"org.plan", "org.trade", "per.chen"}
        assert set(plan.sources) == {"src.news", "src.doc"}
        assert plan.document is plan.sources["src.doc"]

    def test_every_field_of_a_node_arrives(self, tmp_path: Path) -> None:
        node = load(write_plan(tmp_path)).node("act.trade")
        assert (node.kind, node.number, node.parent, node.due) == ("action", "1", "actions", "2018")
        assert node.title.zh == "“互联网+”电子商务"
        assert [(r.text, r.who) for r in node.title.renderings] == [("electronic trade", "src.news")]
        assert node.aliases == ("online trade", "网购")
        assert node.summary == ("Bring trade online in the villages.", "把农村的买卖搬到网上。")
        assert node.agencies.open
        assert node.agencies.roles() == (("org.plan", "lead"), ("org.trade", "member"))
        assert [link[:2] for link in node.quotes] == [("q.news.1", "states"), ("q.news.2", "after")]
        assert node.evidence == {"title": "quoted", "agencies": "unchecked"}
        assert node.notes[0].term.zh == "电子商务"
        assert node.children == ("act.trade.1", "act.trade.2")

    def test_reading_order_depths_and_subtrees(self, tmp_path: Path) -> None:
        plan = load(write_plan(tmp_path))
        assert [node.id for node in plan.nodes[:5]] == ["root", "actions", "act.trade", "act.trade.1", "act.trade.2"]
        assert list(plan.depths[:6]) == [0, 1, 2, 3, 3, 2]
        assert [node.id for node in plan.subtree("act.trade")] == ["act.trade", "act.trade.1", "act.trade.2"]
        assert len(plan.subtree("root")) == len(plan.nodes)
        assert [node.id for node in plan.ancestors("act.trade.2")] == ["root", "actions", "act.trade"]

    def test_task_shows_its_actions_list_and_says_so(self, tmp_path: Path) -> None:
        plan = load(write_plan(tmp_path))
        listed = plan.agencies_of(plan.node("act.trade.1"))
        assert (listed.list, listed.inherited_from) == (("org.plan", "org.trade"), "act.trade")

    def test_node_without_quotes_shows_its_nearest_ancestors(self, tmp_path: Path) -> None:
        plan = load(write_plan(tmp_path))
        links = plan.quotes_of(plan.node("act.trade.1"))
        assert [(link.id, link.inherited_from) for link in links] == [
            ("q.news.1", "act.trade"),
            ("q.news.2", "act.trade"),
        ]
        assert plan.quotes_of(plan.node("act.ai")) == ()

    def test_sides_of_a_conflict_link_their_quotes(self, tmp_path: Path) -> None:
        plan = load(write_plan(tmp_path))
        assert [link[:2] for link in plan.node("cf.count").quotes] == [("q.news.2", "disputes")]
        assert ("cf.count", "disputes") in plan.backlinks["q.news.2"]

    def test_quote_knows_its_place_in_the_file(self, tmp_path: Path) -> None:
        quote = load(write_plan(tmp_path)).quotes["q.news.1"]
        assert (quote.source, quote.paragraph, quote.file) == ("src.news", 2, "sources/news.yaml")
        assert (quote.line, quote.column) == place(NEWS, "'e-commerce'")

    def test_plan_without_bodies_and_sources_is_one(self, tmp_path: Path) -> None:
        text = "schema: 1\nroot: {id: root, kind: plan, title: {en: Alone}}\n"
        plan = load(write_plan(tmp_path, plan=text, agencies=None, news=None, doc=None))
        assert [node.id for node in plan.nodes] == ["root"]


class TestForm:
    """What ends every command with 3."""

    def test_folder_that_is_not_there(self, tmp_path: Path) -> None:
        """B01"""
        with pytest.raises(FormError) as caught:
            load(tmp_path / "none")
        assert str(tmp_path / "none") in caught.value.finding.message
        assert "--plan" in caught.value.finding.message

    def test_folder_without_a_plan(self, tmp_path: Path) -> None:
        """B01"""
        finding = form_error(tmp_path, plan=None)
        assert (finding.file, finding.code) == ("plan.yaml", "unreadable")
        assert str(tmp_path / "plan.yaml") in finding.message

    def test_file_in_place_of_the_folder(self, tmp_path: Path) -> None:
        """B02"""
        (tmp_path / "file").write_text("x")
        with pytest.raises(FormError, match="is no folder"):
            load(tmp_path / "file")

    @pytest.mark.parametrize("name", ["plan.yaml", "agencies.yaml", "sources/news.yaml"])
    def test_folder_or_pipe_in_place_of_a_file(self, tmp_path: Path, name: str) -> None:
        """B02"""
        write_plan(tmp_path)
        (tmp_path / name).unlink()
        (tmp_path / name).mkdir()
        with pytest.raises(FormError) as caught:
            load(tmp_path)
        assert caught.value.finding[1:] == (name, 0, 0, "", "not-a-file", f"{tmp_path / name} is a folder")
        (tmp_path / name).rmdir()
        os.mkfifo(tmp_path / name)
        with pytest.raises(FormError, match="no regular file"):
            load(tmp_path)

    @pytest.mark.parametrize("text", ["", "\n\n", "# only\n# comments\n", "---\n", "\ufeff"])
    def test_empty_file(self, tmp_path: Path, text: str) -> None:
        """B04"""
        finding = form_error(tmp_path, plan=text)
        assert finding.code == "no-plan"
        assert str(tmp_path / "plan.yaml") in finding.message or text == "---\n"

    @pytest.mark.parametrize(
        ("text", "what"), [("- a\n- b\n", "a list"), ("just a text\n", "a text"), ("42\n", "a text")]
    )
    def test_top_level_is_no_mapping(self, tmp_path: Path, text: str, what: str) -> None:
        """B05"""
        finding = form_error(tmp_path, plan=text)
        assert (finding.line, finding.column) == (1, 1)
        assert finding.message == f"expected a mapping with the keys schema, totals, root, not {what}"

    @pytest.mark.parametrize("text", ["schema: 1\n", "schema: 1\nroot:\n", "schema: 1\nroot: [a]\n"])
    def test_no_tree(self, tmp_path: Path, text: str) -> None:
        finding = form_error(tmp_path, plan=text)
        assert finding.code == "no-plan"
        assert "'root'" in finding.message

    @pytest.mark.parametrize(
        ("change", "name"),
        [("plan", "plan.yaml"), ("agencies", "agencies.yaml"), ("news", "sources/news.yaml")],
    )
    def test_syntax_error_in_any_file(self, tmp_path: Path, change: str, name: str) -> None:
        """B06"""
        finding = form_error(tmp_path, **{change: "a: 1\ntitle: Internet Plus: a plan\n"})
        assert where(finding) == ("error", name, 2, 21)
        assert "quote the value" in finding.message

    def test_byte_order_mark_is_accepted(self, tmp_path: Path) -> None:
        """B08"""
        plan = load(write_plan(tmp_path, plan=b"\xef\xbb\xbf" + PLAN.encode(), news=b"\xef\xbb\xbf" + NEWS.encode()))
        assert plan.findings == ()
        assert plan.nodes[0].id == "root"

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "gb18030", "latin-1"])
    def test_other_encodings(self, tmp_path: Path, encoding: str) -> None:
        """B08, B09"""
        finding = form_error(tmp_path, plan=PLAN.encode(encoding, "replace").replace(b"Small", b"Sm\xe4ll"))
        assert finding.code == "not-utf-8"
        assert "offset" in finding.message

    def test_control_character(self, tmp_path: Path) -> None:
        """B10"""
        finding = form_error(tmp_path, agencies=AGENCIES.replace("Planning", "Pl\x1banning"))
        assert finding.code == "control-character"
        assert (finding.line, finding.column) == place(AGENCIES, "anning Commission")
        assert "U+001B" in finding.message

    def test_nested_too_deep(self, tmp_path: Path) -> None:
        """B29"""
        finding = form_error(tmp_path, plan=f"root: {'{id: a, kind: section, children: [' * 2000}")
        assert finding.code == "too-deep"

    def test_nodes_nested_too_deep(self, tmp_path: Path) -> None:
        """B29"""

        def tree(levels: int) -> str:
            rows = ["root:\n  id: a\n  kind: plan\n  title: {en: x}\n"]
            for i in range(1, levels):
                pad = "    " * i
                rows.append(f"{pad[2:]}children:\n{pad}- id: a.{i}\n{pad}  kind: section\n{pad}  title: {{en: x}}\n")
            return "".join(rows)

        alone = {"agencies": None, "news": None, "doc": None}
        plan = load(write_plan(tmp_path, plan=tree(MAX_NODE_DEPTH), **alone))
        assert max(plan.depths) == MAX_NODE_DEPTH - 1
        finding = form_error(tmp_path, plan=tree(MAX_NODE_DEPTH + 1))
        assert finding.code == "too-large"
        assert str(MAX_NODE_DEPTH) in finding.message

    def test_too_many_nodes(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """B29"""
        monkeypatch.setattr("plan_data.loader.MAX_NODES", 13)
        assert len(load(write_plan(tmp_path)).nodes) == 13
        monkeypatch.setattr("plan_data.loader.MAX_NODES", 12)
        assert "more than 12 nodes" in form_error(tmp_path).message

    def test_file_too_large(self, tmp_path: Path) -> None:
        """B29"""
        with pytest.raises(FormError, match="limit is 1,000 "):
            load(write_plan(tmp_path), max_bytes=1000)


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

    def test_repeated_key(self, tmp_path: Path) -> None:
        """B14"""
        finding = only(tmp_path, ("    abbr: PC\n", "    abbr: PC\n    kind: agency\n"))
        assert where(finding) == ("error", "agencies.yaml", 6, 5)
        assert (finding.path, finding.code) == ("org.plan/kind", "duplicate-key")
        assert "line 3" in finding.message

    def test_repeated_id_names_both_places(self, tmp_path: Path) -> None:
        """B15"""
        finding = only(tmp_path, ("id: act.trade.2", "id: act.trade.1"))
        line, column = place(PLAN, "act.trade.2")
        assert where(finding) == ("error", "plan.yaml", line, column)
        assert finding.code == "duplicate-id"
        assert f"line {place(PLAN, 'act.trade.1')[0]}" in finding.message

    def test_ids_are_one_space_for_all_files(self, tmp_path: Path) -> None:
        """B15"""
        found = findings(tmp_path, ("id: mea.1\n", "id: org.trade\n"), ("- id: q.news.2", "- id: src.news"))
        duplicates = [f for f in found if f.code == "duplicate-id"]
        assert [f.file for f in duplicates] == ["agencies.yaml", "sources/news.yaml"]
        assert f"plan.yaml, line {place(PLAN, 'mea.1')[0]}" in duplicates[0].message

    @pytest.mark.parametrize("other", ["Act.Trade.1", "ACT.TRADE.1"])
    def test_ids_that_differ_only_by_case(self, tmp_path: Path, other: str) -> None:
        """B15"""
        found = findings(tmp_path, ("id: act.trade.2", f"id: {other}"))
        assert [f.code for f in found] == ["bad-id", "duplicate-id"]

    def test_ids_that_differ_only_by_composition(self, tmp_path: Path) -> None:
        """B15"""
        found = findings(tmp_path, ("id: act.trade.1", "id: caf\u00e9"), ("id: act.trade.2", "id: cafe\u0301"))
        assert [f.code for f in found] == ["bad-id", "bad-id", "duplicate-id"]

    def test_repeated_number(self, tmp_path: Path) -> None:
        finding = only(tmp_path, ("number: 1.2", "number: 1.1"))
        assert finding.code == "duplicate-number"
        assert f"line {place(PLAN, '1.1')[0]}" in finding.message

    @pytest.mark.parametrize("id_", ["2015", "1.5", "no", "2015-07-04", "null", "~", "1.0e+3", ".inf"])
    def test_id_that_is_no_text(self, tmp_path: Path, id_: str) -> None:
        """B16"""
        finding = only(tmp_path, ("id: act.ai", f"id: {id_}"))
        assert (finding.line, finding.column) == place(PLAN, "act.ai\n")
        assert finding.code == "not-text"
        assert "an id must be text; quote it" in finding.message

    @pytest.mark.parametrize("id_", ["", "''", "{a: b}", "[a]"])
    def test_id_that_is_nothing_or_no_word(self, tmp_path: Path, id_: str) -> None:
        """B16"""
        finding = only(tmp_path, ("id: act.ai", f"id: {id_}"))
        assert finding.code in ("not-text", "bad-id", "wrong-type")

    def test_two_ids_that_are_no_words_are_not_called_equal(self, tmp_path: Path) -> None:
        """B16"""
        found = findings(tmp_path, ("id: act.ai", "id: [a]"), ("id: act.trade.2", "id: {b: c}"))
        assert [f.code for f in found] == ["wrong-type", "wrong-type"]

    @pytest.mark.parametrize(
        "id_",
        ["act ai", "act/ai", "'act[ai]'", '"act\\eai"', "act..ai", ".ai", "ai-", "人工智能", '"act.ai\\n"', "a" * 65],
    )
    def test_id_of_another_form(self, tmp_path: Path, id_: str) -> None:
        """B17"""
        finding = only(tmp_path, ("id: act.ai", f"id: {id_}"))
        assert finding.code == "bad-id"
        assert "a to z" in finding.message
        assert "\x1b" not in finding.message

    def test_id_of_ten_thousand_characters_is_not_repeated_to_the_reader(self, tmp_path: Path) -> None:
        """B17"""
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
    def test_dangling_reference(self, tmp_path: Path, old: str, new: str, near: str, path: str) -> None:
        """B18"""
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

    def test_reference_to_a_thing_of_another_kind(self, tmp_path: Path) -> None:
        """B18"""
        assert only(tmp_path, ("list: [org.plan,", "list: [act.ai,")).code == "dangling"
        assert only(tmp_path, ("basis: {node: sup.policy", "basis: {node: act.ai")).code == "dangling"

    def test_reference_to_nothing_like_it_gives_no_name(self, tmp_path: Path) -> None:
        """B18"""
        assert "did you mean" not in only(tmp_path, ("related: [tl.2015-07-04,", "related: [xxxxxxxx,")).message

    def test_thousands_of_dangling_references_do_not_hang(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """B18"""
        asked = []
        monkeypatch.setattr("plan_data.agreement.nearest", lambda word, words: asked.append(word) or "")
        monkeypatch.setattr("plan_data.agreement.MAX_HINTS", 10)
        many = ", ".join(f"x.{i}" for i in range(100))
        found = findings(tmp_path, ("related: [tl.2015-07-04, org.trade]", f"related: [{many}]"))
        assert len(found) == 100
        assert len(asked) == 10

    def test_reference_to_itself(self, tmp_path: Path) -> None:
        """B19"""
        finding = only(tmp_path, ("related: [tl.2015-07-04,", "related: [act.trade,"))
        assert (finding.code, finding.path) == ("self-reference", "root/actions/act.trade/related[0]")
        assert only(tmp_path, ("of: org.trade", "of: per.chen")).code == "self-reference"

    def test_bodies_that_belong_to_each_other(self, tmp_path: Path) -> None:
        """B19"""
        finding = only(
            tmp_path,
            ("    abbr: PC\n", "    of: per.chen\n"),
            ("    evidence: {name: quoted}\n", "    evidence: {name: quoted}\n    of: org.plan\n"),
        )
        assert finding.code == "cycle"
        assert "org.plan > per.chen > org.trade > org.plan" in finding.message
        assert where(finding) == ("error", "agencies.yaml", *place(AGENCIES, "org.plan"))

    def test_body_below_a_circle_is_not_in_it(self, tmp_path: Path) -> None:
        """B19"""
        finding = only(
            tmp_path,
            ("    abbr: PC\n", "    of: org.trade\n"),
            ("    evidence: {name: quoted}\n", "    evidence: {name: quoted}\n    of: org.plan\n"),
        )
        assert "per.chen" not in finding.message

    def test_node_inside_itself_does_not_send_the_walk_in_a_circle(self, tmp_path: Path) -> None:
        """B19"""
        plan = load(write_plan(tmp_path, ("id: act.trade.1", "id: act.trade")), with_errors=True)
        assert [f.code for f in plan.findings] == ["duplicate-id"]
        assert [node.id for node in plan.ancestors("act.trade")] == ["root", "actions"]
        assert [node.id for node in plan.ancestors("act.trade.2")] == ["root", "actions", "act.trade"]

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
    def test_unknown_key_names_the_nearest(self, tmp_path: Path, old: str, new: str, near: str) -> None:
        """B20"""
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
    def test_required_key_is_missing(self, tmp_path: Path, old: str, new: str, key: str) -> None:
        """B21"""
        found = [f for f in findings(tmp_path, (old, new)) if f.code == "missing-key"]
        assert [f.message for f in found] == [f"the key {key!r} is missing"]
        assert found[0].line > 0

    @pytest.mark.parametrize("title", ["", "null", "~", "''", "x"])
    def test_title_that_is_no_mapping(self, tmp_path: Path, title: str) -> None:
        """B21"""
        found = findings(tmp_path, ("title: {en: International e-commerce}", f"title: {title}"))
        assert ("wrong-type", "expected a mapping, not a text") in [(f.code, f.message) for f in found]

    @pytest.mark.parametrize("title", ["{}", "{zh_short: 电商}"])
    @pytest.mark.parametrize(
        "old", ["title: {en: International e-commerce}", "name: {en: Chen Mei}", "title: {en: Small plan explained}"]
    )
    def test_title_without_a_language(self, tmp_path: Path, old: str, title: str) -> None:
        """B21"""
        finding = only(tmp_path, (old, f"{old.partition(':')[0]}: {title}"))
        assert (finding.code, finding.message) == ("missing-key", "a title needs 'en' or 'zh'")

    @pytest.mark.parametrize("text", ["''", "' '", '"\\t\\n"', "'\u00a0\u3000'"])
    def test_text_of_nothing(self, tmp_path: Path, text: str) -> None:
        """B21"""
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
    def test_wrong_type(self, tmp_path: Path, old: str, new: str, message: str, path: str) -> None:
        """B22"""
        found = [f for f in findings(tmp_path, (old, new)) if f.code == "wrong-type"]
        assert [(f.message, f.path, f.severity) for f in found] == [(message, path, "error")]
        assert found[0].line > 0
        assert found[0].column > 0

    @pytest.mark.parametrize(("change", "text"), [("agencies", "agencies: none\n"), ("agencies", "agencies: [a]\n")])
    def test_wrong_type_of_a_whole_list(self, tmp_path: Path, change: str, text: str) -> None:
        """B22"""
        found = findings(tmp_path, **{change: text})
        assert found[0].code == "wrong-type"
        assert found[0].file == "agencies.yaml"

    def test_list_items_that_came_to_nothing_are_left_out(self, tmp_path: Path) -> None:
        """B22"""
        plan = load(write_plan(tmp_path, ("says: {en: Eight bodies.}\n            quotes", "quotes")), with_errors=True)
        conflict = plan.node("cf.count").conflict
        assert conflict is not None
        assert [side.says.en for side in conflict.sides] == ["Eleven bodies."]

    @pytest.mark.parametrize(
        "text", ["no", "Yes", "010", "12:30", "2015-06-24", ".nan", "~", "0xdeadbeef", "1_000", "="]
    )
    def test_plain_text_that_yaml_takes_for_something_else(self, tmp_path: Path, text: str) -> None:
        """B24"""
        finding = only(tmp_path, ("aliases: [online trade,", f"aliases: [{text},"))
        assert where(finding) == ("error", "plan.yaml", *place(PLAN, "online trade"))
        assert (finding.path, finding.code) == ("root/actions/act.trade/aliases[0]", "not-text")
        assert "quote it" in finding.message
        quoted = load(write_plan(tmp_path, ("aliases: [online trade,", f"aliases: ['{text}',")))
        assert quoted.node("act.trade").aliases[0] == text

    @pytest.mark.parametrize("text", ["1e3", "item#3", "-x", "v1.2", "11.2.3", "é", "nope"])
    def test_plain_text_that_is_one(self, tmp_path: Path, text: str) -> None:
        """B24"""
        plan = load(write_plan(tmp_path, ("aliases: [online trade,", f"aliases: [{text} ,")))
        assert plan.node("act.trade").aliases[0] == text

    def test_fields_of_another_type_need_no_quotes(self, tmp_path: Path) -> None:
        """B24"""
        plan = load(write_plan(tmp_path, ("number: 2\n", "number: 010\n"), ("due: 2016-12", "due: 2016-12-31")))
        assert plan.node("act.ai").number == "010"
        assert plan.node("tgt.trade").due == "2016-12-31"
        assert plan.node("act.trade.1").number == "1.1"

    @pytest.mark.parametrize("number", ["1.x", "11.2.3", "１１", "1,1", "m", "12345"])
    def test_number_of_another_form(self, tmp_path: Path, number: str) -> None:
        """B24"""
        assert only(tmp_path, ("          number: 2\n", f"          number: '{number}'\n")).code == "bad-number"

    def test_word_that_is_none_names_the_nearest(self, tmp_path: Path) -> None:
        finding = only(tmp_path, ("rule: first", "rule: frist"))
        assert finding.code == "bad-word"
        assert "did you mean 'first'?" in finding.message
        assert finding.path == "root/actions/act.trade/agencies/rule"

    @pytest.mark.parametrize("flag", ["yes", "True", "1", "~"])
    def test_flag_is_true_or_false(self, tmp_path: Path, flag: str) -> None:
        """B24"""
        assert only(tmp_path, ("open: true", f"open: {flag}")).code == "not-a-flag"

    def test_anchors_and_tags_are_errors_and_the_rest_is_read(self, tmp_path: Path) -> None:
        """B27, B28"""
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

    def test_undefined_alias_alone(self, tmp_path: Path) -> None:
        """B27"""
        found = findings(tmp_path, ("aliases: [online trade, 网购]", "aliases: *names"))
        assert found[0].code == "alias"
        assert "*names" in found[0].message

    def test_second_document(self, tmp_path: Path) -> None:
        assert only(tmp_path, agencies=AGENCIES + "---\nmore: 1\n").code == "several-documents"

    def test_number_of_five_thousand_digits(self, tmp_path: Path) -> None:
        """B29"""
        finding = only(tmp_path, ("aliases: [online trade,", f"aliases: [{'7' * 5000},"))
        assert finding.code == "not-text"
        assert len(finding.message) < 200
        finding = only(tmp_path, ("- paragraph: 5", f"- paragraph: {'7' * 5000}"))
        assert finding.code == "not-a-number"
        assert len(finding.message) < 200

    @pytest.mark.parametrize("exact", ["''", "' '", "ab", "“a", "'a '", "电商"])
    def test_quote_of_one_or_two_letters(self, tmp_path: Path, exact: str) -> None:
        """B39"""
        found = findings(tmp_path, ("exact: 'e-commerce'", f"exact: {exact}"))
        assert "short-quote" in [f.code for f in found]
        assert {f.severity for f in found} == {"error"}

    @pytest.mark.parametrize("exact", ['"drafted it, says the ministry.\\nA list"', '"one\\n\\ntwo three"'])
    def test_quote_over_a_line_end(self, tmp_path: Path, exact: str) -> None:
        """B40"""
        finding = only(tmp_path, ("exact: 'e-commerce'", f"exact: {exact}"))
        assert (finding.severity, finding.code) == ("error", "split-quote")
        assert "split it" in finding.message
        assert (finding.line, finding.column) == place(NEWS, "'e-commerce'")

    @pytest.mark.parametrize("number", ["0", "-1", "nine", "1.5", "''", "１２", "0x10", "1٣"])
    def test_paragraph_that_is_no_number(self, tmp_path: Path, number: str) -> None:
        """B42"""
        finding = only(tmp_path, ("- paragraph: 5", f"- paragraph: {number}"))
        assert (finding.severity, finding.code) == ("error", "not-a-number")
        assert finding.path == "src.news/passages[1]/paragraph"
        assert (finding.line, finding.column) == place(NEWS, "5\n    text")

    def test_paragraph_that_stands_twice(self, tmp_path: Path) -> None:
        """B42"""
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


class TestWarnings:
    """What does not keep a plan from opening."""

    def warning(self, folder: Path, *edits: tuple[str, str]) -> Finding:
        """The one finding, which is a warning, of a plan that opens all the same."""
        plan = load(write_plan(folder, *edits))
        assert [f.severity for f in plan.findings] == ["warning"]
        return plan.findings[0]

    @pytest.mark.parametrize("text", [r"\e]52;c;eA==\a", r"\x9b31m", r"a\0b", r"a\tb"])
    def test_escaped_control_character(self, tmp_path: Path, text: str) -> None:
        """B11"""
        finding = self.warning(tmp_path, ("en: Bring trade online in the villages.", f'en: "{text}"'))
        assert (finding.code, finding.path) == ("hidden-character", "root/actions/act.trade/summary/en")
        assert "U+00" in finding.message
        assert finding.message.isprintable()

    @pytest.mark.parametrize(
        "sign",
        ["\u202a", "\u202e", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c", "\u200b", "\u200d", "\ufeff", "\u00ad"]
        + ["\U000e0000", "\U000e0041"],
    )
    def test_hidden_character(self, tmp_path: Path, sign: str) -> None:
        """B12"""
        finding = self.warning(tmp_path, ("Planning Commission", f"Planning {sign}Commission"))
        assert (finding.code, finding.path) == ("hidden-character", "org.plan/name/en")
        assert f"<U+{ord(sign):04X}>" in finding.message
        assert sign not in finding.message

    def test_hidden_character_stays_in_the_data(self, tmp_path: Path) -> None:
        """B12"""
        plan = load(write_plan(tmp_path, ("Planning Commission", "Planning \u202eCommission")))
        assert plan.bodies["org.plan"].title.en == "Planning \u202eCommission"

    def test_count_against_the_declared_total(self, tmp_path: Path) -> None:
        """B23"""
        finding = self.warning(tmp_path, ("totals: {action: 2,", "totals: {action: 11,"))
        assert finding == (
            "warning",
            "plan.yaml",
            *place(PLAN, "action: 2"),
            "totals/action",
            "count",
            "the plan declares 11 of the kind action and has 2",
        )

    def test_plan_without_totals_has_none_to_miss(self, tmp_path: Path) -> None:
        """B23"""
        assert load(write_plan(tmp_path, ("totals: {action: 2, task: 2}\n", ""))).findings == ()

    @pytest.mark.parametrize("total", ["0", "-1", "eleven", "11.0", "[11]"])
    def test_total_that_is_no_number_is_an_error(self, tmp_path: Path, total: str) -> None:
        """B23"""
        finding = only(tmp_path, ("totals: {action: 2,", f"totals: {{action: {total},"))
        assert (finding.severity, finding.path) == ("error", "totals/action")

    @pytest.mark.parametrize(
        "date", ["2015-02-30", "2015-13-45", "0000", "June 2015", "2015-7-4", "2015-06-24T10:00", "２０１５", "''"]
    )
    def test_impossible_date_keeps_its_text(self, tmp_path: Path, date: str) -> None:
        """B25"""
        finding = self.warning(tmp_path, ("due: 2018", f"due: {date}"))
        assert (finding.code, finding.path) == ("bad-date", "root/actions/act.trade/due")
        assert (finding.line, finding.column) == place(PLAN, "2018")
        assert load(tmp_path).node("act.trade").due == date.strip("'")

    @pytest.mark.parametrize("date", ["2015", "2015-02", "2016-02-29", "'2015-12-31'"])
    def test_dates(self, tmp_path: Path, date: str) -> None:
        """B25"""
        assert load(write_plan(tmp_path, ("due: 2018", f"due: {date}"))).findings == ()

    def test_text_cut_by_a_comment(self, tmp_path: Path) -> None:
        """B30"""
        finding = self.warning(tmp_path, ("post: {en: vice-minister}", "post:\n      en: vice-minister #2"))
        assert (finding.code, finding.path) == ("comment", "per.chen/post/en")
        assert "' #'" in finding.message
        assert load(tmp_path).bodies["per.chen"].post.en == "vice-minister"

    def test_comment_behind_what_is_no_text(self, tmp_path: Path) -> None:
        """B30"""
        assert load(write_plan(tmp_path, ("schema: 1\n", "schema: 1 # the first\n"))).findings == ()

    def test_long_quote(self, tmp_path: Path) -> None:
        """B41"""
        fair, long = ("word " * n + "." for n in (MAX_QUOTE_WORDS - 1, MAX_QUOTE_WORDS))
        assert load(write_plan(tmp_path, ("exact: 'e-commerce'", f"exact: '{fair}'"))).findings == ()
        assert self.warning(tmp_path, ("exact: 'e-commerce'", f"exact: '{long}'")).code == "long-quote"


class TestQuotes:
    @pytest.mark.parametrize(
        "text",
        ["see [this", "[/] and [/", "[bold]loud[/bold]", "[@click=app.quit]z[/]", "ends with \\", ":smile: a:b:c"],
    )
    def test_signs_of_markup_come_through_byte_for_byte(self, tmp_path: Path, text: str) -> None:
        """B43"""
        plan = load(
            write_plan(
                tmp_path,
                ("The plan names e-commerce, and", f"The plan {text} names e-commerce, and"),
                ("exact: 'e-commerce'\n        prefix: 'names '", f"exact: '{text}'"),
            )
        )
        assert plan.findings == ()
        assert plan.quotes["q.news.1"].exact == text
        assert plan.anchors["q.news.1"].state == "verbatim"
        assert f" {text} " in plan.sources["src.news"].passages[2]

    @pytest.mark.parametrize(
        ("edit", "state"),
        [
            (("exact: 'e-commerce'", "exact: 'e-business'"), "missing"),
            (("        prefix: 'names '\n", ""), "ambiguous"),
            (("exact: '\"Eight ministries\" drafted it'", "exact: '“Eight ministries” drafted it'"), "loose"),
        ],
    )
    def test_state_of_a_quote_does_not_keep_the_plan_from_opening(
        self, tmp_path: Path, edit: tuple[str, str], state: str
    ) -> None:
        plan = load(write_plan(tmp_path, edit))
        assert plan.findings == ()
        assert plan.state_counts[state] == 1

    def test_paragraph_of_another_number_is_moved_not_refused(self, tmp_path: Path) -> None:
        """B42"""
        plan = load(write_plan(tmp_path, ("- paragraph: 5", "- paragraph: 999")))
        assert plan.findings == ()
        assert list(plan.sources["src.news"].passages) == [2, 999]

    def test_quotes_of_a_broken_passage_do_not_dangle(self, tmp_path: Path) -> None:
        """B42"""
        plan = load(write_plan(tmp_path, ("- paragraph: 5", "- paragraph: five")), with_errors=True)
        assert [f.code for f in plan.findings] == ["not-a-number"]
        assert plan.anchors["q.news.2"].state == "missing"

    def test_document_of_bibliography_has_no_passages(self, tmp_path: Path) -> None:
        assert load(write_plan(tmp_path, doc=DOCUMENT)).sources["src.doc"].passages == {}
