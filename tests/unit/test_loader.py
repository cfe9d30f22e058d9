"""A folder becomes a plan: what it holds, what has no form, and what is only a warning."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plan_data.errors import Finding, FormError
from plan_data.loading.loader import MAX_NODE_DEPTH, MAX_QUOTE_WORDS, load
from tests.small_plan import AGENCIES, DOCUMENT, NEWS, PLAN, only, place, where, write_plan


def form_error(folder: Path, **changes: str | bytes | None) -> Finding:
    """The error of form of the small plan, changed; reading it with its errors raises it too."""
    write_plan(folder, **changes)
    with pytest.raises(FormError) as caught:
        load(folder, with_errors=True)
    with pytest.raises(FormError):
        load(folder)
    return caught.value.finding


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

    @pytest.mark.case("B01")
    def test_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(FormError) as caught:
            load(tmp_path / "none")
        assert str(tmp_path / "none") in caught.value.finding.message
        assert "--plan" in caught.value.finding.message

    @pytest.mark.case("B01")
    def test_folder_without_a_plan(self, tmp_path: Path) -> None:
        finding = form_error(tmp_path, plan=None)
        assert (finding.file, finding.code) == ("plan.yaml", "unreadable")
        assert str(tmp_path / "plan.yaml") in finding.message

    @pytest.mark.case("B02")
    def test_file_in_place_of_the_folder(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x")
        with pytest.raises(FormError, match="is no folder"):
            load(tmp_path / "file")

    @pytest.mark.parametrize("name", ["plan.yaml", "agencies.yaml", "sources/news.yaml"])
    @pytest.mark.case("B02")
    def test_folder_or_pipe_in_place_of_a_file(self, tmp_path: Path, name: str) -> None:
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
    @pytest.mark.case("B04")
    def test_empty_file(self, tmp_path: Path, text: str) -> None:
        finding = form_error(tmp_path, plan=text)
        assert finding.code == "no-plan"
        assert str(tmp_path / "plan.yaml") in finding.message or text == "---\n"

    @pytest.mark.parametrize(
        ("text", "what"), [("- a\n- b\n", "a list"), ("just a text\n", "a text"), ("42\n", "a text")]
    )
    @pytest.mark.case("B05")
    def test_top_level_is_no_mapping(self, tmp_path: Path, text: str, what: str) -> None:
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
    @pytest.mark.case("B06")
    def test_syntax_error_in_any_file(self, tmp_path: Path, change: str, name: str) -> None:
        finding = form_error(tmp_path, **{change: "a: 1\ntitle: Internet Plus: a plan\n"})
        assert where(finding) == ("error", name, 2, 21)
        assert "quote the value" in finding.message

    @pytest.mark.case("B08")
    def test_byte_order_mark_is_accepted(self, tmp_path: Path) -> None:
        plan = load(write_plan(tmp_path, plan=b"\xef\xbb\xbf" + PLAN.encode(), news=b"\xef\xbb\xbf" + NEWS.encode()))
        assert plan.findings == ()
        assert plan.nodes[0].id == "root"

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "gb18030", "latin-1"])
    @pytest.mark.case("B08", "B09")
    def test_other_encodings(self, tmp_path: Path, encoding: str) -> None:
        finding = form_error(tmp_path, plan=PLAN.encode(encoding, "replace").replace(b"Small", b"Sm\xe4ll"))
        assert finding.code == "not-utf-8"
        assert "offset" in finding.message

    @pytest.mark.case("B10")
    def test_control_character(self, tmp_path: Path) -> None:
        finding = form_error(tmp_path, agencies=AGENCIES.replace("Planning", "Pl\x1banning"))
        assert finding.code == "control-character"
        assert (finding.line, finding.column) == place(AGENCIES, "anning Commission")
        assert "U+001B" in finding.message

    @pytest.mark.case("B29")
    def test_nested_too_deep(self, tmp_path: Path) -> None:
        finding = form_error(tmp_path, plan=f"root: {'{id: a, kind: section, children: [' * 2000}")
        assert finding.code == "too-deep"

    @pytest.mark.case("B29")
    def test_nodes_nested_too_deep(self, tmp_path: Path) -> None:

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

    @pytest.mark.case("B29", "M12")
    def test_too_many_nodes(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("plan_data.loading.loader.MAX_NODES", 13)
        assert len(load(write_plan(tmp_path)).nodes) == 13
        monkeypatch.setattr("plan_data.loading.loader.MAX_NODES", 12)
        assert "more than 12 nodes" in form_error(tmp_path).message

    @pytest.mark.case("B29")
    def test_file_too_large(self, tmp_path: Path) -> None:
        with pytest.raises(FormError, match="limit is 1,000 "):
            load(write_plan(tmp_path), max_bytes=1000)


class TestWarnings:
    """What does not keep a plan from opening."""

    def warning(self, folder: Path, *edits: tuple[str, str]) -> Finding:
        """The one finding, which is a warning, of a plan that opens all the same."""
        plan = load(write_plan(folder, *edits))
        assert [f.severity for f in plan.findings] == ["warning"]
        return plan.findings[0]

    @pytest.mark.parametrize("text", [r"\e]52;c;eA==\a", r"\x9b31m", r"a\0b", r"a\tb"])
    @pytest.mark.case("B11")
    def test_escaped_control_character(self, tmp_path: Path, text: str) -> None:
        finding = self.warning(tmp_path, ("en: Bring trade online in the villages.", f'en: "{text}"'))
        assert (finding.code, finding.path) == ("hidden-character", "root/actions/act.trade/summary/en")
        assert "U+00" in finding.message
        assert finding.message.isprintable()

    @pytest.mark.parametrize(
        "sign",
        ["\u202a", "\u202e", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c", "\u200b", "\u200d", "\ufeff", "\u00ad"]
        + ["\U000e0000", "\U000e0041"],
    )
    @pytest.mark.case("B12")
    def test_hidden_character(self, tmp_path: Path, sign: str) -> None:
        finding = self.warning(tmp_path, ("Planning Commission", f"Planning {sign}Commission"))
        assert (finding.code, finding.path) == ("hidden-character", "org.plan/name/en")
        assert f"<U+{ord(sign):04X}>" in finding.message
        assert sign not in finding.message

    @pytest.mark.case("B12")
    def test_hidden_character_stays_in_the_data(self, tmp_path: Path) -> None:
        plan = load(write_plan(tmp_path, ("Planning Commission", "Planning \u202eCommission")))
        assert plan.bodies["org.plan"].title.en == "Planning \u202eCommission"

    @pytest.mark.case("B23")
    def test_count_against_the_declared_total(self, tmp_path: Path) -> None:
        finding = self.warning(tmp_path, ("totals: {action: 2,", "totals: {action: 11,"))
        assert finding == (
            "warning",
            "plan.yaml",
            *place(PLAN, "action: 2"),
            "totals/action",
            "count",
            "the plan declares 11 of the kind action and has 2",
        )

    @pytest.mark.case("B23")
    def test_plan_without_totals_has_none_to_miss(self, tmp_path: Path) -> None:
        assert load(write_plan(tmp_path, ("totals: {action: 2, task: 2}\n", ""))).findings == ()

    @pytest.mark.parametrize("total", ["0", "-1", "eleven", "11.0", "[11]"])
    @pytest.mark.case("B23")
    def test_total_that_is_no_number_is_an_error(self, tmp_path: Path, total: str) -> None:
        finding = only(tmp_path, ("totals: {action: 2,", f"totals: {{action: {total},"))
        assert (finding.severity, finding.path) == ("error", "totals/action")

    @pytest.mark.parametrize(
        "date", ["2015-02-30", "2015-13-45", "0000", "June 2015", "2015-7-4", "2015-06-24T10:00", "２０１５", "''"]
    )
    @pytest.mark.case("B25")
    def test_impossible_date_keeps_its_text(self, tmp_path: Path, date: str) -> None:
        finding = self.warning(tmp_path, ("due: 2018", f"due: {date}"))
        assert (finding.code, finding.path) == ("bad-date", "root/actions/act.trade/due")
        assert (finding.line, finding.column) == place(PLAN, "2018")
        assert load(tmp_path).node("act.trade").due == date.strip("'")

    @pytest.mark.parametrize("date", ["2015", "2015-02", "2016-02-29", "'2015-12-31'"])
    @pytest.mark.case("B25")
    def test_dates(self, tmp_path: Path, date: str) -> None:
        assert load(write_plan(tmp_path, ("due: 2018", f"due: {date}"))).findings == ()

    @pytest.mark.case("B30")
    def test_text_cut_by_a_comment(self, tmp_path: Path) -> None:
        finding = self.warning(tmp_path, ("post: {en: vice-minister}", "post:\n      en: vice-minister #2"))
        assert (finding.code, finding.path) == ("comment", "per.chen/post/en")
        assert "' #'" in finding.message
        assert load(tmp_path).bodies["per.chen"].post.en == "vice-minister"

    @pytest.mark.case("B30")
    def test_comment_behind_what_is_no_text(self, tmp_path: Path) -> None:
        assert load(write_plan(tmp_path, ("schema: 1\n", "schema: 1 # the first\n"))).findings == ()

    @pytest.mark.case("B41")
    def test_long_quote(self, tmp_path: Path) -> None:
        fair, long = ("word " * n + "." for n in (MAX_QUOTE_WORDS - 1, MAX_QUOTE_WORDS))
        assert load(write_plan(tmp_path, ("exact: 'e-commerce'", f"exact: '{fair}'"))).findings == ()
        assert self.warning(tmp_path, ("exact: 'e-commerce'", f"exact: '{long}'")).code == "long-quote"


class TestQuotes:
    @pytest.mark.parametrize(
        "text",
        ["see [this", "[/] and [/", "[bold]loud[/bold]", "[@click=app.quit]z[/]", "ends with \\", ":smile: a:b:c"],
    )
    @pytest.mark.case("B43", "M2", "M3")
    def test_signs_of_markup_come_through_byte_for_byte(self, tmp_path: Path, text: str) -> None:
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
    @pytest.mark.case("B35")
    def test_state_of_a_quote_does_not_keep_the_plan_from_opening(
        self, tmp_path: Path, edit: tuple[str, str], state: str
    ) -> None:
        plan = load(write_plan(tmp_path, edit))
        assert plan.findings == ()
        assert plan.state_counts[state] == 1

    @pytest.mark.case("B42", "B36")
    def test_paragraph_of_another_number_is_moved_not_refused(self, tmp_path: Path) -> None:
        plan = load(write_plan(tmp_path, ("- paragraph: 5", "- paragraph: 999")))
        assert plan.findings == ()
        assert list(plan.sources["src.news"].passages) == [2, 999]

    @pytest.mark.case("B42")
    def test_quotes_of_a_broken_passage_do_not_dangle(self, tmp_path: Path) -> None:
        plan = load(write_plan(tmp_path, ("- paragraph: 5", "- paragraph: five")), with_errors=True)
        assert [f.code for f in plan.findings] == ["not-a-number"]
        assert plan.anchors["q.news.2"].state == "missing"

    def test_document_of_bibliography_has_no_passages(self, tmp_path: Path) -> None:
        assert load(write_plan(tmp_path, doc=DOCUMENT)).sources["src.doc"].passages == {}
