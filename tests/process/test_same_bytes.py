"""What is written for other programs has the same bytes, whatever the locale and the seed of Python's hashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import ROOT

WORLDS = (
    {"LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"},
    {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONHASHSEED": "2"},
    {"LC_ALL": "zh_CN.gbk", "PYTHONIOENCODING": "gbk", "PYTHONHASHSEED": "3"},
    {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "PYTHONHASHSEED": "4", "PYTHONOPTIMIZE": "2"},
)
DATE = {"SOURCE_DATE_EPOCH": "1435968000"}
"""The date that exports bear: today is not the same day everywhere."""
CODE = """
import sys
from cli.entry import main
for form in ("json", "csl", "bib", "md", "html"):
    main(["export", form, "-o", f"{sys.argv[1]}/{form}"])
for table in ("nodes", "agencies", "quotes", "targets", "glossary"):
    main(["export", "csv", "--table", table, "--bom", "-o", f"{sys.argv[1]}/{table}"])
# The payloads of the other commands, as text whose bytes no stream changes.
from plan_data.exports import records
from plan_data.exports.views import VIEWS
from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from plan_data.search import SearchIndex
plan = load(SHIPPED)
payload = {view.name: view.records(plan) for view in VIEWS.values() if view.records and view.name != "comparison"}
payload |= {"hits": records.hits(plan, SearchIndex(plan).search("nongye", 50)), "tree": records.tree(plan, "root")}
with open(f"{sys.argv[1]}/views", "w", encoding="utf-8") as file:
    file.write(records.dumps(payload))
"""


def written(folder: Path, world: dict[str, str]) -> dict[str, bytes]:
    folder.mkdir()
    command = [sys.executable, "-c", CODE, str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | world | DATE, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return written(tmp_path_factory.mktemp("bytes") / "here", {"PYTHONHASHSEED": "0"})


@pytest.mark.parametrize("world", WORLDS, ids=[world["LC_ALL"] for world in WORLDS])
def test_files_have_the_same_bytes_everywhere(here: dict[str, bytes], tmp_path: Path, world: dict[str, str]) -> None:
    assert len(here) == 11 and "人工智能".encode() in here["json"]
    assert written(tmp_path / "there", world) == here


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_json_is_the_same_in_every_language(here: dict[str, bytes], tmp_path: Path, lang: str) -> None:
    from tests.output import run

    assert run("export", "json", "--lang", lang, "-o", str(tmp_path / "json")).returncode == 0
    assert (tmp_path / "json").read_bytes() == here["json"]
