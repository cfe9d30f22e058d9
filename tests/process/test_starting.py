"""A plan of one's own, and completions."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plan_data.loading.loader import load
from tests.judges import program
from tests.output import run
from tests.support import explorer, wait_until

ROOT = Path(__file__).parents[2]
PRINTING = (
    "tree", "show act.lending", "show src.plan", "show org.library", "show q.plan.1", "find lending", "find jieshu",
    "quotes", "sources", "timeline", "agencies", "targets", "conflicts", "evidence", "glossary",
    "compare act.lending.1 act.lending.2", "notes", "bookmarks", "export md", "export html", "export csv",
    "export csv --table quotes", "export bib", "export csl",
)  # fmt: skip


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "plan"
    done = run("new", str(folder))
    assert done.returncode == 0 and "next: internet-plus --plan" in done.stderr and done.stdout == ""
    return folder


class TestNew:
    def test_it_passes_check(self, own: Path) -> None:
        done = run("check", str(own))
        assert done.returncode == 0 and "0 errors, 0 warnings" in done.stdout
        assert load(own).findings == ()

    @pytest.mark.parametrize("line", PRINTING)
    def test_every_command_works_on_it(self, own: Path, line: str) -> None:
        done = run(*line.split(), "--plan", str(own))
        assert done.returncode == 0, done.stderr
        if line.split()[0] != "export":
            assert json.loads(run(*line.split(), "--plan", str(own), "--format", "json").stdout)["schema"] == 1

    async def test_so_does_the_explorer(self, own: Path) -> None:
        app = explorer(load(own), "act.lending")
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.press("s", "escape", "t", "escape", "a", "escape", "S", "escape", "f", *"shelf", "enter")
            await wait_until(pilot, lambda: app.main.current == "act.lending.1")

    def test_nothing_is_overwritten(self, own: Path, tmp_path: Path) -> None:
        before = (own / "plan.yaml").read_bytes()
        assert run("new", str(own)).returncode == 2 and (own / "plan.yaml").read_bytes() == before
        (tmp_path / "file").write_text("mine")
        assert run("new", str(tmp_path / "file")).returncode == 2 and (tmp_path / "file").read_text() == "mine"
        (tmp_path / "empty").mkdir()
        assert run("new", str(tmp_path / "empty")).returncode == 0
        done = run("new", str(tmp_path / "file" / "below"))
        assert done.returncode == 3 and "Traceback" not in done.stderr


class TestCompletions:
    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_each_shell_takes_its_script(self, shell: str, tmp_path: Path) -> None:
        done = run("completions", shell)
        assert done.returncode == 0
        path = tmp_path / "script"
        path.write_text(done.stdout)
        checked = subprocess.run(
            [program(shell, f"apt install {shell}"), "-n", str(path)], capture_output=True, text=True
        )
        assert checked.returncode == 0, checked.stderr

    def test_bash_completes_ids(self, tmp_path: Path) -> None:
        """GIVEN the script in a real bash WHEN `show act.f` is completed THEN it offers the ids that begin so."""
        bin_ = tmp_path / "bin"
        bin_.mkdir()
        (bin_ / "internet-plus").write_text(f'#!/bin/sh\nexec {sys.executable} {ROOT / "main.py"} "$@"\n')
        (bin_ / "internet-plus").chmod(0o755)
        script = run("completions", "bash").stdout
        ask = (
            'COMP_WORDS=(internet-plus show act.f); COMP_CWORD=2; COMP_LINE="internet-plus show act.f"\n'
            "_internet_plus_completion internet-plus act.f show\n"
            'printf "%s\\n" "${COMPREPLY[@]}"\n'
        )
        env = {**os.environ, "PATH": f"{bin_}:{os.environ['PATH']}"}
        bash = shutil.which("bash")
        assert bash
        done = subprocess.run([bash, "-c", script + ask], capture_output=True, text=True, env=env)
        assert done.stdout.split() == ["act.finance", *(f"act.finance.{n}" for n in (1, 2, 3))], done.stderr

    def test_options_and_commands(self) -> None:
        done = run(
            env={"COMP_WORDS": "internet-plus ex", "COMP_CWORD": "1", "_INTERNET_PLUS_COMPLETE": "bash_complete"}
        )
        assert done.stdout.split() == ["plain,export"]

    def test_where_no_plan_can_be_read_nothing_is_offered(self, tmp_path: Path) -> None:
        words = f"internet-plus --plan {tmp_path} show a"
        done = run(env={"COMP_WORDS": words, "COMP_CWORD": "4", "_INTERNET_PLUS_COMPLETE": "bash_complete"})
        assert done.stdout.strip() == "" and "Traceback" not in done.stderr
