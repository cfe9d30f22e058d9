"""A driver that survives a closed terminal, and continues as it was stopped. For Textual 8.2.8; no upstream report.

- A closing terminal sends SIGHUP and SIGCONT, and at SIGCONT `LinuxDriver` starts application mode again even if it was
  not stopped: on a closed terminal, with a second input thread, and with raw modes saved as the ones to restore.
- At SIGTSTP and SIGCONT its handlers write. A handler runs between two steps of any code, at times inside the queue of
  the writer, whose lock it then waits for: the program hangs and does not stop.
- Output goes through a queue of 30 items to a thread. When that thread has ended, or the terminal accepts nothing more,
  drawing blocks for ever.
- An error in the input thread is drawn as a traceback, and the exit code is 0.
"""

from __future__ import annotations

import os
import termios
from collections.abc import Callable
from contextlib import suppress
from queue import Empty
from typing import Any

from tui.terminal.shutdown import is_hung_up
from tui.terminal.window_size import ResizeDriver

GIVE_BACK = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Sequences that a driver writes when it stops: paste, wrap, sizes, mouse, keys, alternate screen, cursor, focus."""


class HangUpDriver(ResizeDriver):
    """A `LinuxDriver` that stops reading and writing when its terminal is closed."""

    _started = False
    _gone = False

    def write(self, data: str) -> None:
        """Write to the terminal; dropped if it was closed."""
        if not self._gone:
            super().write(data)

    def start_application_mode(self) -> None:
        """Start application mode."""
        self._key_thread = None
        super().start_application_mode()
        # Textual returns early if the modes of the terminal cannot be set.
        self._started = self._key_thread is not None

    def stop_application_mode(self) -> None:
        """Stop application mode, if it was started."""
        if self._started:
            super().stop_application_mode()
            self._started = False

    def close(self) -> None:
        """End the writer thread, unless it waits for a closed terminal."""
        if not self._gone:
            super().close()

    def let_go(self) -> None:
        """Drop all output, and release the threads that wait to write. Called in another thread."""
        self._gone = True
        if self._writer_thread is not None:
            with suppress(Empty):
                while True:
                    self._writer_thread._queue.get_nowait()

    def give_back(self) -> None:
        """Restore the terminal, past all queues. Called in another thread, right before the end."""
        if not self._started or self._gone or self._file is None:
            return
        with suppress(OSError, termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            os.write(self._file.fileno(), GIVE_BACK)

    def _sigtstp_application(self, *_: Any) -> None:
        self._call_outside_queue(super()._sigtstp_application)

    def _sigcont_application(self, *_: Any) -> None:
        self._call_outside_queue(self._continue)

    def _call_outside_queue(self, callback: Callable[[], None]) -> None:
        """Call back between two events: the signal may have interrupted code that holds the lock of the queue."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(callback)

    def _continue(self) -> None:
        """Start application mode again, if it was stopped."""
        shutdown = getattr(self._app, "shutdown", None)
        if not self._auto_restart or self._gone or (shutdown is not None and shutdown.asked) or is_hung_up(self.fileno):
            return
        if self._started:
            # SIGSTOP gives no notice: other programs may have written to the terminal and set its modes meanwhile.
            self._must_signal_resume = True
            self.suspend_application_mode()
        if self._must_signal_resume:
            self.resume_application_mode()

    def _run_input_thread(self) -> None:
        # The app's `threading.excepthook` handles its errors.
        self.run_input_thread()
