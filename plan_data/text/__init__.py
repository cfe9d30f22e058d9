"""Text: folding, occurrences, visible characters, dates, sort order."""
