"""How one gets to the sources from the main screen, and takes something away from them."""

from __future__ import annotations

import os
import threading
from contextlib import suppress

from textual import on

from plan_data.exports.views import VIEWS
from plan_data.model.entities import Node, Quote, Source
from plan_data.quotes import text_fragments
from plan_data.quotes.citations import WHAT, clip
from plan_data.quotes.order import walked
from plan_data.text.visible import visible
from tui.panes.bars import SourceTitle
from tui.panes.source import SourcePane
from tui.screens.frame import Frame
from tui.terminal.browser import Outcome, open_address
from tui.userdata.history import Location
from widgets.drawn.outline import Outline
from widgets.drawn.page import Page

LONGEST_ANSWER = 200
"""Characters of what was copied that the answer shows."""


class Reading(Frame, inherit_bindings=False):
    """Following links both ways, walking quotes, opening addresses, copying."""

    def action_enter(self) -> None:
        """Go in."""
        if self.focused_pane == "outline" and self.pick:
            self.app.exit(self.current)
        elif self.focused_pane == "outline":
            self.focus_pane("card")
        else:
            self.page.enter()

    @on(SourcePane.Drawn)
    def _name_source(self, event: SourcePane.Drawn) -> None:
        title = self.query_one(SourceTitle)
        title.source, title.where, title.quote = event.source, event.where, self._which_quote()

    def _which_quote(self) -> str:
        """Say which quote of the node is lit, in which role, and whose it is where it is an ancestor's."""
        item = self.plan.get(self.shown)
        links = walked(self.plan, item) if item is not None else ()
        for n, link in enumerate(links, 1):
            if link.id == self.source_pane.place:
                above = f" of {self.plan.title(link.inherited_from, self.lang)}" if link.inherited_from else ""
                return f"{'states it' if link.role == 'states' else link.role}{above} {n}/{len(links)}"
        return ""

    @on(Outline.RowChosen)
    def _choose_row(self, event: Outline.RowChosen) -> None:
        self.navigator.go_to(Location(event.id), record="replace")
        if event.fold:
            self.outline.set_open([event.id], not self.outline.is_open(event.id))

    @on(Page.Opened)
    def _open(self, event: Page.Opened) -> None:
        self.open(event.target)

    def open(self, target: str) -> None:
        """Open what a link leads to: a quote in its source, a passage's nodes, or the card of anything else."""
        id_, _, quote = target.partition("@")
        item = self.plan.get(id_)
        if quote:
            self.navigator.go_to(Location(id_, quote))
            self.focus_pane("source")
        elif isinstance(item, Quote):
            self.navigator.go_to(Location(self.shown, item.id))
            self.focus_pane("source")
        elif "#" in target:
            self._open_passage(target)
        elif item is not None:
            from_view = bool(self.view)
            self.navigator.go_to(Location(target))
            self.focus_pane("outline" if from_view and target in self.plan.index else "card")
        else:
            self.is_gone(target)

    def _open_passage(self, target: str) -> None:
        """Go to the node that a passage supports, or list them where there are several."""
        head = next((i for i, block in enumerate(self.source_pane.blocks) if block.section == target), -1)
        if head < 0:
            self.notify("This passage supports no entry.", markup=False, timeout=2)
            return
        self.source_pane.cursor = head
        self.source_pane.toggle(True)
        links = [i for i, block in enumerate(self.source_pane.blocks) if block.member == target and block.target]
        if len(links) == 1:
            self.open(self.source_pane.blocks[links[0]].target)
            return
        self.source_pane.stand_on(head, top=True)
        self.source_pane.stand_on(links[0])

    def action_source(self) -> None:
        """Open the source of the quote at hand, or of the first quote."""
        id_, quote = self.at_hand()
        if self.is_gone(id_):
            return
        item = self.plan.get(id_)
        if item is not None and not (quote and self.focused_pane in ("card", "view")):
            links = walked(self.plan, item)
            quote = links[0].id if links else ""
        if isinstance(item, Source) and item.passages:
            quote = quote or item.id
        if quote:
            self.navigator.go_to(Location(id_, quote))
            self.focus_pane("source")
        else:
            address, document = self.address_at_hand(), self.plan.document
            official = document is not None and bool(document.address) and address.startswith(document.address)
            where = "the official page" if official else "where it was seen"
            more = f" o opens {where}." if address else ""
            self.notify(f"No shipped source quotes this.{more}", markup=False, timeout=4)

    def action_quote(self, by: int) -> None:
        """Go to the next or previous quote of the node: those that state it, those with figures, the rest."""
        id_, _ = self.at_hand()
        if self.is_gone(id_):
            return
        item = self.plan.get(id_)
        quotes = [link.id for link in walked(self.plan, item)] if item is not None else []
        if not quotes:
            self.action_source()
            return
        if self.at in quotes:
            place = quotes.index(self.at) + by
            if not 0 <= place < len(quotes):
                self.notify("The last quote." if by > 0 else "The first quote.", markup=False, timeout=2)
                return
            quote = quotes[place]
        else:
            quote = quotes[0 if by > 0 else -1]
        self.navigator.go_to(Location(id_, quote), record="replace" if self.at else "push")
        self.focus_pane("source")

    # Addresses.

    def address_at_hand(self) -> str:
        """Return the address of what is at hand, at the very words where they are known.

        A quote's is that of its source at the quote. A node's is that of its first quote where its title is quoted,
        and the official page at its heading where it is not. What the document does not print, an event for one, has
        the address where it was seen.
        """
        id_, quote = self.at_hand()
        item = self.plan.get(id_)
        if quote:
            return text_fragments.of_quote(self.plan, self.plan.quotes[quote])
        if self.at and self.focused_pane == "source":
            item = self.plan.sources.get(self.source_pane.source, item)
        if isinstance(item, Source):
            return item.address
        if isinstance(item, Node):
            own = [link for link in walked(self.plan, item) if link.role == "states" and not link.inherited_from]
            if own and self.plan.grade(item) == "quoted":
                return text_fragments.of_quote(self.plan, self.plan.quotes[own[0].id])
            printed = self.plan.sources.get(self.plan.printed.get(item.id, ""))
            if printed:
                return text_fragments.of_heading(printed, item)
            if seen := text_fragments.where_seen(self.plan, item):
                return seen
        document = self.plan.document
        return document.address if document else ""

    def action_address(self) -> None:
        """Open the address of what is at hand."""
        if self.is_gone(self.at_hand()[0]):
            return
        address = self.address_at_hand()
        if not address:
            self.notify("No address is known for this source.", markup=False, timeout=3)
            return
        self.open_address(address)

    def open_address(self, address: str) -> None:
        """Open an address in a browser, in a thread that nothing waits for; where that fails, show and copy it."""

        def tell(outcome: Outcome) -> None:
            # The explorer may have been left meanwhile.
            with suppress(RuntimeError):
                self.app.call_from_thread(self._opened, address, outcome)

        threading.Thread(target=open_address, args=(address, dict(os.environ), tell), daemon=True).start()

    def _opened(self, address: str, outcome: Outcome) -> None:
        if outcome.opened:
            self.notify(visible(f"Opened {address}"), markup=False, timeout=4)
            return
        self.app.copy_to_clipboard(address)
        self.notify(visible(f"{outcome.why} Sent to your clipboard: {address}"), markup=False, timeout=8)

    # Taking away.

    def action_copy_menu(self) -> None:
        """Open the menu of what can be copied."""
        from tui.screens.copy_menu import CopyMenu

        self.app.push_screen(CopyMenu(), self._chosen)

    def _chosen(self, what: str | None) -> None:
        if what:
            self.action_take(what)

    def action_export(self) -> None:
        """Export what is on the screen."""
        from plan_data.exports.entries import branch
        from tui.screens.export_box import ExportScreen

        view = self.view.split()[0] if self.view else ""
        ids, name = branch(self.plan, self.current), f"{self.current}.md"
        if view == "kept":
            marked = {*self.bookmarked, *(id_ for id_, _ in self.noted)}
            # In the order of the plan; what is gone from it has no place there.
            ids, name = sorted(marked, key=lambda id_: (self.plan.index.get(id_, -1), id_)), "bookmarks.md"
        elif view == "comparison":
            ids, name = self.view.split()[1:], "comparison.md"
        elif view:
            ids, name = list(self.plan.columns.ids), f"{view}.{'csv' if VIEWS[view].table else 'md'}"
            if kinds := VIEWS[view].kinds:
                ids = [node.id for node in self.plan.of_kind(*kinds)]
        there = [id_ for id_ in ids if id_ in self.plan.index]
        if gone := [id_ for id_ in ids if id_ not in self.plan.index and self.plan.get(id_) is None]:
            words = f"Left out, not in this plan any more: {', '.join(map(visible, gone))}"
            self.notify(words, severity="warning", markup=False, timeout=6)
        ids = there
        if not ids:
            self.notify("Nothing to export here.", markup=False, timeout=3)
            return
        screen = ExportScreen(self.plan, ids, name, self.lang, view if view and VIEWS[view].table else "nodes")
        self.app.push_screen(screen, self._exported)

    def _exported(self, told: str | None) -> None:
        if told:
            self.notify(visible(told), markup=False, timeout=6)

    def action_take(self, what: str) -> None:
        """Copy something of what is at hand, and say what."""
        id_, quote = self.at_hand()
        if self.is_gone(id_):
            return
        taken = clip(self.plan, what, id_, quote)
        if not taken.text:
            self.notify(f"Nothing to copy: no {WHAT[what]} here.", markup=False, timeout=3)
            return
        self.app.copy_to_clipboard(taken.text)
        shown = " ".join(taken.text.split())
        more = "..." if len(shown) > LONGEST_ANSWER else ""
        text = f"Sent to your clipboard, {taken.what}: {visible(shown[:LONGEST_ANSWER])}{more}"
        self.notify(text, markup=False, timeout=4)
