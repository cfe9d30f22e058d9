"""What acts outside the program, on a real terminal: the mouse, a browser, the clipboard behind ssh."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plan_data.model.plan import Plan
from plan_data.quotes.citations import clip
from tests.terminal import PATIENCE, ROOT, Terminal
from tui.screens.help_page import help_blocks


def mouse(*reports: tuple[int, int, int, str]) -> str:
    """Reports of the mouse: button, column and row from 1, `M` for a press and `m` for a release."""
    return "".join(f"\x1b[<{button};{x};{y}{end}" for button, x, y, end in reports)


def click(x: int, y: int, button: int = 0) -> str:
    return mouse((button, x, y, "M"), (button, x, y, "m"))


def row_of(terminal: Terminal, text: str, beyond: int = 45) -> int:
    """The row, from 1, in which a text stands at the right of the outline."""
    return next(n for n, line in enumerate(terminal.screen.display, 1) if text in line[beyond:])


@pytest.mark.case("T11")
def test_only_a_click_of_the_left_button_is_followed_and_once() -> None:
    with Terminal("--at", "act.ai", size=(120, 36)) as terminal:
        terminal.wait_for("? help")
        terminal.wait_for("11 Artificial intelligence  “")
        y = row_of(terminal, "National Development and Reform")
        # Drags, from above, along the row and by a cell; from another pane; right, middle; a release without a press.
        terminal.send(mouse((0, 60, 8, "M"), (32, 62, 10, "M"), (0, 70, y, "m")))
        terminal.send(mouse((0, 60, y, "M"), (0, 70, y, "m"), (0, 60, y, "M"), (0, 61, y, "m")))
        terminal.send(mouse((0, 10, 9, "M"), (0, 60, y, "m"), (0, 60, y, "m")))
        for button in (1, 2):
            terminal.send(click(60, y, button) + click(10, 9, button) + click(3, 36, button))
        # Keys come behind all of it: what they open is the proof that nothing else was done.
        terminal.send("?")
        terminal.wait_for("Anywhere")
        terminal.send("\x1b")
        terminal.wait_for("11 Artificial intelligence  “")
        assert "Takes part in" not in terminal.text()
        terminal.send(click(60, y) + click(60, y) + click(61, y))
        terminal.wait_for("Takes part in")
        terminal.send("?")
        terminal.wait_for("Anywhere")
        terminal.send("\x1b")
        terminal.wait_for("Takes part in")
    helped = help_blocks("outline", "en", columns=1, in_ascii=False)
    assert any("Select text" in span.text for block in helped for span in block.spans)


def helper(folder: Path, name: str, lines: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder for PATH with nothing that opens anything."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sh", "sleep", "cat"):
        (folder / name).symlink_to(str(shutil.which(name)))
    return folder


def opened(**env: str) -> Terminal:
    full = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "BROWSER": "", **env}
    return Terminal("--at", "act.ai", size=(120, 36), env=full)


@pytest.mark.case("T12")
def test_a_browser_that_talks_and_fails_is_said_to(tools: Path) -> None:
    helper(tools, "xdg-open", "echo noise; echo noise >&2; exit 3")
    with opened(DISPLAY=":77", PATH=str(tools)) as terminal:
        terminal.wait_for("? help")
        terminal.send("o")
        terminal.wait_for("exit code 3")
        assert "noise" not in terminal.text() and b"\x1b]52;" in terminal.written and "Opened" not in terminal.text()


@pytest.mark.case("T12")
def test_a_browser_that_has_to_start_holds_nothing_up(tools: Path) -> None:
    helper(tools, "firefox", "sleep 60")
    with opened(DISPLAY=":77", PATH=str(tools)) as terminal:
        terminal.wait_for("? help")
        terminal.send("o?")
        assert "Opened" not in terminal.wait_for("Anywhere")
        terminal.send("\x1b")
        terminal.wait_for("Opened")
        terminal.send("Q")
        assert terminal.wait() == 0


@pytest.mark.case("T12")
def test_a_browser_of_the_terminal_is_refused(tools: Path) -> None:
    page = helper(tools, "w3m", "echo a page; cat")
    with opened(DISPLAY=":77", BROWSER=str(page), PATH=str(tools)) as terminal:
        terminal.wait_for("? help")
        terminal.send("o")
        assert "a page" not in terminal.wait_for("w3m needs the terminal")
        assert b"\x1b]52;" in terminal.written


@pytest.mark.case("T12")
def test_browser_is_obeyed_without_a_display_and_gets_no_terminal(tools: Path, tmp_path: Path) -> None:
    helper(tools, "fails", "exit 1")
    helper(tools, "opens", f'cat > {tmp_path}/typed; echo "$2" > {tmp_path}/opened')
    with opened(BROWSER=f"none:{tools}/fails:opens --url %s", PATH=str(tools)) as terminal:
        terminal.wait_for("? help")
        terminal.send("o")
        terminal.wait_for("Opened")
        assert (tmp_path / "opened").read_text().startswith("http") and (tmp_path / "typed").read_text() == ""


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Callable[..., str]]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")

    def run(*args: str) -> str:
        env = {**os.environ, "TMUX": ""}
        words = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null", "-u", *args]
        return subprocess.run(words, env=env, capture_output=True, text=True, encoding="utf-8").stdout

    yield run
    run("kill-server")


@pytest.mark.case("T13")
@pytest.mark.parametrize("term", ["screen-256color", "screen", "tmux-256color"])
def test_a_long_text_arrives_through_tmux_behind_ssh(tmux: Callable[..., str], plan: Plan, term: str) -> None:
    line = f"unset TMUX STY; cd {ROOT}; TERM={term} LANG=C.UTF-8 exec {sys.executable} main.py --at act.ai"
    tmux("new-session", "-d", "-x", "120", "-y", "36", line, ";", "set", "-g", "set-clipboard", "on")

    def until(holds: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, tmux("capture-pane", "-p")

    until(lambda: "? help" in tmux("capture-pane", "-p"))
    tmux("send-keys", "y")
    until(lambda: "citation" in tmux("capture-pane", "-p"))
    tmux("send-keys", "c")
    wanted = clip(plan, "citation", "act.ai").text
    assert len(wanted) > 100
    until(lambda: tmux("show-buffer") == wanted)
