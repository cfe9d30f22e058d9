"""Fetching the official page on the main screen: what is fetched, and what is shown after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plan_data.errors import Refused
from plan_data.labels import fetch as words
from plan_data.model.entities import Source
from plan_data.model.pair import Pair
from tui.userdata.history import Location

if TYPE_CHECKING:
    from plan_data.model.copy_report import Report
    from tui.screens.main import MainScreen

VIEW = "copies"
"""Name of the view with the report."""


class Fetcher:
    """Fetches the official page for a main screen, after a question."""

    def __init__(self, screen: MainScreen) -> None:
        """Serve a screen."""
        self.screen = screen
        self.report: Report | None = None
        """The report on what was fetched, until the plan is read again with it."""

    def source(self) -> Source | None:
        """Return the source to fetch: the one at hand where it prints headings of the plan, else the document."""
        screen = self.screen
        id_ = screen.source_pane.source if screen.at and screen.pane is screen.source_pane else screen.at_hand()[0]
        source = screen.plan.sources.get(id_)
        return source if source and source.headings and source.address else screen.plan.document

    def ask(self) -> None:
        """Ask whether to fetch the page, and name the address."""
        from plan_data.copies.page_address import address_to_call
        from tui.screens.fetch_box import FetchBox

        screen, source = self.screen, self.source()
        if source is None or not source.address:
            screen.say(words.NO_PAGE)
            return
        try:
            address = address_to_call(source.address)
        except Refused as refused:
            screen.say(refused.why)
            return
        box = FetchBox(
            screen.plan,
            source,
            address,
            screen.watcher.max_bytes,
            self._first_words(source),
            screen.lang,
            in_ascii=screen.ascii_signs,
        )

        def closed(result: Report | str | None) -> None:
            if isinstance(result, str):
                self._choose(result, address)
            elif result is not None:
                self.report = result
                screen.watcher.reload()
            elif box.refused:
                screen.say(box.refused)

        screen.app.push_screen(box, closed)

    def _first_words(self, source: Source) -> Pair:
        """Return what has not been compared yet, in a sentence."""
        plan = self.screen.plan
        if source.copy:
            return words.COMPARED.format(name=source.copy.name, date=source.copy.attached)
        id_ = self.screen.at_hand()[0]
        if plan.printed.get(id_) != source.id or id_ == plan.root.id:
            return words.PLAN_NOT_COMPARED
        node = plan.node(id_)
        title = Pair(*(f"{node.number} {node.title.name(lang)}".strip() for lang in ("en", "zh")))
        return words.NOT_COMPARED.format(title=title)

    def _choose(self, choice: str, address: str) -> None:
        if choice == "show":
            self.show()
        else:
            self.screen.sources.open_address(address)

    def show(self) -> None:
        """Show the report."""
        screen = self.screen
        if screen.view != VIEW:
            screen.navigator.go_to(Location(screen.navigator.entry, "", VIEW))

    def follow_reload(self) -> None:
        """Show the report on what was fetched, once the plan was read with it."""
        report, self.report = self.report, None
        if report is None:
            return
        self.show()
        found, total = report.together(report.headings) if report.headings else report.passages
        done = words.DONE if report.headings else words.DONE_PASSAGES
        self.screen.say(done.format(found=found, total=total))
