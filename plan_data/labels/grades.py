"""The words and signs for grades of evidence."""

from __future__ import annotations

from plan_data.labels.signs import Sign
from plan_data.model.pair import Pair

GRADE_LABELS = {
    "attached": Pair("found in your copy", "与所附文本一致"),
    "quoted": Pair("stated in a quoted source", "所引来源载明"),
    "reported": Pair("reported by a source you can open", "可查来源提及"),
    "unchecked": Pair("no source yet", "尚无来源"),
}
"""Grade to its words: on cards, in the legend of the outline, in help and exports."""

ITS_DATE = Pair(", its date ", "，日期")
"""In the sentence on a row, behind how far it is supported: before the grade of its date, where that is another."""

GRADE_SIGNS = {
    "attached": Sign("✓", "V"),
    "quoted": Sign("▪", "*"),
    "reported": Sign("▫", "o"),
    "unchecked": Sign("∙", "."),
}
"""Grade to sign."""

SHORT_GRADES = {
    "attached": Pair("in your copy", "见于所附文本"),
    "quoted": Pair("quoted", "所引来源"),
    "reported": Pair("reported", "可查来源"),
    "unchecked": Pair("no source", "尚无来源"),
}
"""Grade to its words in the line of signs below a view, where there is no room for the long ones."""

NO_QUOTE = {
    "attached": Pair("no quote; your copy has it", "无引文；所附文本中有"),
    "quoted": Pair("no quote of its own", "本项无引文"),
    "reported": Pair("no quote; seen in the sources named below", "无引文；见于下列来源"),
    "unchecked": Pair("no quote yet", "尚无引文"),
}
"""Grade of an entry without quotes to the words in their place, on its card."""


def weakest(grades: list[str]) -> str:
    """Return the weakest of some grades, or "unchecked" for none."""
    order = list(GRADE_SIGNS)
    return max(grades, key=order.index, default="unchecked")
