"""Traditional script: recognised, and folded to simplified letters for matching only; what is shown stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

from plan_data.errors import Refused

_TRADITIONAL = frozenset("國務關於積極進聯網動導見創業製農業現護慧務電綠態實應發點領區際東無為與個這時來對開")
_SIMPLIFIED = frozenset("国务关于积极进联网动导见创业制农业现护慧务电绿态实应发点领区际东无为与个这时来对开")
NEEDS_OPENCC = (
    "the text is in traditional script, and reading it needs the package opencc: "
    "install internet-plus with its extra 'traditional'"
)
"""What is said where the package is missing."""


def is_traditional(paragraphs: Sequence[str]) -> bool:
    """Return whether a text is in traditional script: it has more letters that only that script uses."""
    text = "".join(paragraphs)
    traditional = sum(text.count(letter) for letter in _TRADITIONAL - _SIMPLIFIED)
    simplified = sum(text.count(letter) for letter in _SIMPLIFIED - _TRADITIONAL)
    return traditional > simplified


def simplified(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return each paragraph in simplified letters, code point for code point.

    Raises:
        Refused: The package `opencc` is not installed.
    """
    try:
        from opencc import OpenCC
    except ImportError:
        raise Refused(NEEDS_OPENCC) from None
    converter = OpenCC("t2s")
    found = []
    for paragraph in paragraphs:
        whole = converter.convert(paragraph)
        if len(whole) != len(paragraph):
            # Offsets must hold in both scripts, so a phrase that changes its length is taken letter by letter.
            whole = "".join((converter.convert(letter) or letter)[0] for letter in paragraph)
        found.append(whole)
    return tuple(found)
