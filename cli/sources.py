"""`quotes`, `sources`, `glossary` and `evidence`."""

from __future__ import annotations

import click

from cli.completions import nodes
from cli.options import Settings, emit, format_option, plan_of, resolve, say, shared_options
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


SOURCES_HELP = """Print every source: what it is, how far it may be relied on, and how much is quoted from it.

\b
Example:
  internet-plus sources --format json | jq '.sources[].id'
"""


@click.command(help=SOURCES_HELP)
@format_option()
@shared_options
@click.pass_obj
def sources(settings: Settings, form: str) -> None:
    """Run the command `sources`."""
    plan = plan_of(settings)
    if form == "json":
        from plan_data.exports import records

        emit(records.dumps({"sources": [records.source(plan, source) for source in plan.sources.values()]}))
        return
    from cli.printer import print_blocks
    from widgets.render.rows import sources_blocks

    print_blocks(sources_blocks(plan, settings.lang or "en"))


GLOSSARY_HELP = """Print the terms that are explained, in both languages, with where they stand.

\b
Example:
  internet-plus glossary --lang zh
"""


@click.command(help=GLOSSARY_HELP)
@format_option()
@shared_options
@click.pass_obj
def glossary(settings: Settings, form: str) -> None:
    """Run the command `glossary`."""
    plan = plan_of(settings)
    from plan_data.exports import records

    if form == "json":
        emit(records.dumps({"glossary": records.glossary(plan)}))
        return
    from cli.printer import print_blocks
    from widgets.render.rows import glossary_blocks

    print_blocks(glossary_blocks(plan, settings.lang or "both"))


EVIDENCE_HELP = """Print how each action and category is held up: its grade, and its quotes by source.

\b
Example:
  internet-plus evidence
"""


@click.command(help=EVIDENCE_HELP)
@format_option()
@shared_options
@click.pass_obj
def evidence(settings: Settings, form: str) -> None:
    """Run the command `evidence`."""
    plan = plan_of(settings)
    if form == "json":
        from plan_data.exports import records

        emit(records.dumps({"evidence": records.evidence(plan)}))
        return
    from cli.printer import print_blocks, width
    from widgets.render.evidence import evidence_view
    from widgets.render.view_options import ViewOptions

    look = ViewOptions(width(), settings.lang or "en", settings.ascii_signs)
    print_blocks(evidence_view(plan, look).blocks)
