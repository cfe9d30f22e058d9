r"""Reads `\ud83d\ude00` in double quotes as the one character that it means.

JSON is YAML 1.2, and writes a character beyond U+FFFF as two escapes, a surrogate pair. libyaml refuses them. So each
pair is given to it as twelve stand-ins, one for each of its signs: no line or column moves, and where an escape is none
(plain, in single quotes, in a block, in a comment) the text as written can be had back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

_PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_BLOCKS = range(0x100000, 0x10FF80, 0x80)
"""Starts of blocks of code points for private use; a stand-in is its sign's ASCII code, counted from there."""


def has_pairs(data: bytes) -> bool:
    """Return whether a file may hold a surrogate pair; it takes 1 ms for 1 MB without one."""
    return b"\\u" in data and (b"\\ud" in data or b"\\uD" in data)


class SurrogatePairs:
    """The pairs of one text."""

    def __init__(self, text: str) -> None:
        """Take the text."""
        used = {ord(sign) & ~0x7F for sign in set(text)}
        self._base = next(block for block in _BLOCKS if block not in used)
        self._stand_ins = {code: self._base + code for code in range(0x80)}
        self._run = re.compile(f"[{chr(self._base)}-{chr(self._base + 0x7F)}]{{12}}")
        self.text = _PAIR.sub(self._hide, text)
        """The text with stand-ins for its pairs, as long as it was."""

    def _hide(self, pair: re.Match[str]) -> str:
        before = pair.start()
        while before and pair.string[before - 1] == "\\":
            before -= 1
        # Behind an odd number of backslashes the first sign of the pair is itself escaped.
        return pair.group() if (pair.start() - before) % 2 else pair.group().translate(self._stand_ins)

    def _written(self, run: re.Match[str]) -> str:
        return "".join(chr(ord(sign) - self._base) for sign in run.group())

    def _meant(self, run: re.Match[str]) -> str:
        written = self._written(run)
        high, low = int(written[2:6], 16), int(written[8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))

    def restored(self, events: Iterable[Any]) -> Iterator[Any]:
        """Yield the events of libyaml with what the stand-ins in their scalars mean."""
        for event in events:
            value = getattr(event, "value", None)
            if value is not None:
                event.value = self._run.sub(self._meant if event.style == '"' else self._written, value)
            yield event


def with_stand_ins(text: str) -> str:
    """Return a text with stand-ins for its pairs, for another look at its tokens."""
    return SurrogatePairs(text).text
