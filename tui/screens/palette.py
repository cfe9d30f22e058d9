"""The list of commands: all in groups until one types, then those that fit, the best first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from plan_data.labels import boxes
from plan_data.labels.commands import COMMAND_LABELS
from plan_data.model.entities import Pair
from plan_data.text.folding import fold
from plan_data.text.occurrences import occurrences
from tui.commands import all_commands
from tui.panes.themes import THEMES, names
from tui.screens.list_box import ListBox
from widgets.render.blocks import Block, text_block
from widgets.render.wrapping import Span, lit_spans

LIKE = 75
"""Likeness, of 100, from which a misspelt name fits."""


class Entry(NamedTuple):
    """Something that the reader can have done."""

    name: str
    """Its name."""
    action: str
    """What the main screen does, as Textual's action string."""
    group: str = ""
    """Its group, of `PALETTE_GROUPS`."""
    keys: str = ""
    """Its keys, as they are pressed."""
    more: str = ""
    """More words that it can be found by: its name and its help in both languages."""


def command_entries(lang: str) -> list[Entry]:
    """Return the commands of the main screen and of its copy menu, and the themes, in the order of their groups."""
    commands = {command.id(): command for command in all_commands()}
    menu = commands["copy"].first_key()
    found = [
        Entry(
            command.label.name.pick(lang),
            command.action,
            boxes.PALETTE_GROUP_OF.get(command.label.group, "screen"),
            " ".join(filter(None, (menu if command.pane == "copy" else "", command.first_key()))),
            " ".join((*command.label.name, *command.label.help)),
        )
        for command in commands.values()
        if command.palette and command.pane in ("main", "copy")
    ]
    themes = [(boxes.THEME.pick(lang).format(name=theme.name), f"app.use_theme('{theme.name}')") for theme in THEMES]
    themes.append((boxes.OTHER_THEMES.pick(lang), "do('finder.open_themes')"))
    found += [Entry(name, action, "screen") for name, action in themes]
    order = list(boxes.PALETTE_GROUPS)
    return sorted(found, key=lambda entry: order.index(entry.group))


def theme_entries(lang: str) -> list[Entry]:
    """Return the themes of Textual."""
    own = {theme.name for theme in THEMES}
    return [Entry(name, f"app.use_theme('{name}')") for name in names() if name not in own]


def fitting(entries: Sequence[Entry], query: str) -> list[Entry]:
    """Return the entries that fit a query, the best first.

    An entry fits if each word of the query begins a word of its name, or else is anywhere in its name or its help.
    Only where nothing fits, names that are spelt much like it do. What leaves in vi comes before all else.
    """
    words = fold(query).text.split()
    ranked: list[tuple[int, Entry]] = []
    for entry in entries:
        name = fold(entry.name).text
        begins = [any(part.startswith(word) for part in re.split(r"\W+", name)) for word in words]
        if entry.name in _LEAVE and query in boxes.QUITS:
            ranked.append((-1, entry))
        elif all(begins):
            ranked.append((0 if name.startswith(words[0]) else 1, entry))
        elif all(word in name for word in words):
            ranked.append((2, entry))
        elif all(word in f"{name} {fold(entry.more).text}" for word in words):
            ranked.append((3, entry))
    if not ranked:
        likeness = [(-round(fuzz.partial_ratio(fold(query).text, fold(entry.name).text)), entry) for entry in entries]
        ranked = [(rank, entry) for rank, entry in likeness if -rank >= LIKE]
    return [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]


_LEAVE = COMMAND_LABELS["quit"].name
"""The name of the command that leaves, in both languages."""


class PaletteScreen(ListBox[str | None], inherit_bindings=False):
    """The list of commands. It ends with the action of what was chosen, or None."""

    def __init__(self, entries: Sequence[Entry], title: Pair, lang: str, *, in_ascii: bool) -> None:
        """Show entries.

        Args:
            entries: The entries, in the order of their groups.
            title: Title of the box.
            lang: Language of its words.
            in_ascii: Draw signs in ASCII.
        """
        super().__init__("", lang, in_ascii=in_ascii)
        self.entries = entries
        self.box_title = title

    def title_words(self) -> str:
        """Return its name."""
        return self.box_title.pick(self.lang)

    def keys(self) -> Mapping[str, Pair]:
        """Return the commands of the last row with their words."""
        return boxes.PALETTE_KEYS

    def placeholder(self) -> Pair:
        """Return what the empty line says."""
        return boxes.PALETTE_PLACEHOLDER

    def fill(self, query: str) -> None:
        """Show what fits a query; all, in groups, for an empty one."""
        found = fitting(self.entries, query) if query else list(self.entries)
        blocks: list[Block] = []
        group = ""
        for entry in found:
            if not query and entry.group != group:
                group = entry.group
                heading = boxes.PALETTE_GROUPS[group].pick(self.lang)
                blocks.append(text_block(heading, "head"))
            blocks.append(_row(entry, query))
        if query:
            self.count(len(found))
        else:
            self.count_nothing()
        first = next((i for i, block in enumerate(blocks) if block.target), -1)
        self.list.show(blocks, cursor=first)
        if first > 0:
            self.list.scroll_to_line(0)

    def choose(self, target: str) -> None:
        """Choose an entry by its action."""
        self.dismiss(target)


def _row(entry: Entry, query: str) -> Block:
    marks = [mark for word in query.split() for mark in occurrences(entry.name, word)]
    lit = sorted(mark for n, mark in enumerate(marks) if not any(_meet(mark, other) for other in marks[:n]))
    right = (Span(f"  {entry.keys} ", "key"),) if entry.keys else ()
    return Block(lit_spans(entry.name, lit, "text", "match"), right=right, indent=2, target=entry.action)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
