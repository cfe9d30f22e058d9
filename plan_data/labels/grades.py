"""The words and signs for grades of evidence."""

from __future__ import annotations

from plan_data.labels.signs import Sign

GRADE_SIGNS = {
    "attached": Sign("✓", "V", "found in the copy that you attached"),
    "quoted": Sign("▪", "*", "a shipped passage states it"),
    "reported": Sign("▫", "o", "seen in a cited source"),
    "unchecked": Sign("∙", ".", "known from the structure, held against no copy"),
}
"""Grade to sign."""

NO_QUOTE = {
    "attached": "none shipped; your copy has it",
    "quoted": "none of its own",
    "reported": "none shipped; it was seen in the sources named below",
    "unchecked": "no shipped source states this; it is shown as unchecked",
}
"""Grade of a node without quotes to the words in their place."""


def weakest(grades: list[str]) -> str:
    """Return the weakest of some grades, or "unchecked" for none."""
    order = list(GRADE_SIGNS)
    return max(grades, key=order.index, default="unchecked")
