"""The words that the program itself says, a table a subject."""
