"""The words of fetching the official page: the question, the progress, and how it ended."""

from __future__ import annotations

from plan_data.model.pair import Pair

FETCH = Pair("Fetch and compare", "获取并核对")
"""Title of the box, and the choice that fetches."""
NOT_COMPARED = Pair("{title} has not been compared with the official text.", "“{title}”尚未与官方文本核对。")
"""First sentence of the question, on the current entry."""
PLAN_NOT_COMPARED = Pair("This plan has not been compared with the official text.", "全部内容尚未与官方文本核对。")
"""The same on an entry that the document does not print."""
COMPARED = Pair(
    "A copy is attached: {name}, of {date}. It is replaced only if the new one is good.",
    "已附加文本：{name}（{date}）。确认新文本可用后才会替换。",
)
"""The same where a copy is there already."""
REQUEST = Pair("One request goes to this address:", "将向以下网址发出一次请求：")
"""Before the address, on a line of its own."""
KEPT_HERE = Pair(
    "The page is kept in your data folder. All {n} headings and the lists of responsible bodies are compared with it. "
    "Your notes and this plan are not sent anywhere.",
    "网页保存在本机数据文件夹，{n}个标题和负责部门名单将与之核对。笔记和本文件不会发送到任何地方。",
)
"""What happens then."""
KEPT_HERE_PASSAGES = Pair(
    "The page is kept in your data folder and compared with the quoted passages. Your notes and this plan are not sent "
    "anywhere.",
    "网页保存在本机数据文件夹，所引段落将与之核对。笔记和本文件不会发送到任何地方。",
)
"""The same of a source that prints no headings of the plan."""
NOT_NOW = Pair("Not now", "暂不获取")
"""The choice that has the cursor at first."""
OPEN = Pair("Open in browser", "在浏览器中打开")
"""The choice that opens the page instead."""
SHOW = Pair("Show what your copy has", "查看核对结果")
"""The choice that opens the report on the copy that is there."""
AGAIN = Pair("Try again", "重试")
"""The choice after a refusal."""
CLOSE = Pair("Close", "关闭")
"""And the other one."""
CANCEL = Pair("Cancel", "取消")
"""The choice while the page is being fetched."""
KEYS = {
    "fetch-choose": Pair("choose", "选定"),
    "fetch-next": Pair("next", "下一项"),
    "fetch-leave": Pair("not now", "暂不获取"),
}
"""Commands in the last row of the box, with their words there."""
WORKING_KEYS = {"fetch-leave": Pair("cancel", "取消")}
"""The same while the page is being fetched."""
ENDED_KEYS = {
    "fetch-choose": Pair("choose", "选定"),
    "fetch-next": Pair("next", "下一项"),
    "fetch-leave": Pair("close", "关闭"),
}
"""The same after a refusal."""
ASKING = Pair("Asking {host} ...", "正在请求 {host}……")
"""While nothing has come yet."""
RECEIVED = Pair("Received {size} KB from {host} ...", "已从 {host} 收到{size}KB……")
"""While the page is coming."""
COMPARING = Pair("Comparing ...", "正在核对……")
"""Once it is there."""
NOTHING_KEPT = Pair("Nothing was kept.", "未保留任何内容。")
"""After a refusal, behind the reason."""
STILL_THERE = Pair("The copy that was attached is still there.", "原有文本仍然保留。")
"""The same where a copy is there already."""
CANCELLED = Pair("Fetching was cancelled. Nothing was kept.", "已取消获取，未保留任何内容。")
"""To Escape while the page is being fetched."""
DONE = Pair("Fetched and compared: {found} of {total} headings found.", "已获取并核对：找到{found}/{total}个标题。")
"""When the report is shown."""
DONE_PASSAGES = Pair(
    "Fetched and compared: {found} of {total} passages found.", "已获取并核对：找到{found}/{total}段。"
)
"""The same of a source that prints no headings of the plan."""
NO_PAGE = Pair("This plan names no official page.", "本文件没有注明官方网页。")
"""To the key, for a plan whose document has no address."""
NO_ADDRESS = Pair("{source} has no address", "{source} 没有网址")
"""To the command, for such a source."""
QUESTION = Pair("Fetch and compare? [y/N] ", "是否获取并核对？[y/N] ")
"""The question of the command, on a terminal."""
NOT_FETCHED = Pair("Nothing was fetched.", "未获取。")
"""To any other answer than yes."""
YES = ("y", "yes", "是")
"""Answers that mean yes."""
