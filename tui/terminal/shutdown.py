"""The end of the program, within a time limit: after a command, a signal, a closed terminal or a bug.

Notes are saved first, then the program exits in the normal way. If that takes too long (the terminal accepts no output,
a folder does not answer, long work), the process is ended. This is done by a separate thread, because the main thread
may be blocked in a system call, in which Python runs no signal handler.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread
from time import monotonic
from types import FrameType
from typing import Any

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""Signals that end the program."""
HUNG_UP = 128 + signal.SIGHUP
"""The exit code after the terminal was closed."""
OWN_TURN = 0.5
"""Seconds that the main thread has to save, before the watching thread saves."""
PATIENCE = 1.5
"""Seconds that the program has to exit normally, before the process is ended."""
LOOK_EVERY = 1.0
"""Seconds between two checks of the terminal: the system does not report every way in which one can close."""
TERMINAL = 0
"""The file descriptor of the terminal."""


def is_hung_up(terminal: int = TERMINAL) -> bool:
    """Return whether the terminal was closed."""
    poll = select.poll()
    poll.register(terminal, 0)
    return any(what & (select.POLLHUP | select.POLLERR) for _, what in poll.poll(0))


class Shutdown:
    """Thread that watches for signals and for a closed terminal, and ends the program within the time limit."""

    def __init__(self) -> None:
        """Set callbacks that do nothing; nothing is watched yet."""
        self.leave: Callable[[int], None] = lambda code: None
        """Requests saving and exiting with a code; called in the thread, for each signal."""
        self.save: Callable[[], None] = self.saved
        """Saves everything; called in a thread if `saved` was not called in time."""
        self.let_go: Callable[[], None] = lambda: None
        """Stops all waiting for the terminal; called in the thread after it was closed."""
        self.give_back: Callable[[], None] = lambda: None
        """Restores the terminal; called in a thread if exiting took too long."""
        self.last_words: Callable[[], str] = lambda: ""
        """Returns the last line for stderr, or ""."""
        self.asked = False
        """Whether the end of the program was requested."""
        self._code: int | None = None
        self._gone = False
        self._is_saved = False
        self._saving = False
        self._began = 0.0
        self._over = False
        self._lock = Lock()
        self._requests: deque[int] = deque()
        self._before: dict[int, Any] = {}

    def watch(self, handler: Callable[[int, FrameType | None], None] | None = None) -> None:
        """Start to watch.

        Args:
            handler: Called in the main thread for each signal, as soon as Python can.
        """
        self._wakes, self._wake = os.pipe()
        for end in (self._wakes, self._wake):
            os.set_blocking(end, False)
        self._handler = handler
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        for number in SIGNALS:
            self._before[number] = signal.signal(number, self._heard)
        Thread(target=self._watch, name="end", daemon=True).start()

    def _heard(self, number: int, frame: FrameType | None) -> None:
        # The thread reads the signal from the wake-up pipe, even while this handler cannot run yet.
        self.asked = True
        if self._handler is not None:
            self._handler(number, frame)

    def begin(self, code: int) -> None:
        """Start the time limit: the program is exiting with a code. May be called in any thread."""
        self.asked = True
        self._requests.append(code)
        self._nudge()

    def saved(self) -> None:
        """Report that everything is saved."""
        self._is_saved = True
        self._nudge()

    def hung_up(self) -> None:
        """Report that the terminal was closed. May be called in any thread."""
        self._gone = True
        self.begin(HUNG_UP)

    def done(self) -> None:
        """Stop watching: the program has exited normally."""
        with self._lock:
            self._over = True
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        self._nudge()

    def _nudge(self) -> None:
        # A full pipe wakes the thread too.
        with suppress(BlockingIOError):
            os.write(self._wake, b"\0")

    # In the thread that watches.

    def _watch(self) -> None:
        poll = select.poll()
        poll.register(self._wakes, select.POLLIN)
        watched = os.isatty(TERMINAL)
        if watched:
            poll.register(TERMINAL, 0)
        while not self._over:
            for file, what in poll.poll(self._next_step() * 1000):
                if file == self._wakes:
                    self._take(os.read(self._wakes, 512))
                elif watched:
                    watched = False
                    poll.unregister(TERMINAL)
                    # POLLNVAL: this system cannot poll a terminal.
                    if not what & select.POLLNVAL:
                        self._gone = True
                        self._requests.append(HUNG_UP)
            self._take(b"")
            self._go_on()

    def _next_step(self) -> float:
        if self._code is None:
            return LOOK_EVERY
        passed = monotonic() - self._began
        return max((PATIENCE if self._is_saved or self._saving else OWN_TURN) - passed, 0.001)

    def _take(self, heard: bytes) -> None:
        """Handle signals from the pipe, and requests."""
        codes = [128 + number for number in heard if number in SIGNALS]
        while self._requests:
            codes.append(self._requests.popleft())
        for code in codes:
            if self._code is None:
                self._code = code
                self._began = monotonic()
            if self._gone:
                self.let_go()
            self.leave(code)

    def _go_on(self) -> None:
        """Save or end the process, if the time for it has come."""
        if self._code is None:
            return
        passed = monotonic() - self._began
        if not self._is_saved and not self._saving and passed >= OWN_TURN:
            self._saving = True
            Thread(target=self.save, name="save", daemon=True).start()
        if (self._gone and self._is_saved) or passed >= PATIENCE:
            self._end()

    def _end(self) -> None:
        if not self._gone:
            last = Thread(target=self._say_good_bye, name="last", daemon=True)
            last.start()
            last.join(PATIENCE / 5)
        with self._lock:
            if not self._over:
                os._exit(self._code or 0)

    def _say_good_bye(self) -> None:
        self.give_back()
        words = self.last_words()
        if words and sys.__stderr__ is not None:
            with suppress(OSError):
                os.write(sys.__stderr__.fileno(), f"{words}\n".encode(errors="backslashreplace"))
