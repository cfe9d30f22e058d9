"""The reader's own bookmarks and notes as a view."""

from __future__ import annotations

from plan_data.model.plan import Plan
from widgets.render.blocks import Block
from widgets.render.table_layout import Spot, TableLayout
from widgets.render.view_options import ViewOptions
from widgets.render.wrapping import Span


def kept_view(plan: Plan, look: ViewOptions) -> TableLayout:
    """Return the bookmarks, then the notes with their text, each leading to what it stands on."""
    blocks: list[Block] = []
    spots: dict[int, tuple[Spot, ...]] = {}

    def row(id_: str, gap: bool = False) -> None:
        spots[len(blocks)] = (Spot(0, look.width, id_),)
        gone = () if plan.get(id_) else (Span("  not in this plan any more", "note-doubt"),)
        name = plan.title(id_, look.lang)
        blocks.append(Block((Span(name, "link"), *gone), right=(Span(id_, "id"),), target=id_, gap=gap, indent=2))

    if look.unread:
        blocks.append(Block((Span(f"What you keep cannot be read: {look.unread}", "note-doubt"),)))
    none = "not known" if look.unread else "none"
    marked = [id_ for id_ in look.bookmarks if look.keeps(id_, plan.title(id_), plan.title(id_, "zh"))]
    blocks.append(Block((Span("Bookmarks", "heading"), Span(f"  {len(marked) or f'{none}; m sets one'}", "muted"))))
    for id_ in marked:
        row(id_)
    notes = [(id_, text) for id_, text in look.notes if look.keeps(id_, text, plan.title(id_), plan.title(id_, "zh"))]
    told = Span(f"  {len(notes) or f'{none}; i writes one'}", "muted")
    blocks.append(Block((Span("Notes", "heading"), told), gap=True))
    for n, (id_, text) in enumerate(notes):
        row(id_, gap=n > 0)
        for line in text.rstrip().split("\n"):
            blocks.append(Block((Span(line, "note"),), indent=4))
    return TableLayout(blocks, spots)
