"""The words for kinds of things: entries, bodies, sources, conflicts."""

from __future__ import annotations

KIND_LABELS = {
    "plan": "plan",
    "section": "section",
    "principle": "principle",
    "target": "target",
    "action": "action",
    "task": "task",
    "category": "category",
    "clause": "clause",
    "group": "group",
    "measure": "measure",
    "event": "event",
    "background": "background",
    "follow-up": "follow-up",
    "challenge": "challenge",
    "conflict": "conflict",
    "agency": "agency",
    "person": "person",
    "company": "company",
    "source": "source",
    "quote": "quote",
}
"""Kind to its word on the screen."""

PLURALS = {"category": "categories", "agency": "agencies", "company": "companies", "follow-up": "follow-ups"}
"""Kind to its word for several, where that is not made by an s."""

CHILDREN_LABELS = {
    "action": "Tasks",
    "category": "Clauses",
    "group": "Measures",
}
"""Kind of a node to the heading of its children."""

CONFLICT_LABELS = {
    "conflict": "sources disagree",
    "doubt": "one source, in doubt",
    "development": "changed over time",
}
"""Kind of a conflict in words."""

SOURCE_LABELS = {
    "official": "official text",
    "mirror": "mirror of the text",
    "press": "press",
    "secondary": "secondary literature",
    "reworded": "re-worded by a machine; raises no grade",
}
"""Kind of a source in words."""

TRANSLATION_LABELS = {"none": "", "human": "human translation", "machine": "machine translation"}
"""Whether a source is a translation."""


def plural(kind: str) -> str:
    """Return the word for several things of a kind."""
    return PLURALS.get(kind, f"{KIND_LABELS[kind]}s")


def counted(number: int, kind: str) -> str:
    """Return a number of things of a kind in words: `1 task`, `5 categories`."""
    return f"{number} {KIND_LABELS[kind] if number == 1 else plural(kind)}"
