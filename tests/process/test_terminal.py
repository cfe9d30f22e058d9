"""The program in a real pseudo-terminal: start, signals, sizes, and where there is no terminal."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.output import run
from tests.terminal import PATIENCE, ROOT, Terminal

ENTERED = b"\x1b[?1049h"
LEFT = b"\x1b[?1049l"
SHOWN_CURSOR = b"\x1b[?25h"
HIDDEN_CURSOR = b"\x1b[?25l"
MOUSE_ON, MOUSE_OFF = b"\x1b[?1003h", b"\x1b[?1003l"
READY = "Modern agriculture"
SIGNALS = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT]


def assert_given_back(terminal: Terminal) -> None:
    """The terminal is as it was: its modes, its screen, its cursor, its mouse."""
    assert terminal.modes() == terminal.modes_before
    assert terminal.written.count(ENTERED) == terminal.written.count(LEFT)
    assert terminal.written.rfind(SHOWN_CURSOR) >= terminal.written.rfind(HIDDEN_CURSOR)
    assert terminal.written.rfind(MOUSE_OFF) >= terminal.written.rfind(MOUSE_ON)


def test_explorer_opens_jumps_and_leaves_the_terminal_as_it_was() -> None:
    with Terminal() as terminal:
        terminal.wait_for(READY)
        terminal.send("f")
        terminal.wait_for("» Jump")
        terminal.send("artifical")
        terminal.wait_for("Artificial intelligence")
        terminal.send("\r")
        terminal.wait_for("11 Artificial intelligence")
        terminal.send("q")
        assert terminal.wait() == 0
        assert terminal.written.count(LEFT) == 1
        assert_given_back(terminal)


@pytest.mark.parametrize(
    ("keys", "shows"),
    [
        ("fartificial\r", "11 Artificial intelligence"),
        ("/energy\r", "4 Smart energy  “"),
        ("11.2\r", "11.2 Smart products"),
        ("8\rs/logistics", "1/2"),
        ("8\rjj", "10 Green ecology  “"),
        ("i\rwritten at once", "written at once"),
        ("fqqzzqq\rx", "qqzzqqx"),
    ],
)
@pytest.mark.case("N9")
def test_what_is_typed_ahead_in_one_burst_arrives_where_it_is_meant_for(keys: str, shows: str) -> None:
    """As when a line is slow and the keys come together, or a fast typist does not wait for a frame."""
    with Terminal() as terminal:
        terminal.wait_for(READY)
        terminal.send(keys)
        terminal.wait_for(shows)


@pytest.mark.case("B50", "M5")
@pytest.mark.parametrize("number", SIGNALS)
def test_signal_gives_the_terminal_back(number: signal.Signals) -> None:
    with Terminal() as terminal:
        terminal.wait_for(READY)
        terminal.kill(number)
        assert terminal.wait() == 128 + number
        assert terminal.written.count(LEFT) == 1
        assert_given_back(terminal)


IMPORT = b"import time:"
"""How Python, asked to tell of its imports, begins each line."""
MOMENTS = [
    ("imports", 0, signal.SIGTERM),
    ("imports", 60, signal.SIGHUP),
    ("imports", 130, signal.SIGINT),
    ("imports", 200, signal.SIGQUIT),
    ("imports", 320, signal.SIGTERM),
    ("imports", 440, signal.SIGINT),
    ("bytes", 1, signal.SIGHUP),
    ("bytes", 100, signal.SIGQUIT),
    ("bytes", 700, signal.SIGTERM),
    ("bytes", 3000, signal.SIGINT),
    ("bytes", 20000, signal.SIGHUP),
]
"""Moments of a start, by how many modules were imported or how many bytes were written, and what comes then."""


@pytest.mark.case("B50", "M5")
@pytest.mark.parametrize(("what", "count", "number"), MOMENTS)
def test_signal_at_any_moment_gives_the_terminal_back(what: str, count: int, number: signal.Signals) -> None:
    """Before the first byte is drawn, in the midst of the first frame, and after it."""
    with Terminal(drawn=False, env={"PYTHONPROFILEIMPORTTIME": "1"} if what == "imports" else None) as terminal:
        while (terminal.written.count(IMPORT) if what == "imports" else len(terminal.written)) < count:
            assert terminal.read_once(PATIENCE, most=100), terminal.written[-2000:]
        terminal.kill(number)
        code = terminal.wait()
        assert code == 128 + number
        assert_given_back(terminal)
        assert b"Traceback" not in terminal.written


@pytest.mark.case("B50")
@pytest.mark.parametrize("number", SIGNALS)
def test_note_that_is_being_written_outlives_a_signal(number: signal.Signals) -> None:
    with Terminal("--at", "act.ai") as terminal:
        terminal.wait_for("11 Artificial intelligence")
        terminal.send("i\r")
        terminal.wait_for("Note, writing")
        terminal.send("half a thought")
        terminal.wait_for("half a thought")
        terminal.kill(number)
        assert terminal.wait() == 128 + number
        assert_given_back(terminal)
    done = run("notes")
    assert done.returncode == 0 and "half a thought" in done.stdout


@pytest.mark.case("B50")
def test_terminal_that_goes_away_ends_it_and_keeps_the_note() -> None:
    """A closed window, a lost line: nobody is left to read, and nothing goes on in the background."""
    with Terminal("--at", "act.ai") as terminal:
        terminal.wait_for("11 Artificial intelligence")
        terminal.send("i\r")
        terminal.wait_for("Note, writing")
        terminal.send("half a thought")
        terminal.wait_for("half a thought")
        assert terminal.hang_up() == 128 + signal.SIGHUP
    done = run("notes")
    assert "half a thought" in done.stdout


def stop_by_signal(terminal: Terminal) -> None:
    terminal.kill(signal.SIGTSTP)


def stop_by_key(terminal: Terminal) -> None:
    terminal.send("\x1a")


@pytest.mark.case("B51", "M7")
@pytest.mark.parametrize("stop", [stop_by_signal, stop_by_key])
def test_stopped_gives_the_terminal_back_and_continued_draws_again(stop: Callable[[Terminal], None]) -> None:
    with Terminal() as terminal:
        terminal.wait_for(READY)
        running = terminal.modes()
        for _ in range(3):
            stop(terminal)
            terminal.wait_for_stop()
            assert_given_back(terminal)
            terminal.screen.reset()
            terminal.kill(signal.SIGCONT)
            terminal.wait_for(READY)
            assert terminal.modes() == running
        terminal.send("8\r")
        terminal.wait_for("8 E-commerce  “")
        terminal.send("Q")
        assert terminal.wait() == 0
        assert_given_back(terminal)


STOPPED_IN_THE_QUEUE = """
import os, signal, sys
from textual.drivers._writer_thread import WriterThread
from cli.entry import main

write = WriterThread.write
armed = []

def stop_in_the_queue(self, text):
    if armed:
        armed.clear()
        with self._queue.mutex:
            os.kill(os.getpid(), signal.SIGTSTP)
    write(self, text)

WriterThread.write = stop_in_the_queue
signal.signal(signal.SIGUSR1, lambda *_: armed.append(True))
sys.exit(main([]))
"""


@pytest.mark.case("B51", "M7")
def test_stop_that_comes_while_a_row_is_put_into_the_writers_queue_stops() -> None:
    """GIVEN code that holds the lock of the queue WHEN the signal comes THEN the program stops and can go on."""
    command = [sys.executable, "-c", STOPPED_IN_THE_QUEUE]
    with Terminal(command=command, env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for(READY)
        terminal.kill(signal.SIGUSR1)
        terminal.send("j")
        terminal.wait_for_stop()
        assert_given_back(terminal)
        terminal.screen.reset()
        terminal.kill(signal.SIGCONT)
        terminal.wait_for(READY)
        terminal.send("Q")
        assert terminal.wait() == 0


@pytest.mark.case("B47", "M7")
def test_resize_to_nothing_and_back() -> None:
    with Terminal() as terminal:
        terminal.wait_for(READY)
        for size in ((1, 1), (20, 5), (200, 50), (39, 11), (1, 200), (500, 1), (100, 30)):
            terminal.resize(*size)
            terminal.wait_for_rest()
        terminal.wait_for(READY)
        terminal.send("Q")
        assert terminal.wait() == 0


@pytest.mark.case("B47", "M7")
@pytest.mark.parametrize("keys", ["", "f", "s", "?", "t", "y", "i\r"])
def test_storm_of_sizes(keys: str) -> None:
    chance = random.Random(keys)
    with Terminal("--at", "act.ai", size=(120, 40)) as terminal:
        terminal.wait_for("11 Artificial intelligence")
        terminal.send(keys)
        for _ in range(100):
            terminal.resize(chance.choice([1, 2, 7, 39, 40, 79, 80, 120, 300]), chance.choice([1, 2, 11, 12, 24, 90]))
            # Some sizes come while the last one is being drawn, some come together.
            terminal.read_once(0)
        terminal.resize(120, 40)
        for _ in range(2):
            terminal.wait_for_rest()
            terminal.send("\x1b")
        terminal.wait_for_rest()
        terminal.wait_for("11 Artificial intelligence")
        terminal.send("Q")
        assert terminal.wait() == 0
        assert b"Traceback" not in terminal.written
        assert_given_back(terminal)


@pytest.mark.case("B47")
@pytest.mark.parametrize("size", [(1, 1), (20, 5), (39, 12), (500, 200)])
def test_start_at_odd_sizes(size: tuple[int, int]) -> None:
    with Terminal(size=size) as terminal:
        if size[0] >= 20:
            terminal.wait_for("40x12" if size[0] < 40 else READY)
        else:
            terminal.wait_until(lambda: ENTERED in terminal.written)
            terminal.wait_for_rest()
        terminal.resize(100, 30)
        terminal.wait_for(READY)
        terminal.send("q")
        assert terminal.wait() == 0


@pytest.mark.case("B48", "M6")
@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"TERM": ""}])
def test_dumb_terminal_is_told_about_the_printing_commands(env: dict[str, str]) -> None:
    with Terminal(env=env) as terminal:
        assert terminal.wait() == 2
        assert b"internet-plus tree" in terminal.written
        assert b"\x1b" not in terminal.written


@pytest.mark.case("B48", "M6")
def test_without_a_terminal_nothing_hangs() -> None:
    done = subprocess.run(
        [sys.executable, "main.py"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        env={**os.environ, "TERM": "xterm"},
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"internet-plus tree" in done.stderr
    assert b"\x1b" not in done.stderr


@pytest.mark.case("B49", "M7")
def test_no_color_is_obeyed_and_signs_remain() -> None:
    with Terminal(env={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for(READY)
        shown = terminal.wait_for_rest()
        terminal.send("q")
        assert terminal.wait() == 0
        grey = re.compile(rb"[34]8;2;(\d+);(\d+);(\d+)")
        assert all(len(set(found)) == 1 for found in grey.findall(terminal.written))
        assert "▪" in shown and "▫" in shown


@pytest.mark.case("B49", "M7")
@pytest.mark.parametrize("term", ["xterm", "linux", "vt100", "screen"])
def test_terminals_of_few_colours(term: str) -> None:
    with Terminal(env={"TERM": term, "COLORTERM": ""}) as terminal:
        terminal.wait_for(READY)
        terminal.send("q")
        assert terminal.wait() == 0
        assert b"38;2;" not in terminal.written
        assert_given_back(terminal)


@pytest.mark.case("M7", "B60")
def test_locale_c_and_ascii_streams() -> None:
    with Terminal(env={"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}) as terminal:
        terminal.wait_for(READY)
        terminal.send("8\r")
        terminal.wait_for("lead in e-comm")
        terminal.send("q")
        assert terminal.wait() == 0
        assert b"Traceback" not in terminal.written
        assert_given_back(terminal)


NOWHERE = "/proc/nowhere"


@pytest.mark.case("B54")
@pytest.mark.parametrize(
    "env",
    [
        {"HOME": NOWHERE, "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "", "XDG_CACHE_HOME": ""},
        {"XDG_DATA_HOME": NOWHERE, "XDG_CONFIG_HOME": NOWHERE, "XDG_CACHE_HOME": NOWHERE},
        {"XDG_DATA_HOME": "/dev/null", "XDG_CONFIG_HOME": "/dev/null", "XDG_CACHE_HOME": "/dev/null"},
    ],
    ids=["home", "nowhere", "device"],
)
def test_folders_that_cannot_be_written_are_told_and_nothing_else_changes(env: dict[str, str]) -> None:
    with Terminal("--at", "act.ai", size=(140, 30), env=env) as terminal:
        terminal.wait_for("11 Artificial intelligence")
        terminal.send("m")
        terminal.wait_for("No bookmark set")
        terminal.send("q")
        assert terminal.wait() == 0
        assert_given_back(terminal)


@pytest.mark.case("B54")
@pytest.mark.parametrize("how", ["unset", "relative"])
def test_no_home_and_relative_folders(tmp_path: Path, how: str) -> None:
    env = {key: value for key, value in os.environ.items() if key != "HOME" and not key.startswith("XDG_")}
    if how == "relative":
        env |= {"HOME": str(tmp_path), "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "./config", "XDG_CACHE_HOME": "../x"}
    for args in (["tree", "--depth", "1"], ["notes"], ["paths"]):
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *args], cwd=tmp_path, env=env, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
    # What the user folders' standard says: a relative path is no folder of theirs.
    assert not (tmp_path / "data").exists() and not (tmp_path.parent / "x").exists()


@pytest.mark.case("B61")
def test_nothing_relies_on_assert(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("schema: 1\nroot: {id: a b, kind: plan, titel: x}\n", encoding="utf-8")
    for args in (["show", "act.ai"], ["show", "act.aii"], ["tree", "--format", "x"], ["check", str(tmp_path)]):
        told = []
        for flag in ([], ["-O"], ["-OO"]):
            done = subprocess.run([sys.executable, *flag, "main.py", *args], cwd=ROOT, capture_output=True)
            told.append((done.returncode, done.stdout, done.stderr))
        assert told[0] == told[1] == told[2]
