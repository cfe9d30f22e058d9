"""Work-arounds for Textual and for terminals, each in a file of its own."""
