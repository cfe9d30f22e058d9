"""Copies of sources that a reader attaches: read, recognised, kept, and laid over the plan."""
