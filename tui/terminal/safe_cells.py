"""A filter of all drawn cells, which removes characters that act on a terminal.

Textual 8.2.8 sends the text of `Input`, `TextArea`, `Static` and its own boxes as it is; a pasted or stored escape
character would act, and a lone surrogate would end the program where it is encoded.
"""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from plan_data.text.visible import ACTING


class SafeCells(LineFilter):
    """Replaces characters that act on a terminal; the number of cells remains the one that Textual counted."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of a line that is safe to send."""
        for text, _, control in segments:
            if not control and not text.isprintable() and ACTING.search(text):
                break
        else:
            return segments
        return [s if s.control else Segment(ACTING.sub(_filler, s.text), s.style) for s in segments]


def _filler(found: re.Match[str]) -> str:
    return "\ufffd" * cell_len(found.group())
