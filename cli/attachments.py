"""`attach` and `detach`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.completions import nodes
from cli.options import Settings, emit, form_error, format_option, say, shared_options

if TYPE_CHECKING:
    from plan_data.copies.merge import Report
    from plan_data.model.plan import Plan


ATTACH_HELP = """Attach your own copy of a source: plain text, or a page saved as HTML.

The copy goes to your data folder. Each heading that it prints is looked up at its place in the document's
order; what is found becomes `attached` and opens at its paragraph. Lists of responsible bodies are compared
with ours. A file that is no copy of the source is refused, with the reason, and ends with 1.

UTF-8 and GB18030 are read; text in traditional script needs the extra `traditional` (the package opencc).

\b
Examples:
  internet-plus attach src.guofa-2015-40 saved-page.html
  internet-plus attach guofa-2015-40 copy.txt --format json
"""


@click.command(help=ATTACH_HELP)
@click.argument("source", metavar="SOURCE", shell_complete=nodes)
@click.argument("file", metavar="FILE", type=click.Path())
@format_option()
@shared_options
@click.pass_obj
def attach(settings: Settings, source: str, file: str, form: str) -> None:
    """Run the command `attach`."""
    from plan_data.copies.store import Shelf
    from plan_data.errors import FormError, Refused
    from plan_data.folders import NO_HOME, copies_folder, expanded

    plan = _bare_plan(settings)
    id_ = _source_id(plan, source)
    folder = copies_folder()
    if folder is None:
        say(f"not attached: {NO_HOME}")
        raise click.exceptions.Exit(3)
    shelf = Shelf(folder)
    try:
        laid = shelf.put(plan, id_, expanded(file), settings.max_bytes)
    except Refused as refused:
        say(f"not attached: {refused}")
        raise click.exceptions.Exit(1) from None
    except FormError as error:
        say(form_error(error))
        raise click.exceptions.Exit(3) from None
    except OSError as error:
        say(f"not attached: {shelf.folder} cannot be written: {error.strerror or error}")
        raise click.exceptions.Exit(3) from None
    if form == "json":
        from plan_data.exports import records

        emit(records.dumps({"attached": records.attached(laid.plan, laid.report)}))
    else:
        emit("".join(f"{line}\n" for line in report_lines(laid.plan, laid.report)))
    say(f"kept in {shelf.folder / id_}; internet-plus detach {id_} takes it away")


DETACH_HELP = """Take an attached copy away.

\b
Example:
  internet-plus detach src.guofa-2015-40
"""


@click.command(help=DETACH_HELP)
@click.argument("source", metavar="SOURCE", shell_complete=nodes)
@shared_options
@click.pass_obj
def detach(settings: Settings, source: str) -> None:
    """Run the command `detach`."""
    from plan_data.copies.store import Shelf
    from plan_data.folders import copies_folder

    folder = copies_folder()
    shelf = Shelf(folder) if folder else None
    kept = shelf.sources() if shelf else []
    id_ = source if source in kept else f"src.{source}"
    try:
        gone = shelf is not None and id_ in kept and shelf.remove(id_)
    except OSError as error:
        say(f"the copy of {id_} cannot be taken away: {error.strerror or error}")
        raise click.exceptions.Exit(3) from None
    if not gone:
        say(f"no copy of {source} is attached{'; attached: ' + ', '.join(kept) if kept else ''}")
        raise click.exceptions.Exit(1)
    emit(f"detached the copy of {id_}\n")


def _bare_plan(settings: Settings) -> Plan:
    """Load the plan without any copy, so that a new copy is held against the plan's own files."""
    from cli.options import guarded
    from plan_data.loading.loader import load

    with guarded():
        return load(settings.folder, max_bytes=settings.max_bytes)
    raise click.exceptions.Exit(3)


def _source_id(plan: Plan, name: str) -> str:
    for id_ in (name, f"src.{name}"):
        if id_ in plan.sources:
            return id_
    from plan_data.loading.parsers import nearest

    say(f"no source {name!r}{nearest(name, list(plan.sources))}; internet-plus sources lists them")
    raise click.exceptions.Exit(1)


def report_lines(plan: Plan, report: Report) -> list[str]:
    """Return what a copy holds, kind by kind, in lines to be read."""
    from plan_data.copies.merge import COUNTED
    from plan_data.labels.kinds import counted

    source = plan.sources[report.source]
    copy = source.copy
    lines = []
    if copy:
        script = f", {copy.script} script" if copy.script else ""
        lines.append(
            f"{report.source}: {copy.name}, {copy.form}, {copy.encoding}{script}, sha256 {copy.sha256[:12]}..."
        )
    if report.headings:
        lines.append("Headings found at their place in the document's order:")
    for kind, (found, total) in report.headings.items():
        words = counted(total, kind).partition(" ")[2] if kind != "plan" else "title"
        lines.append(f"  {f'{found} of {total}':>8}  {words}")
    found, total = report.together(COUNTED)
    if all(kind in report.headings for kind in COUNTED):
        lines.append(f"  {f'{found} of {total}':>8}  tasks and measures together")
    if report.missing:
        lines.append("Not found, with the nearest text there:")
    for missing in report.missing:
        near = missing.near
        told = (
            f"paragraph {near.paragraph}, likeness {int(near.likeness)}: {near.text}"
            if near.paragraph
            else "nothing like it"
        )
        lines += [f"  {missing.node}  {missing.heading}", f"      {told}"]
    if report.compared or report.taken:
        differing = len({difference.node for difference in report.differences})
        same = len(report.compared) - differing
        lines.append(
            f"Responsible bodies: {len(report.compared)} lists compared, {same} the same, {differing} not; "
            f"{len(report.taken)} that we lack taken from the copy"
        )
    lines += [f"  {difference.node}: {difference.says}" for difference in report.differences]
    if report.taken:
        lines.append(f"  taken: {', '.join(report.taken)}")
    if report.unlisted:
        lines.append(f"  no list was found in the copy for {', '.join(report.unlisted)}")
    found, total = report.passages
    if total:
        lines.append(f"{found} of {total} shipped passages stand in the copy, to the character")
    return lines
