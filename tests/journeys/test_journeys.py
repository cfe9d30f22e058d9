"""What users do in their first minutes, played in a real terminal, and what they must get to see.

The journeys stand in journeys.toml, which says what its steps mean. Each is a test, with a home of its own. Keys are
sent as somebody types them: each in a write of its own, when the program has read the one before and sleeps; `bytes`
sends what comes all at once. `see` waits for what it names. Only `not see`, `same as` and the end of a `press` need a
screen at rest; that is `Terminal.wait_for_rest`, which relies on what the system tells of the program's threads, and on
no speed.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import PATIENCE, ROOT, Terminal

JOURNEYS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("journeys.toml").read_text(encoding="utf-8"),
)["journey"]
FIELDS = {"name", "size", "args", "env", "files", "shell", "steps", "needs"}
KEYS = {
    "Up": "\x1b[A", "Down": "\x1b[B", "Right": "\x1b[C", "Left": "\x1b[D", "Home": "\x1b[H", "End": "\x1b[F",
    "PgUp": "\x1b[5~", "PgDn": "\x1b[6~", "Delete": "\x1b[3~", "Enter": "\r", "Escape": "\x1b", "Tab": "\t",
    "BTab": "\x1b[Z", "BSpace": "\x7f", "Space": " ", "F1": "\x1bOP", "S-Up": "\x1b[1;2A", "S-Down": "\x1b[1;2B",
}  # fmt: skip
"""What a terminal sends for a key, by the name that tmux gives to the key."""


def sent(words: str) -> list[str]:
    """Return what the keys of a step send, one for each key."""
    found: list[str] = []
    for word in words.split():
        key, times = word.rsplit("*", 1) if re.fullmatch(r".+\*\d+", word) else (word, "1")
        if key.startswith("text:"):
            one = list(key[5:].replace("_", " "))
        elif re.fullmatch(r"C-[a-z]", key):
            one = [chr(ord(key[2]) - 96)]
        elif re.fullmatch(r"M-.", key):
            one = ["\x1b" + key[2]]
        else:
            assert key in KEYS or len(key) == 1, f"no such key: {key}"
            one = [KEYS.get(key, key)]
        found += one * int(times)
    return found


class Player:
    """A journey that is being played: its home, and the terminals of its explorers."""

    def __init__(self, journey: dict[str, Any], home: Path) -> None:
        self.journey = journey
        self.home = home
        home.mkdir(parents=True)
        for name, text in journey.get("files", {}).items():
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            (home / name).write_text(text, encoding="utf-8")
        folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        self.env = {"HOME": str(home), **folders, **journey.get("env", {})}
        self.command = [sys.executable, str(ROOT / "main.py")]
        self.terminals = [self.open()]
        self.terminal = self.terminals[0]

    def open(self) -> Terminal:
        """Open a terminal with the explorer, or with a shell that is to start it."""
        columns, rows = self.journey.get("size", "80x24").split("x")
        words = [*self.command, *self.journey.get("args", [])]
        if self.journey.get("shell"):
            words, line = ["bash", "--norc", "--noprofile", "-i"], shlex.join(words)
        terminal = Terminal(size=(int(columns), int(rows)), env={"PS1": "ready> ", **self.env}, command=words)
        if self.journey.get("shell"):
            terminal.wait_for("ready> ")
            terminal.send(f"clear; {line}\r")
            terminal.wait_until(lambda: b"\x1b[?1049h" in terminal.written, "the explorer")
        terminal.wait_until(lambda: bool(terminal.text().strip()) or terminal.has_ended(), "a first screen")
        self.rest(terminal)
        return terminal

    def rest(self, terminal: Terminal) -> str:
        """Wait for a screen at rest, and return it, with the exit code where the program has ended."""
        if not terminal.closed and not terminal.has_ended():
            terminal.wait_for_rest()
        return self.screen(terminal)

    def screen(self, terminal: Terminal) -> str:
        """Return a screen, with the exit code where the program has ended."""
        ended = f"\n[exit {terminal.wait()}]" if terminal.has_ended() else ""
        return "\n".join(line.rstrip() for line in terminal.text().split("\n")) + ended

    def play(self, steps: list[str]) -> str:
        """Play steps, and return the screen at the end."""
        for n, step in enumerate(steps):
            what, _, rest = step.partition(" ")
            if step == "hang up":
                self.terminal.hang_up()
                return ""
            if step.startswith("same as press "):
                self.compare(steps[:n], step.removeprefix("same as "))
            elif step.startswith("not see "):
                screen = self.rest(self.terminal)
                assert not re.search(step[8:], screen, re.M), f"{step}:\n{screen}"
            elif step == "second explorer":
                self.terminals.append(self.open())
                self.terminal = self.terminals[-1]
            elif step == "first explorer":
                self.terminal = self.terminals[0]
                self.rest(self.terminal)
            elif step == "restart":
                assert self.terminal.wait() == 0
                self.terminals.append(self.open())
                self.terminal = self.terminals[-1]
            else:
                self.act(what, rest)
        return self.rest(self.terminal)

    def act(self, what: str, rest: str) -> None:
        """Play one step of those that concern one terminal alone."""
        terminal = self.terminal
        if what == "press":
            for keys in sent(rest):
                terminal.wait_until_taken_in()
                terminal.send(keys)
            self.rest(terminal)
        elif what == "bytes":
            terminal.send(bytes.fromhex(rest))
            self.rest(terminal)
        elif what == "see":
            terminal.wait_until(lambda: bool(re.search(rest, self.screen(terminal), re.M)), f"see {rest}")
        elif what == "resize":
            columns, rows = rest.split("x")
            terminal.resize(int(columns), int(rows))
            self.rest(terminal)
        elif what == "exit":
            assert terminal.wait() == int(rest), terminal.text()
        elif what == "write":
            name, text = rest.split(" ", 1)
            (self.home / name).write_text(text, encoding="utf-8")
        else:
            raise AssertionError(f"no such step: {what} {rest}")

    def compare(self, steps: list[str], press: str) -> None:
        """Compare the screen with that of another run, in which other keys took the place of the last ones."""
        mine = self.rest(self.terminal)
        last = max(n for n, step in enumerate(steps) if step.startswith("press "))
        twin = Player(self.journey, self.home.with_name(f"{self.home.name}-{len(steps)}"))
        try:
            other = twin.play([*(step for step in steps[:last] if not step.startswith("same as ")), press])
        finally:
            twin.close()
        assert mine == other, f"differs from {press}:\n{mine}\n--- there:\n{other}"

    def ask(self, words: str, pattern: str) -> None:
        """Look for something in what a printing command prints."""
        words_ = [*self.command, *shlex.split(words)]
        done = subprocess.run(
            words_, env={**os.environ, **self.env}, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE
        )
        found = re.search(pattern.removeprefix("!"), done.stdout)
        assert bool(found) != pattern.startswith("!"), f"`{words}` prints {done.stdout!r} {done.stderr!r}"

    def close(self) -> None:
        """End what still runs."""
        for terminal in self.terminals:
            terminal.__exit__()


def play(journey: dict[str, Any], home: Path) -> None:
    """Play a journey in a new home."""
    player = Player(journey, home)
    try:
        player.play(journey["steps"])
        if journey.get("needs"):
            # Whoever looks at what was saved has closed the window before.
            for terminal in player.terminals:
                if not terminal.closed and not terminal.has_ended():
                    terminal.hang_up()
        for words, pattern in journey.get("needs", []):
            player.ask(words, pattern)
    finally:
        player.close()


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey["name"])
def test_journey(journey: dict[str, Any], tmp_path: Path) -> None:
    assert set(journey) <= FIELDS, set(journey) - FIELDS
    play(journey, tmp_path / "home")


def test_names_differ() -> None:
    assert len({journey["name"] for journey in JOURNEYS}) == len(JOURNEYS)
