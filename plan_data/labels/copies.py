"""The words of the report on attached copies. Texts with values are format strings."""

from __future__ import annotations

from plan_data.model.pair import Pair

ABOUT = Pair("what it has of the document", "与文件的核对结果")
"""In the title bar, behind the title."""
NONE = Pair("No copy is attached. internet-plus attach attaches one.", "尚未附加文本。可用 internet-plus attach 附加。")
"""In place of the report."""
NONE_FETCH = Pair(
    "No copy is attached. Press {key} to fetch the official page and compare.",
    "尚未附加文本。按 {key} 获取官方网页并核对。",
)
"""The same on the screen, where the address of the document is known."""
COPY = Pair("your copy: {name} ({facts})", "所附文本：{name}（{facts}）")
"""Below the title of the source."""

ALL_FOUND = Pair(
    "All {total} headings of the document were found, in their order.", "文件的{total}个标题已全部按顺序找到。"
)
"""How many headings were found."""
SOME_FOUND = Pair(
    "{found} of the {total} headings of the document were found, in their order.",
    "文件的{total}个标题中，已按顺序找到{found}个。",
)
"""The same where some are missing."""
SHARE = Pair("{found} of {total}", "{found}/{total}")
"""Of a kind."""
TITLE = Pair("title", "标题")
"""What the row of the document's own title is called."""
TOGETHER = Pair("tasks and measures together", "任务与措施合计")
"""Behind the sum of the two."""
EDITION = Pair("It may be another edition, or another document", "可能是其他版本或其他文件")
"""Heading of the sentences that say why."""
MISSING = Pair("Not found, with the nearest text", "未找到的标题及最接近的文字")
"""Heading of what was not found."""
OURS = Pair("ours: {text}", "本工具：{text}")
"""Below an entry: the heading as the plan has it."""
NEAR = Pair("paragraph {paragraph}, similarity {likeness}: {text}", "第{paragraph}段，相似度{likeness}：{text}")
"""Below that: the nearest text in the copy."""
NOTHING_NEAR = Pair("nothing similar", "没有相近的文字")
"""The same where there is none."""

BODIES = Pair("Lists of responsible bodies", "负责部门名单")
"""Heading of the lists of bodies."""
SAME = Pair("Agree with ours: {n}", "与本工具一致：{n}份")
"""Before the entries whose lists agree."""
FILLED = Pair("Filled from the copy, unknown before: {n}", "此前不详，取自所附文本：{n}份")
"""Before the entries whose lists were not known."""
UNLISTED = Pair("Not found in the copy: {n}", "所附文本中未找到：{n}份")
"""Before the entries for which the copy prints no list."""
DIFFERING = Pair("Differ, ours is kept: {n}", "不一致，仍以本工具为准：{n}份")
"""Before the entries whose lists differ, with the differences."""
BETWEEN = Pair(", ", "、")
"""Between two entries."""
PASSAGES = Pair(
    "{found} of {total} quoted passages are in the copy, word for word.",
    "{total}段引文所在段落中，{found}段与所附文本逐字一致。",
)
"""Of a source that is quoted."""

UNCHANGED = Pair("It replaced {name}, attached {date}. The text is the same.", "替换了{date}所附的 {name}，文字相同。")
"""Of a copy that replaced another one."""
CHANGED = Pair(
    "It replaced {name}, attached {date}. Entries whose text differs: {n}",
    "替换了{date}所附的 {name}，文字不同的条目：{n}",
)
"""The same where they differ; the entries follow."""
BEFORE = Pair("before: {text}", "原：{text}")
"""Below such an entry: the words in the earlier copy."""
NOW = Pair("now: {text}", "现：{text}")
"""And in the new one."""
NOT_THERE = Pair("not found", "未找到")
"""In place of the words, where a copy lacks the heading."""
DETACH = Pair("internet-plus detach {source} removes the copy.", "可用 internet-plus detach {source} 移除所附文本。")
"""At the end."""
