"""The card pane: the card of a node, body or source."""

from __future__ import annotations

from textual.reactive import var

from plan_data.model.entities import Quote
from plan_data.model.plan import Plan, no_plan
from widgets.drawn.page import Page
from widgets.render.cards import node_card


class CardPane(Page):
    """The card of a node, body or source."""

    plan: var[Plan] = var(no_plan, init=False)
    """The open plan; bound by the screen."""
    shown: var[str] = var("", init=False)
    """Id of what is shown; bound by the screen."""
    lang: var[str] = var("en", init=False)
    """Language of the plan's text."""

    def __init__(self, plan: Plan, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id)
        self.set_reactive(CardPane.plan, plan)

    def watch_plan(self, before: Plan, plan: Plan) -> None:
        """Draw the card in another reading of the plan."""
        if before is not plan:
            self.draw(keep=True)

    def watch_shown(self) -> None:
        """Draw the card of another node."""
        self.draw()

    def watch_lang(self) -> None:
        """Draw the same card in another language."""
        self.draw(keep=True)

    def draw(self, *, keep: bool = False) -> None:
        """Draw the card."""
        item = self.plan.get(self.shown)
        if item is not None and not isinstance(item, Quote):
            self.show(node_card(self.plan, self.shown, self.lang, self.ascii_signs), keep=keep)

    def quote_under_cursor(self) -> str:
        """Return the quote's id that the cursor stands on, or ""."""
        return self.target if self.target in self.plan.quotes else ""
