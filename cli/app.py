"""The group of commands; the module of a command is imported when it is called."""

from __future__ import annotations

import os
from contextlib import suppress
from importlib import import_module
from io import StringIO

import click

from cli.completions import nodes, themes
from cli.explorer import can_pick, explore, has_terminal
from cli.help import Context, help_width, unknown_command
from cli.options import Settings, not_empty, plan_of, resolve, shared_options
from cli.streams import COMPLETES, say, steady_streams
from plan_data.errors import Cancelled, ReasonedError
from plan_data.exports.views import VIEWS
from plan_data.labels.command_line import NOT_ALONE
from plan_data.version import VERSION
from tui.userdata.options import Options

COMMANDS = {
    "tree": "cli.nodes",
    "show": "cli.nodes",
    "find": "cli.nodes",
    "compare": "cli.views",
    "quotes": "cli.quotes",
    **{view.command or view.name: "cli.views" for view in VIEWS.values() if view.label.printing},
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
    "help": "cli.help",
}
"""Command to the module that defines it, in the order of the help."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        module = COMMANDS.get(cmd_name)
        found: object
        if module == "cli.views":
            from cli.views import view_command

            found = view_command(cmd_name)
        else:
            found = getattr(import_module(module), cmd_name) if module else None
        if not isinstance(found, click.Command):
            return None
        found.context_class = Context
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, and name the nearest one where there is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(unknown_command(args[0], COMMANDS))
        return super().resolve_command(ctx, args)


GROUP_HELP = """Explore China's 2015 "Internet Plus" Guiding Opinions, with the sentence behind each statement.

Without a command, the explorer opens. A command prints text; most print JSON with --format json.

NODE is an entry: its id (act.ai), its number (11.2), or a few words that only one entry fits.

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
    callback=not_empty,
    help="Open the explorer at an entry.",
)
@click.option(
    "--theme",
    metavar="NAME",
    default="",
    shell_complete=themes,
    callback=not_empty,
    help="Colours: ink, paper, ansi, plain, or a theme of Textual.",
)
@click.option("--ascii", "ascii_signs", is_flag=True, help="Use only ASCII for signs.")
@click.option("--pick", is_flag=True, help="Choose an entry in the explorer, and print its id.")
@click.version_option(VERSION, "-V", "--version", prog_name="internet-plus")
@click.pass_context
def group(ctx: click.Context, at: str, theme: str, ascii_signs: bool, pick: bool) -> None:
    """Run the program."""
    settings = ctx.ensure_object(Settings)
    settings.ascii_signs = ascii_signs
    if ctx.invoked_subcommand is None:
        ctx.exit(_explore(settings, at, theme, pick))
    for option, given in (("pick", pick), ("at", at)):
        if given:
            raise click.UsageError(NOT_ALONE[option].format(command=ctx.invoked_subcommand))


def _explore(settings: Settings, at: str, theme: str, pick: bool) -> int:
    if not (can_pick() if pick else has_terminal()):
        return 2
    # Of a large plan that has to be read first, the explorer looks the entry up when it has read it.
    with suppress(Cancelled):
        at = resolve(plan_of(settings, at_once=True), at) if at else ""
    try:
        return explore(
            Options(
                folder=settings.folder,
                at=at,
                lang=settings.lang or "",
                theme=theme,
                ascii_signs=settings.ascii_signs,
                max_bytes=settings.max_bytes,
                pick=pick,
            )
        )
    except ReasonedError as error:
        raise click.UsageError(str(error)) from None


def main(args: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    settings = Settings()
    if COMPLETES in os.environ:
        from cli.shells import answer_shells

        answer_shells()
    with steady_streams() as end:
        try:
            code = group.main(
                args=args,
                prog_name="internet-plus",
                standalone_mode=False,
                obj=settings,
                terminal_width=help_width(),
            )
            end.code = code if isinstance(code, int) else 0
        except SystemExit as ended:
            # click raises SystemExit for a closed pipe, and after it has answered a shell that completes a word.
            end.code = ended.code if COMPLETES in os.environ and isinstance(ended.code, int) else 0
        except click.Abort:
            end.code = 130
        except click.ClickException as error:
            message = StringIO()
            error.show(file=message)
            say(message.getvalue().rstrip("\n"))
            end.code = error.exit_code
        finally:
            end.lang = settings.lang or "en"
    return end.code
