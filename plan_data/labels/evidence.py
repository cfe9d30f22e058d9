"""The words of the view of sources and gaps."""

from __future__ import annotations

from plan_data.labels.kinds import COUNTERS, KIND_LABELS, plural
from plan_data.model.pair import Pair

ABOUT = Pair("what is supported, and what is not", "哪些有来源，哪些没有")
"""In the title bar."""

# The sentence at the top.
OF_HEADINGS = Pair("Of the {n} headings of the document {counts}.", "文件共有{n}个标题，其中{counts}。")
"""How many of the headings that the document prints have which grade."""
OF_ENTRIES = Pair("Of the {n} entries of the plan {counts}.", "共有{n}个条目，其中{counts}。")
"""The same for a plan that names no printed headings."""
ALL_HEADINGS = Pair("All {n} headings of the document {verb}.", "文件的{n}个标题均{verb}。")
"""The same where all have one grade."""
NO_HEADING = Pair("None of the {n} headings of the document has a source yet.", "文件的{n}个标题均尚无来源。")
"""The same where none has a source."""
ALL_ENTRIES = Pair("All {n} entries of the plan {verb}.", "{n}个条目均{verb}。")
"""The same for a plan that names no printed headings."""
NO_ENTRY = Pair("None of the {n} entries of the plan has a source yet.", "{n}个条目均尚无来源。")
"""The same where none has a source."""
GRADE_VERBS = {
    "attached": (Pair("is found in your copy", "与所附文本一致"), Pair("are found in your copy", "与所附文本一致")),
    "quoted": (
        Pair("is stated in a quoted source", "由所引来源载明"),
        Pair("are stated in a quoted source", "由所引来源载明"),
    ),
    "reported": (
        Pair("is reported by a source you can open", "有可查来源提及"),
        Pair("are reported by a source you can open", "有可查来源提及"),
    ),
    "unchecked": (Pair("has no source yet", "尚无来源"), Pair("have no source yet", "尚无来源")),
}
"""Grade to what it says of one heading, and of several; the number stands before it."""
BETWEEN = Pair(", ", "，")
"""Between two of these."""
ONE_CHECKED = Pair("The one quote was checked word for word against its source.", "唯一的引文已与其来源逐字核对。")
"""While each quote of the plan stands in its source word for word, and there is one."""
ALL_CHECKED = Pair("All {n} quotes checked word for word against {of} sources.", "{n}条引文均已与{of}个来源逐字核对。")
"""The same where there are several."""
ALL_CHECKED_IN_ONE = Pair(
    "All {n} quotes checked word for word against their source.", "{n}条引文均已与其来源逐字核对。"
)
"""The same where there is one source."""
SOME_CHECKED = Pair(
    "{found} of the {n} quotes match their sources word for word.", "{n}条引文中有{found}条与来源逐字一致。"
)
"""The same where some quotes do not."""
NO_QUOTES = Pair("No source is quoted yet.", "尚无引文。")
"""Of a plan without quotes."""
CHECK = Pair("Press {fetch} to check the official page.", "按 {fetch} 获取官方网页并核对。")
"""How to check what has no source: the key that fetches the official page."""
CHECK_PRINTED = Pair(
    "internet-plus attach {source} --fetch gets the official page and compares.",
    "internet-plus attach {source} --fetch 可获取官方网页并核对。",
)
"""The same on paper."""
CHECK_COPY = Pair(
    "internet-plus attach compares it with your copy of the document.",
    "internet-plus attach 可与您手中的文件副本核对。",
)
"""The same for a document without an address."""

# The chart.
CHART = Pair("Every heading, one sign each, in the order of the document", "每个标题一个符号，按文件顺序排列")
"""Heading of the chart."""
ENTRY_CHART = Pair("Every entry, one sign each, in the order of the plan", "每个条目一个符号，按顺序排列")
"""The same for a plan that names no printed headings."""
ROWS = {
    "plan": Pair("title", "标题"),
    "front": Pair("title and sections", "标题和章节"),
    "target": Pair("goals", "目标"),
    "group": Pair("groups of measures", "措施组"),
}
"""Kind to what its row is called, where that is not its plural; `front` is the title with the sections."""
FRONT = Pair("headings, title and sections,", "标题（含章节）")
"""The latter in a sentence."""
ONE = {
    "plan": Pair("title", "标题"),
    "target": Pair("goal", "目标"),
    "group": Pair("group of measures", "措施组"),
}
"""Kind to what one heading is called in a sentence, where that is not its word elsewhere."""
BY_KIND = Pair("How many of each kind have which source", "各类的来源情况")
"""Heading of the chart where there are too many for a sign each."""
FOUND = Pair("Headings", "标题")
"""With a filter: heading of the headings that match, in place of chart and gaps."""
FOUND_ENTRIES = Pair("Entries", "条目")
"""The same for a plan that names no printed headings."""
MORE_FOUND = Pair("Only the first {n} are listed: type more words.", "仅列出前{n}条，请输入更多词语。")
"""Below these, where there are more."""
OF_KIND = Pair("Of {n} {kind} {counts}.", "{n}{counter}{kind}中，{counts}。")
"""Sentence on the cursor of a row: how many have which grade."""
ALL_OF_KIND = Pair("All {n} {kind} {verb}.", "{n}{counter}{kind}均{verb}。")
"""The same where all have one grade."""
NONE_OF_KIND = Pair("None of the {n} {kind} has a source yet.", "{n}{counter}{kind}均尚无来源。")
"""The same where that is none."""
SENTENCE = Pair("{what}: {grade}.", "{what}：{grade}。")
"""Sentence on the cursor of an entry: its grade."""

# The gaps.
GAPS = Pair("Gaps", "缺口")
"""Heading of the list of what has no source."""
GAP_COUNT = Pair("{n} of {of} have no source yet", "{of}个中{n}个尚无来源")
"""Behind that heading."""
COUNT = Pair("{n} of {of}", "{n}/{of}")
"""Behind the name of a row: how many of them have no source."""
ALL_BUT = Pair("all but ", "有来源的只有：")
"""Before the few that have a source."""
ALL = Pair("all of them", "全部")
"""Where there are many, and none has a source."""
OTHERS_HAVE = Pair("the other {n} have one", "其余{n}个有来源")
"""Where there are many of both."""
BETWEEN_NAMES = Pair(", ", "、")
"""Between two names."""
NO_GAPS = Pair("None: everything has a source.", "无：均有来源。")
"""In place of the list."""

# The table.
TABLE = Pair("What each source says", "各来源所述")
"""Heading of the table by source."""
TABLE_COUNTS = Pair("direct quotes, and +others on the subject", "直接引文，+号后为其他相关引文")
"""Behind that heading."""
DIRECT = Pair("{} direct", "直接{}")
"""In a cell: how many quotes of the source state the entry."""
MORE = "+{}"
"""In a cell: how many others are on its subject."""
ALSO = Pair("also in", "另见于")
"""Head of the last column: sources that are cited and not quoted."""
OTHERS = Pair("other sources", "其他来源")
"""The same where quoted sources have no column of their own."""
CITED = (Pair("{} source", "{}个来源"), Pair("{} sources", "{}个来源"))
"""In that column: how many, for one and for several."""
MORE_CITED = (Pair("{} more source", "另{}个来源"), Pair("{} more sources", "另{}个来源"))
"""The same in a narrow view, behind the sources that are quoted."""
IN_OTHERS = Pair("{counts} in {n}", "{n}个来源{counts}")
"""In that column: quotes from sources that have no column of their own."""
AND_CITED = Pair("{} more", "另{}个")
"""Behind that: how many sources are cited and not quoted."""
IN_SOURCE = Pair("{counts} in {source}", "{source}：{counts}")
"""In a narrow view: quotes from a source."""
BETWEEN_SOURCES = Pair("; ", "；")
"""Between two of these."""
NONE = "-"
"""In an empty cell."""
CELL_BOTH = Pair(
    "{source}: {direct} of {what}, and {more} more on the subject.",
    "{source}：关于{what}，有{direct}，另有{more}条相关引文。",
)
"""Sentence on the cursor of a cell."""
CELL_DIRECT = Pair("{source}: {direct} of {what}.", "{source}：关于{what}，有{direct}。")
"""The same without others on the subject."""
CELL_MORE = Pair(
    "{source}: no direct quote of {what}, but {more} on the subject.",
    "{source}：关于{what}，无直接引文，有{more}条相关引文。",
)
"""The same without direct quotes."""
CELL_NONE = Pair("{source}: no quote of {what}.", "{source}：无关于{what}的引文。")
"""The same without any."""
DIRECT_QUOTES = (Pair("1 direct quote", "1条直接引文"), Pair("{} direct quotes", "{}条直接引文"))
"""In that sentence: one, several."""
CELL_CITED = (
    Pair("{what}: also reported by a source you can open; its card names it.", "{what}：另有1个可查来源提及，见条目。"),
    Pair(
        "{what}: also reported by {n} sources you can open; its card names them.",
        "{what}：另有{n}个可查来源提及，见条目。",
    ),
)
"""Sentence on the cursor of the last column: one source, several."""
CELL_OTHERS = Pair("{what}: its card names all its sources.", "{what}：全部来源见条目。")
"""The same where quoted sources have no column of their own."""

# The sources.
SOURCES = Pair("Sources", "来源")
"""Heading of the sources below the table."""
COPY = Pair("your copy", "所附文本")
"""Head of the column of an attached copy."""
YOUR_COPY = Pair("your copy: {}", "所附文本：{}")
"""Behind the name of a source with an attached copy, before the name of the file."""


def row_name(kind: str, lang: str) -> str:
    """Return what several headings of a kind are called: `groups of measures`, `措施组`."""
    found = ROWS.get(kind) or Pair(plural(kind), KIND_LABELS[kind].zh)
    return found.pick(lang)


def one_name(kind: str, lang: str) -> str:
    """Return what one heading of a kind is called."""
    return (ONE.get(kind) or KIND_LABELS[kind]).pick(lang)


def counter(kind: str) -> str:
    """Return the Chinese measure word of a kind."""
    return COUNTERS.get(kind, "个")
