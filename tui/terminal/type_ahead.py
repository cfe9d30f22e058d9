"""One key after the other: a key is passed on when what the one before it set off has been done.

Textual 8.2.8 sends all keys of a packet to what has the focus at the time, and Input and TextArea put letters in at
once while bound keys go by way of the app, so that a backspace comes after the letters behind it
(Textualize/textual#6605, #6631). It also takes Escape and a letter in one packet for alt and the letter (#6592), and of
several pasted lines Input takes the first.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.widgets import Input

LEAST_ROUNDS = 2
"""Ways through all that may answer a key: the first behind the key itself, the second behind what the key posted."""
LOOK_EVERY = 0.005
"""Seconds between two looks whether what the keys wait for is there."""
AT_MOST = 2.0
"""Seconds after which a key is passed on, whatever became of the one before it."""
PALETTE_SEARCH = "--textual-command-palette-gather-commands"
"""Textual's name for the work of the palette while it looks for commands."""

_LINE_ENDS = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]+\s*")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class TypesAhead(App[str]):
    """An app that deals with one key or paste at a time."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Wait for keys."""
        super().__init__(*args, **options)
        self._early: deque[events.Key | events.Paste] = deque()
        self._busy = False
        self._turn = 0
        """Number of the key that is being dealt with."""
        self._since = 0.0
        self._until: Callable[[], bool] | None = None

    def delay_keys(self, until: Callable[[], bool]) -> None:
        """Pass on no key until something has come about."""
        self._until = until

    @property
    def typed_ahead(self) -> bool:
        """Whether keys have been typed that are still to be dealt with."""
        return bool(self._early)

    async def on_event(self, event: events.Event) -> None:
        """Take an event; keys and pastes wait for their turn."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._early.append(event)
        if not self._busy or monotonic() > self._since + AT_MOST:
            await self._send_next()

    async def _send_next(self) -> None:
        """Pass on a key, and follow it through all that may answer it."""
        event = self._early.popleft()
        self._busy, self._since = True, monotonic()
        self._turn += 1
        if isinstance(event, events.Key):
            event = self._escaped(event)
        elif isinstance(self.focused, Input):
            event = events.Paste(one_line(event.text))
        await super().on_event(event)
        self._follow(self._turn, 1)

    def _escaped(self, event: events.Key) -> events.Key:
        """Return the key; Escape, and the letter next, where it is a letter straight after Escape that is not bound.

        A letter that was really pressed with alt types nothing, and is left as it is.
        """
        if not event.key.startswith("alt+") or not event.is_printable:
            return event
        if any(event.key in bindings.key_to_bindings for _, bindings in self.screen._modal_binding_chain):
            return event
        self._early.appendleft(events.Key(event.character or "", event.character))
        return events.Key("escape", "\x1b")

    def _follow(self, turn: int, n: int) -> None:
        """Go a round: through the queues of what has the focus and of all that it lies in, up to the app's own."""
        target = self.focused or self.screen
        self._climb(turn, n, (self.screen, self.focused), target.ancestors_with_self)

    def _climb(self, turn: int, n: int, where: tuple[object, object], way: Sequence[DOMNode]) -> None:
        for i, node in enumerate(way):
            if node is not self and node.call_later(self._climb, turn, n, where, way[i + 1 :]):
                return
        self.call_later(self._arrive, turn, n, where)

    async def _arrive(self, turn: int, n: int, where: tuple[object, object]) -> None:
        """Pass on the next key where nothing is on its way any more; else go another round."""
        if turn != self._turn:
            return
        if n < LEAST_ROUNDS or where != (self.screen, self.focused):
            self._follow(turn, n + 1)
        elif self._waits() and monotonic() < self._since + AT_MOST:
            self.set_timer(LOOK_EVERY, lambda: self._arrive(turn, n, where))
        else:
            self._until = None
            self._busy = False
            if self._early:
                await self._send_next()

    def _waits(self) -> bool:
        if self._until is not None and not self._until():
            return True
        # The palette's Enter is meant for what has been typed, and not for what was found before.
        ahead = bool(self._early) and not getattr(self._early[0], "is_printable", True)
        return ahead and any(work.group == PALETTE_SEARCH and not work.is_finished for work in self.workers)


def delay_keys(app: App[Any], until: Callable[[], bool]) -> None:
    """Pass on no key until something has come about, where the app can do so."""
    if isinstance(app, TypesAhead):
        app.delay_keys(until)


def one_line(text: str) -> str:
    """Return a pasted text as one line: line ends and the blanks around them are one blank, no control characters."""
    if _LINE_ENDS.search(text):
        text = _LINE_ENDS.sub(" ", text).strip()
    return _CONTROLS.sub("", text.replace("\t", " "))
