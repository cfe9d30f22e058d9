"""Opening a plan: at the start, and again when its files have changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import monotonic

from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from plan_data.copies import opening
from plan_data.errors import Cancelled, FormError, PlanError
from plan_data.loading.signature import Signature, signature
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan

REPORT_EVERY = 0.2
"""Seconds between two reports of progress."""


def plan_size(folder: Path) -> int:
    """Return how many bytes of YAML a plan has."""
    return sum(file.size for file in signature(folder))


def open_at_once(folder: Path, max_bytes: int) -> tuple[Plan, list[Pair]] | None:
    """Open a plan that is small or has an index file, with the messages about its copies; return None for any other.

    This is done before there is a screen: to show a loading screen first would delay the first frame of the shipped
    plan, and flash.

    Args:
        folder: The plan's folder.
        max_bytes: Cap on the size of a file.

    Raises:
        FormError: A file cannot be read.
        PlanError: The plan has errors.
    """
    try:
        return opening.load_with_copies(folder, max_bytes=max_bytes, at_once=True)
    except Cancelled:
        return None


class PlanOpener:
    """Opens a plan in a thread of a screen, reports the progress, and can be cancelled."""

    def __init__(
        self,
        screen: Screen[None],
        *,
        on_progress: Callable[[float], None],
        on_opened: Callable[[Plan, list[Pair]], None],
        on_failed: Callable[[FormError | PlanError], None],
    ) -> None:
        """Open nothing yet. The callbacks are called in the screen's own thread, and not once it was cancelled.

        Args:
            screen: Runs the thread.
            on_progress: Takes the share that is done, from 0 to 1.
            on_opened: Takes the plan, and the messages about its copies.
            on_failed: Takes the reason why there is none.
        """
        self.screen = screen
        self.on_progress = on_progress
        self.on_opened = on_opened
        self.on_failed = on_failed
        self.files: Signature | None = None
        """The plan's files right before they were read, so that an edit made meanwhile is another change."""
        self._worker: Worker[None] | None = None

    def open(self, folder: Path, max_bytes: int) -> None:
        """Begin to open a plan; one that is being opened is cancelled.

        Args:
            folder: The plan's folder.
            max_bytes: Cap on the size of a file.
        """
        work = partial(self._open, folder, max_bytes)
        self._worker = self.screen.run_worker(work, thread=True, exclusive=True, group="open")

    def cancel(self) -> bool:
        """Cancel opening; return whether a plan was being opened."""
        if self._worker is None or self._worker.is_finished or self._worker.is_cancelled:
            return False
        self._worker.cancel()
        return True

    def _open(self, folder: Path, max_bytes: int) -> None:
        worker: Worker[None] = get_current_worker()
        reported = 0.0

        def call(callback: Callable[..., None], *values: object) -> None:
            def unless_cancelled() -> None:
                # It may have been cancelled while this waited for its turn.
                if not worker.is_cancelled:
                    callback(*values)

            self.screen.app.call_from_thread(unless_cancelled)

        def progress(share: float) -> None:
            nonlocal reported
            if worker.is_cancelled:
                raise Cancelled
            if monotonic() - reported > REPORT_EVERY:
                reported = monotonic()
                call(self.on_progress, share)

        try:
            with suppress(OSError):
                self.files = signature(folder)
            plan, messages = opening.load_with_copies(folder, max_bytes=max_bytes, progress=progress)
        except Cancelled:
            return
        except (FormError, PlanError) as error:
            call(self.on_failed, error)
        else:
            call(self.on_opened, plan, messages)
