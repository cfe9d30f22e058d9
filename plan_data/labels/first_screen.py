"""The words of the first screen: the card of the plan itself."""

from __future__ import annotations

from plan_data.model.pair import Pair

WANTS = Pair("What it wants", "文件要求")
"""Heading of the summary."""
HOW_MUCH = Pair("How much, by when", "多少任务，何时完成")
"""Heading of the counts and the phases."""
BETWEEN_COUNTS = Pair(", ", "、")
"""Between two of the counts."""
SAID_IN = Pair("as of {}", "据{}介绍")
"""Behind that heading: when the dates of the phases were told, where a report of that day gives them."""
THREE_THINGS = Pair("Three things to try", "不妨一试")
"""Heading of the examples with their keys, where there are three; with fewer too."""
TRY_ENTRY = Pair("{}: who, what, when", "{}：谁做什么、何时完成")
"""What an action's number and Enter show."""
TRY_JUMP = Pair("go anywhere by a few letters", "输入几个字，跳到任何条目")
"""What the key of the jump box does; an example stands before it."""
TRY_TIMELINE = Pair("the timeline with deadlines", "时间线与各项期限")
"""What the key of the timeline shows."""
SHORT_ENTRY = Pair("{}: who, by when", "{}：谁做，何时")
"""The same three things in a narrow card: an action."""
SHORT_JUMP = Pair("go by a few letters", "输入几个字即可跳转")
"""The jump box."""
SHORT_TIMELINE = Pair("the timeline", "时间线")
"""The timeline."""
TRUST = Pair("How far to trust it", "可信程度")
"""Heading of the sentences on how much of it is confirmed."""
NOT_COMPARED = Pair("None of it has been compared with the official text.", "全部内容均未与官方文本核对。")
"""While no copy of the document is attached."""
OF_HEADINGS = Pair("Of its {n} headings {counts}.", "{n}个标题中，{counts}。")
"""How many of the headings that the document prints have which grade."""
OF_ENTRIES = Pair("Of its {n} entries {counts}.", "{n}个条目中，{counts}。")
"""The same for a plan that names no printed headings."""
ALL_IN_COPY = Pair("All of its {n} headings stand in your copy of the document.", "{n}个标题全部见于所附文本。")
"""With a complete copy of the document."""
SOME_IN_COPY = Pair(
    "{found} of its {n} headings stand in your copy of the document; of the others {counts}.",
    "{n}个标题中有{found}个见于所附文本；其余{counts}。",
)
"""With a copy of the document that lacks some headings."""
COUNTS = {
    "attached": (Pair("{} stands in your copy", "{}个见于所附文本"), Pair("{} stand in your copy", "{}个见于所附文本")),
    "quoted": (
        Pair("{} stands in a quoted source", "{}个由所引来源载明"),
        Pair("{} stand in a quoted source", "{}个由所引来源载明"),
    ),
    "reported": (Pair("{} is reported elsewhere", "{}个另有报道"), Pair("{} are reported elsewhere", "{}个另有报道")),
    "unchecked": (
        Pair("{} rests on this tool alone", "{}个仅以本工具为据"),
        Pair("{} rest on this tool alone", "{}个仅以本工具为据"),
    ),
}
"""Grade to what it says of one heading, and of several."""
NO_SOURCE = (Pair("{} has no source yet", "{}个尚无来源"), Pair("{} have no source yet", "{}个尚无来源"))
"""The last of these for a plan that names no printed headings."""
BETWEEN = Pair(", ", "，")
"""Between two of these."""
CHECK = Pair(
    "{fetch} fetches the official page and compares; {open} opens it in a browser.",
    "按 {fetch} 获取官方网页并核对，按 {open} 在浏览器中打开。",
)
"""How to check it; the keys that fetch the official page and open it."""
CHECK_PRINTED = Pair(
    "internet-plus attach {source} --fetch gets the official page and compares.",
    "internet-plus attach {source} --fetch 可获取官方网页并核对。",
)
"""The same on paper."""
CHECK_COPY = Pair(
    "internet-plus attach compares it with a copy of the document.", "internet-plus attach 可与文件副本核对。"
)
"""The same for a document without an address."""
DOCUMENT = Pair("Document", "文件")
"""Heading of the facts about the document."""
OF_DATE = Pair("of {}", "{}成文")
"""The date on which it was written."""
PUBLISHED = Pair("published {}", "{}公布")
"""The date of its publication."""
