"""The line in which one types what to find on a page: matches are highlighted with every keystroke."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from plan_data.labels import bars
from widgets.drawn.page import Page

LONGEST = 200
"""Longest query in characters; the rest is ignored."""


class FindInput(Input):
    """The box to type in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+u", "clear", "clear", show=False),
    ]

    def action_clear(self) -> None:
        """Clear the box."""
        self.value = ""


class FindLine(Horizontal):
    """A sign, the box, and how many matches there are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", show=False),
        Binding("down,ctrl+n", "hit(1)", "next", show=False),
        Binding("up,ctrl+p", "hit(-1)", "previous", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    FindLine {
        height: 1;
        dock: bottom;
        background: $bar;
        Input, Input:focus { border: none; height: 1; width: 1fr; padding: 0 1; background: $bar; }
        .find-sign { width: 3; height: 1; padding: 0 0 0 1; color: $head; }
        .find-count { width: auto; height: 1; padding: 0 1; color: $soft; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Hide the line until it is opened."""
        super().__init__(id=id)
        self.page = Page()
        self.lang = "en"
        self.display = False

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Static(bars.FIND_SIGN, classes="find-sign", markup=False)
        box = FindInput(classes="find-input", select_on_focus=False)
        # A cursor that blinks over another screen has Textual send the whole screen again, twice a second.
        box.cursor_blink = False
        yield box
        yield Static("", classes="find-count", markup=False)

    def open(self, page: Page, lang: str) -> None:
        """Begin to find on a page, or filter it where it is a view; `lang` is the language of the words."""
        self.page, self.lang = page, lang
        self.display = True
        if not self.is_mounted:
            self.call_after_refresh(self.open, page, lang)
            return
        box = self.query_one(FindInput)
        box.value = page.sought
        box.focus()
        self.count()

    def close(self, *, keep: bool) -> None:
        """Give the focus back to the page; `keep` leaves the matches highlighted, for the keys that walk them."""
        if not keep:
            self.page.seek("")
        self.display = False
        self.page.focus()

    def action_leave(self) -> None:
        """Leave, and highlight nothing any more."""
        self.close(keep=False)

    def action_hit(self, by: int) -> None:
        """Go to the next or previous match."""
        self.page.next_hit(by)
        self.count()

    def count(self) -> None:
        """Show how many matches there are."""
        nothing = bars.NOT_FOUND.pick(self.lang) if self.page.sought.strip() else ""
        self.query_one(".find-count", Static).update(self.page.hit_count() or nothing)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.page.seek(event.value[:LONGEST])
            self.count()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        # Where nothing is found the line stays open, so that what was typed can be corrected.
        if self.page.hit_count() or not self.page.sought.strip():
            self.close(keep=True)
