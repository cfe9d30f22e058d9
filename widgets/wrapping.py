"""Wrapping and cutting styled text in terminal cells. The only place that breaks lines; loads no textual.

Lines break at spaces, and between any two Chinese characters save where the rules of Chinese line breaking (GB/T
15834, 5.1; Unicode UAX #14 classes CL, CP, EX, IS, NS and OP) forbid it: no line starts with closing punctuation, none
ends with opening punctuation. A no-break space never breaks. A character is never cut in half, and a mark stays with
the letter that it belongs to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

NOT_FIRST = frozenset("。，、；：？！）】》」』”’％…—～·〉〕］｝．,.;:!?)]}%’”»")
"""Signs that no line starts with, unless it would be wider than the pane."""
NOT_LAST = frozenset("（【《「『“‘〈〔［｛([{«")
"""Signs that no line ends with."""


class Span(NamedTuple):
    """A stretch of text in one style."""

    text: str
    """What it says."""
    style: str = ""
    """Name of its style; "" for the page's own."""


Line = tuple[Span, ...]
"""One line of spans."""


class _Piece(NamedTuple):
    """A grapheme: what a reader takes for one character."""

    text: str
    width: int
    style: str


def cells(text: str) -> int:
    """Return how many cells a text takes in a terminal."""
    return cell_len(text)


def cut(line: Line, width: int) -> Line:
    """Return as much of a line as fits into `width` cells, cut between characters; nothing marks the cut."""
    kept: list[Span] = []
    for span in line:
        wide = cells(span.text)
        if wide <= width:
            kept.append(span)
            width -= wide
            continue
        end = 0
        for _, stop, piece in split_graphemes(span.text)[0]:
            if piece > width:
                break
            end, width = stop, width - piece
        if end:
            kept.append(span._replace(text=span.text[:end]))
        break
    return tuple(kept)


def wrap(spans: Sequence[Span], first_width: int, width: int) -> list[Line]:
    """Break spans into lines.

    Args:
        spans: The text; a line feed in it forces a new line.
        first_width: Cells of the first line, at least 1.
        width: Cells of the others, at least 1.

    Returns:
        At least one line. The space at which a line was broken is kept at its end where it fits, and left out where it
        does not; nothing else is ever left out or added.
    """
    lines: list[Line] = []
    room = max(1, first_width)
    for paragraph in _paragraphs(spans):
        start = 0
        while True:
            end, behind = _break(paragraph, start, room)
            lines.append(_join(paragraph[start:end]))
            room = max(1, width)
            start = behind
            if start >= len(paragraph):
                break
    return lines


def _paragraphs(spans: Sequence[Span]) -> list[list[_Piece]]:
    """Split spans at line feeds, into graphemes. A mark at the head of a span belongs to the character before it."""
    found: list[list[_Piece]] = [[]]
    for span in spans:
        for n, part in enumerate(span.text.split("\n")):
            if n:
                found.append([])
            run = found[-1]
            for start, end, wide in split_graphemes(part)[0]:
                if wide == 0 and run:
                    run[-1] = run[-1]._replace(text=run[-1].text + part[start:end])
                else:
                    run.append(_Piece(part[start:end], wide, span.style))
    return found


def _break(run: list[_Piece], start: int, room: int) -> tuple[int, int]:
    """Return where the line that begins at `start` ends, and where the next one begins."""
    used = 0
    end = start
    while end < len(run) and used + run[end].width <= room:
        used += run[end].width
        end += 1
    if end >= len(run):
        return end, end
    if end == start:
        return start + 1, start + 1
    if run[end].text == " ":
        return end, end + 1
    at = end
    while at > start and not _may_break(run, at):
        at -= 1
    if at > start:
        return at, at
    return end, end


def _may_break(run: list[_Piece], at: int) -> bool:
    """Return whether a line may end before the piece at this place."""
    before, behind = run[at - 1].text, run[at].text
    if behind == " ":
        return False
    if behind[0] in NOT_FIRST or before[-1] in NOT_LAST:
        return before == " " and behind[0] not in NOT_FIRST
    return before == " " or _ideograph(before) or _ideograph(behind) or before in "-/" and behind.isalpha()


def _ideograph(text: str) -> bool:
    """Return whether lines may break on both sides of a character: Chinese, kana, hangul, their punctuation, emoji."""
    code = ord(text[0])
    return (
        0x2E80 <= code <= 0xA4CF
        or 0xAC00 <= code <= 0xD7AF
        or 0xF900 <= code <= 0xFAFF
        or 0xFE30 <= code <= 0xFE4F
        or 0xFF00 <= code <= 0xFF60
        or 0x1F300 <= code <= 0x1FAFF
        or 0x20000 <= code <= 0x3FFFF
    )


def _join(run: list[_Piece]) -> Line:
    spans: list[Span] = []
    style: str | None = None
    parts: list[str] = []
    for piece in run:
        if piece.style != style and parts:
            spans.append(Span("".join(parts), style or ""))
            parts = []
        style = piece.style
        parts.append(piece.text)
    if parts:
        spans.append(Span("".join(parts), style or ""))
    return tuple(spans)
