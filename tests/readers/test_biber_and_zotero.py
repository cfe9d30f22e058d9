"""BibTeX as biber and the parser of Better BibTeX for Zotero read it, compared with what was written."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any
from unicodedata import normalize

import bibtexparser
import pybtex.database
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware

from plan_data.exports.formats import exported
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from tests import judges
from tests.naughty_sources import as_written, bibtex_fields, naughty_plan, sources

EXAMPLE = Path(__file__).parents[2] / "docs/examples/ai2017"
LISTS = ("publisher", "institution", "organization")
"""Fields that may hold several names divided by " and "."""


@pytest.fixture(scope="module")
def naughty(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return naughty_plan(tmp_path_factory.mktemp("naughty"))


def bib_file(plan: Plan, folder: Path) -> Path:
    path = folder / "sources.bib"
    path.write_text(exported(plan, "bib", [plan.root.id], "en"), "utf-8")
    return path


class TestZotero:
    def read(self, plan: Plan, folder: Path) -> dict[str, dict[str, Any]]:
        script = Path(__file__).with_name("zotero.mjs")
        found = json.loads(judges.node(script, "@retorquere/bibtex-parser", bib_file(plan, folder)))
        assert found["errors"] == []
        return {entry["key"]: entry["fields"] for entry in found["entries"]}

    def test_every_string_in_every_field(self, naughty: Plan, tmp_path: Path) -> None:
        found = self.read(naughty, tmp_path)
        for source in sources(naughty):
            fields = found[source.id]
            for name, text in bibtex_fields(source).items():
                assert fields[name] == ([text] if name in LISTS else text), (source.id, name)
            text = as_written(source.title.en)
            assert fields["author"][0] == {"name": text} and fields["author"][2] == {"name": "Last"}
            assert len(fields["author"]) == 3 and fields["date"] == "2015-07-04" and fields["month"] == "7"

    def test_the_shipped_plan_and_the_example(self, plan: Plan, tmp_path: Path) -> None:
        for each in (plan, load(EXAMPLE)):
            found = self.read(each, tmp_path)
            assert list(found) == list(each.sources)
            for source in each.sources.values():
                assert found[source.id].get("url", "").replace("%24", "$") == source.address
                assert found[source.id].get("number", "") == source.number
                assert len(found[source.id].get("author", ())) == len(source.authors)


class TestBiber:
    def read(self, plan: Plan, folder: Path) -> str:
        path, read = bib_file(plan, folder), folder / "read.bib"
        words = ["--tool", "--nolog", "--validate-datamodel", f"--output-file={read}", str(path)]
        command = [judges.program("biber", "apt install biber"), *words]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=folder)
        assert done.returncode == 0 and "ERROR" not in done.stdout, done.stdout
        return read.read_text("utf-8")

    def test_every_string_in_every_field(self, naughty: Plan, tmp_path: Path) -> None:
        text = self.read(naughty, tmp_path)
        library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware(keep_math_mode=False)])
        names = pybtex.database.parse_string(text, "bibtex").entries
        for source in sources(naughty):
            fields = {field.key.lower(): field.value for field in library.entries_dict[source.id].fields}
            for name, value in bibtex_fields(source).items():
                found = fields["journaltitle" if name == "journal" else name]
                # biber composes letters, and bibtexparser takes \textasciicircum for the accent.
                assert found == normalize("NFC", value).replace("^", "ˆ"), (source.id, name)
            assert len(names[source.id].persons["author"]) == 3 and fields["date"] == "2015-07-04", source.id

    def test_the_document_has_no_field_that_biblatex_does_not_print(self, plan: Plan, tmp_path: Path) -> None:
        path = bib_file(plan, tmp_path)
        command = [judges.program("biber", "apt install biber"), "--tool", "--nolog", "--validate-datamodel", str(path)]
        said = subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=tmp_path).stdout
        assert "Datamodel validation complete" in said and "guofa" not in said
