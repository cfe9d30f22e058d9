"""`tree`, `show` and `find`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cli.command import node_argument, print_result, printing
from cli.completions import entries
from cli.options import Settings, plan_of, resolve, stop
from cli.streams import emit, emit_data, is_terminal, say
from plan_data.labels.command_line import FOUND_PART, NOTHING_FOUND, SHOW_PRINTS
from plan_data.labels.index_notices import NO_FTS
from plan_data.model.plan import Plan

if TYPE_CHECKING:
    from widgets.render.blocks import Block


@printing(
    "Print the outline, or only NODE and what is below it. Each title has its grade.",
    ["tree --depth 2", "tree act.ai", "tree --format json | jq '.tree.children[].id'"],
    node_argument(complete=entries),
    click.Option(["--depth"], metavar="N", type=click.IntRange(0), help="How many levels to print below the top."),
)
def tree(settings: Settings, node: tuple[str, ...], depth: int | None, form: str) -> None:
    """Run the command `tree`."""
    plan = plan_of(settings)
    top = branch_of(plan, node)
    from plan_data.exports import records
    from widgets.render.rows import tree_blocks

    if form == "json":
        emit_data(records.dumps({"tree": records.tree(plan, top, depth)}))
        return
    from cli.printer import print_blocks, say_signs

    lang = settings.lang or "en"
    blocks = tree_blocks(plan, top, lang, depth)
    print_blocks(blocks)
    say_signs(blocks, lang)


def branch_of(plan: Plan, words: tuple[str, ...]) -> str:
    """Return the id of the node that a NODE argument means, the root for none; exit with 1 for other ids."""
    top = resolve(plan, " ".join(words)) if words else plan.root.id
    if top not in plan.index:
        raise stop(1, SHOW_PRINTS.format(id=top))
    return top


@printing(
    "Print the card of each NODE.\n\n"
    "A card says what the entry wants, of whom, by when, and which sentence says so. NODE is an id (of an entry, body, "
    "source or quote), a number, or a few words that only one entry fits.",
    ["show act.agriculture", "show 11.2 m3.2 org.moa", "show q.000.25 --format json"],
    node_argument(required=True),
)
def show(settings: Settings, node: tuple[str, ...], form: str) -> None:
    """Run the command `show`."""
    plan = plan_of(settings)
    ids = _nodes(plan, node)
    if form == "json":
        from plan_data.exports import records

        found = [records.node(plan, id_) for id_ in ids]
        emit_data(records.dumps({"nodes": found} if len(found) > 1 else {"node": found[0]}))
        return
    from cli.printer import print_blocks, say_signs, width
    from widgets.render.cards import node_card
    from widgets.render.rows import quote_blocks

    lang = settings.lang or "en"
    printed: list[Block] = []
    for n, id_ in enumerate(ids):
        if n:
            emit("\n")
        quote = plan.quotes.get(id_)
        blocks = quote_blocks(plan, [quote], lang) if quote else node_card(plan, id_, lang, width=width())
        print_blocks(blocks)
        printed += blocks
    say_signs(printed, lang)


def _nodes(plan: Plan, words: tuple[str, ...]) -> list[str]:
    """Return the ids that the arguments mean: each by itself where all are names or one is an id, else one query."""
    known = [plan.get(word) is not None for word in words]
    if any(known) or all(word in plan.uses.numbers for word in words):
        return [resolve(plan, word) for word in words]
    return [resolve(plan, " ".join(words))]


ON_SCREEN = 10
"""Results that `find` prints on a terminal where `-n` is not given."""
EVERY = sys.maxsize
"""As many results as there are."""


@printing(
    "Search the entries, bodies, sources and quotes.\n\n"
    "QUERY is English, Chinese, pinyin or its initials, a number, or a date. On a terminal the ten best results are "
    "printed, in a pipe or a file all.",
    ["find 22 trillion", "find rgzn", "find ndrc logistics -n 3"],
    click.Argument(["query"], nargs=-1, required=True),
    click.Option(["-n", "limit"], metavar="N", type=click.IntRange(1), help="Print the N best results."),
)
def find(settings: Settings, query: tuple[str, ...], limit: int | None, form: str) -> None:
    """Run the command `find`."""
    plan = plan_of(settings)
    from plan_data.exports import records
    from plan_data.search import LOOKED_AT, SearchIndex
    from widgets.render.hits import hit_blocks

    text = " ".join(query)
    index = SearchIndex(plan)
    terms = index.terms(text, EVERY)
    limit = limit or (ON_SCREEN if is_terminal(sys.stdout) else EVERY)
    found = index.search(text, max(limit, LOOKED_AT))
    total = index.count(text) if len(found) >= LOOKED_AT else len(found)
    total += len({index.explained_at(term) for term in terms} - {hit.id for hit in found})
    hits = index.with_terms(found, terms, limit)

    def blocks(lang: str) -> list[Block]:
        ids = {hit.id for hit in hits}
        entries = [hit for hit in hits if hit.field != "term"]
        return hit_blocks(plan, entries, lang, [term for term in terms if index.explained_at(term) in ids])

    if index.is_partial:
        say(NO_FTS)
    print_result(settings, form, lambda: {"hits": records.hits(plan, hits)}, blocks)
    if not hits:
        raise stop(1, NOTHING_FOUND.format(query=repr(text[:80])))
    if len(hits) < total and limit < EVERY:
        say(FOUND_PART.format(shown=len(hits), total=total))
