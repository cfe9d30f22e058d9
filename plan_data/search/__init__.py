"""Search: one index for the jump box, `find` and NODE arguments."""

from plan_data.search.index import Hit, SearchIndex
from plan_data.search.term_index import TermHit

__all__ = ["Hit", "SearchIndex", "TermHit"]
