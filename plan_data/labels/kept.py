"""The words of the view of bookmarks and notes."""

from __future__ import annotations

NOT_READ = "What you keep cannot be read: {}"
"""Above the view, where notes.db cannot be read."""
NOT_KNOWN = "not known"
"""Behind the two headings then."""
BOOKMARKS = "Bookmarks"
"""Heading of the bookmarks."""
NO_BOOKMARKS = "{}; m sets one"
"""Where there are none."""
NOTES = "Notes"
"""Heading of the notes."""
NO_NOTES = "{}; i writes one"
"""Where there are none."""
GONE = "not in this plan any more"
"""Behind an id that the plan no longer has."""
