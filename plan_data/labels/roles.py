"""The words for roles: of a link to a quote, of a body in a list; for states of a quote, and for kinds of notes."""

from __future__ import annotations

from plan_data.model.entities import Pair

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
    "lead": Pair("lead", "牵头"),
    "joint_lead": Pair("jointly", "共同牵头"),
    "member": Pair("with", "参与"),
    "responsible": Pair("responsible", "负责"),
}
"""Role of a body in a list to its word."""

NOTE_LABELS = {"sic": "sic", "doubt": "doubt", "gloss": "gloss"}
"""Kind of a note to its word."""
