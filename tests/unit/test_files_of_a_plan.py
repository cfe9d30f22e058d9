"""Which files of a folder belong to a plan: what editors and other systems put beside them does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_data.errors import FormError
from plan_data.loading.loader import load
from plan_data.loading.signature import signature
from plan_data.quotes.checks import check
from tests.small_plan import write_plan

LEFT_ALONE = (".#news.yaml", "._news.yaml", ".news.yaml.swp", "news.yaml~", "#news.yaml#", "4913", ".DS_Store", ".yaml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_plan(tmp_path / "plan")


@pytest.mark.case("F08")
def test_what_editors_and_systems_leave_there_is_passed_over(folder: Path) -> None:
    plan, files = load(folder), signature(folder)
    for name in LEFT_ALONE:
        (folder / "sources" / name).write_bytes(b"\0\x05\x16\x07\0\x02\0\0Mac OS X")
    (folder / "sources" / ".#tea.yaml").symlink_to("reader@host.4711:1700000000")
    again = load(folder)
    assert again.findings == plan.findings and again.sources == plan.sources and signature(folder) == files


@pytest.mark.case("F08")
@pytest.mark.parametrize("name", ["agencies.yml", "plan.yml", "sources/more.yml", "sources/more.YAML", "sources/x.YML"])
def test_another_ending_is_a_warning_that_names_the_right_one(folder: Path, name: str) -> None:
    before = load(folder).findings
    (folder / name).write_text("id: src.more\n", encoding="utf-8")
    found = [finding for finding in load(folder).findings if finding not in before]
    assert [(f.severity, f.file, f.code) for f in found] == [("warning", name, "ending")]
    assert f"name it {Path(name).stem}.yaml" in found[0].message


@pytest.mark.case("F08")
def test_a_plan_with_the_other_ending_is_not_called_missing(folder: Path) -> None:
    (folder / "plan.yaml").rename(folder / "plan.yml")
    with pytest.raises(FormError, match=r"plan\.yml, which is not read: name it plan\.yaml"):
        load(folder)


@pytest.mark.case("F08")
def test_a_folder_in_the_place_of_a_source_is_a_finding(folder: Path) -> None:
    (folder / "sources" / "x.yaml").mkdir()
    with pytest.raises(FormError, match="is a folder"):
        load(folder)


@pytest.mark.case("F11")
@pytest.mark.parametrize("file", ["a\\0b", "a/b", "x\\u0085"])
def test_originals_whose_name_no_file_can_have_are_findings(folder: Path, tmp_path: Path, file: str) -> None:
    source = next((folder / "sources").glob("*.yaml"))
    text = source.read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if not line.startswith("file:")]
    source.write_text("\n".join([f'file: "{file}"', *lines]), encoding="utf-8")
    report = check(load(folder, with_errors=True), tmp_path)
    assert any(finding.code == "unverifiable" for finding in report.findings)
