"""Cards, pages and views as lines of styled text. Loads no textual."""
