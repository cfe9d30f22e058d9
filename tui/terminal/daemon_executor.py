"""Daemon threads for work that may never end, because a disk does not answer; nothing waits for them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor
from contextlib import suppress
from threading import Thread
from typing import Any


class DaemonExecutor(ThreadPoolExecutor):
    """An executor that runs each piece of work in a new daemon thread.

    Textual runs its thread workers in the default executor of the event loop. The usual one has few threads, so that
    work that hangs keeps other work from starting, and both `asyncio.run` and the interpreter wait for it.
    """

    def submit(self, fn: Callable[..., Any], /, *args: Any, **options: Any) -> Future[Any]:
        """Start a piece of work at once."""
        future: Future[Any] = Future()
        Thread(target=_work, args=(future, fn, args, options), name="work", daemon=True).start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Return at once: the threads are daemons."""


def _work(future: Future[Any], fn: Callable[..., Any], args: tuple[Any, ...], options: dict[str, Any]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    # The caller may have cancelled the future meanwhile.
    with suppress(InvalidStateError):
        try:
            result = fn(*args, **options)
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)
