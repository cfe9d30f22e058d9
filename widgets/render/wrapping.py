"""Wrapping and cutting styled text in terminal cells. The only place that breaks lines.

Lines break at spaces, and between any two Chinese characters save where the rules of Chinese line breaking forbid it:
no line starts with closing punctuation, none ends with opening punctuation; `line_break_classes` has the signs and
names the rules. A no-break space never breaks. A character is never cut in half, and a mark stays with the letter that
it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from rich.cells import cell_len, split_graphemes

from plan_data.labels.signs import LEFT_OUT
from plan_data.text.visible import visible, visible_parts
from widgets.render.line_break_classes import HOLDS_BEFORE, HOLDS_BEHIND, NO_BREAK, NOT_FIRST, NOT_LAST


class _Fields(NamedTuple):
    text: str
    style: str


class Span(_Fields):
    """A text in one style.

    All that is drawn or printed in lines is made of spans, and a span escapes every character that would act on the
    terminal. Parts of a span are not escaped again: whether a joiner belongs to a word can be seen in the whole only.
    """

    __slots__ = ()

    def __new__(cls, text: str, style: str = "") -> Span:
        """Make a span of a text and the name of its style; "" for the style of the page."""
        return tuple.__new__(cls, (visible(text), style))

    @classmethod
    def _make(cls, iterable: Iterable[Any]) -> Span:  # type: ignore[override]
        return cls(*iterable)

    def part(self, start: int, end: int | None = None, style: str | None = None) -> Span:
        """Return a part of it, half-open in code points, in its own style or another."""
        return _trusted(self.text[start:end], self.style if style is None else style)


def _trusted(text: str, style: str) -> Span:
    """Return a span of a text that comes from spans, without escaping it again."""
    return tuple.__new__(Span, (text, style))


def lit_spans(text: str, marks: Iterable[tuple[int, int]], style: str, lit: str = "lit") -> tuple[Span, ...]:
    """Cut a text into spans; the ranges `marks` (half-open, in code points) have the style `lit`."""
    edges, styles = [0], []
    for start, end in marks:
        edges += [start, end]
        styles += [style, lit]
    edges.append(len(text))
    return tuple(span for span in styled_spans(text, edges, [*styles, style]) if span.text)


def styled_spans(text: str, edges: list[int], styles: list[str]) -> tuple[Span, ...]:
    """Cut a text into spans at `edges`, in code points; each has its own style."""
    return tuple(_trusted(part, style) for part, style in zip(visible_parts(text, edges), styles, strict=True))


Line = tuple[Span, ...]
"""One line of spans."""


class _Run(NamedTuple):
    """A paragraph as a sequence of graphemes."""

    glyphs: Sequence[str]
    """The graphemes: characters with their combining marks; of ASCII text the text itself."""
    widths: Sequence[int] | None
    """Cells of each grapheme; None where all are one cell wide."""
    styles: list[tuple[int, str]]
    """Start and name of each style, in order."""


def cells(text: str) -> int:
    """Return how many cells a text takes in a terminal."""
    return cell_len(text)


def line_width(line: Iterable[Span]) -> int:
    """Return how many cells a line takes."""
    return sum(cell_len(span.text) for span in line)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return a text as it is shown, padded with spaces to `width` cells; `right` aligns it to the right."""
    shown = visible(text)
    blanks = " " * (width - cells(shown))
    return blanks + shown if right else shown + blanks


def cut(line: Line, width: int) -> Line:
    """Return the start of a line that fits into `width` cells, cut between graphemes, without an ellipsis."""
    fitting: list[Span] = []
    for span in one_line(line):
        wide = cells(span.text)
        if wide <= width:
            fitting.append(span)
            width -= wide
            continue
        end = 0
        for _, stop, piece in split_graphemes(span.text)[0]:
            if piece > width:
                break
            end, width = stop, width - piece
        while end and span.text[end - 1] in "\u200c\u200d":
            end -= 1
        if end:
            fitting.append(span.part(0, end))
        break
    return tuple(fitting)


def cut_words(text: str, width: int) -> str:
    """Return a name in at most `width` cells: whole words are left out at its end, and ` ..` says so.

    A name whose first word does not fit is cut inside it. A Chinese name is cut between two characters.
    """
    text = visible(text).replace("\n", " ")
    if cells(text) <= width:
        return text
    room = width - cells(LEFT_OUT)
    if room < 1:
        return "".join(span.text for span in cut((Span(text),), max(0, width)))
    # A sign wider than the room is a line of its own when text is wrapped.
    first = cut(wrap((Span(text),), room, room)[0], room)
    shown = "".join(span.text for span in first).rstrip()
    if shown.endswith("-") and " " in shown:
        # A line may end inside a hyphenated word, a name not.
        shown = shown.rpartition(" ")[0]
    return shown + LEFT_OUT


def one_line(line: Line) -> Line:
    """Return a line with a space in place of each line feed."""
    if any("\n" in span.text for span in line):
        return tuple(_trusted(span.text.replace("\n", " "), span.style) for span in line)
    return line


def wrap(spans: Sequence[Span], first_width: int, width: int) -> list[Line]:
    """Break spans into lines.

    Args:
        spans: The text; a line feed starts a new line.
        first_width: Cells of the first line, at least 1.
        width: Cells of the others, at least 1.

    Returns:
        At least one line. The space at which a line is broken stays at its end if it fits, and is dropped if not;
        nothing else is dropped or added.
    """
    if all("\n" not in span.text for span in spans) and line_width(spans) <= first_width:
        return [tuple(span for span in spans if span.text)]
    lines: list[Line] = []
    room = max(1, first_width)
    for run in _paragraphs(spans):
        start = 0
        while True:
            end, after = _break(run, start, room)
            lines.append(_slice(run, start, end))
            room = max(1, width)
            start = after
            if start >= len(run.glyphs):
                break
    return lines


def _paragraphs(spans: Sequence[Span]) -> Iterator[_Run]:
    """Split spans at line feeds. A combining mark at the start of a span belongs to the character before it."""
    paragraphs: list[list[Span]] = [[]]
    for span in spans:
        first, *rest = span.text.split("\n")
        paragraphs[-1].append(_trusted(first, span.style) if rest else span)
        paragraphs.extend([_trusted(part, span.style)] for part in rest)
    for paragraph in paragraphs:
        styles: list[tuple[int, str]] = []
        if all(span.text.isascii() for span in paragraph):
            at = 0
            for span in paragraph:
                styles.append((at, span.style))
                at += len(span.text)
            yield _Run("".join(span.text for span in paragraph), None, styles)
            continue
        glyphs: list[str] = []
        widths: list[int] = []
        for span in paragraph:
            styles.append((len(glyphs), span.style))
            for start, end, wide in split_graphemes(span.text)[0]:
                if wide == 0 and glyphs:
                    glyphs[-1] += span.text[start:end]
                else:
                    glyphs.append(span.text[start:end])
                    widths.append(wide)
        yield _Run(glyphs, widths, styles)


def _break(run: _Run, start: int, room: int) -> tuple[int, int]:
    """Return the end of the line that begins at `start`, and the start of the next line."""
    glyphs, widths = run.glyphs, run.widths
    size = len(glyphs)
    if widths is None:
        end = min(size, start + room)
    else:
        used = 0
        end = start
        while end < size and used + widths[end] <= room:
            used += widths[end]
            end += 1
    if end >= size:
        return size, size
    if end == start:
        return start + 1, start + 1
    if glyphs[end] == " " and _ends_well(glyphs, end):
        return end, end + 1
    at = end
    while at > start and not _may_break(glyphs[at - 1], glyphs[at]):
        at -= 1
    if at > start:
        return at, at
    at = end
    while at > start and not _may_split(glyphs[at - 1], glyphs[at]):
        at -= 1
    at = at if at > start else end
    return at, at


def _ends_well(glyphs: Sequence[str], at: int) -> bool:
    """Return whether a line may end before the space at `at`: not after an opening sign or before a Chinese one."""
    after = glyphs[at + 1][0] if at + 1 < len(glyphs) else "x"
    return glyphs[at - 1][-1] not in NOT_LAST and (after not in NOT_FIRST or after.isascii())


def _may_split(before: str, after: str) -> bool:
    """Return whether a run that is wider than the pane may be cut between these two graphemes."""
    glued = before[-1] in NO_BREAK or after[0] in NO_BREAK
    return not (glued or after[0] in NOT_FIRST or before[-1] in NOT_LAST or after == " ")


def _may_break(before: str, after: str) -> bool:
    """Return whether a line may end between these two graphemes."""
    if after == " " or after[0] in NOT_FIRST or after[0] in NO_BREAK or before[-1] in NO_BREAK:
        return False
    if before == " ":
        return True
    if before[-1] in NOT_LAST or before[-1] in HOLDS_BEHIND or after[0] in HOLDS_BEFORE:
        return False
    if after.isascii() and before.isascii():
        return before in "-/" and after.isalpha()
    return _ideograph(before) or _ideograph(after) or (before in "-/" and after.isalpha())


def _ideograph(text: str) -> bool:
    """Return whether lines may break on both sides of a character: Chinese, kana, hangul, their punctuation, emoji."""
    code = ord(text[0])
    return (
        0x2E80 <= code <= 0xA4CF
        or 0xAC00 <= code <= 0xD7AF
        or 0xF900 <= code <= 0xFAFF
        or 0xFE30 <= code <= 0xFE6F
        or 0xFF00 <= code <= 0xFFE6
        or 0x1F300 <= code <= 0x1FAFF
        or 0x20000 <= code <= 0x3FFFF
    )


def _slice(run: _Run, start: int, end: int) -> Line:
    """Return a range of a paragraph as spans."""
    spans: list[Span] = []
    for n, (at, style) in enumerate(run.styles):
        after = run.styles[n + 1][0] if n + 1 < len(run.styles) else len(run.glyphs)
        from_, to = max(at, start), min(after, end)
        if from_ < to:
            part = run.glyphs[from_:to]
            text = part if isinstance(part, str) else "".join(part)
            if spans and spans[-1].style == style:
                spans[-1] = _trusted(spans[-1].text + text, style)
            else:
                spans.append(_trusted(text, style))
    return tuple(spans)
