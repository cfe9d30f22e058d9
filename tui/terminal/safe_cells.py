"""A filter of all drawn cells, which removes characters that act on a terminal or move what stands after them.

Textual 8.2.8 sends the text of `Input`, `TextArea`, `Static` and its own boxes as it is; a pasted or stored escape
character would act, and a lone surrogate would end the program where it is encoded.

U+FE0F asks for a sign to be drawn as an emoji, in two cells. tmux 3.3, xterm, Alacritty and Terminal.app draw it in one
all the same, and the rest of the row would be a cell too far left there. Without U+FE0F all draw one.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from plan_data.text.visible import ACTING

AS_EMOJI = "\ufe0f"
"""Variation selector 16."""


class SafeCells(LineFilter):
    """Replaces characters that act on a terminal; the number of cells remains the one that Textual counted."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of a line that is safe to send."""
        for text, _, control in segments:
            if not control and (AS_EMOJI in text or (not text.isprintable() and ACTING.search(text))):
                break
        else:
            return segments
        return [s if s.control else Segment(_narrow(ACTING.sub(_filler, s.text)), s.style) for s in segments]


def _filler(found: re.Match[str]) -> str:
    return "\ufffd" * cell_len(found.group())


def _narrow(text: str) -> str:
    """Return a text without U+FE0F; a blank takes the cell that is left over."""
    if AS_EMOJI not in text:
        return text
    parts = []
    for start, end, wide in split_graphemes(text)[0]:
        bare = text[start:end].replace(AS_EMOJI, "")
        parts.append(bare + " " * (wide - cell_len(bare)))
    return "".join(parts)
