"""`export -o` with what a shell puts in the place of a file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.output import shell

BEGINNING = '---\ntitle: "Artificial intelligence"'
MD = "MD='export md act.ai'; "
"""Sets what the lines below export."""


@pytest.mark.case("F05")
@pytest.mark.parametrize("force", ["", "--force"])
def test_the_open_files_of_a_shell(tmp_path: Path, force: str) -> None:
    done = shell(
        MD
        + f"""(echo before; $IP $MD -o /dev/stdout {force}) >out
            $IP $MD -o /dev/fd/3 {force} 3>three
            $IP $MD -o >(cat >four; echo done >end) {force}; until test -s end; do :; done
            $IP $MD -o /dev/stdout {force} | head -2; echo ${{PIPESTATUS[0]}}""",
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
        MD
        + """mkfifo pipe.md; $IP $MD -o pipe.md; echo $?
           cat pipe.md >read & $IP $MD -o pipe.md; echo $?; wait
           $IP $MD -o /dev/null; echo $?; $IP $MD -o /dev/full; echo $?; $IP $MD -o /dev/fd/77; echo $?""",
        tmp_path,
    )
    assert done.stdout.split() == ["3", "0", "0", "3", "3"]
    assert (tmp_path / "read").read_text().startswith(BEGINNING) and (tmp_path / "pipe.md").is_fifo()
    first, *_, full, closed = done.stderr.splitlines()
    assert "no program reads" in first and "No space" in full and "descriptor" in closed


@pytest.mark.case("F05")
def test_a_reader_that_leaves_a_pipe_ends_quietly(tmp_path: Path) -> None:
    done = shell("mkfifo pipe.html; (exec 4<pipe.html) & $IP export html -o pipe.html; echo $?", tmp_path)
    assert done.stdout == "0\n" and done.stderr == ""
