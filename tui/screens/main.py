"""The main screen: what it finds, shows and closes; how it is walked and read stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType

from plan_data.model.entities import LANGUAGES
from plan_data.model.plan import Plan
from plan_data.text.visible import visible
from tui.panes.bars import Hints, TopBar
from tui.panes.bindings import bindings
from tui.panes.find_line import FindLine
from tui.screens.keeping import Keeping
from tui.screens.plan_watcher import PlanWatcher
from tui.screens.reading import Reading
from tui.screens.walk import Walking
from tui.userdata.history import Location

if TYPE_CHECKING:
    from tui.screens.jump_box import Choice

LEAST_OUTLINE = 20
"""Cells that the outline keeps."""
LEAST_SIDE = 30
"""Cells that the panes beside it keep."""
NARROW = 80
"""Columns below which one pane is shown at a time."""


class MainScreen(Walking, Reading, Keeping, inherit_bindings=False):
    """Outline, card, source pane, and the views over them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("main")
    _left_off = False

    def __init__(self, plan: Plan, **options: Any) -> None:
        """Open a plan, as the frame does, and watch its files."""
        super().__init__(plan, **options)
        self.watcher = PlanWatcher(self, lambda: self.plan, self.max_bytes, self._take_plan)

    # Finding.

    def action_jump(self, text: str = "") -> None:
        """Open the jump box."""
        from tui.screens.jump_box import JumpScreen

        self.read_kept()
        recent = [place.id for place in self.navigator.history.recent(12) if place.id != self.shown]
        self.app.push_screen(JumpScreen(self.plan, self.search, self.lang, text, recent, self.noted), self._jumped)

    def action_find(self) -> None:
        """Jump from the outline and the card; find in the reader; filter the rows of a view."""
        if self.focused_pane in ("source", "view"):
            self.query_one(FindLine).open(self.page)
        else:
            self.action_jump()

    def _jumped(self, choice: Choice | None) -> None:
        if choice is None or self.is_gone(choice.id):
            return
        if self.pick:
            self.app.exit(choice.id)
            return
        self._take_matches(choice.matches)
        quote = choice.quote if choice.quote in self.plan.quotes else ""
        self.navigator.go_to(Location(choice.id, quote))
        self.focus_pane("source" if quote else "outline" if choice.id in self.plan.index else "card")

    def _take_matches(self, ids: Iterable[str]) -> None:
        """Take what a search found, or what an edit of the plan left of it, and show it in the outline."""
        self.matches = [id_ for id_ in ids if id_ in self.plan.index]
        self.outline.matches = {id_: n for n, id_ in enumerate(self.matches)}
        self.query_one(TopBar).matches = f"{len(self.matches)} matches, n next" if len(self.matches) > 1 else ""

    def action_match(self, by: int) -> None:
        """Go to the next or previous match: of the page that has the keys, else in the outline's order."""
        if self.focused_pane in ("source", "view") and self.page.sought:
            if not self.page.next_hit(by):
                self.notify("Not found here.", markup=False, timeout=2)
            return
        if not self.matches:
            self.notify("No search yet: press f.", markup=False, timeout=2)
            return
        order = sorted(self.matches, key=self.plan.index.__getitem__)
        here = self.plan.index[self.current]
        ahead = [id_ for id_ in order if (self.plan.index[id_] - here) * by > 0]
        self.navigator.go_to(
            Location((ahead[0] if by > 0 else ahead[-1]) if ahead else order[0 if by > 0 else -1]), record="replace"
        )

    # Seeing.

    def action_view(self, name: str) -> None:
        """Open a view across the plan, or close it where it is open."""
        if self.view == name:
            self.close_top()
        else:
            row = "" if self.current == self.plan.root.id else self.current
            self.navigator.go_to(Location(self.shown, "", name, row))

    def action_compare(self) -> None:
        """Mark the node for comparison; on another node, compare the two."""
        if not self.marked or self.marked == self.current:
            self.marked = "" if self.marked else self.current
            words = (
                "No node is marked any more." if not self.marked else "Marked. Go to another node and press = again."
            )
            self.query_one(Hints).said = words
            return
        marked, self.marked = self.marked, ""
        self.navigator.go_to(Location(self.shown, "", f"comparison {marked} {self.current}"))

    def action_sort(self) -> None:
        """Sort the rows of the view in another order."""
        if self.view == "agencies":
            self.notify(f"Sorted by {self.viewer.sort_by_next()}.", markup=False, timeout=2)

    def action_unstated(self) -> None:
        """Show only the nodes that no quote states, with their ancestors; or all again."""
        if self.outline.only is not None:
            self.lift_filter()
            return
        if self._filter_unstated():
            self.come_into_sight()

    def _filter_unstated(self) -> bool:
        """Filter the outline to what no quote states; return whether there is anything."""
        left = [n.id for n in self.plan.nodes if n.kind not in ("plan", "section") and not self.plan.is_stated(n)]
        if not left:
            self.lift_filter("Every entry has a quote that states it.")
            return False
        self.outline.set_only(left)
        self.query_one(TopBar).filtered = f"{len(left)} that no quote states"
        return True

    def action_language(self) -> None:
        """Show the plan's text in the next language."""
        self.lang = LANGUAGES[(LANGUAGES.index(self.lang) + 1) % len(LANGUAGES)]

    def action_enlarge(self) -> None:
        """Enlarge the focused pane, and back."""
        self.toggle_class("-enlarged")

    def action_resize_outline(self, by: int) -> None:
        """Make the outline wider or narrower by some cells, where it does not stand alone."""
        if self.has_class("-narrow"):
            return
        width = min(max(self.outline.size.width + by, LEAST_OUTLINE), self.size.width - LEAST_SIDE)
        self.outline.styles.width = self.outline.styles.min_width = self.outline.styles.max_width = width

    def on_resize(self) -> None:
        """Let a window that shows one pane at a time give it its whole width."""
        if self.size.width < NARROW:
            for rule in ("width", "min_width", "max_width"):
                self.outline.styles.clear_rule(rule)

    def action_help(self) -> None:
        """Show what the keys do."""
        from tui.screens.help_page import HelpScreen

        self.app.push_screen(HelpScreen(self.focused_pane))

    def on_mount(self) -> None:
        """Begin to look whether somebody edits the plan; the frame's own handler is called besides."""
        self.watcher.start()

    def action_reload(self) -> None:
        """Read the plan again."""
        self.watcher.reload()

    def _take_plan(self, plan: Plan, messages: Sequence[str]) -> None:
        """Take a plan that was read again."""
        before, filtered = self.plan, self.outline.only is not None
        self.plan = plan
        self.set_class(not plan.quotes, "-unquoted")
        if filtered:
            self._filter_unstated()
        if self.matches:
            self._take_matches(self.matches)
        gone = self._go_to_what_is_left(before)
        self.search.make(plan)
        self.notify(" ".join(("Reloaded.", *gone)), markup=False, timeout=5 if gone else 2)
        for sentence in messages:
            self.notify(visible(sentence), severity="warning", markup=False, timeout=8)

    def _go_to_what_is_left(self, before: Plan) -> list[str]:
        """Forget what the plan does not have any more, and go where the reader was, or to what lay nearest above.

        Args:
            before: The plan as it was.

        Returns:
            Sentences that say what is gone.
        """
        gone = []
        place, current = self.navigator.location, self.current
        if self.plan.get(place.id) is None:
            gone.append("The entry that you read is gone.")
            place = place._replace(id=self._nearest_left(before, place.id), at="")
        if not self.navigator.knows(Location("", at=place.at)):
            gone.append("The quote that was lit is gone.")
            place = place._replace(at="")
        if not self.navigator.knows(Location("", view=place.view)):
            gone.append("An entry that you compared is gone.")
            place = place._replace(view="", row="")
        if self.marked and self.marked not in self.plan.index:
            gone.append("The entry that you marked is gone.")
            self.marked = ""
        if current not in self.plan.index:
            self.current = self._nearest_left(before, current)
        self.navigator.forget_what_is_gone(place)
        # A node may lie elsewhere now, and its row too.
        self.outline.watch_current(self.current, self.current)
        return gone

    def _nearest_left(self, before: Plan, id_: str) -> str:
        """Return what is left of the ancestors of a node that is gone, the nearest; the root for all else."""
        above = [node.id for node in before.ancestors(id_) if node.id in self.plan.index]
        return above[-1] if above else self.plan.root.id

    # Leaving.

    def action_close(self) -> None:
        """Leave what is read again, close what is on top, clear the search or the filter, return to the outline."""
        if self.watcher.cancel():
            self.notify("Not read again, the plan stays as it was.", markup=False, timeout=4)
            return
        if self.page.sought and self.focused_pane in ("source", "view"):
            self.page.seek("")
            return
        if self.close_top():
            return
        if self.focused_pane != "outline":
            self.focus_pane("outline")
        elif self.matches:
            self._take_matches(())
        elif self.outline.only is not None:
            self.lift_filter()

    def action_leave(self) -> None:
        """Close the topmost view, or leave."""
        if not self.close_top():
            self.app.exit(return_code=0)

    def save_now(self) -> bool:
        """Keep where the reader is, once, because the program ends; return whether all is saved."""
        if self.shown and not self._left_off:
            self._left_off = True
            self.leave_off()
        return True

    def on_unmount(self) -> None:
        """Keep where the reader is."""
        self.save_now()
