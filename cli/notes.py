"""`notes` and `bookmarks`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from cli.options import Settings, format_option, plan_of, shared_options
from cli.streams import emit, emit_raw, is_terminal, say

if TYPE_CHECKING:
    from plan_data.model.plan import Plan
    from tui.userdata.store import Saved, Store

_from_option = click.option(
    "--from", "folder", metavar="DIR", default="", help="What is kept on the plan in another folder, also a former one."
)


NOTES_HELP = """Print your notes, each with the quotes of what it stands on.

\b
Example:
  internet-plus notes --format md > notes.md
"""


@click.command(help=NOTES_HELP)
@format_option("md")
@_from_option
@shared_options
@click.pass_obj
def notes(settings: Settings, form: str, folder: str) -> None:
    """Run the command `notes`."""
    plan = plan_of(settings)
    store = store_of(settings, plan, folder)
    kept = kept_in(store, store.notes, folder)
    lang = settings.lang or "en"
    if form == "json":
        from plan_data.exports import records

        rows = []
        for note in kept:
            item = plan.get(note.id)
            links = plan.quotes_of(item) if item is not None else ()
            rows.append(
                {
                    "id": note.id,
                    "title": {"en": plan.title(note.id), "zh": plan.title(note.id, "zh")},
                    "text": note.text,
                    "changed": note.when,
                    "quotes": [records.quote(plan, plan.quotes[q.id]) for q in links if not q.inherited_from],
                }
            )
        emit(records.dumps({"notes": rows}))
        return
    from plan_data.model.entities import Node
    from plan_data.quotes.citations import escaped, graded, markdown
    from plan_data.text.visible import without_controls

    for n, note in enumerate(kept):
        item = plan.get(note.id)
        own = [link for link in plan.quotes_of(item) if not link.inherited_from] if item is not None else []
        quotes = [plan.quotes[link.id] for link in own]
        title = plan.title(note.id, lang)
        title = graded(title, plan.grade(item)) if isinstance(item, Node) else title
        if n:
            emit("\n")
        if form == "md":
            emit(f"## {escaped(title)} ({note.id})\n\n")
            # In a file the reader's own words are as they were written: joiners, marks of direction and all.
            (emit if is_terminal(sys.stdout) else emit_raw)(without_controls(note.text))
            emit(f"\n\n{markdown(plan, quotes, {link.id: link.role for link in own})}")
        else:
            from cli.printer import print_blocks
            from widgets.render.blocks import Block, Span
            from widgets.render.rows import quote_blocks

            blocks = [Block((Span(title, "title"),), right=(Span(note.id, "id"),))]
            blocks += [Block((Span(line, "text"),), indent=2) for line in note.text.rstrip().split("\n")]
            print_blocks([*blocks, *quote_blocks(plan, quotes, lang)])


BOOKMARKS_HELP = """Print your bookmarks, the latest first.

\b
Example:
  internet-plus bookmarks --format json
"""


@click.command(help=BOOKMARKS_HELP)
@format_option()
@_from_option
@shared_options
@click.pass_obj
def bookmarks(settings: Settings, form: str, folder: str) -> None:
    """Run the command `bookmarks`."""
    plan = plan_of(settings)
    store = store_of(settings, plan, folder)
    kept = kept_in(store, store.bookmarks, folder)
    if form == "json":
        from plan_data.exports import records

        rows = [
            {"id": mark.id, "title": {"en": plan.title(mark.id), "zh": plan.title(mark.id, "zh")}, "added": mark.when}
            for mark in kept
        ]
        emit(records.dumps({"bookmarks": rows}))
        return
    from cli.printer import print_blocks
    from widgets.render.blocks import Block, Span

    lang = settings.lang or "en"
    print_blocks([Block((Span(plan.title(mark.id, lang), "link"),), right=(Span(mark.id, "id"),)) for mark in kept])


def store_of(settings: Settings, plan: Plan, folder: str = "") -> Store:
    """Open the store, for a plan or for what is kept on another folder; say what became of a plan that was moved."""
    from plan_data.folders import NO_HOME, SHIPPED, data_folder, expanded
    from tui.userdata.moved_plans import take_over
    from tui.userdata.store import FILE, Store, plan_key

    home = data_folder()
    if home is None:
        say(f"nothing is kept: {NO_HOME}")
    if home is None or not (home / FILE).exists():
        return Store(None, "")
    if folder:
        return Store(home, plan_key(expanded(folder), SHIPPED))
    store = Store(home, plan_key(settings.folder, SHIPPED))
    if moved := take_over(store, plan):
        say(moved)
    return store


def kept_in(store: Store, ask: Callable[[], list[Saved]], folder: str = "") -> list[Saved]:
    """Return what is kept; where it cannot be read, say so and end with 3.

    Where there is nothing, it is said of what other folder there is something, if that folder is gone.

    Args:
        store: The store.
        ask: What is asked of it.
        folder: The folder that was asked for; where nothing is kept on it, the program ends with 1.
    """
    from tui.userdata.moved_plans import gone_plans
    from tui.userdata.store import NotRead

    try:
        found = ask()
        gone = gone_plans(store) if store.plan and not found else []
    except NotRead as error:
        if not error.damaged:
            say(f"internet-plus: {error}")
            raise click.exceptions.Exit(3) from None
        say(store.problem)
        return []
    if folder and not found:
        say(f"nothing of the kind is kept on {folder}")
        raise click.exceptions.Exit(1)
    if gone:
        say(f"nothing is kept here; notes or bookmarks are kept on {', '.join(gone)}, no longer there: --from DIR")
    return found
