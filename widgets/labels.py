"""The program's own words, in one table."""

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

SUMMARY = {"en": "Our summary", "zh": "本工具摘要", "both": "Our summary  本工具摘要"}
"""Language to the heading of a summary: it is ours, and says so."""

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

NO_LIST = "the document's list is not known yet"
"""For a node whose list of bodies is unknown."""
OPEN_LIST = "and others (等)"
"""For a list that ends open."""
NO_QUOTE = {
    "attached": "none shipped; your copy has it",
    "quoted": "none of its own",
    "reported": "none shipped; it was seen in the sources named below",
    "unchecked": "no shipped source states this; it is shown as unchecked",
}
"""Grade of a node without quotes to what is said in their place."""


def plural(kind: str) -> str:
    """Return the word for several things of a kind."""
    return PLURALS.get(kind, f"{KIND_LABELS[kind]}s")


def counted(number: int, kind: str) -> str:
    """Return a number of things of a kind in words: `1 task`, `5 categories`."""
    return f"{number} {KIND_LABELS[kind] if number == 1 else plural(kind)}"
