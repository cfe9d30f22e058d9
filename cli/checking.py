"""`check`."""

from __future__ import annotations

from pathlib import Path

import click

from cli.common import Settings, emit, finding_line, form_error, format_option, say, shared_options
from plan_data.reader import FormError
from plan_data.visible import visible


@click.command()
@click.argument("folder", metavar="[DIR]", required=False)
@click.option("--against", metavar="DIR", help="Folder of the originals to hold every passage and quote against.")
@format_option()
@shared_options
@click.pass_obj
def check(settings: Settings, folder: str | None, against: str | None, form: str) -> None:
    """Check a plan: its form, its references, its grades, and every quote to the character.

    Ends with 1 where there are errors, with 0 where there are none or only warnings, and with 3 where a file
    cannot be read.

    \b
    Examples:
      internet-plus check
      internet-plus check my-plan --against originals
    """
    from plan_data.checks import check as check_plan
    from plan_data.loader import PlanError, load
    from plan_data.records import dumps

    if folder:
        settings.plan = folder
    if against is not None and not Path(against).is_dir():
        say(f"{against} is no folder")
        raise click.exceptions.Exit(3)
    try:
        plan = load(settings.folder, max_bytes=settings.max_bytes, with_errors=True)
    except FormError as error:
        if form == "json":
            emit(dumps({"findings": [error.finding._asdict()], "counts": {}}))
        say(form_error(error))
        raise click.exceptions.Exit(3) from None
    except PlanError as error:
        if form == "json":
            emit(dumps({"findings": [f._asdict() for f in error.findings], "counts": {}}))
        for finding in error.findings if form == "text" else ():
            emit(visible(finding_line(finding)) + "\n")
        raise click.exceptions.Exit(1) from None
    report = check_plan(plan, Path(against) if against is not None else None)
    if form == "json":
        emit(dumps({"findings": [f._asdict() for f in report.findings], "counts": report.counts}))
    else:
        for finding in report.findings:
            emit(visible(finding_line(finding)) + "\n")
        states = ", ".join(f"{count} {state}" for state, count in report.counts.items() if count) or "no quotes"
        held = f"; held against {len(report.held)} originals" if against is not None else ""
        warnings = len(report.findings) - report.errors
        emit(f"{len(plan.nodes)} nodes, {len(plan.quotes)} quotes: {states}{held}\n")
        emit(f"{report.errors} errors, {warnings} warnings\n")
    if report.errors:
        raise click.exceptions.Exit(1)
