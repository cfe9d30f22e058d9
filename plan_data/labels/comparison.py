"""The words of the comparison."""

from __future__ import annotations

from plan_data.model.pair import Pair

COMPARE_HINT = Pair(
    "Mark an entry with =, go to another, and press = again.", "用 = 标记一个条目，转到另一个，再按 =。"
)
"""In the view while only one node is marked."""
ABOUT = Pair("{} and {}", "{}与{}")
"""In the title bar: the two that are compared."""
SIDES = (Pair("left", "左"), Pair("right", "右"))
"""Before what is so of one of the two, where there is no room for columns."""
COUNTS = (
    Pair("{} on both sides", "两侧共有{}个"),
    Pair("{} only left", "仅左侧{}个"),
    Pair("{} only right", "仅右侧{}个"),
)
"""Behind a heading: how many bodies, goals, quotes or related entries both have, and one of them alone."""
ROLE_COUNTS = (
    Pair("{} in different roles", "{}个职责不同"),
    Pair("{} only left", "仅左侧{}个"),
    Pair("{} only right", "仅右侧{}个"),
    Pair("{} in the same role", "{}个职责相同"),
)
"""Behind the heading of the bodies: how many of each kind, in the order of the rows."""
BETWEEN = Pair(", ", "，")
"""Between two of these."""
NONE = Pair("-", "-")
"""In place of a role or date that one of them does not have, as far as is known."""
NONE_KNOWN = Pair("none known", "未见")
"""What that sign means, in the line of signs."""
WHOSE_LIST = Pair("whose list it is", "名单所属")
"""Above the bodies, where one of them has the list of the action that it lies in."""
UNKNOWN = Pair("list unknown", "名单未知")
"""In place of a role in a list that is not known."""
NO_DATE = Pair("Neither has a date of its own.", "两侧均未见单独期限。")
"""Below the goals, where that is so."""
OWN_DATE = Pair("its own date", "自身期限")
"""Before the dates of the two entries themselves."""
GOAL_FIGURE = Pair("{}, {}", "{}，{}")
"""A goal and its number."""
SAME_QUOTES = Pair("the same on both sides", "两侧共有的引文")
"""Above the quotes that both have."""
SENTENCE = Pair("{body} {left} and {right}.", "{body}{left}，{right}。")
"""The sentence on a body: its roles on both sides."""
GOAL_SENTENCE = Pair("{title}: left {left}, right {right}.", "{title}：左{left}，右{right}。")
"""The sentence on a goal or date."""
NOT_LINKED = Pair("not linked", "无关联")
"""In it, of a side that has no link to the goal."""
