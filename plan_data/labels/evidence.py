"""The words of the view of sources and gaps."""

from __future__ import annotations

SEEN_IN = "seen in"
"""Head of the column of sources that are only cited."""
SEEN_IN_MEANS = "seen in: cited sources with an address where the title was seen."
"""What that column means, below the table."""
COUNTS_MEAN = "1s: one passage states it.  +8: eight more speak of it.  -: nothing shipped."
"""What the numbers mean, below the table."""
SOURCES = "Sources"
"""Heading of the sources below the table."""
COPY = "copy"
"""Head of the column of an attached copy."""
YOUR_COPY = "your copy: {}"
"""Before the name of an attached copy."""
