"""The clipboard in tmux and GNU screen, which drop the sequence that Textual 8.2.8 writes. No upstream report."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Mapping

from textual.app import App

SCREEN_PIECE = 76
"""Approximate length of the longest string that GNU screen passes on; it drops longer ones."""


class Clipboard(App[str]):
    """An app whose clipboard also works in tmux and GNU screen."""

    def copy_to_clipboard(self, text: str) -> None:
        """Send a text to the clipboard through the terminal."""
        wrapped = wrapped_sequence(text, os.environ)
        if wrapped and self._driver is not None:
            self._clipboard = text
            self._driver.write(wrapped)
        else:
            super().copy_to_clipboard(text)


def wrapped_sequence(text: str, environ: Mapping[str, str]) -> str:
    """Return the control sequence that sets the clipboard, wrapped for tmux or GNU screen; "" where neither runs.

    The sequence is OSC 52 (xterm, "Operating System Commands"), in a DCS sequence, which both hand to the terminal that
    they run in; tmux does so where `allow-passthrough` is on.

    After ssh neither `TMUX` nor `STY` is set, only `TERM`. GNU screen names itself after the terminal that it runs
    in (`screen.xterm-256color`) where terminfo has such an entry. `screen` and `screen-256color` are most often tmux:
    it accepts the plain sequence, and would use at most the first of several pieces.

    Args:
        text: The text.
        environ: The environment, for `TMUX`, `STY` and `TERM`.
    """
    plain = f"\x1b]52;c;{b64encode(text.encode()).decode()}\a"
    if environ.get("TMUX"):
        # tmux sets the clipboard itself where set-clipboard is on, so it gets the plain sequence as well.
        doubled = plain.replace("\x1b", "\x1b\x1b")
        return f"{plain}\x1bPtmux;{doubled}\x1b\\"
    if environ.get("STY") or environ.get("TERM", "").startswith("screen."):
        pieces = [plain[i : i + SCREEN_PIECE] for i in range(0, len(plain), SCREEN_PIECE)]
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return ""
