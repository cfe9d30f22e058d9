"""Work-arounds for terminals and for Textual, one file each."""
