"""Tables as CSV, judged by LibreOffice and by the csv module."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_data.exports.csv_tables import BOM, TABLES, cell, csv_table, long_rows
from plan_data.exports.entries import branch
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.text.visible import visible
from tests import judges
from tests.output import run
from tests.small_plan import write_plan

CHANGED = (
    "2015-07", "2015-7-4", "1-2", "3/4", "7/4/2015", "4.7.2015", "2015/7/4", "Jul 2015", "July 4, 2015", "4-Jul",
    "MARCH1", "Sept2", "2015年7月4日", "7月4日", "2015-07-04T12:00", "2015-07-04 12:00", "12:30", "12:30 PM", "3 a",
    "1.10", "1.0", "1.2.3", "007", "00.5", "0000", ".5", "5.", "1e5", "1.5E+3", "1,000", "1.000,5", "1 000", "50,000",
    "1234567890123456", "12345678901234567890", "9" * 400, "0.30000000000000004", "0.00001", "1/2", "1 1/2", "(5)",
    "10%", "$5", "5 €", "￥5", "¥5", "TRUE", "true", "False", "#N/A", "#REF!", "１２３", "３／４", "＄5",
    "２０１５-０７", "٣", "１，000", " 007", "1.10 ", "\u00a01.10", "\u30003/4", "'quoted", "''two",
    "'=1+1", "'1.10", "'",
)  # fmt: skip
"""Texts of which a spreadsheet makes something else."""
FORMULAS = (
    "=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "\n=1", "\u00a0=1", "＝1+1", "＋1", "－1", "＠x", "-", "--x",
    "=HYPERLINK(\"http://x\";\"y\")", "=cmd|' /C calc'!A0", "+1-2", "@SUM(1)",
)  # fmt: skip
KEPT = (
    "", " ", "\n", "2015", "2018", "2016-12-31", "2015-07-04", "2015-02-30", "0001-01-01", "9999-12-31", "0", "1",
    "100", "1.1", "11.2", "0.5", "12345678901", "m3.2", "3a", "IV", "第三条", "第3条", "1)", "①", "½",
    "act.ai.1", "q.000.25",
    "1;2", "  lead", "trail  ", "say \"hi\"", "a\nb", "a\n\nb\n", "a;b", "a,b", "a|b", "it's", "中文", "😀",
    "👩\u200d💻", "May", "may be", "Mayor 5", "Decision 2015", "2018年", "5元", "USD 5", "nan", "NULL", "inf", "0x10",
    "1st", "1_000",
    "http://a.b/c", "x" * 10_000, "中" * 10_000, "x" * 32_767, "\x00a", "a\x1b[31mb", "a\tb", "a\rb", "\ufeff1",
    "1\u200b",
)  # fmt: skip
"""Texts that are written as they are, but for control characters."""


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


class TestCell:
    @pytest.mark.parametrize("text", [*CHANGED, *FORMULAS])
    def test_a_text_that_a_spreadsheet_changes_gets_an_apostrophe(self, text: str) -> None:
        assert cell(text) == f"'{visible(text)}"

    @pytest.mark.parametrize("text", KEPT)
    def test_others_are_written_as_they_are(self, text: str) -> None:
        assert cell(text) == visible(text)

    @given(st.text() | st.text(st.sampled_from("'=+-@0123456789.,/:eE %$年月()\t\n \u3000１９＝")))
    def test_a_program_gets_every_text_back(self, text: str) -> None:
        written = cell(text)
        assert (written[1:] if written.startswith("'") else written) == visible(text)

    def test_figures_without_end_cost_no_time(self) -> None:
        for text in ("9" * 1_000_000, "1," * 500_000 + "x", "1 " * 500_000 + "ja", "１" * 1_000_000):
            cell(text)

    def test_the_shipped_plan_has_one_such_cell(self, plan: Plan) -> None:
        tables = [rows_of(csv_table(plan, branch(plan, "root"), name)) for name in TABLES]
        assert [text for rows in tables for row in rows for text in row if text.startswith("'")] == ["'50,000"]


class TestLibreOffice:
    @pytest.mark.parametrize("country", [1033, 2052, 1031], ids=["English", "Chinese", "German"])
    def test_it_shows_each_cell_as_it_is_written(self, tmp_path: Path, country: int) -> None:
        path = tmp_path / "naughty.csv"
        out = io.StringIO()
        csv.writer(out).writerows([["text", cell(text), "end"] for text in (*CHANGED, *FORMULAS, *KEPT)])
        # The byte order mark is no part of the first cell.
        path.write_text(BOM + out.getvalue(), encoding="utf-8", newline="")
        shown = judges.libreoffice([path], tmp_path, country)[0]
        assert [row for row in zip(rows_of(out.getvalue()), shown, strict=True) if row[0] != row[1]] == []

    def test_it_shows_the_shipped_tables_as_they_are(self, plan: Plan, tmp_path: Path) -> None:
        paths = [tmp_path / f"{name}.csv" for name in TABLES]
        for path in paths:
            path.write_text(csv_table(plan, branch(plan, "root"), path.stem), encoding="utf-8", newline="")
        for path, shown in zip(paths, judges.libreoffice(paths, tmp_path), strict=True):
            assert shown == rows_of(path.read_bytes().decode()), path.name


class TestMark:
    @pytest.mark.parametrize("table", TABLES)
    def test_it_stands_before_the_same_table(self, table: str, tmp_path: Path) -> None:
        words = ["export", "csv", "act.ai", "--table", table]
        plain, marked = run(*words), run(*words, "--bom")
        assert marked.returncode == 0 and marked.stdout == BOM + plain.stdout and not plain.stdout.startswith(BOM)
        path = tmp_path / "x.csv"
        assert run(*words, "--bom", "-o", str(path)).returncode == 0
        assert path.read_bytes()[:3] == b"\xef\xbb\xbf" and path.read_text(encoding="utf-8") == marked.stdout

    @pytest.mark.parametrize("form", ["md", "html", "json", "bib", "csl"])
    def test_it_is_refused_for_what_is_no_table(self, form: str, tmp_path: Path) -> None:
        path = tmp_path / "x"
        done = run("export", form, "act.ai", "--bom", "-o", str(path))
        assert (done.returncode, done.stdout, path.exists()) == (2, "", False)
        assert "--bom is for csv only" in done.stderr


class TestLongCells:
    def test_they_are_written_whole_and_named(self, tmp_path: Path) -> None:
        """Of 20,000 emoji a spreadsheet counts 40,000 characters."""
        long, emoji = 'a "word", ' * 4000, "😀" * 20_000
        folder = write_plan(
            tmp_path,
            ("Bring trade online in the villages.", f"'{long}'"),
            (
                "title: {zh: 人工智能, en: Artificial intelligence}",
                f"title: {{zh: 人工智能, en: AI}}\n          summary: {{en: {emoji}}}",
            ),
        )
        text = csv_table(load(folder), branch(load(folder), "root"), "nodes")
        assert long_rows(text) == ["act.trade", "act.ai"]
        assert long.strip() in [text.strip() for row in rows_of(text) for text in row]
        done = run("export", "csv", "--plan", str(folder))
        assert done.returncode == 0 and "32,767 characters" in done.stderr and "act.trade, act.ai" in done.stderr

    def test_nothing_is_said_of_others(self, plan: Plan) -> None:
        assert run("export", "csv").stderr == ""
        assert long_rows(f"id,x\r\n{','.join('y' * 20_000 for _ in range(3))}\r\na,{'x' * 32_767}\r\n") == []
