"""The main screen: what it finds, shows and closes; how it is walked and read stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.worker import Worker, get_current_worker

from plan_data.loading.signature import Signature, signature
from plan_data.model.entities import LANGUAGES
from plan_data.model.plan import Plan
from plan_data.text.visible import visible
from tui.panes.bars import TopBar
from tui.panes.bindings import bindings
from tui.panes.find_line import FindLine
from tui.screens.keeping import Keeping
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
SAY_EVERY = 0.2
"""Seconds between two words on how far reading again is."""
SLOW = 3.0
"""Seconds without an answer after which the reader is told that the plan's folder does not answer."""
LOOK_EVERY = 1.0
"""Seconds between two looks at the plan's files."""


class MainScreen(Walking, Reading, Keeping, inherit_bindings=False):
    """Outline, detail, source reader, and the views over them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("main")
    _files: Signature | None = None
    _changed: Signature = ()
    _reading: Worker[None] | None = None
    _left_off = False
    _asked: float | None = None
    _silent = False

    # Finding.

    def action_jump(self, text: str = "") -> None:
        """Open the jump box."""
        from tui.screens.jump_box import JumpScreen

        self.read_kept()
        recent = [place.id for place in self.history.recent(12) if place.id != self.shown]
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
        self.go_to(Location(choice.id, quote))
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
        self.go_to(Location((ahead[0] if by > 0 else ahead[-1]) if ahead else order[0 if by > 0 else -1]), step=True)

    # Seeing.

    def action_view(self, name: str) -> None:
        """Open a view across the plan, or close it where it is open."""
        if self.view == name:
            self.close_top()
        else:
            row = "" if self.current == self.plan.root.id else self.current
            self.go_to(Location(self.shown, "", name, row))

    def action_compare(self) -> None:
        """Mark the node for comparison; on another node, compare the two."""
        if not self.marked or self.marked == self.current:
            self.marked = "" if self.marked else self.current
            words = (
                "No node is marked any more." if not self.marked else "Marked. Go to another node and press = again."
            )
            self.notify(words, markup=False, timeout=3)
            return
        marked, self.marked = self.marked, ""
        self.go_to(Location(self.shown, "", f"comparison {marked} {self.current}"))

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
        """Look now and then whether somebody edits the plan; the frame's own handler is called besides."""
        self._look_soon()
        self.set_interval(LOOK_EVERY, self._look_soon)

    def _look_soon(self) -> None:
        """Look at the plan's files in a thread, one at a time: their folder may be on a disk that does not answer."""
        if self._asked is None:
            self._asked = monotonic()
            self.run_worker(self._look, thread=True, group="look")
        elif monotonic() - self._asked > SLOW and not self._silent:
            self._silent = True
            self._say_silent()

    def _say_silent(self) -> None:
        text = "The folder of the plan does not answer; what is on the screen stays."
        self.notify(text, severity="warning", markup=False, timeout=8)

    def _look(self) -> None:
        """Read the plan again when its files have changed, and have come to rest."""
        try:
            files = signature(self.plan.folder)
        except OSError:
            # As when a share was lost: it may come back.
            files = self._files or ()
        self.app.call_from_thread(self._looked, files)

    def _looked(self, files: Signature) -> None:
        self._asked, self._silent = None, False
        if self._files is None or files == self._files:
            self._files = files
        elif files == self._changed:
            self.action_reload()
        self._changed = files

    def action_reload(self) -> None:
        """Read the plan again."""
        if self._silent or (self._asked is not None and monotonic() - self._asked > SLOW):
            self._say_silent()
            return
        self._reading = self.run_worker(self._reload, thread=True, exclusive=True, group="reload")

    def _reload(self) -> None:
        from plan_data.copies.opening import load_with_copies
        from plan_data.errors import Cancelled, FormError, PlanError

        worker: Worker[None] = get_current_worker()
        said = 0.0

        def progress(share: float) -> None:
            nonlocal said
            if worker.is_cancelled:
                raise Cancelled
            if monotonic() - said > SAY_EVERY:
                said = monotonic()
                self.app.call_from_thread(self._say_read, f"reading again, {share:.0%}, escape leaves")

        try:
            with suppress(OSError):
                # Looked at before they are read: an edit that comes meanwhile is another change.
                self.app.call_from_thread(self._take_files, signature(self.plan.folder))
            plan, messages = load_with_copies(self.plan.folder, max_bytes=self.max_bytes, progress=progress)
        except Cancelled:
            return
        except FormError as error:
            place = f"{error.finding.file}:{error.finding.line}"
            self.app.call_from_thread(self._keep_plan, f"{place}: {error.finding.message}")
        except PlanError as error:
            first = next(f for f in error.findings if f.severity == "error")
            self.app.call_from_thread(self._keep_plan, f"{error}; {first.file}:{first.line}: {first.message}")
        else:
            self.app.call_from_thread(self._take_plan, plan, messages, worker)

    def _take_files(self, files: Signature) -> None:
        self._files = files

    def _say_read(self, words: str) -> None:
        """Say in the top bar how far reading again is; "" for no more."""
        if not words or (self._reading is not None and not self._reading.is_cancelled):
            self.query_one(TopBar).reading = words

    def _keep_plan(self, why: str) -> None:
        self._say_read("")
        text = visible(f"Not reloaded, the last good plan stays. {why}")
        self.notify(text, severity="error", markup=False, timeout=8)

    def _take_plan(self, plan: Plan, messages: Sequence[str], worker: Worker[None]) -> None:
        if worker.is_cancelled:
            # It was left, or another reading began, when this one had just come to its end.
            return
        self._say_read("")
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
        place, current = self.place, self.current
        if self.plan.get(place.id) is None:
            gone.append("The entry that you read is gone.")
            place = place._replace(id=self._nearest_left(before, place.id), at="")
        if not self.knows(Location("", at=place.at)):
            gone.append("The quote that was lit is gone.")
            place = place._replace(at="")
        if not self.knows(Location("", view=place.view)):
            gone.append("An entry that you compared is gone.")
            place = place._replace(view="", row="")
        if self.marked and self.marked not in self.plan.index:
            gone.append("The entry that you marked is gone.")
            self.marked = ""
        if current not in self.plan.index:
            self.current = self._nearest_left(before, current)
        history = self.history
        history.places[history.cursor] = place
        history.keep(self.knows)
        left = list(history.places), history.cursor
        self.go_to(place, step=True)
        history.places, history.cursor = left
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
        if self.query_one(TopBar).reading and self._reading is not None:
            self._reading.cancel()
            self._say_read("")
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
