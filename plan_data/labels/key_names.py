"""The names of keys."""

from __future__ import annotations

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
    "backspace": "backspace",
}
"""Textual's name of a key to how readers write it, where the two differ."""
ARROWS = ("up", "down", "left", "right")
"""The keys that are named first where a command has several."""
SHORT_KEY_NAMES = {"escape": "esc"}
"""Name of a key to a shorter one, where a row of keys has little room."""
