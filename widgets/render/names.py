"""Names in narrow columns."""

from __future__ import annotations

from plan_data.model.entities import Title
from widgets.render.wrapping import cells, cut_words


def fit_title(title: Title, lang: str, width: int) -> str:
    """Return a name in at most `width` cells: the label, or else the short one, or else its first words and ` ..`."""
    name = title.pick(lang)
    if cells(name) <= width:
        return name
    short = title.short(lang)
    return short if cells(short) <= width else cut_words(name, width)
