"""The words of the view of goals and figures."""

from __future__ import annotations

from plan_data.model.pair import Pair

TARGET_GROUPS = {
    "own": Pair("Goals of the document", "文件自身的目标"),
    "others": Pair("Targets of other documents and bodies", "其他文件和部门的目标"),
    "figures": Pair("Figures that are not targets", "并非目标的数字"),
}
"""The groups, in order, to their headings."""
TARGET_HEADS = (Pair("by when", "期限"), Pair("what", "内容"), Pair("how much", "数值"), Pair("set by", "提出者"))
"""Heads of the columns; the last also stands before who set it, where there are no columns."""
TARGET_DOUBT = Pair("{}: ", "{}：")
"""Before a doubt about one of them, where it stands below the row."""
BY = Pair("by {}", "到{}")
"""A deadline as a date of the calendar, so that those in a column can be compared."""
COUNTS = {
    "own": (Pair("{n} goals", "自身目标{n}项"), Pair("1 goal", "自身目标1项")),
    "others": (Pair("{n} targets of others", "他方目标{n}项"), Pair("1 target of others", "他方目标1项")),
    "figures": (Pair("{n} figures", "数字{n}个"), Pair("1 figure", "数字1个")),
}
"""In the title bar: how many are in each group, and the same for one."""
BETWEEN_COUNTS = Pair(", ", "，")
"""Between two of these."""

# The sentence on the row under the cursor.
DUE = Pair("{when}: ", "{when}：")
"""By when."""
PARTS = Pair(", ", "，")
"""Between what it is, how much, and who set it."""
SET_BY = Pair("set by {}", "由{}提出")
"""Who set it."""
GIVEN_BY = Pair("a figure given by {}, not a target", "数字出自{}，并非目标")
"""The same of a figure that nobody promised."""
FIGURE = Pair("a figure, not a target", "数字，并非目标")
"""The same where it is not known who gave it."""
NO_DEADLINE = Pair("no stated deadline is known", "未见写明的期限")
"""Of a target without one."""
STOP = Pair(".", "。")
"""At the end."""
DOUBT = Pair("  Doubt: {}", "  存疑：{}")
"""Behind that, what is in doubt."""
