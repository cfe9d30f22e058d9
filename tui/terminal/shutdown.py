"""The end of the program in time, whatever brings it about: the reader, a signal, a lost terminal, a fault.

What was written is saved first, then the program leaves in good order. Where that takes too long (a terminal that
takes nothing more, a folder that does not answer, long work) it ends without. A thread of its own makes sure of it:
the main thread may be blocked in a system call, in which Python runs no signal handler.
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
"""The exit code when the terminal went away."""
OWN_TURN = 0.5
"""Seconds that the program has to save by itself, before the thread that watches does it."""
PATIENCE = 1.5
"""Seconds that the program has to leave in good order, before it ends without."""
LOOK_EVERY = 1.0
"""Seconds between two looks at the terminal: the system does not tell of each way in which one can go."""
TERMINAL = 0
"""The file descriptor of the terminal."""


def is_hung_up(terminal: int = TERMINAL) -> bool:
    """Return whether the terminal has gone away."""
    poll = select.poll()
    poll.register(terminal, 0)
    return any(what & (select.POLLHUP | select.POLLERR) for _, what in poll.poll(0))


class Shutdown:
    """Watches for what ends the program, and makes sure that it ends in time."""

    def __init__(self) -> None:
        """Watch nothing yet."""
        self.leave: Callable[[int], None] = lambda code: None
        """Asks for saving and leaving with an exit code; called in a thread, for each signal."""
        self.save: Callable[[], None] = self.saved
        """Saves what is not saved; called in a thread where nobody has called `saved` in time."""
        self.let_go: Callable[[], None] = lambda: None
        """Called in a thread when the terminal has gone away: nothing may wait for it any more."""
        self.give_back: Callable[[], None] = lambda: None
        """Gives the terminal back; called in a thread where leaving took too long."""
        self.last_words: Callable[[], str] = lambda: ""
        """What is told at the very end, or ""."""
        self.asked = False
        """Whether the end was asked for."""
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
        """Begin to watch.

        Args:
            handler: Called in the main thread for a signal, as soon as that can be.
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
        # The thread has the signal from the wake-up file, however long it takes to get here.
        self.asked = True
        if self._handler is not None:
            self._handler(number, frame)

    def begin(self, code: int) -> None:
        """Say that the program is leaving with an exit code: it has some time for that. May be called in any thread."""
        self.asked = True
        self._requests.append(code)
        self._nudge()

    def saved(self) -> None:
        """Say that all is saved."""
        self._is_saved = True
        self._nudge()

    def hung_up(self) -> None:
        """Say that the terminal has gone away. May be called in any thread."""
        self._gone = True
        self.begin(HUNG_UP)

    def done(self) -> None:
        """Watch no longer: the program has left in good order."""
        with self._lock:
            self._over = True
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        self._nudge()

    def _nudge(self) -> None:
        # A full pipe wakes as well.
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
                    # Some systems cannot watch a terminal, and say so.
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
        """Take what was heard of signals, and what was asked for."""
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
        """Do what it is time for."""
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
