"""The standard streams: data to stdout, messages to stderr, and exit codes where writing fails."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from typing import TextIO

import click

from plan_data.errors import Finding, FormError, PlanError
from plan_data.labels.command_line import NOT_WRITTEN, OUTPUT
from plan_data.labels.reasons import NO_STDOUT, reason_of
from plan_data.model.pair import Pair, picked
from plan_data.text.visible import visible

COMPLETES = "_INTERNET_PLUS_COMPLETE"
"""The variable by which a shell asks for completions."""


UNENCODABLE = "backslashreplace"
"""What happens to characters that the encoding of a stream does not have: they are escaped."""


@dataclass
class End:
    """How the program ends."""

    code: int = 0
    """The exit code."""
    lang: str = "en"
    """Language of the message where the output cannot be written."""


def plan_errors(error: FormError | PlanError) -> str:
    """Return the message on a plan that cannot be read: a line for each error."""
    if isinstance(error, FormError):
        return form_error(error)
    return "\n".join([*map(finding_line, error.findings), str(error)])


def form_error(error: FormError) -> str:
    """Return an error of form with its position and the line of the file."""
    lines = [finding_line(error.finding)]
    if error.excerpt:
        lines += [f"    {line}" for line in error.excerpt.split("\n")]
    return "\n".join(lines)


def finding_line(finding: Finding) -> str:
    """Return a finding in one line, as compilers write them; nothing in it acts on the terminal."""
    position = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part)
    where = f" ({finding.path})" if finding.path else ""
    line = f"{position}: {finding.severity}: {finding.message}{where} [{finding.code}]"
    return visible(line).replace("\n", "<U+000A>")


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is a terminal; one that was closed before the program began is None, and is none."""
    return stream is not None and stream.isatty()


def language() -> str:
    """Return the language asked for with `--lang`; `en` where none was."""
    context = click.get_current_context(silent=True)
    return getattr(context.obj if context else None, "lang", None) or "en"


def say(words: Pair | str) -> None:
    """Write a line to stderr; nothing in it acts on the terminal. Where stderr takes nothing, it is lost."""
    if sys.stderr is None:
        return
    text: str = picked(words, language())
    try:
        sys.stderr.write("\n".join(visible(line) for line in text.split("\n")) + "\n")
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)


def emit(text: str) -> None:
    """Write text to stdout; nothing in it acts on the terminal. Raises OSError where it cannot be written."""
    # Tables end their lines with CR LF, which does what LF does.
    emit_raw("\r\n".join(visible(part) for part in text.split("\r\n")))


def emit_data(text: str, *, raw: bool = False) -> None:
    """Write what other programs read to stdout: in UTF-8, whatever the locale is, unless stdout is a terminal.

    Args:
        text: JSON, a table, a page, Markdown, settings.
        raw: Write it unchanged, because its every character counts.
    """
    stdout = sys.stdout
    if stdout is not None and not is_terminal(stdout) and isinstance(stdout, TextIOWrapper):
        stdout.reconfigure(encoding="utf-8", errors=UNENCODABLE)
    (emit_raw if raw else emit)(text)


def emit_raw(text: str) -> None:
    """Write text to stdout unchanged: lines with escape sequences for colours, or text whose every character counts."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, NO_STDOUT.en)
    sys.stdout.write(text)


@contextmanager
def steady_streams() -> Iterator[End]:
    """Turn errors of output into exit codes: 0 for a closed pipe, 3 for a full disk. Escape what cannot be encoded."""
    end = End()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=UNENCODABLE)
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
        reason = NO_STDOUT if sys.stdout is None and error.filename is None else reason_of(error)
        say(NOT_WRITTEN.format(file=error.filename or OUTPUT, reason=reason).pick(end.lang))


def flush() -> None:
    """Write out what was printed; where that cannot be, it is lost."""
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except (OSError, ValueError):
            _discard(sys.stdout)


def _discard(stream: TextIO | None) -> None:
    """Send buffered output to /dev/null, so that the interpreter reports no error when it flushes at exit."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
