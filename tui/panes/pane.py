"""The protocol of the panes of the main screen: the methods that its keys call."""

from __future__ import annotations

from typing import Protocol

from textual.reactive import var

from plan_data.model.plan import Plan, no_plan
from widgets.drawn.page import Page


class Pane(Protocol):
    """The protocol of a pane. A pane asks the screen to act by posting a message."""

    def step(self, by: int) -> None:
        """Go to another row or stop."""

    def turn(self, by: float) -> None:
        """Go so many pages down, or up."""

    def edge(self, last: bool) -> None:
        """Go to the beginning or the end."""

    def enter(self) -> None:
        """Go in: follow the link, or open the row, under the cursor."""

    def into(self) -> None:
        """Go one step inwards: unfold, to the first child, to the cell at the right."""

    def out(self) -> None:
        """Go one step outwards: fold, to the parent, to the cell at the left."""

    def toggle(self) -> None:
        """Fold or unfold the row under the cursor; go a page down where nothing folds."""

    def fold_below(self, folded: bool) -> None:
        """Fold or unfold the row under the cursor and all below it; on a page all its sections."""

    def find_page(self) -> Page | None:
        """Return the page on which one can find; None where one jumps instead."""

    def under_cursor(self) -> tuple[str, str]:
        """Return the id and the quote's id under the cursor; "" means the entry that the screen shows."""


class PagePane(Page):
    """A pane that shows a page made from the open plan."""

    plan: var[Plan] = var(no_plan, init=False)
    """The open plan; bound by the screen."""
    lang: var[str] = var("en", init=False)
    """Language of the plan's text; bound by the screen."""

    def __init__(self, plan: Plan, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id)
        self.set_reactive(PagePane.plan, plan)

    def watch_plan(self, before: Plan, plan: Plan) -> None:
        """Draw the page of another plan."""
        if before is not plan:
            self.draw(keep=True)

    def watch_lang(self) -> None:
        """Draw the page in another language."""
        self.draw(keep=True)

    def draw(self, *, keep: bool = False) -> None:
        """Draw the page; `keep` leaves scroll and cursor where they are."""
        raise NotImplementedError

    def into(self) -> None:
        """Follow the link under the cursor."""
        self.enter()

    def find_page(self) -> Page | None:
        """Return the page itself."""
        return self

    def under_cursor(self) -> tuple[str, str]:
        """Return two empty ids: the entry that the screen shows is meant."""
        return "", ""
