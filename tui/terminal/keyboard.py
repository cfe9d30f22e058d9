"""Turns the bytes from a terminal into Textual's events: keys, mouse, pastes. Unknown sequences are dropped.

For Textual 8.2.8, whose parser types unknown sequences as text (Textualize/textual#6573), raises on key reports
with sub-parameters (kitty's keyboard protocol), and takes a letter typed straight after Escape for text (#6592).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textual import constants, events, messages
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS, IGNORE_SEQUENCE
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import IS_ITERM, XTermParser
from textual.message import Message

from tui.terminal.sequences import ESC, Kind, Piece, Splitter

PASTE_FOR = 5.0
"""Seconds without a byte after which an unfinished paste ends."""

_MOUSE = re.compile(r"\x1b\[<\d{1,5};-?\d{1,6};-?\d{1,6}[Mm]")
_RESIZED = re.compile(r"\x1b\[48;(\d{1,5})(?::\d*)*;(\d{1,5})(?::\d*)*;(\d{1,6})(?::\d*)*;(\d{1,6})(?::\d*)*t")
_CURSOR = re.compile(r"\x1b\[\d+;\d+R")
"""The position of the cursor, or shift+F3, which is not used here."""
_MODE = re.compile(r"\x1b\[\?(\d{1,5});(\d)\$y")
_KEY = re.compile(r"\x1b\[([\d:]*)(?:;([\d:]*))?(?:;([\d:]*))?([u~A-HPQS])")
_RELEASED = "3"
_SHIFTS = 1 | 64
"""Bits of the modifiers that change a letter: shift and caps lock."""
_LOCKS = 64 | 128
"""Bits of caps lock and num lock."""
_UNPRINTED = range(0xE000, 0xF900)
"""Kitty's numbers of keys that print nothing."""
_UNWANTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Control characters that no pasted text needs."""


class Keyboard:
    """Parser from bytes to events."""

    def __init__(self) -> None:
        """Start in plain text."""
        self._splitter = Splitter()
        self._table = XTermParser()
        self._pasted: list[str] | None = None
        self._latest = 0.0

    @property
    def deadline(self) -> float | None:
        """When `tick` must be called, by the clock of `feed`; None while nothing is incomplete."""
        if self._pasted is not None:
            return self._latest + PASTE_FOR
        return self._splitter.deadline

    def feed(self, data: bytes, now: float) -> Iterator[Message]:
        """Yield the events of some bytes.

        Args:
            data: Bytes from the terminal.
            now: Seconds of a monotonic clock.
        """
        self._latest = now
        for piece in self._splitter.feed(data, now):
            yield from self._events(piece)

    def tick(self, now: float) -> Iterator[Message]:
        """Yield the events that follow from the time that has passed."""
        for piece in self._splitter.tick(now):
            yield from self._events(piece)
        if self._pasted is not None and now >= self._latest + PASTE_FOR:
            yield from self._end_paste()

    def _events(self, piece: Piece) -> Iterator[Message]:
        if self._pasted is not None:
            yield from self._paste(piece)
        elif piece.kind is Kind.ESCAPE:
            yield events.Key("escape", ESC)
        elif piece.kind is Kind.SEQUENCE:
            yield from self._sequence(piece.text)
        elif piece.kind is Kind.ALT:
            yield from self._alt(piece.text)
        else:
            for character in piece.text:
                if not "\x80" <= character <= "\x9f":
                    yield from self._table._sequence_to_key_events(character)

    def _paste(self, piece: Piece) -> Iterator[Message]:
        """Add a piece to the paste. Sequences within it (mouse reports, colours) are dropped."""
        assert self._pasted is not None
        if piece.text == "\x1b[201~":
            yield from self._end_paste()
        elif piece.kind in (Kind.TEXT, Kind.CONTROL, Kind.ALT):
            self._pasted.append(piece.text)

    def _end_paste(self) -> Iterator[Message]:
        text = _UNWANTED.sub("", "".join(self._pasted or ()))
        self._pasted = None
        if text:
            yield events.Paste(text)

    def _alt(self, character: str) -> Iterator[Message]:
        """Yield the key of a character directly after Escape: alt and a letter or digit; for all else two keys."""
        if character == "\x7f":
            yield from self._table._sequence_to_key_events(ESC + character)
        elif character.isalnum():
            yield from self._table._sequence_to_key_events(character, alt=True)
        else:
            yield events.Key("escape", ESC)
            yield from self._table._sequence_to_key_events(character)

    def _sequence(self, text: str) -> Iterator[Message]:
        if text == "\x1b[200~":
            self._pasted = []
        elif text == "\x1b[I":
            yield events.AppFocus()
        elif text == "\x1b[O":
            yield events.AppBlur()
        elif _MOUSE.fullmatch(text):
            event = self._table.parse_mouse_code(text)
            if event is not None:
                yield event
        elif match := _MODE.fullmatch(text):
            yield from self._mode(match[1], int(match[2]))
        elif match := _RESIZED.fullmatch(text):
            yield from self._resized(*(int(number) for number in match.groups()))
        elif ANSI_SEQUENCES_KEYS.get(text) is IGNORE_SEQUENCE or _CURSOR.fullmatch(text):
            return
        elif text in ANSI_SEQUENCES_KEYS:
            yield from self._keys(text)
        elif not constants.DISABLE_KITTY_KEY and (match := _KEY.fullmatch(text)):
            yield from self._reported_key(*match.groups(default=""))

    def _keys(self, sequence: str) -> Iterator[Message]:
        return iter(self._table._sequence_to_key_events(sequence))

    def _mode(self, mode: str, setting: int) -> Iterator[Message]:
        if mode == "2026" and setting > 0:
            yield messages.TerminalSupportsSynchronizedOutput()
        elif mode == "2048" and constants.SMOOTH_SCROLL and not IS_ITERM:
            answer = messages.InBandWindowResize.from_setting_parameter(setting)
            self._table.mouse_pixels = answer.supported
            yield answer

    def _resized(self, height: int, width: int, pixel_height: int, pixel_width: int) -> Iterator[Message]:
        # If the mode is off, this is a reply to another program: the size would stay wrong until the next change.
        if self._table.mouse_pixels and min(height, width) > 0:
            event = events.Resize.from_dimensions((width, height), (pixel_width, pixel_height))
            if pixel_height and pixel_width:
                self._table.terminal_size, self._table.terminal_pixel_size = event.size, event.pixel_size
            yield event

    def _reported_key(self, codes: str, modifiers: str, text: str, end: str) -> Iterator[Message]:
        """Yield a key of kitty's protocol (a press or a repeat), without the parts on which Textual's parser raises.

        Args:
            codes: Code of the key, of the shifted key, and of the key on the basic layout, separated by colons.
            modifiers: 1 plus the bits of the modifiers, a colon, and the event: 1 press, 2 repeat, 3 release.
            text: Code points of the text, separated by colons.
            end: The final letter of the report.
        """
        code, _, alternatives = codes.partition(":")
        held, _, happened = modifiers.partition(":")
        points = [int(point) for point in text.split(":") if point]
        if not code and end in "u~":
            return
        number, bits = int(code or "1"), int(held or "1") - 1
        if happened == _RELEASED or happened not in ("", "1", "2") or bits < 0 or bits > 255:
            return
        if not all(_is_character(point) for point in (number, *points)):
            return
        points = [point for point in points if chr(point).isprintable()]
        if end == "u" and not points and not bits & ~(_SHIFTS | _LOCKS):
            shifted = alternatives.partition(":")[0]
            points = _typed(number, int(shifted) if shifted else 0, bits)
        if end != "u" and f"{number}{end}" not in FUNCTIONAL_KEYS:
            return
        # Caps lock and num lock alone change no key.
        held = held if bits & ~_LOCKS else ""
        yield from self._keys(f"\x1b[{number};{held};{':'.join(map(str, points))}".rstrip(";") + end)


def _is_character(point: int) -> bool:
    return point <= 0x10FFFF and not 0xD800 <= point <= 0xDFFF


def _typed(number: int, shifted: int, bits: int) -> list[int]:
    """Return the code point that a key types, for a report without text; [] for a key that types nothing."""
    if number in _UNPRINTED or not chr(number).isprintable():
        return []
    if not bits & _SHIFTS:
        return [number]
    upper = chr(number).upper()
    point = shifted or (ord(upper) if len(upper) == 1 else number)
    return [point] if _is_character(point) and chr(point).isprintable() else [number]
