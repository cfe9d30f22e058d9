"""Finding on the main screen: jump box, list of commands, matches of the last search, and filter of the outline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plan_data.labels import answers, bars, boxes
from plan_data.model.pair import Pair
from tui.screens.pane_arranger import is_narrow
from tui.userdata.history import Location

if TYPE_CHECKING:
    from tui.panes.find_line import FindLine
    from tui.screens.jump_box import Choice, LastSearch
    from tui.screens.main import MainScreen
    from tui.screens.palette import Entry

MOST_RECENT = 5
"""Recent locations that the jump box offers."""


class Finder:
    """Finds on a main screen."""

    def __init__(self, screen: MainScreen) -> None:
        """Serve a screen."""
        self.screen = screen
        self.last: LastSearch | None = None
        """What the next jump box begins with; None before the first search."""

    # The jump box.

    def jump(self, text: str = "") -> None:
        """Open the jump box, with some text typed already, or with the last search."""
        from tui.screens.jump_box import JumpScreen

        screen = self.screen
        screen.notes.read()
        recent = [each.id for each in screen.navigator.history.recent(MOST_RECENT + 1)]
        if not screen.pick:
            # To pick, the place where one is may be what is wanted.
            recent = [id_ for id_ in recent if id_ != screen.shown]
        box = JumpScreen(
            screen.plan,
            screen.search,
            screen.lang,
            text,
            recent[:MOST_RECENT],
            screen.noted,
            last=self.last,
            picks=screen.pick,
            in_ascii=screen.ascii_signs,
        )

        def closed(choice: Choice | None) -> None:
            self.last = box.kept
            self._jumped(choice)

        screen.app.push_screen(box, closed)

    def _jumped(self, choice: Choice | None) -> None:
        screen = self.screen
        if choice is None:
            if screen.pick:
                screen.app.exit()
            return
        if screen.is_gone(choice.id):
            return
        if screen.pick:
            screen.app.exit(choice.id)
            return
        if choice.matches is not None:
            screen.matches = list(choice.matches)
            self._drop_gone_matches()
        if choice.row:
            if screen.view == "glossary":
                screen.viewer.seek("")
            screen.navigator.go_to(Location(screen.navigator.entry, "", "glossary", choice.row))
        elif choice.quote in screen.plan.quotes:
            screen.navigator.open_quote(choice.id, choice.quote)
        else:
            screen.navigator.go_to(Location(choice.id))
            screen.navigator.opened = None
            # Where one pane is shown at a time, the outline would hide what was looked for.
            in_outline = choice.id in screen.plan.index and not is_narrow(screen)
            screen.focus_pane("outline" if in_outline else "card")

    # The list of commands.

    def open_palette(self) -> None:
        """Open the list of commands."""
        from tui.screens.palette import command_entries

        self._choose(command_entries(), boxes.PALETTE)

    def open_themes(self) -> None:
        """Open the list of the other themes."""
        from tui.screens.palette import theme_entries

        self._choose(theme_entries(), boxes.THEMES)

    def _choose(self, entries: Sequence[Entry], title: Pair) -> None:
        from tui.screens.palette import PaletteScreen

        screen = self.screen

        def chosen(action: str | None) -> None:
            if action:
                screen.call_later(screen.run_action, action)

        screen.app.push_screen(PaletteScreen(entries, title, screen.lang, in_ascii=screen.ascii_signs), chosen)

    # Matches.

    def follow_reload(self) -> None:
        """Forget the matches that are gone, and let an open jump box find in the plan that was read again."""
        from tui.screens.jump_box import JumpScreen

        self._drop_gone_matches()
        for screen in self.screen.app.screen_stack:
            if isinstance(screen, JumpScreen):
                screen.take_plan(self.screen.plan)

    def _drop_gone_matches(self) -> None:
        """Forget the matches that are no nodes of the plan."""
        self.screen.matches = [id_ for id_ in self.screen.matches if id_ in self.screen.plan.index]

    def find(self) -> None:
        """Find in the focused pane; jump where it has nothing to find in."""
        if page := self.screen.pane.find_page():
            self._find_line().open(page, self.screen.lang)
        else:
            self.jump()

    def _find_line(self) -> FindLine:
        """Return the find line; it is made when it is first asked for, which spares the first frame its box."""
        from tui.panes.find_line import FindLine

        if found := self.screen.query(FindLine):
            return found.first()
        line = FindLine(id="find-line")
        self.screen.mount(line, before="#hints")
        return line

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

    def lift_filter(self, why: Pair | None = None) -> None:
        """Show all nodes again."""
        self.screen.outline.set_only(None)
        self.screen.filtered = ""
        if why:
            self.screen.say(why)
