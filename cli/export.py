"""`export`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.completions import nodes
from cli.options import Settings, plan_of, resolve, shared_options
from cli.streams import emit, say
from plan_data.exports.formats import FORMATS, TABLES, exported
from plan_data.folders import expanded
from plan_data.labels.exports import FORMATS_HELP

if TYPE_CHECKING:
    from plan_data.model.plan import Plan


EXPORT_HELP = f"""Export the plan, or the branch of NODE, for other programs.

{FORMATS_HELP} Statements below 'quoted' carry their grade in every form.

\b
Examples:
  internet-plus export md act.agriculture | pandoc -t plain
  internet-plus export html -o plan.html
  internet-plus export csv --table agencies > agencies.csv
  internet-plus export bib -o sources.bib
"""


@click.command(help=EXPORT_HELP)
@click.argument("form", type=click.Choice(tuple(FORMATS)))
@click.argument("node", nargs=-1, shell_complete=nodes)
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of printing.")
@click.option("--force", is_flag=True, help="Take the place of a file that is there.")
@click.option("--table", type=click.Choice(tuple(TABLES)), help="Which table, for csv.  [default: nodes]")
@click.option("--bookmarks", is_flag=True, help="Export what you bookmarked.")
@shared_options
@click.pass_obj
def export(
    settings: Settings, form: str, node: tuple[str, ...], output: str | None, force: bool, table: str, bookmarks: bool
) -> None:
    """Run the command `export`."""
    if table and form != "csv":
        raise click.UsageError(f"--table belongs to csv; {form} is no table")
    if bookmarks and node:
        raise click.UsageError("either NODE or --bookmarks")
    plan = plan_of(settings)
    ids = _bookmarked(settings, plan) if bookmarks else _branch(plan, " ".join(node))
    text = exported(plan, form, ids, settings.lang, table)
    if output is None or output == "-":
        emit(text)
        return
    from plan_data.exports.atomic_write import write

    path = expanded(output)
    try:
        write(path, text, force=force)
    except FileExistsError:
        say(f"{path} is there already; --force takes its place")
        raise click.exceptions.Exit(2) from None
    except BrokenPipeError:
        return
    except OSError as error:
        say(f"internet-plus: {path}: {error.strerror or error}")
        raise click.exceptions.Exit(3) from None
    say(f"{path}: {len(text.encode('utf-8')):,} bytes written")


def _branch(plan: Plan, query: str) -> list[str]:
    from plan_data.exports.entries import branch

    top = resolve(plan, query) if query else plan.root.id
    if top not in plan.index:
        say(f"{top} is not in the tree; 'internet-plus show {top}' prints it")
        raise click.exceptions.Exit(1)
    return branch(plan, top)


def _bookmarked(settings: Settings, plan: Plan) -> list[str]:
    from cli.notes import kept_in, store_of

    store = store_of(settings, plan)
    marked = {mark.id for mark in kept_in(store, store.bookmarks)}
    found = [id_ for id_ in plan.columns.ids if id_ in marked]
    if not found:
        say("no entry of the tree is bookmarked; m sets a bookmark in the explorer")
        raise click.exceptions.Exit(1)
    return found
