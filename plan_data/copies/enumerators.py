"""Enumerators before a heading: 1. or （一） or 第一章, bullets and marks of emphasis."""

from __future__ import annotations

import re

_ENUMERATOR = re.compile(
    r"(?:[#>*\-–—―─•·●]+"
    r"|第?[一二三四五六七八九十]{1,3}[、.．,，章节部分:：]+"
    r"|[（(][一二三四五六七八九十0-9]{1,3}[)）][、.．]?"
    r"|(?<![0-9])[0-9]{1,2}(?:[.．][0-9]{1,2})*(?:[、.．)）]+|(?![年月日个项])(?=[\u4e00-\u9fff])))"
)
_BEFORE = re.compile(f"(?:{_ENUMERATOR.pattern})$")
_LONGEST = 8
"""Characters of an enumerator, folded."""


def after_enumerator(text: str, start: int = 0) -> int:
    """Return where the words of a folded text begin after at most three enumerators, bullets or marks of emphasis."""
    at = start
    for _ in range(3):
        found = _ENUMERATOR.match(text, at)
        if not found or found.end() >= len(text):
            break
        at = found.end()
    return at


def enumerator_before(text: str, end: int) -> str:
    """Return the enumerator of a folded text that ends at a place; "" for none."""
    found = _BEFORE.search(text[max(0, end - _LONGEST) : end])
    return found.group() if found else ""
