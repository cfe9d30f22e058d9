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
