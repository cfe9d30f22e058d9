"""Completions for shells: what an argument or option offers for what was typed so far, each with a short text.

None of these ever fails or says anything: it is called while somebody types. Where a plan cannot be read, or would take
seconds to read, it offers nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from plan_data.text.visible import visible

if TYPE_CHECKING:
    from plan_data.model.plan import Plan

MOST = 200
"""Words that are offered at most."""
MOST_SAID = 60
"""Characters of the title of each, at most."""
Offer = list[CompletionItem]
"""What is offered."""
Completer = Callable[[click.Context, click.Parameter, str], Offer]
"""Returns what is offered for a parameter and the beginning of its value."""


def nodes(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offer:
    """Offer the ids of nodes, bodies, sources and quotes."""
    plan = _plan(ctx)
    return _named(plan, (*plan.columns.ids, *plan.bodies, *plan.sources, *plan.quotes), incomplete) if plan else []


def entries(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offer:
    """Offer the ids of nodes."""
    plan = _plan(ctx)
    return _named(plan, plan.columns.ids, incomplete) if plan else []


def bodies(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offer:
    """Offer the ids of bodies."""
    plan = _plan(ctx)
    return _named(plan, plan.bodies, incomplete) if plan else []


def sources(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offer:
    """Offer the ids of sources, which may be typed without `src.`."""
    plan = _plan(ctx)
    return _named(plan, _with_short(plan.sources, incomplete), incomplete) if plan else []


def attached(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offer:
    """Offer the ids of the sources of which a copy is attached."""
    from plan_data.copies.opening import attached_sources
    from plan_data.folders import copies_folder

    folder = copies_folder()
    found = attached_sources(folder) if folder else []
    return _chosen(_with_short(found, incomplete), incomplete)


def themes(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offer:
    """Offer the names of themes, ours first."""
    from tui.panes.themes import names

    return _chosen(names(), incomplete)


def commands(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offer:
    """Offer the names of commands."""
    group = ctx.find_root().command
    return _chosen(group.list_commands(ctx) if isinstance(group, click.Group) else [], incomplete)


def folders(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offer:
    """Have the shell offer folders."""
    return [CompletionItem(incomplete, type="dir")]


def files(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offer:
    """Have the shell offer files."""
    return [CompletionItem(incomplete, type="file")]


def item(value: str, words: str) -> CompletionItem:
    """Return a completion with a short text, in one line, without control characters."""
    shown = visible(" ".join(words.split()))
    return CompletionItem(visible(value), help=shown if len(shown) <= MOST_SAID else f"{shown[: MOST_SAID - 3]}...")


def _plan(ctx: click.Context) -> Plan | None:
    """Return the plan of the command line; None where it cannot be read at once."""
    from cli.options import Settings
    from plan_data.cache.cached_plan import open_plan
    from plan_data.errors import Cancelled, FormError, PlanError

    settings = ctx.find_object(Settings) or Settings()
    # A shell replaces `~` and variables only when it runs the line.
    settings.plan = os.path.expandvars(settings.plan)
    try:
        return open_plan(settings.folder, max_bytes=settings.max_bytes, at_once=True)
    except (FormError, PlanError, OSError, ValueError, Cancelled):
        return None


def _named(plan: Plan, ids: Iterable[str], incomplete: str) -> Offer:
    """Offer the ids that begin with what was typed, each with its title."""
    found = _cut([id_ for id_ in ids if id_.startswith(incomplete)])
    return [item(id_, plan.title(id_ if plan.get(id_) else f"src.{id_}")) for id_ in found]


def _chosen(words: Iterable[str], incomplete: str) -> Offer:
    """Offer the words that begin with what was typed."""
    return [CompletionItem(visible(word)) for word in _cut([word for word in words if word.startswith(incomplete)])]


def _cut(words: list[str]) -> list[str]:
    """Return `MOST` of the words at most, which begin alike no longer than all of them do.

    A shell types on as far as all that is offered begins alike: that must not lead away from what is left out.
    """
    if len(words) <= MOST:
        return words
    return list(dict.fromkeys([*words[: MOST - 2], min(words), max(words)]))


def _with_short(ids: Iterable[str], incomplete: str) -> list[str]:
    """Return ids of sources, then, once something was typed, the same without `src.`."""
    ids = list(ids)
    return [*ids, *(id_.removeprefix("src.") for id_ in ids if incomplete)]
