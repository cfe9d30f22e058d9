"""Text as such: folding, occurrences, what can be seen of it, dates, sort order."""
