"""The words of the view of bookmarks and notes."""

from __future__ import annotations

from plan_data.model.entities import Pair

NOT_READ = Pair("What you keep cannot be read: {}", "无法读取所保存的内容：{}")
"""Above the view, where notes.db cannot be read."""
NOT_KNOWN = Pair("not known", "不详")
"""Behind the two headings then."""
BOOKMARKS = Pair("Bookmarks", "书签")
"""Heading of the bookmarks."""
NO_BOOKMARKS = Pair(
    "No bookmarks yet. {key} on an entry sets one, and {key} again takes it away.",
    "还没有书签。在条目上按 {key} 添加，再按一次取消。",
)
"""Below it, where there are none."""
NOTES = Pair("Notes", "笔记")
"""Heading of the notes."""
NO_NOTES = Pair(
    "No notes yet. {key} on an entry, then Enter, begins one; it is saved as you write.",
    "还没有笔记。在条目上按 {key} 再按 Enter 开始书写，边写边保存。",
)
"""Below it, where there are none."""
NONE_FOUND = Pair("None of them holds all these words.", "没有符合筛选的内容。")
"""In place of these two, where the filter leaves none."""
MORE_LINES = Pair("{} more lines", "另有{}行")
"""Below the first lines of a note."""
GONE = Pair("not in this plan any more", "本文件中已无此条目")
"""Behind an id that the plan no longer has."""
