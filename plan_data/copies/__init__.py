"""Copies of sources that a reader attaches: reads, recognises, stores them, and merges them into the plan."""
