"""The words and signs of the timeline."""

from __future__ import annotations

from plan_data.labels.signs import Sign
from plan_data.model.pair import Pair

EVENT_SIGNS = {
    "target": Sign("♦", "!"),
    "plan": Sign("◊", "#"),
    "event": Sign("◦", "@"),
}
"""Type of an event to its sign: on the axis, in a narrow pane before the title, and in the line of signs."""
EVENT_KINDS = {"target": Pair("deadline", "期限"), "plan": Pair("document", "文件"), "event": Pair("event", "事件")}
"""Type of an event to its word: in the line of signs and in the sentence below the rows; the filter finds it."""
SECTIONS = {"target": Pair("Deadlines", "期限"), "": Pair("Events and documents", "事件与文件")}
"""Headings: above the deadlines, and above all that is no deadline."""
FROM_PUBLICATION = Pair("each line begins at publication, {}", "横线自{}发布起")
"""Behind the heading of the deadlines: where their lines begin."""
FROM_FIRST = Pair("each line begins at the first event", "横线自首个事件起")
"""The same where it is not known when the document was published."""
BY = Pair("by {}", "到{}")
"""The date of a deadline in its row."""
NO_DATE = Pair("no date", "无日期")
"""In place of the date of a row."""
TODAY = Pair("today", "今天")
"""Above the axis, and in the line of signs."""

# The line of signs.
UNKNOWN_PART = (Pair("exact day unknown", "具体日期不明"), Pair("day unknown", "日期不明"))
"""Meaning of `~`, and the same where room is short."""
NEW_SCALE = (Pair("scale changes", "比例改变"), Pair("new scale", "比例改变"))
"""Meaning of `//`, and the same where room is short."""

# The sentence on the row under the cursor.
DUE = Pair("{when}: {title}.", "{when}：{title}。")
"""When a deadline is, and what."""
ABOUT = Pair("{when}, {kind}: {title}.", "{when}，{kind}：{title}。")
"""When anything else was, what kind of thing, and what."""
PART_UNKNOWN = Pair("{} (exact day unknown)", "{}（具体日期不明）")
"""A date of which a part is not known."""
PASSED = Pair(" Passed; the outcome is not in our sources.", "期限已过，收录的来源未载明结果。")
"""Of a deadline that lies behind us."""

# The title bar.
ENTRIES = Pair("{n} entries", "{n}个条目")
"""How many rows there are."""
ENTRY = Pair("1 entry", "1个条目")
"""The same for one."""
DEADLINES_FIRST = Pair(", {n} deadlines first", "，先列{n}项期限")
"""Behind that, how many of them are deadlines."""
DEADLINE_FIRST = Pair(", 1 deadline first", "，先列1项期限")
"""The same for one."""
