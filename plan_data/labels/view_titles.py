"""The words of the views across the plan."""

from __future__ import annotations

from typing import NamedTuple

from plan_data.model.entities import Pair


class ViewLabel(NamedTuple):
    """The words of a view across the plan."""

    title: Pair
    """Its title in the explorer."""
    printing: str = ""
    """What the command that prints it does: one sentence; "" for a view that is not printed."""
    example: str = ""
    """A line of that command, without the program's name."""


VIEW_LABELS = {
    "sources": ViewLabel(
        Pair("Sources", "来源"),
        "Print every source: what it is, how far it may be relied on, and how much is quoted from it.",
        "sources --format json | jq '.sources[].id'",
    ),
    "glossary": ViewLabel(
        Pair("Glossary", "术语"),
        "Print the terms in English, Chinese and pinyin, with what they mean and where they are used.",
        "glossary --lang zh",
    ),
    "evidence": ViewLabel(
        Pair("Sources and gaps", "来源与缺口"),
        "Print what is supported and what is not, and what each source says of the actions.",
        "evidence",
    ),
    "timeline": ViewLabel(
        Pair("Timeline", "时间线"),
        "Print the deadlines, then the events and documents, in the order of time.",
        "timeline --lang both",
    ),
    "agencies": ViewLabel(
        Pair("Agencies", "部门分工"),
        "Print who leads and who takes part, for all bodies or for BODY.",
        "agencies moa",
    ),
    "targets": ViewLabel(
        Pair("Goals and figures", "目标与数字"),
        "Print every target and figure with its deadline, its owner and its doubts.",
        "targets --format json | jq '.targets[].number'",
    ),
    "conflicts": ViewLabel(
        Pair("Conflicts", "矛盾与存疑"),
        "Print where sources disagree, or one is in doubt, with all sides.",
        "conflicts --lang zh",
    ),
    "comparison": ViewLabel(
        Pair("Comparison", "对照"),
        "Print two nodes side by side: roles, goals, summaries, tasks and quotes, what differs first.",
        "compare act.logistics act.ecommerce",
    ),
    "kept": ViewLabel(Pair("Bookmarks and notes", "书签与笔记")),
}
"""Name of a view to its words."""
