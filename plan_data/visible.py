"""Text as it is: what would act on a terminal, or hide from the eye, is shown by its code point."""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Characters that would act on a terminal or hide from the eye; a line feed is none."""


def visible(text: str) -> str:
    """Return the text with each control, bidirectional or zero-width character written as `<U+202E>`.

    Line feeds stay; they are the caller's to lay out. A no-break space stays: it shows as a space.
    """
    if text.isascii() and text.isprintable():
        return text
    return HIDDEN.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)


def hidden(text: str) -> str:
    """Return the first character that `visible` would write out, or ""."""
    found = HIDDEN.search(text)
    return found.group() if found else ""
