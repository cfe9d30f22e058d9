"""Dates as plans write them: a year, a month or a day."""

from __future__ import annotations

import datetime
import re

DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
"""A year, a month or a day."""


def is_date(text: str) -> bool:
    """Return whether a text is a date of the calendar: a year from 1, a month or a day."""
    found = DATE.match(text)
    if not found:
        return False
    try:
        datetime.date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    return True


def precision(date: str) -> str:
    """Return `day`, `month` or `year`, or "" for a text that is no date."""
    return {4: "year", 7: "month", 10: "day"}.get(len(date), "") if is_date(date) else ""


def date_key(date: str) -> tuple[str, str, str]:
    """Return what sorts dates: an unknown part comes after the known ones of its year or month, no date last."""
    parts = date.split("-") if precision(date) else ["9999"]
    year, month, day = [*parts, "99", "99"][:3]
    return year, month, day


def by_first_day(date: str) -> tuple[bool, str]:
    """Return what sorts dates by their first possible day: `2015`, `2015-03`, `2015-03-19`; what is no date last."""
    return not precision(date), date
