"""Finding on the main screen: the jump box, the matches of the last search, and the filter of the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plan_data.labels import answers, bars
from tui.panes.find_line import FindLine
from tui.userdata.history import Location

if TYPE_CHECKING:
    from tui.screens.jump_box import Choice
    from tui.screens.main import MainScreen

MOST_RECENT = 12
"""Recent locations that the jump box offers."""


class Finder:
    """Finds on a main screen."""

    def __init__(self, screen: MainScreen) -> None:
        """Serve a screen."""
        self.screen = screen

    # The jump box.

    def jump(self, text: str = "") -> None:
        """Open the jump box, with some text typed already."""
        from tui.screens.jump_box import JumpScreen

        screen = self.screen
        screen.notes.read()
        recent = [each.id for each in screen.navigator.history.recent(MOST_RECENT) if each.id != screen.shown]
        box = JumpScreen(screen.plan, screen.search, screen.lang, text, recent, screen.noted)
        screen.app.push_screen(box, self._jumped)

    def _jumped(self, choice: Choice | None) -> None:
        screen = self.screen
        if choice is None or screen.is_gone(choice.id):
            return
        if screen.pick:
            screen.app.exit(choice.id)
            return
        screen.matches = list(choice.matches)
        self.drop_gone_matches()
        if choice.quote in screen.plan.quotes:
            screen.navigator.open_quote(choice.id, choice.quote)
        else:
            screen.navigator.go_to(Location(choice.id))
            screen.focus_pane("outline" if choice.id in screen.plan.index else "card")

    # Matches.

    def drop_gone_matches(self) -> None:
        """Forget the matches that are no nodes of the plan."""
        self.screen.matches = [id_ for id_ in self.screen.matches if id_ in self.screen.plan.index]

    def find(self) -> None:
        """Find in the focused pane; jump where it has nothing to find in."""
        if page := self.screen.pane.find_page():
            self.screen.query_one(FindLine).open(page)
        else:
            self.jump()

    def next_match(self, by: int) -> None:
        """Go to the next or previous match: in the focused pane, else of the last search."""
        page = self.screen.pane.find_page()
        if page and page.sought:
            if not page.next_hit(by):
                self.screen.say(answers.NOT_FOUND_HERE)
        elif self.screen.matches:
            self.screen.outline.next_match(by)
        else:
            self.screen.say(answers.NO_SEARCH)

    # The filter.

    def toggle_unstated(self) -> None:
        """Show only the nodes that no quote states, with their ancestors; or all again."""
        if self.screen.filtered:
            self.lift_filter()
        else:
            self.filter_unstated()
            self.screen.outline.come_into_sight()

    def filter_unstated(self) -> None:
        """Show only the nodes that no quote states; all where there are none."""
        if count := self.screen.outline.show_unstated():
            self.screen.filtered = bars.UNSTATED.pick(self.screen.lang).format(n=count)
        else:
            self.lift_filter(answers.ALL_STATED)

    def lift_filter(self, why: str = "") -> None:
        """Show all nodes again."""
        self.screen.outline.set_only(None)
        self.screen.filtered = ""
        if why:
            self.screen.say(why)
