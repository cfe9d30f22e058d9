"""The command line at its edges: closed streams, full disks, odd arguments, files that cannot be read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.options import nearest_ids
from plan_data.model.plan import Plan
from tests.output import run, shell
from tests.small_plan import NEWS, PLAN, write_plan
from tests.terminal import ROOT

EVIL = "\x1b]52;c;eA==\x07\x9b31m\u202e"
"""A sequence that would write to the clipboard, colour the text and turn it round."""


@pytest.fixture
def closed_pipe() -> Iterator[int]:
    """The writing end of a pipe that nobody reads any more."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


class TestStreams:
    """Where output goes, and where it cannot go."""

    @pytest.mark.parametrize("args", [["tree"], ["quotes", "--format", "json"], ["check"], ["--help"], ["--version"]])
    @pytest.mark.case("B52")
    def test_pipe_closed_before_the_first_word_is_quiet(self, args: list[str], closed_pipe: int) -> None:
        done = subprocess.run(
            [sys.executable, "main.py", *args], cwd=ROOT, stdout=closed_pipe, stderr=subprocess.PIPE, timeout=60
        )
        assert (done.returncode, done.stderr) == (0, b"")

    def test_narration_that_nobody_reads_changes_no_exit_code(self, closed_pipe: int) -> None:
        command = [sys.executable, "main.py", "show", "qqzzqq"]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=closed_pipe, timeout=60)
        assert (done.returncode, done.stdout) == (1, b"")
        assert shell("$IP show qqzzqq 2>/dev/full").returncode == 1
        assert shell("$IP show qqzzqq 2>&-").returncode == 1

    @pytest.mark.parametrize("command", ["tree", "find energy", "quotes --format json", "check", "--help"])
    def test_full_disk(self, command: str) -> None:
        done = shell(f"$IP {command} >/dev/full")
        assert done.returncode == 3
        assert done.stderr.count("\n") == 1
        assert "cannot be written" in done.stderr

    def test_closed_stdout_is_output_that_cannot_be_written(self) -> None:
        for command in ("tree", "tree --format json", "check"):
            done = shell(f"$IP {command} >&-")
            assert done.returncode == 3
            assert done.stderr == "internet-plus: output cannot be written: stdout is closed\n"

    @pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&-"])
    @pytest.mark.case("B48")
    def test_explorer_takes_a_closed_stream_for_no_terminal(self, closed: str) -> None:
        done = shell(f"TERM=xterm $IP {closed}")
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert "internet-plus tree" in done.stderr

    def test_help_and_keys_read_no_yaml(self) -> None:
        code = "import sys; from cli.app import main; main(sys.argv[1:]); sys.exit('yaml' in sys.modules)"
        for args in (["--version"], ["keys"]):
            done = subprocess.run([sys.executable, "-c", code, *args], cwd=ROOT, capture_output=True, timeout=60)
            assert done.returncode == 0, args

    def test_shell_completion_answers(self) -> None:
        done = run(env={"_INTERNET_PLUS_COMPLETE": "bash_source"})
        assert done.returncode == 0
        assert "_internet_plus_completion" in done.stdout


class TestArguments:
    """What is asked for."""

    @pytest.mark.parametrize("node", ["", "  "])
    def test_empty_node_is_nothing(self, node: str) -> None:
        for command in ("show", "tree"):
            done = run(command, node)
            assert (done.returncode, done.stdout) == (1, "")
            assert "nothing is called ''" in done.stderr

    @pytest.mark.case("B61")
    def test_nearest_are_named_once_and_by_their_titles_too(self, plan: Plan) -> None:
        found = nearest_ids(plan, "m3.1x")
        assert found[0] == "mea.3.1"
        assert len(set(found)) == len(found) == 5
        assert nearest_ids(plan, "act.agricultur", 1) == ["act.agriculture"]
        assert nearest_ids(plan, "人工制能", 1) == nearest_ids(plan, "Artifcial intelligence", 1) == ["act.ai"]
        assert nearest_ids(plan, "") == nearest_ids(plan, "\u202e") == []

    def test_several_candidates_are_named(self, plan: Plan) -> None:
        done = run("show", "ministry")
        assert (done.returncode, done.stdout) == (1, "")
        named = [line.split()[0] for line in done.stderr.splitlines()[1:]]
        assert 2 <= len(named) <= 10
        assert all(plan.get(id_) is not None for id_ in named)

    @pytest.mark.parametrize("query", ["[", "[/", ".*", "(?:", " ", "a" * 10_000, EVIL, "\\", "--"])
    @pytest.mark.case("B59")
    def test_odd_queries_do_no_harm(self, query: str) -> None:
        for command in ("find", "show"):
            done = run(command, "--", query)
            assert done.returncode in (0, 1)
            assert bool(done.stdout) == (done.returncode == 0)
            assert "Traceback" not in done.stderr
            assert len(done.stderr) < 2000

    @pytest.mark.parametrize(
        "args",
        [
            ["show", EVIL],
            [EVIL],
            ["tree", f"--{EVIL}"],
            ["tree", "--format", EVIL],
            ["tree", "--depth", EVIL],
            ["quotes", "--source", EVIL],
            ["agencies", EVIL],
            ["--plan", f"/none/{EVIL}", "tree"],
            ["check", f"/none/{EVIL}"],
            ["check", "--against", f"/none/{EVIL}"],
        ],
    )
    @pytest.mark.case("M4")
    def test_nothing_in_a_message_acts_on_the_terminal(self, args: list[str]) -> None:
        done = run(*args)
        assert done.returncode in (1, 2, 3)
        for sign in EVIL:
            if not sign.isprintable():
                assert sign not in done.stdout + done.stderr

    def test_options_of_the_explorer_are_not_passed_over_in_silence(self) -> None:
        done = run("--at", "act.ai", "tree")
        assert (done.returncode, done.stdout) == (2, "")
        assert "--at" in done.stderr
        done = run("--pick", "tree")
        assert (done.returncode, done.stdout) == (2, "")
        assert "--pick" in done.stderr

    def test_ascii_signs(self, plan: Plan) -> None:
        plain = run("--ascii", "tree", "actions").stdout
        assert "▪" in run("tree", "actions").stdout
        assert plain.isascii()
        assert [line[-1] for line in plain.splitlines()[1:]] == [
            {"quoted": "*", "reported": "o", "unchecked": "."}[plan.grade(node)]
            for node in plan.subtree("actions")
            if node.id != "actions"
        ]

    def test_quotes_of_another_node_are_announced(self) -> None:
        done = run("quotes", "act.ai.2")
        assert done.returncode == 0
        assert "no quotes of its own; those of act.ai" in done.stderr
        assert run("quotes", "act.ai").stdout == done.stdout

    def test_markdown_quotes_have_their_address(self, plan: Plan) -> None:
        printed = run("quotes", "--format", "md").stdout
        assert "U+0000" not in printed
        blocks = printed.split("\n\n> ")
        assert len(blocks) == len(plan.quotes)
        for block, quote in zip(blocks, plan.quotes.values(), strict=True):
            assert f"({quote.id})" in block
            assert f"<{plan.sources[quote.source].address}>" in block


class TestFiles:
    """Plans that cannot be read, and what is said of them."""

    def test_name_that_is_too_long_for_a_file(self) -> None:
        name = "a" * 5000
        for args in (["--plan", name, "tree"], ["check", name], ["check", "--against", name]):
            done = run(*args)
            assert (done.returncode, done.stdout) == (3, "")
            assert "written" not in done.stderr
            assert "Traceback" not in done.stderr

    @pytest.mark.case("B06")
    def test_syntax_error_shows_place_line_and_caret(self, tmp_path: Path) -> None:
        write_plan(tmp_path, plan=PLAN.replace("kind: plan", "kind: a: b", 1))
        for args in (["tree"], ["check"]):
            done = run("--plan", str(tmp_path), *args)
            assert (done.returncode, done.stdout) == (3, "")
            first, excerpt, caret = done.stderr.splitlines()
            assert first.startswith("plan.yaml:5:")
            assert excerpt.strip() == "kind: a: b"
            assert caret.strip() == "^"

    @pytest.mark.case("B62")
    def test_open_quote_is_shown_where_it_opened(self, tmp_path: Path) -> None:
        write_plan(tmp_path, ("publisher: ", "publisher: 'The "))
        line = next(n for n, text in enumerate(NEWS.splitlines(), 1) if text.startswith("publisher: "))
        done = run("check", str(tmp_path))
        assert (done.returncode, done.stdout) == (3, "")
        first, excerpt, caret = done.stderr.splitlines()
        assert first.startswith(f"sources/news.yaml:{line}:12: error: the single quote that opens here is not closed")
        assert excerpt.strip().startswith("publisher: 'The ")
        assert excerpt[len(caret) - 1] == "'"

    @pytest.mark.case("B64")
    def test_plan_that_json_wrote_is_shown(self, tmp_path: Path) -> None:
        made = {"schema": "1", "root": {"id": "root", "kind": "plan", "title": {"en": "Rockets \U0001f680"}}}
        (tmp_path / "plan.yaml").write_text(json.dumps(made), encoding="utf-8")
        assert "Rockets \U0001f680" in run("--plan", str(tmp_path), "tree").stdout

    @pytest.mark.case("B11")
    def test_control_characters_of_the_data_are_shown(self, tmp_path: Path) -> None:
        """Escapes in double quotes reach the loader; nothing raw reaches the output."""
        folder = write_plan(tmp_path, ("title: {en: Categories}", 'title: {en: "Cat\\e[31m\\u202e"}'))
        for args in (["tree"], ["show", "categories"], ["tree", "--format", "json"], ["check"]):
            done = run("--plan", str(folder), *args)
            assert done.returncode in (0, 1, 3)
            assert "\x1b" not in done.stdout + done.stderr
            assert "\u202e" not in done.stdout + done.stderr

    def test_warnings_alone_end_with_0(self, tmp_path: Path) -> None:
        folder = write_plan(tmp_path, ("totals: {action: 2,", "totals: {action: 3,"))
        done = run("check", str(folder))
        assert done.returncode == 0
        assert done.stdout.splitlines()[-1] == "0 errors, 1 warning"
        assert "plan.yaml:2:" in done.stdout

    def test_findings_stand_on_stdout_and_end_with_the_sum(self, tmp_path: Path) -> None:
        folder = write_plan(tmp_path, news=NEWS.replace("drafted it'", "drufted it'"))
        done = run("check", str(folder))
        assert (done.returncode, done.stderr) == (1, "")
        found, quotes, last = done.stdout.splitlines()
        assert found.startswith("sources/news.yaml:")
        assert "error: q.news.2" in found
        assert quotes.endswith("2 quotes: 1 verbatim, 1 missing")
        assert last == "1 error, 0 warnings"

    def test_file_name_with_a_line_feed_makes_no_second_line(self, tmp_path: Path) -> None:
        folder = write_plan(tmp_path)
        (folder / "sources" / "a\nerror: forged.yaml").write_text("id: [\n", encoding="utf-8")
        done = run("check", str(folder))
        assert done.returncode == 3
        assert not any(line.startswith("error: forged") for line in done.stderr.splitlines())


@pytest.mark.parametrize("date", ["2019", "2019-03", "2019-03-17"])
def test_a_blank_stands_between_what_became_of_a_body_and_when(tmp_path: Path, date: str) -> None:
    folder = write_plan(tmp_path / "plan")
    path = folder / "agencies.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2018-03", date), encoding="utf-8")
    done = run("--plan", str(folder), "show", "org.plan")
    assert f"{date} Reform Commission" in " ".join(done.stdout.split()), done.stdout
