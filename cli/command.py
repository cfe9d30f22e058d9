"""How a command that prints the plan is declared, and how it prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from cli.completions import Completer, nodes
from cli.options import Settings, format_option, shared_options
from cli.streams import emit_data

if TYPE_CHECKING:
    from widgets.render.blocks import Block


def printing(
    text: str, examples: Sequence[str], *params: click.Parameter, formats: Sequence[str] = (), name: str | None = None
) -> Callable[[Callable[..., None]], click.Command]:
    """Make a function a command: it gets the settings, `form`, and its own parameters.

    Args:
        text: What the command does, for its help.
        examples: Lines that show it, without the program's name.
        params: Its own parameters; `--format` and the options that all commands share come after them.
        formats: What `--format` takes besides text and json.
        name: Its name; None for the function's.
    """

    def made(run: Callable[..., None]) -> click.Command:
        run = format_option(*formats)(shared_options(click.pass_obj(run)))
        return click.command(name, help=help_text(text, examples), params=list(params))(run)

    return made


def help_text(text: str, examples: Sequence[str]) -> str:
    """Return the help of a command; click does not wrap the examples."""
    lines = "".join(f"  internet-plus {example}\n" for example in examples)
    return f"{text}\n\n\b\nExample{'s' if len(examples) > 1 else ''}:\n{lines}"


def node_argument(
    name: str = "node", *, many: bool = True, required: bool = False, complete: Completer = nodes
) -> click.Argument:
    """Return a NODE argument.

    Args:
        name: Its name.
        many: It takes several words.
        required: It must be given.
        complete: What shells offer for it.
    """
    return click.Argument([name], nargs=-1 if many else 1, required=required or not many, shell_complete=complete)


def print_result(
    settings: Settings, form: str, payload: Callable[[], dict[str, Any]], blocks: Callable[[str], Sequence[Block]]
) -> None:
    """Print a result.

    Args:
        settings: The options.
        form: `json`, or `text`.
        payload: Returns the result for JSON.
        blocks: Returns the result as blocks, in a language.
    """
    if form == "json":
        from plan_data.exports.records import dumps

        emit_data(dumps(payload()))
        return
    from cli.printer import print_blocks

    print_blocks(blocks(settings.lang or "en"))
