"""Checking quotes against their passages, and passages and quotes against the originals."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from plan_data.errors import Finding
from plan_data.loading.loader import load
from plan_data.model.anchors import STATES
from plan_data.quotes.checks import Report, check
from tests.small_plan import NEWS, place, write_plan

ORIGINAL = """\
Small plan explained

The plan names e-commerce, and e-commerce in the villages.

A paragraph that nobody quotes.

Another one.

"Eight ministries" drafted it, says the ministry.
A list follows.
"""
"""The original of the small plan's one source with passages: paragraphs 2 and 5 are quoted."""
LISTED = "exact: '\"Eight ministries\" drafted it'"
"""The line of the small plan that has its second quote."""


def checked(folder: Path, *edits: tuple[str, str], original: str | bytes | None = None) -> Report:
    """Check the small plan, changed; held against an original where one is given."""
    plan = load(write_plan(folder / "plan", *edits), with_errors=True)
    if original is None:
        return check(plan)
    originals = folder / "originals"
    originals.mkdir(exist_ok=True)
    (originals / "news.txt").write_bytes(original.encode() if isinstance(original, str) else original)
    return check(plan, originals)


def one(report: Report, code: str) -> Finding:
    """The one finding of a code."""
    found = [finding for finding in report.findings if finding.code == code]
    assert len(found) == 1, report.findings
    return found[0]


class TestAgainstPassages:
    """What `check` says without originals."""

    def test_sound_plan_has_no_finding_and_counts_every_state(self, tmp_path: Path) -> None:
        report = checked(tmp_path)
        assert report == Report([], {state: 2 * (state == "verbatim") for state in STATES}, ())
        assert report.errors == 0

    @pytest.mark.case("B35")
    def test_missing_quote_names_its_place_and_the_nearest_passage(self, tmp_path: Path) -> None:
        edit = (LISTED, LISTED.replace("drafted", "drufted"))
        found = one(checked(tmp_path, edit), "missing")
        line, column = place(NEWS, LISTED)
        assert found[:4] == ("error", "sources/news.yaml", line, column + len("exact: "))
        assert found.path == "src.news/5/q.news.2"
        assert "q.news.2" in found.message
        assert "paragraph 5, likeness 96" in found.message
        assert '"Eight ministries" drafted it\'' in found.message

    def test_likeness_of_what_is_missing_is_never_called_100(self, tmp_path: Path) -> None:
        text = "The plan names " + "word " * 60
        passage = (
            "      The plan names e-commerce, and e-commerce in the villages.",
            f"      {text} names e-commerce.",
        )
        quote = (LISTED, f"exact: '{text.replace('word', 'wurd', 1)}'")
        assert "likeness 99" in one(checked(tmp_path, passage, quote), "missing").message

    @pytest.mark.case("B67")
    def test_prefix_that_does_not_fit_is_named_with_what_stands_there(self, tmp_path: Path) -> None:
        found = one(checked(tmp_path, ("prefix: 'names '", "prefix: 'numes '")), "missing")
        assert found.message == (
            "q.news.1: its words stand in src.news, paragraph 2, but its prefix does not fit; "
            "the prefix is 'numes ', and 'The plan names ' stands before them"
        )

    @pytest.mark.parametrize(
        ("written", "words"),
        [
            (
                "suffix: ', und '",
                "its suffix does not fit; the suffix is ', und ', and ', and e-commerce in ' stands",
            ),
            ("suffix: ','", ""),
            ("prefix: names", "'The plan names ' stands before them (a blank differs: in quotes YAML keeps"),
            ("prefix: 'x ', suffix: ' y'", "but its prefix and suffix do not fit; the prefix is 'x ', and "),
        ],
    )
    @pytest.mark.case("B67")
    def test_suffix_blanks_and_both(self, tmp_path: Path, written: str, words: str) -> None:
        lines = written.replace(", suffix", "\n        suffix")
        report = checked(tmp_path, ("prefix: 'names '", lines))
        assert not words and report.errors == 0 or words in one(report, "missing").message

    @pytest.mark.case("B67")
    def test_of_a_long_prefix_the_part_that_differs_is_shown(self, tmp_path: Path) -> None:
        text = "x" + "word " * 100
        passage = ("      The plan names e-commerce, and", f"      {text}names e-commerce, and")
        report = checked(tmp_path, passage, ("prefix: 'names '", f"prefix: 'y{text[1:]}names '"))
        message = one(report, "missing").message
        assert "prefix is 'yword word" in message and "and 'xword word" in message
        assert len(message) < 500

    @pytest.mark.case("B36")
    def test_moved_quote_names_the_paragraph_where_it_stands(self, tmp_path: Path) -> None:
        report = checked(tmp_path, (LISTED, "exact: 'e-commerce in the villages'"))
        assert "it stands in paragraph 2" in one(report, "moved").message
        assert report.counts["moved"] == 1

    @pytest.mark.case("B37")
    def test_loose_quote(self, tmp_path: Path) -> None:
        report = checked(tmp_path, (LISTED, "exact: '“Eight ministries” drafted it'"))
        assert one(report, "loose").severity == "error"

    @pytest.mark.case("B38")
    def test_ambiguous_quote(self, tmp_path: Path) -> None:
        report = checked(tmp_path, ("        prefix: 'names '\n", ""))
        assert one(report, "ambiguous").path == "src.news/2/q.news.1"

    def test_findings_of_the_loader_are_kept_and_warnings_are_no_errors(self, tmp_path: Path) -> None:
        report = checked(tmp_path, ("totals: {action: 2,", "totals: {action: 3,"))
        assert [finding.code for finding in report.findings] == ["count"]
        assert report.errors == 0


class TestAgainstOriginals:
    """What `check --against` says."""

    @pytest.mark.parametrize(
        "original",
        [
            ORIGINAL,
            "\ufeff" + ORIGINAL,
            ORIGINAL.replace("\n", "\r\n"),
            ORIGINAL.replace("\n", "\r"),
            ORIGINAL.rstrip("\n"),
            ORIGINAL.replace("\n\n", "\n\f\n"),
        ],
        ids=["lf", "bom", "crlf", "cr", "no final newline", "form feeds"],
    )
    @pytest.mark.case("B34")
    def test_line_ends_change_nothing(self, tmp_path: Path, original: str) -> None:
        report = checked(tmp_path, original=original)
        assert report.findings == []
        assert report.compared == ("src.news",)
        assert report.counts["verbatim"] == 2

    @pytest.mark.case("B32")
    def test_digest_tells_a_changed_file(self, tmp_path: Path) -> None:
        """Changed elsewhere, the quotes still stand: a warning."""
        digest = hashlib.sha256(ORIGINAL.encode()).hexdigest()
        for written in (digest, digest.upper()):
            named = ("file: news.txt\n", f"file: news.txt\nsha256: '{written}'\n")
            assert checked(tmp_path, named, original=ORIGINAL).findings == []
            report = checked(tmp_path, named, original=ORIGINAL.replace("Another", "One more"))
            assert one(report, "changed").severity == "warning"
            assert (report.errors, report.counts["verbatim"]) == (0, 2)

    def test_without_a_digest_nothing_is_said_to_have_changed(self, tmp_path: Path) -> None:
        assert checked(tmp_path, original=ORIGINAL.replace("Another", "One more")).findings == []

    def test_changed_letter_in_a_quote(self, tmp_path: Path) -> None:
        report = checked(tmp_path, original=ORIGINAL.replace("drafted", "drifted"))
        assert report.counts == {**dict.fromkeys(STATES, 0), "verbatim": 1, "missing": 1}
        assert "in the original news.txt, paragraph 5" in one(report, "missing").message
        passage = one(report, "passage")
        assert (passage.severity, passage.path) == ("error", "src.news/5")
        assert "drafted" in passage.message and "drifted" in passage.message

    @pytest.mark.case("B67")
    def test_prefix_that_does_not_fit_in_the_original(self, tmp_path: Path) -> None:
        report = checked(tmp_path, original=ORIGINAL.replace("plan names", "plan numes"))
        message = one(report, "missing").message
        assert "stand in the original news.txt, paragraph 2, but its prefix does not fit" in message
        assert "'names '" in message and "numes '" in message

    @pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200d", "\u2060"])
    @pytest.mark.case("B65")
    def test_invisible_signs_make_quotes_loose_here_and_there(self, tmp_path: Path, sign: str) -> None:
        hidden = ORIGINAL.replace("drafted", f"draf{sign}ted").replace("e-commerce", f"e-com{sign}merce")
        report = checked(tmp_path, original=hidden)
        assert (report.counts["loose"], report.counts["missing"]) == (2, 0)
        report = checked(tmp_path, (LISTED, LISTED.replace("drafted", f"draf{sign}ted")), original=ORIGINAL)
        assert (report.counts["loose"], report.counts["verbatim"], report.counts["missing"]) == (1, 1, 0)

    def test_changed_letter_beside_a_quote_is_an_error_of_the_passage_alone(self, tmp_path: Path) -> None:
        report = checked(tmp_path, original=ORIGINAL.replace("A list follows", "A list fellows"))
        assert [finding.code for finding in report.findings] == ["passage"]
        assert report.counts["verbatim"] == 2

    def test_paragraph_put_in_before_moves_all_behind_it(self, tmp_path: Path) -> None:
        report = checked(tmp_path, original="New.\n\n" + ORIGINAL)
        assert [finding.code for finding in report.findings] == ["passage", "passage", "moved", "moved"]
        assert "is paragraph 3 of news.txt, not 2" in report.findings[0].message

    def test_changed_and_moved_passage_names_the_nearest_paragraph(self, tmp_path: Path) -> None:
        original = "New.\n\n" + ORIGINAL.replace("drafted", "drifted")
        messages = [finding.message for finding in checked(tmp_path, original=original).findings]
        assert any("the nearest, paragraph 6, likeness" in message for message in messages), messages

    def test_original_with_too_few_paragraphs(self, tmp_path: Path) -> None:
        report = checked(tmp_path, original="Small plan explained")
        assert report.counts["missing"] == 2
        assert [f.code for f in report.findings] == ["passage", "passage", "missing", "missing"]

    @pytest.mark.parametrize("original", ["", "\n \n", b"caf\xe9 e-commerce", b"\xff\xfe\x00"])
    @pytest.mark.case("B31", "B34")
    def test_original_that_cannot_be_read_as_text(self, tmp_path: Path, original: str | bytes) -> None:
        """Empty, or not UTF-8."""
        report = checked(tmp_path, original=original)
        assert one(report, "unverifiable").severity == "error"
        assert report.counts["unverifiable"] == 2
        assert report.compared == ()

    @pytest.mark.case("B31", "B02")
    def test_original_that_is_no_file(self, tmp_path: Path) -> None:
        """Absent, a folder, or a pipe that nobody writes to."""
        plan = load(write_plan(tmp_path / "plan"))
        originals = tmp_path / "originals"
        originals.mkdir()
        assert "No such file" in one(check(plan, originals), "unverifiable").message
        (originals / "news.txt").mkdir()
        assert "is a folder" in one(check(plan, originals), "unverifiable").message
        (originals / "news.txt").rmdir()
        os.mkfifo(originals / "news.txt")
        assert "no regular file" in one(check(plan, originals), "unverifiable").message

    def test_original_over_the_cap(self, tmp_path: Path) -> None:
        checked(tmp_path, original=ORIGINAL)
        report = check(load(tmp_path / "plan"), tmp_path / "originals", max_bytes=10)
        assert "the limit is 10" in one(report, "unverifiable").message

    @pytest.mark.parametrize("name", ["../news.txt", "/etc/hosts", "a/news.txt", ".."])
    def test_no_file_outside_the_folder_is_read(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "news.txt").write_text(ORIGINAL, encoding="utf-8")
        report = checked(tmp_path, ("file: news.txt", f"file: '{name}'"), original=ORIGINAL)
        assert report.compared == ()
        assert report.counts["unverifiable"] == 2

    def test_source_without_a_file_is_left_alone(self, tmp_path: Path) -> None:
        report = checked(tmp_path, ("file: news.txt\n", ""), original="nothing of it")
        assert (report.findings, report.compared, report.counts["verbatim"]) == ([], (), 2)

    def test_of_two_states_the_worse_counts(self, tmp_path: Path) -> None:
        loose = (LISTED, "exact: '“Eight ministries” drafted it'")
        report = checked(tmp_path, loose, original=ORIGINAL)
        assert (report.counts["loose"], [f.code for f in report.findings]) == (1, ["loose"])
        report = checked(tmp_path, loose, original=ORIGINAL.replace("drafted", "drifted"))
        assert (report.counts["loose"], report.counts["missing"]) == (0, 1)

    def test_findings_name_the_file_that_the_source_stands_in(self, tmp_path: Path) -> None:
        folder = write_plan(tmp_path / "plan")
        (folder / "sources" / "news.yaml").rename(folder / "sources" / "paper.yaml")
        report = check(load(folder), tmp_path)
        assert one(report, "unverifiable").file == "sources/paper.yaml"
