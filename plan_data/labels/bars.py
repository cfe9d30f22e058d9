"""The words in the bars of the main screen, in its find line, and in panes that have nothing to show."""

from __future__ import annotations

PANE_LABELS = {"outline": "outline", "card": "detail", "source": "reader", "view": "view"}
"""Pane to its word, in the title bars, and in the help."""

# The bar at the top.
COPIES = "{n} copies attached"
ONE_COPY = "1 copy attached"
MATCHES = "{n} matches, n next"
UNSTATED = "{n} that no quote states"
PICKS = "enter picks, q leaves"
BOTH_LANGUAGES = "en+zh"

# The bars of the source pane and of a view.
SOURCE = "Source"
PASSAGE = "passage {where}"
OF_ANCESTOR = " of {title}"
ESCAPE = "escape"
BACK = " back"

# The find line, and the number of what it finds.
FIND_SIGN = "/"
NOT_FOUND = "not found"
ONE_ROW = "1 row"
ROWS = "{n} rows"

# Panes that have nothing to show.
TOO_SMALL = "Too small: 40x12 is needed"
NO_SOURCE = "No shipped source quotes this entry."
EMPTY_VIEW = "This plan holds nothing of the kind."
NO_ROW = "No row holds all these words."
