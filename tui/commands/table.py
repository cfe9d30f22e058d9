"""The table of keys, for the README and `internet-plus keys`."""

from __future__ import annotations

from plan_data.labels.commands import KEYS_HEAD, WHERE_KEYS_WORK
from tui.commands.base import all_commands


def markdown() -> str:
    """Return the README's table of keys: one row a command, those of the main screen first."""
    rows = [KEYS_HEAD, "|---|---|"]
    for pane, words in WHERE_KEYS_WORK.items():
        for command in all_commands():
            if command.pane == pane and command.keys:
                keys = " ".join(f"`{key}`" for key in command.keys_in_words().split(" "))
                rows.append(f"| {keys} | {words}{command.help()} |")
    return "\n".join(rows) + "\n"
