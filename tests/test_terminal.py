"""The program in a real pseudo-terminal: start, signals, and where there is no terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from tests.terminal import ROOT, Terminal

LEFT_ALTERNATE_SCREEN = b"\x1b[?1049l"
SHOWN_CURSOR = b"\x1b[?25h"


def test_explorer_opens_jumps_and_leaves_the_terminal_as_it_was() -> None:
    with Terminal() as terminal:
        terminal.wait_for("Collaborative manufacturing")
        terminal.send("f")
        terminal.wait_for("English, ")
        terminal.send("artifical")
        terminal.wait_for("Artificial intelligence")
        terminal.send("\r")
        terminal.wait_for("act.ai")
        terminal.send("q")
        assert terminal.wait() == 0
        assert terminal.written.count(LEFT_ALTERNATE_SCREEN) == 1
        assert SHOWN_CURSOR in terminal.written
        assert terminal.modes() == terminal.modes_before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_signal_gives_the_terminal_back(number: signal.Signals) -> None:
    """B50: SIGTERM, SIGHUP and SIGINT restore the terminal; the exit code is 128+n."""
    with Terminal() as terminal:
        terminal.wait_for("Collaborative manufacturing")
        terminal.kill(number)
        assert terminal.wait() == 128 + number
        assert LEFT_ALTERNATE_SCREEN in terminal.written
        assert SHOWN_CURSOR in terminal.written
        assert terminal.modes() == terminal.modes_before


def test_resize_to_one_cell_and_back() -> None:
    """B47: the smallest window there is, and back."""
    with Terminal() as terminal:
        terminal.wait_for("Collaborative manufacturing")
        for size in ((1, 1), (20, 5), (200, 50), (39, 11), (100, 30)):
            terminal.resize(*size)
            terminal.read(0.3)
        terminal.wait_for("Collaborative manufacturing")
        terminal.send("Q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"TERM": ""}])
def test_dumb_terminal_is_told_about_the_printing_commands(env: dict[str, str]) -> None:
    """B48: TERM=dumb or empty: one line, no escapes, exit 2."""
    with Terminal(env=env) as terminal:
        assert terminal.wait() == 2
        assert b"internet-plus tree" in terminal.written
        assert b"\x1b" not in terminal.written


def test_without_a_terminal_nothing_hangs() -> None:
    """B48: no terminal on stdin and stdout: one line to stderr, exit 2."""
    done = subprocess.run(
        [sys.executable, "main.py"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=20,
        env={**os.environ, "TERM": "xterm"},
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"internet-plus tree" in done.stderr
    assert b"\x1b" not in done.stderr
