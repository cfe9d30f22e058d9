"""The words of the commands that work in a box over the main screen."""

from __future__ import annotations

from plan_data.labels.command_label import CommandLabel
from plan_data.model.pair import Pair

BOX_COMMAND_LABELS = {
    # The jump box and the list of commands.
    "jump-down": CommandLabel("jump", Pair("Next", "下一项"), Pair("Select the next row.", "移到下一行。")),
    "jump-up": CommandLabel("jump", Pair("Previous", "上一项"), Pair("Select the previous row.", "移到上一行。")),
    "jump-page-down": CommandLabel(
        "jump", Pair("Page down", "下翻一页"), Pair("Select a row one page further down.", "下翻一页。")
    ),
    "jump-page-up": CommandLabel(
        "jump", Pair("Page up", "上翻一页"), Pair("Select a row one page further up.", "上翻一页。")
    ),
    "jump-go": CommandLabel(
        "jump",
        Pair("Go", "前往"),
        Pair("Go to the selected row, or run the selected command.", "前往所选条目，或执行所选命令。"),
    ),
    "jump-clear": CommandLabel(
        "jump",
        Pair("Clear the line", "清空输入"),
        Pair("Clear the line, and show the first list again.", "清空输入，恢复最初的列表。"),
    ),
    "jump-preview": CommandLabel(
        "jump",
        Pair("Preview", "预览"),
        Pair("Show or hide the preview of the selected row.", "显示或隐藏所选条目的预览。"),
    ),
    "jump-leave": CommandLabel(
        "jump", Pair("Cancel", "取消"), Pair("Close the box. Nothing changes.", "关闭，不作任何改动。")
    ),
    # The copy menu. All go through the terminal to the clipboard (OSC 52).
    "copy-title": CommandLabel(
        "copy",
        Pair("Copy the title", "复制标题"),
        Pair(
            "Copy the title in both languages, with its grade where that is weak.",
            "复制中英文标题；依据较弱的，附依据等级。",
        ),
    ),
    "copy-chinese": CommandLabel(
        "copy", Pair("Copy the Chinese title", "复制中文标题"), Pair("Copy the Chinese title.", "复制中文标题。")
    ),
    "copy-english": CommandLabel(
        "copy", Pair("Copy the English title", "复制英文标题"), Pair("Copy the English title.", "复制英文标题。")
    ),
    "copy-id": CommandLabel("copy", Pair("Copy the id", "复制标识"), Pair("Copy the id.", "复制标识。")),
    "copy-path": CommandLabel(
        "copy",
        Pair("Copy the path", "复制路径"),
        Pair("Copy the path from the top of the outline.", "复制从目录顶层开始的路径。"),
    ),
    "copy-quote": CommandLabel(
        "copy", Pair("Copy the quote", "复制引文"), Pair("Copy the quote, word for word.", "逐字复制引文。")
    ),
    "copy-citation": CommandLabel(
        "copy",
        Pair("Copy the quote with its citation", "复制引文及出处"),
        Pair(
            "Copy the quote with its citation; where there is no quote, the citation of the heading.",
            "复制引文及出处；没有引文的，复制标题的出处。",
        ),
    ),
    "copy-markdown": CommandLabel(
        "copy",
        Pair("Copy the quote as Markdown", "以 Markdown 格式复制引文"),
        Pair("Copy the quote as a Markdown block quote with its citation.", "以 Markdown 引用格式复制引文及出处。"),
    ),
    "copy-footnote": CommandLabel(
        "copy",
        Pair("Copy the quote with a footnote", "复制引文及脚注"),
        Pair(
            "Copy the quote with a Markdown footnote that has its citation key.", "复制引文及带引用键的 Markdown 脚注。"
        ),
    ),
    "copy-leave": CommandLabel(
        "copy", Pair("Cancel", "取消"), Pair("Close the menu without copying.", "关闭菜单，不复制。")
    ),
    # The note.
    "note-write": CommandLabel(
        "note",
        Pair("Write", "书写"),
        Pair("Start writing. While you write, it starts a new line.", "书写笔记；书写时为换行。"),
    ),
    "note-close": CommandLabel(
        "note",
        Pair("Save and close", "保存并关闭"),
        Pair("Save the note and close it. An empty note is deleted.", "保存并关闭笔记；清空的笔记即删除。"),
    ),
    "note-save": CommandLabel("note", Pair("Save", "保存"), Pair("Save the note at once.", "立即保存笔记。")),
    # The question before fetching.
    "fetch-choose": CommandLabel(
        "fetch",
        Pair("Choose", "选定"),
        Pair("Do what is selected; at first that is nothing.", "执行所选项；起初为不获取。"),
    ),
    "fetch-next": CommandLabel("fetch", Pair("Next", "下一项"), Pair("Select the next choice.", "移到下一项。")),
    "fetch-previous": CommandLabel(
        "fetch", Pair("Previous", "上一项"), Pair("Select the previous choice.", "移到上一项。")
    ),
    "fetch-leave": CommandLabel(
        "fetch",
        Pair("Not now", "暂不获取"),
        Pair("Close the box, or end the request. Nothing is kept.", "关闭，或中止获取；不保留任何内容。"),
    ),
    # The help page.
    "help-down": CommandLabel("help", Pair("Down", "下移"), Pair("Scroll down.", "向下滚动。")),
    "help-up": CommandLabel("help", Pair("Up", "上移"), Pair("Scroll up.", "向上滚动。")),
    "help-page-down": CommandLabel("help", Pair("Page down", "下翻一页"), Pair("Go down one page.", "下翻一页。")),
    "help-page-up": CommandLabel("help", Pair("Page up", "上翻一页"), Pair("Go up one page.", "上翻一页。")),
    "help-first": CommandLabel("help", Pair("To the beginning", "到开头"), Pair("Go to the beginning.", "移到开头。")),
    "help-last": CommandLabel("help", Pair("To the end", "到末尾"), Pair("Go to the end.", "移到末尾。")),
    "help-find": CommandLabel("help", Pair("Find", "查找"), Pair("Find in the help.", "在帮助中查找。")),
    "help-next-match": CommandLabel(
        "help", Pair("Next match", "下一处"), Pair("Go to the next match.", "移到下一处。")
    ),
    "help-previous-match": CommandLabel(
        "help", Pair("Previous match", "上一处"), Pair("Go to the previous match.", "移到上一处。")
    ),
    "help-close": CommandLabel(
        "help", Pair("Close", "关闭"), Pair("Close help (first clears a search).", "关闭帮助；正在查找时先清除查找。")
    ),
}
"""Id of a command to its words, in the order in which help lists the commands."""
