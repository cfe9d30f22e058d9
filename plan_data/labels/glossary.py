"""The words of the glossary."""

from __future__ import annotations

from plan_data.model.pair import Pair

GLOSSARY_HEADS = {
    "english": Pair("English", "英文"),
    "chinese": Pair("Chinese", "中文"),
    "pinyin": Pair("pinyin", "拼音"),
}
"""Heads of the columns."""
ORDERS = {"english": Pair("by English", "按英文排列"), "pinyin": Pair("by pinyin", "按拼音排列")}
"""Order of the terms to its words, in the title bar."""
TERMS = Pair("{} terms", "{}条术语")
"""In the title bar: how many there are."""
ONE_TERM = Pair("1 term", "1条术语")
"""The same for one."""
ABOUT = Pair("{terms}, {order}", "{terms}，{order}")
"""The title bar: both."""
ABOUT_LONG = Pair("{terms}, {order}; definitions are ours", "{terms}，{order}；释义系本工具所拟")
"""The same in a wide window, with whose the definitions are."""
OURS = Pair("The definitions are ours, not the document's.", "释义系本工具所拟，并非文件原文。")
"""Below the printed terms."""
USED_IN = Pair("Used in  ", "见于  ")
"""Below the definition, before where the term is used."""
IN_SOURCE = Pair("the source {title}, para. {n}", "来源“{title}”第{n}段")
"""A quote there, by its source."""
BETWEEN_PLACES = Pair("; ", "；")
"""Between two of these."""
MORE_PLACES = Pair("and {} more", "另有{}处")
"""Behind the first ones."""
TERM_KIND = Pair("term", "术语")
"""Kind of a term among what is found in the jump box."""
IN_GLOSSARY = Pair("In the glossary", "术语中")
"""Heading of the terms that `find` prints."""
