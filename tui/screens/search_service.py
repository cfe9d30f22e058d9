"""The search index of the open plan: built in a thread, while the reader already moves about."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from plan_data.loading import collector

if TYPE_CHECKING:
    from plan_data.model.plan import Plan
    from plan_data.search import SearchIndex

SMALL = 5_000
"""Nodes up to which an index is built when it is asked for: that takes no longer than a frame or two."""
SWITCH = 0.0005
"""Seconds after which the thread that builds an index lets others run, so that keys are answered meanwhile."""


class SearchService:
    """Has the search index of one plan: of the one that was opened last."""

    def __init__(self) -> None:
        """Have no index yet."""
        self._plan: Plan | None = None
        self._index: SearchIndex | None = None

    def index(self, plan: Plan) -> SearchIndex | None:
        """Return the index of a plan; None while that of a large one is being built."""
        if self._plan is plan and self._index is not None:
            return self._index
        if len(plan.nodes) > SMALL:
            return None
        from plan_data.search import SearchIndex

        self._plan, self._index = plan, SearchIndex(plan)
        return self._index

    def make(self, plan: Plan) -> threading.Thread:
        """Build the index of a plan in a thread that nothing waits for, not even the end of the program.

        Args:
            plan: The plan, which is now the open one.
        """
        if self._plan is not plan:
            self._plan, self._index = plan, None
        thread = threading.Thread(target=self._make, args=(plan,), name="index", daemon=True)
        thread.start()
        return thread

    def _make(self, plan: Plan) -> None:
        from plan_data.search import SearchIndex

        large = len(plan.nodes) > SMALL
        if large:
            # Everything allocated here is long-lived: collecting it again and again would delay the keys.
            collector.hold_off()
            interval = sys.getswitchinterval()
            sys.setswitchinterval(SWITCH)
        try:
            index = self.index(plan) or SearchIndex(plan)
            if self._plan is plan:
                # No other plan was opened meanwhile.
                self._index = index
            index.make()
        finally:
            if large:
                sys.setswitchinterval(interval)
                collector.release()
