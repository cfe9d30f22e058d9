"""Pinyin that is typed in full and by initials together: `xietongzz`."""

from __future__ import annotations

from collections.abc import Sequence

from plan_data.search.pinyin import LONGEST, NEVER_FIRST, is_syllable

FEWEST_MIXED = 3
"""Fewest syllables that are typed in full and by initials together."""
_SHORTEST = 4
"""Fewest letters of such a query."""
_LONGEST = 20
"""Most letters of one."""
_TWO_LETTERS = ("zh", "ch", "sh")
"""Initials of two letters, which may be typed as one or two."""


def mixed_end(spelt: Sequence[str], query: str, start: int) -> int:
    """Return behind which syllable a query ends that begins with a syllable, in full or by initials; 0 if nowhere."""
    places = {0}
    for n, syllable in enumerate(spelt[start:], start + 1):
        initial = 1 + (syllable[:2] in _TWO_LETTERS)
        places = {
            at + size
            for at in places
            for size in (1, initial, min(len(syllable), len(query) - at))
            if query.startswith(syllable[:size], at)
        }
        if len(query) in places:
            return n
    return 0


def full_syllables(letters: str) -> list[list[str]]:
    """Return the syllables that may be typed in full among some letters, as few as can be, for each way to read them.

    At least one is in full. The other letters are initials, so that none of them is one with which no syllable begins.
    """
    if not _SHORTEST <= len(letters) <= _LONGEST:
        return []
    ways: list[set[frozenset[str]]] = [set() for _ in range(len(letters) + 1)]
    ways[0].add(frozenset())
    for at, letter in enumerate(letters):
        # A way that needs more syllables than another finds nothing besides; only the first needs one at all.
        for way in [way for way in ways[at] if not any(other and other < way for other in ways[at])]:
            if letter not in NEVER_FIRST:
                ways[at + 1].add(way)
            for end in range(at + 2, min(len(letters), at + LONGEST) + 1):
                if is_syllable(letters[at:end]):
                    ways[end].add(way | {letters[at:end]})
    return [sorted(way) for way in ways[-1] if way]
