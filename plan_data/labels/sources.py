"""The words of sources: the place of a quote, the list of sources, and a source as it is read."""

from __future__ import annotations

from plan_data.model.pair import Pair

PARAGRAPH = Pair("{}, para. {}", "{}，第{}段")
"""Source and paragraph of a quote: among hits, and below quotes."""
OF_YOUR_COPY = Pair("{}, para. {} of your copy", "{}，所附文本第{}段")
"""The same in an attached copy."""
IN_BRACKETS = Pair("{} ({})", "{}（{}）")
"""That, with the words that the source demands of a citation; and an attached copy, with the facts about it."""

# The list of sources.
QUOTED = Pair("{quotes}, {passages}", "{quotes}，{passages}")
"""How much of a source is quoted."""
PASSAGES = (Pair("{} passage", "{}段原文"), Pair("{} passages", "{}段原文"))
"""In it: how many passages, for one and for several."""
NOT_QUOTED = Pair("not quoted", "未引用")
"""In its place, where nothing is."""

# A source as it is read.
FACTS = {
    "author": Pair("{}", "{}"),
    "publisher": Pair("{}", "{}"),
    "container": Pair("in {}", "载于{}"),
    "number": Pair("{}", "{}"),
    "written": Pair("written {}", "成文于{}"),
    "published": Pair("published {}", "发布于{}"),
    "reposted": Pair("reposted {}", "转载于{}"),
    "translation": Pair("{}", "{}"),
}
"""Fact of a source to how it is said, in the line below its title."""
BETWEEN_FACTS = Pair("; ", "；")
"""Between two of these."""
SOURCE_TEXTS = {
    "original": Pair("original", "原文"),
    "reliability": Pair("reliability", "可靠程度"),
    "seen": Pair("seen", "查阅"),
}
"""Text of a source to its name, which stands before it."""
COPY_LABEL = Pair("your copy", "所附文本")
"""Before the facts of an attached copy."""
SCRIPT = {"simplified": Pair("simplified script", "简体"), "traditional": Pair("traditional script", "繁体")}
"""Script of an attached copy."""
FORMS = {"text": Pair("text", "文本"), "HTML": Pair("HTML", "HTML")}
"""Form of an attached copy."""
BETWEEN_COPY_FACTS = Pair(", ", "，")
"""Between two facts about an attached copy."""
ATTACHED = Pair("attached {}", "{}附加")
"""Date on which a copy was attached."""
DIGEST = Pair("sha256 {}...", "sha256 {}...")
"""First digits of a copy's digest."""
ADDRESS = Pair("address", "网址")
"""Before an address."""
LOOKED_UP = Pair("  (looked up)", "（本工具查得）")
"""Behind an address that we looked up and no source gives."""
NONE_KNOWN = Pair("none known", "未知")
"""In place of an address."""
ABOUT_SOURCE = Pair("About this source", "关于本来源")
"""Heading of the bibliography, below the text of a source."""
NO_PASSAGES = Pair(
    "No passage of this source is quoted here; only its bibliography is known.",
    "本工具未收录该来源的段落，仅有书目信息。",
)
"""In place of passages."""
GAP_OF_ONE = Pair("[...] paragraph {} is not quoted here", "（第{}段未引用）")
"""Between two passages: the one paragraph that is missing."""
GAP = Pair("[...] paragraphs {} to {} are not quoted here", "（第{}至{}段未引用）")
"""The same for several paragraphs."""
BELOW_PASSAGE = {
    "gloss": (Pair("{} note", "{}条说明"), Pair("{} notes", "{}条说明")),
    "doubt": (Pair("{} doubt", "{}处存疑"), Pair("{} doubts", "{}处存疑")),
    "sic": (Pair("{} slip in the source", "原文疑误{}处"), Pair("{} slips in the source", "原文疑误{}处")),
    "entries": (Pair("supports {} entry", "{}个条目引用本段"), Pair("supports {} entries", "{}个条目引用本段")),
}
"""What can be unfolded below a passage to its count, of one and of several."""
NAMES_BELOW = Pair("{}: {}", "{}：{}")
"""Count and first names of it, while it is folded."""
BETWEEN_NAMES = Pair(", ", "、")
"""Between two of these names."""
STATE_OF_QUOTE = Pair('"{}": {}', "“{}”：{}")
"""Below a passage: a quote that does not stand there word for word, and its state."""
WHICH_QUOTE = Pair("quote {n} of {all}, {role}", "引文 {n}/{all}，{role}")
"""In the title of the source pane: which quote of the entry is lit."""
WHOSE_QUOTE = Pair("{quote}, of {title}", "{quote}，属“{title}”")
"""The same of a quote that is an ancestor's."""
