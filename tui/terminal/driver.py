"""The driver: Textual's for Linux and macOS, with our own parser of keys.

Textual 8.2.8 ends on a byte that is not UTF-8 and types unknown sequences as text: see `sequences` and `keyboard`.
"""

from __future__ import annotations

import os
import select
from time import monotonic

from tui.terminal.hang_up import HangUpDriver
from tui.terminal.keyboard import Keyboard

LOOK_EVERY = 0.1
"""Seconds between two checks whether the thread must end."""
READ_SIZE = 65536
"""Most bytes of one read."""


class TerminalDriver(HangUpDriver):
    """The driver that survives a closed terminal and parses input with `Keyboard`."""

    def run_input_thread(self) -> None:
        """Read input and send its events to the app, until the driver must end."""
        keyboard = Keyboard()
        while not self.exit_event.is_set():
            deadline = keyboard.deadline
            wait = LOOK_EVERY if deadline is None else min(LOOK_EVERY, max(0.0, deadline - monotonic()))
            if select.select([self.fileno], [], [], wait)[0]:
                data = self._read()
                if not data:
                    # End of file: the terminal was closed, so no more keys come while the app ends.
                    if (shutdown := getattr(self._app, "shutdown", None)) is not None:
                        shutdown.hung_up()
                    self.exit_event.wait()
                    return
                for event in keyboard.feed(data, monotonic()):
                    self.process_message(event)
            for event in keyboard.tick(monotonic()):
                self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, READ_SIZE)
        except OSError:
            return b""
