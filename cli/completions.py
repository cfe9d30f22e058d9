"""Completions of NODE arguments for shells: ids, each with its title."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from cli.options import Settings
from plan_data.text.visible import visible

MOST = 200
"""Ids that are offered at most."""
MOST_SAID = 60
"""Characters of the title of each, at most."""


def nodes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the ids of nodes, bodies, sources and quotes that begin with what was typed; none without a plan."""
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
    """Return a completion with a short text, in one line, without control characters."""
    shown = visible(" ".join(words.split()))
    return CompletionItem(visible(value), help=shown if len(shown) <= MOST_SAID else f"{shown[: MOST_SAID - 3]}...")
