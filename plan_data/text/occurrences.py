"""Finding words on a page: a plain search for a text within a text, with width, case, marks and spaces folded."""

from __future__ import annotations

import unicodedata

_MARKS = str.maketrans(dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("“”„‟″", '"'))


def occurrences(text: str, query: str) -> list[tuple[int, int]]:
    """Return where a query stands in a text, as half-open spans of code points that do not overlap.

    A run of white space in either matches any other; letters match whatever their case and width (NFKC), quote marks
    whatever their form. A query of nothing but white space stands nowhere.
    """
    wanted = _folded(query)[0].strip()
    if not wanted:
        return []
    folded, origin = _folded(text)
    found: list[tuple[int, int]] = []
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        found.append((origin[at], origin[end - 1] + 1))
        at = folded.find(wanted, end)
    return found


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text folded, and for each code point of that the place of the one it came from."""
    parts: list[str] = []
    origin: list[int] = []
    space = False
    for i, letter in enumerate(text):
        if letter.isspace():
            piece = "" if space else " "
            space = True
        else:
            piece = unicodedata.normalize("NFKC", letter).casefold().translate(_MARKS)
            space = False
        parts.append(piece)
        origin.extend([i] * len(piece))
    return "".join(parts), origin
