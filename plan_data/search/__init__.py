"""Search: one index for the jump box, `find` and NODE arguments."""

from plan_data.search.index import LOOKED_AT, Hit, SearchIndex
from plan_data.search.term_index import TermHit

__all__ = ["LOOKED_AT", "Hit", "SearchIndex", "TermHit"]
