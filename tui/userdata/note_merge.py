"""A note that was changed in two places: both texts are kept.

The rule: lines that only one side changed are taken from that side. Where both changed the same lines, both stand one
below the other, with a line between that says which was written elsewhere. Where one side took lines away that the
other one changed, the changed ones stay. So two explorers in which the same note is being written come to the same
text, however often each of them saves, and a text is never doubled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from difflib import SequenceMatcher
from typing import NamedTuple

_ALSO = re.compile(r"--- also written elsewhere, .* ---")


class _Change(NamedTuple):
    """Lines `start` to `end` of the old text, which became others on one side."""

    start: int
    end: int
    lines: list[str]
    mine: bool


def merge(was: str, mine: str, theirs: str, when: str) -> str:
    """Return a text that holds what two sides made of an older one.

    Args:
        was: The text that `mine` was made from.
        mine: The text here.
        theirs: The text elsewhere.
        when: When that was changed: UTC, ISO 8601.
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
    """Return on which line of a changed text a line of it stands now."""
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
    """Yield the changes in their order, those together that meet the same lines, or insert at the same place."""
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
    """Return what two sides made of the same lines."""
    if mine == theirs or not any(line.strip() for line in mine):
        return theirs
    if not any(line.strip() for line in theirs):
        return mine
    if _is_section(theirs):
        return mine + theirs
    if _is_section(mine):
        return theirs + mine
    return [*mine, "", f"--- also written elsewhere, {_time(when)} ---", "", *theirs]


def _is_section(lines: list[str]) -> bool:
    """Return whether lines begin with what was written elsewhere, and say so."""
    return bool(_ALSO.fullmatch(next((line for line in lines if line.strip()), "")))


def _time(when: str) -> str:
    try:
        return f"{datetime.fromisoformat(when).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return when
