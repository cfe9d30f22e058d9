"""Messages on copies that a reader attaches: why a file is refused, and what a copy has.

Texts with values are format strings.
"""

from __future__ import annotations

from plan_data.model.pair import Pair

WRONG_KINDS = {
    b"%PDF": Pair(
        "a PDF; save its text first, with pdftotext or by copying it into a text file",
        "PDF 文件；请先用 pdftotext 或复制粘贴存为文本文件",
    ),
    b"PK\x03\x04": Pair(
        "a packed file such as a .docx; save it as text or as a web page first",
        ".docx 等压缩格式文件；请先另存为文本或网页",
    ),
    b"\xd0\xcf\x11\xe0": Pair(
        "an old Word file; save it as text or as a web page first", "旧版 Word 文件；请先另存为文本或网页"
    ),
    b"{\\rtf": Pair("an RTF file; save it as plain text first", "RTF 文件；请先另存为纯文本"),
    b"\x1f\x8b": Pair("a compressed file; unpack it first", "压缩文件；请先解压"),
}
"""First bytes of files that are no text to what they are and what to do."""

REFUSALS = {
    "empty": Pair("{file} is empty", "{file} 是空文件"),
    "kind": Pair("{file} is {what}", "{file} 类型不符：{what}"),
    "web-archive": Pair(
        "{file} is a web archive (.mht); save the page as HTML or as text instead",
        "{file} 是网页归档文件（.mht）；请将网页另存为 HTML 或文本",
    ),
    "nul": Pair("{file} is not text: it contains NUL characters", "{file} 不是文本：含有 NUL 字符"),
    "no-text": Pair("{file} holds no text", "{file} 中没有文字"),
    "encoding": Pair(
        "{file} is neither UTF-8 nor GB18030; save it as UTF-8", "{file} 的编码既非 UTF-8 也非 GB18030；请另存为 UTF-8"
    ),
    "opencc": Pair(
        "traditional script needs the package opencc: install internet-plus with its extra 'traditional'",
        "文本为繁体，读取需要 opencc：请安装 internet-plus 的 traditional 附加组件",
    ),
    "no-source": Pair("this plan has no source {source}", "本文件没有来源 {source}"),
    "headings": Pair(
        "{file} is not accepted as {source}: it has only {found} of the {total} headings, in their order",
        "{file} 不能作为 {source} 的副本：{total}个标题中仅{found}个按顺序见于其中",
    ),
    "contents": Pair(
        "{file} is not accepted as {source}: it is only a list of the headings, without the text",
        "{file} 不能作为 {source} 的副本：其中只有目录或标题，没有正文",
    ),
    "passages": Pair(
        "{file} is not accepted as {source}: it has only {found} of the {total} passages",
        "{file} 不能作为 {source} 的副本：{total}段原文中仅{found}段见于其中",
    ),
    "title": Pair(
        "{file} is not accepted as {source}: it does not have the title of that source",
        "{file} 不能作为 {source} 的副本：其中没有该来源的标题",
    ),
}
"""Why a file is refused."""

UNREADABLE = {
    "copy": Pair("the attached copy of {source} cannot be read: {error}", "无法读取所附 {source} 的副本：{error}"),
    "refused": Pair("the attached copy of {source} is not used: {error}", "所附 {source} 的副本未采用：{error}"),
    "scripts": Pair("its two scripts do not fit together", "简繁两种文本不一致"),
    "version": Pair("its record is damaged, or was written by another version", "记录已损坏，或由其他版本写入"),
    "record": Pair("its record is damaged", "记录已损坏"),
}
"""Why an attached copy cannot be opened."""

OTHER_LIST = Pair("Your copy prints: {text}", "您所附的副本写作：{text}")
"""The note on a node whose list of bodies the copy prints otherwise."""

DIFFERENCES = {
    "more": Pair("the copy names {names}, ours does not", "副本列有{names}，本工具未列"),
    "less": Pair("ours names {names}, the copy does not", "本工具列有{names}，副本未列"),
    "order": Pair(
        "the order differs: the copy has {theirs}; ours has {ours}", "顺序不同：副本为{theirs}；本工具为{ours}"
    ),
    "rule": Pair(
        "who leads differs: {theirs} in the copy, {ours} in ours", "牵头方式不同：副本中{theirs}，本工具中{ours}"
    ),
    "open": Pair("the copy's list ends with 等, ours does not", "副本名单末尾有“等”，本工具没有"),
    "closed": Pair("ours ends with 等, not the copy's", "本工具名单末尾有“等”，副本没有"),
}
"""How a list of bodies in a copy differs from ours."""
RULES = {
    "first": Pair("the first leads", "由第一个部门牵头"),
    "joint": Pair("all lead jointly", "各部门共同牵头"),
    "sole": Pair("one body is responsible", "由一个部门负责"),
    "collective": Pair("all are responsible", "各部门共同负责"),
    "unknown": Pair("not known", "不详"),
}
"""Rule of a list to its words, where two lists have different rules."""
BETWEEN_NAMES = Pair(", ", "、")
"""Between two bodies of such a list."""

EDITION = {
    "title": Pair("The title of the document is not at its place in the copy.", "副本相应位置未见该文件标题。"),
    "number": Pair("The document number {number} is not in the copy.", "副本中未见文号“{number}”。"),
    "other-number": Pair(
        "The document number {number} is not in the copy; its own number seems to be {other}.",
        "副本中未见文号“{number}”，副本所载文号似为“{other}”。",
    ),
    "headings": Pair(
        "{differing} of the {total} headings are missing in the copy, or read otherwise there.",
        "{total}个标题中有{differing}个在副本中缺失或文字不同。",
    ),
}
"""Why a copy may be of another edition, or of another document."""

REPORT = {
    "copy": Pair("{source}: {name}, {facts}", "{source}：{name}，{facts}"),
    "headings": Pair("Headings found at their place in the document's order:", "按文件顺序找到的标题："),
    "share": Pair("{found} of {total}", "{found}/{total}"),
    "title": Pair("title", "标题"),
    "together": Pair("tasks and measures together", "任务与措施合计"),
    "missing": Pair("Not found, with the nearest text there:", "未找到的标题及最接近的文字："),
    "near": Pair("paragraph {paragraph}, similarity {likeness}: {text}", "第{paragraph}段，相似度{likeness}：{text}"),
    "nothing-near": Pair("nothing similar", "没有相近的文字"),
    "bodies": Pair(
        "Responsible bodies: {compared} lists compared, {same} the same, {differing} not; {taken} taken from the copy",
        "负责部门：比对{compared}份名单，{same}份一致，{differing}份不一致；本工具所缺的{taken}份取自副本",
    ),
    "difference": Pair("  {node}: {says}", "  {node}：{says}"),
    "taken": Pair("  taken: {nodes}", "  取自副本：{nodes}"),
    "unlisted": Pair("  no list was found in the copy for {nodes}", "  副本中未找到名单：{nodes}"),
    "passages": Pair(
        "{found} of {total} quoted passages are in the copy, word for word",
        "{total}段引文所在段落中，{found}段与副本逐字一致",
    ),
}
"""The lines of what a copy has, kind by kind."""

ANSWERS = {
    "no-file": Pair(
        "- is no file; save the text or the page in a file, and attach that",
        "- 不是文件；请先将文本或网页存为文件，再附加该文件",
    ),
    "no-home": Pair("not attached: {reason}", "未附加：{reason}"),
    "refused": Pair("not attached: {reason}", "未附加：{reason}"),
    "not-written": Pair("not attached: {folder} cannot be written: {reason}", "未附加：无法写入 {folder}：{reason}"),
    "attached": Pair(
        "saved in {folder}; internet-plus detach {source} removes it",
        "已存入 {folder}；可用 internet-plus detach {source} 移除",
    ),
    "detached": Pair("removed the copy of {source}", "已移除 {source} 的副本"),
    "not-detached": Pair("the copy of {source} cannot be removed: {reason}", "无法移除 {source} 的副本：{reason}"),
    "none": Pair("no copy of {source} is attached", "尚未附加 {source} 的副本"),
    "only-others": Pair(
        "no copy of {source} is attached; attached: {sources}", "尚未附加 {source} 的副本；已附加：{sources}"
    ),
    "no-source": Pair(
        "no source {source!r}{nearest}; internet-plus sources lists them",
        "没有来源 {source!r}{nearest}（internet-plus sources 可列出全部）",
    ),
}
"""What `attach` and `detach` answer."""
