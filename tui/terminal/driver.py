"""The driver: as Textual's for Linux and macOS, but with a keyboard of its own.

Textual 8.2.8 ends on a byte that is not UTF-8 and types what it does not know: see `sequences` and `keyboard`.
"""

from __future__ import annotations

import os
import select
from time import monotonic

from tui.terminal.hang_up import HangUpDriver
from tui.terminal.keyboard import Keyboard

LOOK_EVERY = 0.1
"""Seconds after which the thread looks whether it is to end."""
AT_ONCE = 65536
"""Bytes that are read at once."""


class TerminalDriver(HangUpDriver):
    """The driver that outlives its terminal, reading what the terminal sends by our own rules."""

    def run_input_thread(self) -> None:
        """Read, and pass on what it means, until the driver is to end."""
        keyboard = Keyboard()
        while not self.exit_event.is_set():
            deadline = keyboard.deadline
            wait = LOOK_EVERY if deadline is None else min(LOOK_EVERY, max(0.0, deadline - monotonic()))
            if select.select([self.fileno], [], [], wait)[0]:
                data = self._read()
                if not data:
                    # The terminal is gone, or the file at its end; whoever ends the app for that needs no keys.
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
            return os.read(self.fileno, AT_ONCE)
        except OSError:
            return b""
