"""The words of what a reader copies: names of the texts, and the parts of a citation."""

from __future__ import annotations

from plan_data.model.pair import Pair

CLIP_LABELS = {
    "title": Pair("title", "标题"),
    "zh": Pair("Chinese title", "中文标题"),
    "en": Pair("English title", "英文标题"),
    "id": Pair("id", "标识"),
    "path": Pair("path", "路径"),
    "quote": Pair("quote", "引文"),
    "citation": Pair("citation", "引文及出处"),
    "markdown": Pair("citation in Markdown", "Markdown 格式引文"),
    "footnote": Pair("footnote with citekey", "带引用键的脚注"),
}
"""What can be copied, with its name."""

WITHOUT_QUOTE = {
    "citation": Pair("citation, without a quote", "出处（无引文）"),
    "markdown": Pair("citation in Markdown, without a quote", "Markdown 格式出处（无引文）"),
    "footnote": Pair("footnote, without a quote", "脚注（无引文）"),
}
"""The names for what has no quote of its own."""

PARAGRAPH = Pair("para. {number}", "第{number}段")
"""Number of a paragraph: in citations, and below the quotes of an exported page."""
OF_A_COPY = Pair("para. {number} of an attached copy, sha256 {digest}", "所附文本第{number}段，sha256 {digest}")
"""In citations, in its place: a paragraph of an attached copy."""
NO_ADDRESS = Pair("no address known", "网址不详")
"""In citations and in the view of sources, for a source without an address."""
COMMA = Pair(", ", "，")
"""Between the parts of a citation."""
STOP = Pair(".", "。")
"""At the end of a citation."""
REMARK = Pair("{kind}: {text}", "{kind}：{text}")
"""A slip or a doubt that goes with a quote."""
HEADING = Pair("{title} ({kind} {number})", "{title}（{kind}{number}）")
"""A heading without a quote: its title, kind and number."""
HEADING_PLAIN = Pair("{title} ({kind})", "{title}（{kind}）")
"""The same for one without a number."""
