"""A driver that outlives its terminal, and is continued as it was stopped. For Textual 8.2.8; no upstream report.

- A terminal that goes away sends SIGHUP and SIGCONT, and at SIGCONT `LinuxDriver` starts application mode again, also
  where it was not stopped: on a dead terminal, with a second thread for input, and raw modes as those to give back.
- Whatever is drawn goes through a queue of 30 pieces to a thread. When that thread has ended, or the terminal takes
  nothing more, whoever draws waits for ever.
- An error in the thread for input is drawn as a traceback, and the exit code is 0.
"""

from __future__ import annotations

import os
import termios
from contextlib import suppress
from queue import Empty
from typing import Any

from tui.terminal.shutdown import is_hung_up
from tui.terminal.window_size import ResizeDriver

GIVE_BACK = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""What a driver writes when it stops: paste, wrap, sizes, mouse, keys, alternate screen, cursor, focus."""


class HangUpDriver(ResizeDriver):
    """Reads and draws as `LinuxDriver` does, as long as there is a terminal."""

    _started = False
    _gone = False

    def write(self, data: str) -> None:
        """Write; what a terminal that has gone away should get is dropped."""
        if not self._gone:
            super().write(data)

    def start_application_mode(self) -> None:
        """Start application mode."""
        self._key_thread = None
        super().start_application_mode()
        # It gives up where the modes of the terminal cannot be set.
        self._started = self._key_thread is not None

    def stop_application_mode(self) -> None:
        """Stop application mode, where it was started."""
        if self._started:
            super().stop_application_mode()
            self._started = False

    def close(self) -> None:
        """End the thread that writes; one that waits for a terminal that has gone away is left alone."""
        if not self._gone:
            super().close()

    def let_go(self) -> None:
        """Write nothing any more, and let whoever waits to write go on. Called in another thread."""
        self._gone = True
        if self._writer_thread is not None:
            with suppress(Empty):
                while True:
                    self._writer_thread._queue.get_nowait()

    def give_back(self) -> None:
        """Give the terminal back past all queues. Called in another thread, right before the end."""
        if not self._started or self._gone or self._file is None:
            return
        with suppress(OSError, termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            os.write(self._file.fileno(), GIVE_BACK)

    def _sigcont_application(self, *_: Any) -> None:
        # The handler may run while the queue of the writer is locked by what it interrupted.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._continue)

    def _continue(self) -> None:
        """Start application mode again where it was stopped."""
        shutdown = getattr(self._app, "shutdown", None)
        if not self._auto_restart or self._gone or (shutdown is not None and shutdown.asked) or is_hung_up(self.fileno):
            return
        if self._started:
            # By SIGSTOP, of which nobody is told: others wrote on the terminal and set its modes meanwhile.
            self._must_signal_resume = True
            self.suspend_application_mode()
        if self._must_signal_resume:
            self.resume_application_mode()

    def _run_input_thread(self) -> None:
        # `threading.excepthook` is the app's, and knows what to do.
        self.run_input_thread()
