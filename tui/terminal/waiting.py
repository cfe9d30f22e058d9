"""Reading a large plan before there is a screen: how far it is, in one line, and Escape to leave."""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
import time
import tty
from types import FrameType, TracebackType
from typing import Any

from plan_data.errors import Cancelled
from tui.terminal.ending import HUNG_UP, Ending
from tui.terminal.sequences import Kind, Piece, Splitter

EVERY = 0.1
"""Seconds between two looks at the keys."""
INTERRUPTED = 128 + signal.SIGINT
"""The exit code of whoever leaves, by Escape as by ctrl+c."""


class Waiting:
    """Shows how far reading is; use it as a context manager, and call it with the share that is done, from 0 to 1.

    Raises:
        Left: Escape, `q` or ctrl+c was pressed, or a signal came; `code` is the exit code.
    """

    def __init__(self, what: str) -> None:
        """Take what is being waited for, in words."""
        self.what = what
        self._looked = 0.0
        self._splitter = Splitter()
        self._modes: list[Any] | None = None
        self._ending = Ending()

    def __enter__(self) -> Waiting:
        """Let single keys through, without showing them."""
        try:
            self._modes = termios.tcgetattr(0)
            tty.setcbreak(0, termios.TCSANOW)
        except termios.error:
            self._modes = None
        self._ending.give_back = self._give_back
        self._ending.watch(self._signalled)
        self._say(f"{self.what} ...  escape leaves")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the terminal back."""
        self._give_back()
        self._ending.done()

    def _give_back(self) -> None:
        self._say("")
        if self._modes is not None:
            try:
                termios.tcsetattr(0, termios.TCSANOW, self._modes)
            except termios.error:
                return

    def __call__(self, share: float) -> None:
        """Show the share that is done, and look whether anybody wants to leave."""
        now = time.monotonic()
        if now - self._looked < EVERY:
            return
        self._looked = now
        self._say(f"{self.what}: {share:.0%}  escape leaves")
        if self._modes is not None and select.select([0], [], [], 0)[0]:
            try:
                keys = os.read(0, 4096)
            except OSError:
                keys = b""
            if not keys:
                # The terminal has gone away.
                raise Cancelled(HUNG_UP)
            if self._leaves(self._splitter.feed(keys, now)):
                raise Cancelled(INTERRUPTED)
        elif self._leaves(self._splitter.tick(now)):
            raise Cancelled(INTERRUPTED)

    @staticmethod
    def _leaves(pieces: list[Piece]) -> bool:
        """Return whether somebody wants to leave. Arrow keys hold an Escape, and answers may hold a q."""
        return any(
            piece.kind in (Kind.ESCAPE, Kind.ALT) or (piece.kind is Kind.TEXT and set("qQ") & set(piece.text))
            for piece in pieces
        )

    def _say(self, text: str) -> None:
        try:
            sys.stderr.write(f"\r{text}\x1b[K")
            sys.stderr.flush()
        except OSError:
            return

    def _signalled(self, number: int, frame: FrameType | None) -> None:
        raise Cancelled(128 + number)
