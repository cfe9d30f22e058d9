"""Finding words on a page: a plain search for a text within a text."""

from __future__ import annotations

import re

from plan_data.text.folding import HYPHENS, fold


def occurrences(text: str, query: str) -> list[tuple[int, int]]:
    """Return where a text has a query, as half-open spans of code points that do not overlap.

    Both are folded by `fold`. A run of white space in either matches any other, and a hyphen in either may be missing
    in the other: `ecommerce`, `e-commerce`. A query of nothing but hyphens or quotation marks, which folding takes
    away, is sought as it is; one of nothing but white space is nowhere.
    """
    words = [fold(part).text.split() for part in re.split(f"[{HYPHENS}]", query)]
    words = [part for part in words if part]
    if not words:
        literal = query.strip()
        return [match.span() for match in re.finditer(re.escape(literal), text)] if literal else []
    # Of a hyphen in the query nothing needs to be left; between words there is a blank.
    pattern = r"\s*".join(r"\s+".join(map(re.escape, part)) for part in words)
    folded = fold(text)
    found = {folded.span(*match.span()) for match in re.finditer(pattern, folded.text)}
    kept = [n for n, at in enumerate(folded.origin[:-1]) if text[at] not in HYPHENS]
    if len(kept) < len(folded.text):
        closed = "".join(folded.text[n] for n in kept)
        for match in re.finditer(pattern, closed):
            found.add((folded.origin[kept[match.start()]], folded.ends[kept[match.end() - 1]]))
    return _apart(sorted(found, key=lambda span: (span[0], -span[1])))


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return sorted spans without those that overlap an earlier one."""
    found: list[tuple[int, int]] = []
    for span in spans:
        if not found or span[0] >= found[-1][1]:
            found.append(span)
    return found
