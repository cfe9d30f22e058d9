"""The reader's settings: a TOML file in the user config folder.

No error in it is fatal: an unknown name or value is reported with the nearest valid one, and the default is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from plan_data.errors import ReasonedError
from plan_data.labels import saved as words
from plan_data.labels.key_names import KEY_NAMES
from plan_data.model.entities import LANGUAGES
from plan_data.model.pair import Pair

FILE = "settings.toml"
"""Name of the file in the config folder."""
SIGNS = ("unicode", "ascii")
"""The values of `signs`."""
WIDTHS = ("narrow", "wide")
"""The values of `ambiguous`."""
TABLES = ("plain", "bom")
"""The values of `csv`."""
MOST_BYTES = 1_000_000
"""Cap on the size of the file."""


class KeyedCommand(Protocol):
    """What the settings need to know of a command."""

    pane: str
    keys: tuple[str, ...]

    def id(self) -> str:
        """Return its id."""

    def help(self, lang: str = "en") -> str:
        """Return its help."""


class NotUsed(ReasonedError):
    """A file that is no settings file."""


@dataclass
class Settings:
    """What the file says, and what was wrong with it."""

    theme: str = ""
    """Name of a theme; "" for the default."""
    language: str = ""
    """`en`, `zh` or `both`; "" for the last one used."""
    signs: str = "unicode"
    """`unicode` or `ascii`."""
    ambiguous: str = "narrow"
    """How the terminal draws characters of ambiguous width (UAX #11): `narrow`, in one cell, or `wide`, in two."""
    csv: str = "plain"
    """How CSV files begin that the explorer writes: `plain`, or `bom`, with a byte order mark."""
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Id of a command to its keys, by Textual's names."""
    warnings: list[Pair] = field(default_factory=list)
    """What is not understood, a sentence each."""


def _nearest(name: str, known: Iterable[str]) -> Pair:
    from plan_data.loading.parsers import nearest

    return nearest(name, list(known))


def read_settings(folder: Path | None, commands: Iterable[KeyedCommand]) -> Settings:
    """Read the settings; where there is no file, all are at their defaults.

    Args:
        folder: The user config folder; None where there is no home for it.
        commands: The commands, whose keys may be moved.
    """
    settings = Settings()
    if folder is None:
        return settings
    path = folder / FILE
    try:
        if not path.is_file():
            return settings
        if path.stat().st_size > MOST_BYTES:
            raise NotUsed(words.TOO_LARGE.format(size=MOST_BYTES))
        import tomllib

        found = tomllib.loads(_text(path.read_bytes()))
    except NotUsed as error:
        settings.warnings.append(words.LEFT_OUT.format(path=path, why=error.why))
        return settings
    except (OSError, ValueError, RecursionError) as error:
        settings.warnings.append(words.LEFT_OUT.format(path=path, why=error))
        return settings
    known = {"theme": None, "language": LANGUAGES, "signs": SIGNS, "ambiguous": WIDTHS, "csv": TABLES}
    for name, value in found.items():
        if name == "keys":
            _keys(value, settings, {command.id(): command for command in commands}, path)
        elif name not in known:
            settings.warnings.append(
                words.UNKNOWN_SETTING.format(path=path, name=name, nearest=_nearest(name, [*known, "keys"]))
            )
        elif not isinstance(value, str):
            settings.warnings.append(words.NOT_TEXT.format(path=path, name=name))
        elif known[name] is not None and value not in (known[name] or ()):
            choices = known[name] or ()
            settings.warnings.append(
                words.NO_CHOICE.format(
                    path=path, name=name, choices=", ".join(choices), nearest=_nearest(value, choices)
                )
            )
        else:
            setattr(settings, name, value)
    return settings


def _text(data: bytes) -> str:
    """Decode the file, which may start with a byte order mark; raises NotUsed with what to do."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise NotUsed(words.IS_UTF_16) from None
        raise NotUsed(words.NOT_UTF_8.format(byte=data[error.start], offset=error.start)) from None


def _keys(value: Any, settings: Settings, commands: Mapping[str, KeyedCommand], path: Path) -> None:
    if not isinstance(value, dict):
        settings.warnings.append(words.NO_TABLE.format(path=path))
        return
    for name, keys in value.items():
        wanted = [keys] if isinstance(keys, str) else keys
        if name not in commands:
            settings.warnings.append(
                words.UNKNOWN_COMMAND.format(path=path, name=name, nearest=_nearest(name, commands))
            )
        elif not isinstance(wanted, list) or not wanted or not all(isinstance(k, str) and k.strip() for k in wanted):
            settings.warnings.append(words.NO_KEYS.format(path=path, name=name))
        else:
            settings.keys[name] = tuple(_textual_name(key.strip()) for key in wanted)
    _settle(settings, commands, path)


def _settle(settings: Settings, commands: Mapping[str, KeyedCommand], path: Path) -> None:
    """Take back each moved key that another command has in the same pane."""
    taken: dict[tuple[str, str], str] = {}
    for name, command in commands.items():
        for key in () if name in settings.keys else command.keys:
            taken[(command.pane, key)] = name
    for name in list(settings.keys):
        pane = commands[name].pane
        for key in settings.keys[name]:
            other = taken.get((pane, key))
            if other:
                settings.warnings.append(words.KEY_TAKEN.format(path=path, key=key, name=name, other=other))
                del settings.keys[name]
                break
        else:
            taken.update({(pane, key): name for key in settings.keys[name]})


def _textual_name(key: str) -> str:
    """Return Textual's name of a key that may be written as it is shown: `.` is `full_stop`."""
    names = {shown: name for name, shown in KEY_NAMES.items()}
    return names.get(key, key)


def example(commands: Iterable[KeyedCommand], lang: str = "en") -> str:
    """Return a settings file that says what can be set, all of it commented out, with the defaults."""
    lines = [words.EXAMPLE.pick(lang), "[keys]"]
    for command in commands:
        keys = ", ".join(f'"{key}"' for key in command.keys)
        lines.append(f"# {command.id()} = [{keys}]    # {command.help(lang)}")
    return "\n".join(lines) + "\n"
