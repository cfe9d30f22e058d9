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
    "page-address": Pair("{address} is no http or https address", "{address} 不是 http 或 https 地址"),
    "page-unreachable": Pair("{host} cannot be reached: {why}", "无法连接 {host}：{why}"),
    "page-broken-off": Pair("the connection to {host} broke off: {why}", "与 {host} 的连接中断：{why}"),
    "page-certificate": Pair("the certificate of {host} is not valid: {why}", "{host} 的安全证书无效：{why}"),
    "page-secure": Pair("no secure connection with {host}: {why}", "无法与 {host} 建立安全连接：{why}"),
    "page-proxy-unreachable": Pair("the proxy {host} cannot be reached: {why}", "无法连接代理服务器 {host}：{why}"),
    "page-proxy": Pair(
        "the proxy {proxy} refuses (HTTP status {code})", "代理服务器 {proxy} 拒绝（HTTP 状态码 {code}）"
    ),
    "page-proxy-answer": Pair("the proxy {proxy} did not answer in HTTP", "代理服务器 {proxy} 的应答不是 HTTP"),
    "page-proxy-kind": Pair(
        "the proxy {proxy} is of a kind that is not supported; use an http proxy",
        "不支持 {proxy} 这类代理服务器；请使用 HTTP 代理",
    ),
    "page-time": Pair(
        "the page did not come within {seconds} seconds; try again later", "{seconds}秒内未收到完整网页；请稍后再试"
    ),
    "page-large": Pair("the page is larger than {limit} MB", "网页超过 {limit} MB"),
    "page-login": Pair("{host} asks for a login (HTTP status {code})", "{host} 要求登录（HTTP 状态码 {code}）"),
    "page-forbidden": Pair(
        "{host} forbids access to the page (HTTP status {code})", "{host} 禁止访问该网页（HTTP 状态码 {code}）"
    ),
    "page-gone": Pair("the page is not there (HTTP status {code})", "网页不存在（HTTP 状态码 {code}）"),
    "page-server": Pair(
        "{host} has a problem (HTTP status {code}); try again later",
        "服务器 {host} 出现故障（HTTP 状态码 {code}）；请稍后再试",
    ),
    "page-status": Pair("{host} did not send the page (HTTP status {code})", "{host} 未提供网页（HTTP 状态码 {code}）"),
    "page-elsewhere": Pair(
        "the page has moved to another host, {host}; it was not asked", "网页已转到另一服务器 {host}，未予访问"
    ),
    "page-redirects": Pair("{host} redirects more than {most} times", "{host} 跳转超过{most}次"),
    "page-loop": Pair("{host} redirects in a circle", "{host} 循环跳转"),
    "page-no-target": Pair("{host} redirects without saying where to", "{host} 要求跳转，但未给出地址"),
    "page-target": Pair(
        "{host} redirects to what is no http or https address: {target}",
        "{host} 要求跳转到的不是 http 或 https 地址：{target}",
    ),
    "page-packed": Pair(
        "the page is packed in a way that is not read: {encoding}", "无法读取网页的压缩方式：{encoding}"
    ),
    "page-damaged": Pair("the packed page is damaged; try again later", "压缩的网页已损坏；请稍后再试"),
    "page-incomplete": Pair("only a part of the page arrived; try again later", "网页未完整收到；请稍后再试"),
    "page-no-answer": Pair("{host} closed the connection without an answer", "{host} 未作应答即关闭连接"),
    "page-not-http": Pair("{host} did not answer in HTTP", "{host} 的应答不是 HTTP"),
    "page-kind": Pair("what came is no page: {kind}", "收到的不是网页：{kind}"),
    "page-password": Pair("{host} sent a login page", "{host} 返回的是登录页"),
    "page-empty": Pair("the page is empty", "网页是空的"),
}
"""Why a file is refused, or the page that a request asks for (`page-...`)."""

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
