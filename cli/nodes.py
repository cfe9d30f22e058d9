"""`tree`, `show` and `find`."""

from __future__ import annotations

import click

from cli.completions import nodes
from cli.options import Settings, format_option, plan_of, resolve, shared_options
from cli.streams import emit, say
from plan_data.model.plan import Plan

TREE_HELP = """Print the tree, or the branch of NODE, with the grade of each title.

\b
Examples:
  internet-plus tree --depth 2
  internet-plus tree act.ai
  internet-plus tree --format json | jq '.tree.children[].id'
"""


@click.command(help=TREE_HELP)
@click.argument("node", nargs=-1, shell_complete=nodes)
@click.option("--depth", type=click.IntRange(0), help="Levels below the node.")
@format_option()
@shared_options
@click.pass_obj
def tree(settings: Settings, node: tuple[str, ...], depth: int | None, form: str) -> None:
    """Run the command `tree`."""
    plan = plan_of(settings)
    top = resolve(plan, " ".join(node)) if node else plan.root.id
    if top not in plan.index:
        say(f"{top} is not in the tree; 'internet-plus show {top}' prints it")
        raise click.exceptions.Exit(1)
    if form == "json":
        from plan_data.exports import records

        emit(records.dumps({"tree": records.tree(plan, top, depth)}))
        return
    from cli.printer import print_blocks
    from widgets.render.rows import tree_blocks

    print_blocks(tree_blocks(plan, top, settings.lang or "en", depth))


SHOW_HELP = """Print the card of each NODE: what it asks, who is to do it, by when, and where that is said.

A NODE is an id, a number, a quote's id, or a query with one clear answer.

\b
Examples:
  internet-plus show act.agriculture
  internet-plus show 11.2 m3.2 org.moa
  internet-plus show q.000.25 --format json
"""


@click.command(help=SHOW_HELP)
@click.argument("node", nargs=-1, required=True, shell_complete=nodes)
@format_option()
@shared_options
@click.pass_obj
def show(settings: Settings, node: tuple[str, ...], form: str) -> None:
    """Run the command `show`."""
    plan = plan_of(settings)
    ids = _nodes(plan, node)
    if form == "json":
        from plan_data.exports import records

        if len(ids) == 1:
            emit(records.dumps({"node": records.node(plan, ids[0])}))
        else:
            emit(records.dumps({"nodes": [records.node(plan, id_) for id_ in ids]}))
        return
    from cli.printer import print_blocks
    from widgets.render.cards import node_card
    from widgets.render.rows import quote_blocks

    lang = settings.lang or "en"
    for n, id_ in enumerate(ids):
        if n:
            emit("\n")
        quote = plan.quotes.get(id_)
        print_blocks(quote_blocks(plan, [quote], lang) if quote else node_card(plan, id_, lang))


def _nodes(plan: Plan, words: tuple[str, ...]) -> list[str]:
    """Return the ids that the arguments mean: each by itself where all are names, else all as one query."""
    if len(words) == 1 or all(plan.get(word) is not None or word in plan.uses.numbers for word in words):
        return [resolve(plan, word) for word in words]
    if any(plan.get(word) is not None for word in words):
        return [resolve(plan, word) for word in words]
    return [resolve(plan, " ".join(words))]


FIND_HELP = """Find nodes, bodies, sources and quotes: in English, Chinese, pinyin, by initials, by number.

\b
Examples:
  internet-plus find 22 trillion
  internet-plus find rgzn
  internet-plus find ndrc logistics -n 3
"""


@click.command(help=FIND_HELP)
@click.argument("query", nargs=-1, required=True)
@click.option("-n", "limit", type=click.IntRange(1, 1000), default=10, help="Hits to print (10).")
@format_option()
@shared_options
@click.pass_obj
def find(settings: Settings, query: tuple[str, ...], limit: int, form: str) -> None:
    """Run the command `find`."""
    plan = plan_of(settings)
    from plan_data.search import SearchIndex

    text = " ".join(query)
    hits = SearchIndex(plan).search(text, limit)
    if form == "json":
        from plan_data.exports import records

        emit(records.dumps({"hits": records.plain(hits)}))
    else:
        from cli.printer import print_blocks
        from widgets.render.hits import hit_blocks

        print_blocks(hit_blocks(plan, hits, settings.lang or "en", with_ids=True))
    if not hits:
        say(f"nothing found for {text[:80]!r}")
        raise click.exceptions.Exit(1)
