"""Which quotes may support what a node says."""

from __future__ import annotations

from plan_data.model.entities import AROUND, BODY_KINDS


def supports(kind: str, role: str) -> bool:
    """Return whether a link of this role may support the statement of a node of this kind.

    What the document asks for is supported only by a quote that states it of the document; an event before it, or a
    report after it, also by a passage about that time.
    """
    if role == "states":
        return True
    return role in ("before", "after", "disputes") and (kind in AROUND or kind in BODY_KINDS)
