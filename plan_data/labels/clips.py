"""The words of what a reader copies: names of the texts, and the parts of a citation."""

from __future__ import annotations

from plan_data.model.entities import Pair

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
NO_ADDRESS = Pair("no address known", "网址不详")
"""In citations and in the view of sources, for a source without an address."""
OF_A_COPY = "{citation}, para. {number} of an attached copy, sha256 {digest}."
"""The citation of a heading in an attached copy."""
