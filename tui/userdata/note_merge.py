"""Three-way merge of a note that was changed in two explorers; no text is lost.

Lines that only one side changed are taken from that side. Where both sides changed the same lines, the result has both
versions, separated by a line that marks the one written elsewhere. Where one side deleted lines that the other side
changed, the changed lines are kept. Two explorers that edit the same note therefore reach the same text, however often
each of them saves, and no text appears twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from difflib import SequenceMatcher
from typing import NamedTuple

from plan_data.labels.saved import ALSO_WRITTEN

_ALSO = re.compile(r"--- also written elsewhere, .* ---")
"""The mark of such a text, in version 0.1.0 and since."""


class _Change(NamedTuple):
    """A change of one side: lines `start` to `end` of the old text become `lines`."""

    start: int
    end: int
    lines: list[str]
    mine: bool


def merge(was: str, mine: str, theirs: str, when: str) -> str:
    """Return the merge of two changed versions of a text.

    Args:
        was: The common older version.
        mine: The version of this explorer.
        theirs: The version in the store.
        when: When `theirs` was written: UTC, ISO 8601.
    """
    old = was.split("\n")
    found: list[str] = []
    at = 0
    for group in _groups(_changes(old, mine.split("\n"), True) + _changes(old, theirs.split("\n"), False)):
        start, end = group[0].start, max(change.end for change in group)
        here, there = ([change for change in group if change.mine is own] for own in (True, False))
        found += old[at:start]
        if not there or not here:
            found += _applied(old, start, end, group)
        else:
            found += _both(_applied(old, start, end, here), _applied(old, start, end, there), when)
        at = end
    return "\n".join(found + old[at:])


def row_after(before: str, after: str, row: int) -> int:
    """Return the line number in `after` of line `row` of `before`."""
    for _, start, end, new_start, new_end in SequenceMatcher(
        None, before.split("\n"), after.split("\n"), autojunk=False
    ).get_opcodes():
        if start <= row < end:
            return min(new_start + row - start, max(new_start, new_end - 1))
    return after.count("\n")


def _changes(old: list[str], new: list[str], mine: bool) -> list[_Change]:
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [_Change(i, j, new[k:m], mine) for tag, i, j, k, m in found if tag != "equal"]


def _groups(changes: list[_Change]) -> Iterator[list[_Change]]:
    """Yield the changes in order, grouped where they overlap or insert at the same line."""
    group: list[_Change] = []
    end = 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if group and not (change.start < end or group[0].start == end == change.start == change.end):
            yield group
            group = []
        end = max(end, change.end) if group else change.end
        group.append(change)
    if group:
        yield group


def _applied(old: list[str], start: int, end: int, changes: list[_Change]) -> list[str]:
    found: list[str] = []
    for change in changes:
        found += old[start : change.start] + change.lines
        start = change.end
    return found + old[start:end]


def _both(mine: list[str], theirs: list[str], when: str) -> list[str]:
    """Return the merge of two versions of the same lines."""
    if mine == theirs or not any(line.strip() for line in mine):
        return theirs
    if not any(line.strip() for line in theirs):
        return mine
    if _is_section(theirs):
        return mine + theirs
    if _is_section(mine):
        return theirs + mine
    return [*mine, "", ALSO_WRITTEN.format(when=_time(when)), "", *theirs]


def _is_section(lines: list[str]) -> bool:
    """Return whether lines start with the mark of a text that was written elsewhere."""
    return bool(_ALSO.fullmatch(next((line for line in lines if line.strip()), "")))


def _time(when: str) -> str:
    try:
        return f"{datetime.fromisoformat(when).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return when
