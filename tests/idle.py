"""A faster way to wait until the explorer is idle, for the Pilot of Textual 8.2.8.

Pilot sleeps 20 ms twice for each key and checks whether the process was busy, which adds minutes to a run of all tests.
Here the event loop is asked for its pending work. Timers that are due soon, such as the next drawing, are waited for.
"""

from __future__ import annotations

import asyncio
import os
from time import monotonic, process_time
from typing import Any

SOON = float(os.environ.get("SOON", "0.02"))
"""Seconds within which a timer counts as pending work; longer than the interval between two drawings."""
LOOK_EVERY = 0.002
"""Seconds between two checks."""


async def wait_for_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until the event loop has no pending work and the process uses no processor time.

    Args:
        min_sleep: Fewest seconds to wait.
        max_sleep: Most seconds to wait.
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
