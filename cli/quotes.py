"""`quotes`."""

from __future__ import annotations

import click

from cli.completions import nodes
from cli.options import Settings, format_option, plan_of, resolve, shared_options
from cli.streams import emit, say
from plan_data.labels.roles import ROLE_LABELS
from plan_data.model.entities import Quote
from plan_data.model.plan import Plan

QUOTES_HELP = """Print the quotes of NODE, or all of them, each with its citation, its state and what it supports.

\b
Examples:
  internet-plus quotes act.finance --format md
  internet-plus quotes --source src.001 --format json
"""


@click.command(help=QUOTES_HELP)
@click.argument("node", nargs=-1, shell_complete=nodes)
@click.option("--source", metavar="SOURCE", default="", help="Only the quotes of one source.")
@format_option("md")
@shared_options
@click.pass_obj
def quotes(settings: Settings, node: tuple[str, ...], source: str, form: str) -> None:
    """Run the command `quotes`."""
    plan = plan_of(settings)
    found = _quotes(plan, " ".join(node), source)
    if form == "json":
        from plan_data.exports import records

        emit(records.dumps({"quotes": [records.quote(plan, quote) for quote in found]}))
    elif form == "md":
        from plan_data.quotes.citations import markdown

        emit(markdown(plan, found, _roles(plan, " ".join(node))))
    else:
        from cli.printer import print_blocks
        from widgets.render.rows import quote_blocks

        print_blocks(quote_blocks(plan, found, settings.lang or "en"))
    if not found:
        say("no quote")
        raise click.exceptions.Exit(1)


def _roles(plan: Plan, node: str) -> dict[str, str]:
    """Return in which role each quote is cited for a node; of an ancestor's quote, whose it is."""
    item = plan.get(resolve(plan, node)) if node else None
    if item is None or isinstance(item, Quote):
        return {}
    return {
        link.id: f"{ROLE_LABELS[link.role]}, of {plan.title(link.inherited_from)}" if link.inherited_from else link.role
        for link in plan.quotes_of(item)
    }


def _quotes(plan: Plan, node: str, source: str) -> list[Quote]:
    found = list(plan.quotes.values())
    if node:
        item = plan.get(resolve(plan, node))
        if isinstance(item, Quote):
            found = [item]
        elif item is not None and item.id in plan.sources:
            found = [quote for quote in found if quote.source == item.id]
        elif item is not None:
            links = plan.quotes_of(item)
            found = [plan.quotes[link.id] for link in links]
            if links and links[0].inherited_from:
                say(f"{item.id} has no quotes of its own; those of {links[0].inherited_from}:")
    if source:
        wanted = source if source in plan.sources else f"src.{source}"
        if wanted not in plan.sources:
            wanted = resolve(plan, source)
        found = [quote for quote in found if quote.source == wanted]
    return found
