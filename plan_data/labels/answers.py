"""The answers of the main screen to keys, and its messages after a start or a reload."""

from __future__ import annotations

from plan_data.model.pair import Pair

# Moving and finding.
GONE_ID = Pair("{id} is no longer in this plan.", "本文件中已无 {id}。")
"""For an entry that is opened and that the plan no longer has."""
NO_EARLIER = Pair("No earlier place.", "没有更早的位置。")
"""To `[` at the oldest location."""
NO_LATER = Pair("No later place.", "没有更晚的位置。")
"""To `]` at the newest one."""
NOT_FOUND_HERE = Pair("Not found here.", "此处未找到。")
"""To `n` and `N` where the pane has no match."""
NO_SEARCH = Pair("Nothing searched for yet: press f.", "尚未查找，请按 f。")
"""To `n` and `N` before the first search."""

# Panes.
ONE_PANE = Pair("This window shows one pane at a time.", "此窗口一次只显示一个窗格。")
"""To a key that collapses or resizes panes, where one pane fills the window."""
LAST_PANE = Pair("The last open pane stays open.", "最后一个窗格保持打开。")
"""To `-` on the only open pane, and to the keys that resize it."""
VIEW_STAYS = Pair("A view stays open until Escape closes it.", "视图不能收起，按 Esc 关闭。")
"""To `-` in a view that has the card of its row beside it."""
NOTHING_COLLAPSED = Pair("No pane is collapsed.", "没有收起的窗格。")
"""To `+` where none is."""

# Views and the filter of the outline.
MARKED = Pair("Marked. Go to another entry and press = again to compare.", "已标记。请到另一条目再按 =，即可对照。")
"""To the first `=` of a comparison."""
NOT_MARKED = Pair("The mark is removed.", "已取消标记。")
"""To a second `=` on the same node."""
SORTED = {
    "weight": Pair("Bodies by number of roles.", "部门按职责多少排列。"),
    "name": Pair("Bodies by name.", "部门按名称排列。"),
    "english": Pair("Terms in the order of the English alphabet.", "术语按英文字母排列。"),
    "pinyin": Pair("Terms in the order of pinyin.", "术语按拼音排列。"),
}
"""To `r`: how the bodies in the view of agencies or the terms of the glossary are sorted now."""
ALL_STATED = Pair("Every entry has a direct quote.", "所有条目都有直接引文。")
"""To `U` where nothing is left to show."""
FILTER_LIFTED = Pair("This entry has a direct quote, so the filter was removed.", "该条目有直接引文，已取消筛选。")
"""When one goes to an entry that the filter of `U` hides."""

# Reading the plan again.
RELOADED = Pair("The plan was read again: {n} entries.", "已重新读取，共{n}个条目。")
"""After a reload."""
RELOAD_LEFT = Pair("Cancelled. The plan stays as it was.", "已取消，内容未变。")
"""After Escape during a reload."""
ENTRY_GONE = Pair("The entry you were reading is gone.", "正在阅读的条目已不存在。")
"""After a reload: the node on the card is no longer in the plan."""
QUOTE_GONE = Pair("The quote you were reading is gone.", "正在阅读的引文已不存在。")
"""After a reload: the same of the quote in the source pane."""
COMPARED_GONE = Pair("An entry you compared is gone.", "对照的条目有一个已不存在。")
"""After a reload: the same of a side of the comparison."""
MARKED_GONE = Pair("The entry you marked is gone.", "标记的条目已不存在。")
"""After a reload: the same of the node marked with `=`."""

# Sources and addresses.
NO_SHIPPED_SOURCE = Pair("No quote supports this entry.", "本条目没有引文。")
"""To `s` on an entry without a quote."""
OPENS_OFFICIAL = Pair(
    "No quote supports this entry. Press o to read the official page, A to fetch it and compare.",
    "本条目没有引文。按 o 打开官方网页，按 A 获取并核对。",
)
"""Behind it, where a heading of the official page is known."""
OPENS_WHERE_SEEN = Pair(
    "No quote supports this entry. Press o for the page where it was seen.",
    "本条目没有引文，按 o 打开查得该内容的网页。",
)
"""Behind it, where another page is known."""
FIRST_QUOTE = Pair("This is the first quote.", "这是第一条引文。")
"""To `,` on the first quote."""
LAST_QUOTE = Pair("This is the last quote.", "这是最后一条引文。")
"""To `.` on the last quote."""
PASSAGE_WITHOUT_ENTRY = Pair("This passage supports no entry.", "没有条目引用本段。")
"""To Enter on a passage that supports nothing."""
NO_ADDRESS = Pair("This source has no known address.", "该来源没有已知网址。")
"""To `o` on a source without an address."""
OPENED = Pair("Opened {address}", "已打开 {address}")
"""To `o`, where a browser took the address."""
NO_WEB_ADDRESS = Pair("Only http and https addresses can be opened.", "只能打开 http 和 https 网址。")
"""To `o`: why an address is not opened; the next three likewise."""
NO_BROWSER = Pair("There is no browser here.", "本机没有浏览器。")
"""There is none."""
BROWSERS_FAILED = Pair("No browser could be opened ({failed}).", "无法打开浏览器（{failed}）。")
"""All that were tried failed, each with its reason."""
FAILURES = {
    "code": Pair("{name}: exit code {code}", "{name}：退出码{code}"),
    "signal": Pair("{name}: ended by signal {code}", "{name}：被信号{code}终止"),
    "reason": Pair("{name}: {why}", "{name}：{why}"),
}
"""In it: how a browser failed."""
BETWEEN_FAILURES = Pair(", ", "；")
"""Between two of these."""
TEXT_BROWSER = Pair("{name} needs the terminal, so it is not opened.", "{name} 需要占用终端，未予打开。")
"""The only one is a browser for terminals."""
ADDRESS_COPIED = Pair("{why} Sent to your clipboard: {address}", "{why}网址已送到剪贴板：{address}")
"""To `o`, where none did; `why` is a sentence."""

# Copying and exporting.
COPIED = Pair("Sent to your clipboard, {what}: {text}", "已送到剪贴板，{what}：{text}")
"""After a copy; `what` is a name of `CLIP_LABELS`."""
NOTHING_TO_COPY = Pair("Nothing to copy: no {what} here.", "此处没有可复制的{what}。")
"""To a letter of the copy menu that does not fit."""
NOTHING_TO_EXPORT = Pair("Nothing to export here.", "此处没有可导出的内容。")
"""To `E` in a view without entries."""
LEFT_OUT = Pair("Left out, because no longer in this plan: {ids}", "下列条目已不存在，未予导出：{ids}")
"""When bookmarks are exported of which the plan lacks some."""

# Bookmarks and notes.
NOT_KEPT = Pair("{problem}. Notes and bookmarks are not saved.", "{problem}。笔记和书签无法保存。")
"""At the start, where notes.db cannot be used."""
BOOKMARKED = Pair("Bookmark set: {title}. Press m again to remove it.", "已添加书签：{title}。再按 m 可删除。")
"""To `m`."""
UNBOOKMARKED = Pair("Bookmark removed: {title}", "已删除书签：{title}")
"""To a second `m`."""
SAVED_LATER = Pair("{done} (not saved yet: another program is writing)", "{done}（尚未保存：另一程序正在写入）")
"""Behind the two, while another program has notes.db locked."""
NO_BOOKMARK = Pair("No bookmark set: {why}", "未能添加书签：{why}")
"""To `m`, where saving failed."""
BOOKMARKS_SAVED = Pair("The bookmarks are saved.", "书签已保存。")
"""When such a lock is gone."""
NO_NOTES = Pair("Notes cannot be read: {why}", "无法读取笔记：{why}")
"""To `i`, where notes cannot be read."""
NOTE_OFFERED = Pair(
    "No note on {title}. Enter writes one, esc closes.", "“{title}”尚无笔记。按 Enter 开始书写，按 Esc 关闭。"
)
"""To `i` on an entry without a note."""
NOTE_UNSAVED = Pair(
    "The note on {title} is not saved: {why}. The program tries again; i shows it.",
    "“{title}”的笔记未能保存：{why}。程序将重试；按 i 查看。",
)
"""After a note was closed that could not be saved."""
NOTE_MERGED = Pair(
    "The note on {title} was changed elsewhere too: both texts are kept.",
    "“{title}”的笔记在别处也有改动，两份文字均已保留。",
)
"""After a later attempt to save it, where the note was changed elsewhere."""
NOTE_SAVED = Pair("Saved: the note on {title}.", "“{title}”的笔记已保存。")
"""After a later attempt that succeeded."""
NOTE_LOST = Pair(
    "The note on {title} ({id}) could not be saved: {why}. It reads:\n{text}",
    "“{title}”（{id}）的笔记未能保存：{why}。内容如下：\n{text}",
)
"""On stderr at the end of the program, where none did."""
