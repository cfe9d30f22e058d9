"""The axis of the timeline: dates as cells, to scale inside each of up to three stretches of time.

The years with most events are drawn large, so that months can be told apart, and the years before and after them small.
Where the scale changes two signs stand on the axis. A stretch may have more years than cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

BREAK = "//"
"""Marks a change of scale."""
NEAR_YEARS = 2
"""Years in a row that are drawn large."""
CELLS_A_MONTH = 3
"""Cells of a month of these years at most."""
LEAST_FAR = 9
"""Cells that the years before and after them have at least, where there are so many years."""
CELLS_A_YEAR = 4
"""Cells of a year of the others at most."""
LEAST_NEAR = 12
"""Cells that the near years have at least, where there is room for anything."""
DAYS = 372
"""Days of a year: each month has 31, so that a month is as wide as any other."""
BEHIND_LABEL = 1
"""Empty cells between two labels."""


class Stretch(NamedTuple):
    """Years in a row that are drawn to one scale."""

    first: int
    """The first year."""
    years: int
    """How many years."""
    at: int
    """The cell where it begins."""
    width: int
    """Its cells."""


class Axis(NamedTuple):
    """Positions of dates, in cells from the left end of the axis."""

    stretches: tuple[Stretch, ...]
    """What it is made of, in the order of time."""
    near: Stretch
    """The one that is drawn large."""
    breaks: tuple[int, ...]
    """The cells where the sign for a change of scale begins."""

    @property
    def width(self) -> int:
        """Cells of the whole axis."""
        return self.stretches[-1].at + self.stretches[-1].width

    @property
    def last(self) -> int:
        """The last year."""
        return self.stretches[-1].first + self.stretches[-1].years - 1

    def start(self, year: int) -> int:
        """Return the cell in which a year begins."""
        return self.span(f"{year:04}")[0]

    def span(self, date: str) -> tuple[int, int]:
        """Return the cells of a date of `precision` year, month or day, half-open and at least one."""
        parts = [int(part) for part in date.split("-")]
        year, month, day = (*parts, 0, 0)[:3]
        stretch = next((s for s in reversed(self.stretches) if s.first <= year), self.stretches[0])
        begin = (year - stretch.first) * DAYS + max(0, month - 1) * DAYS // 12 + max(0, day - 1)
        length = 1 if day else DAYS // 12 if month else DAYS
        whole = stretch.years * DAYS
        start, end = (at * stretch.width // whole for at in (begin, begin + length))
        return stretch.at + start, stretch.at + max(start + 1, end)

    def labels(self, wanted: Sequence[int]) -> str:
        """Return the line of years, with the breaks between them; no label touches another.

        Args:
            wanted: Years that are to have a label before others.
        """
        line = [" "] * self.width
        for at in self.breaks:
            line[at : at + len(BREAK)] = BREAK
        long = _is_long(self.stretches[0].first, self.last)
        for year in self._labelled(wanted):
            text = f"{year:04}" if long else f"'{year % 100:02}"
            # A label that would stand out at the end stands a bit further left.
            at = min(self.start(year), self.width - len(text))
            around = line[max(0, at - BEHIND_LABEL) : at + len(text) + BEHIND_LABEL]
            if at >= 0 and not "".join(around).strip():
                line[at : at + len(text)] = text
        return "".join(line).rstrip()

    def _labelled(self, wanted: Sequence[int]) -> Iterator[int]:
        """Yield the years for which a label is tried, in this order."""
        yield from range(self.near.first, self.near.first + self.near.years)
        yield from wanted
        yield self.stretches[0].first
        yield self.last
        for stretch in self.stretches:
            # Round years, far enough from each other that the labels are evenly spaced.
            step = next(n for n in (1, 2, 5, 10, 20, 25, 50, 100, 10_000) if n * stretch.width >= 6 * stretch.years)
            yield from (year for year in range(stretch.first, stretch.first + stretch.years) if year % step == 0)


def _is_long(first: int, last: int) -> bool:
    """Return whether years need all their four digits: where two could be taken for each other, or for the other."""
    return first // 100 != last // 100


def least_width(dates: Iterable[str], also: Iterable[str] = ()) -> int:
    """Return how many cells the axis of `axis_for` needs to be read as a picture."""
    first, near, near_last, last = _years(dates, also)
    beside = [years for years in (near - first, last - near_last) if years]
    marks = len(BREAK) * len(beside) + (near > first)
    return LEAST_NEAR + marks + max(sum(_least(years, first, last) for years in beside), min(sum(beside), LEAST_FAR))


def axis_for(dates: Iterable[str], width: int, also: Iterable[str] = ()) -> Axis:
    """Return the axis of some dates.

    Args:
        dates: The dates of the events, at least one.
        width: Most cells that it may have, but for those that it needs.
        also: Dates that must be on the axis too, but do not count as events.
    """
    first, near, near_last, last = _years(dates, also)
    before, after = near - first, last - near_last
    # Behind the years before a blank is added, so that the first label of the near ones does not touch the sign.
    breaks = (len(BREAK) + 1 if before else 0) + (len(BREAK) if after else 0)
    room = max(width - breaks, LEAST_NEAR)
    least = [_least(years, first, last) for years in (before, after)]
    far = max(room // 3, min(before + after, LEAST_FAR), sum(least))
    most = 12 * CELLS_A_MONTH * (near_last - near + 1)
    large = min(most, max(1, room - min(far, CELLS_A_YEAR * (before + after))))
    # Both years have as many cells, so that a range ends where the next one begins.
    large -= large % (near_last - near + 1)
    far = min(CELLS_A_YEAR * (before + after), max(room - large, sum(least)))
    share = round(far * before / (before + after)) if far else 0
    share = max(least[0], min(share, far - least[1]))
    stretches: list[Stretch] = []
    at = 0
    marks = []
    for begin, years, cells in ((first, before, share), (near, near_last - near + 1, large), (near_last + 1, after, 0)):
        if not years:
            continue
        if stretches and begin == near:
            marks.append(at)
            at += len(BREAK) + 1
        elif stretches:
            # In December of the last near year, so that a blank is left before the first label of the far ones.
            marks.append(at - 1)
            at += len(BREAK)
        wide = cells or far - share
        stretches.append(Stretch(begin, years, at, wide))
        at += wide
    return Axis(tuple(stretches), next(s for s in stretches if s.first == near), tuple(marks))


def _years(dates: Iterable[str], also: Iterable[str]) -> tuple[int, int, int, int]:
    """Return the first year, the first and the last that are drawn large, and the last."""
    years = Counter(int(date[:4]) for date in dates)
    drawn = [*years, *(int(date[:4]) for date in also)]
    near = max(sorted(years), key=lambda year: sum(years[year + n] for n in range(NEAR_YEARS)))
    return min(drawn), near, min(near + NEAR_YEARS - 1, max(drawn)), max(drawn)


def _least(years: int, first: int, last: int) -> int:
    """Return the cells that years far away need: those of a label and a blank."""
    return min(CELLS_A_YEAR * years, 5 if _is_long(first, last) else 4)
