"""The words for the facts of an entry, on its card and in comparisons."""

from __future__ import annotations

from plan_data.model.pair import Pair

SUMMARY = Pair("Our summary", "本工具摘要")
"""The heading of a summary: it is ours, and says so."""
TEXT_FIELD_LABELS = {"about": Pair("What it is", "概述"), "summary": SUMMARY}
"""Name of a field of `TEXT_FIELDS` to its heading."""
NO_LIST = Pair("the document's list is not known yet", "文件所列部门尚不清楚")
"""For a node whose list of bodies is unknown."""
OPEN_LIST = Pair("and others (等)", "等")
"""For a list that ends open, in running text."""
BODIES = Pair("{} bodies", "{}个部门")
"""The bodies of one role in a narrow card."""
BODIES_AND_OTHERS = Pair("{} bodies and others", "{}个部门等")
"""The same for a list that ends open."""
OPEN_END = Pair(", and others (等)", "等")
"""Behind the last of such bodies, where they stand in one line."""
BETWEEN_BODIES = Pair(", ", "、")
"""Between two bodies in one line."""
LIST_IS_OPEN = Pair("and others (等); the list is open", "等（名单未列尽）")
"""Below the bodies of such a list."""

DATE_LABELS = {
    "happened": Pair("happened", "发生"),
    "dated": Pair("dated", "成文"),
    "published": Pair("published", "发布"),
    "reported": Pair("reported", "报道"),
}
"""Kind of an event's date to its word."""

DATED = Pair("dated {}", "成文于{}")
"""The date on which a document was written: at the head of an export."""

YEAR_LABELS = {
    "stated": Pair(),
    "implied": Pair("the year is implied by the source", "年份由来源推知"),
    "outside": Pair("from general knowledge, not from the sources here", "年份依据收录来源以外的常识"),
}
"""How a year is known, in words."""

BASIS_LABELS = {
    "direct": Pair("the briefing names the same subject", "吹风会提到同一事项"),
    "close": Pair("the briefing names a nearby subject", "吹风会提到相近事项"),
    "inferred": Pair("no counterpart named in the briefing", "吹风会未提到对应事项"),
}
"""Basis of a mapping in words."""
BASIS_SIGNS = {"direct": Pair("same subject", "同一事项"), "close": Pair("near", "相近")}
"""The same at the right of a row."""

SECTION_LABELS = {
    "agencies": Pair("Who", "负责部门"),
    "dates": Pair("Dates", "日期"),
    "target": Pair("Target", "目标"),
    "figure": Pair("Figure", "数字"),
    "targets": Pair("Goals and dates", "目标与时限"),
    "children": Pair("Contents", "内容"),
    "measures": Pair("Published measures", "已公布的措施"),
    "basis": Pair("In the briefing", "吹风会所述"),
    "guess": Pair("Our interpretation", "本工具推断"),
    "quotes": Pair("Quotes", "引文"),
    "related": Pair("Related", "相关"),
    "notes": Pair("Notes", "说明"),
    "renderings": Pair("Other translations", "其他译法"),
    "cites": Pair("Seen in", "见于"),
    "citing": Pair("Cited by", "引用此来源的条目"),
    "later": Pair("What became of it", "后来的变化"),
    "aliases": Pair("Also called", "又称"),
    "lead": Pair("Leads", "牵头"),
    "joint_lead": Pair("Leads jointly", "共同牵头"),
    "member": Pair("Takes part in", "参与"),
    "responsible": Pair("Is responsible for", "负责"),
}
"""Section of a card to its heading."""

STATEMENT_LABELS = {
    "title": Pair("heading", "标题"),
    "name": Pair("name", "名称"),
    "summary": Pair("summary", "摘要"),
    "agencies": Pair("bodies", "部门"),
    "due": Pair("deadline", "时限"),
    "number": Pair("number", "数值"),
    "later": Pair("later name", "后来的名称"),
    "post": Pair("post", "职务"),
    **DATE_LABELS,
}
"""Statement of an entry to its word, below the title and before the sources that report it."""

# Below the title: how well it is all known.
CLAUSES = {
    "attached": Pair("{} found in your copy", "{}与所附文本一致"),
    "quoted": Pair("{} stated in a quoted source", "{}由所引来源载明"),
    "reported": Pair("{} reported by a source you can open", "{}由可查来源提及"),
    "unchecked": Pair("{} has no source yet", "{}尚无来源"),
}
"""Grade to what it says of some statements."""
THE_REST = Pair("the rest", "其余")
"""The statements of the weakest grade, behind the others."""
ALONE = Pair("all of it {}", "各项均{}")
"""Where all statements of an entry have one grade: that grade."""
NOTHING = Pair("no source yet", "尚无来源")
"""The same where none has a source."""
BETWEEN = Pair("; ", "；")
"""Between two grades."""
AND = Pair(" and ", "、")
"""Between two statements of one grade."""
STOP = Pair(". ", "。")
"""Between that and the next sentence."""
READ_ON_PAGE = Pair(
    "Press {key} to read it on {site}. Press {fetch} to fetch it and compare.",
    "按 {key} 在 {site} 上查看，按 {fetch} 获取并核对。",
)
"""Behind that, for a heading of the official page that was not compared with it."""

# Who.
AS_OF = Pair("as {}", "同{}")
"""Whose list of bodies it is: kind, and number or title."""

# Goals and dates.
NO_DATE = Pair("No date of its own is known", "本项未见单独期限")
"""For an action or task without a deadline of its own."""
WHOLE_PLAN = Pair("the plan", "整个文件")
"""Before the phases of the plan as a whole."""
FROM = Pair("from {title}", "取自“{title}”")
"""Behind an inherited deadline: the entry that states it."""
COMMA = Pair(", ", "，")
"""Between a goal and whose it is."""
PHASE = Pair("{0} {1}", "{1}{0}")
"""A phase of the plan and its date."""
GOAL = Pair("goal", "目标")
"""Before a goal without a date."""
FIGURE = Pair("figure", "数字")
"""Before a figure."""
NO_DEADLINE = Pair("no stated deadline is known", "未见写明的期限")
"""On a target without one."""
NO_NUMBER = Pair("no number in the source", "来源未给出数字")
"""In place of the number of a target."""
OWNER = Pair("set by", "提出者")
"""Before whose target it is."""
COUNTED_BY = Pair("given by", "出自")
"""Before who gives a figure that is no target."""

# Quotes.
COUNT = Pair("{} {}", "{1}{0}条")
"""How many quotes have a role."""
BETWEEN_COUNTS = Pair(", ", "，")
"""Between two of these."""
COUNT_OF_QUOTES = Pair("{}: {}", "{}条：{}")
"""How many quotes an entry has, and how many in each role."""
QUOTES_ABOVE = Pair("no quote for this {kind}; {count} for {above}", "本{kind}无引文；{above}有{count}条")
"""For an entry that has no quotes, of whose ancestor some are shown."""
SEE_ABOVE = Pair("to see them: internet-plus show {}", "查看：internet-plus show {}")
"""Below that in print: how to see the ancestor's quotes."""
ITS = Pair("its {}", "所属{}")
"""That ancestor, by its kind."""
MORE_QUOTES = Pair("{} more; press . to walk through all", "另有{}条；按 . 逐条查看")
"""Below the first quotes."""
NO_PASSAGE = Pair("no quote says this", "无引文载明此说")
"""Below a side of a conflict that has no quote."""

# Subjects of the briefing.
BY_SUBJECT = Pair("by subject", "按事项")
"""Behind the heading of measures that fit a category by subject."""
GUESSES = Pair("{} more, {}", "另有{}项，{}")
"""Heading of further ones: how many, and their basis."""
OUR_GUESS = Pair("our guess", "本工具推测")
"""Behind the heading of a mapping that is inferred."""
ALTERNATIVE = Pair("or  ", "或  ")
"""Before what else it might be."""

NO_ADDRESS = Pair("no address", "无网址")
"""Behind a source that nobody can open."""
OUR_CLOSE = Pair("our close translation", "本工具直译")
"""Behind our close translation of a heading."""
ENTRIES = Pair("{} entries", "{}个条目")
"""On the card of a source: how many entries cite it."""
PART_OF = Pair("Part of", "上级条目")
"""Before the entry that an entry lies in."""
OF = Pair("of", "所属")
"""Before the body that a person or an office belongs to."""
IDENTITY = Pair("{}, {}", "{}，{}")
"""The last line of a card: kind with number, and id."""
NONE = Pair("none", "无")
"""Where there is no entry, quote or bookmark."""
