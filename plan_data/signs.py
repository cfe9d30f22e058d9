"""The words and signs for grades, roles, states and kinds: one table for the screen, the printer and the exports."""

from __future__ import annotations

from typing import NamedTuple


class Sign(NamedTuple):
    """A sign that tells a grade without colour."""

    sign: str
    """One cell wide in every terminal: none is of ambiguous width (Unicode UAX #11)."""
    ascii: str
    """The same for terminals that know only ASCII."""
    label: str
    """In words."""


GRADE_SIGNS = {
    "attached": Sign("✓", "+", "found in the copy that you attached"),
    "quoted": Sign("▪", "*", "a shipped passage states it"),
    "reported": Sign("▫", "o", "seen in a cited source"),
    "unchecked": Sign("∙", ".", "known from the structure, held against no copy"),
}
"""Grade to sign."""

ROLE_LABELS = {
    "states": "states it",
    "before": "before the document",
    "after": "after the document",
    "context": "context",
    "inferred": "our reading",
    "disputes": "disputes it",
}
"""Role of a link to its words as a heading."""

STATE_LABELS = {
    "verbatim": "verbatim",
    "moved": "moved to another paragraph",
    "loose": "only after folding spaces and quote marks",
    "ambiguous": "stands more than once",
    "missing": "not found",
    "unverifiable": "source cannot be read",
}
"""State of a quote to its words."""

AGENCY_ROLE_LABELS = {
    "lead": "lead",
    "joint_lead": "jointly",
    "member": "with",
    "responsible": "responsible",
}
"""Role of a body in a list to its word."""

NOTE_LABELS = {"sic": "sic", "doubt": "doubt", "gloss": "gloss"}
"""Kind of a note to its word."""


def weakest(grades: list[str]) -> str:
    """Return the weakest of some grades, or "unchecked" for none."""
    order = list(GRADE_SIGNS)
    return max(grades, key=order.index, default="unchecked")
