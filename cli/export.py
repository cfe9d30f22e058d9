"""`export`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.command import help_text, node_argument
from cli.completions import entries, files
from cli.nodes import branch_of
from cli.options import Settings, plan_of, shared_options, stop
from cli.streams import emit_data, say
from plan_data.exports.csv_tables import BOM, MOST_CHARACTERS, long_rows
from plan_data.exports.entries import branch
from plan_data.exports.formats import FORMATS, TABLES, exported
from plan_data.folders import expanded
from plan_data.labels.command_line import EXPORT, NOT_WRITTEN, WRONG_EXPORT
from plan_data.labels.exports import FORMATS_HELP
from plan_data.labels.reasons import reason_of

if TYPE_CHECKING:
    from plan_data.model.plan import Plan

MOST_NAMED = 10
"""Rows with long cells that are named, at most."""
HELP = help_text(
    "Export the plan, or only NODE and what is below it.\n\n"
    f"{FORMATS_HELP} In every format, a statement with less than a quoted source is marked with its grade.",
    [
        "export md act.agriculture | pandoc -t plain",
        "export html -o plan.html",
        "export csv --table agencies --bom -o agencies.csv",
        "export bib -o sources.bib",
    ],
)
PARAMS: list[click.Parameter] = [
    click.Argument(["form"], type=click.Choice(tuple(FORMATS))),
    node_argument(complete=entries),
    click.Option(
        ["-o", "--output"], metavar="FILE", shell_complete=files, help="Write to this file instead of printing."
    ),
    click.Option(["--force"], is_flag=True, help="Overwrite an existing file."),
    click.Option(["--table"], type=click.Choice(tuple(TABLES)), help="Which table to export as csv.  [default: nodes]"),
    click.Option(["--bom"], is_flag=True, help="Begin a csv with a byte order mark, so that Excel reads it as UTF-8."),
    click.Option(["--bookmarks"], is_flag=True, help="Export the entries that you bookmarked."),
]


@click.command(help=HELP, params=PARAMS)
@shared_options
@click.pass_obj
def export(
    settings: Settings,
    form: str,
    node: tuple[str, ...],
    output: str | None,
    force: bool,
    table: str,
    bom: bool,
    bookmarks: bool,
) -> None:
    """Run the command `export`."""
    for option, given in (("no-table", table), ("no-bom", bom)):
        if given and form != "csv":
            raise click.UsageError(WRONG_EXPORT[option].format(format=form))
    if bookmarks and node:
        raise click.UsageError(WRONG_EXPORT["node-and-bookmarks"])
    plan = plan_of(settings)
    ids = _bookmarked(settings, plan) if bookmarks else branch(plan, branch_of(plan, tuple(filter(None, node))))
    text = exported(plan, form, ids, settings.lang, table)
    if form == "csv":
        _warn_of_long_cells(text)
    if output is None or output == "-":
        if bom:
            # Written out by its number, as all that cannot be seen is elsewhere, the mark would be none.
            emit_data(BOM, raw=True)
        emit_data(text)
        return
    text = f"{BOM}{text}" if bom else text
    from plan_data.exports.atomic_write import write

    path = expanded(output)
    try:
        write(path, text, force=force)
    except FileExistsError:
        raise stop(2, EXPORT["exists"].format(path=path)) from None
    except BrokenPipeError:
        return
    except OSError as error:
        raise stop(3, NOT_WRITTEN.format(file=path, reason=reason_of(error))) from None
    say(EXPORT["written"].format(path=path, bytes=f"{len(text.encode('utf-8')):,}"))


def _warn_of_long_cells(text: str) -> None:
    """Say which rows of a table have a cell that spreadsheets cut off."""
    rows = long_rows(text)
    if rows:
        say(EXPORT["long-cells"].format(most=f"{MOST_CHARACTERS:,}", rows=", ".join(rows[:MOST_NAMED])))


def _bookmarked(settings: Settings, plan: Plan) -> list[str]:
    from cli.notes import saved_in, store_of

    store = store_of(settings, plan)
    marked = {mark.id for mark in saved_in(store, store.bookmarks)}
    found = [id_ for id_ in plan.columns.ids if id_ in marked]
    if not found:
        raise stop(1, EXPORT["no-bookmark"])
    return found
