"""The list of commands: all in groups until one types, then those that fit, the best first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from plan_data.labels import boxes
from plan_data.model.pair import Pair
from plan_data.text.folding import fold
from plan_data.text.occurrences import occurrences
from tui.commands import all_commands
from tui.panes.themes import THEMES, names
from tui.screens.list_box import ListBox
from widgets.render.blocks import Block, text_block
from widgets.render.wrapping import Span, lit_spans

LIKE = 75
"""Likeness, of 100, from which a misspelt name fits."""
NO_FIT = 3
"""Rank of a name that does not have all words of a query."""
QUIT = "app.quit"
"""The action of the command that quits."""


class Entry(NamedTuple):
    """Something that the reader can have done."""

    name: Pair
    """Its name; it is found by both languages, whichever is shown."""
    action: str
    """What the main screen does, as Textual's action string."""
    group: str = ""
    """Its group, of `PALETTE_GROUPS`."""
    keys: str = ""
    """Its keys, as they are pressed."""
    more: Pair = Pair()
    """What it does, which it is found by too."""


def command_entries() -> list[Entry]:
    """Return the commands of the main screen and of its copy menu, and the themes, in the order of their groups."""
    commands = {command.id(): command for command in all_commands()}
    menu = commands["copy"].first_key()
    found = [
        Entry(
            command.label.name,
            command.action,
            boxes.PALETTE_GROUP_OF.get(command.label.group, "screen"),
            " ".join(filter(None, (menu if command.pane == "copy" else "", command.first_key()))),
            command.label.help,
        )
        for command in commands.values()
        if command.palette and command.pane in ("main", "copy")
    ]
    for theme in THEMES:
        name = Pair(*(words.format(name=theme.name) for words in boxes.THEME))
        found.append(Entry(name, f"app.use_theme('{theme.name}')", "screen"))
    found.append(Entry(boxes.OTHER_THEMES, "do('finder.open_themes')", "screen"))
    order = list(boxes.PALETTE_GROUPS)
    return sorted(found, key=lambda entry: order.index(entry.group))


def theme_entries() -> list[Entry]:
    """Return the themes of Textual."""
    own = {theme.name for theme in THEMES}
    return [Entry(Pair(name), f"app.use_theme('{name}')") for name in names() if name not in own]


def fitting(entries: Sequence[Entry], query: str) -> list[Entry]:
    """Return the entries that fit a query, the best first.

    An entry fits if each word of the query begins a word of its name in one of the languages, or else is anywhere in
    that name, or else in its names and its help. Only where nothing fits, names that are spelt much like it do. What
    quits in vi comes before all else.
    """
    words = fold(query).text.split()
    ranked: list[tuple[int, Entry]] = []
    for entry in entries:
        names = [fold(name).text for name in entry.name]
        if entry.action == QUIT and query in boxes.QUITS:
            ranked.append((-1, entry))
        elif (rank := min(_rank(name, words) for name in names)) < NO_FIT:
            ranked.append((rank, entry))
        elif all(word in " ".join([*names, *(fold(more).text for more in entry.more)]) for word in words):
            ranked.append((NO_FIT, entry))
    if not ranked:
        for entry in entries:
            likeness = max(fuzz.partial_ratio(fold(query).text, fold(name).text) for name in entry.name if name)
            if likeness >= LIKE:
                ranked.append((-round(likeness), entry))
    return [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]


def _rank(name: str, words: Sequence[str]) -> int:
    """Return how well a name fits the words of a query, 0 the best; all are folded."""
    if all(any(part.startswith(word) for part in re.split(r"\W+", name)) for word in words):
        return 0 if name.startswith(words[0]) else 1
    return 2 if all(word in name for word in words) else NO_FIT


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
            blocks.append(_row(entry, query, self.lang))
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


def _row(entry: Entry, query: str, lang: str) -> Block:
    name = entry.name.pick(lang)
    marks = [mark for word in query.split() for mark in occurrences(name, word)]
    lit = sorted(mark for n, mark in enumerate(marks) if not any(_meet(mark, other) for other in marks[:n]))
    right = (Span(f"  {entry.keys} ", "key"),) if entry.keys else ()
    return Block(lit_spans(name, lit, "text", "match"), right=right, indent=2, target=entry.action)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
