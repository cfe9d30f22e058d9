"""What the commands share: options, the plan, NODE arguments, and how output leaves."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from plan_data.parts import LANGUAGES, Finding
from plan_data.visible import visible

if TYPE_CHECKING:
    from plan_data.failure import FormError
    from plan_data.model import Plan

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
        from plan_data.folders import SHIPPED

        return Path(self.plan).expanduser() if self.plan else SHIPPED

    @property
    def max_bytes(self) -> int:
        """Cap on the size of a file, in bytes."""
        from plan_data.failure import MAX_BYTES

        return self.max_size or MAX_BYTES


@dataclass
class End:
    """How the program ends."""

    code: int = 0
    """The exit code."""


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
        plan, told = load_with_copies(settings.folder, max_bytes=settings.max_bytes)
        for line in told:
            say(line)
        return plan
    raise click.exceptions.Exit(3)


@contextmanager
def guarded() -> Iterator[None]:
    """Turn the loader's errors into lines on stderr and the exit code 3."""
    from plan_data.failure import FormError, PlanError

    try:
        yield
    except FormError as error:
        say(form_error(error))
        raise click.exceptions.Exit(3) from None
    except PlanError as error:
        for finding in error.findings:
            say(finding_line(finding))
        say(str(error))
        raise click.exceptions.Exit(3) from None


def form_error(error: FormError) -> str:
    """Return an error of form with its place and the line that shows it."""
    lines = [finding_line(error.finding)]
    if error.excerpt:
        lines += [f"    {line}" for line in error.excerpt.split("\n")]
    return "\n".join(lines)


def finding_line(finding: Finding) -> str:
    """Return a finding in one line, as compilers write them; nothing in it acts on the terminal."""
    place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part)
    where = f" ({finding.path})" if finding.path else ""
    line = f"{place}: {finding.severity}: {finding.message}{where} [{finding.code}]"
    return visible(line).replace("\n", "<U+000A>")


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is a terminal; one that was closed before the program began is None, and is none."""
    return stream is not None and stream.isatty()


def say(text: str) -> None:
    """Write a line to stderr; nothing in it acts on the terminal. Where stderr takes nothing, it is lost."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write("\n".join(visible(line) for line in text.split("\n")) + "\n")
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)


def emit(text: str) -> None:
    """Write data to stdout; raises OSError where it cannot be written."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "stdout is closed")
    sys.stdout.write(text)


@contextmanager
def steady_streams() -> Iterator[End]:
    """Let output end well: a closed pipe is 0, a full disk is 3, and what cannot be encoded is written out."""
    end = End()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        yield end
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        end.code = 0
        _discard(sys.stdout)
    except OSError as error:
        end.code = 3
        _discard(sys.stdout)
        what = error.filename or "output cannot be written"
        say(f"internet-plus: {what}: {error.strerror or error}")


def _discard(stream: TextIO | None) -> None:
    """Give what is still unwritten somewhere to go, so that the interpreter's end is quiet."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def resolve(plan: Plan, query: str) -> str:
    """Return the id that a NODE argument means; several or no candidates are named on stderr, and end with 1.

    An id, a number and a quote's id are taken as they stand; the search is asked for the rest.
    """
    query = query.strip()
    if plan.get(query) is not None:
        return query
    for node in plan.nodes:
        if node.number and node.number == query:
            return node.id
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
    called |= {node.number: node.id for node in plan.nodes}
    called.pop("", None)
    names = process.extract(query[:200].casefold(), list(called), scorer=fuzz.ratio, limit=3 * limit, score_cutoff=1)
    return list(dict.fromkeys(called[name] for name, _, _ in names))[:limit]
