"""The words of the boxes over the main screen: jump box, list of commands, note, copying and exporting, help."""

from __future__ import annotations

from plan_data.model.pair import Pair

# All boxes with a line and a list.
CANCEL = Pair("cancel", "取消")
"""At the right of a box's title, behind its key."""
FOUND = Pair("{count} found", "找到{count}项")
"""At the right of the line: how many things fit what was typed."""
NOTHING_FOUND = Pair("nothing found", "未找到")
"""The same where none does."""

# The jump box.
JUMP = Pair("Jump", "查找")
"""Title of the box."""
JUMP_PLACEHOLDER = Pair("name, number, 中文, pinyin, body, date, quote", "名称、编号、拼音、部门、日期、引文")
"""In the empty line."""
JUMP_PLACEHOLDER_SHORT = Pair("name, number, 中文, pinyin", "名称、编号、拼音")
"""The same in a narrow window."""
INDEX_NOT_READY = Pair("search is getting ready ...", "正在准备查找……")
"""At the right of the line while the search index of a large plan is built."""
RECENT = Pair("Recent", "最近看过")
"""Heading of the places that the empty box lists."""
ACTIONS = Pair("Actions", "行动")
"""Heading of the plan's actions, which it lists then."""
CONTENTS = Pair("Contents", "目录")
"""Heading of the parts of a plan that has no actions."""
EXAMPLES = Pair("Examples", "示例")
"""Heading of queries to try."""
EXAMPLE_LABELS = {
    "figure": Pair("a figure", "数字"),
    "initials": Pair("initials of pinyin", "拼音首字母"),
    "abbr": Pair("the short name of a body", "部门简称"),
    "date": Pair("a date", "日期"),
}
"""Kind of an example to its words, behind it."""
TRY_FEWER = Pair("Try fewer letters, Chinese, pinyin, or one of these:", "请减少字数，或改用英文、拼音，也可试试：")
"""In the list where nothing is found, above the examples."""
IN_QUOTES = Pair("In quotes", "引文中")
"""Heading of what is found in quotes."""
IN_NOTES = Pair("In your notes", "笔记中")
"""Heading of what is found in the reader's notes."""
NOTE_KIND = Pair("note", "笔记")
"""Kind of such a row."""
FOUND_BY = {
    "title": Pair(),
    "number": Pair(),
    "id": Pair(),
    "pinyin": Pair(),
    "alias": Pair("also", "又称"),
    "abbr": Pair("also", "又称"),
    "agency": Pair("body", "部门"),
    "date": Pair("date", "日期"),
    "later": Pair("later", "后改称"),
    "target": Pair("number", "数字"),
    "about": Pair("what it is", "概述"),
    "summary": Pair("summary", "摘要"),
    "note": Pair("note", "说明"),
    "quote": Pair(),
}
"""Field that was found to the word before its text, where the title alone does not show why it was found."""
FOUND_AS = Pair("{}: ", "{}：")
"""That word with its colon."""
BETWEEN = Pair(", ", "，")
"""In a row: between the kind of an entry and what it lies in. In the preview: between a goal and its deadline."""
GOAL = Pair("goal", "目标")
"""In the preview, before a goal that an entry is linked to."""
BY = Pair("deadline", "期限")
"""In the preview, before a deadline."""
AND_MORE = Pair("and {count} more", "另有{count}个部门")
"""In the preview, behind the first bodies that take part."""
JUMP_KEYS = {
    "jump-go": Pair("go", "前往"),
    "jump-preview": Pair("preview", "预览"),
    "jump-down": Pair("next", "下一项"),
    "jump-up": Pair("previous", "上一项"),
}
"""Commands in the last row of the box, with their words there."""
JUMP_KEYS_NARROW = {"jump-go": Pair("open card", "打开条目"), "jump-leave": CANCEL}
"""The same in a window that shows one pane at a time."""
JUMP_KEYS_PICK = {**JUMP_KEYS, "jump-go": Pair("choose", "选定")}
"""The same with `--pick`."""

# The list of commands.
PALETTE = Pair("Commands", "命令列表")
"""Title of the box."""
PALETTE_PLACEHOLDER = Pair("type a few letters", "输入几个字")
"""In the empty line."""
PALETTE_GROUPS = {
    "views": Pair("Views", "视图"),
    "entry": Pair("This entry", "本条目"),
    "screen": Pair("Screen", "屏幕"),
}
"""Heading of each group of commands."""
PALETTE_GROUP_OF = {
    "view": "views",
    "entry": "entry",
    "copy": "entry",
    "source": "entry",
    "keep": "entry",
    "export": "entry",
}
"""Group of a command's name to its group here; all others are in `screen`."""
PALETTE_KEYS = {
    "jump-go": Pair("run", "执行"),
    "jump-down": Pair("next", "下一项"),
    "jump-up": Pair("previous", "上一项"),
}
"""Commands in the last row of the box, with their words there."""
QUITS = ("q", "q!", ":q", ":q!", "quit", "exit")
"""What one types to leave, as in vi."""
THEME = Pair("Theme: {name}", "配色：{name}")
"""The entry that chooses a theme."""
OTHER_THEMES = Pair("Theme: others", "配色：其他")
"""The entry that lists the themes of Textual."""
THEMES = Pair("Themes", "配色")
"""Title of that list."""

# The note.
NOTE = Pair("Note", "笔记")
"""Title of the box while the note is read."""
NOTE_WRITING = Pair("Note, writing", "笔记（编辑中）")
"""The same while it is written."""
NOTE_HELP = Pair("Markdown. Saved as you write; an empty note is deleted.", "Markdown 格式，随写随存；清空即删除。")
"""Below a note that is written."""
NOTE_KEYS = {"note-write": Pair("write", "书写"), "note-close": Pair("close", "关闭")}
"""Commands in the last row of the box while the note is read, with their words there."""
NOTE_WRITING_KEYS = {"note-close": Pair("close, keeps it", "保存并关闭")}
"""The same while it is written."""
NOT_SAVED_YET = Pair("not saved yet", "尚未保存")
"""State while one types."""
SAVED = Pair("saved", "已保存")
"""State after saving."""
SAVED_BOTH = Pair(
    "Saved. The note was also changed elsewhere: both texts are here.", "已保存。笔记在别处也有改动，两份文字均在此。"
)
"""State after another program saved the same note."""
NOT_SAVED = Pair("not saved: {why}.", "未保存：{why}。")
"""State after an attempt that failed."""
CLOSES_UNSAVED = Pair(
    "{not_saved} Press Escape again to close; the text is kept here and tried again.",
    "{not_saved}再按 Esc 关闭；文字保留在此，程序将重试。",
)
"""After Escape in that state; `not_saved` is the sentence above."""

# Copying and exporting.
COPY = Pair("Copy", "复制")
"""Before the letters of the copy menu."""
COPY_KEYS = {
    "copy-title": Pair("title", "标题"),
    "copy-chinese": Pair("Chinese", "中文标题"),
    "copy-english": Pair("English", "英文标题"),
    "copy-id": Pair("id", "标识"),
    "copy-path": Pair("path", "路径"),
    "copy-quote": Pair("quote", "引文"),
    "copy-citation": Pair("citation", "引文及出处"),
    "copy-markdown": Pair("Markdown", "Markdown 引文"),
    "copy-footnote": Pair("footnote", "脚注"),
    "copy-leave": CANCEL,
}
"""Letters of the menu, by their commands, with what they copy."""
EXPORT = Pair("Export", "导出")
"""Before what is exported."""
EXPORTS = Pair("Format (change the ending): {formats}", "可选格式（由扩展名决定）：{formats}")
"""The formats, above the path."""
EXPORTS_SHORT = Pair("Format: {formats}", "格式：{formats}")
"""The same in a narrow window."""
ENTRIES = Pair("{count} entries", "{count}个条目")
"""Number of entries in the export."""
ONE_ENTRY = Pair("1 entry", "1个条目")
"""The same for one."""
EXPORT_KEYS = Pair("enter write  esc cancel", "enter 写入  esc 取消")
"""The keys of the line."""
WRITING = Pair("writing ...", "正在写入……")
"""While the file is written."""
ENDINGS = Pair("The file name must end in one of .{formats}", "文件扩展名须为 .{formats} 之一")
"""For a path with another ending."""
WRITTEN = Pair("Written: {path}, {size:,} bytes", "已写入：{path}，{size:,}字节")
"""After the file was written."""
NOT_WRITTEN = Pair("Not written: {why}", "未写入：{why}")
"""After it could not be."""
FILE_EXISTS = Pair(
    "This file exists already. Press Enter again to overwrite it, or change the name.",
    "文件已存在。再按 Enter 将覆盖，或更改文件名。",
)
"""At the first Enter on the path of a file that exists."""
FILE_EXISTED = Pair("Not written, because the file exists: {name}", "未写入，文件已存在：{name}")
"""For a file that was created while the export was made."""
STILL_WRITING = Pair("Still writing {name}; you will be told when it is done.", "仍在写入 {name}，完成后将提示。")
"""To Escape while the file is written."""
NOTHING_WRITTEN = Pair("Cancelled. Nothing was written.", "已取消，未写入任何内容。")
"""To Escape before that."""

# The help.
HELP = Pair("Help", "帮助")
"""Title of the page."""
HELP_FIRST = Pair("the {pane} first", "当前窗格：{pane}")
"""Behind it: the pane that the reader comes from, whose keys are first."""
IN_PANE = {
    "outline": Pair("In the outline", "在目录中"),
    "card": Pair("In the card", "在条目中"),
    "source": Pair("In the source", "在来源中"),
    "view": Pair("In a view", "在视图中"),
}
"""Pane to the heading of its keys."""
PANE_KEYS = {
    "outline": {
        "down up": Pair("move", "移动"),
        "out in": Pair("fold, unfold", "折叠，展开"),
        "enter": Pair("read the card", "查看条目"),
        "show-source": Pair("read the source", "查看来源"),
        "next-sibling previous-sibling": Pair("next, previous sibling", "同级下一项、上一项"),
        "fold": Pair("fold or unfold", "折叠或展开"),
        "unfold-all fold-all": Pair("unfold, fold all below", "展开、折叠以下各项"),
        "collapse": Pair("collapse the pane", "收起窗格"),
        "enlarge": Pair("enlarge the pane", "窗格最大化"),
    },
    "card": {
        "down up": Pair("next, previous item", "下一项、上一项"),
        "enter": Pair("follow the link or quote", "打开链接或引文"),
        "show-source": Pair("read the source", "查看来源"),
        "next-quote previous-quote": Pair("next, previous quote", "下一条、上一条引文"),
        "copy": Pair("copy", "复制"),
        "write-note": Pair("note", "笔记"),
        "compare": Pair("compare", "对照"),
        "fold": Pair("fold or unfold a section", "折叠或展开小节"),
        "out": Pair("back to the outline", "回到目录"),
    },
    "source": {
        "next-quote previous-quote": Pair("next, previous quote", "下一条、上一条引文"),
        "copy": Pair("copy", "复制"),
        "open-address": Pair("open the page in a browser", "在浏览器中打开"),
        "find": Pair("find in this source", "在本来源中查找"),
        "next-match previous-match": Pair("next, previous match", "下一处、上一处"),
        "enter": Pair("the entry that it supports", "打开引用本段的条目"),
    },
    "view": {
        "down up": Pair("move", "移动"),
        "enter": Pair("open the row", "打开此行"),
        "show-source": Pair("read the source", "查看来源"),
        "find": Pair("filter the rows", "筛选"),
        "sort-rows": Pair("change the order", "改变排序"),
        "export": Pair("export to a file", "导出到文件"),
    },
}
"""Pane to its commands, by id, with what they do there."""
SIGNS_HEADING = Pair("Signs", "符号")
"""Heading of the signs."""
FOCUS_MEANS = Pair("where the keys go", "当前位置")
"""What `»` means."""
FOLDS_MEAN = Pair("open, folded", "展开，折叠")
"""What the two fold signs mean."""
ROLES_HEADING = Pair("A quote is", "引文类别")
"""Heading of the roles of quotes."""
ROLE_MEANS = {
    "states": Pair("it says so itself", "原文直接载明"),
    "before": Pair("from before the plan", "早于本文件"),
    "after": Pair("from after the plan", "晚于本文件"),
    "context": Pair("on the same subject", "主题相同"),
    "inferred": Pair("as we read it", "由本工具推断"),
    "disputes": Pair("it says otherwise", "说法不同"),
}
"""Role of a quote to what it means."""
ANYWHERE = Pair("Anywhere", "各窗格通用")
"""Heading of the keys that work in every pane."""
ANYWHERE_KEYS = {
    "jump": Pair("jump by a few letters", "输入几个字查找"),
    "jump-by-number": Pair("3 jumps to action 3", "按编号查找，如 3"),
    "timeline agencies targets evidence conflicts glossary": Pair("views", "打开视图"),
    "fetch": Pair("check the official page", "获取官方网页并核对"),
    "close back": Pair("back the way you came", "返回，后退"),
    "next-pane": Pair("next pane", "下一窗格"),
    "collapse expand": Pair("collapse, open again", "收起，重新打开"),
    "language": Pair("language", "切换语言"),
    "leave quit": Pair("back or quit, quit at once", "返回或退出，直接退出"),
    "palette": Pair("every command", "命令列表"),
}
"""The same for the commands that work in every pane."""
ALL_KEYS = Pair("All keys", "全部按键")
"""Heading of the keys of every command, by group."""
HELP_KEYS = {
    "help-down": Pair("more", "下移"),
    "help-find": Pair("find in help", "在帮助中查找"),
    "help-close": Pair("close", "关闭"),
}
"""Commands in the last row of the help, with their words there."""
MOUSE_HEADING = Pair("Mouse", "鼠标")
"""Heading of `MOUSE`."""
MOUSE = (
    (
        Pair("click", "单击"),
        Pair(
            "Go to a row, follow a link, fold, or do what the footer says.",
            "移到该行、打开链接、折叠，或执行底栏所示操作。",
        ),
    ),
    (
        Pair("shift and drag", "按住 shift 拖动"),
        Pair(
            "Select text with your terminal. Some terminals use option or fn instead of shift.",
            "由终端选取文字；有的终端用 option 或 fn 代替 shift。",
        ),
    ),
)
"""What is done with the mouse, and what it does."""
GROUPS = {
    "go": Pair("Find and go", "查找与前往"),
    "move": Pair("Move", "移动"),
    "fold": Pair("Fold", "折叠"),
    "pane": Pair("Panes", "窗格"),
    "screen": Pair("Screen and help", "屏幕与帮助"),
    "source": Pair("Sources", "来源"),
    "view": Pair("Views", "视图"),
    "entry": Pair("Compare", "对照"),
    "keep": Pair("Bookmarks and notes", "书签与笔记"),
    "export": Pair("Copy and export", "复制与导出"),
    "plan": Pair("The plan", "数据"),
    "leave": Pair("Quit", "退出"),
    "note": Pair("In a note", "笔记中"),
    "copy": Pair("In the copy menu", "复制菜单中"),
    "jump": Pair("In the jump box and the list of commands", "查找框和命令列表中"),
    "fetch": Pair("In the question before fetching", "获取网页的询问框中"),
    "help": Pair("In the help", "帮助中"),
}
"""Group of commands to its heading: in the help, and in what `internet-plus keys` prints."""
