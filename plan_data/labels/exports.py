"""The words of exports."""

from __future__ import annotations

from plan_data.model.entities import Pair

FORMATS_HELP = """\
md is a brief with the quotes as footnotes; html is one page that needs nothing else; csv is a table;
json is the entries as 'show' prints them; bib and csl are the sources for a bibliography."""
"""What each format is."""

NO_READER = "nobody reads from this pipe"
"""Why an export cannot be written to a pipe."""

RESPONSIBLE = Pair("Who", "负责部门")
"""Before the bodies of an entry."""
RESPONSIBLE_AS = Pair("Who, as action {}", "负责部门（同行动{}）")
"""The same where the list is an action's; its number."""
AS = Pair("as", "同")
"""Before the entry whose list it is, in place of the list."""
DUE = Pair("Due", "期限")
"""Before a deadline."""
NUMBER = Pair("Number", "数值")
"""Before the figure of a target."""
OWNER = Pair("Set by", "提出者")
"""Before whose target it is."""
TARGETS = Pair("Targets", "目标")
"""Before the targets of an entry."""
NO_TARGETS = Pair("none of its own is known; see", "尚未见自身目标；参见")
"""In their place, before links to those of the plan."""
SEE = Pair("see", "参见")
"""Before links to its own."""
BASIS = Pair("In the briefing", "发布会所述")
"""Before the mapping to the briefing."""
BASIS_LABELS = {"direct": Pair("the same subject"), "close": Pair("a nearby subject")}
"""Basis of a mapping in words."""
RELATED = Pair("Related", "相关")
"""Before related entries."""

COLON = Pair(": ", "：")
"""Between a role and the bodies that share it."""
BETWEEN = Pair(", ", "、")
"""Between two of these."""
BETWEEN_GROUPS = Pair("; ", "；")
"""Between two roles."""

QUOTES = "Quotes: {}."
"""At the head of a brief: how many quotes have which state."""
BRIEF_GRADES = "Quotes: {}. What follows a statement in brackets is its grade, where no passage states it:"
"""The same, before the grades that occur in it."""
PAGE_GRADES = "Quotes: {}. A statement that no passage states carries its grade:"
"""The same at the head of a page."""
CONTENTS = "Contents"
"""Heading of the table of contents of a page."""
BODIES = "Bodies"
"""Heading of the bodies on a page."""
SOURCES = "Sources"
"""Heading of the sources on a page."""
LATER = "later: "
"""Before a later name of a body."""
FOR = ", for "
"""Before the entries that a quote supports."""
OURS = "Summaries and close translations are ours; quotes stand as their sources print them."
"""At the head of briefs and pages."""
