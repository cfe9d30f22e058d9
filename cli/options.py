"""What the commands share: options, the plan, NODE arguments, and how output leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cli.streams import emit, finding_line, form_error, is_terminal, plan_errors, say, steady_streams
from plan_data.errors import MAX_BYTES, FormError, PlanError
from plan_data.folders import SHIPPED, expanded
from plan_data.model.entities import LANGUAGES

if TYPE_CHECKING:
    from plan_data.model.plan import Plan

__all__ = [
    "Settings",
    "emit",
    "finding_line",
    "form_error",
    "format_option",
    "guarded",
    "is_terminal",
    "nearest_ids",
    "plan_of",
    "resolve",
    "say",
    "shared_options",
    "steady_streams",
]

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Settings:
    """The options that stand before or after a command."""

    plan: str = ""
    """The plan's folder; "" for the shipped one."""
    lang: str | None = None
    """`en`, `zh` or `both`; None where it was not given."""
    max_size: int = 0
    """Cap on the size of a file, in bytes; 0 where it was not given."""
    ascii_signs: bool = False
    """Print signs in ASCII."""

    @property
    def folder(self) -> Path:
        """The plan's folder."""
        return expanded(self.plan) if self.plan else SHIPPED

    @property
    def max_bytes(self) -> int:
        """Cap on the size of a file, in bytes."""
        return self.max_size or MAX_BYTES


def _store(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    if value is not None:
        setattr(ctx.ensure_object(Settings), param.name or "", value)


def shared_options(command: F) -> F:
    """Add `--plan`, `--lang` and `--max-size`, which stand before or after a command."""
    for option in (
        click.option(
            "--max-size",
            type=click.IntRange(1),
            callback=_store,
            expose_value=False,
            metavar="BYTES",
            help="Largest file to read.",
        ),
        click.option(
            "--lang",
            type=click.Choice(LANGUAGES),
            callback=_store,
            expose_value=False,
            help="Language of the plan's text.",
        ),
        click.option("--plan", metavar="DIR", callback=_store, expose_value=False, help="Folder of another plan."),
    ):
        command = option(command)
    return command


def format_option(*more: str) -> Callable[[F], F]:
    """Return the option `--format`: text, json and what else fits."""
    return click.option(
        "--format", "form", type=click.Choice(["text", "json", *more]), default="text", help="How to print."
    )


def plan_of(settings: Settings) -> Plan:
    """Load the plan, with the copies that are attached; what is wrong with it ends the program with 3."""
    from plan_data.copies.opening import load_with_copies

    with guarded():
        plan, messages = load_with_copies(settings.folder, max_bytes=settings.max_bytes)
        for line in messages:
            say(line)
        return plan
    raise click.exceptions.Exit(3)


@contextmanager
def guarded() -> Iterator[None]:
    """Turn the loader's errors into lines on stderr and the exit code 3."""
    try:
        yield
    except (FormError, PlanError) as error:
        say(plan_errors(error))
        raise click.exceptions.Exit(3) from None


def resolve(plan: Plan, query: str) -> str:
    """Return the id that a NODE argument means; several or no candidates are named on stderr, and end with 1.

    An id, a number and a quote's id are taken as they stand; the search is asked for the rest.
    """
    query = query.strip()
    if plan.get(query) is not None:
        return query
    if query in plan.uses.numbers:
        return plan.uses.numbers[query]
    from plan_data.search import SearchIndex

    found = SearchIndex(plan).lookup(query)
    if len(found) == 1:
        return found[0]
    asked = repr(query[:80])
    if found:
        say(f"{asked} may be one of these:")
        found = found[:10]
    else:
        found = nearest_ids(plan, query)
        say(f"nothing is called {asked}; " + ("the nearest:" if found else "internet-plus tree prints what there is"))
    for id_ in found:
        say(f"  {id_:<24} {plan.title(id_)}")
    raise click.exceptions.Exit(1)


def nearest_ids(plan: Plan, query: str, limit: int = 5) -> list[str]:
    """Return the ids whose id, number or title is most like a query, the likest first."""
    from rapidfuzz import fuzz, process

    called = {id_: id_ for id_ in (*plan.index, *plan.bodies, *plan.sources, *plan.quotes)}
    titles = [(item.title, item.id) for item in plan.nodes] + [(body.title, body.id) for body in plan.bodies.values()]
    for title, id_ in titles:
        called.setdefault(title.en.casefold(), id_)
        called.setdefault((title.zh_short or title.zh).casefold(), id_)
    called.pop("", None)
    called |= plan.uses.numbers
    names = process.extract(query[:200].casefold(), list(called), scorer=fuzz.ratio, limit=3 * limit, score_cutoff=1)
    return list(dict.fromkeys(called[name] for name, _, _ in names))[:limit]
