"""Finding words on a page: a plain search for a text within a text."""

from __future__ import annotations

import re

from plan_data.text.folding import fold


def occurrences(text: str, query: str) -> list[tuple[int, int]]:
    """Return where a text has a query, as half-open spans of code points that do not overlap.

    Both are folded by `fold`, and a run of white space in either matches any other. A query of nothing but hyphens or
    apostrophes, which folding takes away, is sought as it is; one of nothing but white space is nowhere.
    """
    words = fold(query).text.split()
    if not words:
        literal = query.strip()
        return [match.span() for match in re.finditer(re.escape(literal), text)] if literal else []
    folded = fold(text)
    pattern = r"\s+".join(map(re.escape, words))
    return [folded.span(*match.span()) for match in re.finditer(pattern, folded.text)]
