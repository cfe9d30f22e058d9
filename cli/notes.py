"""`notes` and `bookmarks`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from cli.command import help_text, print_result
from cli.completions import folders
from cli.options import Settings, format_option, not_empty, plan_of, shared_options, stop
from cli.streams import emit, emit_data, is_terminal, say
from plan_data.labels.command_line import NO_HOME, NOTES

if TYPE_CHECKING:
    from plan_data.model.entities import QuoteLink
    from plan_data.model.pair import Pair
    from plan_data.model.plan import Plan
    from tui.userdata.store import Saved, Store
    from widgets.render.blocks import Block

_from_option = click.option(
    "--from",
    "folder",
    metavar="DIR",
    default="",
    shell_complete=folders,
    callback=not_empty,
    help="Print what you kept on the plan in this folder, which may be gone.",
)


@click.command(help=help_text("Print your notes, each with the quotes of its entry.", ["notes --format md > notes.md"]))
@format_option("md")
@_from_option
@shared_options
@click.pass_obj
def notes(settings: Settings, form: str, folder: str) -> None:
    """Run the command `notes`."""
    plan = plan_of(settings)
    store = store_of(settings, plan, folder)
    saved = saved_in(store, store.notes, folder, NOTES["no-notes"])
    lang = settings.lang or "en"
    if form == "json":
        from plan_data.exports import records

        rows = []
        for note in saved:
            quotes = [records.quote(plan, plan.quotes[link.id]) for link in _links(plan, note.id)]
            row = {"id": note.id, **_about(plan, note.id), "text": note.text, "changed": note.when}
            rows.append({**row, "quotes": quotes})
        emit_data(records.dumps({"notes": rows}))
        return
    for n, note in enumerate(saved):
        if n:
            emit("\n")
        (_print_markdown if form == "md" else _print_text)(plan, note, lang)


def _about(plan: Plan, id_: str) -> dict[str, Any]:
    """Return what stands beside an id in JSON; for an entry that is gone the title is the id, and there is no kind."""
    from plan_data.exports import records

    return {**records.about(plan, id_), "title": {"en": plan.title(id_), "zh": plan.title(id_, "zh")}}


def _links(plan: Plan, id_: str) -> list[QuoteLink]:
    """Return the links to the quotes of an entry's own."""
    item = plan.get(id_)
    return [link for link in plan.quotes_of(item) if not link.inherited_from] if item is not None else []


def _graded_title(plan: Plan, id_: str, lang: str) -> str:
    from plan_data.model.entities import Node
    from plan_data.quotes.citations import graded

    item, title = plan.get(id_), plan.title(id_, lang)
    return graded(title, plan.grade(item), lang) if isinstance(item, Node) else title


def _print_markdown(plan: Plan, note: Saved, lang: str) -> None:
    from plan_data.quotes.citations import markdown
    from plan_data.quotes.markdown_text import escaped
    from plan_data.text.visible import without_controls

    links = _links(plan, note.id)
    emit_data(f"## {escaped(_graded_title(plan, note.id, lang))} ({note.id})\n\n")
    # In a file the reader's words stay as they were written, with joiners and marks of direction.
    emit_data(without_controls(note.text), raw=not is_terminal(sys.stdout))
    quotes = [plan.quotes[link.id] for link in links]
    emit_data(f"\n\n{markdown(plan, quotes, {link.id: link.role for link in links}, lang)}")


def _print_text(plan: Plan, note: Saved, lang: str) -> None:
    from cli.printer import print_blocks
    from widgets.render.blocks import Span, text_block
    from widgets.render.rows import quote_blocks

    blocks = [text_block(_graded_title(plan, note.id, lang), "title", right=(Span(note.id, "id"),))]
    blocks += [text_block(line, "text", indent=2) for line in note.text.rstrip().split("\n")]
    print_blocks([*blocks, *quote_blocks(plan, [plan.quotes[link.id] for link in _links(plan, note.id)], lang)])


@click.command(help=help_text("Print your bookmarks, the latest first.", ["bookmarks --format json"]))
@format_option()
@_from_option
@shared_options
@click.pass_obj
def bookmarks(settings: Settings, form: str, folder: str) -> None:
    """Run the command `bookmarks`."""
    plan = plan_of(settings)
    store = store_of(settings, plan, folder)
    saved = saved_in(store, store.bookmarks, folder, NOTES["no-bookmarks"])

    def blocks(lang: str) -> list[Block]:
        from widgets.render.blocks import Span, text_block

        return [text_block(plan.title(mark.id, lang), "link", right=(Span(mark.id, "id"),)) for mark in saved]

    rows = [{"id": mark.id, **_about(plan, mark.id), "added": mark.when} for mark in saved]
    print_result(settings, form, lambda: {"bookmarks": rows}, blocks)


def store_of(settings: Settings, plan: Plan, folder: str = "") -> Store:
    """Return the store of a plan, or of that in `folder`; take over the notes of a moved plan, and say so."""
    from plan_data.folders import SHIPPED, data_folder, expanded
    from tui.userdata.moved_plans import take_over
    from tui.userdata.store import FILE, Store, plan_key

    home = data_folder()
    if home is None:
        say(NOTES["no-home"].format(reason=NO_HOME))
    if home is None or not (home / FILE).exists():
        return Store(None, "")
    if folder:
        return Store(home, plan_key(expanded(folder), SHIPPED))
    store = Store(home, plan_key(settings.folder, SHIPPED))
    if moved := take_over(store, plan):
        say(moved)
    return store


def saved_in(store: Store, ask: Callable[[], list[Saved]], folder: str = "", none: Pair | None = None) -> list[Saved]:
    """Return bookmarks or notes; end with 3 where they cannot be read.

    Where there are none, say for which folders that are gone there are some, or else `none`.

    Args:
        store: The store.
        ask: The method of the store that returns them.
        folder: The folder of `--from`; where there is nothing for it, the program ends with 1.
        none: What to say where there is nothing; None for nothing.
    """
    from plan_data.folders import data_folder
    from tui.userdata.moved_plans import gone_plans
    from tui.userdata.store import NotRead

    try:
        found = ask()
        gone = gone_plans(store) if store.plan and not found else []
    except NotRead as error:
        if not error.damaged:
            raise stop(3, NOTES["not-read"].format(reason=error)) from None
        say(store.problem)
        return []
    if folder and not found:
        raise stop(1, NOTES["none-of-folder"].format(folder=folder))
    if gone:
        say(NOTES["elsewhere"].format(folders=", ".join(gone)))
    elif none and not found and data_folder() is not None:
        # Without a home folder it was said already that nothing is saved.
        say(none)
    return found
