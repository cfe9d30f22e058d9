"""Messages of the explorer at its start, and while a plan is read."""

from __future__ import annotations

from plan_data.model.pair import Pair

NEEDS_TERMINAL = Pair(
    "internet-plus: the explorer needs a terminal. These print: internet-plus tree, show, find (--help lists all)",
    "internet-plus：浏览界面需要终端。可直接输出：internet-plus tree、show、find（--help 列出全部）",
)
"""Where there is no terminal."""

PICK_NEEDS_TERMINAL = Pair(
    "internet-plus: --pick needs a terminal. To print ids, use internet-plus find QUERY",
    "internet-plus：--pick 需要终端；可用 internet-plus find QUERY 输出标识",
)
"""Where there is none to choose on."""

NOT_KEPT = Pair("Notes and bookmarks are not saved: {why}.", "笔记和书签不会保存：{why}。")
"""Where there is no folder for them."""

NO_THEME = Pair("no theme {name!r}{nearest}", "没有配色 {name!r}{nearest}")
"""For a theme that is not known, with the nearest one."""

LOADING = Pair("Reading {size:,.0f} MB (only the first time)", "正在读取{size:,.0f} MB（仅首次）")
"""On the loading screen."""

LOADING_SHARE = Pair("{share:.0%}  esc leaves", "{share:.0%}  esc 退出")
"""Below its bar."""

READING_AGAIN = Pair("reading again, {share:.0%}, esc cancels", "正在重新读取，{share:.0%}，esc 取消")
"""In the top bar."""

NOT_RELOADED = Pair("Not read again; the last good plan stays. {why}", "未重新读取，仍显示上次的内容。{why}")
"""After a plan was edited, and has errors now."""

FOLDER_SILENT = Pair(
    "The plan's folder does not answer; what is on the screen stays.", "文件夹没有响应，屏幕内容保持不变。"
)
"""After a look at the plan's files that was not answered."""
