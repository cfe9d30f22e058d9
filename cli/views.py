"""The commands that print a view across the plan: `timeline`, `agencies`, `targets`, `compare` and so on."""

from __future__ import annotations

from collections.abc import Sequence

import click

from cli.command import node_argument, print_result, printing
from cli.completions import bodies, entries
from cli.options import Settings, plan_of, resolve, stop
from cli.streams import say
from plan_data.exports.views import VIEWS
from plan_data.labels.command_line import NO_BODY, NO_NODE, NOTHING_PRINTED
from widgets.render.blocks import Block

PRINTED = {view.command or view.name: view for view in VIEWS.values() if view.label.printing}
"""Name of a command to the view that it prints."""
ARGUMENTS: dict[str, list[click.Parameter]] = {
    "agencies": [
        node_argument("body", complete=bodies),
        click.Option(["--all", "whole"], is_flag=True, help="Print the whole table, and every body with its duties."),
    ],
    "compare": [node_argument(side, many=False, complete=entries) for side in ("left", "right")],
}
"""Name of a command to what it takes, where it does not always print the whole view."""


def view_command(name: str) -> click.Command:
    """Return the command that prints a view of `PRINTED`."""
    view = PRINTED[name]

    @printing(view.label.printing, [view.label.example], *ARGUMENTS.get(name, ()), name=name)
    def command(settings: Settings, form: str, whole: bool = False, **words: str | tuple[str, ...]) -> None:
        """Print the view, of the whole plan or of what the arguments name."""
        plan = plan_of(settings)
        queries = [query if isinstance(query, str) else " ".join(query) for query in words.values() if query != ()]
        ids = [resolve(plan, query) for query in queries]
        for id_ in ids:
            if name == "agencies" and id_ not in plan.bodies:
                raise stop(1, NO_BODY.format(id=id_))
            if name == "compare" and id_ not in plan.index:
                raise stop(1, NO_NODE.format(id=id_))

        def blocks(lang: str) -> Sequence[Block]:
            from cli.printer import width
            from widgets.render.view_options import ViewOptions
            from widgets.render.views import view_of

            look = ViewOptions(width(), lang, settings.ascii_signs, nodes=tuple(ids))
            if name == "agencies" and not ids and not whole:
                from widgets.render.agency_summary import agency_summary

                found = agency_summary(plan, look).printed
            else:
                found = view_of(view.name, printed=True)(plan, look).printed
            if not found:
                say(NOTHING_PRINTED)
            return found

        print_result(settings, form, lambda: {view.name: view.records(plan, *ids) if view.records else None}, blocks)

    return command
