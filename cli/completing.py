"""What a shell may put in the place of NODE: ids, each with its title."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from cli.common import Settings

MOST = 200
"""Ids that are offered at once."""


def nodes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the ids that begin with what was typed: nodes, bodies, sources, quotes; none where no plan can be read."""
    from plan_data.cache import open_plan
    from plan_data.failure import FormError, PlanError

    settings = ctx.find_object(Settings) or Settings()
    settings.plan = str(ctx.params.get("plan") or settings.plan or "")
    try:
        plan = open_plan(settings.folder, max_bytes=settings.max_bytes)
    except (FormError, PlanError, OSError):
        return []
    ids = (*plan.columns.ids, *plan.bodies, *plan.sources, *plan.quotes)
    found = [id_ for id_ in ids if id_.startswith(incomplete)][:MOST]
    return [CompletionItem(id_, help=" ".join(plan.title(id_).split())[:60]) for id_ in found]
