"""The reader's own bookmarks and notes as a view."""

from __future__ import annotations

from plan_data.labels import kept as words
from plan_data.labels.card import NONE
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, text_block
from widgets.render.table_layout import LayoutBuilder, TableLayout
from widgets.render.view_options import ViewOptions
from widgets.render.wrapping import Span


def kept_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the bookmarks, then the notes with their text; each leads to its entry."""
    rows = LayoutBuilder(options.width)

    def texts(id_: str) -> tuple[str, ...]:
        return id_, plan.title(id_), plan.title(id_, "zh")

    def add_row(id_: str, gap: bool = False) -> None:
        gone = () if plan.get(id_) else (Span(f"  {words.GONE}", "note-doubt"),)
        text = (Span(plan.title(id_, options.lang), "link"), *gone)
        rows.add(Block(text, right=(Span(id_, "id"),), target=id_, gap=gap, indent=2), start=0)

    if options.unread:
        rows.add(text_block(words.NOT_READ.format(options.unread), "note-doubt"))
    none = words.NOT_KNOWN if options.unread else NONE.pick(options.lang)
    marked = [id_ for id_ in options.bookmarks if options.matches(*texts(id_))]
    more = Span(f"  {len(marked) or words.NO_BOOKMARKS.format(none)}", "muted")
    rows.add(Block((Span(words.BOOKMARKS, "heading"), more)))
    for id_ in marked:
        add_row(id_)
    notes = [(id_, text) for id_, text in options.notes if options.matches(*texts(id_), text)]
    more = Span(f"  {len(notes) or words.NO_NOTES.format(none)}", "muted")
    rows.add(Block((Span(words.NOTES, "heading"), more), gap=True))
    for n, (id_, text) in enumerate(notes):
        add_row(id_, gap=n > 0)
        for line in text.rstrip().split("\n"):
            rows.add(text_block(line, "note", indent=4))
    return rows.layout
