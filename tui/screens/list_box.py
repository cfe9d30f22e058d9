"""A box with a line to type in and a list: the base of the jump box and of the list of commands."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.screen import ScreenResultType
from textual.widgets import Input, Static

from plan_data.labels import boxes
from plan_data.model.pair import Pair
from tui.panes.bindings import bindings
from tui.screens.box import Box
from widgets.drawn.page import Page

LONGEST = 200
"""Characters that are looked at; what is pasted beyond them is left out."""


class BoxList(Page):
    """The list; the line above has the focus, so the cursor is always drawn."""

    can_focus = False
    folds_sections = False

    @property
    def has_focus(self) -> bool:  # type: ignore[override]
        """Draw the cursor though the keys go to the line."""
        return True


class BoxInput(Input):
    """The line to type in; the keys of the list are its own, so that they win over those of a plain line."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("jump", namespace="screen.", priority=True)


class ListBox(Box[ScreenResultType], inherit_bindings=False):
    """A line, and below it a list of what fits what is typed."""

    DEFAULT_CSS = """
    ListBox {
        #box-line { height: 1; background: $bar; padding: 0 1 0 2; }
        #box-count { width: auto; height: 1; padding: 0 0 0 1; color: $soft; background: $bar; }
        #box-body { height: 1fr; padding: 1 0 0 0; }
        #box-list { width: 1fr; height: 1fr; background: $surface; }
        &.-narrow #box-body, &.-low #box-body { padding: 0; }
    }
    """
    AUTO_FOCUS = "#box-input"
    fills = True

    def __init__(self, text: str = "", lang: str = "en", *, in_ascii: bool = False) -> None:
        """Make a box.

        Args:
            text: What the line begins with.
            lang: Language of its words: `en`, `zh` or `both`.
            in_ascii: Draw signs in ASCII.
        """
        super().__init__(lang, in_ascii=in_ascii)
        self.text = text
        self.looked = text
        """What the list is of."""

    def rows(self) -> ComposeResult:
        """Yield the line and the list."""
        with Horizontal(id="box-line"):
            box = BoxInput(self.text, placeholder=self.placeholder().pick(self.lang), id="box-input")
            # A cursor that blinks over another screen has Textual send the whole screen again, twice a second.
            box.cursor_blink = False
            box.select_on_focus = self.begins_selected()
            yield box
            yield Static("", id="box-count", markup=False)
        with Container(id="box-body"):
            self.list = BoxList(id="box-list")
            self.list.ascii_signs = self.in_ascii
            yield self.list
            yield from self.beside()

    def beside(self) -> ComposeResult:
        """Yield what stands beside the list."""
        yield from ()

    def placeholder(self) -> Pair:
        """Return what the empty line says."""
        return Pair()

    def begins_selected(self) -> bool:
        """Return whether the first letter takes the place of what the line begins with."""
        return False

    def on_mount(self) -> None:
        """Fill the list for the first time."""
        self.begin()

    def begin(self) -> None:
        """Show what the first text finds."""
        self.look(self.text)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        if event.value != self.looked:
            self.look(event.value)

    def look(self, text: str) -> None:
        """Show what a text finds."""
        self.looked = text
        self.fill(text[:LONGEST].strip())
        self.highlighted()

    def fill(self, query: str) -> None:
        """Fill the list with what a query finds, and say how much that is."""
        raise NotImplementedError

    def highlighted(self) -> None:
        """Follow the cursor, which is on another row."""

    def count(self, found: int, *, unless: str = "") -> None:
        """Say how many things were found; `unless` says something else."""
        words = boxes.FOUND.pick(self.lang).format(count=found) if found else boxes.NOTHING_FOUND.pick(self.lang)
        self.query_one("#box-count", Static).update(unless or words)

    def count_nothing(self) -> None:
        """Say nothing in the place of the count."""
        self.query_one("#box-count", Static).update("")

    def action_walk(self, by: int) -> None:
        """Highlight another row."""
        targets = [i for i, block in enumerate(self.list.blocks) if block.target]
        if targets:
            before_all = -1 if by > 0 else len(targets)
            at = targets.index(self.list.cursor) if self.list.cursor in targets else before_all
            to = min(max(at + by, 0), len(targets) - 1)
            self.list.stand_on(targets[to])
            if to == 0:
                # The heading above the first row comes into sight with it.
                self.list.scroll_to_line(0)
            self.highlighted()

    def action_go(self) -> None:
        """Choose the highlighted row."""
        value = self.query_one(BoxInput).value
        if value != self.looked:
            self.look(value)
        if self.list.target:
            self.choose(self.list.target)

    def choose(self, target: str) -> None:
        """Choose a row by its target."""
        raise NotImplementedError

    @on(Page.Opened)
    def _clicked(self, event: Page.Opened) -> None:
        event.stop()
        if event.page is self.list:
            self.action_go()

    def action_clear(self) -> None:
        """Empty the line."""
        self.query_one(BoxInput).value = ""

    def action_preview(self) -> None:
        """Show or hide what stands beside the list, where something does."""

    def action_leave(self) -> None:
        """Leave; everything is as it was."""
        self.dismiss(None)
