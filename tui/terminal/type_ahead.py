"""A queue of keys: a key is dispatched only after everything that the key before it started is done.

Textual 8.2.8 sends all keys of a packet to the widget that has the focus at that time. Input and TextArea insert
letters at once while bound keys go through the app, so that a backspace is handled after the letters that follow it
(Textualize/textual#6605, #6631). It also reads Escape and a letter in one packet as alt and the letter (#6592), and
Input keeps only the first of several pasted lines.
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
"""Seconds before the first check, if no key is waiting."""
QUIET_TURNS = 3
"""Turns of the event loop without any message after which a key counts as done."""
CLOSE_LOOKS = 100
"""Number of checks that are made at every turn of the event loop, before they become less frequent."""
LOOK_EVERY = 0.005
"""Seconds between two checks after that."""
AT_MOST = 2.0
"""Seconds after which the next key is dispatched in any case."""

_LINE_ENDS = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]+\s*")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class TypesAhead(App[str]):
    """An app that handles one key or paste at a time."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Start with an empty queue."""
        super().__init__(*args, **options)
        self._early: deque[events.Key | events.Paste] = deque()
        self._busy = False
        self._turn = 0
        """Number of the key that is being handled."""
        self._since = 0.0
        self._rest: asyncio.TimerHandle | None = None
        """Timer of the first check, while no key is waiting."""

    async def on_event(self, event: events.Event) -> None:
        """Handle an event; keys and pastes are queued."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._early.append(event)
        if self._running and not self._turn and not self._busy:
            # The first key waits for the first screen, and for the box that may open with it.
            self._busy, self._since = True, monotonic()
            self._look(0)
        elif not self._busy or monotonic() > self._since + AT_MOST:
            await self._send_next()
        elif self._rest is not None:
            self._rest.cancel()
            self._rest = None
            self._look(self._turn)

    async def _send_next(self) -> None:
        """Dispatch the next key, and check from then on whether it is done."""
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
        # If no key is waiting, the screen is drawn first and the checks come later.
        loop = asyncio.get_running_loop()
        self._rest = None if self._early else loop.call_later(REST, self._look, self._turn)
        if self._early:
            loop.call_soon(self._look, self._turn)

    def _escaped(self, event: events.Key) -> events.Key:
        """Return the key, or Escape with the letter queued next, if it is alt and a letter that no binding uses.

        A letter that was really pressed with alt types nothing and is returned as it is.
        """
        if not event.key.startswith("alt+") or not event.is_printable:
            return event
        if any(event.key in bindings.key_to_bindings for _, bindings in self.screen._modal_binding_chain):
            return event
        self._early.appendleft(events.Key(event.character or "", event.character))
        return events.Key("escape", "\x1b")

    def _look(self, turn: int, looks: int = 0, quiet: int = 0) -> None:
        """Dispatch the next key as soon as no message is pending."""
        if turn != self._turn or not self._running or self._exit:
            return
        self._rest = None
        quiet = 0 if self._works() else quiet + 1
        if monotonic() < self._since + AT_MOST and quiet < QUIET_TURNS:
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
        """Return whether messages are pending, or a layout is due."""
        screen = self.screen
        # A pane that the key opened has no lines before its layout, which happens up to a frame later.
        if screen._layout_required or screen._callbacks:
            return True
        nodes = (self, *screen.walk_children(with_self=True))
        return any(node._next_callbacks or not node._message_queue.empty() for node in nodes)


def one_line(text: str) -> str:
    """Return a pasted text as one line: line ends with the blanks around them become one blank, controls go."""
    if _LINE_ENDS.search(text):
        text = _LINE_ENDS.sub(" ", text).strip()
    return _CONTROLS.sub("", text.replace("\t", " "))
