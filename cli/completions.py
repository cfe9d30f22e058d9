"""What a shell may put in the place of NODE: ids, each with its title."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from cli.options import Settings
from plan_data.text.visible import visible

MOST = 200
"""Ids that are offered at once."""
MOST_SAID = 60
"""Letters of what is said of each."""


def nodes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the ids that begin with what was typed: nodes, bodies, sources, quotes; none where no plan can be read."""
    from plan_data.errors import FormError, PlanError
    from plan_data.loading.cache import open_plan

    settings = ctx.find_object(Settings) or Settings()
    try:
        plan = open_plan(settings.folder, max_bytes=settings.max_bytes)
    except (FormError, PlanError, OSError):
        return []
    ids = (*plan.columns.ids, *plan.bodies, *plan.sources, *plan.quotes)
    found = [id_ for id_ in ids if id_.startswith(incomplete)][:MOST]
    return [item(id_, plan.title(id_)) for id_ in found]


def item(value: str, words: str) -> CompletionItem:
    """Return a completion with what is said of it, in one line in which nothing acts on the shell or its terminal."""
    shown = visible(" ".join(words.split()))
    return CompletionItem(visible(value), help=shown if len(shown) <= MOST_SAID else f"{shown[: MOST_SAID - 3]}...")
