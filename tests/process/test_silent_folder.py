"""A plan's folder that does not answer, as on a mount whose server is gone: the explorer goes on, and can be left."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.terminal import ROOT, Terminal

SILENT = """
import os, sys, threading
from pathlib import Path
from tui.screens import plan_watcher as screen
whole, screen.SLOW = screen.signature, 0.5
looks = []
def signature(folder):
    if os.path.exists(os.environ["SILENT"]):
        looks.append(1)
        Path(os.environ["LOOKS"]).write_text(str(len(looks)))
        threading.Event().wait()
    return whole(folder)
screen.signature = signature
from cli.entry import main
sys.exit(main([]))
"""


@pytest.mark.case("T16")
@pytest.mark.parametrize("leave", ["Q", "q", "TERM"])
def test_silent_folder_is_told_and_holds_nothing_up(tmp_path: Path, leave: str) -> None:
    silent, out, looks = tmp_path / "silent", tmp_path / "out.md", tmp_path / "looks"
    env = {"PYTHONPATH": str(ROOT), "SILENT": str(silent), "LOOKS": str(looks)}
    with Terminal(command=[sys.executable, "-c", SILENT], size=(120, 30), env=env) as terminal:
        terminal.wait_for("Modern agriculture")
        silent.write_text("")
        terminal.wait_for("does not answer")
        terminal.send("R")
        terminal.wait_until(lambda: terminal.text().count("does not answer") == 2)
        terminal.send("E")
        terminal.wait_for("enter write")
        terminal.send("\x15")
        terminal.wait_without("root.md")
        terminal.send(str(out))
        terminal.wait_for("out.md")
        terminal.send("\r")
        terminal.wait_until(out.exists)
        terminal.wait_without("enter write")
        assert looks.read_text() == "1"
        if leave == "TERM":
            terminal.kill(15)
        else:
            terminal.send(leave)
        assert terminal.wait() == (143 if leave == "TERM" else 0)
        assert terminal.modes() == terminal.modes_before
        assert os.path.getsize(out)
