"""The words of commands, and of the tables of keys."""

from __future__ import annotations

from plan_data.labels.box_commands import BOX_COMMAND_LABELS
from plan_data.labels.command_label import CommandLabel
from plan_data.model.entities import Pair

COMMAND_LABELS = {
    # Commands that find.
    "jump": CommandLabel(
        "go",
        Pair("Jump", "查找"),
        Pair(
            "Go anywhere by a few letters: English, Chinese, pinyin, or a number.",
            "输入几个字即可前往任何条目：中文、英文、拼音或编号。",
        ),
    ),
    "jump-by-number": CommandLabel(
        "go",
        Pair("Jump to a number", "按编号查找"),
        Pair("Go to a number: `8` and Enter go to action 8.", "按编号前往：`8` 加回车即行动8。"),
    ),
    "find": CommandLabel(
        "go",
        Pair("Find on the page", "页内查找"),
        Pair(
            "Find in the source pane; filter the rows of a view; elsewhere jump, as f does.",
            "在来源窗格中查找文字；在视图中筛选各行；其他位置同 f。",
        ),
    ),
    "next-match": CommandLabel(
        "go",
        Pair("Next match", "下一处"),
        Pair(
            "Go to the next match of the last search; in the source pane, of the text found there.",
            "前往上次查找的下一处；在来源窗格中为页内查找的下一处。",
        ),
    ),
    "previous-match": CommandLabel(
        "go",
        Pair("Previous match", "上一处"),
        Pair("Go to the previous match of the last search.", "前往上次查找的上一处。"),
    ),
    "palette": CommandLabel(
        "go",
        Pair("List of commands", "命令列表"),
        Pair(
            "List every command by name; `q` and Enter leave, as `:q` does in vi.",
            "列出全部命令；输入 `q` 加回车退出，同 vi 的 `:q`。",
        ),
    ),
    # Commands that walk the outline and the panes.
    "down": CommandLabel(
        "move",
        Pair("Down", "下移"),
        Pair("Go one row down; in a page, to the next item.", "下移一行；在条目和来源中移到下一项。"),
    ),
    "up": CommandLabel(
        "move",
        Pair("Up", "上移"),
        Pair("Go one row up; in a page, to the previous item.", "上移一行；在条目和来源中移到上一项。"),
    ),
    "page-down": CommandLabel(
        "move", Pair("Page down", "下翻一页"), Pair("Go one page down in the focused pane.", "在当前窗格中下翻一页。")
    ),
    "page-up": CommandLabel(
        "move", Pair("Page up", "上翻一页"), Pair("Go one page up in the focused pane.", "在当前窗格中上翻一页。")
    ),
    "half-page-down": CommandLabel(
        "move",
        Pair("Half a page down", "下翻半页"),
        Pair("Go half a page down in the focused pane.", "在当前窗格中下翻半页。"),
    ),
    "half-page-up": CommandLabel(
        "move",
        Pair("Half a page up", "上翻半页"),
        Pair("Go half a page up in the focused pane.", "在当前窗格中上翻半页。"),
    ),
    "first": CommandLabel(
        "move",
        Pair("To the beginning", "到开头"),
        Pair("Go to the beginning of the focused pane.", "移到当前窗格的开头。"),
    ),
    "last": CommandLabel(
        "move", Pair("To the end", "到末尾"), Pair("Go to the end of the focused pane.", "移到当前窗格的末尾。")
    ),
    "scroll-detail-down": CommandLabel(
        "move",
        Pair("Scroll the card down", "条目下滚"),
        Pair("Scroll the card down from the outline.", "在目录中将条目向下滚动。"),
    ),
    "scroll-detail-up": CommandLabel(
        "move",
        Pair("Scroll the card up", "条目上滚"),
        Pair("Scroll the card up from the outline.", "在目录中将条目向上滚动。"),
    ),
    "out": CommandLabel(
        "move",
        Pair("Fold or go to the parent", "折叠或到上级"),
        Pair("Fold the branch, or go to its parent; on a page, go back.", "折叠本级，或移到上级；在条目和来源中返回。"),
    ),
    "in": CommandLabel(
        "move",
        Pair("Unfold or enter", "展开或进入"),
        Pair(
            "Unfold the branch, or go to its first child; on a page, follow the link.",
            "展开本级，或移到第一个下级；在条目和来源中打开链接。",
        ),
    ),
    "next-sibling": CommandLabel(
        "move",
        Pair("Next of the same level", "同级下一项"),
        Pair("Go to the next entry of the same level.", "移到同级的下一条目。"),
    ),
    "previous-sibling": CommandLabel(
        "move",
        Pair("Previous of the same level", "同级上一项"),
        Pair("Go to the previous entry of the same level.", "移到同级的上一条目。"),
    ),
    "fold": CommandLabel(
        "fold",
        Pair("This one", "折叠或展开本项"),
        Pair(
            "Fold or unfold the branch, section or notes at the cursor; in a view, go one page down.",
            "折叠或展开光标所在的分支、小节或说明；在视图中下翻一页。",
        ),
    ),
    "enter": CommandLabel(
        "go",
        Pair("In", "打开"),
        Pair(
            "Open: from the outline the card, from a link or quote its target, from a passage its entries.",
            "打开条目、链接或引文所指内容；在段落上打开引用该段的条目。",
        ),
    ),
    "unfold-all": CommandLabel(
        "fold",
        Pair("Unfold all below", "展开以下各项"),
        Pair("Unfold everything below this entry.", "展开本条目以下全部内容。"),
    ),
    "fold-all": CommandLabel(
        "fold",
        Pair("Fold all below", "折叠以下各项"),
        Pair("Fold everything below this entry.", "折叠本条目以下全部内容。"),
    ),
    "fold-to-depth1": CommandLabel(
        "fold",
        Pair("Outline to level 1", "目录显示到第1级"),
        Pair("Fold the whole outline to its first level.", "目录只显示到第1级。"),
    ),
    "fold-to-depth2": CommandLabel(
        "fold",
        Pair("Outline to level 2", "目录显示到第2级"),
        Pair("Fold the whole outline to its second level.", "目录只显示到第2级。"),
    ),
    "fold-to-depth3": CommandLabel(
        "fold",
        Pair("Outline to level 3", "目录显示到第3级"),
        Pair("Fold the whole outline to its third level.", "目录只显示到第3级。"),
    ),
    "fold-to-depth4": CommandLabel(
        "fold",
        Pair("Outline to level 4", "目录显示到第4级"),
        Pair("Fold the whole outline to its fourth level.", "目录只显示到第4级。"),
    ),
    "next-pane": CommandLabel("pane", Pair("Next pane", "下一窗格"), Pair("Go to the next pane.", "移到下一窗格。")),
    "previous-pane": CommandLabel(
        "pane", Pair("Previous pane", "上一窗格"), Pair("Go to the previous pane.", "移到上一窗格。")
    ),
    "back": CommandLabel("go", Pair("Back", "后退"), Pair("Go back to where you were.", "回到上一个位置。")),
    "forward": CommandLabel("go", Pair("Forward", "前进"), Pair("Go forward again.", "前进到后退之前的位置。")),
    # Commands that lead to the sources.
    "show-source": CommandLabel(
        "source",
        Pair("Open the source at the quote", "打开来源并定位引文"),
        Pair(
            "Open the source at the quote under the cursor, or at the entry's first quote.",
            "打开来源，定位光标所在的引文，或本条目的第一条引文。",
        ),
    ),
    "next-quote": CommandLabel(
        "source",
        Pair("Next quote", "下一条引文"),
        Pair(
            "Go to the next quote of this entry, in any source: direct quotes first, then those with figures.",
            "移到本条目的下一条引文，不限来源：直接引文在先，含数字的次之。",
        ),
    ),
    "previous-quote": CommandLabel(
        "source",
        Pair("Previous quote", "上一条引文"),
        Pair("Go to the previous quote of this entry.", "移到本条目的上一条引文。"),
    ),
    "open-address": CommandLabel(
        "source",
        Pair("Open the page in a browser", "在浏览器中打开网页"),
        Pair(
            "Open the source at the quote, or the official page at the heading. Without a browser, copy the address.",
            "打开来源网页并定位引文，或打开官方网页的相应标题；没有浏览器时复制网址。",
        ),
    ),
    # Commands that open a view, or act on one.
    "timeline": CommandLabel(
        "view",
        Pair("Timeline", "时间线"),
        Pair(
            "The timeline: deadlines first, then events and documents, drawn to scale.",
            "时间线：先列期限，再列事件和文件，按比例绘制。",
        ),
    ),
    "agencies": CommandLabel(
        "view",
        Pair("Agencies: who does what", "部门分工：谁做什么"),
        Pair("Who leads and who takes part in each action and measure.", "各项行动和措施由谁牵头、谁参与。"),
    ),
    "targets": CommandLabel(
        "view",
        Pair("Goals and figures", "目标与数字"),
        Pair(
            "Every goal and figure, with its deadline, who set it, its quote and its doubts.",
            "各项目标和数字，及其期限、提出者、引文和疑点。",
        ),
    ),
    "compare": CommandLabel(
        "entry",
        Pair("Compare with another entry", "与另一条目对照"),
        Pair(
            "Mark this entry; press it on another one to compare the two, differences first.",
            "标记本条目；到另一条目再按一次，即并列对照，先列不同之处。",
        ),
    ),
    "sort-rows": CommandLabel(
        "pane",
        Pair("Sort the rows", "改变排序"),
        Pair(
            "Sort the bodies in agencies by the number of their roles or by name, the terms by English or pinyin.",
            "部门分工按职责多少或名称排列，术语按英文或拼音排列。",
        ),
    ),
    "evidence": CommandLabel(
        "view",
        Pair("Sources and gaps", "来源与缺口"),
        Pair(
            "What is supported, what is not, and what each source says.", "哪些内容有来源、哪些没有，各来源说了什么。"
        ),
    ),
    "conflicts": CommandLabel(
        "view",
        Pair("Conflicts and doubts", "矛盾与存疑"),
        Pair(
            "Where sources disagree or one is in doubt, with both sides next to each other.",
            "各来源不一致或存疑之处，各方说法并列。",
        ),
    ),
    "glossary": CommandLabel(
        "view",
        Pair("Glossary", "术语"),
        Pair(
            "The terms in English, Chinese and pinyin, what they mean, and where they are used.",
            "各术语的中文、拼音和英文，附释义和出处。",
        ),
    ),
    "unstated": CommandLabel(
        "view",
        Pair("Only entries without a direct quote", "只看没有直接引文的条目"),
        Pair(
            "Show only the entries without a direct quote; press again for all.",
            "只显示没有直接引文的条目；再按一次恢复全部。",
        ),
    ),
    # Commands that change how things are shown.
    "language": CommandLabel(
        "screen",
        Pair("Language: English, 中文, both", "语言：中文、English、双语"),
        Pair("Switch between English, Chinese, and both.", "切换中文、英文、双语。"),
    ),
    "collapse": CommandLabel(
        "pane",
        Pair("Collapse the pane", "收起窗格"),
        Pair(
            "Collapse the pane to its title bar; the last open one stays.", "将窗格收起为标题栏；最后一个窗格保持打开。"
        ),
    ),
    "expand": CommandLabel(
        "pane",
        Pair("Open a collapsed pane", "打开收起的窗格"),
        Pair(
            "Open the pane that was collapsed last, then the one before.", "打开最近收起的窗格，再按则打开更早收起的。"
        ),
    ),
    "enlarge": CommandLabel(
        "pane",
        Pair("Enlarge the pane", "窗格最大化"),
        Pair("Enlarge the pane to the whole screen, or back.", "将窗格最大化，再按还原。"),
    ),
    "narrower": CommandLabel(
        "pane", Pair("Make the pane smaller", "调小窗格"), Pair("Make the focused pane smaller.", "调小当前窗格。")
    ),
    "wider": CommandLabel(
        "pane", Pair("Make the pane larger", "调大窗格"), Pair("Make the focused pane larger.", "调大当前窗格。")
    ),
    "reload": CommandLabel(
        "plan",
        Pair("Read the plan again", "重新读取"),
        Pair(
            "Read the plan again from its files; if it has an error, the last good one stays on the screen.",
            "从数据文件重新读取；如有错误，仍显示上次读取的内容。",
        ),
    ),
    "redraw": CommandLabel(
        "screen",
        Pair("Draw the screen again", "重绘屏幕"),
        Pair(
            "Draw everything again, after another program wrote on the terminal.",
            "其他程序在终端上输出后，重绘整个屏幕。",
        ),
    ),
    "help": CommandLabel(
        "help",
        Pair("Help", "帮助"),
        Pair("Explain the keys and signs, those of the focused pane first.", "说明按键和符号，先列当前窗格的按键。"),
    ),
    # Commands that copy: the menu, and its letters. All go through the terminal to the clipboard (OSC 52).
    "export": CommandLabel(
        "export",
        Pair("Export to a file", "导出到文件"),
        Pair(
            "Export what is on the screen to a file: the branch, the table of a view, the bookmarks.",
            "将屏幕上的内容导出到文件：分支、视图的表格或书签。",
        ),
    ),
    "copy": CommandLabel(
        "copy",
        Pair("Menu", "复制菜单"),
        Pair(
            "Copy something of this entry or quote: opens a menu of letters.", "复制条目或引文的某项内容：按字母选择。"
        ),
    ),
    # Commands that keep something: bookmarks and notes.
    "bookmark": CommandLabel(
        "keep",
        Pair("Set or remove a bookmark", "添加或删除书签"),
        Pair("Set a bookmark on the entry, or remove it.", "为条目添加书签，或删除书签。"),
    ),
    "write-note": CommandLabel(
        "keep",
        Pair("Read or write the note", "查看或书写笔记"),
        Pair(
            "Show the note on the entry, or offer one; Enter begins to write. Saved as you write.",
            "查看条目的笔记；没有的，按回车开始书写，随写随存。",
        ),
    ),
    "show-kept": CommandLabel(
        "view", Pair("Bookmarks and notes", "书签与笔记"), Pair("Your bookmarks and notes.", "您的书签与笔记。")
    ),
    # Commands that close and leave.
    "close": CommandLabel(
        "go",
        Pair("Back one step", "返回一步"),
        Pair(
            "Go back one step: from a search, an enlarged pane, the source, the card, a view; never leaves.",
            "返回一步：查找、放大的窗格、来源、条目、视图；不会退出程序。",
        ),
    ),
    "leave": CommandLabel(
        "leave",
        Pair("Close or leave", "关闭或退出"),
        Pair(
            "Go back one step, as escape does; with nothing to go back from, leave.",
            "同 esc，返回一步；无可返回时退出程序。",
        ),
    ),
    "quit": CommandLabel(
        "leave", Pair("Leave", "退出"), Pair("Leave the program from anywhere.", "在任何位置退出程序。")
    ),
    "suspend": CommandLabel(
        "leave",
        Pair("To the shell, for now", "暂回命令行"),
        Pair("Stop, and go back to the shell; `fg` returns here.", "暂停并回到命令行；输入 `fg` 返回。"),
    ),
    **BOX_COMMAND_LABELS,
}
"""Id of a command to its words, in the order in which help lists the commands."""

KEYS_HEAD = "| key | does |"
"""The head of the README's table of keys."""
DIGITS = "0-9"
"""The digits as keys, in that table and in the help."""
WHERE_KEYS_WORK = {
    "main": "",
    "copy": "after `y`: ",
    "note": "in a note: ",
    "jump": "in the jump box and the list of commands: ",
}
"""Pane or box to the words before what a key does there, in that table."""
