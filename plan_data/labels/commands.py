"""The words of commands; those of boxes are in `box_commands`."""

from __future__ import annotations

from plan_data.labels.box_commands import BOX_COMMAND_LABELS
from plan_data.labels.command_label import CommandLabel
from plan_data.model.pair import Pair

COMMAND_LABELS = {
    # Commands that find.
    "jump": CommandLabel(
        "go",
        Pair("Jump", "查找"),
        Pair(
            "Jump anywhere: type a few letters in English, Chinese or pinyin, or a number.",
            "输入几个字即可前往任何条目：中文、英文、拼音或编号。",
        ),
    ),
    "jump-by-number": CommandLabel(
        "go",
        Pair("Jump to a number", "按编号查找"),
        Pair(
            "Jump with this digit already typed: 8 and Enter go to action 8.",
            "以此数字开始查找：按 8 再按 Enter，即到行动8。",
        ),
    ),
    "find": CommandLabel(
        "go",
        Pair("Find on the page", "页内查找"),
        Pair(
            "Find in the source pane, or filter the rows of a view. Elsewhere this opens the jump box.",
            "在来源中查找，在视图中筛选；在其他窗格中打开查找框。",
        ),
    ),
    "next-match": CommandLabel(
        "go",
        Pair("Next match", "下一处"),
        Pair(
            "Go to the next match of the last search; in the source pane, to the next place found.",
            "到上次查找的下一项；在来源中到下一处。",
        ),
    ),
    "previous-match": CommandLabel(
        "go",
        Pair("Previous match", "上一处"),
        Pair(
            "Go to the previous match of the last search, or the previous place found.",
            "到上次查找的上一项；在来源中到上一处。",
        ),
    ),
    "palette": CommandLabel(
        "go",
        Pair("List of commands", "命令列表"),
        Pair(
            "List every command by name. Type q and Enter to quit, like :q in vi.",
            "列出全部命令；输入 q 再按 Enter 即退出，同 vi 的 :q。",
        ),
    ),
    # Commands that walk the outline and the panes.
    "down": CommandLabel(
        "move",
        Pair("Down", "下移"),
        Pair("Go down one row; on a card or in a source, to the next item.", "下移一行；在条目和来源中移到下一项。"),
    ),
    "up": CommandLabel(
        "move",
        Pair("Up", "上移"),
        Pair("Go up one row; on a card or in a source, to the previous item.", "上移一行；在条目和来源中移到上一项。"),
    ),
    "page-down": CommandLabel(
        "move", Pair("Page down", "下翻一页"), Pair("Go down one page in the focused pane.", "在当前窗格中下翻一页。")
    ),
    "page-up": CommandLabel(
        "move", Pair("Page up", "上翻一页"), Pair("Go up one page in the focused pane.", "在当前窗格中上翻一页。")
    ),
    "half-page-down": CommandLabel(
        "move",
        Pair("Half a page down", "下翻半页"),
        Pair("Go down half a page in the focused pane.", "在当前窗格中下翻半页。"),
    ),
    "half-page-up": CommandLabel(
        "move",
        Pair("Half a page up", "上翻半页"),
        Pair("Go up half a page in the focused pane.", "在当前窗格中上翻半页。"),
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
        Pair("Scroll the card down", "向下滚动条目"),
        Pair("Scroll the card down while you stay in the outline.", "光标留在目录中，向下滚动条目。"),
    ),
    "scroll-detail-up": CommandLabel(
        "move",
        Pair("Scroll the card up", "向上滚动条目"),
        Pair("Scroll the card up while you stay in the outline.", "光标留在目录中，向上滚动条目。"),
    ),
    "out": CommandLabel(
        "move",
        Pair("Fold, or go to the parent", "折叠或到上级"),
        Pair(
            "Fold the branch, or go to its parent; on a card or in a source, go back to where you came from.",
            "折叠本级，或移到上级；在条目和来源中返回。",
        ),
    ),
    "in": CommandLabel(
        "move",
        Pair("Unfold, or enter", "展开或进入"),
        Pair(
            "Unfold the branch, or go to its first child; on a card or in a source, follow the link.",
            "展开本级，或移到第一个下级；在条目和来源中打开链接。",
        ),
    ),
    "next-sibling": CommandLabel(
        "move",
        Pair("Next at the same level", "同级下一项"),
        Pair("Go to the next entry at the same level.", "移到同级的下一条目。"),
    ),
    "previous-sibling": CommandLabel(
        "move",
        Pair("Previous at the same level", "同级上一项"),
        Pair("Go to the previous entry at the same level.", "移到同级的上一条目。"),
    ),
    "fold": CommandLabel(
        "fold",
        Pair("Fold or unfold", "折叠或展开"),
        Pair(
            "Fold or unfold the branch, section or notes at the cursor; in a view, go down one page.",
            "折叠或展开光标所在的分支、小节或说明；在视图中下翻一页。",
        ),
    ),
    "enter": CommandLabel(
        "go",
        Pair("Open", "打开"),
        Pair(
            "Open the card of an entry, what a link or quote points to, or the entries that a passage supports.",
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
        Pair("Fold the outline to level 1", "目录显示到第1级"),
        Pair("Fold the whole outline to its first level.", "目录只显示到第1级。"),
    ),
    "fold-to-depth2": CommandLabel(
        "fold",
        Pair("Fold the outline to level 2", "目录显示到第2级"),
        Pair("Fold the whole outline to its second level.", "目录只显示到第2级。"),
    ),
    "fold-to-depth3": CommandLabel(
        "fold",
        Pair("Fold the outline to level 3", "目录显示到第3级"),
        Pair("Fold the whole outline to its third level.", "目录只显示到第3级。"),
    ),
    "fold-to-depth4": CommandLabel(
        "fold",
        Pair("Fold the outline to level 4", "目录显示到第4级"),
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
            "Open the source at the quote under the cursor, or at the entry's first quote, and highlight it.",
            "打开来源，定位光标所在的引文，或本条目的第一条引文。",
        ),
    ),
    "next-quote": CommandLabel(
        "source",
        Pair("Next quote", "下一引文"),
        Pair(
            "Go to the next quote of this entry, in any source: direct ones first, then those with figures.",
            "移到本条目的下一条引文，不限来源：直接引文在先，含数字的次之。",
        ),
    ),
    "previous-quote": CommandLabel(
        "source",
        Pair("Previous quote", "上一引文"),
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
    "fetch": CommandLabel(
        "source",
        Pair("Fetch the official page and compare", "获取官方网页并核对"),
        Pair(
            "Fetch the official page once, after a question, and compare the headings and the lists of bodies with it.",
            "经确认后获取一次官方网页，与标题和负责部门名单核对。",
        ),
    ),
    # Commands that open a view, or act on one.
    "timeline": CommandLabel(
        "view",
        Pair("Timeline", "时间线"),
        Pair(
            "Show the timeline: deadlines first, then events and documents, drawn to scale.",
            "显示时间线：期限在前，其后按时间比例排列事件和文件。",
        ),
    ),
    "agencies": CommandLabel(
        "view",
        Pair("Agencies: who does what", "部门分工：谁做什么"),
        Pair("Show who leads and who takes part in each action and measure.", "显示各项行动和措施由谁牵头、谁参与。"),
    ),
    "targets": CommandLabel(
        "view",
        Pair("Goals and figures", "目标与数字"),
        Pair(
            "Show every goal and figure: its deadline, who set it, its quote, and what is in doubt.",
            "显示各项目标与数字的期限、提出者、引文和疑点。",
        ),
    ),
    "compare": CommandLabel(
        "entry",
        Pair("Compare with another entry", "与另一条目对照"),
        Pair(
            "Mark this entry; then, on another one, show the two side by side, differences first.",
            "标记本条目；到另一条目再按一次，即并列对照，先列不同之处。",
        ),
    ),
    "sort-rows": CommandLabel(
        "pane",
        Pair("Sort the rows", "改变排序"),
        Pair(
            "Sort the agencies by number of roles or by name, the terms by English or pinyin.",
            "部门分工按职责多少或名称排列，术语按英文或拼音排列。",
        ),
    ),
    "evidence": CommandLabel(
        "view",
        Pair("Sources and gaps", "来源与缺口"),
        Pair(
            "Show what has a source, what has none, and what each source says.",
            "显示哪些内容有来源，哪些尚无来源，以及各来源说了什么。",
        ),
    ),
    "conflicts": CommandLabel(
        "view",
        Pair("Conflicts and doubts", "矛盾与存疑"),
        Pair(
            "Show where sources disagree, or where one is in doubt, side by side.", "并列显示各来源不一致或存疑之处。"
        ),
    ),
    "glossary": CommandLabel(
        "view",
        Pair("Glossary", "术语"),
        Pair(
            "Show the terms in English, Chinese and pinyin, what they mean, and where they are used.",
            "显示各术语的中文、拼音和英文，附释义和出处。",
        ),
    ),
    "unstated": CommandLabel(
        "view",
        Pair("Only entries without a direct quote", "只看没有直接引文的条目"),
        Pair(
            "Show only the entries without a direct quote. Press again to show all.",
            "只显示没有直接引文的条目；再按一次恢复全部。",
        ),
    ),
    # Commands that change how things are shown.
    "language": CommandLabel(
        "screen",
        Pair("Language: English, 中文, both", "语言：中文、English、双语"),
        Pair("Show everything in English, in Chinese, or the plan in both.", "切换中文、英文、双语。"),
    ),
    "collapse": CommandLabel(
        "pane",
        Pair("Collapse the pane", "收起窗格"),
        Pair(
            "Collapse the pane to its title bar. The last open pane stays.",
            "将窗格收起为标题栏；最后一个窗格保持打开。",
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
        Pair("Enlarge the pane to the whole screen, or shrink it again.", "将窗格最大化，再按还原。"),
    ),
    "narrower": CommandLabel(
        "pane", Pair("Make the pane smaller", "调小窗格"), Pair("Make the focused pane smaller.", "调小当前窗格。")
    ),
    "wider": CommandLabel(
        "pane", Pair("Make the pane larger", "调大窗格"), Pair("Make the focused pane larger.", "调大当前窗格。")
    ),
    "reload": CommandLabel(
        "plan",
        Pair("Read the plan again", "重新读取数据"),
        Pair(
            "Read the plan's files again. If they have errors, the last good plan stays.",
            "从数据文件重新读取；如有错误，仍显示上次读取的内容。",
        ),
    ),
    "redraw": CommandLabel(
        "screen",
        Pair("Draw the screen again", "重绘屏幕"),
        Pair(
            "Draw the screen again, after another program has written on it.", "其他程序在终端上输出后，重绘整个屏幕。"
        ),
    ),
    "help": CommandLabel(
        "screen",
        Pair("Help", "帮助"),
        Pair("Show what the keys and signs mean, starting with the focused pane.", "说明按键和符号，当前窗格在前。"),
    ),
    # Commands that export and copy.
    "export": CommandLabel(
        "export",
        Pair("Export to a file", "导出到文件"),
        Pair(
            "Export what is on the screen to a file: the branch, the table of a view, or the bookmarks.",
            "将屏幕上的内容导出到文件：分支、视图的表格或书签。",
        ),
    ),
    "copy": CommandLabel(
        "export",
        Pair("Copy menu", "复制菜单"),
        Pair(
            "Open the copy menu, which has a letter for each thing to copy.", "打开复制菜单，按字母选择要复制的内容。"
        ),
    ),
    # Commands that keep something: bookmarks and notes.
    "bookmark": CommandLabel(
        "keep",
        Pair("Set or remove a bookmark", "添加或删除书签"),
        Pair("Bookmark this entry, or remove its bookmark.", "为本条目添加书签，或删除其书签。"),
    ),
    "write-note": CommandLabel(
        "keep",
        Pair("Read or write the note", "查看或书写笔记"),
        Pair(
            "Open the note on this entry, or offer one. Enter starts writing, in Markdown, saved as you write.",
            "查看条目的笔记；没有的，按 Enter 开始书写，随写随存。",
        ),
    ),
    "show-kept": CommandLabel(
        "view", Pair("Bookmarks and notes", "书签与笔记"), Pair("Show your bookmarks and notes.", "显示书签与笔记。")
    ),
    # Commands that close and quit.
    "close": CommandLabel(
        "go",
        Pair("Back one step", "返回一步"),
        Pair(
            "Go back one step: clear a search, shrink an enlarged pane, close the source, card or view. Never quits.",
            "返回一步：清除查找，还原放大的窗格，关闭来源、条目或视图；不会退出程序。",
        ),
    ),
    "leave": CommandLabel(
        "leave",
        Pair("Back one step, or quit", "返回一步或退出"),
        Pair(
            "Go back one step, like Escape. Where there is nothing to go back from, quit.",
            "同 Esc，返回一步；无可返回时退出程序。",
        ),
    ),
    "quit": CommandLabel(
        "leave", Pair("Quit", "退出"), Pair("Quit the program, from anywhere.", "在任何位置退出程序。")
    ),
    "suspend": CommandLabel(
        "leave",
        Pair("To the shell for now", "暂回命令行"),
        Pair("Pause the program and go back to the shell. Type fg to return.", "暂停程序，回到命令行；输入 fg 返回。"),
    ),
    **BOX_COMMAND_LABELS,
}
"""Id of a command to its words, in the order in which help lists the commands."""
