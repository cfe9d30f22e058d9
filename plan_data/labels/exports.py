"""The words of exports."""

from __future__ import annotations

from plan_data.model.entities import Pair

FORMATS_HELP = """\
md is a brief with the quotes as footnotes; html is one page that needs nothing else; csv is a table, json the
nodes as 'show' prints them; bib and csl are the sources for a bibliography."""
"""What each format is."""

NO_READER = "nobody reads from this pipe"
"""Why an export cannot be written to a pipe."""

RESPONSIBLE = Pair("Responsible", "负责部门")
RESPONSIBLE_AS = Pair("Responsible, as action {}", "负责部门（同行动{}）")
AS = Pair("as", "同")
DUE = Pair("Due", "期限")
NUMBER = Pair("Number", "数值")
OWNER = Pair("Whose", "出自")
TARGETS = Pair("Targets", "目标")
NO_TARGETS = Pair("none of its own is known; see", "尚未见自身目标；参见")
SEE = Pair("see", "参见")
BASIS = Pair("In the briefing", "发布会所述")
BASIS_LABELS = {"direct": Pair("the same subject"), "close": Pair("a nearby subject")}
"""Basis of a mapping in words."""
RELATED = Pair("Related", "相关")

QUOTES = "Quotes: {}."
BRIEF_GRADES = "Quotes: {}. What follows a statement in brackets is its grade, where no passage states it:"
PAGE_GRADES = "Quotes: {}. A statement that no passage states carries its grade:"
CONTENTS = "Contents"
BODIES = "Bodies"
SOURCES = "Sources"
LATER = "later: "
FOR = ", for "
OURS = "Summaries and close translations are ours; quotes stand as their sources print them."
