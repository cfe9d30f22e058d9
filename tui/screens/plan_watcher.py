"""Live reload: the plan is read again when its files change, or when the reader asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from time import monotonic

from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from plan_data.loading.signature import Signature, signature
from plan_data.model.plan import Plan
from plan_data.text.visible import visible
from tui.panes.bars import TopBar

SAY_EVERY = 0.2
"""Seconds between two messages on how far reading again is."""
SLOW = 3.0
"""Seconds without an answer after which the reader is told that the plan's folder does not answer."""
LOOK_EVERY = 1.0
"""Seconds between two looks at the plan's files."""


class PlanWatcher:
    """Watches the files of the plan that a screen shows, and reads it again, in threads of that screen."""

    def __init__(
        self,
        screen: Screen[None],
        plan: Callable[[], Plan],
        max_bytes: int,
        take: Callable[[Plan, Sequence[str]], None],
    ) -> None:
        """Watch nothing yet.

        Args:
            screen: Runs the threads, and shows messages.
            plan: Returns the open plan.
            max_bytes: Cap on the size of a file.
            take: Takes a plan that was read again, with messages about it.
        """
        self.screen = screen
        self.plan = plan
        self.max_bytes = max_bytes
        self.take = take
        self._files: Signature | None = None
        """The files as they were read."""
        self._changed: Signature = ()
        """The files at the last look: what changes still is not read yet."""
        self._reading: Worker[None] | None = None
        self._asked: float | None = None
        """When the look was begun that has not been answered yet."""
        self._silent = False
        """Whether the reader was told that the folder does not answer."""

    def start(self) -> None:
        """Begin to watch."""
        self._look_soon()
        self.screen.set_interval(LOOK_EVERY, self._look_soon)

    def reload(self) -> None:
        """Read the plan again."""
        if self._silent or (self._asked is not None and monotonic() - self._asked > SLOW):
            self._say_silent()
            return
        self._reading = self.screen.run_worker(self._reload, thread=True, exclusive=True, group="reload")

    def cancel(self) -> bool:
        """Leave off reading; return whether anything was being read."""
        if not self.screen.query_one(TopBar).reading or self._reading is None:
            return False
        self._reading.cancel()
        self._say_read("")
        return True

    def _look_soon(self) -> None:
        """Look at the files in a thread, one look at a time: their folder may be on a disk that does not answer."""
        if self._asked is None:
            self._asked = monotonic()
            self.screen.run_worker(self._look, thread=True, group="look")
        elif monotonic() - self._asked > SLOW and not self._silent:
            self._silent = True
            self._say_silent()

    def _say_silent(self) -> None:
        text = "The folder of the plan does not answer; what is on the screen stays."
        self.screen.notify(text, severity="warning", markup=False, timeout=8)

    def _look(self) -> None:
        try:
            files = signature(self.plan().folder)
        except OSError:
            # As when a share was lost: it may come back.
            files = self._files or ()
        self.screen.app.call_from_thread(self._looked, files)

    def _looked(self, files: Signature) -> None:
        """Read the plan again when its files have changed, and have come to rest."""
        self._asked, self._silent = None, False
        if self._files is None or files == self._files:
            self._files = files
        elif files == self._changed:
            self.reload()
        self._changed = files

    def _reload(self) -> None:
        from plan_data.copies.opening import load_with_copies
        from plan_data.errors import Cancelled, FormError, PlanError

        worker: Worker[None] = get_current_worker()
        call = self.screen.app.call_from_thread
        said = 0.0

        def progress(share: float) -> None:
            nonlocal said
            if worker.is_cancelled:
                raise Cancelled
            if monotonic() - said > SAY_EVERY:
                said = monotonic()
                call(self._say_read, f"reading again, {share:.0%}, escape leaves")

        folder = self.plan().folder
        try:
            with suppress(OSError):
                # Looked at before they are read: an edit that comes meanwhile is another change.
                call(self._take_files, signature(folder))
            plan, messages = load_with_copies(folder, max_bytes=self.max_bytes, progress=progress)
        except Cancelled:
            return
        except FormError as error:
            place = f"{error.finding.file}:{error.finding.line}"
            call(self._keep_plan, f"{place}: {error.finding.message}")
        except PlanError as error:
            first = next(f for f in error.findings if f.severity == "error")
            call(self._keep_plan, f"{error}; {first.file}:{first.line}: {first.message}")
        else:
            call(self._take_plan, plan, messages, worker)

    def _take_files(self, files: Signature) -> None:
        self._files = files

    def _say_read(self, words: str) -> None:
        """Say in the top bar how far reading again is; "" for no more."""
        if not words or (self._reading is not None and not self._reading.is_cancelled):
            self.screen.query_one(TopBar).reading = words

    def _keep_plan(self, why: str) -> None:
        self._say_read("")
        text = visible(f"Not reloaded, the last good plan stays. {why}")
        self.screen.notify(text, severity="error", markup=False, timeout=8)

    def _take_plan(self, plan: Plan, messages: Sequence[str], worker: Worker[None]) -> None:
        # It may have been left, or another reading begun, when this one had just come to its end.
        if not worker.is_cancelled:
            self._say_read("")
            self.take(plan, messages)
