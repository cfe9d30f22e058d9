"""The search index of the open plan: at hand where the plan is in a database or small, and made beside it otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plan_data.model.plan import Plan
    from plan_data.search import SearchIndex
    from tui.screens.main import MainScreen

SOON = 0.3
"""Seconds after a plan is shown at which its index is opened, or made."""
SMALL = 1_000
"""Nodes up to which an index is made in memory when it is asked for: that takes no longer than some frames."""


class SearchService:
    """Has the search index of one plan: of the one that was opened last."""

    def __init__(self, screen: MainScreen) -> None:
        """Have no index yet of the plan of a screen."""
        self._screen = screen
        self._plan: Plan | None = None
        self._index: SearchIndex | None = None
        self._is_making = False

    def open_soon(self) -> None:
        """Open the index of the plan while it is read, so that a jump does not wait."""
        self._screen.set_timer(SOON, lambda: self.index(self._screen.plan))

    def index(self, plan: Plan) -> SearchIndex | None:
        """Return the index of a plan; None while that of a large one is being made."""
        if self._plan is not plan:
            self._plan, self._index, self._is_making = plan, None, False
        if self._index is None and not self._is_making:
            self._find(plan)
        return self._index

    def _find(self, plan: Plan) -> None:
        from plan_data.search import SearchIndex

        if plan.database is None and plan.builder is not None:
            if plan.builder.is_working:
                return
            plan.database = plan.builder.database()
        if plan.database is not None or len(plan.nodes) <= SMALL:
            self._index = SearchIndex(plan).open()
        else:
            # No file can be written.
            self._is_making = True
            self._screen.run_worker(lambda: self._make(plan), thread=True, group="index")

    def _make(self, plan: Plan) -> None:
        from plan_data.search import SearchIndex

        index = SearchIndex(plan).open()
        if self._plan is plan:
            # No other plan was opened meanwhile.
            self._index = index
