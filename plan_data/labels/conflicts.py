"""The words of the view of conflicts, and of the card of a conflict."""

from __future__ import annotations

from plan_data.model.pair import Pair

CONFLICT_GROUPS = {
    "conflict": Pair("Sources differ", "来源不一"),
    "development": Pair("Changed over time", "随时间变化"),
    "doubt": Pair("In doubt", "存疑"),
}
"""Kind of a conflict to the heading of its group in the list."""
ABOUT = Pair("{} points", "{}处")
"""In the title bar of the list: how many there are."""
ONE_POINT = Pair("1 point", "1处")
"""The same for one."""
KNOWN = Pair("{}; {}", "{}；{}")
"""Below the title on the card: the kind of the conflict, and how well the entry is known."""
COMMENT = Pair("Our comment", "本工具说明")
"""Heading of our comment, below the sides."""
PARAGRAPH = Pair("para. {}", "第{}段")
"""Below a quote: its paragraph; the source is named above all quotes from it."""
OF_COPY = Pair("para. {} of your copy", "所附文本第{}段")
"""The same in the reader's own copy."""
QUOTE = '"{}"'
"""A quote in its marks: straight ones, since its text may have others."""
QUOTE_NOTES = Pair("Notes on these quotes", "关于上述引文的说明")
"""Heading of the doubts and slips in the quotes, folded at the end of the card."""
