"""The words of exports."""

from __future__ import annotations

from plan_data.model.pair import Pair

FORMATS_HELP = """\
md is a brief for Pandoc and people, its sources as footnotes; html is one page that needs nothing else; csv is a table;
json is the entries as 'show' prints them; bib and csl are the sources for a bibliography."""
"""What each format is."""

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
NO_OWN_DATE = Pair("{}; the plan as a whole: {}", "{}；整个文件：{}")
"""That an entry has no date of its own, and the phases of the plan."""
OF_OWNER = Pair(", {} {}", "，{}：{}")
"""Behind a goal: whose it is."""
BASIS = Pair("In the briefing", "吹风会所述")
"""Before the mapping to the briefing."""
BASIS_LABELS = {"direct": Pair("the same subject", "同一事项"), "close": Pair("a nearby subject", "相近事项")}
"""Basis of a mapping in words."""
RELATED = Pair("Related", "相关")
"""Before related entries."""

COLON = Pair(": ", "：")
"""Between a label and what it says, and between a role and the bodies that share it."""
BETWEEN = Pair(", ", "、")
"""Between two of these."""
BETWEEN_GROUPS = Pair("; ", "；")
"""Between two roles."""

STATE_COUNT = Pair("{} {}", "{1}{0}条")
"""How many quotes have a state."""
COMMA = Pair(", ", "，")
"""Between two of these, and between the facts about the document."""
STOP = Pair(".", "。")
"""Behind these facts."""
IN_BRACKETS = Pair(" ({})", "（{}）")
"""The sources of a side of a conflict, behind what it says."""
ABOUT_DOCUMENT = Pair(
    "Document: *{title}*{grade}, {facts}.{address}", "所据文件：《{title}》{grade}，{facts}。{address}"
)
"""At the head of a brief: the document that it is about."""
PART_OF = Pair("{plan}: {part}", "{plan}：{part}")
"""Below the title of a brief: the plan, and which part of it."""
SELECTION = Pair("{} entries", "{}个条目")
"""In its place for entries of several branches."""
OFFICIAL_HEADING = Pair("*Official heading*: {zh}{en}{grade}", "*文件标题*：{zh}{en}{grade}")
"""The heading as the document prints it, with a close translation."""
HEADING = Pair("*Heading*", "*标题*")
"""Before the grade of a heading without one."""
FIRST_MENTION = Pair("{} ({})", "{}（{}）")
"""A body's full name with its short one, where a brief names it first."""
COUNT = Pair("{} {}", "{1}{0}条")
"""How many quotes have a role."""
SIDES = Pair("The sources", "各方说法")
"""Before the sides of a conflict."""
IN_APPENDIX = Pair("More quotes in the appendix: {}.", "其余引文见附录：{}。")
"""Below the quotes of an entry."""
APPENDIX = Pair("Appendix: more quotes", "附录：其余引文")
"""Heading of the quotes that do not stand at their entries."""
IN_SQUARE_BRACKETS = Pair(" [{}]", "[{}]")
"""What a citation of a source must carry, behind its title."""
DOCUMENT = Pair("Document", "文件")
"""Before the number of a document in a bibliography, and before what is known of one at the head of a page."""
REPORT = Pair("Report", "报告")
"""The same for a report."""
BRIEF_GRADES = Pair(
    "Where no quoted source states something, a mark follows: {}.",
    "没有引文直接载明的内容，其后括注依据：{}。",
)
"""What the marks in brackets mean that occur in a brief."""
CONTENTS = Pair("Contents", "目录")
"""Heading of the table of contents of a page."""
BODIES = Pair("Bodies", "部门")
"""Heading of the bodies on a page."""
SOURCES = Pair("Sources", "来源")
"""Heading of the sources on a page."""
LATER = Pair("later: ", "后改为：")
"""Before a later name of a body."""
OURS = Pair(
    "Summaries and close translations are ours; quotes are as their sources print them.",
    "摘要和直译由本工具撰写；引文照录原文。",
)
"""At the head of briefs and pages."""

# The page.
SKIP = Pair("Skip to the text", "跳到正文")
"""The first link of a page, for who comes by keyboard."""
ENTRIES = (Pair("{} entry", "{}个条目"), Pair("{} entries", "{}个条目"))
"""In the contents, over what can be unfolded: one entry, and several."""
WHOLE_PLAN = Pair("Plan as a whole", "总体时限")
"""Before the phases of the plan as a whole."""
FULL_TEXT = Pair("Full text", "全文")
"""Before the link to the document."""
READ_DOCUMENT = Pair("Read it on the web", "在线阅读")
"""That link."""
PRINTED = Pair("Official heading", "文件标题")
"""Before a heading as the document prints it, on a page."""
CLOSE_TRANSLATION = Pair("Heading, closely translated", "标题直译")
"""The same in English alone."""
OUR_CLOSE = Pair(" (our close translation)", "（本工具直译）")
"""Behind our translation of it."""
AND_OTHERS = Pair(", and others", "等")
"""Behind the last body of a list that ends open."""
ALL_VERBATIM = (
    Pair("The quote on this page was checked word for word against its source.", "本页引文1条，已与来源逐字核对。"),
    Pair(
        "All {} quotes on this page were checked word for word against their sources.",
        "本页引文{}条，均已与来源逐字核对。",
    ),
)
"""At the head of a page: how many quotes it has, one and several, where all are verbatim."""
QUOTES_OF_PAGE = Pair("Quotes on this page: {}.", "本页引文：{}。")
"""The same where some are not: how many quotes are in each state."""
GRADES_OF_PAGE = Pair(
    "Where no quoted source states something, a mark says so:", "没有引文直接载明的内容，均标明依据："
)
"""Behind that, before the marks."""
QUOTE_NUMBER = Pair("[{}]", "[{}]")
"""Number of a quote on a page."""
BEGINNING = Pair('"{}..."', "“{}……”")
"""The beginning of a quote that stands elsewhere on the page."""
ELSEWHERE = Pair("Quoted elsewhere on this page", "本页他处引文")
"""Over links to quotes that stand elsewhere on the page."""
QUOTED_FROM = Pair("Quoted on this page", "本页引文")
"""Before the quotes from a source."""
