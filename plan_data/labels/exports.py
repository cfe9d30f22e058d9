"""The words of exports."""

from __future__ import annotations

FORMATS_HELP = """\
md is a brief with the quotes as footnotes; html is one page that needs nothing else; csv is a table, json the
nodes as 'show' prints them; bib and csl are the sources for a bibliography."""
"""What each format is."""
