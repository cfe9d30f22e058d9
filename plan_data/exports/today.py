"""The date that an export bears."""

from __future__ import annotations

import datetime
import os


def today() -> str:
    """Return today's date, `2026-11-28`, or that of SOURCE_DATE_EPOCH (reproducible-builds.org) where it is set."""
    try:
        return datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.UTC).date().isoformat()
    except (KeyError, ValueError, OverflowError, OSError):
        return datetime.date.today().isoformat()
