"""Following links, walking the quotes of a node, and opening addresses, for the main screen."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from plan_data.labels import answers
from plan_data.model.entities import Node, Quote, Source
from plan_data.quotes import text_fragments
from plan_data.quotes.order import walked
from tui.screens.pane_arranger import is_narrow
from tui.terminal.browser import Outcome, open_address
from tui.userdata.history import Location
from widgets.render.table_layout import place_of

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class SourceOpener:
    """Opens what links and keys lead to: cards, sources at their quotes, addresses in a browser."""

    def __init__(self, screen: MainScreen) -> None:
        """Serve a screen."""
        self.screen = screen

    def open_link(self, target: str) -> None:
        """Open what a link leads to: a quote in its source, or the card of anything else."""
        screen = self.screen
        id_, quote = place_of(target)
        item = screen.plan.get(id_)
        if quote:
            screen.navigator.open_quote(id_, quote)
        elif isinstance(item, Quote):
            screen.navigator.open_quote(screen.shown, item.id)
        elif not screen.is_gone(id_):
            # Where one pane is shown at a time, the outline would hide what was opened.
            in_outline = bool(screen.view) and id_ in screen.plan.index and not is_narrow(screen)
            screen.navigator.go_to(Location(id_))
            screen.focus_pane("outline" if in_outline else "card")

    def open_source(self) -> None:
        """Open the source of the quote under the cursor, or of the first quote of the current entry."""
        screen = self.screen
        id_, _ = screen.at_hand()
        if screen.is_gone(id_):
            return
        item = screen.plan.get(id_)
        _, quote = screen.pane.under_cursor()
        if not quote and item is not None:
            links = walked(screen.plan, item)
            quote = links[0].id if links else ""
        if isinstance(item, Source) and item.passages:
            quote = quote or item.id
        if quote:
            screen.navigator.open_quote(id_, quote)
            return
        address, document = self.address(), screen.plan.document
        official = document is not None and bool(document.address) and address.startswith(document.address)
        where = answers.OPENS_OFFICIAL if official else answers.OPENS_WHERE_SEEN
        screen.say(where if address else answers.NO_SHIPPED_SOURCE)

    def next_quote(self, by: int) -> None:
        """Go to the next or previous quote of the node: those that state it, those with figures, the rest."""
        screen = self.screen
        id_, _ = screen.at_hand()
        if screen.is_gone(id_):
            return
        item = screen.plan.get(id_)
        quotes = [link.id for link in walked(screen.plan, item)] if item is not None else []
        if not quotes:
            self.open_source()
        elif screen.at not in quotes:
            screen.navigator.open_quote(id_, quotes[0 if by > 0 else -1], "replace" if screen.at else "push")
        elif 0 <= (number := quotes.index(screen.at) + by) < len(quotes):
            screen.navigator.open_quote(id_, quotes[number], "replace")
        else:
            screen.say(answers.LAST_QUOTE if by > 0 else answers.FIRST_QUOTE)

    def address(self) -> str:
        """Return the address of the current entry or quote, with a text fragment where the words are known.

        A quote's is that of its source at the quote. A node's is that of its first quote where its title is quoted,
        and the official page at its heading where it is not. What the document does not print, an event for example,
        has the address where it was seen.
        """
        screen, plan = self.screen, self.screen.plan
        id_, quote = screen.at_hand()
        item = plan.get(id_)
        if quote:
            return text_fragments.of_quote(plan, plan.quotes[quote])
        if screen.at and screen.pane is screen.source_pane:
            item = plan.sources.get(screen.source_pane.source, item)
        if isinstance(item, Source):
            return item.address
        if isinstance(item, Node):
            own = [link for link in walked(plan, item) if link.role == "states" and not link.inherited_from]
            if own and plan.grade(item) == "quoted":
                return text_fragments.of_quote(plan, plan.quotes[own[0].id])
            printed = plan.sources.get(plan.printed.get(item.id, ""))
            if printed:
                return text_fragments.of_heading(printed, item)
            if seen := text_fragments.where_seen(plan, item):
                return seen
        return plan.document.address if plan.document else ""

    def open_page(self) -> None:
        """Open the address of the current entry in a browser."""
        screen = self.screen
        if screen.is_gone(screen.at_hand()[0]):
            return
        address = self.address()
        if address:
            self.open_address(address)
        else:
            screen.say(answers.NO_ADDRESS)

    def open_address(self, address: str) -> None:
        """Open an address in a browser, in a thread that nothing waits for."""

        def report(outcome: Outcome) -> None:
            # The explorer may have been left meanwhile.
            with suppress(RuntimeError):
                self.screen.app.call_from_thread(self._opened, address, outcome)

        threading.Thread(target=open_address, args=(address, dict(os.environ), report), daemon=True).start()

    def _opened(self, address: str, outcome: Outcome) -> None:
        """Say that an address was opened; where it was not, show and copy it."""
        if outcome.opened:
            self.screen.say(answers.OPENED.format(address=address))
        else:
            self.screen.app.copy_to_clipboard(address)
            self.screen.say(answers.ADDRESS_COPIED.format(why=outcome.why, address=address))
