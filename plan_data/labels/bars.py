"""The words on the title bars and in the footer of the main screen, and in panes that have nothing to show."""

from __future__ import annotations

from plan_data.model.pair import Pair

PANE_LABELS = {
    "outline": Pair("Outline", "目录"),
    "card": Pair("Card", "条目"),
    "source": Pair("Source", "来源"),
    "view": Pair("View", "视图"),
}
"""Pane to its name, on its title bar and in the help."""

# The title bars.
MATCHES = Pair("{n} found, {key} next", "找到{n}处，{key} 下一处")
"""On the outline's: number of matches of the last search, and the key that walks them."""
UNSTATED = Pair("{n} without a direct quote", "{n}项无直接引文")
"""On the outline's: number of nodes that the filter of `U` shows."""
PICKS = Pair("enter chooses", "enter 选定")
"""On the outline's with `--pick`: what Enter does."""
TOP = Pair("top", "顶部")
"""At the right: the pane shows its first line, and there is more below."""
END = Pair("end", "末尾")
"""The same of the last line."""

# The footer.
FOOTERS = {
    "outline": {
        "enter": Pair("open", "打开"),
        "fold": Pair("fold", "折叠"),
        "jump": Pair("jump", "查找"),
        "show-source": Pair("source", "来源"),
        "timeline": Pair("timeline", "时间线"),
        "agencies": Pair("agencies", "部门"),
        "targets": Pair("goals", "目标"),
        "collapse": Pair("collapse", "收起"),
    },
    "card": {
        "enter": Pair("follow", "进入"),
        "show-source": Pair("source", "来源"),
        "copy": Pair("copy", "复制"),
        "write-note": Pair("note", "笔记"),
        "compare": Pair("compare", "对照"),
        "bookmark": Pair("bookmark", "书签"),
        "next-quote": Pair("next quote", "下一引文"),
        "collapse": Pair("collapse", "收起"),
    },
    "source": {
        "next-quote": Pair("next quote", "下一引文"),
        "copy": Pair("copy", "复制"),
        "open-address": Pair("open page", "原网页"),
        "find": Pair("find", "查找"),
        "unfold-all": Pair("all notes", "全部说明"),
        "previous-quote": Pair("previous", "上一引文"),
        "collapse": Pair("collapse", "收起"),
    },
    "comparison": {
        "enter": Pair("open", "打开"),
        "fold": Pair("fold", "折叠"),
        "show-source": Pair("source", "来源"),
        "find": Pair("filter", "筛选"),
        "export": Pair("export", "导出"),
    },
    "view": {
        "enter": Pair("open", "打开"),
        "show-source": Pair("source", "来源"),
        "find": Pair("filter", "筛选"),
        "export": Pair("export", "导出"),
    },
    "agencies": {
        "enter": Pair("open", "打开"),
        "sort-rows": Pair("sort", "排序"),
        "find": Pair("filter", "筛选"),
        "export": Pair("export", "导出"),
    },
    "glossary": {
        "enter": Pair("where it is used", "所在条目"),
        "sort-rows": Pair("order", "排序"),
        "find": Pair("filter", "筛选"),
        "export": Pair("export", "导出"),
    },
    "bar": {"enter": Pair("open the pane", "展开"), "next-pane": Pair("next pane", "下一窗格")},
}
"""Focused pane to the commands in its footer, those that matter most first; `bar` is a collapsed pane's
title bar, and a view may have a footer of its own."""
FOOTER_ENDS = {
    "expand": Pair("{pane}", "{pane}"),
    "close": Pair("back", "返回"),
    "help": Pair("help", "帮助"),
}
"""The commands that stay in every footer, behind the others: opening a collapsed pane, going back, help."""
LANGUAGE_LABELS = {"en": ("English", "en"), "zh": ("中文", "中"), "both": ("both", "both")}
"""Language to its name at the right of the footer, and the same where room is short."""

# The find line, and the number of what it finds.
FIND_SIGN = "/"
"""Before what is typed."""
NOT_FOUND = Pair("not found", "未找到")
"""In place of the number of matches."""
ONE_ROW = Pair("1 row", "1行")
"""Number of rows that a filtered view shows, for one."""
ROWS = Pair("{n} rows", "{n}行")
"""The same for several, or none."""
FILTERED = Pair("{rows} with: {words}", "{rows}，筛选：{words}")
"""In the title bar of a filtered view: that number, and what is typed."""

# Panes that have nothing to show, and the outline's free rows.
TOO_SMALL = Pair("Too small: 40x12 is needed", "窗口过小：至少需要40列、12行")
"""In place of the screen in a window that is too small."""
NO_SOURCE = Pair("No quote supports this entry yet.", "本条目尚无引文。")
"""In the source pane, for an entry without a quote."""
EMPTY_VIEWS = {
    "glossary": Pair(
        "This plan has no glossary. Notes with `glossary: true` in its files stand here.",
        "本文件没有术语。数据文件中标有 glossary: true 的说明会列在这里。",
    ),
    "timeline": Pair(
        "This plan has no events. Entries of the kind `event` are listed here.",
        "本文件没有事件。数据文件中 event 类条目会列在这里。",
    ),
    "agencies": Pair(
        "No responsible bodies are known in this plan. Bodies listed under `agencies` are shown here.",
        "本文件未见责任部门。数据文件中 agencies 名单会列在这里。",
    ),
    "targets": Pair(
        "This plan has no goals or figures. Entries of the kind `target` are listed here.",
        "本文件没有目标和数字。数据文件中 target 类条目会列在这里。",
    ),
    "evidence": Pair(
        "This plan has no headings. Its entries are listed here.",
        "本文件没有标题。数据文件中的条目会列在这里。",
    ),
    "conflicts": Pair(
        "This plan has no conflicts. Entries of the kind `conflict` are listed here.",
        "本文件没有矛盾与存疑。数据文件中 conflict 类条目会列在这里。",
    ),
}
"""View to what stands in it where the plan has no rows for it."""
NO_ROW = Pair("No row has all these words. Escape shows all rows.", "没有同时包含这些词的行。按 Esc 显示全部。")
"""In a view whose filter fits no row."""
LEGEND = Pair("Weakest support in an entry", "条目中最弱的依据")
"""Above the signs of the grades at the foot of the outline."""
