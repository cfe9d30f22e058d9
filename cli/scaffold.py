"""`new` and `completions`."""

from __future__ import annotations

from pathlib import Path

import click

from cli.options import emit, say
from plan_data.folders import expanded

TEMPLATE = ("plan.yaml", "agencies.yaml", "sources/plan.yaml")
"""The files of the example, below `plan_data/template`."""


NEW_HELP = """Start a plan of your own in DIR: a small example with a comment on each key, which passes 'check'.

\b
Example:
  internet-plus new my-plan && internet-plus --plan my-plan
"""


@click.command(help=NEW_HELP)
@click.argument("folder", metavar="DIR")
def new(folder: str) -> None:
    """Run the command `new`."""
    import plan_data

    home = Path(plan_data.__file__).parent / "template"
    path = expanded(folder)
    try:
        if path.is_file() or (path.is_dir() and any(path.iterdir())):
            say(f"{path} is there already and not empty; nothing is written")
            raise click.exceptions.Exit(2)
        for name in TEMPLATE:
            text = (home / name).read_text(encoding="utf-8")
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            with (path / name).open("x", encoding="utf-8") as file:
                file.write(text)
    except OSError as error:
        say(f"internet-plus: {error.filename or path}: {error.strerror or error}")
        raise click.exceptions.Exit(3) from None
    say(f"{path}: {', '.join(TEMPLATE)}")
    say(f"next: internet-plus --plan {path}")


COMPLETIONS_HELP = """Print the completions for a shell: commands, options, and the ids of nodes.

\b
Examples:
  internet-plus completions bash > ~/.local/share/bash-completion/completions/internet-plus
  internet-plus completions zsh > ~/.zfunc/_internet-plus
  internet-plus completions fish > ~/.config/fish/completions/internet-plus.fish
"""


@click.command(help=COMPLETIONS_HELP)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completions(shell: str) -> None:
    """Run the command `completions`."""
    from click.shell_completion import get_completion_class

    from cli.app import group
    from cli.streams import COMPLETES

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completions for {shell}")
    emit(found(group, {}, "internet-plus", COMPLETES).source() + "\n")
