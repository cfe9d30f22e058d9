"""`check`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from cli.completions import folders
from cli.options import Settings, format_option, not_empty, shared_options, stop
from cli.streams import emit, emit_data, finding_line, form_error
from plan_data.errors import Finding
from plan_data.folders import expanded
from plan_data.labels.command_line import CHECK

CHECK_HELP = """Check a plan and all its quotes for errors.

It checks the form of the files, their references, the grades, and every quote character by character. The exit
code is 0 if there are no errors (warnings do not count), 1 if there are errors, and 3 if a file cannot be read.

\b
Examples:
  internet-plus check
  internet-plus check my-plan --against originals
"""


@click.command(help=CHECK_HELP)
@click.argument("folder", metavar="[DIR]", required=False, shell_complete=folders, callback=not_empty)
@click.option(
    "--against",
    metavar="DIR",
    shell_complete=folders,
    callback=not_empty,
    help="Compare all passages and quotes with the originals in this folder.",
)
@format_option()
@shared_options
@click.pass_obj
def check(settings: Settings, folder: str | None, against: str | None, form: str) -> None:
    """Run the command `check`."""
    from plan_data.errors import FormError, PlanError
    from plan_data.loading.loader import load
    from plan_data.quotes.checks import check as check_plan

    if folder:
        settings.plan = folder
    originals = expanded(against) if against is not None else None
    if originals is not None and not _is_folder(originals):
        raise stop(3, CHECK["no-folder"].format(folder=originals))
    try:
        plan = load(settings.folder, max_bytes=settings.max_bytes, with_errors=True)
    except FormError as error:
        if form == "json":
            _print_json([error.finding])
        raise stop(3, form_error(error)) from None
    except PlanError as error:
        if form == "json":
            _print_json(error.findings)
        else:
            _print_lines(error.findings)
            emit(f"{error}\n")
        raise click.exceptions.Exit(1) from None
    report = check_plan(plan, originals, max_bytes=settings.max_bytes)
    if form == "json":
        _print_json(report.findings, report.counts)
    else:
        _print_lines(report.findings)
        states = ", ".join(f"{count} {state}" for state, count in report.counts.items() if count)
        compared = CHECK["originals"].format(originals=_count(len(report.compared), "original"))
        totals = {"nodes": _count(len(plan.nodes), "node"), "quotes": _count(len(plan.quotes), "quote")}
        totals |= {"states": states or CHECK["no-states"], "originals": "" if against is None else compared}
        warnings = _count(len(report.findings) - report.errors, "warning")
        emit(CHECK["quotes"].format(**totals) + "\n")
        emit(CHECK["errors"].format(errors=_count(report.errors, "error"), warnings=warnings) + "\n")
    if report.errors:
        raise click.exceptions.Exit(1)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _print_json(findings: Iterable[Finding], counts: dict[str, int] | None = None) -> None:
    from plan_data.exports import records
    from plan_data.model.anchors import STATES

    found = [records.plain(finding) for finding in findings]
    emit_data(records.dumps({"findings": found, "counts": counts or dict.fromkeys(STATES, 0)}))


def _print_lines(findings: Iterable[Finding]) -> None:
    for finding in findings:
        emit(finding_line(finding) + "\n")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
