"""The group of commands; each is imported when it is called."""

from __future__ import annotations

import os
from importlib import import_module
from io import StringIO

import click

from cli.completions import nodes
from cli.explorer import can_pick, explore, has_terminal
from cli.options import Settings, plan_of, resolve, say, shared_options, steady_streams
from cli.streams import COMPLETES
from tui.userdata.options import Options

VERSION = "0.1.0"
"""Version of the program."""

COMMANDS = {
    "tree": "cli.nodes",
    "show": "cli.nodes",
    "find": "cli.nodes",
    "compare": "cli.nodes",
    "quotes": "cli.sources",
    "sources": "cli.sources",
    "glossary": "cli.sources",
    "evidence": "cli.sources",
    "timeline": "cli.views",
    "agencies": "cli.views",
    "targets": "cli.views",
    "conflicts": "cli.views",
    "notes": "cli.notes",
    "bookmarks": "cli.notes",
    "check": "cli.check",
    "attach": "cli.attachments",
    "detach": "cli.attachments",
    "export": "cli.export",
    "new": "cli.scaffold",
    "keys": "cli.info",
    "paths": "cli.info",
    "completions": "cli.scaffold",
}
"""Command to the module that holds it, in the order of the help."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        module = COMMANDS.get(cmd_name)
        found = getattr(import_module(module), cmd_name) if module else None
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, and name the nearest one where there is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from plan_data.loading.parsers import nearest

            ctx.fail(f"no command {args[0]!r}{nearest(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)


GROUP_HELP = """Explore China's 2015 "Internet Plus" Guiding Opinions, with the sentence behind each statement.

Without a command the explorer opens. Every command prints text, or JSON with --format json.

\b
Examples:
  internet-plus --at act.ai --lang both
  internet-plus show act.agriculture
  internet-plus find 22 trillion
  internet-plus quotes act.finance --format md
  internet-plus show "$(internet-plus --pick)"
"""


@click.group(
    help=GROUP_HELP,
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@shared_options
@click.option(
    "--at",
    metavar="NODE",
    default="",
    shell_complete=nodes,
    help="Open at a node: an id, a number, or a few words.",
)
@click.option("--theme", metavar="NAME", default="", help="Colours: ink, paper, ansi, or one of Textual's own.")
@click.option("--ascii", "ascii_signs", is_flag=True, help="Draw all signs in ASCII.")
@click.option("--pick", is_flag=True, help="Let the reader choose an entry, and print its id.")
@click.version_option(VERSION, prog_name="internet-plus")
@click.pass_context
def group(ctx: click.Context, at: str, theme: str, ascii_signs: bool, pick: bool) -> None:
    """Run the program."""
    settings = ctx.ensure_object(Settings)
    settings.ascii_signs = ascii_signs
    if ctx.invoked_subcommand is None:
        ctx.exit(_explore(settings, at, theme, pick))
    if pick:
        raise click.UsageError(f"--pick opens the explorer; {ctx.invoked_subcommand} is a printing command")
    if at:
        raise click.UsageError(f"--at opens the explorer at a node; {ctx.invoked_subcommand} is a printing command")


def _explore(settings: Settings, at: str, theme: str, pick: bool) -> int:
    if not (can_pick() if pick else has_terminal()):
        return 2
    place = resolve(plan_of(settings), at) if at else ""
    try:
        return explore(
            Options(
                folder=settings.folder,
                at=place,
                lang=settings.lang or "",
                theme=theme,
                ascii_signs=settings.ascii_signs,
                max_bytes=settings.max_bytes,
                pick=pick,
            )
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def main(args: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    with steady_streams() as end:
        try:
            code = group.main(args=args, prog_name="internet-plus", standalone_mode=False)
            end.code = code if isinstance(code, int) else 0
        except SystemExit as ended:
            # click leaves so where a pipe is closed, and where it has answered a shell that completes a word.
            end.code = ended.code if COMPLETES in os.environ and isinstance(ended.code, int) else 0
        except click.Abort:
            end.code = 130
        except click.ClickException as error:
            told = StringIO()
            error.show(file=told)
            say(told.getvalue().rstrip("\n"))
            end.code = error.exit_code
    return end.code
