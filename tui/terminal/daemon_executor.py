"""Threads for work that may take for ever, because a disk does not answer: nothing waits for them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor
from contextlib import suppress
from threading import Thread
from typing import Any


class DaemonExecutor(ThreadPoolExecutor):
    """Gives each piece of work a daemon thread of its own.

    Textual runs its thread workers in the default executor of the event loop. The usual one has few threads, so that
    work which hangs keeps other work from beginning, and both `asyncio.run` and the interpreter wait for it at the end.
    """

    def submit(self, fn: Callable[..., Any], /, *args: Any, **options: Any) -> Future[Any]:
        """Begin a piece of work at once."""
        future: Future[Any] = Future()
        Thread(target=_work, args=(future, fn, args, options), name="work", daemon=True).start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait for nothing."""


def _work(future: Future[Any], fn: Callable[..., Any], args: tuple[Any, ...], options: dict[str, Any]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    # Whoever waited may have left meanwhile.
    with suppress(InvalidStateError):
        try:
            result = fn(*args, **options)
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)
