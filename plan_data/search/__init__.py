"""Search: one index for the jump box, `find` and NODE arguments."""

from plan_data.search.index import Hit, SearchIndex

__all__ = ["Hit", "SearchIndex"]
