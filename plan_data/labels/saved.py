"""Messages of the store of notes and bookmarks, and of the settings."""

from __future__ import annotations

from plan_data.model.pair import Pair

# The store.
NOTHING_KEPT = Pair("nothing can be saved here", "此处无法保存")
"""Why there is no store: the reader has no folder for it."""
UNUSABLE = Pair("{path} cannot be used: {why}", "{path} 无法使用：{why}")
"""For notes.db that cannot be opened."""
UNREADABLE = Pair("{path} cannot be read: {why}", "{path} 无法读取：{why}")
"""For notes.db that cannot be read."""
DAMAGED = Pair("{path} is damaged ({why})", "{path} 已损坏（{why}）")
"""For a damaged notes.db that is only read."""
DAMAGED_STAYS = Pair(
    "{path} is damaged ({why}), and cannot be renamed: {reason}", "{path} 已损坏（{why}），且无法更名：{reason}"
)
"""For one that could not be renamed."""
SET_ASIDE = Pair("{path} is damaged ({why}); it was renamed to {name}", "{path} 已损坏（{why}），已更名为 {name}")
"""For one that was renamed; a new one takes its place."""
PAGES_DO_NOT_FIT = Pair("its pages do not fit together", "内部结构不一致")
"""Why: SQLite's check found errors."""
NO_DATABASE = Pair("it is not a database", "不是数据库文件")
"""Why: SQLITE_NOTADB."""
IS_LINK = Pair("{path} is a link, and is not touched", "{path} 是链接，不予改动")
"""For notes.db that is a symbolic link."""
IS_NEWER = Pair("{path} was written by a newer version of this program", "{path} 由本程序的较新版本写入")
"""For one with a later `user_version`."""
BUSY = Pair("another program is writing to it", "另一程序正在写入")
"""Why nothing was saved: the database is locked."""
DISK_FULL = Pair("the disk is full", "磁盘已满")
"""Why nothing was saved: SQLITE_FULL."""
READ_ONLY = Pair("it is read-only", "文件为只读")
"""Why nothing was saved: SQLITE_READONLY."""
DISK_ERROR = Pair("the disk reports an error (I/O error)", "磁盘读写错误")
"""Why nothing was saved: SQLITE_IOERR."""
NOT_OPENED = Pair(
    "it cannot be opened; is the folder read-only, or the disk full?", "无法打开；请检查文件夹是否只读、磁盘是否已满"
)
"""Why nothing was saved: SQLITE_CANTOPEN."""
ALSO_WRITTEN = "--- also written elsewhere, 另处写入，{when} ---"
"""Line in a note that two programs changed, before the text of the other one; its time.

In both languages at once: the two programs may have different ones, and must arrive at the same text.
"""

# A plan whose folder was moved.
KEPT_ON = Pair(
    "There are notes for folders that no longer exist: {folders}. internet-plus notes --from DIR prints them.",
    "下列文件夹已不存在，但有其笔记：{folders}。可用 internet-plus notes --from DIR 查看",
)
"""On the main screen, where several former folders fit."""
TAKEN_OVER = Pair(
    "The notes and bookmarks of {folder} are used here, because that folder no longer exists.",
    "文件夹 {folder} 已不存在，其笔记和书签已转到此处。",
)
"""On the main screen, where one fits."""

# The settings.
LEFT_OUT = Pair("{path} is ignored: {why}", "{path} 未采用：{why}")
"""For settings.toml that cannot be read."""
TOO_LARGE = Pair("it is larger than {size:,} bytes", "超过{size:,}字节")
"""Why: its size."""
IS_UTF_16 = Pair("it is UTF-16; save it as UTF-8", "编码为 UTF-16，请另存为 UTF-8")
"""Why: its encoding."""
NOT_UTF_8 = Pair(
    "it is not UTF-8: byte 0x{byte:02x} at offset {offset}; save it as UTF-8",
    "编码不是 UTF-8：偏移{offset}处为字节 0x{byte:02x}；请另存为 UTF-8",
)
"""Why: a byte."""
UNKNOWN_SETTING = Pair("{path}: unknown setting {name!r}{nearest}", "{path}：未知设置 {name!r}{nearest}")
"""For a key that does not exist, with the nearest one."""
NOT_TEXT = Pair("{path}: {name} must be text in quotes", "{path}：{name} 须为带引号的文字")
"""For a value that is no string."""
NO_CHOICE = Pair("{path}: {name} must be one of {choices}{nearest}", "{path}：{name} 须为 {choices} 之一{nearest}")
"""For a value that is not allowed."""
NO_TABLE = Pair("{path}: [keys] must be a table of command = key", "{path}：[keys] 须为“命令 = 按键”的表")
"""For a `keys` that is no table."""
UNKNOWN_COMMAND = Pair("{path}: unknown command {name!r}{nearest}", "{path}：未知命令 {name!r}{nearest}")
"""For a command in `[keys]` that does not exist."""
NO_KEYS = Pair(
    "{path}: {name} needs a key or a list of keys, each in quotes", "{path}：{name} 须为按键或按键列表，均带引号"
)
"""For a value there that is no key."""
KEY_TAKEN = Pair(
    "{path}: the key {key} of {name} belongs to {other}; {name} keeps its own key",
    "{path}：{name} 的按键 {key} 已用于 {other}，{name} 保留原按键",
)
"""For a key there that another command has."""
EXAMPLE = Pair(
    """\
# Settings of internet-plus. Remove the # at the start of a line to change it.

# theme = "ink"        # ink, paper, ansi, plain, or a theme of Textual; --theme NAME tries one
# language = "en"      # en, zh or both; without it the last one used
# signs = "unicode"    # unicode or ascii
# ambiguous = "narrow" # wide where the terminal draws Chinese quotation marks in two cells
# csv = "plain"        # bom to begin CSV files with a byte order mark, so that Excel reads Chinese in them

# Keys: a key, or a list of keys, for each command. The comma is written comma.""",
    """\
# internet-plus 的设置。删去行首的 # 即可修改该项。

# theme = "ink"        # 配色：ink、paper、ansi、plain 或 Textual 的配色；--theme NAME 可试用
# language = "en"      # 语言：en、zh 或 both；不设则沿用上次的语言
# signs = "unicode"    # 符号：unicode 或 ascii
# ambiguous = "narrow" # 终端以两格显示中文引号时设为 wide
# csv = "plain"        # 设为 bom 则导出的 CSV 文件带字节顺序标记，Excel 可正常显示中文

# 按键：每条命令对应一个按键或按键列表。逗号写作 comma。""",
)
"""The settings file that `paths --example` prints, without the commands."""
