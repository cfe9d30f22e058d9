"""`quotes`."""

from __future__ import annotations

import click

from cli.command import node_argument, print_result, printing
from cli.completions import sources
from cli.options import Settings, not_empty, plan_of, resolve, several, stop
from cli.streams import emit_data, say
from plan_data.labels import command_line as words
from plan_data.labels.attachments import ANSWERS
from plan_data.labels.roles import ROLE_LABELS
from plan_data.model.entities import Item, Quote, Source
from plan_data.model.plan import Plan


@printing(
    "Print the quotes of NODE, or all quotes. Each has its citation, its state, and the entries that it supports.",
    ["quotes act.finance --format md", "quotes --source src.001 --format json"],
    node_argument(),
    click.Option(
        ["--source"],
        metavar="SOURCE",
        default="",
        shell_complete=sources,
        callback=not_empty,
        help="Print only the quotes from this source.",
    ),
    formats=("md",),
)
def quotes(settings: Settings, node: tuple[str, ...], source: str, form: str) -> None:
    """Run the command `quotes`."""
    plan = plan_of(settings)
    item = plan.get(resolve(plan, " ".join(node))) if node else None
    wanted = _source(plan, source) if source else ""
    found = _quotes(plan, item or plan.get(wanted))
    if wanted:
        found = [quote for quote in found if quote.source == wanted]
    if form == "md":
        from plan_data.quotes.citations import markdown

        lang = settings.lang or "en"
        emit_data(markdown(plan, found, _roles(plan, item, lang), lang))
    else:
        from plan_data.exports import records
        from widgets.render.rows import quote_blocks

        print_result(
            settings,
            form,
            lambda: {"quotes": [records.quote(plan, quote) for quote in found]},
            lambda lang: quote_blocks(plan, found, lang),
        )
    if not found:
        raise stop(1, words.NO_QUOTE)


def _source(plan: Plan, name: str) -> str:
    """Return the id of a source by its id, with or without `src.`, or by words of its title; else exit with 1."""
    for id_ in (name, f"src.{name}"):
        if id_ in plan.sources:
            return id_
    from plan_data.loading.parsers import nearest
    from plan_data.search import SearchIndex

    found = [hit.id for hit in SearchIndex(plan).search(name, kinds=("source",))]
    if len(found) == 1:
        return found[0]
    if found:
        raise several(plan, words.NODES["several"], name, found)
    raise stop(1, ANSWERS["no-source"].format(source=name, nearest=nearest(name, list(plan.sources))))


def _roles(plan: Plan, item: Item | None, lang: str) -> dict[str, str]:
    """Return in which role each quote is cited for a node; of an ancestor's quote, whose it is."""
    roles = {}
    for link in plan.quotes_of(item) if item else ():
        above = link.inherited_from
        of_above = words.ROLE_OF.format(role=ROLE_LABELS[link.role], title=plan.title(above, lang))
        roles[link.id] = of_above.pick(lang) if above else link.role
    return roles


def _quotes(plan: Plan, item: Item | None) -> list[Quote]:
    """Return the quotes of an item, or all of them."""
    if isinstance(item, Quote):
        return [item]
    if item is None or isinstance(item, Source):
        ids = plan.quotes_by_source.get(item.id, ()) if item else plan.quotes
        return [plan.quotes[id_] for id_ in ids]
    links = plan.quotes_of(item)
    if links and links[0].inherited_from:
        say(words.QUOTES_OF.format(id=item.id, other=links[0].inherited_from))
    return [plan.quotes[link.id] for link in links]
