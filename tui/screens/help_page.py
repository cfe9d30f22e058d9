"""The help: what the keys do, made from the commands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from plan_data.labels import boxes
from plan_data.labels.bars import PANE_LABELS
from plan_data.labels.commands import DIGITS
from plan_data.labels.grades import GRADE_SIGNS
from plan_data.labels.roles import ROLE_LABELS
from tui.commands import Command, all_commands
from tui.panes.bars import Hints
from tui.panes.bindings import bindings
from tui.panes.find_line import FindLine
from widgets.drawn.page import Page
from widgets.render.blocks import Block
from widgets.render.wrapping import Span

KEYS_WIDTH = 22
"""Cells for the keys before a command's help."""


class HelpPage(Page):
    """The page of the help."""

    folds_sections = False


class HelpScreen(ModalScreen[None], inherit_bindings=False):
    """What the keys do."""

    DEFAULT_CSS = """
    HelpScreen {
        background: $background;
        #help-page { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def __init__(self, pane: str) -> None:
        """Show what helps in `pane` first."""
        super().__init__()
        self.pane = pane

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield HelpPage(id="help-page")
        yield FindLine(id="find-line")
        hints = Hints(id="hints")
        hints.pane = "help"
        yield hints

    def on_mount(self) -> None:
        """Fill the page."""
        self.query_one(HelpPage).show(list(help_blocks(self.pane)))

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(HelpPage).scroll_relative(y=by, animate=False, immediate=True, force=True)

    def action_turn(self, by: int) -> None:
        """Scroll by pages."""
        self.query_one(HelpPage).turn(by)

    def action_edge(self, last: bool) -> None:
        """Go to the beginning or the end."""
        self.query_one(HelpPage).edge(last)

    def action_find(self) -> None:
        """Find in the help."""
        self.query_one(FindLine).open(self.query_one(HelpPage))

    def action_match(self, by: int) -> None:
        """Go to the next or previous match."""
        self.query_one(HelpPage).next_hit(by)

    def action_leave(self) -> None:
        """Close the help; where something is found there, first put that out."""
        page = self.query_one(HelpPage)
        if page.sought:
            page.seek("")
        else:
            self.dismiss()


def help_blocks(pane: str) -> Iterator[Block]:
    """Yield the help: the commands by group, then what the signs mean."""
    yield Block(
        (Span(boxes.KEYS_HEADING, "title"),),
        right=(Span(boxes.YOUR_PANE.format(pane=PANE_LABELS.get(pane, pane)), "muted"),),
    )
    groups: dict[str, list[type[Command]]] = {}
    for command in all_commands():
        groups.setdefault(command.label.name.partition(":")[0], []).append(command)
    for group, commands in groups.items():
        yield Block((Span(boxes.GROUPS.get(group, group.capitalize()), "heading"),), gap=True)
        for command in commands:
            keys = command.shown_keys()
            shown = DIGITS if keys == list("0123456789") else "  ".join(keys)
            yield Block(
                (Span(command.help(), "text"),),
                lead=(Span(f"{shown:<{KEYS_WIDTH}}", "key"),),
                indent=2,
                hang=KEYS_WIDTH + 2,
            )
    yield Block((Span(boxes.MOUSE_HEADING, "heading"),), gap=True)
    for what, words in boxes.MOUSE.items():
        yield Block((Span(words, "text"),), lead=(Span(f"{what:<{KEYS_WIDTH}}", "key"),), indent=2, hang=KEYS_WIDTH + 2)
    yield Block((Span(boxes.GRADES_HEADING, "heading"),), gap=True)
    for grade, sign in GRADE_SIGNS.items():
        yield Block(
            (Span(sign.label, "text"),),
            lead=(Span(f"{sign.sign} {grade:<{KEYS_WIDTH - 2}}", f"grade-{grade}"),),
            indent=2,
        )
    yield Block((Span(boxes.ROLES_HEADING, "heading"),), gap=True)
    for role, label in ROLE_LABELS.items():
        yield Block((Span(label.en, "text"),), lead=(Span(f"{role:<{KEYS_WIDTH}}", "key"),), indent=2)
