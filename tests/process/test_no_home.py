"""The program where there is no home: no HOME, and no entry in passwd, as `docker run -u 12345` gives."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import ROOT, Terminal

CODE = f"""
import pwd, runpy, sys
def nobody(_):
    raise KeyError("no entry")
pwd.getpwuid = pwd.getpwnam = nobody
sys.path.insert(0, {str(ROOT)!r})
sys.argv[0] = {str(ROOT / "main.py")!r}
runpy.run_path(sys.argv[0], run_name="__main__")
"""
COMMAND = [sys.executable, "-c", CODE]
DOCUMENT = "src.guofa-2015-40"


def env(**more: str) -> dict[str, str]:
    """The environment without a home."""
    return {k: v for k, v in os.environ.items() if k != "HOME" and not k.startswith("XDG_")} | more


def run(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *words], cwd=folder, env=env(**more), capture_output=True, text=True)


@pytest.mark.case("F07", "B54")
def test_commands_print_and_say_what_they_cannot_keep(tmp_path: Path) -> None:
    done = run(tmp_path, "tree", "--depth", "0")
    assert (done.returncode, done.stderr) == (0, "") and "Internet Plus" in done.stdout
    done = run(tmp_path, "paths")
    assert done.returncode == 0 and done.stdout.count("none: there is no home folder") == 4
    done = run(tmp_path, "paths", "--format", "json", XDG_DATA_HOME=str(tmp_path))
    found = json.loads(done.stdout)["paths"]
    assert found["data"] == f"{tmp_path}/internet-plus" and found["settings"] == found["cache"] == ""
    for words in (["notes"], ["bookmarks"]):
        done = run(tmp_path, *words)
        assert done.returncode == 0 and done.stderr.count("\n") == 1 and "no home folder" in done.stderr
    (tmp_path / "copy.txt").write_text("any text\n")
    done = run(tmp_path, "attach", DOCUMENT, "copy.txt")
    assert done.returncode == 3 and done.stderr.startswith("not attached: there is no home folder")
    done = run(tmp_path, "detach", DOCUMENT)
    assert done.returncode == 1 and done.stderr == f"no copy of {DOCUMENT} is attached\n"
    assert os.listdir(tmp_path) == ["copy.txt"]


@pytest.mark.case("F06")
def test_the_home_of_nobody_is_a_name(tmp_path: Path) -> None:
    for words, code, said in (
        (["--plan", "~draft", "tree"], 3, "~draft does not exist"),
        (["check", "~draft"], 3, "~draft does not exist"),
        (["check", "--against", "~draft"], 3, "~draft is no folder"),
        (["attach", DOCUMENT, "~draft"], 3, "no home folder"),
        (["export", "md", "act.ai", "-o", "~draft/x.md"], 3, "~draft/x.md: No such file"),
        (["export", "md", "act.ai", "-o", "~draft.md"], 0, "bytes written"),
        (["new", "~draft"], 0, "--plan ~draft"),
    ):
        done = run(tmp_path, *words)
        assert done.returncode == code and said in done.stderr and "Traceback" not in done.stderr, done.stderr
    assert sorted(os.listdir(tmp_path)) == ["~draft", "~draft.md"]
    assert run(tmp_path, "check", "~draft").returncode == 0


@pytest.mark.case("F06", "F07", "B54")
def test_the_explorer_opens_says_so_once_and_writes_to_a_name_of_nobody(tmp_path: Path) -> None:
    gone = {name: "" for name in os.environ if name == "HOME" or name.startswith("XDG_")}
    start = f'cd {tmp_path}; unset {" ".join(gone)} x; exec "$@"'
    command = ["/bin/sh", "-c", start, "sh", *COMMAND, "--at", "act.ai"]
    with Terminal(size=(140, 30), command=command) as terminal:
        shown = terminal.wait_for("HOME is not set")
        assert shown.count("not saved") == 1
        terminal.send("m")
        terminal.wait_for("No bookmark set")
        terminal.send("E")
        terminal.wait_for("enter write")
        terminal.send("\x15")
        terminal.wait_without("act.ai.md")
        terminal.send("~draft.md")
        terminal.wait_for("~draft.md")
        terminal.send("\r")
        terminal.wait_for("Written")
        terminal.send("Q")
        assert terminal.wait() == 0
    assert os.listdir(tmp_path) == ["~draft.md"]
