"""Walks to every kind of screen of the explorer, for tests that look at all that is drawn."""

from __future__ import annotations

from typing import NamedTuple

from rich.segment import Segment
from textual.app import App
from textual.geometry import Offset
from textual.screen import ModalScreen


class Walk(NamedTuple):
    """How to get to a screen."""

    at: str
    """The entry to begin at."""
    keys: tuple[str, ...]
    """The keys, as for `tests.support.press`."""
    boxed: bool = False
    """Whether they end in a box over the main screen."""


_FIND = ("slash", "text:in")
WALKS = {
    "outline": Walk("act.ecommerce", ("J", "l", "j")),
    "matches in the outline": Walk("act.ecommerce", ("f", "text:agri", "enter", "h")),
    "card": Walk("act.ecommerce", ("enter", "j", "j", "j")),
    "a conflict's card": Walk("cf.doubling", ("enter", "j")),
    "a body's card": Walk("org.ndrc", ("enter", "j")),
    "a source's card": Walk("src.000", ("enter", "j")),
    "source": Walk("act.agriculture", ("s", "full_stop", "full_stop")),
    "source, all notes": Walk("act.agriculture", ("s", "e")),
    "source, find line": Walk("act.agriculture", ("s", "slash")),
    "source, matches": Walk("act.agriculture", ("s", *_FIND, "enter", "n")),
    "jump, empty": Walk("act.ecommerce", ("f",), boxed=True),
    "jump": Walk("act.ecommerce", ("f", "text:agric", "down"), boxed=True),
    "jump, typing error": Walk("act.ecommerce", ("f", "text:zzzqq"), boxed=True),
    "timeline": Walk("act.ecommerce", ("t", "j", "j")),
    "agencies": Walk("act.ecommerce", ("a", "j", "j", "l")),
    "targets": Walk("act.ecommerce", ("T", "j")),
    "targets, filter": Walk("act.ecommerce", ("T", "slash", "text:tri")),
    "sources": Walk("act.ecommerce", ("S", "j", "l", "l")),
    "conflicts": Walk("act.ecommerce", ("C", "j")),
    "bookmarks": Walk("act.ecommerce", ("m", "b", "j")),
    "glossary": Walk("act.ecommerce", ("w", "j")),
    "comparison": Walk("act.ai", ("equals_sign", "J", "equals_sign")),
    "filtered outline": Walk("act.ecommerce", ("U",)),
    "Chinese": Walk("act.ecommerce", ("L", "enter")),
    "both languages": Walk("act.ecommerce", ("L", "L", "enter", "s")),
    "help": Walk("act.ecommerce", ("question_mark",), boxed=True),
    "help, matches": Walk("act.ecommerce", ("question_mark", "slash", "text:jump"), boxed=True),
    "palette": Walk("act.ecommerce", ("colon",), boxed=True),
    "palette, typed": Walk("act.ecommerce", ("colon", "text:exp"), boxed=True),
    "copy menu": Walk("act.ai", ("y",), boxed=True),
    "note": Walk("act.ai", ("i", "enter"), boxed=True),
    "export": Walk("act.ai", ("E",), boxed=True),
}
"""What is drawn at the end, and the walk."""


def drawn_cells(app: App[object]) -> list[Segment]:
    """Return what is drawn, without what a box dims behind it and without scroll bars, in pieces of one style."""
    screen = app.screen
    found = []
    for y, strip in enumerate(screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            widget, _ = screen.get_widget_at(*Offset(min(x, app.size.width - 1), y))
            x += segment.cell_length
            behind = isinstance(screen, ModalScreen) and widget is screen
            if not segment.control and not behind and "ScrollBar" not in type(widget).__name__:
                found.append(segment)
    return found
