"""`timeline`, `agencies`, `targets` and `conflicts`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from cli.common import Settings, emit, format_option, plan_of, resolve, say, shared_options
from cli.completing import nodes
from plan_data.model import Plan
from widgets.blocks import Block


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
        from plan_data import records

        emit(records.dumps({name: record()}))
        return
    from cli.text import print_blocks

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
    from cli.text import width
    from plan_data import records
    from widgets.looks import Look
    from widgets.timeline import timeline_view

    _print(
        settings,
        plan,
        form,
        "timeline",
        lambda: records.timeline(plan),
        lambda lang: timeline_view(plan, Look(width(), lang, settings.ascii_signs)).blocks,
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
    from cli.text import width
    from plan_data import records
    from widgets import listing
    from widgets.looks import Look
    from widgets.tables import agencies_table

    chosen = [b.id for b in plan.bodies.values() if b.kind == "agency"]
    if body:
        id_ = resolve(plan, " ".join(body))
        if id_ not in plan.bodies:
            say(f"{id_} is no body")
            raise click.exceptions.Exit(1)
        chosen = [id_]

    def blocks(lang: str) -> Sequence[Block]:
        table = [] if body else agencies_table(plan, Look(width(), lang, settings.ascii_signs)).blocks
        return [*table, *listing.agencies_blocks(plan, chosen, lang)]

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
    from cli.text import width
    from plan_data import records
    from widgets.looks import Look
    from widgets.tables import targets_view

    _print(
        settings,
        plan,
        form,
        "targets",
        lambda: records.targets(plan),
        lambda lang: targets_view(plan, Look(width(), lang, settings.ascii_signs)).blocks,
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
    from cli.text import width
    from plan_data import records
    from widgets.conflicts import conflicts_view
    from widgets.looks import Look

    _print(
        settings,
        plan,
        form,
        "conflicts",
        lambda: records.conflicts(plan),
        lambda lang: conflicts_view(plan, Look(width(), lang, settings.ascii_signs)).blocks,
    )
