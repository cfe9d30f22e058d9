"""`new` and `completions`."""

from __future__ import annotations

import click

from cli.command import help_text
from cli.completions import folders
from cli.options import not_empty, stop
from cli.streams import emit_data, say
from plan_data.folders import SHIPPED, expanded
from plan_data.labels.command_line import NEW, NOT_WRITTEN
from plan_data.labels.reasons import reason_of

TEMPLATE = ("plan.yaml", "agencies.yaml", "sources/plan.yaml")
"""The files of the example, below `plan_data/template`."""
SHELLS = ("bash", "zsh", "fish")
"""The shells that have completions."""


NEW_HELP = help_text(
    "Start a plan of your own in DIR. It is a small example with a comment on each key, and passes 'check'.",
    ["new my-plan && internet-plus --plan my-plan"],
)


@click.command(help=NEW_HELP)
@click.argument("folder", metavar="DIR", shell_complete=folders, callback=not_empty)
def new(folder: str) -> None:
    """Run the command `new`."""
    home = SHIPPED.parent / "template"
    path = expanded(folder)
    try:
        if path.is_file() or (path.is_dir() and any(path.iterdir())):
            raise stop(2, NEW["exists"].format(folder=path))
        for name in TEMPLATE:
            text = (home / name).read_text(encoding="utf-8")
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            with (path / name).open("x", encoding="utf-8") as file:
                file.write(text)
    except OSError as error:
        message = NOT_WRITTEN.format(file=error.filename or path, reason=reason_of(error))
        raise stop(3, message) from None
    say(NEW["written"].format(folder=path, files=", ".join(TEMPLATE)))
    say(NEW["next"].format(folder=path))


COMPLETIONS_HELP = """Print the completions for a shell.

They complete commands, options, the ids of entries, bodies and sources, themes, files and folders.

\b
Examples:
  internet-plus completions bash > ~/.local/share/bash-completion/completions/internet-plus
  internet-plus completions zsh > ~/.zfunc/_internet-plus
  internet-plus completions fish > ~/.config/fish/completions/internet-plus.fish
"""


@click.command(help=COMPLETIONS_HELP)
@click.argument("shell", type=click.Choice(SHELLS))
def completions(shell: str) -> None:
    """Run the command `completions`."""
    from cli import shells
    from cli.app import group
    from cli.streams import COMPLETES

    emit_data(shells.SHELLS[shell](group, {}, "internet-plus", COMPLETES).source())
