"""What the reader keeps: notes, settings, history. Loads no textual."""
