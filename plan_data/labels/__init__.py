"""All words of the program itself, a table a subject."""
