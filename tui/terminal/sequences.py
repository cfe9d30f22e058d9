"""Splits the bytes from a terminal into texts, keys and control sequences. Loads no textual.

Textual 8.2.8 decodes its input strictly, so that one byte that is not UTF-8 ends the app (Textualize/textual#6456,
#6668), and passes on every sequence that it does not know as single keys (#6573). Here each sequence is read whole,
by the rules of ECMA-48, before it is interpreted.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from enum import Enum, auto
from typing import NamedTuple

ESC = "\x1b"
ESCAPE_AFTER = 0.1
"""Seconds without a following byte after which Escape counts as the key."""
CUT_FOR = 1.0
"""Seconds without a byte after which an incomplete sequence is dropped."""
LONGEST_TIME = 3.0
"""Seconds after which an unfinished string ends although bytes keep coming: these are typed by the user."""
LONGEST_STRING = 2_000_000
"""Maximum length of a string in bytes; reports of the clipboard are long."""
LONGEST_SEQUENCE = 200
"""Maximum length of a control sequence in characters; longer ones are dropped."""

_TEXT = re.compile(rb"[^\x00-\x1f\x7f]+")
_STRING_END = re.compile(rb"[\x07\x18\x1a\x1b]")
_INNER = re.compile(r"\x1b\[(<[^Mm]*|.*[;\[]N(a|aN)?|\[)\Z", re.DOTALL)
"""Sequences that go on after a final letter: a mouse report, NaN in place of a number, a key of the Linux console."""
_RXVT = re.compile(r"\x1b\[[0-9]+\$\Z")
"""rxvt ends keys with `$`, which elsewhere is an intermediate byte."""
_LATE = re.compile(rb"\[([<-?]|[0-9]+[0-9;:]*[ -/]*[@-~])|[]P^_X][^\x07\x1b]+(\x07|\x1b\\)|O[0-9;]*[@-~]\Z")
"""The rest of a sequence whose Escape came so early that it counted as the key; nobody types this at once."""
_OPENING = {"[", "O", "]", "P", "^", "_", "X"}
"""Characters that start a sequence after Escape: CSI, SS3, and the strings OSC, DCS, PM, APC and SOS."""


class Kind(Enum):
    """Kinds of pieces of the input."""

    TEXT = auto()
    """Characters that can be printed."""
    CONTROL = auto()
    """One control character."""
    ESCAPE = auto()
    """The Escape key."""
    ALT = auto()
    """One character straight after Escape."""
    SEQUENCE = auto()
    """A complete control sequence or SS3, not longer than the maximum."""


class Piece(NamedTuple):
    """A piece of the input."""

    kind: Kind
    """Its kind."""
    text: str
    """Its characters."""


class _State(Enum):
    GROUND = auto()
    ESCAPE = auto()
    SEQUENCE = auto()
    """After `ESC [` or `ESC O`."""
    STRING = auto()
    STRING_ESCAPE = auto()
    """After Escape in a string: a backslash ends the string."""
    MOUSE = auto()
    """After `ESC [ M`: three bytes of an old mouse report, of any value."""


class Splitter:
    """Splits bytes into pieces. Drops strings, old mouse reports, and bytes that are not UTF-8."""

    def __init__(self) -> None:
        """Start in plain text."""
        self._decoder = getincrementaldecoder("utf-8")("ignore")
        self._state = _State.GROUND
        self._sequence = ""
        self._length = 0
        """Bytes of the string or mouse report so far."""
        self._began = 0.0
        self._latest = 0.0
        self._escaped = 0.0
        """When a lone Escape last counted as the key."""
        self._found: list[Piece] = []

    @property
    def deadline(self) -> float | None:
        """When `tick` must be called, by the clock of `feed`; None while no sequence is incomplete."""
        if self._state is _State.GROUND:
            return None
        return self._latest + (ESCAPE_AFTER if self._state is _State.ESCAPE else CUT_FOR)

    def feed(self, data: bytes, now: float) -> list[Piece]:
        """Read bytes, and return the pieces that are complete.

        Args:
            data: Bytes from the terminal.
            now: Seconds of a monotonic clock.
        """
        found = self.tick(now)
        if self._state in (_State.STRING, _State.STRING_ESCAPE) and now - self._began >= LONGEST_TIME:
            self._state = _State.GROUND
        elif self._state is _State.GROUND and now - self._escaped < CUT_FOR and _LATE.match(data):
            self._open(now)
        self._latest, self._escaped = now, 0.0
        at = 0
        while at < len(data):
            at = self._take(data, at, now)
        return found + self._taken()

    def tick(self, now: float) -> list[Piece]:
        """Drop a sequence that has been incomplete for too long, and return the keys at its start, if any."""
        if self.deadline is not None and now >= self.deadline:
            if self._state is _State.ESCAPE:
                self._escaped = now
            self._give_up()
        return self._taken()

    def _taken(self) -> list[Piece]:
        found, self._found = self._found, []
        return found

    def _add(self, kind: Kind, text: str) -> None:
        self._found.append(Piece(kind, text))

    def _give_up(self) -> None:
        """End an incomplete sequence: Escape alone is the key; Escape with one character is alt and that character."""
        if self._state is _State.ESCAPE:
            self._add(Kind.ESCAPE, ESC)
        elif self._state in (_State.SEQUENCE, _State.STRING) and len(self._sequence) == 2 and not self._length:
            self._add(Kind.ALT, self._sequence[1])
        self._state = _State.GROUND

    def _open(self, now: float) -> None:
        self._decoder.reset()
        self._state, self._sequence, self._length, self._began = _State.ESCAPE, ESC, 0, now

    def _take(self, data: bytes, at: int, now: float) -> int:
        """Read bytes from an offset on, and return the offset after them."""
        if self._state is _State.GROUND:
            return self._take_text(data, at, now)
        if self._state is _State.STRING:
            return self._take_string(data, at)
        byte = data[at]
        if self._state is _State.STRING_ESCAPE:
            # Any other byte ends the string too, and starts a new sequence.
            self._open(now)
            if byte == 0x5C:
                self._state = _State.GROUND
                return at + 1
        if byte == 0x1B:
            self._give_up()
            self._open(now)
            return at + 1
        if self._state is _State.ESCAPE:
            return self._take_second(data, at)
        if self._state is _State.MOUSE:
            self._length += 1
            self._state = _State.GROUND if self._length == 3 else _State.MOUSE
            return at + 1
        return self._take_sequence(byte, at)

    def _take_text(self, data: bytes, at: int, now: float) -> int:
        run = _TEXT.match(data, at)
        if run:
            if text := self._decoder.decode(run.group()):
                self._add(Kind.TEXT, text)
            return run.end()
        self._decoder.reset()
        if data[at] == 0x1B:
            self._open(now)
        else:
            self._add(Kind.CONTROL, chr(data[at]))
        return at + 1

    def _take_second(self, data: bytes, at: int) -> int:
        """Read the byte after Escape."""
        sign = chr(data[at])
        if sign in _OPENING:
            self._state = _State.SEQUENCE if sign in "[O" else _State.STRING
            self._sequence += sign
        elif data[at] < 0x80:
            self._state = _State.GROUND
            self._add(Kind.ALT, sign)
        else:
            self._give_up()
            return at
        return at + 1

    def _take_sequence(self, byte: int, at: int) -> int:
        if byte < 0x20 or byte >= 0x7F:
            # Such a byte is never part of a sequence: the sequence was cut off.
            self._give_up()
            return at
        if len(self._sequence) < LONGEST_SEQUENCE:
            self._sequence += chr(byte)
        if self._sequence == "\x1b[M":
            self._state = _State.MOUSE
        elif (byte >= 0x40 and not _INNER.match(self._sequence)) or _RXVT.match(self._sequence):
            self._state = _State.GROUND
            if len(self._sequence) < LONGEST_SEQUENCE:
                self._add(Kind.SEQUENCE, self._sequence)
        return at + 1

    def _take_string(self, data: bytes, at: int) -> int:
        end = _STRING_END.search(data, at)
        stop = end.start() if end else len(data)
        self._length += stop - at
        if end is not None:
            self._state = _State.STRING_ESCAPE if data[stop] == 0x1B else _State.GROUND
            return stop + 1
        if self._length > LONGEST_STRING:
            self._state = _State.GROUND
        return stop
