"""The words of a card."""

from __future__ import annotations

EVENT_DATES = {"happened": "happened", "dated": "dated", "published": "published", "reported": "reported"}
"""Kind of an event's date to its word."""

YEAR_LABELS = {
    "stated": "",
    "implied": "the year is implied by the source",
    "outside": "known from outside the sources shipped here",
}
"""How a year is known, in words."""

BASIS_LABELS = {
    "direct": "the briefing names the same subject",
    "close": "the briefing names a nearby subject",
    "inferred": "no counterpart named in the briefing",
}
"""Basis of a mapping in words."""

NO_LIST = "the document's list is not known yet"
"""For a node whose list of bodies is unknown."""

OPEN_LIST = "and others (等)"
"""For a list that ends open."""
