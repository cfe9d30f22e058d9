"""What is a date: a year, a month or a day, as plans write them."""

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
