"""`export -o` with what a shell puts in the place of a file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import ROOT

BEGINNING = "# Internet Plus"


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in a folder; `$IP` is the program."""
    command = f"{sys.executable} {ROOT / 'main.py'} export md act.ai"
    return subprocess.run(
        ["/bin/bash", "-c", line], cwd=folder, env={**os.environ, "IP": command}, capture_output=True, text=True
    )


@pytest.mark.case("F05")
@pytest.mark.parametrize("force", ["", "--force"])
def test_the_open_files_of_a_shell(tmp_path: Path, force: str) -> None:
    done = shell(
        f"""(echo before; $IP -o /dev/stdout {force}) >out
            $IP -o /dev/fd/3 {force} 3>three
            $IP -o >(cat >four; echo done >end) {force}; until test -s end; do :; done
            $IP -o /dev/stdout {force} | head -1; echo ${{PIPESTATUS[0]}}""",
        tmp_path,
    )
    assert (tmp_path / "out").read_text().startswith(f"before\n{BEGINNING}")
    assert (tmp_path / "three").read_text().startswith(BEGINNING)
    assert (tmp_path / "three").read_text() == (tmp_path / "four").read_text()
    assert done.stdout == f"{BEGINNING}\n0\n" and done.stderr.count("bytes written") >= 3
    assert sorted(os.listdir(tmp_path)) == ["end", "four", "out", "three"]


@pytest.mark.case("F05")
def test_named_pipes_devices_and_what_cannot_be_written(tmp_path: Path) -> None:
    done = shell(
        """mkfifo pipe.md; $IP -o pipe.md; echo $?
           cat pipe.md >read & $IP -o pipe.md; echo $?; wait
           $IP -o /dev/null; echo $?; $IP -o /dev/full; echo $?; $IP -o /dev/fd/77; echo $?""",
        tmp_path,
    )
    assert done.stdout.split() == ["3", "0", "0", "3", "3"]
    assert (tmp_path / "read").read_text().startswith(BEGINNING) and (tmp_path / "pipe.md").is_fifo()
    first, *_, full, closed = done.stderr.splitlines()
    assert "nobody reads" in first and "No space" in full and "descriptor" in closed


@pytest.mark.case("F05")
def test_a_reader_that_leaves_a_pipe_ends_quietly(tmp_path: Path) -> None:
    done = shell("mkfifo pipe.html; (exec 4<pipe.html) & ${IP/md act.ai/html} -o pipe.html; echo $?", tmp_path)
    assert done.stdout == "0\n" and done.stderr == ""
