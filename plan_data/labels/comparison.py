"""The words of the comparison."""

from __future__ import annotations

from plan_data.model.entities import Pair

SHARED = Pair("What they share", "共有部分")
"""Heading of what both nodes have."""
SHARED_LABELS = {
    "agencies": Pair("bodies", "个部门"),
    "quotes": Pair("quotes", "条引文"),
    "related": Pair("related", "个相关条目"),
}
"""What two nodes may share to its word."""
NO = Pair("no", "0")
"""The number 0 before a word."""
ONLY_HERE = Pair("{} only here", "仅此处{}")
"""Behind a node's bodies: how many the other lacks."""
QUOTES_ONLY_HERE = Pair("Quotes only here", "仅此处的引文")
"""Heading of quotes that the other lacks."""
COMPARE_HINT = Pair("Mark a node with =, go to another, and press = again.", "用 = 标记一个条目，转到另一个，再按 =。")
"""In the view while only one node is marked."""
