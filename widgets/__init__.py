"""What can be drawn. Knows plan_data, never tui. `blocks`, `wrapping` and `cards` load no textual: they print too."""
