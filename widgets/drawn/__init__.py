"""The Textual widgets that draw lines of styled text."""
