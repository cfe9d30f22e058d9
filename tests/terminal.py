"""A real pseudo-terminal to run the program in.

Nothing here waits for a time. What is expected is waited for (`wait_for`, `wait_without`, `wait_until`, `wait`), with a
bound that only a test that fails ever meets. Where nothing is expected, `wait_for_rest` waits until the program has
nothing left to do, which the system tells of it.
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
PATIENCE = 60.0
"""Seconds within which something must come about, on a busy machine too."""
QUIET = 0.15
"""Seconds for which a program at rest sleeps: longer than any timer of its own that an answer to a key waits for."""
LOOKS = 12
"""Looks at a program within QUIET seconds."""
ALTERNATE = 1049
"""The private mode that puts a second screen over the first, and takes it away again."""


class Screen(pyte.Screen):
    """A screen with a second one over it, as terminals have it: what a program leaves can be seen later."""

    def set_mode(self, *modes: int, **options: bool) -> None:
        """Set modes; the second screen begins empty."""
        super().set_mode(*modes, **options)
        if options.get("private") and ALTERNATE in modes:
            self.first = (copy.deepcopy(self.buffer), copy.copy(self.cursor))
            self.erase_in_display(2)

    def reset_mode(self, *modes: int, **options: bool) -> None:
        """Reset modes; without the second screen the first is as it was."""
        super().reset_mode(*modes, **options)
        if options.get("private") and ALTERNATE in modes and hasattr(self, "first"):
            self.buffer, self.cursor = self.first
            self.cursor.x, self.cursor.y = min(self.cursor.x, self.columns - 1), min(self.cursor.y, self.lines - 1)
            self.dirty.update(range(self.lines))
            del self.first


def processes(first: int) -> list[int]:
    """Return a process and all that it started, directly or not."""
    found = [first]
    for pid in found:
        for task in Path(f"/proc/{pid}/task").glob("*"):
            with suppress(OSError):
                found += [int(word) for word in (task / "children").read_text().split()]
    return found


def is_asleep(first: int) -> bool:
    """Return whether a process and all that it started wait for something: no thread computes, or waits to compute.

    A program that a busy machine lets wait counts as awake. Where the system has no /proc, all count as asleep.
    """
    for pid in processes(first):
        for stat in Path(f"/proc/{pid}/task").glob("*/stat"):
            with suppress(OSError):
                if stat.read_text().rpartition(")")[2].split()[0] not in "SZTtX":
                    return False
    return True


class Terminal:
    """The program in a pseudo-terminal, its screen kept by pyte. Use it as a context manager."""

    def __init__(
        self,
        *args: str,
        size: tuple[int, int] = (100, 30),
        env: dict[str, str] | None = None,
        command: list[str] | None = None,
        drawn: bool = True,
    ) -> None:
        """Start `main.py` with some arguments, or another command, in a terminal of so many columns and rows.

        Where it is not `drawn`, only the bytes that were written are kept.
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
            # What runs in the background of a script ignores these two; what a terminal starts does not.
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
        """Take in the next thing that the program writes, as soon as it comes; return whether it can write more."""
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
        """Wait until something holds; fails with the screen. Longer than `seconds` it waits for nothing.

        Args:
            holds: Asked after everything that the program writes.
            what: What is waited for, in words, for the failure.
            seconds: Long enough for a busy machine: a test that passes never waits so long.
        """
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"{what or holds} did not come about:\n{self.text()}")
            self.read_once(0.05)

    def wait_for(self, text: str, seconds: float = PATIENCE) -> str:
        """Wait until a text stands on the screen, and return the screen; fails with the screen."""
        self.wait_until(lambda: text in self.text(), repr(text), seconds)
        return self.text()

    def wait_without(self, text: str, seconds: float = PATIENCE) -> str:
        """Wait until a text stands on the screen no more, and return the screen; fails with the screen."""
        self.wait_until(lambda: text not in self.text(), f"the end of {text!r}", seconds)
        return self.text()

    def wait_for_rest(self) -> str:
        """Wait until the program has nothing left to do, and return the screen.

        It is at rest when it was looked at LOOKS times on end, over QUIET seconds, and each time it had written
        nothing, had read all that was typed, and slept, with all of its threads and with what it started. The time is
        no bet on how fast the machine is: a program that is owed processor time does not sleep. It has only to be
        longer than the program's own timers between a key and its answer. The looks are counted, and not the time:
        while a machine is paused as a whole, time passes in which nothing can be done. A note's save and a look at
        changed files come later: wait for what they show.
        """
        end = time.monotonic() + PATIENCE
        looks = 0
        while looks < LOOKS:
            if time.monotonic() > end:
                raise AssertionError(f"it never came to rest:\n{self.text()}")
            before = len(self.written)
            self.read_once(QUIET / LOOKS)
            looks = 0 if len(self.written) > before or self.unread() or not is_asleep(self.pid) else looks + 1
        return self.text()

    def wait_until_taken_in(self) -> None:
        """Wait until the program has read what was typed, and sleeps; timers of its own may still be to come."""
        end = time.monotonic() + PATIENCE
        while self.unread() or not is_asleep(self.pid):
            if time.monotonic() > end:
                raise AssertionError(f"what was typed is not taken in:\n{self.text()}")
            self.read_once(0.01)

    def unread(self) -> int:
        """Return how many bytes were typed that the program has not read yet."""
        return int(struct.unpack("i", fcntl.ioctl(self.slave, termios.FIONREAD, b"\0" * 4))[0])

    def text(self) -> str:
        """Return the screen. pyte's own `display` raises while half of a wide letter is overwritten."""
        columns, buffer = range(self.screen.columns), self.screen.buffer
        return "\n".join("".join(buffer[y][x].data for x in columns) for y in range(self.screen.lines))

    def send(self, keys: str | bytes) -> None:
        """Type, all in one packet."""
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
        # What it wrote last waits in the terminal.
        while select.select([self.master], [], [], 0)[0] and self.read_once(0):
            pass
        assert self.code is not None
        return self.code

    def has_ended(self) -> bool:
        """Return whether the program has ended; then `code` is its exit code, as a shell gives it."""
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
        while select.select([self.master], [], [], 0)[0] and self.read_once(0):
            pass

    def hang_up(self) -> int:
        """Take the terminal away, wait for the end of the program, and return its exit code."""
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
