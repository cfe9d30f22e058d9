"""`attach` and `detach`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.command import help_text
from cli.completions import attached, sources
from cli.options import Settings, format_option, guarded, not_empty, shared_options, stop
from cli.streams import emit, emit_data, form_error, language, say
from plan_data.labels.attachments import ANSWERS, BETWEEN_NAMES, REPORT
from plan_data.labels.reasons import reason_of

if TYPE_CHECKING:
    from plan_data.copies.merge import Report
    from plan_data.model.plan import Plan


ATTACH_HELP = """Attach your own copy of a source.

FILE is plain text, or a web page saved as HTML. It is copied to your data folder. The headings of the document
are looked up in it, in their order. Each heading that is found there is shown as 'found in your copy', and opens
at its paragraph. The lists of responsible bodies are compared with ours. A file that is not a copy of the source
is refused with the reason, and the exit code is 1.

The file may be UTF-8 or GB18030. Text in traditional characters needs the extra 'traditional' (the package opencc).

\b
Examples:
  internet-plus attach src.guofa-2015-40 saved-page.html
  internet-plus attach guofa-2015-40 copy.txt --format json
"""


@click.command(help=ATTACH_HELP)
@click.argument("source", metavar="SOURCE", shell_complete=sources, callback=not_empty)
@click.argument("file", metavar="FILE", type=click.Path(), callback=not_empty)
@format_option()
@shared_options
@click.pass_obj
def attach(settings: Settings, source: str, file: str, form: str) -> None:
    """Run the command `attach`."""
    from plan_data.copies.store import CopyStore
    from plan_data.errors import FormError, Refused
    from plan_data.folders import copies_folder, expanded
    from plan_data.labels.command_line import NO_HOME
    from plan_data.loading.loader import load

    if file == "-":
        raise stop(2, ANSWERS["no-file"])
    # Without the copies that are attached already, so that a new one is compared with the plan's own files.
    with guarded():
        plan = load(settings.folder, max_bytes=settings.max_bytes)
    id_ = _source_id(plan, source)
    folder = copies_folder()
    if folder is None:
        raise stop(3, ANSWERS["no-home"].format(reason=NO_HOME))
    try:
        merged = CopyStore(folder).attach(plan, id_, expanded(file), settings.max_bytes)
    except Refused as refused:
        raise stop(1, ANSWERS["refused"].format(reason=refused.why)) from None
    except FormError as error:
        raise stop(3, form_error(error)) from None
    except OSError as error:
        raise stop(3, ANSWERS["not-written"].format(folder=folder, reason=reason_of(error))) from None
    if form == "json":
        from plan_data.exports import records

        emit_data(records.dumps({"attached": records.attached(merged.plan, merged.report)}))
    else:
        emit("".join(f"{line}\n" for line in report_lines(merged.plan, merged.report, language())))
    say(ANSWERS["attached"].format(folder=folder / id_, source=id_))


@click.command(help=help_text("Remove an attached copy.", ["detach src.guofa-2015-40"]))
@click.argument("source", metavar="SOURCE", shell_complete=attached)
@shared_options
@click.pass_obj
def detach(settings: Settings, source: str) -> None:
    """Run the command `detach`."""
    from plan_data.copies.store import CopyStore
    from plan_data.folders import copies_folder

    folder = copies_folder()
    store = CopyStore(folder) if folder else None
    attached = store.sources() if store else []
    id_ = source if source in attached else f"src.{source}"
    try:
        removed = store is not None and store.remove(id_)
    except OSError as error:
        raise stop(3, ANSWERS["not-detached"].format(source=id_, reason=reason_of(error))) from None
    if not removed:
        answer = ANSWERS["only-others" if attached else "none"]
        raise stop(1, answer.format(source=source, sources=", ".join(attached)))
    emit(f"{ANSWERS['detached'].format(source=id_).pick(language())}\n")


def _source_id(plan: Plan, name: str) -> str:
    for id_ in (name, f"src.{name}"):
        if id_ in plan.sources:
            return id_
    from plan_data.loading.parsers import nearest

    raise stop(1, ANSWERS["no-source"].format(source=name, nearest=nearest(name, list(plan.sources))))


def report_lines(plan: Plan, report: Report, lang: str) -> list[str]:
    """Return what a copy has, kind by kind, in lines to be read."""
    from plan_data.copies.merge import COUNTED
    from plan_data.labels.kinds import KIND_LABELS, plural
    from widgets.render.source_page import copy_facts

    def say_of(what: str, **values: object) -> str:
        return REPORT[what].format(**values).pick(lang)

    copy = plan.sources[report.source].copy
    lines = []
    if copy:
        lines.append(say_of("copy", source=report.source, name=copy.name, facts=copy_facts(copy, lang)))
    if report.headings:
        lines.append(say_of("headings"))
    for kind, (found, total) in report.headings.items():
        words = KIND_LABELS[kind].zh if lang == "zh" else plural(kind) if total != 1 else KIND_LABELS[kind].en
        share = say_of("share", found=found, total=total)
        lines.append(f"  {share:>8}  {words if kind != 'plan' else say_of('title')}")
    if all(kind in report.headings for kind in COUNTED):
        found, total = report.together(COUNTED)
        share = say_of("share", found=found, total=total)
        lines.append(f"  {share:>8}  {say_of('together')}")
    if report.missing:
        lines.append(say_of("missing"))
    for missing in report.missing:
        near = missing.near._asdict() | {"likeness": int(missing.near.likeness)}
        nearest = say_of("near" if missing.near.paragraph else "nothing-near", **near)
        lines += [f"  {missing.node}  {missing.heading}", f"      {nearest}"]
    if report.compared or report.taken:
        compared, differing = len(report.compared), len({difference.node for difference in report.differences})
        counts = {"compared": compared, "same": compared - differing, "differing": differing}
        lines.append(say_of("bodies", **counts, taken=len(report.taken)))
    lines += [say_of("difference", **difference._asdict()) for difference in report.differences]
    if report.taken:
        lines.append(say_of("taken", nodes=BETWEEN_NAMES.join(report.taken)))
    if report.unlisted:
        lines.append(say_of("unlisted", nodes=BETWEEN_NAMES.join(report.unlisted)))
    found, total = report.passages
    if total:
        lines.append(say_of("passages", found=found, total=total))
    return lines
