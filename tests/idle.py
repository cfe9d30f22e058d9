"""Waiting until the explorer has nothing left to do, for the Pilot of Textual 8.2.8.

For each key that Pilot presses it sleeps 20 ms, twice, and looks whether the process was busy meanwhile: a run of all
tests would sleep for minutes. Here the event loop itself is asked what is left. What is due soon, as the next drawing
is, is waited for, on a busy machine too.
"""

from __future__ import annotations

import asyncio
import os
from time import monotonic, process_time
from typing import Any

SOON = float(os.environ.get("SOON", "0.02"))
"""Seconds within which what is due counts as still to be done: longer than the pause between two drawings."""
LOOK_EVERY = 0.002
"""Seconds between two looks."""


async def wait_for_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until the loop has nothing to do and nothing due soon, and no thread is at work.

    Args:
        min_sleep: Seconds to wait at least.
        max_sleep: Seconds to wait at most.
    """
    loop: Any = asyncio.get_running_loop()
    began = monotonic()
    while monotonic() - began < max_sleep:
        used = process_time()
        await asyncio.sleep(LOOK_EVERY)
        busy = process_time() - used > LOOK_EVERY / 4
        soon = loop.time() + SOON
        due = any(handle.when() < soon and not handle.cancelled() for handle in loop._scheduled)
        if not (busy or due or loop._ready) and monotonic() - began >= min_sleep:
            return
