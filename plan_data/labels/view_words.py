"""The words inside views, lists of hits, the first card and the page of a source."""

from __future__ import annotations

from plan_data.labels.signs import Sign
from plan_data.model.entities import Pair

MORE_COLUMNS = {True: "{} more column", False: "{} more columns"}
"""Whether it is one column to the words for columns that are out of sight."""

# Agencies.
ROLE_LETTERS = {"lead": "L", "joint_lead": "J", "member": "p", "responsible": "R"}
"""Role of a body to its letter in the table."""
AGENCY_SIGNS = "L leads  J leads jointly  p takes part  R responsible  ? the list is not known  blank: in no known list"
"""What the letters of the table mean."""
ACTION_COLUMNS = "{}: actions"
"""What the letters in the first columns are in: an action's list."""
GROUP_COLUMNS = "{}: groups of measures"
"""The same for the other columns."""
COLUMN_RANGE = "{} to {}"
"""First and last head of such columns."""
SORTED_BY = "{}. Sorted by {}; r changes that."
"""Below the table: the columns, and the order of the rows."""
OTHER_LISTS = "Named in other lists"
"""Heading of bodies that no column names."""
IN_NO_LIST = "in no list that is known"
"""Below a body that is alone in the view."""
LATER = "later {} {}"
"""A later name of a body, and since when."""

# Targets.
TARGET_GROUPS = {
    "own": Pair("Goals of the document", "文件自身的目标"),
    "others": Pair("Targets of other documents and bodies", "其他文件和部门的目标"),
    "figures": Pair("Figures that are not targets", "并非目标的数字"),
}
"""The groups, in order, to their headings."""
TARGET_HEADS = (Pair("by when", "期限"), Pair("what", "内容"), Pair("how much", "数值"), Pair("set by", "提出者"))
"""Heads of the columns; the last also stands before who set it, where there are no columns."""
TARGET_DOUBT = Pair("{}: ", "{}：")
"""Before a doubt about one of them."""
BY = Pair("by {}", "到{}")
"""A deadline as a date of the calendar, so that those in a column can be compared."""

# Timeline.
EVENT_SIGNS = {
    "event": Sign("◦", "@", "an event"),
    "plan": Sign("◊", "#", "a document is issued"),
    "target": Sign("♦", "!", "a deadline"),
}
"""Type of an event to its sign."""
UNKNOWN_PART = "exact date unknown"
"""Meaning of the signs for unknown months and days."""
BREAKS = "scale changes"
"""Meaning of the sign for a gap in the scale."""
PASSED = "passed, outcome not in our sources"
"""Of a deadline that lies behind us."""
TODAY = "today"
"""On the line of today."""
NO_DATE = "no date"
"""In place of an event's date."""

# Sources and evidence.
SEEN_IN = "seen in"
"""Head of the column of sources that are only cited."""
SEEN_IN_MEANS = "seen in: cited sources with an address where the title was seen."
"""What that column means, below the table."""
COUNTS_MEAN = "1s: one passage states it.  +8: eight more speak of it.  -: nothing shipped."
"""What the numbers mean, below the table."""
SOURCES = "Sources"
"""Heading of the sources below the table."""
COPY = "copy"
"""Head of the column of an attached copy."""
YOUR_COPY = "your copy: {}"
"""Before the name of an attached copy."""
QUOTED = "{} quotes, {} passages"
"""How much of a source is quoted."""
BIBLIOGRAPHY_ONLY = "bibliography only"
"""In its place, where nothing is."""

# Conflicts.
DIFFERENCE = Pair("Our comment", "本工具说明")
"""Before our comment on a conflict."""

# Bookmarks and notes.
NOT_READ = "What you keep cannot be read: {}"
"""Above the view, where notes.db cannot be read."""
NOT_KNOWN = "not known"
"""Behind the two headings then."""
BOOKMARKS = "Bookmarks"
"""Heading of the bookmarks."""
NO_BOOKMARKS = "{}; m sets one"
"""Where there are none."""
NOTES = "Notes"
"""Heading of the notes."""
NO_NOTES = "{}; i writes one"
"""Where there are none."""
GONE = "not in this plan any more"
"""Behind an id that the plan no longer has."""

# The place of a quote.
PARAGRAPH = "{}, para. {}"
"""Source and paragraph of a quote: among hits, and below quotes."""
OF_YOUR_COPY = " of your copy"
"""Behind the paragraph of an attached copy."""

# A source as it is read.
FACTS = {
    "author": Pair("{}", "{}"),
    "publisher": Pair("{}", "{}"),
    "container": Pair("in {}", "载于{}"),
    "number": Pair("{}", "{}"),
    "written": Pair("written {}", "成文于{}"),
    "published": Pair("published {}", "发布于{}"),
    "reposted": Pair("reposted {}", "转载于{}"),
    "translation": Pair("{}", "{}"),
}
"""Fact of a source to how it is said, in the line below its title."""
BETWEEN_FACTS = Pair("; ", "；")
"""Between two of these."""
SOURCE_TEXTS = {
    "original": Pair("original", "原文"),
    "reliability": Pair("reliability", "可靠程度"),
    "seen": Pair("seen", "查阅"),
}
"""Text of a source to its name, which stands before it."""
COPY_LABEL = Pair("your copy", "所附文本")
"""Before the facts of an attached copy."""
SCRIPT = {"simplified": Pair("simplified script", "简体"), "traditional": Pair("traditional script", "繁体")}
"""Script of an attached copy."""
ATTACHED = Pair("attached {}", "{}附加")
"""Date on which a copy was attached."""
DIGEST = "sha256 {}..."
"""First digits of a copy's digest."""
ADDRESS = Pair("address", "网址")
"""Before an address."""
LOOKED_UP = Pair("  (looked up)", "（本工具查得）")
"""Behind an address that we looked up and no source gives."""
NONE_KNOWN = Pair("none known", "未知")
"""In place of an address."""
ABOUT_SOURCE = Pair("About this source", "关于本来源")
"""Heading of the bibliography, below the text of a source."""
NO_PASSAGES = Pair(
    "No passage of this source is shipped; it is known by its bibliography only.",
    "本工具未收录该来源的段落，仅有书目信息。",
)
"""In place of passages."""
GAP_OF_ONE = Pair("[...] paragraph {} is not quoted here", "（第{}段未引用）")
"""Between two passages: the one paragraph that is missing."""
GAP = Pair("[...] paragraphs {} to {} are not quoted here", "（第{}至{}段未引用）")
"""The same for several paragraphs."""
BELOW_PASSAGE = {
    "gloss": (Pair("{} note", "{}条说明"), Pair("{} notes", "{}条说明")),
    "doubt": (Pair("{} doubt", "{}处存疑"), Pair("{} doubts", "{}处存疑")),
    "sic": (Pair("{} slip in the source", "原文疑误{}处"), Pair("{} slips in the source", "原文疑误{}处")),
    "entries": (Pair("supports {} entry", "支持{}个条目"), Pair("supports {} entries", "支持{}个条目")),
}
"""What can be unfolded below a passage to its count, of one and of several."""
NAMES_BELOW = Pair("{}: {}", "{}：{}")
"""Count and first names of it, while it is folded."""
BETWEEN_NAMES = Pair(", ", "、")
"""Between two of these names."""
STATE_OF_QUOTE = Pair('"{}": {}', "“{}”：{}")
"""Below a passage: a quote that does not stand there word for word, and its state."""
WHICH_QUOTE = Pair("quote {n} of {all}, {role}", "引文 {n}/{all}，{role}")
"""In the title of the source pane: which quote of the entry is lit."""
WHOSE_QUOTE = Pair("{quote}, of {title}", "{quote}，属“{title}”")
"""The same of a quote that is an ancestor's."""
