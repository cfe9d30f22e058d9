"""The search index of the plan that is open: made beside whatever else goes on, while one already walks."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plan_data.model.plan import Plan
    from plan_data.search import SearchIndex

SMALL = 5_000
"""Nodes up to which an index is made on the spot when it is asked for: it takes no longer than a frame or two."""
SWITCH = 0.0005
"""Seconds after which the thread that makes an index gives way, so that keys are answered meanwhile."""

_latest: tuple[Plan, SearchIndex] | None = None


def index_of(plan: Plan) -> SearchIndex | None:
    """Return the index of a plan, kept while that plan is open; None while the index of a large one is being made."""
    global _latest
    if _latest is not None and _latest[0] is plan:
        return _latest[1]
    if len(plan.nodes) > SMALL:
        return None
    from plan_data.search import SearchIndex

    _latest = plan, SearchIndex(plan)
    return _latest[1]


def make_index(plan: Plan, before: Callable[[], None] | None = None) -> threading.Thread:
    """Make the index of a plan in a thread that nothing waits for, not even the end of the program.

    Args:
        plan: The plan.
        before: Work to be done first, in the same thread.
    """
    thread = threading.Thread(target=_make, args=(plan, before), name="index", daemon=True)
    thread.start()
    return thread


def _make(plan: Plan, before: Callable[[], None] | None) -> None:
    global _latest
    from plan_data.search import SearchIndex

    large = len(plan.nodes) > SMALL
    if large:
        # What is made stays. The collector would look through all of it again and again, and hold up the keys.
        gc.disable()
        interval = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH)
    try:
        if before is not None:
            before()
        index = index_of(plan)
        if index is None:
            index = SearchIndex(plan)
            _latest = plan, index
        index.make()
    finally:
        if large:
            sys.setswitchinterval(interval)
            gc.freeze()
            gc.enable()
