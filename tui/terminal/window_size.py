"""The size of the terminal after many changes at once. For Textual 8.2.8; no upstream report.

Its SIGWINCH handler reads the size and then posts it. A second signal between these two steps posts the newer size
first, so that the older size is applied last.
"""

from __future__ import annotations

import signal
from contextlib import suppress
from typing import Any

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size


class ResizeDriver(LinuxDriver):
    """A `LinuxDriver` that reads the size in the event loop, where no signal comes between reading and posting."""

    def start_application_mode(self) -> None:
        """Start application mode."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._key_thread is not None:
            signal.signal(signal.SIGWINCH, self._resized)

    def _resized(self, *_: Any) -> None:
        # The loop may be closed.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._post_size)

    def _post_size(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(events.Resize(size, size))
