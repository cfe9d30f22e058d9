"""The words of the view of agencies."""

from __future__ import annotations

from plan_data.model.pair import Pair

ROLE_LETTERS = {"lead": "L", "joint_lead": "J", "member": "p", "responsible": "R"}
"""Role of a body to its letter in the table."""
LETTER_LABELS = {
    "L": Pair("leads", "牵头"),
    "J": Pair("leads jointly", "共同牵头"),
    "p": Pair("takes part", "参与"),
    "R": Pair("responsible", "负责"),
}
"""Letter to what it means, in the line of signs below the table."""
ONE_MORE = Pair("one more body", "另有1个部门")
"""What `+1` means, there."""
MORE = Pair("{} more bodies", "另有{}个部门")
"""What `+5` means, there."""
NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
"""The English numbers in that, from 2."""
LEADS = Pair("actions led", "牵头行动数")
"""Label of the row below the heads: how many actions a body leads, alone or jointly."""
OTHERS = Pair("others", "其他")
"""Head of the last column: bodies that have no column."""
WITHOUT_COLUMN = Pair("Bodies that have no column of their own here.", "此处未单列一栏的部门。")
"""The sentence on that head."""
ALL = Pair("all", "全部")
"""In that column: whoever there is, where a list says `all departments`."""
MEASURES = Pair("Supporting measures whose lists are known", "名单已知的保障措施")
"""Heading of the rows of measures."""
OTHER_LISTS = Pair("Named in other lists", "其他名单")
"""Heading of the entries below the table whose lists name bodies too, such as follow-ups."""
UNKNOWN = Pair("Lists unknown: {}", "名单未知：{}")
"""Below the table: actions, groups and measures of which it is not known whom they name."""
ABOUT = Pair(", ", "，")
"""In the title bar, between the numbers of actions, measures and bodies."""
OF_MEASURES = Pair("{} of {}", "{1}中的{0}项")
"""In it: how many of the measures have a row."""
BODIES = Pair("{} bodies", "{}个部门")
"""In it: the number of bodies; and in a sentence that would have too many names."""

# The sentence on what the cursor is on.
DOES = Pair("{} {}", "{}{}")
"""A body or several, and what they do."""
SENTENCE = Pair("{}.", "{}。")
"""That alone, as a sentence: on a cell, on a head, and on the last column where no other body has a role."""
OPEN_END = Pair('the list ends with "and others"', "名单以“等”结尾")
"""Behind what is said of a list that ends with 等."""
SEMICOLON = Pair("; ", "；")
"""Between parts of a sentence."""
ROW = Pair("{}: {}.", "{}：{}。")
"""On the label of a row: the action or measure, and who is to do it."""
ROW_ROLES = {
    "lead": Pair("led by {}", "由{}牵头"),
    "joint_lead": Pair("led jointly by {}", "由{}共同牵头"),
    "member": Pair("{} take part", "{}个部门参与"),
    "responsible": Pair("the responsibility of {}", "由{}负责"),
}
"""Role to what it says in that sentence: with names, and with a number for those that take part."""
ONE_TAKES_PART = Pair("1 takes part", "1个部门参与")
"""The same for one that takes part."""
NO_LIST = Pair("no list of bodies", "未列部门")
"""In it, where the document gives no list."""
ALSO = Pair("Also: {}.", "另有：{}。")
"""On the last column: the bodies that have no column, with their roles."""
SEVERAL_CLAUSES = {
    "lead": Pair("lead {}", "牵头{}"),
    "joint_lead": Pair("jointly lead {}", "共同牵头{}"),
    "member": Pair("take part in {}", "参与{}"),
    "responsible": Pair("are responsible for {}", "负责{}"),
}
"""Role of several bodies to what they do, in that sentence."""
AND = Pair(" and ", "、")
"""Before the last of several names."""
COMMA = Pair(", ", "、")
"""Between names and between numbers."""
BEFORE_OPEN = Pair(", ", " ")
"""Between the last name and the words for an open end, in a narrow window."""
KINDS = Pair(", and ", "，")
"""Between the numbers of two kinds."""
RUN = Pair("{} to {}", "{}至{}")
"""Numbers in a row."""
THE = Pair("the {}", "{}")
"""An agency behind `by`."""

# Printed.
WITH_ROLE = Pair("bodies with a role: {}", "有职责的部门：{}个")
"""Above the names in the list of bodies with their numbers of duties."""
IDLE = Pair("no known role: {}", "未见职责：{}个")
"""Below it: how many bodies no list names."""
HINT = Pair(
    "internet-plus agencies {} prints one body, --all the whole table.",
    "internet-plus agencies {} 列出单个部门的职责，--all 列出全部。",
)
"""Below that list: how to see which duties these are."""
NO_ROLE = Pair("no known role", "未见职责")
"""Below a body that no list names."""
LATER = Pair("later {} {}", "后改为{}（{}）")
"""A later name of a body, and since when."""
