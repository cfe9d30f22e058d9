"""The words for the facts of an entry, on its card and in comparisons."""

from __future__ import annotations

from plan_data.model.entities import Pair

SUMMARY = Pair("Our summary", "本工具摘要")
"""The heading of a summary: it is ours, and says so."""
TEXT_FIELD_LABELS = {"summary": SUMMARY}
"""Name of a field of `TEXT_FIELDS` to its heading."""
NO_LIST = Pair("the document's list is not known yet", "文件所列部门尚不清楚")
"""For a node whose list of bodies is unknown."""
OPEN_LIST = Pair("and others (等)", "等")
"""For a list that ends open."""

DATE_LABELS = {
    "happened": Pair("happened", "发生"),
    "dated": Pair("dated", "成文"),
    "published": Pair("published", "发布"),
    "reported": Pair("reported", "报道"),
}
"""Kind of an event's date to its word."""

DATED = "dated {}"
"""The date on which a document was written: on the first card, and at the head of an export."""

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

SECTION_LABELS = {
    "agencies": "Responsible",
    "dates": "Dates",
    "target": "Target",
    "figure": "Figure",
    "targets": "Targets and dates",
    "sides": "Sides",
    "children": "Contents",
    "measures": "Published measures",
    "basis": "In the briefing",
    "guess": "Our interpretation",
    "quotes": "Quotes",
    "related": "Related",
    "notes": "Notes",
    "renderings": "In others' English",
    "cites": "Seen in",
    "citing": "Seen there",
    "later": "What became of it",
    "aliases": "Also called",
    "lead": "Leads",
    "joint_lead": "Leads jointly",
    "member": "Takes part in",
    "responsible": "Responsible for",
}
"""Section of a card to its heading."""

WEAKEST = "weakest {}"
"""Before the sign of the weakest grade of an entry."""
LIST_OF = "as {} {}"
"""Whose list of bodies it is: kind, and number or title."""
DUE = "due"
"""Before a deadline."""
NO_DEADLINE = "no deadline is known to be stated"
"""In its place, where none is known."""
NO_NUMBER = "no number in the source"
"""In place of the number of a target."""
OWNER = "whose"
"""Before whose target it is."""
NO_TARGETS = "none of its own; see"
"""On an action or a task, before links to the targets of the plan."""
NO_PASSAGE = "no shipped passage says this"
"""Below a side of a conflict that has no quote."""
BY_SUBJECT = "by subject"
"""Behind the heading of measures that fit an action by subject."""
GUESSES = "{} more, {}"
"""Heading of further ones: how many, and their basis."""
OUR_GUESS = "our guess"
"""Behind the heading of a mapping that is inferred."""
ALTERNATIVE = "or  "
"""Before what else it might be."""
QUOTES_ABOVE = "none of its own; those of {}: {}"
"""In place of quotes: the ancestor, and how many it has."""
MORE_QUOTES = "{} more; press . to walk through all"
"""Below the first quotes."""
OPENS_PAGE = "o opens the official page at this heading; a copy of it:"
"""For an entry without a quote whose heading is on the official page."""
A_COPY = "A copy of it:"
"""For one without such a page."""
ATTACH = "internet-plus attach {} FILE"
"""The command below these, with the id of the source."""
OPEN_TO_YOU = "sources with an address that you can open"
"""Behind the heading of the sources in which the title was seen."""
ENTRIES = "{} entries"
"""On the card of a source: how many entries cite it."""
PART_OF = "of  "
"""Before the body that a person or an office belongs to."""

# The comparison.
SHARED = "What they share"
"""Heading of what both nodes have."""
SHARED_LABELS = {"agencies": "bodies", "quotes": "quotes", "related": "related"}
"""What two nodes may share to its word."""
NONE = "none"
"""Where there is no entry, quote or bookmark."""
NO = "no"
"""The number 0 before a word."""
ONLY_HERE = "{} only here"
"""Behind a node's bodies: how many the other lacks."""
QUOTES_ONLY_HERE = "Quotes only here"
"""Heading of quotes that the other lacks."""
COMPARE_HINT = "Mark a node with =, go to another, and press = again."
"""In the view while only one node is marked."""
