"""`help`, and how the help of commands is laid out."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable

import click

from cli.completions import commands
from cli.streams import emit
from plan_data.labels.command_line import UNKNOWN_COMMAND

WIDEST = 80
"""Most columns of a help page."""
LEAST = 36
"""Least columns; click would take 50."""
EXAMPLE = "  internet-plus "
"""How a line with an example begins."""


def help_width() -> int:
    """Return the width of a help page in columns: that of the terminal, with a margin."""
    return max(LEAST, min(WIDEST, shutil.get_terminal_size().columns) - 2)


class HelpFormatter(click.HelpFormatter):
    """Lays help out; in a narrow terminal examples go on in a second line, as a shell reads them."""

    def write_text(self, text: str) -> None:
        """Write paragraphs, and break the examples where they do not fit."""
        room = self.width - self.current_indent
        super().write_text("\n".join(broken_example(line, room) for line in text.split("\n")))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write options or commands, each with its help; the first column takes half of the width at most."""
        super().write_dl(rows, min(col_max, self.width // 2), col_spacing)


class Context(click.Context):
    """The context of a command, which knows how its help is laid out."""

    formatter_class = HelpFormatter


def broken_example(line: str, room: int) -> str:
    """Return a line of help; an example that does not fit goes on in further lines."""
    if len(line) <= room or not line.startswith(EXAMPLE):
        return line
    # A shell takes a backslash before the line's end for a continuation.
    parts = textwrap.wrap(
        line[2:],
        room - 2,
        initial_indent="  ",
        subsequent_indent="      ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return " \\\n".join(parts)


def unknown_command(name: str, commands: Iterable[str]) -> str:
    """Return the refusal of a command that does not exist, with the nearest one."""
    from plan_data.loading.parsers import nearest

    return UNKNOWN_COMMAND.format(name=repr(name), nearest=nearest(name, list(commands)).en)


HELP_HELP = """Print the help of COMMAND, or of the program.

\b
Example:
  internet-plus help export
"""


@click.command(help=HELP_HELP)
@click.argument("command", required=False, shell_complete=commands)
@click.pass_context
def help(ctx: click.Context, command: str | None) -> None:
    """Run the command `help`: print what `--help` prints."""
    top = ctx.find_root()
    group = top.command
    if not command or not isinstance(group, click.Group):
        emit(f"{top.get_help()}\n")
        return
    found = group.get_command(top, command)
    if found is None:
        top.fail(unknown_command(command, group.list_commands(top)))
    emit(f"{found.get_help(Context(found, parent=top, info_name=command))}\n")
