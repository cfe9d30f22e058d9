"""One key after the other: a key is passed on when what the one before it set off has been done.

Textual 8.2.8 sends all keys of a packet to what has the focus at the time, and Input and TextArea put letters in at
once while bound keys go by way of the app, so that a backspace comes after the letters behind it
(Textualize/textual#6605, #6631). It also takes Escape and a letter in one packet for alt and the letter (#6592), and of
several pasted lines Input takes the first.
"""

from __future__ import annotations

import asyncio
import re
from collections import deque
from time import monotonic
from typing import Any

from textual import events
from textual.app import App
from textual.widgets import Input

REST = 0.015
"""Seconds before the first look, where no key waits."""
QUIET_TURNS = 3
"""Turns of the event loop without a message anywhere after which a key has been dealt with."""
CLOSE_LOOKS = 100
"""Looks in as many turns of the event loop whether a key has been dealt with, before they are made less often."""
LOOK_EVERY = 0.005
"""Seconds between two looks after that."""
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
        self._rest: asyncio.TimerHandle | None = None
        """The first look, where no key waits yet."""

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
        elif self._rest is not None:
            self._rest.cancel()
            self._rest = None
            self._look(self._turn)

    async def _send_next(self) -> None:
        """Pass on a key, and wait until it has been dealt with."""
        if not self._early:
            return
        event = self._early.popleft()
        self._busy, self._since = True, monotonic()
        self._turn += 1
        if isinstance(event, events.Key):
            event = self._escaped(event)
        elif isinstance(self.focused, Input):
            event = events.Paste(one_line(event.text))
        await super().on_event(event)
        # Where no key waits, what is drawn for this one comes before the looks at what it set off.
        loop = asyncio.get_running_loop()
        self._rest = None if self._early else loop.call_later(REST, self._look, self._turn)
        if self._early:
            loop.call_soon(self._look, self._turn)

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

    def _look(self, turn: int, looks: int = 0, quiet: int = 0) -> None:
        """Pass on the next key as soon as nothing is on its way any more."""
        if turn != self._turn or not self._running or self._exit:
            return
        self._rest = None
        quiet = 0 if self._works() else quiet + 1
        if monotonic() < self._since + AT_MOST and (quiet < QUIET_TURNS or self._waits()):
            loop = asyncio.get_running_loop()
            if looks < CLOSE_LOOKS:
                loop.call_soon(self._look, turn, looks + 1, quiet)
            else:
                loop.call_later(LOOK_EVERY, self._look, turn, looks, quiet)
            return
        self._busy = bool(self._early)
        if self._busy:
            self.call_later(self._send_next)

    def _works(self) -> bool:
        """Return whether there are messages that are not dealt with, or a pane that has still to be laid out."""
        screen = self.screen
        # What a key has just opened has no lines to walk before it is laid out, which is up to a frame later.
        if screen._layout_required or screen._callbacks:
            return True
        nodes = (self, *screen.walk_children(with_self=True))
        return any(node._next_callbacks or not node._message_queue.empty() for node in nodes)

    def _waits(self) -> bool:
        """Return whether the next key has to wait for the palette to have found what was typed."""
        # The palette's Enter is meant for what has been typed, and not for what was found before.
        ahead = bool(self._early) and not getattr(self._early[0], "is_printable", True)
        return ahead and any(work.group == PALETTE_SEARCH and not work.is_finished for work in self.workers)


def one_line(text: str) -> str:
    """Return a pasted text as one line: line ends and the blanks around them are one blank, no control characters."""
    if _LINE_ENDS.search(text):
        text = _LINE_ENDS.sub(" ", text).strip()
    return _CONTROLS.sub("", text.replace("\t", " "))
