"""The words of the view of goals and figures."""

from __future__ import annotations

from plan_data.model.entities import Pair

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
