"""Hard-wraps the paragraphs of a made-up copy, as pdftotext and old text files do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_NEVER_FIRST = "，。、；：！？）》」』】〕”’"
Foot = Callable[[int], list[str]]
FEET: dict[str, Foot] = {
    "- 3 -": lambda page: [f"- {page} -"],
    "— 3 — between blank lines": lambda page: ["", f"— {page} —", ""],
    "3": lambda page: [str(page)],
    "3 between blank lines": lambda page: ["", str(page), ""],
    "第3页 共20页": lambda page: [f"第{page}页 共20页"],
    "a form feed": lambda page: ["\f"],
    "3 and a form feed": lambda page: ["", str(page), "", "\f"],
    "— 3 — and a form feed before the text": lambda page: [f"—{page}—", "", "\f", ""],
}
"""What stands at the end of a page, by its number."""


@dataclass(frozen=True)
class Wrapping:
    """A way to wrap paragraphs."""

    width: int
    """Characters in a line."""
    blank: bool = False
    """A blank line after each paragraph."""
    indent: str = ""
    """What the first line of a paragraph begins with; it counts."""
    lost: bool = False
    """The indent is not printed, but its room is lost, as with pdftotext."""
    careful: bool = False
    """No line begins with a comma and the like."""
    foot: str = ""
    """One of `FEET`."""
    head: str = ""
    """A line that each page begins with."""
    page: int = 30
    """Lines on a page."""
    newline: str = "\n"

    def text(self, paragraphs: Sequence[str]) -> str:
        """The wrapped text."""
        lines: list[str] = []
        for paragraph in paragraphs:
            lines += self.lines(paragraph)
            lines += [""] * self.blank
        if self.foot or self.head:
            lines = list(self._paged(lines))
        return self.newline.join([*lines, ""])

    def lines(self, paragraph: str) -> list[str]:
        """The lines of a paragraph."""
        found: list[str] = []
        rest = self.indent + paragraph
        while rest:
            end = self.width
            while self.careful and 1 < end < len(rest) and rest[end] in _NEVER_FIRST:
                end -= 1
            found.append(rest[:end])
            rest = rest[end:]
        return [line.strip() for line in found] if self.lost else found

    def _paged(self, lines: Sequence[str]) -> Iterator[str]:
        for number, start in enumerate(range(0, len(lines), self.page), 1):
            yield from [self.head] * bool(self.head)
            yield from lines[start : start + self.page]
            yield from FEET[self.foot](number) if self.foot else []
