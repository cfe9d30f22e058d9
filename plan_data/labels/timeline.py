"""The words and signs of the timeline."""

from __future__ import annotations

from plan_data.labels.signs import Sign

EVENT_SIGNS = {
    "event": Sign("◦", "@", "an event"),
    "plan": Sign("◊", "#", "a document is issued"),
    "target": Sign("♦", "!", "a deadline"),
}
"""Type of an event to its sign."""
UNKNOWN_PART = "exact date unknown"
"""Meaning of the signs for unknown months and days."""
BREAKS = "scale changes"
"""Meaning of the sign for a gap in the scale."""
PASSED = "passed, outcome not in our sources"
"""Of a deadline that lies behind us."""
TODAY = "today"
"""On the line of today."""
NO_DATE = "no date"
"""In place of an event's date."""
