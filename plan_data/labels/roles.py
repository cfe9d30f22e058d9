"""The words for roles: of a link to a quote, of a body in a list; for states of a quote, and for kinds of notes."""

from __future__ import annotations

from plan_data.model.pair import Pair

ROLE_LABELS = {
    "states": Pair("direct", "直接"),
    "before": Pair("earlier", "此前"),
    "after": Pair("later", "此后"),
    "context": Pair("context", "背景"),
    "inferred": Pair("our reading", "本工具解读"),
    "disputes": Pair("contradicts", "相左"),
}
"""Role of a link to its words: in counts of quotes, over quotes, in the title of the source pane."""

STATE_LABELS = {
    "verbatim": Pair("verbatim", "逐字一致"),
    "moved": Pair("moved to another paragraph", "已移到另一段"),
    "loose": Pair("except for spaces, quotation marks, hidden signs", "仅在忽略空格、引号和隐形字符后一致"),
    "ambiguous": Pair("occurs more than once", "不止一处"),
    "missing": Pair("not found", "未找到"),
    "unverifiable": Pair("source cannot be read", "来源无法读取"),
}
"""State of a quote to its words."""

AGENCY_ROLE_LABELS = {
    "lead": Pair("leads", "牵头"),
    "joint_lead": Pair("leads jointly", "共同牵头"),
    "member": Pair("takes part", "参与"),
    "responsible": Pair("is responsible", "负责"),
}
"""Role of a body in a list to its words: before the bodies on a card, in comparisons and exports."""

AGENCY_ROLE_PLURALS = {
    "lead": Pair("lead", "牵头"),
    "joint_lead": Pair("lead jointly", "共同牵头"),
    "member": Pair("take part", "参与"),
    "responsible": Pair("are responsible", "负责"),
}
"""The same of several bodies: in the sentences of the agencies, before the bodies there in a narrow window, and in
exports."""

AGENCY_ROLE_CLAUSES = {
    "lead": Pair("leads {}", "牵头{}"),
    "joint_lead": Pair("jointly leads {}", "共同牵头{}"),
    "member": Pair("takes part in {}", "参与{}"),
    "responsible": Pair("is responsible for {}", "负责{}"),
    "": Pair("has no known role in {}", "在{}中未见职责"),
}
"""Role of a body, "" for none, to what it does in an action or measure: in the sentences of agencies and comparison."""

NOTE_LABELS = {
    "sic": Pair("sic", "原文如此"),
    "doubt": Pair("doubt", "存疑"),
    "gloss": Pair("note", "说明"),
}
"""Kind of a note to the word before it."""


def role_label(role: str, bodies: int) -> Pair:
    """Return the word for the role that so many bodies share."""
    return (AGENCY_ROLE_LABELS if bodies == 1 else AGENCY_ROLE_PLURALS)[role]
