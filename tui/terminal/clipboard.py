"""How a text reaches the clipboard through a terminal. Loads no textual."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

SCREEN_PIECE = 76
"""Characters of a string that GNU screen passes on in one piece, about; longer ones it drops."""


def clipboard_sequence(text: str, environ: Mapping[str, str]) -> str:
    """Return the control sequence that sets the clipboard: OSC 52 (xterm, "Operating System Commands").

    Inside tmux and GNU screen it is wrapped in a DCS sequence, which they hand to the terminal that they run in;
    tmux does so where `allow-passthrough` is on.

    Behind ssh neither `TMUX` nor `STY` is there, only `TERM`. GNU screen names itself after the terminal that it runs
    in (`screen.xterm-256color`) where terminfo has such an entry. `screen` and `screen-256color` are most often tmux:
    it takes the plain sequence, and of pieces it would keep the first one at most.

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
    return plain
