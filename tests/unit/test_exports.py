"""Exports, judged by the programs that they are meant for."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import bibtexparser
import html5lib
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from plan_data.exports import records
from plan_data.exports.atomic_write import write
from plan_data.exports.csv_tables import TABLES, cell
from plan_data.exports.entries import branch
from plan_data.exports.formats import FORMATS, exported
from plan_data.exports.latex import latex
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.quotes.citations import FIRM
from plan_data.text.visible import HIDDEN
from tests import judges
from tests.output import run
from tests.small_plan import write_plan

ROOT = Path(__file__).parents[2]
HOSTILE = (
    "</title><script>alert(1)</script>",
    "=cmd()",
    "{\\\\input{x}}",
    "]]>",
    "[^1]: x",
    "| a | `b` |",
    '\\" onclick=\\"x',
    "$\\\\LaTeX$ 100% #1 & ~_^",
    "\\e[31mred\\u202e",
)


def text_of(plan: Plan, form: str, top: str = "root", lang: str | None = None, table: str | None = None) -> str:
    return exported(plan, form, branch(plan, top), lang, table)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """A plan whose texts are written to break out of every form."""
    words = " ".join(HOSTILE)
    return load(
        write_plan(
            tmp_path_factory.mktemp("hostile"),
            ("en: E-commerce", f'en: "{words}"'),
            ("en: Bring trade online in the villages.", f'en: "{words}"'),
        )
    )


class TestBrief:
    @pytest.fixture(autouse=True)
    def _day(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795824000")

    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_pandoc_finds_the_footnotes_that_we_wrote(self, plan: Plan, lang: str) -> None:
        text = text_of(plan, "md", lang=lang)
        references = len(re.findall(r"\[\^[\w.-]+\](?!:)", text))
        assert judges.pandoc(text, "-f", "markdown", "-t", "json").count('"t":"Note"') == references > 100

    def test_title_date_and_language_are_metadata(self, plan: Plan) -> None:
        told = json.loads(judges.pandoc(text_of(plan, "md", "act.agriculture"), "-t", "json"))["meta"]
        template = "$title$|$subtitle$|$date$|$lang$"
        for lang, line in (
            ("en", "Modern agriculture|Internet Plus: action 3|28 November 2026|en"),
            ("zh", "现代农业|互联网+：行动3|2026年11月28日|zh-Hans"),
        ):
            with TemporaryDirectory() as folder:
                Path(folder, "x.plain").write_text(template)
                text = text_of(plan, "md", "act.agriculture", lang)
                assert judges.pandoc(text, "-t", "plain", "--template", f"{folder}/x.plain").strip() == line
        assert set(told) == {"title", "subtitle", "date", "lang"}

    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_it_reads_as_a_brief(self, plan: Plan, lang: str) -> None:
        read = judges.pandoc(text_of(plan, "md", "act.agriculture", lang), "-t", "plain", "--wrap=none")
        wanted = {
            "en": [
                "Official heading: “互联网+”现代农业 (“Internet Plus” Modern Agriculture)",
                "Our summary [no source]: Use the Internet in every part of agriculture",
                "Who: leads: Ministry of Agriculture (MOA); take part: National Development and Reform "
                "Commission (NDRC), ",
                "No date of its own is known; the plan as a whole: initial phase by 2018, "
                "full completion by 2025[1] [2]",
                "by 2018: Growth of higher quality, from Goals for 2018 [no source]",
                "On May 6, the Ministry of Agriculture held a national promotion meeting",
                "Appendix: more quotes",
                "“modern agriculture” (direct)",
            ],
            "zh": [
                "文件标题：“互联网+”现代农业",
                "负责部门：牵头：农业部；参与：国家发展和改革委员会（发展改革委）、",
                "本项未见单独期限；整个文件：到2018年初步实施阶段，到2025年全面完成阶段",
                "负责部门：同行动3 [尚无来源]",
                "附录：其余引文",
            ],
            "both": ["Official heading: “互联网+”现代农业", "3.2 Precision farming 发展精准化生产方式"],
        }
        for text in wanted[lang]:
            assert text in read

    def test_a_body_is_named_in_full_once(self, plan: Plan) -> None:
        read = judges.pandoc(text_of(plan, "md", "actions"), "-t", "plain", "--wrap=none")
        assert read.count("National Development and Reform Commission (NDRC)") == 1
        who = [line for line in read.split("\n") if "Who:" in line]
        assert sum("NDRC" in line for line in who) >= 8

    def test_each_role_is_said_once_in_words(self, plan: Plan) -> None:
        both = text_of(plan, "md", "act.transport", "both")
        assert "- Who / 负责部门: lead jointly / 共同牵头: National Development and Reform Commission (NDRC) / " in both
        assert "are responsible: All departments, All local governments" in text_of(plan, "md", "mea.7.2")

    @pytest.mark.parametrize("top", ["root", "act.agriculture", "req.targets", "timeline", "conflicts", "tgt.actions"])
    def test_headings_leave_out_no_level(self, plan: Plan, top: str) -> None:
        levels = [len(found) for found in re.findall(r"^(#+) ", text_of(plan, "md", top), re.M)]
        assert all(after <= before + 1 for before, after in pairwise([1, *levels]))

    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_notes_name_the_entries_that_they_speak_of(self, plan: Plan, lang: str) -> None:
        read = judges.pandoc(text_of(plan, "md", lang=lang), "-t", "plain", "--wrap=none")
        shown = [id_ for id_ in (*plan.index, *plan.quotes, *plan.sources, *plan.bodies) if "." in id_]
        assert not [id_ for id_ in shown if re.search(rf"(?<![\w./-]){re.escape(id_)}(?![\w-]|\.\w)", read)]
        assert {"en": "see “Goals for 2018”", "zh": "《到2018年》", "both": "《到2018年》"}[lang] in read

    def test_every_quote_is_verbatim_in_a_document_by_pandoc(self, plan: Plan) -> None:
        text = text_of(plan, "md")
        plain = re.sub(r"\s+", " ", judges.pandoc(text, "-t", "plain", "--wrap=none"))
        quotes = {link.id for node in plan.nodes for link in node.quotes}
        assert len(quotes) > 150
        for id_ in quotes:
            assert "“" + re.sub(r"\s+", " ", plan.quotes[id_].exact) + "”" in plain, id_

    def test_each_source_is_cited_in_full_once_and_never_without_its_words(self, plan: Plan) -> None:
        text = text_of(plan, "md", "act.agriculture")
        notes = re.findall(r"^\[\^[\w.-]+\]: (.*)$", text, re.M)
        of_translation = [note for note in notes if "Eight ministries play" in note]
        assert len(of_translation) > 3 and all("machine translation of a 2015" in note for note in of_translation)
        assert sum("https://mysheen.com" in note for note in notes) == 1
        assert "https://mysheen.com" in of_translation[0]

    def test_a_statement_below_quoted_carries_its_grade(self, plan: Plan) -> None:
        text = text_of(plan, "md")
        for node in plan.nodes[1:]:
            heading = next(line for line in text.split("\n") if re.match(r"#+ ", line) and _is_of(line, node))
            graded = re.search(r"\\\[(reported|no source)\\\]$", heading)
            assert (graded is None) == (plan.grade(node) in FIRM), heading
        assert (
            "*Official heading*: 发展精准化生产方式 (Develop precision methods of production) \\[no source\\]"
            in text_of(plan, "md", "act.agriculture.2")
        )

    def test_what_is_only_reported_names_who_reports_it(self, plan: Plan) -> None:
        text = text_of(plan, "md", "tl.2015-07-04")
        assert "- Published: 4 July 2015 \\[reported\\]" in text
        assert re.search(r"- Seen in: heading, summary, published: .*\[\^src\.usito-0704\]", text)

    def test_both_sides_of_a_conflict_are_there(self, plan: Plan) -> None:
        read = judges.pandoc(text_of(plan, "md", "cf.eight-eleven"), "-t", "plain", "--wrap=none")
        sides = plan.node("cf.eight-eleven").conflict
        assert sides and len(sides.sides) > 1
        for side in sides.sides:
            for id_ in side.quotes:
                assert plan.quotes[id_].exact in read

    def test_bookmarks(self, plan: Plan) -> None:
        text = exported(plan, "md", ["act.ai", "act.energy.1"], "en")
        assert re.findall(r"^## (.*)$", text, re.M)[:2] == [
            "11 Artificial intelligence",
            "4.1 Smarter energy production \\[no source\\]",
        ]
        assert "Who, as action 4" in text and 'subtitle: "2 entries"' in text

    @pytest.mark.parametrize("reader", ["markdown", "gfm", "commonmark"])
    def test_texts_come_back_as_they_are_written(self, tmp_path: Path, reader: str) -> None:
        words = 'R&D &lt;b&gt; &#65; &amp;amp; http://a.org/x www.b.org c@d.org <https://e.org> *f* _g_ ~h~ $i$ -- "j"'
        plan = load(write_plan(tmp_path, ("en: E-commerce", f"en: {json.dumps(words)}")))
        text = text_of(plan, "md")
        read = json.loads(
            judges.pandoc(text, "-f", f"{reader}-smart" if reader == "markdown" else reader, "-t", "json")
        )
        heading = next(block["c"][2] for block in read["blocks"] if block["t"] == "Header" and "R&D" in str(block))
        assert words in _plain(heading) and not [part for part in heading if part["t"] in ("Link", "Emph", "Math")]


def _plain(inlines: list[Any]) -> str:
    """Return the text of Pandoc's inline elements, without markup."""
    said = {"Str": lambda part: part["c"], "Space": lambda part: " ", "SoftBreak": lambda part: " "}
    return "".join(said.get(part["t"], lambda part: f"<{part['t']}>")(part) for part in inlines)


def _is_of(line: str, node: Any) -> bool:
    title = re.sub(r"\\(.)", r"\1", re.sub(r" \\\[[\w ]+\\\]$", "", line)).lstrip("# ")
    return title == f"{node.number} {node.title.pick('en')}".strip()


class TestPage:
    @pytest.fixture(scope="class")
    def page(self, plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
        path = tmp_path_factory.mktemp("page") / "plan.html"
        write(path, text_of(plan, "html"))
        return path

    def test_the_parser_of_the_standard_finds_no_error(self, page: Path) -> None:
        html5lib.HTMLParser(strict=True).parse(page.read_text(encoding="utf-8"))

    def test_the_nu_checker_finds_nothing(self, page: Path) -> None:
        assert judges.html_errors(page) == ""

    def test_bodies_are_listed_with_their_roles(self, plan: Plan) -> None:
        def lines(lang: str) -> list[str]:
            lines = text_of(plan, "html", lang=lang).split("\n")
            return [text for line in lines if (text := re.sub("<[^>]+>", "", line))]

        en, zh = lines("en"), lines("zh")
        facts = next(line for line in en if "Wholeads: Ministry of Agriculture no source" in line)
        assert (
            "take part: National Development and Reform Commission; Ministry of Science and Technology; "
            "Ministry of Commerce; General Administration of Quality Supervision, Inspection and Quarantine; "
            "China Food and Drug Administration; State Forestry Administration, and others no source"
        ) in facts
        assert any("负责部门牵头：农业部 尚无来源" in line for line in zh)
        assert "Leads jointly: Collaborative manufacturing" in en
        at = next(n for n, line in enumerate(en) if line.startswith("Ministry of Agriculture MOA"))
        assert en[at + 1 : at + 3] == ["Leads: Modern agriculture", "Takes part in: E-commerce"]
        assert "参与：电子商务" in zh

    def test_every_node_is_an_anchor_and_every_link_inside_leads_somewhere(self, plan: Plan, page: Path) -> None:
        text = page.read_text(encoding="utf-8")
        ids = re.findall(r'\bid="([^"]+)"', text)
        assert len(ids) == len(set(ids))
        assert {node.id for node in plan.nodes} | set(plan.quotes) | set(plan.sources) | set(plan.bodies) <= set(ids)
        assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
        others = set(re.findall(r'href="([^#"][^"]*)"', text))
        assert others and all(address.startswith(("http://", "https://")) for address in others)

    def test_links_go_both_ways(self, plan: Plan, page: Path) -> None:
        tree = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        by_id = {element.get("id"): element for element in tree.iter() if element.get("id")}
        for id_, links in plan.backlinks.items():
            back = {a.get("href") for a in by_id[id_].iter("a")}
            for link in links:
                assert f"#{link.id}" in back
                if link.id in plan.index:
                    assert f"#{id_}" in {a.get("href") for a in by_id[link.id].iter("a")}

    @pytest.mark.case("B57")
    def test_it_needs_nothing_else_and_runs_nothing(self, page: Path) -> None:
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"<(script|link|img|iframe|object|embed|base)\b|\bsrc=|@import|url\(|\son\w+=", text, re.I)

    def test_chinese_is_marked_as_chinese(self, page: Path) -> None:
        tree = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        heading = next(e for e in tree.iter("section") if e.get("id") == "act.ai").find("./h4")
        assert heading is not None and [e.text for e in heading.iter("span") if e.get("lang")] == ["人工智能"]

    def test_chromium_opens_it_at_a_node_and_its_console_is_silent(self, page: Path, tmp_path: Path) -> None:
        dom, console = judges.chromium(page, "act.ai", tmp_path)
        assert 'id="act.ai"' in dom and dom.count("<blockquote>") > 100
        assert console == ""

    @pytest.mark.parametrize("lang", ["en", "zh"])
    def test_one_language(self, plan: Plan, lang: str) -> None:
        text = text_of(plan, "html", "act.ai", lang)
        html5lib.HTMLParser(strict=True).parse(text)
        assert ("Artificial intelligence" in text) == (lang == "en")


class TestTables:
    @pytest.mark.parametrize("table", TABLES)
    def test_the_csv_module_reads_it(self, plan: Plan, table: str) -> None:
        text = text_of(plan, "csv", table=table)
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert len(rows) > 5 and {len(row) for row in rows} == {len(rows[0])} and text.endswith("\r\n")

    def test_nodes(self, plan: Plan) -> None:
        rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text_of(plan, "csv"), newline=""))}
        assert list(rows) == [node.id for node in plan.nodes]
        task = rows["act.ai.1"]
        assert task["agencies_inherited_from"] == "act.ai" and task["agencies"] == rows["act.ai"]["agencies"]
        assert rows["act.ai"]["agencies_inherited_from"] == "" and rows["act.ai"]["title_grade"] == "quoted"

    def test_quotes_are_verbatim(self, plan: Plan) -> None:
        rows = csv.DictReader(io.StringIO(text_of(plan, "csv", table="quotes"), newline=""))
        exact = {row["quote"]: row["exact"] for row in rows}
        assert {id_: quote.exact for id_, quote in plan.quotes.items()} == {k: _bare(v) for k, v in exact.items()}

    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\r=1", "＝1", "\u00a0=1"])
    @pytest.mark.case("B57")
    def test_no_cell_is_a_formula(self, text: str) -> None:
        assert cell(text).startswith("'")


def _bare(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:2] in ("=", "+", "-", "@") else text


class TestBibliography:
    def test_a_bibtex_parser_reads_it(self, plan: Plan) -> None:
        library = bibtexparser.parse_string(text_of(plan, "bib"), append_middleware=[LatexDecodingMiddleware()])
        assert not library.failed_blocks
        assert [entry.key for entry in library.entries] == list(plan.sources)
        for entry, source in zip(library.entries, plan.sources.values(), strict=True):
            titles = {" ".join(title.split()) for title in (source.title.en, source.title.zh)}
            assert entry.fields_dict["title"].value.strip("{}") in titles

    def test_pandoc_reads_both(self, plan: Plan) -> None:
        for form, name in (("bib", "bibtex"), ("bib", "biblatex"), ("csl", "csljson")):
            items = json.loads(judges.pandoc(text_of(plan, form), "-f", name, "-t", "csljson"))
            assert [item["id"] for item in items] == list(plan.sources), name

    def test_a_csl_processor_prints_the_bibliography(self, plan: Plan) -> None:
        items = json.loads(text_of(plan, "csl"))
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        printed = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            printed.register(Citation([CitationItem(item["id"])]))
        lines = [str(line) for line in printed.bibliography()]
        assert len(lines) == len(plan.sources) and all(lines)

    def test_only_what_a_branch_rests_on(self, plan: Plan) -> None:
        ids = [item["id"] for item in json.loads(text_of(plan, "csl", "act.agriculture"))]
        wanted = {plan.quotes[link.id].source for link in plan.node("act.agriculture").quotes}
        assert wanted <= set(ids) < set(plan.sources)

    @pytest.mark.case("B57")
    def test_nothing_in_a_title_is_a_command(self) -> None:
        assert latex(r"\input{x} 50% & $a_b^c~#") == (
            r"\textbackslash{}input\{x\} 50\% \& \$a\_b\textasciicircum{}c\textasciitilde{}\#"
        )


class TestJson:
    def test_it_is_show_for_every_node(self, plan: Plan) -> None:
        found = json.loads(text_of(plan, "json"))
        assert found["schema"] == 1
        assert found["nodes"] == [json.loads(json.dumps(records.node(plan, node.id))) for node in plan.nodes]


class TestHostile:
    @pytest.mark.parametrize("form", FORMATS)
    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    @pytest.mark.case("B57", "B11")
    def test_nothing_breaks_out_and_nothing_goes_out_raw(self, hostile: Plan, form: str, lang: str) -> None:
        for table in TABLES if form == "csv" else (None,):
            text = text_of(hostile, form, lang=lang, table=table)
            assert not HIDDEN.search(text.replace("\r\n", "\n"))
            if form == "html":
                tree = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), True, namespaceHTMLElements=False).parse(
                    text
                )
                assert not list(tree.iter("script")) and not list(tree.iter("input"))
                assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
            elif form == "csv":
                rows = list(csv.reader(io.StringIO(text, newline="")))
                assert {len(row) for row in rows} == {len(rows[0])}
            elif form in ("json", "csl"):
                json.loads(text)
            elif form == "bib":
                assert not bibtexparser.parse_string(text).failed_blocks

    @pytest.mark.case("B57")
    def test_pandoc_finds_no_markup_of_theirs(self, hostile: Plan) -> None:
        text = text_of(hostile, "md", "act.trade")
        read = judges.pandoc(text, "-f", "markdown-smart", "-t", "plain", "--wrap=none")
        assert "</title><script>alert(1)</script>" in read and "| a | `b` |" in read and "[^1]: x" in read
        assert judges.pandoc(text, "-f", "markdown", "-t", "json").count('"RawInline"') == 0


class TestWriting:
    @pytest.mark.case("B56")
    def test_whole_or_not_at_all(self, tmp_path: Path) -> None:
        path = tmp_path / "x.md"
        write(path, "one\r\n")
        assert path.read_bytes() == b"one\r\n"
        with pytest.raises(FileExistsError):
            write(path, "two")
        write(path, "two", force=True)
        assert path.read_text() == "two"
        with pytest.raises(UnicodeEncodeError):
            write(path, "\ud800", force=True)
        assert path.read_text() == "two" and os.listdir(tmp_path) == ["x.md"]

    @pytest.mark.case("B56")
    def test_a_link_is_replaced_and_not_followed(self, tmp_path: Path) -> None:
        (tmp_path / "real").write_text("kept")
        (tmp_path / "link").symlink_to("real")
        with pytest.raises(FileExistsError):
            write(tmp_path / "link", "new")
        write(tmp_path / "link", "new", force=True)
        assert (tmp_path / "real").read_text() == "kept" and (tmp_path / "link").read_text() == "new"

    @pytest.mark.parametrize(
        ("place", "code"), [(".", 3), ("missing/x.md", 3), ("there.md", 2), ("/dev/full", 3), ("new.md", 0)]
    )
    @pytest.mark.case("B56")
    def test_exit_codes(self, tmp_path: Path, place: str, code: int) -> None:
        (tmp_path / "there.md").write_text("mine")
        done = run("export", "md", "act.ai", "-o", str(tmp_path / place))
        assert done.returncode == code and done.stdout == "" and "Traceback" not in done.stderr
        assert len(done.stderr.strip().split("\n")) == 1
        assert (tmp_path / "there.md").read_text() == "mine"
        assert sorted(os.listdir(tmp_path)) == (["new.md", "there.md"] if code == 0 else ["there.md"])

    @pytest.mark.case("B56")
    def test_a_full_device(self) -> None:
        done = run("export", "md", "-o", "/dev/full", "--force")
        assert done.returncode == 3 and "No space left" in done.stderr

    @pytest.mark.case("B56")
    def test_force_and_the_same_bytes(self, tmp_path: Path) -> None:
        for form in FORMATS:
            path = tmp_path / f"x.{form}"
            assert run("export", form, "act.finance", "-o", str(path)).returncode == 0
            first = path.read_bytes()
            assert run("export", form, "act.finance", "-o", str(path), "--force").returncode == 0
            assert path.read_bytes() == first

    def test_wrong_use(self) -> None:
        assert run("export", "xml").returncode == 2
        assert run("export", "md", "--table", "nodes").returncode == 2
        assert run("export", "md", "act.nosuch").returncode == 1
        assert run("export", "md", "org.ndrc").returncode == 1
        assert run("export", "md", "--bookmarks").returncode == 1
