"""The words for kinds of things: entries, bodies, sources, conflicts."""

from __future__ import annotations

from plan_data.model.pair import Pair

KIND_LABELS = {
    "plan": Pair("plan", "文件"),
    "section": Pair("section", "章节"),
    "principle": Pair("principle", "原则"),
    "target": Pair("target", "目标"),
    "action": Pair("action", "行动"),
    "task": Pair("task", "任务"),
    "category": Pair("category", "类别"),
    "clause": Pair("clause", "条目"),
    "group": Pair("group", "措施组"),
    "measure": Pair("measure", "措施"),
    "event": Pair("event", "事件"),
    "background": Pair("background", "背景"),
    "follow-up": Pair("follow-up", "后续进展"),
    "challenge": Pair("challenge", "挑战"),
    "conflict": Pair("conflict", "矛盾"),
    "agency": Pair("agency", "部门"),
    "person": Pair("person", "人物"),
    "company": Pair("company", "企业"),
    "source": Pair("source", "来源"),
    "quote": Pair("quote", "引文"),
}
"""Kind to its word on the screen."""

PLURALS = {"category": "categories", "agency": "agencies", "company": "companies", "follow-up": "follow-ups"}
"""Kind to its English word for several, where that is not made by an s."""

COUNTERS = {
    "action": "项", "task": "项", "measure": "项", "principle": "项", "target": "项", "clause": "条", "quote": "条",
}  # fmt: skip
"""Kind to its Chinese measure word, where that is not 个."""

CHILDREN_LABELS = {
    "action": Pair("Tasks", "任务"),
    "category": Pair("Clauses", "条目"),
    "group": Pair("Measures", "措施"),
}
"""Kind of a node to the heading of its children."""

NUMBERED = Pair("{kind} {number}", "{kind}{number}")
"""An entry by its kind and number."""
CALLED = Pair("{kind} {number}, {title}", "{kind}{number}“{title}”")
"""An entry in a sentence below a view."""
CALLED_PLAIN = Pair("{title}", "{kind}“{title}”")
"""The same for one without a number."""

CONFLICT_LABELS = {
    "conflict": Pair("sources differ", "来源不一"),
    "doubt": Pair("one source, in doubt", "单一来源，存疑"),
    "development": Pair("changed over time", "随时间变化"),
}
"""Kind of a conflict in words."""

SOURCE_LABELS = {
    "official": Pair("official text", "官方文本"),
    "mirror": Pair("reprint of the text", "文本转载"),
    "press": Pair("press", "报刊"),
    "secondary": Pair("secondary literature", "研究文献"),
    "reworded": Pair("re-worded by a machine; does not count as a source here", "经机器改写，不作为依据"),
}
"""Kind of a source in words."""

TRANSLATION_LABELS = {
    "none": Pair(),
    "human": Pair("human translation", "人工翻译"),
    "machine": Pair("machine translation", "机器翻译"),
}
"""Whether a source is a translation."""


def plural(kind: str) -> str:
    """Return the English word for several things of a kind."""
    return PLURALS.get(kind, f"{KIND_LABELS[kind].en}s")


def counted(number: int, kind: str, lang: str = "en") -> str:
    """Return a number of things of a kind in words: `1 task`, `5 categories`, `40项任务`."""
    if lang == "zh":
        return f"{number}{COUNTERS.get(kind, '个')}{KIND_LABELS[kind].zh}"
    return f"{number} {KIND_LABELS[kind].en if number == 1 else plural(kind)}"
