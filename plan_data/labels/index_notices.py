"""What is said of the file that holds a plan and its search index."""

from __future__ import annotations

from plan_data.model.pair import Pair

MADE_ANEW = {
    "damaged": Pair(
        "The saved index of this plan was damaged, so it is made again.", "本方案已保存的索引已损坏，现重新生成。"
    ),
    "older": Pair(
        "The saved index of this plan is from another version of the program, so it is made again.",
        "本方案已保存的索引由其他版本的程序生成，现重新生成。",
    ),
    "foreign": Pair(
        "The saved index of this plan is another's or may be changed by others, so it is made again.",
        "本方案已保存的索引不属于您，或可被他人修改，现重新生成。",
    ),
}
"""Why the file is not used."""

NO_FTS = Pair(
    "Only ids, numbers and titles are searched: this Python's SQLite has no full-text search (FTS5).",
    "仅查找标识、编号和标题：本机 Python 的 SQLite 不支持全文检索（FTS5）。",
)
"""Where a large plan is searched without FTS5."""
