"""Recognises traditional script, and converts it to simplified characters for matching only."""

from __future__ import annotations

from collections.abc import Sequence

from plan_data.errors import Refused

_TRADITIONAL = frozenset("國務關於積極進聯網動導見創業製農業現護慧務電綠態實應發點領區際東無為與個這時來對開")
_SIMPLIFIED = frozenset("国务关于积极进联网动导见创业制农业现护慧务电绿态实应发点领区际东无为与个这时来对开")


def is_traditional(paragraphs: Sequence[str]) -> bool:
    """Return whether a text has more characters that only traditional script has than such of simplified script."""
    text = "".join(paragraphs)
    traditional = sum(text.count(letter) for letter in _TRADITIONAL - _SIMPLIFIED)
    simplified = sum(text.count(letter) for letter in _SIMPLIFIED - _TRADITIONAL)
    return traditional > simplified


def simplified(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return each paragraph in simplified characters, one for each code point.

    Raises:
        Refused: The package `opencc` is not installed.
    """
    try:
        from opencc import OpenCC
    except ImportError:
        raise Refused("opencc") from None
    converter = OpenCC("t2s")
    found = []
    for paragraph in paragraphs:
        whole = converter.convert(paragraph)
        if len(whole) != len(paragraph):
            # Offsets must be valid in both scripts, so a phrase that changes its length is converted by character.
            whole = "".join((converter.convert(letter) or letter)[0] for letter in paragraph)
        found.append(whole)
    return tuple(found)
