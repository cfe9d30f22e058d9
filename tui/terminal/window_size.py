"""The size of the terminal after many changes at once. For Textual 8.2.8; no upstream report.

Its handler of SIGWINCH reads the size and then posts it. A signal that comes between the two is handled in the midst of
it and posts its newer size first, so that the older one is taken last.
"""

from __future__ import annotations

import signal
from contextlib import suppress
from typing import Any

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size


class ResizeDriver(LinuxDriver):
    """Reads the size in the event loop, where no signal comes between reading and posting."""

    def start_application_mode(self) -> None:
        """Start application mode."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._key_thread is not None:
            signal.signal(signal.SIGWINCH, self._resized)

    def _resized(self, *_: Any) -> None:
        # The loop may have ended.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._post_size)

    def _post_size(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(events.Resize(size, size))
