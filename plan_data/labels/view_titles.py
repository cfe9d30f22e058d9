"""The words of the views across the plan, and of the commands that print them."""

from __future__ import annotations

from typing import NamedTuple

from plan_data.model.pair import Pair


class ViewLabel(NamedTuple):
    """The words of a view across the plan."""

    title: Pair
    """Its title in the explorer."""
    printing: str = ""
    """What the command that prints it does, in English as all of `--help`; "" for a view that is not printed.

    The list of commands has its first sentence, of which it shows 61 letters."""
    example: str = ""
    """A line of that command, without the program's name."""


VIEW_LABELS = {
    "sources": ViewLabel(
        Pair("Sources", "来源"),
        "Print every source, and how far to rely on it. It also says how much is quoted from each.",
        "sources --format json | jq '.sources[].id'",
    ),
    "glossary": ViewLabel(
        Pair("Glossary", "术语"),
        "Print the terms in English, Chinese and pinyin. Each has what it means, and where it is used.",
        "glossary --lang zh",
    ),
    "evidence": ViewLabel(
        Pair("Sources and gaps", "来源与缺口"),
        "Print what has a source, and what has none. It also shows what each source says of the actions.",
        "evidence",
    ),
    "timeline": ViewLabel(
        Pair("Timeline", "时间线"),
        "Print the deadlines, then events and documents by date.",
        "timeline --lang both",
    ),
    "agencies": ViewLabel(
        Pair("Agencies", "部门分工"),
        "Print who leads and who takes part in what. Without BODY it counts the duties of each body.",
        "agencies moa",
    ),
    "targets": ViewLabel(
        Pair("Goals and figures", "目标与数字"),
        "Print every goal and figure. Each has its deadline, who set it, and what is in doubt.",
        "targets --format json | jq '.targets[].number'",
    ),
    "conflicts": ViewLabel(
        Pair("Conflicts", "矛盾与存疑"),
        "Print where sources disagree, or where one is in doubt. All sides are shown.",
        "conflicts --lang zh",
    ),
    "comparison": ViewLabel(
        Pair("Comparison", "对照"),
        "Print two entries side by side, differences first. It compares roles, goals, summaries, tasks and quotes.",
        "compare act.logistics act.ecommerce",
    ),
    "kept": ViewLabel(Pair("Bookmarks and notes", "书签与笔记")),
    "copies": ViewLabel(
        Pair("Your copy", "所附文本"),
        "Print what your copies have. It counts the headings that were found and compares the lists of bodies.",
        "copies --lang zh",
    ),
}
"""Name of a view to its words."""
