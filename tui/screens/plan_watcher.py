"""Live reload: the plan is read again when its files change, or when the reader asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from plan_data.errors import FormError, PlanError
from plan_data.labels.explorer import FOLDER_SILENT, NOT_RELOADED, READING_AGAIN
from plan_data.loading.signature import Signature, signature
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from tui.screens.opener import PlanOpener

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

SLOW = 3.0
"""Seconds without an answer after which a message says that the plan's folder does not answer."""
LOOK_EVERY = 1.0
"""Seconds between two looks at the plan's files."""


class PlanWatcher:
    """Watches the files of the plan that a screen shows, and reads it again, in threads of that screen."""

    def __init__(
        self,
        screen: MainScreen,
        plan: Callable[[], Plan],
        max_bytes: int,
        take: Callable[[Plan, Sequence[Pair | str]], None],
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
        self.opener = PlanOpener(
            screen,
            on_progress=lambda share: self.screen.alert("reading", READING_AGAIN.format(share=share)),
            on_opened=self._take_plan,
            on_failed=self._keep_plan,
        )
        self._changed: Signature = ()
        """The files at the last look: what changes still is not read yet."""
        self._asked: float | None = None
        """When the look was begun that has not been answered yet."""
        self._silent = False
        """Whether the reader was told that the folder does not answer."""
        self._told = 0
        """How many of the plan's notices the reader was told."""

    def start(self) -> None:
        """Begin to watch."""
        self._told = len(self.plan().notices)
        self._look_soon()
        self.screen.set_interval(LOOK_EVERY, self._look_soon)

    def reload(self) -> None:
        """Read the plan again."""
        if self._silent or (self._asked is not None and monotonic() - self._asked > SLOW):
            self._report_silence()
            self.screen.say(FOLDER_SILENT)
        else:
            self.opener.open(self.plan().folder, self.max_bytes)

    def is_seen(self) -> bool:
        """Return whether the reader sees that the plan is being read again."""
        return "reading" in self.screen.alerts

    def cancel(self) -> bool:
        """Cancel reading again; return whether the reader saw that anything was being read."""
        if not self.is_seen() or not self.opener.cancel():
            return False
        self.screen.alert("reading")
        return True

    def _look_soon(self) -> None:
        """Look at the files in a thread, one look at a time: their folder may be on a disk that does not answer."""
        if self._asked is None:
            self._asked = monotonic()
            self.screen.run_worker(self._look, thread=True, group="look")
        elif monotonic() - self._asked > SLOW and not self._silent:
            self._silent = True
            self._report_silence()

    def _report_silence(self) -> None:
        self.screen.alert("folder", FOLDER_SILENT)

    def _look(self) -> None:
        try:
            files = signature(self.plan().folder)
        except OSError:
            # As when a share was lost: it may come back.
            files = self.opener.files or ()
        self.screen.app.call_from_thread(self._looked, files)

    def _looked(self, files: Signature) -> None:
        """Read the plan again when its files have changed, and are the same at two looks."""
        if self._silent:
            self.screen.alert("folder")
        self._asked, self._silent = None, False
        self._tell_notices()
        if self.opener.files is None or files == self.opener.files:
            self.opener.files = files
        elif files == self._changed:
            self.reload()
        self._changed = files

    def _tell_notices(self) -> None:
        """Tell what became of the plan's index file meanwhile."""
        if new := self.plan().notices[self._told :]:
            self._told += len(new)
            self.screen.alert("index", *new)

    def _take_plan(self, plan: Plan, messages: Sequence[Pair | str]) -> None:
        self.screen.alert("reading")
        self._told = len(plan.notices)
        self.take(plan, messages)

    def _keep_plan(self, error: FormError | PlanError) -> None:
        self.screen.alert("reading")
        if isinstance(error, FormError):
            first, why = error.finding, ""
        else:
            first, why = next(f for f in error.findings if f.severity == "error"), f"{error}; "
        text = NOT_RELOADED.format(why=f"{why}{first.file}:{first.line}: {first.message}")
        self.screen.alert("plan", text)
