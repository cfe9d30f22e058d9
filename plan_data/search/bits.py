"""Sets of ranks as integers: bit r is set when rank r is in the set, so the lowest bits are the best ranks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_SET_BYTE = re.compile(rb"[^\x00]", re.DOTALL)
_SET = 49


def bitset(groups: Iterable[Iterable[int]], size: int) -> int:
    """Return the set of all ranks in several groups; every rank is below `size`."""
    # One conversion from binary digits is three times as fast as setting the bits one by one.
    digits = bytearray(b"0") * (size or 1)
    for group in groups:
        for rank in group:
            digits[~rank] = _SET
    return int(digits, 2)


def ranks(bits: int) -> Iterator[int]:
    """Yield the ranks in a set, lowest first."""
    raw = bits.to_bytes((bits.bit_length() + 7) >> 3, "little")
    for found in _SET_BYTE.finditer(raw):
        base = found.start() << 3
        byte = raw[found.start()]
        while byte:
            low = byte & -byte
            yield base + low.bit_length() - 1
            byte ^= low
