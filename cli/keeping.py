"""`notes` and `bookmarks`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.common import Settings, emit, format_option, plan_of, say, shared_options

if TYPE_CHECKING:
    from tui.store import Store


NOTES_HELP = """Print your notes, each with the quotes of what it stands on.

\b
Example:
  internet-plus notes --format md > notes.md
"""


@click.command(help=NOTES_HELP)
@format_option("md")
@shared_options
@click.pass_obj
def notes(settings: Settings, form: str) -> None:
    """Run the command `notes`."""
    plan = plan_of(settings)
    store = store_of(settings)
    kept = store.notes()
    lang = settings.lang or "en"
    if form == "json":
        from plan_data import records

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
    from plan_data.citing import escaped, graded, markdown
    from plan_data.model import Node
    from plan_data.visible import visible

    parts = []
    for note in kept:
        item = plan.get(note.id)
        own = [link for link in plan.quotes_of(item) if not link.inherited_from] if item is not None else []
        quotes = [plan.quotes[link.id] for link in own]
        title = plan.title(note.id, lang)
        title = graded(title, plan.grade(item)) if isinstance(item, Node) else visible(title)
        if form == "md":
            text = "\n".join(visible(line) for line in note.text.split("\n"))
            cited = markdown(plan, quotes, {link.id: link.role for link in own})
            parts.append(f"## {escaped(title)} ({note.id})\n\n{text.rstrip()}\n\n{cited}")
        else:
            from cli.text import render
            from widgets.blocks import Block, Span
            from widgets.listing import quote_blocks

            blocks = [Block((Span(title, "title"),), right=(Span(note.id, "id"),))]
            blocks += [Block((Span(visible(line), "text"),), indent=2) for line in note.text.rstrip().split("\n")]
            parts.append(render([*blocks, *quote_blocks(plan, quotes, lang)]))
    emit("\n".join(parts))


BOOKMARKS_HELP = """Print your bookmarks, the latest first.

\b
Example:
  internet-plus bookmarks --format json
"""


@click.command(help=BOOKMARKS_HELP)
@format_option()
@shared_options
@click.pass_obj
def bookmarks(settings: Settings, form: str) -> None:
    """Run the command `bookmarks`."""
    plan = plan_of(settings)
    store = store_of(settings)
    kept = store.bookmarks()
    if form == "json":
        from plan_data import records

        rows = [
            {"id": mark.id, "title": {"en": plan.title(mark.id), "zh": plan.title(mark.id, "zh")}, "added": mark.when}
            for mark in kept
        ]
        emit(records.dumps({"bookmarks": rows}))
        return
    from cli.text import render
    from plan_data.visible import visible
    from widgets.blocks import Block, Span

    lang = settings.lang or "en"
    emit(
        render(
            [Block((Span(visible(plan.title(mark.id, lang)), "link"),), right=(Span(mark.id, "id"),)) for mark in kept]
        )
    )


def store_of(settings: Settings) -> Store:
    """Open the store; what is wrong with it is told, and nothing is printed then."""
    from plan_data.folders import NO_HOME, SHIPPED, data_folder
    from tui.store import FILE, Store, plan_key

    home = data_folder()
    if home is None:
        say(f"nothing is kept: {NO_HOME}")
    if home is None or not (home / FILE).exists():
        return Store(None, "")
    store = Store(home, plan_key(settings.folder, SHIPPED))
    if store.problem:
        say(store.problem)
    return store
