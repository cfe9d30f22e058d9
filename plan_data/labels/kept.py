"""The words of the view of bookmarks and notes."""

from __future__ import annotations

from plan_data.model.pair import Pair

NOT_READ = Pair("Your bookmarks and notes cannot be read: {}", "无法读取书签和笔记：{}")
"""Above the view, where notes.db cannot be read."""
NOT_KNOWN = Pair("not known", "不详")
"""Behind the two headings then."""
BOOKMARKS = Pair("Bookmarks", "书签")
"""Heading of the bookmarks."""
NO_BOOKMARKS = Pair(
    "No bookmarks yet. Press {key} on an entry to set one, and again to remove it.",
    "还没有书签。在条目上按 {key} 添加，再按一次取消。",
)
"""Below it, where there are none."""
NOTES = Pair("Notes", "笔记")
"""Heading of the notes."""
NO_NOTES = Pair(
    "No notes yet. Press {key} on an entry, then Enter, to write one. It is saved as you write.",
    "还没有笔记。在条目上按 {key} 再按 Enter 开始书写，边写边保存。",
)
"""Below it, where there are none."""
NONE_FOUND = Pair("None of them has all these words.", "没有符合筛选的内容。")
"""In place of these two, where the filter leaves none."""
MORE_LINES = Pair("{} more lines", "另有{}行")
"""Below the first lines of a note."""
GONE = Pair("no longer in this plan", "本文件中已无此条目")
"""Behind an id that the plan no longer has."""
