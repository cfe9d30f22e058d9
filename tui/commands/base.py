"""What a command is.

A command is its id, its keys and its words in `plan_data.labels.commands`. From one class come its help, its entry in
the palette, its key in the footer, its line in `internet-plus keys` and in the README, and the name under which
settings move its keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import ClassVar

from plan_data.labels.command_label import CommandLabel
from plan_data.labels.commands import COMMAND_LABELS
from plan_data.labels.key_names import DIGITS, KEY_NAMES, SHORT_KEY_NAMES

MODULES = ("jump", "motion", "source_keys", "fetch", "views", "display", "copy", "notes", "quit", "help")
"""The modules with commands."""

_COMMANDS: list[type[Command]] = []
_MOVED: dict[str, tuple[str, ...]] = {}
"""Id of a command to the keys that the settings give it."""


class Command:
    """A thing that the reader can do."""

    label: ClassVar[CommandLabel]
    """Its words."""
    keys: ClassVar[tuple[str, ...]] = ()
    """Its keys, by Textual's names, as long as the settings do not move them; the first is the one in the footer."""
    also: ClassVar[tuple[str, ...]] = ()
    """Keys that do the same and are not shown: full-width and Chinese punctuation of an input method."""
    pane: ClassVar[str] = "main"
    """Where it works: `main` (all panes of the main screen), `jump`, `copy`, `note`, `fetch`, `help`."""
    action: ClassVar[str] = ""
    """What the screen does, as Textual's action string."""
    palette: ClassVar[bool] = True
    """Whether the palette lists it, which has the commands of the main screen and the copy menu."""

    def __init_subclass__(cls) -> None:
        """Put the class into the list of commands, unless it only serves as the base of others."""
        super().__init_subclass__()
        if cls.action:
            cls.label = COMMAND_LABELS[cls.id()]
            _COMMANDS.append(cls)

    @classmethod
    def id(cls) -> str:
        """Return its id: the class name in words, `next-quote`."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower()

    @classmethod
    def help(cls, lang: str = "en") -> str:
        """Return what it does, in a sentence or two."""
        return cls.label.help.pick(lang)

    @classmethod
    def key_names(cls) -> tuple[str, ...]:
        """Return the keys that it has now, by Textual's names: those of the settings, else its own."""
        return _MOVED.get(cls.id(), cls.keys)

    @classmethod
    def shown_keys(cls) -> list[str]:
        """Return the keys that it has now, as readers write them: those of the settings, else its own."""
        return [KEY_NAMES.get(key, key) for key in cls.key_names()]

    @classmethod
    def first_key(cls) -> str:
        """Return the key that rows of keys and sentences name, in its shortest form; "" where it has none."""
        return next((SHORT_KEY_NAMES.get(key, key) for key in cls.shown_keys()), "")

    @classmethod
    def keys_in_words(cls, between: str = " ") -> str:
        """Return all its keys: `0-9` for the digits, "" where it has none."""
        keys = cls.shown_keys()
        return DIGITS if keys == list("0123456789") else between.join(keys)


@cache
def all_commands() -> tuple[type[Command], ...]:
    """Return every command, in the order of their words."""
    for name in MODULES:
        import_module(f"tui.commands.{name}")
    order = list(COMMAND_LABELS)
    return tuple(sorted(_COMMANDS, key=lambda command: order.index(command.id())))


def first_keys() -> dict[str, str]:
    """Return the first key of each command that has one, by its id."""
    return {command.id(): key for command in all_commands() if (key := command.first_key())}


def commands_for(pane: str) -> Iterator[type[Command]]:
    """Yield the commands that work in a pane."""
    return (command for command in all_commands() if command.pane == pane)


def apply_keys(moved: Mapping[str, tuple[str, ...]]) -> None:
    """Replace all keys of commands, given by their ids."""
    _MOVED.clear()
    _MOVED.update(moved)


def keymap() -> dict[str, str]:
    """Return the moved keys as Textual's keymap, for `App.set_keymap`: the id of a binding is that of its command."""
    return {id_: ",".join(keys) for id_, keys in _MOVED.items()}
