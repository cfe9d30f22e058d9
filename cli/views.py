"""`timeline`, `agencies`, `targets` and `conflicts`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from cli.completions import nodes
from cli.options import Settings, emit, format_option, plan_of, resolve, say, shared_options
from plan_data.model.plan import Plan
from widgets.render.blocks import Block


def _print(
    settings: Settings,
    plan: Plan,
    form: str,
    name: str,
    record: Callable[[], Any],
    blocks: Callable[[str], Sequence[Block]],
) -> None:
    """Print a view as JSON or text."""
    if form == "json":
        from plan_data.exports import records

        emit(records.dumps({name: record()}))
        return
    from cli.printer import print_blocks

    print_blocks(blocks(settings.lang or "en"))


TIMELINE_HELP = """Print the events in the order of time; an unknown part of a date comes behind the known ones.

\b
Example:
  internet-plus timeline --lang both
"""


@click.command(help=TIMELINE_HELP)
@format_option()
@shared_options
@click.pass_obj
def timeline(settings: Settings, form: str) -> None:
    """Run the command `timeline`."""
    plan = plan_of(settings)
    from cli.printer import width
    from plan_data.exports import records
    from widgets.render.timeline import timeline_view
    from widgets.render.view_options import ViewOptions

    _print(
        settings,
        plan,
        form,
        "timeline",
        lambda: records.timeline(plan),
        lambda lang: timeline_view(plan, ViewOptions(width(), lang, settings.ascii_signs)).blocks,
    )


AGENCIES_HELP = """Print who leads and who takes part, for all bodies or for BODY.

\b
Example:
  internet-plus agencies moa
"""


@click.command(help=AGENCIES_HELP)
@click.argument("body", nargs=-1, shell_complete=nodes)
@format_option()
@shared_options
@click.pass_obj
def agencies(settings: Settings, body: tuple[str, ...], form: str) -> None:
    """Run the command `agencies`."""
    plan = plan_of(settings)
    from cli.printer import width
    from plan_data.exports import records
    from widgets.render import rows
    from widgets.render.agencies import agencies_table
    from widgets.render.view_options import ViewOptions

    chosen = [b.id for b in plan.bodies.values() if b.kind == "agency"]
    if body:
        id_ = resolve(plan, " ".join(body))
        if id_ not in plan.bodies:
            say(f"{id_} is no body")
            raise click.exceptions.Exit(1)
        chosen = [id_]

    def blocks(lang: str) -> Sequence[Block]:
        table = [] if body else agencies_table(plan, ViewOptions(width(), lang, settings.ascii_signs)).blocks
        return [*table, *rows.agencies_blocks(plan, chosen, lang)]

    _print(settings, plan, form, "agencies", lambda: records.agencies(plan, chosen), blocks)


TARGETS_HELP = """Print every target and figure with its deadline, its owner and its doubts.

\b
Example:
  internet-plus targets --format json | jq '.targets[].number'
"""


@click.command(help=TARGETS_HELP)
@format_option()
@shared_options
@click.pass_obj
def targets(settings: Settings, form: str) -> None:
    """Run the command `targets`."""
    plan = plan_of(settings)
    from cli.printer import width
    from plan_data.exports import records
    from widgets.render.targets import targets_view
    from widgets.render.view_options import ViewOptions

    _print(
        settings,
        plan,
        form,
        "targets",
        lambda: records.targets(plan),
        lambda lang: targets_view(plan, ViewOptions(width(), lang, settings.ascii_signs)).blocks,
    )


CONFLICTS_HELP = """Print where sources disagree, or one is in doubt, with all sides.

\b
Example:
  internet-plus conflicts --lang zh
"""


@click.command(help=CONFLICTS_HELP)
@format_option()
@shared_options
@click.pass_obj
def conflicts(settings: Settings, form: str) -> None:
    """Run the command `conflicts`."""
    plan = plan_of(settings)
    from cli.printer import width
    from plan_data.exports import records
    from widgets.render.conflicts import conflicts_view
    from widgets.render.view_options import ViewOptions

    _print(
        settings,
        plan,
        form,
        "conflicts",
        lambda: records.conflicts(plan),
        lambda lang: conflicts_view(plan, ViewOptions(width(), lang, settings.ascii_signs)).blocks,
    )
