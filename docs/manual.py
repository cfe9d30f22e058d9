"""Writes docs/internet-plus.1, the page for `man internet-plus`: `make man`.

It is made from the commands and their help, the keys of the explorer, and the exit codes of the design.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from cli.app import GROUP_HELP, group
from cli.help import EXAMPLE, Context, broken_example
from plan_data.labels.boxes import GROUPS
from plan_data.version import VERSION
from tui.commands.base import all_commands

PAGE = Path(__file__).parent / "internet-plus.1"
"""The page."""
DESIGN = Path(__file__).parent / "design.md"
"""The design, which has the exit codes."""
NAME = "internet-plus"
DATE = "2026-11-28"
"""The day of the page, which readers see at its end."""
SUMMARY = 'explore China\'s 2015 "Internet Plus" Guiding Opinions'
"""What the program is, for `apropos`."""

ENVIRONMENT = {
    "NO_COLOR": "Set to any text: no colours, in the explorer too.",
    "FORCE_COLOR": "Set to any text: colours in pipes and files too; 0 means none. NO_COLOR wins.",
    "CLICOLOR_FORCE": "Set to anything but 0: the same.",
    "CLICOLOR": "Set to 0: no colours in what is printed.",
    "COLUMNS": "Width of what is printed on a terminal, in columns.",
    "LC_ALL, LC_CTYPE, LANG": (
        "The encoding of text. JSON, tables, Markdown and other exports are in UTF-8 in every locale."
    ),
    "BROWSER": "The program that opens the page of a source.",
    "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME": "Where the folders below are.",
}
"""Variable to what it does."""
FILES = {
    "~/.config/internet-plus/settings.toml": f"Colours, language, signs and keys. '{NAME} paths --example' prints one.",
    "~/.local/share/internet-plus/notes.db": "Notes and bookmarks.",
    "~/.local/share/internet-plus/copies/": "Copies of sources that you attached.",
    "~/.cache/internet-plus/": "What is made again when it is missing.",
}
"""File or folder to what it holds, on Linux."""

LONGEST = 64
"""Characters of a line, before those are escaped that roff would change."""
_SIGNS = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti", '"': "\\(dq"}
"""Signs that roff would change to others, which cannot be typed."""


def escaped(text: str) -> str:
    """Return a text as roff prints it unchanged."""
    found = "".join(_SIGNS.get(sign, sign) for sign in text)
    return f"\\&{found}" if found.startswith(".") else found


def bold(text: str) -> str:
    """Return a text in bold."""
    return f"\\fB{escaped(text)}\\fR"


def running(text: str) -> Iterator[str]:
    """Yield a text in short lines."""
    yield from map(escaped, textwrap.wrap(text, LONGEST, break_long_words=False, break_on_hyphens=False))


def entry(head: str, text: str) -> Iterator[str]:
    """Yield an entry of a list: its head in bold, and its text below it."""
    yield from (".TP", bold(head), *running(text))


def paragraphs(text: str) -> Iterator[str]:
    """Yield the help of a command; examples stand in lines of their own."""
    for n, part in enumerate(text.strip().split("\n\n")):
        lines = part.replace("\b", "").strip("\n").split("\n")
        examples = [broken_example(line, LONGEST) for line in lines if line.startswith(EXAMPLE)]
        if examples:
            yield from (".PP", escaped(lines[0]), ".PP", ".EX")
            yield from (escaped(line) for example in examples for line in example.split("\n"))
            yield ".EE"
            continue
        if n:
            yield ".PP"
        yield from running(" ".join(line.strip() for line in lines))


def options(command: click.Command, context: click.Context, without: Iterable[str] = ()) -> Iterator[str]:
    """Yield the options of a command, except for those of these names."""
    for param in command.get_params(context):
        record = param.get_help_record(context)
        if record and record[1] and param.name not in without:
            yield from entry(*record)


def commands(top: click.Context) -> Iterator[str]:
    """Yield each command: its usage, its help, and the options that not all commands have."""
    shared = {param.name or "" for param in group.get_params(top)} - {"at", "theme"}
    for name in group.list_commands(top):
        command = group.get_command(top, name)
        if command is None:
            continue
        context = Context(command, parent=top, info_name=name)
        pieces = [piece for piece in command.collect_usage_pieces(context) if piece != "[OPTIONS]"]
        yield f".SS {escaped(' '.join((name, *pieces)))}"
        yield from paragraphs(command.help or "")
        yield from options(command, context, shared)


def keys() -> Iterator[str]:
    """Yield the keys of the explorer, by group."""
    for name, heading in GROUPS.items():
        found = [command for command in all_commands() if command.label.group == name and command.keys]
        if found:
            yield f".SS {escaped(heading.en)}"
        for command in found:
            yield from entry(", ".join(command.keys_in_words().split()), command.help("en"))


def exit_codes() -> Iterator[str]:
    """Yield the exit codes, from the table of the design."""
    _, _, rest = DESIGN.read_text(encoding="utf-8").partition("- Exit codes:")
    for code, when in re.findall(r"^  \| (\d\S*) \| (.+) \|$", rest, re.MULTILINE):
        said = when.replace("`", "")
        yield from entry(code, f"{said[0].upper()}{said[1:]}.")


def page() -> str:
    """Return the page."""
    top = Context(group, info_name=NAME, **group.context_settings)
    lines = [
        '.\\" Made by make man from the commands; edit their help.',
        f'.TH {escaped(NAME.upper())} 1 "{DATE}" "{escaped(f"{NAME} {VERSION}")}" "User Commands"',
        ".SH NAME",
        f"{escaped(NAME)} \\- {escaped(SUMMARY)}",
        ".SH SYNOPSIS",
        f"{bold(NAME)} [\\fIoptions\\fR]",
        ".br",
        f"{bold(NAME)} [\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]",
        ".SH DESCRIPTION",
        *paragraphs(GROUP_HELP),
        ".SH OPTIONS",
        *running("--plan, --lang and --max-size may stand before or after a command."),
        *options(group, top),
        ".SH COMMANDS",
        *commands(top),
        ".SH KEYS",
        "In the explorer:",
        *keys(),
        ".SH EXIT STATUS",
        *exit_codes(),
        ".SH ENVIRONMENT",
        *(line for name, text in ENVIRONMENT.items() for line in entry(name, text)),
        ".SH FILES",
        *(line for name, text in FILES.items() for line in entry(name, text)),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
