"""What the commands share: options, the plan, NODE arguments, and how a command ends early."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from cli.completions import folders
from cli.streams import language, plan_errors, say
from plan_data.errors import MAX_BYTES, FormError, PlanError
from plan_data.folders import SHIPPED, expanded
from plan_data.labels.command_line import EMPTY, NODES
from plan_data.model.entities import LANGUAGES, Quote
from plan_data.model.pair import Pair

if TYPE_CHECKING:
    from plan_data.model.plan import Plan

F = TypeVar("F", bound=Callable[..., Any])

LOOKED_FOR = 12
"""Most parts of a query that nothing fits that are searched for."""
NAMED = 20
"""Entries found for each part whose titles are compared with the query."""


@dataclass
class Settings:
    """The options that are allowed before and after a command."""

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


def not_empty(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
    """Refuse an empty text, which a variable without a value leaves: it must not mean the same as nothing given."""
    if value == "" and ctx.get_parameter_source(param.name or "") is ParameterSource.COMMANDLINE:
        raise click.BadParameter(EMPTY, ctx=ctx, param=param)
    return value


def _store(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    if not_empty(ctx, param, value) is not None:
        setattr(ctx.ensure_object(Settings), param.name or "", value)


_SHARED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("--max-size", {"type": click.IntRange(1), "metavar": "BYTES", "help": "Do not read files larger than this."}),
    ("--lang", {"type": click.Choice(LANGUAGES), "help": "Language: English, Chinese, or both."}),
    ("--plan", {"metavar": "DIR", "shell_complete": folders, "help": "Read another plan, from this folder."}),
)
"""Options that are allowed before and after a command, in reverse order of the help."""


def shared_options(command: F) -> F:
    """Add `--plan`, `--lang` and `--max-size`, which are allowed before and after a command."""
    for name, about in _SHARED:
        command = click.option(name, callback=_store, expose_value=False, **about)(command)
    return command


def format_option(*more: str) -> Callable[[F], F]:
    """Return the option `--format`: text, json and what else fits."""
    return click.option(
        "--format", "form", type=click.Choice(["text", "json", *more]), default="text", help="Format of the output."
    )


def stop(code: int, message: Pair | str) -> click.exceptions.Exit:
    """Write a message to stderr; return the exception that ends the program with an exit code, for `raise`."""
    say(message)
    return click.exceptions.Exit(code)


@contextmanager
def guarded() -> Iterator[None]:
    """Turn the loader's errors into lines on stderr and the exit code 3."""
    try:
        yield
    except (FormError, PlanError) as error:
        raise stop(3, plan_errors(error)) from None


def plan_of(settings: Settings, *, at_once: bool = False) -> Plan:
    """Open the plan with the attached copies; an error in the plan ends the program with 3.

    Raises:
        Cancelled: It is to be opened at once, and would take longer.
    """
    from plan_data.copies.opening import load_with_copies

    with guarded():
        plan, messages = load_with_copies(settings.folder, max_bytes=settings.max_bytes, at_once=at_once)
    for message in messages:
        say(message)
    return plan


def resolve(plan: Plan, query: str) -> str:
    """Return the id that a NODE argument means; several or no candidates are listed on stderr, and end with 1.

    Ids and numbers are looked up, everything else is searched for.
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
    if found:
        raise several(plan, NODES["several"], query, found[:10])
    found = nearest_ids(plan, query)
    raise several(plan, NODES["nearest" if found else "none"], query, found)


def several(plan: Plan, message: Pair, query: str, ids: Sequence[str]) -> click.exceptions.Exit:
    """Say of a query what it may mean, an entry a line; return the exception that ends the program with 1."""
    lang = language()
    first = message.format(query=repr(query[:80])).pick(lang)
    return stop(1, "\n".join([first, *(f"  {id_:<24} {plan.title(id_, lang)}" for id_ in ids)]))


def nearest_ids(plan: Plan, query: str, limit: int = 5) -> list[str]:
    """Return the ids whose id, number or title is most like a query, the best first.

    A large plan has too many titles to compare all: those are compared that a search finds for a part of the query.
    """
    from rapidfuzz import fuzz, process

    from plan_data.search import SearchIndex

    query = query[:200]
    index = SearchIndex(plan)
    # Chinese has no blanks between words, most of which have two characters.
    pairs = (query[n : n + 2] for n in range(len(query) - 1))
    parts = (query, *query.split(), *(pair for pair in pairs if not pair.isascii()))
    found = (hit.id for part in parts[:LOOKED_FOR] for hit in index.search(part, NAMED))
    titles: dict[str, str] = {}
    for id_ in dict.fromkeys(found):
        item = plan.get(id_)
        if item is not None and not isinstance(item, Quote):
            for title in (item.title.en, item.title.zh_short or item.title.zh):
                titles.setdefault(title.casefold(), id_)
    titles.pop("", None)
    names = (*plan.uses.numbers, *plan.columns.ids, *plan.bodies, *plan.sources, *plan.quotes, *titles)
    likest = process.extract(query.casefold(), names, scorer=fuzz.ratio, limit=3 * limit, score_cutoff=1)
    ids = (plan.uses.numbers.get(name) or titles.get(name, name) for name, _, _ in likest)
    return list(dict.fromkeys(ids))[:limit]
