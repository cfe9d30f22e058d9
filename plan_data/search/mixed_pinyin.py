"""Pinyin that is typed in full and by initials together: `xietongzz`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plan_data.search.pinyin import LONGEST, NEVER_FIRST, is_syllable

FEWEST_MIXED = 3
"""Fewest syllables that are typed in full and by initials together."""
_SHORTEST = 4
"""Fewest letters of such a query."""
_LONGEST = 20
"""Most letters of one."""
_TWO_LETTERS = ("zh", "ch", "sh")
"""Initials of two letters, which may be typed as one or two."""


def _shares(syllable: str, query: str, at: int) -> Iterator[int]:
    """Yield where a query goes on after a syllable that is typed in full, as its initial, or not to its end."""
    if query.startswith(syllable, at):
        yield at + len(syllable)
    if query[at : at + 2] in _TWO_LETTERS and syllable.startswith(query[at : at + 2]):
        yield at + 2
    if query[at : at + 1] == syllable[0]:
        yield at + 1
    if len(query) - at < len(syllable) and syllable.startswith(query[at:]):
        yield len(query)


def mixed_end(spelt: Sequence[str], query: str, start: int) -> int:
    """Return behind which syllable a query ends that begins with a syllable, in full or by initials; 0 if nowhere."""
    places = {0}
    for n in range(start, len(spelt)):
        places = {end for at in places for end in _shares(spelt[n], query, at)}
        if len(query) in places:
            return n + 1
        if not places:
            break
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
