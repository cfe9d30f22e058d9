"""The panes of the main screen, their bars, and the find line."""
