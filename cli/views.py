"""The commands that print a view across the plan: `timeline`, `agencies`, `targets`, `compare` and so on."""

from __future__ import annotations

import click

from cli.completions import nodes
from cli.options import Settings, format_option, plan_of, resolve, shared_options
from cli.streams import emit, say
from plan_data.exports.views import VIEWS, View
from plan_data.model.plan import Plan

PRINTED = {view.command or view.name: view for view in VIEWS.values() if view.label.printing}
"""Name of a command to the view that it prints."""


def view_command(name: str) -> click.Command:
    """Return the command that prints a view of `PRINTED`."""
    view = PRINTED[name]

    @format_option()
    @shared_options
    @click.pass_obj
    def run(settings: Settings, /, form: str, **words: str | tuple[str, ...]) -> None:
        """Print the view, of the whole plan or of what the arguments name."""
        plan = plan_of(settings)
        ids = [resolve(plan, word if isinstance(word, str) else " ".join(word)) for word in words.values() if word]
        _refuse_others(plan, name, ids)
        _print(settings, plan, view, ids, form)

    if name == "compare":
        for side in ("right", "left"):
            run = click.argument(side, shell_complete=nodes)(run)
    elif name == "agencies":
        run = click.argument("body", nargs=-1, shell_complete=nodes)(run)
    label = view.label
    help_ = f"{label.printing}\n\n\b\nExample:\n  internet-plus {label.example}\n"
    return click.command(name, help=help_)(run)


def _refuse_others(plan: Plan, name: str, ids: list[str]) -> None:
    """End with 1 where an argument is no body of `agencies`, or no node of `compare`."""
    for id_ in ids:
        if name == "agencies" and id_ not in plan.bodies:
            say(f"{id_} is no body")
        elif name == "compare" and id_ not in plan.index:
            say(f"{id_} is not in the tree")
        else:
            continue
        raise click.exceptions.Exit(1)


def _print(settings: Settings, plan: Plan, view: View, ids: list[str], form: str) -> None:
    if form == "json":
        from plan_data.exports.records import dumps

        assert view.records is not None
        emit(dumps({view.name: view.records(plan, *ids)}))
        return
    from cli.printer import print_blocks, width
    from widgets.render.view_options import ViewOptions
    from widgets.render.views import view_of

    look = ViewOptions(width(), settings.lang or "en", settings.ascii_signs, nodes=tuple(ids))
    print_blocks(view_of(view.name, printed=True)(plan, look).blocks)
