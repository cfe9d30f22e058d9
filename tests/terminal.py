"""A real pseudo-terminal to run the program in.

No method sleeps for a fixed time. `wait_for`, `wait_without`, `wait_until` and `wait` wait for something to happen,
with a limit that only failing tests reach. If nothing is expected to happen, `wait_for_rest` waits until the system
says that the program is idle.
"""

from __future__ import annotations

import copy
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pyte

ROOT = Path(__file__).parent.parent
PATIENCE = float(os.environ.get("PATIENCE", "60"))
"""Seconds after which a wait fails, long enough for a busy machine; PATIENCE in the environment to mend a test."""
QUIET = 0.15
"""Seconds for which an idle program sleeps; longer than any timer between a key and its answer."""
LOOKS = 12
"""Number of checks within QUIET seconds."""
ALTERNATE = 1049
"""The private mode of the alternate screen."""
MARK = b"\0"
"""What no program writes: the end of its output."""


class Screen(pyte.Screen):
    """A screen with an alternate screen, which pyte lacks; what was on the first one can be checked afterwards."""

    def set_mode(self, *modes: int, **options: bool) -> None:
        """Set modes; the alternate screen starts empty."""
        super().set_mode(*modes, **options)
        if options.get("private") and ALTERNATE in modes:
            self.first = (copy.deepcopy(self.buffer), copy.copy(self.cursor))
            self.erase_in_display(2)

    def reset_mode(self, *modes: int, **options: bool) -> None:
        """Reset modes; leaving the alternate screen restores the first one."""
        super().reset_mode(*modes, **options)
        if options.get("private") and ALTERNATE in modes and hasattr(self, "first"):
            self.buffer, self.cursor = self.first
            self.cursor.x, self.cursor.y = min(self.cursor.x, self.columns - 1), min(self.cursor.y, self.lines - 1)
            self.dirty.update(range(self.lines))
            del self.first


def processes(first: int) -> list[int]:
    """Return a process and all its descendants."""
    found = [first]
    for pid in found:
        for task in _tasks(pid):
            with suppress(OSError):
                found += [int(word) for word in (task / "children").read_text().split()]
    return found


def _tasks(pid: int) -> list[Path]:
    """Return the folders of a process's threads; none of one that has ended."""
    try:
        return list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return []


def is_asleep(first: int) -> bool:
    """Return whether all threads of a process and its descendants sleep.

    A thread that is ready to run counts as awake, however long the machine keeps it waiting. On systems without /proc
    everything counts as asleep.
    """
    for pid in processes(first):
        for task in _tasks(pid):
            with suppress(OSError):
                if (task / "stat").read_text().rpartition(")")[2].split()[0] not in "SZTtX":
                    return False
    return True


class Terminal:
    """The program in a pseudo-terminal, with its screen emulated by pyte. A context manager."""

    def __init__(
        self,
        *args: str,
        size: tuple[int, int] = (100, 30),
        env: dict[str, str] | None = None,
        command: list[str] | None = None,
        drawn: bool = True,
    ) -> None:
        """Start the program.

        Args:
            args: Arguments of `main.py`.
            size: Columns and rows of the terminal.
            env: Environment variables to set.
            command: A command to start instead of `main.py`.
            drawn: Emulate the screen. If False, only `written` collects the bytes.
        """
        self.drawn = drawn
        self.columns, self.rows = size
        self.screen = Screen(self.columns, self.rows)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.code: int | None = None
        self.closed = False
        self.master, slave = pty.openpty()
        self.resize(*size, tell=False)
        self.modes_before = termios.tcgetattr(slave)
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            # Background jobs of a script inherit these two as ignored; a terminal starts programs without that.
            for number in (signal.SIGINT, signal.SIGQUIT):
                signal.signal(number, signal.SIG_DFL)
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for number in (0, 1, 2):
                os.dup2(slave, number)
            os.chdir(ROOT)
            kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
            full = {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
            words = command or [sys.executable, "main.py", *args]
            os.execvpe(words[0], words, full)
        self.slave = slave

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.code is None:
            for pid in processes(self.pid):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if not self.closed:
            os.close(self.master)
            os.close(self.slave)

    def resize(self, columns: int, rows: int, *, tell: bool = True) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if tell:
            self.screen.resize(rows, columns)
            os.kill(self.pid, signal.SIGWINCH)

    def read_once(self, seconds: float, most: int = 65536) -> bool:
        """Wait for output and read it once; return False when the program can write no more."""
        if select.select([self.master], [], [], seconds)[0]:
            try:
                data = os.read(self.master, most)
            except OSError:
                return False
            self.written += data
            if self.drawn:
                self.stream.feed(data)
        return True

    def wait_until(self, holds: Callable[[], bool], what: str = "", seconds: float = PATIENCE) -> None:
        """Wait until a condition holds; on failure the message has the screen.

        Args:
            holds: The condition, checked after each output of the program.
            what: The condition in words, for the message.
            seconds: Seconds after which the wait fails.
        """
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"{what or holds} did not come about:\n{self.text()}")
            self.read_once(0.05)

    def wait_for(self, text: str, seconds: float = PATIENCE) -> str:
        """Wait until a text is on the screen, and return the screen."""
        self.wait_until(lambda: text in self.text(), repr(text), seconds)
        return self.text()

    def wait_without(self, text: str, seconds: float = PATIENCE) -> str:
        """Wait until a text is no longer on the screen, and return the screen."""
        self.wait_until(lambda: text not in self.text(), f"the end of {text!r}", seconds)
        return self.text()

    def wait_for_rest(self) -> str:
        """Wait until the program is idle, and return the screen.

        It is idle after LOOKS checks in a row, over QUIET seconds, in which it wrote nothing, had read all input, and
        all its threads and child processes slept. This does not depend on the speed of the machine: a thread that waits
        for the processor does not sleep. QUIET only has to be longer than the timers between a key and its answer.
        Checks are counted instead of seconds, because time passes while a machine is paused. Saving a note and noticing
        changed files take longer: wait for what they show.
        """
        end = time.monotonic() + PATIENCE
        looks = 0
        while looks < LOOKS:
            if time.monotonic() > end:
                raise AssertionError(f"never idle:\n{self.text()}")
            before = len(self.written)
            self.read_once(QUIET / LOOKS)
            looks = 0 if len(self.written) > before or self.unread() or not is_asleep(self.pid) else looks + 1
        return self.text()

    def wait_until_taken_in(self) -> None:
        """Wait until the program has read what was typed and sleeps; its timers may still be running."""
        end = time.monotonic() + PATIENCE
        while self.unread() or not is_asleep(self.pid):
            if time.monotonic() > end:
                raise AssertionError(f"input was not read:\n{self.text()}")
            self.read_once(0.01)

    def unread(self) -> int:
        """Return the number of typed bytes that the program has not read."""
        return int(struct.unpack("i", fcntl.ioctl(self.slave, termios.FIONREAD, b"\0" * 4))[0])

    def text(self) -> str:
        """Return the screen. pyte's own `display` raises while half of a wide letter is overwritten."""
        columns, buffer = range(self.screen.columns), self.screen.buffer
        return "\n".join("".join(buffer[y][x].data for x in columns) for y in range(self.screen.lines))

    def send(self, keys: str | bytes) -> None:
        """Type keys in one write."""
        os.write(self.master, keys.encode() if isinstance(keys, str) else keys)

    def kill(self, number: int) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def wait(self, seconds: float = PATIENCE) -> int:
        """Wait for the end, and return the exit code as a shell gives it."""
        end = time.monotonic() + seconds
        while not self.has_ended():
            if time.monotonic() > end:
                raise AssertionError(f"still running:\n{self.text()}")
            self.read_once(0.05)
        self._read_rest()
        assert self.code is not None
        return self.code

    def _read_rest(self) -> None:
        """Read what a program that has ended or stopped wrote last.

        The kernel passes output on to the master side a little later, so a mark written behind it tells when all of it
        is there.
        """
        while select.select([self.master], [], [], 0)[0] and self.read_once(0):
            pass
        os.write(self.slave, MARK)
        self.wait_until(lambda: self.written.endswith(MARK), "the last output")
        self.written = self.written.removesuffix(MARK)

    def has_ended(self) -> bool:
        """Return whether the program has ended; `code` is then its exit code as a shell gives it."""
        if self.code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                code = os.waitstatus_to_exitcode(status)
                self.code = code if code >= 0 else 128 - code
        return self.code is not None

    def wait_for_stop(self) -> None:
        """Wait until the program has stopped itself, as by ctrl+z."""
        stopped: list[bool] = []

        def has_stopped() -> bool:
            pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            stopped.extend([os.WIFSTOPPED(status)] if pid else [])
            return bool(stopped)

        self.wait_until(has_stopped, "a stop")
        assert stopped == [True], "it ended"
        self._read_rest()

    def hang_up(self) -> int:
        """Close the terminal, wait for the program to end, and return its exit code."""
        os.close(self.master)
        os.close(self.slave)
        self.closed = True
        end = time.monotonic() + PATIENCE
        while not self.has_ended():
            if time.monotonic() > end:
                raise AssertionError(f"still running without its terminal:\n{self.text()}")
            select.select([], [], [], 0.02)
        assert self.code is not None
        return self.code

    def modes(self) -> list[object]:
        """Return the terminal's modes as they are now."""
        return termios.tcgetattr(self.slave)
