"""Work-arounds for terminals and for Textual, one file each, and what the program asks of the terminal."""
