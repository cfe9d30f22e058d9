"""Names in narrow columns and in sentences."""

from __future__ import annotations

from plan_data.labels.kinds import CALLED, CALLED_PLAIN, KIND_LABELS, NUMBERED
from plan_data.model.entities import Node, Title
from widgets.render.wrapping import cells, cut_words


def fit_title(title: Title, lang: str, width: int) -> str:
    """Return a name in at most `width` cells: the label, or else the short one, or else its first words and ` ..`."""
    name = title.pick(lang)
    if cells(name) <= width:
        return name
    short = title.short(lang)
    return short if cells(short) <= width else cut_words(name, width)


def called(node: Node, lang: str, kind: str = "") -> str:
    """Return what a sentence calls an entry, `action 3, Modern agriculture`; `kind` stands for the word of its kind."""
    form = CALLED if node.number else CALLED_PLAIN
    kind = kind or KIND_LABELS[node.kind].pick(lang)
    return form.format(kind=kind, number=node.number, title=node.title.name(lang)).pick(lang)


def numbered(node: Node, lang: str) -> str:
    """Return the kind of an entry and its number, `action 3`; the kind alone where it has none."""
    kind = KIND_LABELS[node.kind].pick(lang)
    return NUMBERED.pick(lang).format(kind=kind, number=node.number) if node.number else kind
