"""A real pseudo-terminal to run the program in."""

from __future__ import annotations

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
from pathlib import Path

import pyte

ROOT = Path(__file__).parent.parent
PATIENCE = 60.0
"""Seconds within which something must come about, on a busy machine too."""


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
        self.screen = pyte.Screen(self.columns, self.rows)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.code: int | None = None
        self.master, slave = pty.openpty()
        self.resize(*size, tell=False)
        self.modes_before = termios.tcgetattr(slave)
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
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
            os.kill(self.pid, signal.SIGKILL)
            self.wait(5)
        os.close(self.master)
        os.close(self.slave)

    def resize(self, columns: int, rows: int, *, tell: bool = True) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if tell:
            self.screen.resize(rows, columns)
            os.kill(self.pid, signal.SIGWINCH)

    def read(self, seconds: float) -> None:
        """Take in what the program writes for some time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not self.read_once(min(left, 0.05)):
                return

    def read_once(self, seconds: float) -> bool:
        """Take in the next thing that the program writes, as soon as it comes; return whether it can write more."""
        if select.select([self.master], [], [], seconds)[0]:
            try:
                data = os.read(self.master, 65536)
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
        while time.monotonic() < end:
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
                if self.code < 0:
                    self.code = 128 - self.code
                self.read(0.1)
                return self.code
        raise AssertionError(f"still running:\n{self.text()}")

    def modes(self) -> list[object]:
        """Return the terminal's modes as they are now."""
        return termios.tcgetattr(self.slave)
