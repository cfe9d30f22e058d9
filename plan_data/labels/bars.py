"""The words on the bars of the main screen, in its find line, and in panes that have nothing to show."""

from __future__ import annotations

PANE_LABELS = {"outline": "outline", "card": "detail", "source": "reader", "view": "view"}
"""Pane to its word, in the title bars, and in the help."""

# The bar at the top.
COPIES = "{n} copies attached"
"""Number of attached copies."""
ONE_COPY = "1 copy attached"
"""The same for one."""
MATCHES = "{n} matches, n next"
"""Number of matches of the last search."""
UNSTATED = "{n} that no quote states"
"""Number of nodes that the filter of `U` shows."""
PICKS = "enter picks, q leaves"
"""What the keys do with `--pick`."""
BOTH_LANGUAGES = "en+zh"
"""The language `both`."""

# The bars of the source pane and of a view.
SOURCE = "Source"
"""Title of the source pane while nothing is open in it."""
PASSAGE = "passage {where}"
"""Number of the passage, and of how many."""
OF_ANCESTOR = " of {title}"
"""Behind the role of a quote that is an ancestor's."""
ESCAPE = "escape"
"""The key that closes a view, at the right of its bar."""
BACK = " back"
"""What that key does."""

# The find line, and the number of what it finds.
FIND_SIGN = "/"
"""Before what is typed."""
NOT_FOUND = "not found"
"""In place of the number of matches."""
ONE_ROW = "1 row"
"""Number of rows that a filtered view shows, for one."""
ROWS = "{n} rows"
"""The same for several, or none."""

# Panes that have nothing to show.
TOO_SMALL = "Too small: 40x12 is needed"
"""In place of the screen in a window that is too small."""
NO_SOURCE = "No shipped source quotes this entry."
"""In the source pane, for an entry without a quote."""
EMPTY_VIEW = "This plan holds nothing of the kind."
"""In a view that has no rows in this plan."""
NO_ROW = "No row holds all these words."
"""In a view whose filter fits no row."""
