"""The terminal goes away, in every screen: what was written is saved, and the program ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.files import write_plan
from plan_data.folders import data_folder
from plan_data.model.plan import Plan
from tests.output import run
from tests.terminal import PATIENCE, ROOT, Terminal
from tui.terminal.shutdown import PATIENCE as OWN_TIME
from tui.userdata.store import Store

HANG_UPS = int(os.environ.get("HANG_UPS", "1"))
"""How often it is tried in each screen."""
SCREENS = [
    ("", "11 Artificial intelligence"), ("f", "» Jump"), ("?", "help"), ("y", "title"), ("E", "enter write"),
    ("\x10", "» Commands"), ("s/", "\n /"), ("t", "20"), ("a", "act"), ("c", "act"), ("g", "act"),
]  # fmt: skip


def hang_up(terminal: Terminal) -> int:
    """Close the terminal, wait for the end, and return the exit code."""
    os.close(terminal.slave)
    os.close(terminal.master)
    closed = time.monotonic()
    while time.monotonic() < closed + OWN_TIME + PATIENCE:
        pid, status = os.waitpid(terminal.pid, os.WNOHANG)
        if pid:
            code = os.waitstatus_to_exitcode(status)
            return 128 - code if code < 0 else code
        select_nothing()
    os.kill(terminal.pid, signal.SIGKILL)
    os.waitpid(terminal.pid, 0)
    raise AssertionError("still running")


def select_nothing() -> None:
    """Let others run for a moment."""
    signal.sigtimedwait([], 0.01)


@pytest.mark.case("T14")
@pytest.mark.parametrize(("keys", "shows"), SCREENS)
def test_terminal_that_goes_away_ends_the_program(keys: str, shows: str, tmp_path: Path) -> None:
    assert OWN_TIME < 2
    for n in range(HANG_UPS):
        # A home of its own: panes that one run opened would be open in the next.
        terminal = Terminal("--at", "act.ai", env={"XDG_DATA_HOME": str(tmp_path / str(n))})
        terminal.wait_for("11 Artificial intelligence")
        terminal.send(keys)
        terminal.wait_for(shows)
        assert hang_up(terminal) == 129


@pytest.mark.case("T14")
@pytest.mark.parametrize("args", [("--pick",), ()])
def test_terminal_that_goes_away_at_the_first_byte(args: tuple[str, ...]) -> None:
    for _ in range(HANG_UPS):
        terminal = Terminal(*args)
        while b"\x1b[?1049h" not in terminal.written:
            assert terminal.read_once(PATIENCE)
        assert hang_up(terminal) == 129


@pytest.mark.case("T14")
@pytest.mark.parametrize("stopped", [False, True])
def test_note_that_is_being_written_is_saved_when_the_terminal_goes_away(stopped: bool) -> None:
    for n in range(HANG_UPS):
        terminal = Terminal("--at", "act.ai")
        terminal.wait_for("11 Artificial intelligence")
        terminal.send("i\r")
        terminal.wait_for("Note, writing")
        # Each on a line of its own: a word that is broken at the edge is not found.
        terminal.send(f"thought{n}\r")
        terminal.wait_for(f"thought{n}")
        if stopped:
            terminal.kill(signal.SIGSTOP)
            os.waitpid(terminal.pid, os.WUNTRACED)
        assert hang_up(terminal) == 129
        assert f"thought{n}" in run("notes").stdout


@pytest.mark.case("T14")
def test_terminal_that_goes_away_without_a_signal() -> None:
    """As where a parent has SIGHUP ignored, or the terminal was opened by a program that is no shell."""
    code = "import signal, sys; from tui.terminal import shutdown; shutdown.SIGNALS = (signal.SIGTERM,); "
    code += "signal.signal(signal.SIGHUP, signal.SIG_IGN); from cli.entry import main; sys.exit(main([]))"
    command = [sys.executable, "-c", code]
    terminal = Terminal(command=command, env={"PYTHONPATH": str(ROOT)})
    terminal.wait_for("Modern agriculture")
    terminal.send("i\r")
    terminal.wait_for("Note, writing")
    terminal.send("thought")
    terminal.wait_for("thought")
    assert hang_up(terminal) == 129
    assert "thought" in run("notes").stdout


@pytest.mark.case("T14")
def test_terminal_that_goes_away_while_a_large_plan_is_read(tmp_path: Path, plan: Plan) -> None:
    folder = write_plan(tmp_path / "plan", 20_000, plan)
    for _ in range(HANG_UPS):
        terminal = Terminal("--plan", str(folder))
        terminal.wait_for("%  esc leaves")
        assert hang_up(terminal) == 129


@pytest.mark.case("T14", "B50")
def test_terminal_that_takes_nothing_more_holds_up_neither_note_nor_end() -> None:
    """GIVEN a terminal that nobody reads WHEN a signal comes THEN the note is saved and the program ends."""
    with Terminal("--at", "act.ai") as terminal:
        terminal.wait_for("11 Artificial intelligence")
        terminal.send("i\r")
        terminal.wait_for("Note, writing")
        terminal.send("thought")
        terminal.wait_for("thought")
        for n in range(200):
            terminal.resize(60 + n % 100, 24 + n % 7)
            select_nothing()
        terminal.kill(signal.SIGTERM)
        end = time.monotonic() + OWN_TIME + PATIENCE
        while not (ended := os.waitpid(terminal.pid, os.WNOHANG))[0] and time.monotonic() < end:
            select_nothing()
        terminal.code = os.waitstatus_to_exitcode(ended[1])
        assert ended[0] and terminal.code == 143
    assert "thought" in run("notes").stdout


def saved_place() -> str:
    """Return the id of the entry at which the next explorer begins."""
    return str(Store(data_folder(), "").state().get("place", [""])[0])


def test_killed_program_begins_where_the_reader_rested() -> None:
    with Terminal() as terminal:
        terminal.wait_for("Modern agriculture")
        terminal.send("8\r")
        terminal.wait_until(lambda: saved_place() == "act.ecommerce", "a saved place")
        terminal.kill(signal.SIGKILL)
        assert terminal.wait() == 137
    with Terminal() as terminal:
        terminal.wait_for("8 E-commerce  “")


STUCK = """
import sys, threading
from tui.userdata.store import Store
Store.set_state = lambda *args: threading.Event().wait()
from cli.entry import main
sys.exit(main([]))
"""


@pytest.mark.case("T16")
@pytest.mark.parametrize(("leave", "code"), [("Q", 0), ("TERM", 143)])
def test_home_that_does_not_answer_keeps_nobody_from_leaving(leave: str, code: int) -> None:
    with Terminal(command=[sys.executable, "-c", STUCK], env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("Modern agriculture")
        if leave == "Q":
            terminal.send("Q")
        else:
            terminal.kill(signal.SIGTERM)
        assert terminal.wait() == code
        assert terminal.modes() == terminal.modes_before
        assert terminal.written.count(b"\x1b[?1049l") == 1


@pytest.mark.case("T14")
def test_continued_without_having_been_stopped_gives_the_terminal_back() -> None:
    with Terminal("--at", "act.ai") as terminal:
        terminal.wait_for("11 Artificial intelligence")
        terminal.kill(signal.SIGCONT)
        terminal.wait_until(lambda: terminal.written.count(b"\x1b[?1049h") == 2)
        terminal.send("Q")
        assert terminal.wait() == 0
        assert terminal.modes() == terminal.modes_before


FAULT = """
import sys, threading
from tui.screens.main import MainScreen
def fail(self): raise TypeError("bad \\x1b]0;x\\x07 sign")
def render(self): self.query_one("#outline").render_line = lambda y: 1 / 0; self.query_one("#outline").refresh()
def worker(self): self.run_worker(lambda: 1 / 0, thread=True)
def timer(self): self.set_timer(0.01, lambda: 1 / 0)
def thread(self): threading.Thread(target=lambda: 1 / 0).start()
def deep(self): self.action_help()
MainScreen.action_help = {"deep": deep, "fail": fail, "render": render, "worker": worker, "timer": timer,
    "thread": thread}[sys.argv[1]]
from cli.entry import main
sys.exit(main([]))
"""


@pytest.mark.case("T15")
@pytest.mark.parametrize("how", ["fail", "render", "worker", "timer", "thread", "deep"])
def test_fault_of_the_program_is_one_line_and_gives_the_terminal_back(how: str) -> None:
    command = [sys.executable, "-c", FAULT, how]
    with Terminal(command=command, size=(300, 30), env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("Modern agriculture")
        terminal.send("?")
        assert terminal.wait() == 70
        assert terminal.modes() == terminal.modes_before
        # Behind the last of what the driver writes: it takes the mouse off.
        last = terminal.written.rpartition(b"\x1b[?1006l")[2].decode()
        lines = [line for line in last.replace("\r", "").split("\n") if line]
        assert len(lines) == 1 and "a fault in the program" in lines[0] and "\x1b" not in lines[0], lines
        assert "notes and place are saved" in lines[0]
        details = lines[0].rpartition("details in ")[2]
        with open(details, encoding="utf-8") as file:
            text = file.read()
        assert "Traceback" in text and "\x1b" not in text


@pytest.mark.case("B50")
def test_interrupt_while_a_class_is_made_is_no_fault() -> None:
    code = """
import cli.explorer, sys
class Field:
    def __set_name__(self, owner, name): raise KeyboardInterrupt
def explore(folder):
    class Owner: field = Field()
cli.explorer.has_terminal, cli.explorer.explore = lambda: True, explore
from cli.entry import main
sys.exit(main([]))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.case("T15")
@pytest.mark.parametrize("error", ["TypeError('a\\x1bb')", "RecursionError", "MemoryError", "KeyError('x')"])
def test_fault_in_a_command_is_one_line(error: str) -> None:
    code = f"""
import cli.nodes, sys
def fail(*args, **options): raise {error}
cli.nodes.tree.callback = fail
from cli.entry import main
sys.exit(main(["tree"]))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 70 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and "a fault in the program" in done.stderr and "\x1b" not in done.stderr
