"""The reader's own bookmarks and notes as a view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plan_data.labels import kept as words
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, text_block
from widgets.render.hits import column_width, row
from widgets.render.table_layout import LayoutBuilder, TableLayout
from widgets.render.view_options import ViewOptions
from widgets.render.wrapping import Span

BESIDE = 60
"""Least width in cells at which kind and path stand beside a title; in less they stand below it."""
FIRST_LINES = 3
"""Lines of a note that are shown. One that is found by the filter is shown whole."""


def kept_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the bookmarks, then the notes with their first lines; each leads to its entry."""
    lang = options.lang
    rows = LayoutBuilder(options.width)
    notes = dict(options.notes)
    wide = column_width(plan, [*options.bookmarks, *notes])
    below = 4 + wide if wide else 4

    no_bookmarks = words.NO_BOOKMARKS.pick(lang).format(key=options.keys.get("bookmark", ""))
    no_notes = words.NO_NOTES.pick(lang).format(key=options.keys.get("write-note", ""))

    def matches(id_: str, note: str = "") -> bool:
        return options.matches(id_, plan.title(id_), plan.title(id_, "zh"), note)

    def add_heading(heading: Pair, found: Sequence[str], kept: Sequence[str], none: str, gap: bool) -> None:
        count = words.NOT_KNOWN.pick(lang) if options.unread else str(len(found) or "")
        rows.add(Block((Span(heading.pick(lang), "heading"), Span(f"  {count}", "soft")), gap=gap))
        if not found and not options.unread:
            rows.add(text_block(words.NONE_FOUND.pick(lang) if kept else none, "soft", indent=2))

    def add_row(id_: str, gap: bool = False) -> None:
        if plan.get(id_):
            entry = row(plan, id_, lang, "right" if options.width >= BESIDE else "under", wide)
        else:
            entry = Block((Span(id_, "text"), Span(f"  {words.GONE.pick(lang)}", "doubt")), target=id_)
        rows.add(replace(entry, indent=2, gap=gap), start=0)

    if options.unread:
        rows.add(text_block(words.NOT_READ.pick(lang).format(options.unread), "doubt"))
    marked = [id_ for id_ in options.bookmarks if matches(id_)]
    add_heading(words.BOOKMARKS, marked, options.bookmarks, no_bookmarks, bool(options.unread))
    for id_ in marked:
        add_row(id_)
    noted = [id_ for id_, text in notes.items() if matches(id_, text)]
    add_heading(words.NOTES, noted, list(notes), no_notes, True)
    for n, id_ in enumerate(noted):
        add_row(id_, gap=n > 0)
        lines = notes[id_].rstrip().split("\n")
        # A single line more takes no more room than the words that there is one.
        shown = lines if options.only.strip() or len(lines) == FIRST_LINES + 1 else lines[:FIRST_LINES]
        for line in shown:
            rows.add(text_block(line, "note", indent=below))
        if len(shown) < len(lines):
            rows.add(text_block(words.MORE_LINES.pick(lang).format(len(lines) - len(shown)), "soft", indent=below))
    return rows.layout
