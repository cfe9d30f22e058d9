"""Messages of the printing commands: answers, refusals, what to do next.

Texts with values are format strings. What a command is for and its options are in its `--help`, findings of `check` in
the checks.
"""

from __future__ import annotations

from plan_data.model.pair import Pair

DID_YOU_MEAN = Pair("; did you mean {name!r}?", "；是否指 {name!r}？")
"""Behind a name that does not exist: the nearest one that does."""

# Refusals of a wrong command line stand below the usage that click prints, and are in English as that is.
UNKNOWN_COMMAND = "no command {name}{nearest}"
"""For a command that does not exist, with the nearest one."""
EMPTY = "it is empty; give a value, or leave it out"
"""For an option or an argument with an empty text."""
NOT_ALONE = {
    "pick": "--pick opens the explorer; {command} only prints",
    "at": "--at opens the explorer at an entry; {command} only prints",
}
"""Option of the explorer to the refusal of it before a printing command."""
WRONG_EXPORT = {
    "no-table": "--table is for csv only; {format} is not a table",
    "no-bom": "--bom is for csv only; {format} needs no byte order mark",
    "node-and-bookmarks": "give either NODE or --bookmarks, not both",
}
"""Why options of `export` are refused."""
WRONG_ATTACH = {
    "nothing": "give a FILE, or --fetch to get the page from its address",
    "both": "--fetch takes no FILE",
    "yes": "--yes goes with --fetch",
    "no-terminal": "--fetch asks first, and there is no terminal to ask on; --yes fetches without asking",
}
"""Why arguments and options of `attach` are refused."""

NODES = {
    "several": Pair("{query} may mean:", "{query} 可能指："),
    "nearest": Pair("nothing is called {query}; the nearest are:", "没有名为 {query} 的条目，最接近的是："),
    "none": Pair(
        "nothing is called {query}; internet-plus tree lists what there is",
        "没有名为 {query} 的条目；可用 internet-plus tree 列出全部",
    ),
}
"""Messages on a NODE argument without one clear meaning."""

CHECK = {
    "no-folder": "{folder} is no folder",
    "quotes": "{nodes}, {quotes}: {states}{originals}",
    "originals": "; held against {originals}",
    "no-states": "none",
    "errors": "{errors}, {warnings}",
}
"""The summary of `check`."""

NEW = {
    "exists": Pair("{folder} exists and is not empty; nothing was written", "{folder} 已存在且非空，未写入"),
    "written": Pair("{folder}: {files}", "{folder}：{files}"),
    "next": Pair("next: internet-plus --plan {folder}", "下一步：internet-plus --plan {folder}"),
}
"""What `new` answers."""

FAULT = {
    "line": "internet-plus: a fault in the program: {what}",
    "saved": "notes and place are saved",
    "not-saved": "what was not saved yet may be lost",
    "details": "details in {file}",
}
"""The one line that reports a bug, in English as the exception in it."""

FOLDERS = {
    "plan": Pair("plan", "文件数据"),
    "settings": Pair("settings", "设置"),
    "data": Pair("data", "笔记书签"),
    "copies": Pair("copies", "所附文本"),
    "cache": Pair("cache", "缓存"),
}
"""Folder to its name, in what `paths` prints."""
NO_FOLDER = Pair("none: {reason}", "无：{reason}")
"""What `paths` prints in place of a folder that cannot be used."""
NO_HOME = Pair("there is no home folder, HOME is not set", "没有主目录，未设置 HOME")
"""Why there is none, and nothing can be saved."""
NOT_WRITTEN = Pair("internet-plus: {file}: {reason}", "internet-plus：{file}：{reason}")
"""Where a file or stdout takes nothing."""
OUTPUT = Pair("output cannot be written", "无法输出")
"""In place of the file, where it is stdout."""

NO_NODE = Pair(
    "{id} is not an entry of the outline; compare takes two of these", "{id} 不是目录中的条目；compare 须用两个目录条目"
)
"""What `compare` says of an id that is no node's."""
SHOW_PRINTS = Pair(
    "{id} is not an entry of the outline; 'internet-plus show {id}' prints it",
    "{id} 不是目录中的条目；可用 internet-plus show {id} 输出",
)
"""What `tree` and `export` say of a body, source or quote."""
NO_BODY = Pair(
    "{id} is not a body; internet-plus agencies lists them", "{id} 不是部门；可用 internet-plus agencies 列出全部"
)
"""What `agencies` says of an id that is no body's."""
NOTHING_FOUND = Pair(
    "nothing found for {query}; try fewer words, or internet-plus tree",
    "未找到 {query}；可减少字词，或用 internet-plus tree 浏览",
)
"""What `find` says where there is nothing."""
FOUND_PART = Pair("{shown} of {total}; -n {total} prints all", "共{total}条，显示前{shown}条；-n {total} 可全部显示")
"""What `find` says where it prints only the best results."""
NO_QUOTE = Pair(
    "no quotes; internet-plus evidence lists what has some", "没有引文；可用 internet-plus evidence 查看哪些条目有引文"
)
"""What `quotes` says where there is none."""
QUOTES_OF = Pair("{id} has no quotes of its own; those of {other}:", "{id} 没有自己的引文，以下为 {other} 的引文：")
"""What `quotes` says before the quotes of an ancestor."""
ROLE_OF = Pair("{role}, of {title}", "{role}，属“{title}”")
"""Role of a quote that is inherited from an ancestor."""

NOTHING_PRINTED = Pair("this plan has nothing to print here", "本文件没有可列出的内容")
"""What a view says where the plan has nothing for it."""

EXPORT = {
    "exists": Pair("{path} exists; --force overwrites it", "{path} 已存在；--force 可覆盖"),
    "written": Pair("{path}: {bytes} bytes written", "{path}：已写入{bytes}字节"),
    "long-cells": Pair(
        "rows with a cell of more than {most} characters, of which Excel loses the rest: {rows}",
        "下列各行有超过{most}个字符的单元格，超出部分在Excel中会丢失：{rows}",
    ),
    "no-bookmark": Pair(
        "no entry has a bookmark; press m in the explorer to set one", "没有添加书签的条目；在浏览界面中按 m 添加"
    ),
}
"""What `export` answers."""

NOTES = {
    "no-notes": Pair(
        "no notes yet; press i on an entry in the explorer to write one", "尚无笔记；在浏览界面的条目上按 i 即可撰写"
    ),
    "no-bookmarks": Pair(
        "no bookmarks yet; press m on an entry in the explorer to set one", "尚无书签；在浏览界面的条目上按 m 即可添加"
    ),
    "no-home": Pair("nothing is saved: {reason}", "未保存任何内容：{reason}"),
    "not-read": Pair("internet-plus: {reason}", "internet-plus：{reason}"),
    "none-of-folder": Pair("there are no notes or bookmarks for {folder}", "没有 {folder} 的笔记或书签"),
    "elsewhere": Pair(
        "nothing here; folders that no longer exist have notes or bookmarks: {folders}. Use --from DIR",
        "此处没有笔记或书签；下列文件夹已不存在，但有其笔记或书签：{folders}。可用 --from DIR 查看",
    ),
}
"""What `notes` and `bookmarks` say where there is nothing to print."""
