"""`attach` and `detach`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cli.command import help_text
from cli.completions import attached, sources
from cli.options import Settings, format_option, guarded, not_empty, shared_options, stop
from cli.streams import emit, emit_data, form_error, is_terminal, language, say
from plan_data.errors import Cancelled
from plan_data.labels.attachments import ANSWERS
from plan_data.labels.command_line import WRONG_ATTACH
from plan_data.labels.fetch import NO_ADDRESS, NOT_FETCHED, QUESTION, REQUEST, YES
from plan_data.labels.reasons import reason_of

if TYPE_CHECKING:
    from plan_data.copies.page_request import Page
    from plan_data.model.entities import Source
    from plan_data.model.plan import Plan


ATTACH_HELP = """Attach your own copy of a source.

FILE is plain text, or a web page saved as HTML. It is copied to your data folder. The headings of the document
are looked up in it, in their order. Each heading that is found there is shown as 'found in your copy', and opens
at its paragraph. The lists of responsible bodies are compared with ours. A file that is not a copy of the source
is refused with the reason, and the exit code is 1. An earlier copy is replaced only by a good one, and the
differences are listed.

With --fetch it gets the official page itself: it names the address, asks, and makes one request. Nothing else in
this program opens a connection. Your notes and the plan are not sent anywhere.

The file may be UTF-8 or GB18030. Text in traditional characters needs the extra 'traditional' (the package opencc).

\b
Examples:
  internet-plus attach src.guofa-2015-40 saved-page.html
  internet-plus attach guofa-2015-40 --fetch
  internet-plus attach guofa-2015-40 copy.txt --format json
"""


@click.command(help=ATTACH_HELP)
@click.argument("source", metavar="SOURCE", shell_complete=sources, callback=not_empty)
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(), callback=not_empty)
@click.option("--fetch", is_flag=True, help="Get the official page from its address, after a question.")
@click.option("--yes", "agreed", is_flag=True, help="Fetch without asking.")
@format_option()
@shared_options
@click.pass_obj
def attach(settings: Settings, source: str, file: str | None, fetch: bool, agreed: bool, form: str) -> None:
    """Run the command `attach`."""
    from plan_data.cache.cached_plan import open_plan
    from plan_data.copies.store import CopyStore
    from plan_data.errors import FormError, Refused
    from plan_data.folders import copies_folder, expanded
    from plan_data.labels.command_line import NO_HOME

    if wrong := _wrong_use(file, fetch, agreed):
        raise click.UsageError(wrong)
    if file == "-":
        raise stop(2, ANSWERS["no-file"])
    # Without the copies that are attached already, so that a new one is compared with the plan's own files.
    with guarded():
        plan = open_plan(settings.folder, max_bytes=settings.max_bytes)
    id_ = _source_id(plan, source)
    folder = copies_folder()
    if folder is None:
        raise stop(3, ANSWERS["no-home"].format(reason=NO_HOME))
    store = CopyStore(folder)
    try:
        if file is None:
            page = _fetched(plan.sources[id_], agreed=agreed)
            merged = store.recognise_page(plan, id_, page)
            store.store(merged, page.data)
        else:
            merged = store.attach(plan, id_, expanded(file), settings.max_bytes)
    except Refused as refused:
        raise stop(1, ANSWERS["refused"].format(reason=refused.why)) from None
    except Cancelled:
        raise stop(1, NOT_FETCHED) from None
    except FormError as error:
        raise stop(3, form_error(error)) from None
    except OSError as error:
        raise stop(3, ANSWERS["not-written"].format(folder=folder, reason=reason_of(error))) from None
    if form == "json":
        from plan_data.exports import records

        emit_data(records.dumps({"attached": records.attached(merged.plan, merged.report)}))
    else:
        from cli.printer import print_blocks, width
        from widgets.render.copies import copies_view
        from widgets.render.view_options import ViewOptions

        options = ViewOptions(width(), language(), settings.ascii_signs, nodes=(id_,))
        print_blocks(copies_view(merged.plan, options).printed)
    say(ANSWERS["attached"].format(folder=folder / id_, source=id_))


def _wrong_use(file: str | None, fetch: bool, agreed: bool) -> str:
    """Return what is wrong with the arguments; "" for nothing."""
    if file is None and not fetch:
        return WRONG_ATTACH["nothing"]
    if file is not None and fetch:
        return WRONG_ATTACH["both"]
    return WRONG_ATTACH["yes"] if agreed and not fetch else ""


def _fetched(source: Source, *, agreed: bool) -> Page:
    """Return the page of a source, fetched from its address after a question.

    Args:
        source: The source.
        agreed: Do not ask.

    Raises:
        Refused: It has no address, or the page cannot be got.
        Cancelled: The answer was no.
    """
    from plan_data.copies.page_request import PageRequest

    if not source.address:
        raise stop(1, ANSWERS["refused"].format(reason=NO_ADDRESS.format(source=source.id)))
    request = PageRequest(source.address)
    if not agreed and not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        raise click.UsageError(WRONG_ATTACH["no-terminal"])
    say(REQUEST)
    say(f"  {request.address}")
    if not agreed and not _agrees():
        raise Cancelled
    return request.page()


def _agrees() -> bool:
    """Ask on the terminal; return whether the answer is yes."""
    sys.stderr.write(QUESTION.pick(language()))
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in YES


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
