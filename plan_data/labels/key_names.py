"""The names of keys, and the words of the table of keys.

A key has the same name in both languages, `enter 打开`, `space 折叠`: it is the one on the key itself, on
Chinese keyboards too, and the one that settings.toml takes. (Arrows as signs have an ambiguous width.)
"""

from __future__ import annotations

from plan_data.model.pair import Pair

KEY_NAMES = {
    "comma": ",",
    "minus": "-",
    "plus": "+",
    "full_stop": ".",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "question_mark": "?",
    "colon": ":",
    "equals_sign": "=",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "pageup": "pgup",
    "pagedown": "pgdn",
}
"""Textual's name of a key to how readers write it, where the two differ."""
ARROWS = ("up", "down", "left", "right")
"""The keys that are named first where a command has several."""
DIGITS = "0-9"
"""The name of a command's keys where it has all the digits."""
SHORT_KEY_NAMES = {"escape": "esc"}
"""Name of a key to a shorter one, where a row of keys has little room."""
KEYS_HEAD = Pair("| key | does |", "| 按键 | 作用 |")
"""The head of the README's table of keys."""
WHERE_KEYS_WORK = {
    "main": Pair(),
    "copy": Pair("after `y`: ", "按 `y` 后："),
    "note": Pair("in a note: ", "笔记中："),
    "jump": Pair("in the jump box and the list of commands: ", "查找框和命令列表中："),
}
"""Pane or box to the words before what a key does there, in that table."""
