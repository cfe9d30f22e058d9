"""The tables of all keys: for the help page and `internet-plus keys`, and in Markdown for the README."""

from __future__ import annotations

from collections.abc import Iterator

from plan_data.labels.boxes import GROUPS
from plan_data.labels.key_names import KEYS_HEAD, WHERE_KEYS_WORK
from tui.commands.base import all_commands
from widgets.render.blocks import Block, text_block
from widgets.render.wrapping import Span, padded

KEYS_WIDTH = 22
"""Cells for the keys before what they do."""


def key_blocks(lang: str, keys_width: int = KEYS_WIDTH) -> Iterator[Block]:
    """Yield all commands with their keys and what they do, each group below its heading.

    Args:
        lang: Language of the words.
        keys_width: Cells for the keys; longer ones push the first words aside.
    """
    for group, heading in GROUPS.items():
        yield text_block(heading.pick(lang), "head", gap=True)
        for command in all_commands():
            if command.label.group == group:
                yield key_block(command.keys_in_words("  "), command.help(lang), keys_width)


def key_block(keys: str, words: str, keys_width: int) -> Block:
    """Return a row of keys, and what they do."""
    lead = (Span(padded(f"{keys}  ", keys_width), "key"),)
    return Block((Span(words, "text"),), lead=lead, indent=2, hang=keys_width + 2)


def markdown(lang: str = "en") -> str:
    """Return the README's table of keys: one row a command, those of the main screen first."""
    rows = [KEYS_HEAD.pick(lang), "|---|---|"]
    for pane, where in WHERE_KEYS_WORK.items():
        for command in all_commands():
            if command.pane == pane and command.keys:
                keys = " ".join(f"`{key}`" for key in command.keys_in_words().split())
                rows.append(f"| {keys} | {where.pick(lang)}{command.help(lang)} |")
    return "\n".join(rows) + "\n"
