"""`--pick` in shell pipelines, as fzf does it, on a real pseudo-terminal."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.files import write_plan
from plan_data.model.plan import Plan
from tests.terminal import ROOT, Terminal

ME = f"{sys.executable} main.py"


def shell(line: str) -> Terminal:
    return Terminal(size=(90, 24), command=["sh", "-c", line])


@pytest.mark.parametrize(
    "line",
    [
        'x=$(%s --pick); echo "got $x" > %s',
        "echo noise | %s --pick 2>/dev/null | sed 's/^/got /' > %s",
        "%s --pick --lang zh < /dev/null | cat | sed 's/^/got /' > %s",
        "%s --pick <&- 2>&- | sed 's/^/got /' > %s",
    ],
    ids=["substitution", "middle", "no stdin", "closed"],
)
def test_enter_prints_the_id_to_the_stdout_that_was_there(tmp_path: Path, line: str) -> None:
    out = tmp_path / "out"
    with shell(line % (ME, out)) as terminal:
        terminal.wait_for("选定" if "zh" in line else "enter choose")
        terminal.send("11")
        terminal.wait_for("找到" if "zh" in line else "found")
        terminal.send("\r")
        terminal.wait()
    assert out.read_text() == "got act.ai\n"


def test_the_place_to_begin_at_is_offered_first(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with shell(f"{ME} --pick --at act.energy > {out}") as terminal:
        terminal.wait_for("Recent")
        terminal.send("\r")
        terminal.wait()
    assert terminal.code == 0 and out.read_text() == "act.energy\n"


def test_letters_typed_before_the_box_is_there_are_typed_into_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with shell(f"{ME} --pick > {out}") as terminal:
        terminal.send("agri")
        terminal.wait_until(lambda: re.search(r"agri\s+\d+ found", terminal.text()), "the hits for agri")
        terminal.send("\r")
        terminal.wait()
    assert terminal.code == 0 and out.read_text() == "act.agriculture\n"


def test_leaving_without_a_choice_is_130(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with shell(f"{ME} --pick > {out}") as terminal:
        terminal.wait_for("enter choose")
        terminal.send("\x1b")
        terminal.wait()
        assert terminal.modes() == terminal.modes_before
    assert terminal.code == 130 and out.read_text() == ""


@pytest.mark.case("B50")
def test_a_signal_keeps_its_code(tmp_path: Path) -> None:
    with Terminal("--pick", size=(90, 24)) as terminal:
        terminal.wait_for("enter choose")
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.wait()
    assert terminal.code == 143


@pytest.mark.case("B48", "M6")
def test_without_a_terminal_it_says_so() -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "--pick"], cwd=ROOT, capture_output=True, text=True, start_new_session=True
    )
    assert done.returncode == 2 and len(done.stderr.strip().split("\n")) == 1 and done.stdout == ""
    done = subprocess.run([sys.executable, "main.py", "--pick", "tree"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2


def test_a_large_plan_says_that_it_is_read_and_can_be_left(plan: Plan, tmp_path: Path) -> None:
    """GIVEN a plan that takes a while to read WHEN ctrl+c is pressed meanwhile THEN it ends with 130, quietly."""
    folder = write_plan(tmp_path / "plan", 20_000, plan)
    with Terminal("--plan", str(folder), size=(90, 24)) as terminal:
        terminal.wait_for("esc leaves")
        terminal.send("\x03")
        terminal.wait()
    assert terminal.code == 130 and b"Traceback" not in terminal.written
