"""The words inside views and lists."""

from __future__ import annotations

MORE_COLUMNS = {True: "{} more column", False: "{} more columns"}
"""Whether it is one column to the words for columns that are out of sight."""

# Agencies.
ROLE_LETTERS = {"lead": "L", "joint_lead": "J", "member": "p", "responsible": "R"}
"""Role of a body to its letter in the table."""
AGENCY_SIGNS = "L leads  J leads jointly  p takes part  R responsible  ? the list is not known  blank: in no known list"
"""What the letters of the table mean."""
ACTION_COLUMNS = "{}: actions"
GROUP_COLUMNS = "{}: groups of measures"
COLUMN_RANGE = "{} to {}"
SORTED_BY = "{}. Sorted by {}; r changes that."
OTHER_LISTS = "Named in other lists"
IN_NO_LIST = "in no list that is known"
LATER = "later {} {}"

# Targets.
TARGET_SORTS = {
    "target": "Targets",
    "figure": "Figures: counts that nobody promised",
    "": "Goals of the document",
}
"""Sort of a target to the heading of its group."""
BY = "by {}"
NO_DEADLINE = "no deadline stated"
WHOSE = "whose  "

# Timeline.
EVENT_SIGNS = {
    "event": ("▪", "o", "an event"),
    "plan": ("▸", ">", "a document is issued"),
    "target": ("▾", "!", "a deadline"),
}
"""Type of an event to its sign, the same in ASCII, and its words."""
UNKNOWN_PART = "an unknown part of a date"
BREAKS = "between months and years"
PASSED = "passed, outcome not in our sources"
"""Of a deadline that lies behind us."""
TODAY = "today"
NO_DATE = "no date"

# Sources and evidence.
SEEN_IN = "seen in"
SEEN_IN_MEANS = "seen in: cited sources with an address where the title was seen."
COUNTS_MEAN = "1s: one passage states it.  +8: eight more speak of it.  -: nothing shipped."
SOURCES = "Sources"
COPY = "copy"
YOUR_COPY = "your copy: {}"
QUOTED = "{} quotes, {} passages"
BIBLIOGRAPHY_ONLY = "bibliography only"

# Conflicts.
DIFFERENCE = "what differs, our note  "

# Bookmarks and notes.
NOT_READ = "What you keep cannot be read: {}"
NOT_KNOWN = "not known"
BOOKMARKS = "Bookmarks"
NO_BOOKMARKS = "{}; m sets one"
NOTES = "Notes"
NO_NOTES = "{}; i writes one"
GONE = "not in this plan any more"

# The place of a quote.
PARAGRAPH = "{}, para. {}"
OF_YOUR_COPY = " of your copy"

# Hits of a search, and recent places.
FIELD_LABELS = {
    "title": "",
    "number": "",
    "id": "",
    "pinyin": "",
    "alias": "also",
    "abbr": "",
    "later": "later",
    "quote": "",
}
"""Field of a hit to the word before its text, where the title alone does not show why it was found."""
IN_QUOTES = "In quotes"
IN_NOTES = "In your notes"
NOTE = "note"
RECENT = "Recent places"
TYPE_LETTERS = "Type a few letters: a name, a body, a number, a year, words of a quote."

# The first screen.
PUBLISHED = "published {}"
NO_QUOTES = "no quotes, {} named"
VERBATIM = "{} of {} verbatim, from {}"
TITLES = "{} titles  {}"

# A source as it is read.
FACTS = {"container": "in ", "written": "written ", "published": "published ", "reposted": "reposted "}
"""Fact of a source to the word before it."""
SOURCE_TEXTS = ("original", "reliability", "seen")
"""Texts of a source that are shown under their own name."""
SCRIPT = "{} script"
ATTACHED = "attached {}"
DIGEST = "sha256 {}..."
COPY_LABEL = "your copy"
ADDRESS = "address"
LOOKED_UP = "  (looked up)"
NONE_KNOWN = "none known"
NO_PASSAGES = "No passage of this source is shipped; it is known by its bibliography only."
GAP_OF_ONE = "[...] paragraph {} is not quoted here"
GAP = "[...] paragraphs {} to {} are not quoted here"
SUPPORTS = {True: "supports {} entry", False: "supports {} entries"}
"""Whether it is one entry to the words."""
