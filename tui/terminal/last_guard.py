"""The last guard of the explorer: everything is saved before it ends, it ends in time, and a bug becomes one line."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.app import App
from textual.driver import Driver
from textual.message_pump import MessagePump
from textual.worker import WorkerFailed

from plan_data import faults
from plan_data.labels.command_line import FAULT
from tui.terminal.daemon_executor import DaemonExecutor
from tui.terminal.shutdown import Shutdown

TERMINAL_THREADS = ("textual-input", "textual-output")
"""Textual's threads that read from the terminal and write to it."""


class LastGuard(App[str]):
    """An app that saves before it ends, ends within a time limit, and reports a bug in one line.

    A screen with something to save has a method `save_now`. It is called once, possibly in another thread, saves
    whatever is unsaved, and returns whether that succeeded. It must not touch any widget.
    """

    shutdown: Shutdown | None = None
    """The watcher for the end of the program; None where the app runs without a terminal."""
    _fault = ""
    _details: Path | None = None
    _saved: bool | None = None

    def __init__(self, *args: Any, **options: Any) -> None:
        """Create the app; nothing is watched before it runs."""
        super().__init__(*args, **options)
        self._saving = threading.Lock()

    def get_driver_class(self) -> type[Driver]:
        """Return our driver, which survives a closed terminal and uses our own parser."""
        from tui.terminal.driver import TerminalDriver

        return TerminalDriver

    def on_load(self) -> None:
        """Run threads as daemons, so that the end of the program does not wait for them."""
        asyncio.get_running_loop().set_default_executor(DaemonExecutor())

    async def run_async(self, *args: Any, **options: Any) -> str | None:
        """Run the app, and watch for the end of the program from before the terminal is touched."""
        loop = asyncio.get_running_loop()
        shutdown = self.shutdown = Shutdown()
        shutdown.leave = lambda code: self._in_loop(loop, self.leave_after, code)
        shutdown.save = self.save_all
        shutdown.last_words = self.last_words
        shutdown.let_go = lambda: self._of_driver("let_go")
        shutdown.give_back = lambda: self._of_driver("give_back")
        loop.set_exception_handler(self._loop_failed)
        before, threading.excepthook = threading.excepthook, self._thread_failed
        shutdown.watch()
        try:
            return await super().run_async(*args, **options)
        except Exception as error:
            self.fail(error)
            return None
        finally:
            self.save_all()
            self._of_driver("give_back")
            threading.excepthook = before
            shutdown.done()

    def _in_loop(self, loop: asyncio.AbstractEventLoop, *call: Any) -> None:
        # The loop may be closed already.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(*call)

    def _of_driver(self, method: str) -> None:
        call = getattr(self._driver, method, None)
        if call is not None:
            call()

    # Leaving.

    def leave_after(self, code: int) -> None:
        """Exit with a code, after the keys typed so far are handled and saved."""
        pumps: list[MessagePump] = [self]
        for screen in self.screen_stack[-1:]:
            pumps += [screen, screen.focused] if screen.focused is not None else [screen]
        self._save_and_leave(code, pumps)

    def _save_and_leave(self, code: int, pumps: list[MessagePump]) -> None:
        """Go through the queues that keys go through, one after the other; then save and exit."""
        if pumps and pumps[0].call_later(self._save_and_leave, code, pumps[1:]):
            return
        self.save_all()
        if not self._exit:
            # Otherwise the app is exiting already, possibly with a result.
            self.exit(return_code=code)

    def exit(self, result: str | None = None, return_code: int = 0, message: Any = None) -> None:
        """Exit, within a time limit."""
        if self.shutdown is not None:
            self.call_later(self.save_all)
            if not self.shutdown.asked:
                self.shutdown.begin(return_code)
        super().exit(result, return_code, message)

    def save_all(self) -> None:
        """Save notes and place, once. May be called in any thread, in any state of the program."""
        if self._saved is not None or not self._saving.acquire(blocking=False):
            return
        well = True
        try:
            for screen in reversed(self.screen_stack):
                try:
                    well = getattr(screen, "save_now", lambda: True)() and well
                except Exception as error:
                    well = False
                    self.fail(error)
            self._saved = well
        finally:
            self._saving.release()
        if self.shutdown is not None:
            self.shutdown.saved()

    # Faults.

    def fail(self, error: BaseException) -> None:
        """Record a bug; the first one is reported."""
        if isinstance(error, WorkerFailed):
            error = error.error
        if not self._fault:
            self._fault = faults.describe(error)
            self._details = faults.keep_details(error)

    @property
    def failed(self) -> bool:
        """Whether a bug was recorded."""
        return bool(self._fault)

    def last_words(self) -> str:
        """Return the line about the bug, written once the terminal is restored; "" where there was none."""
        if not self._fault:
            return ""
        return faults.last_line(self._fault, FAULT["saved" if self._saved else "not-saved"], self._details)

    def _handle_exception(self, error: Exception) -> None:
        """Save and exit after an uncaught exception; in tests without a terminal it is raised."""
        if self.shutdown is None:
            super()._handle_exception(error)
            return
        self.shutdown.begin(faults.EXIT_CODE)
        self.fail(error)
        self.save_all()
        self._return_code = faults.EXIT_CODE
        self._close_messages_no_wait()

    def panic(self, *renderables: Any) -> None:
        """Exit after an error that Textual reports."""
        if self.shutdown is None:
            super().panic(*renderables)
        else:
            self._handle_exception(RuntimeError("the screen library cannot go on"))

    def _loop_failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        # Work that is cancelled during the exit is no bug.
        error = context.get("exception")
        if "handle" in context and isinstance(error, Exception):
            self._handle_exception(error)

    def _thread_failed(self, args: Any) -> None:
        assert self.shutdown is not None
        name = args.thread.name if args.thread is not None else ""
        if name in TERMINAL_THREADS and issubclass(args.exc_type, OSError):
            self.shutdown.hung_up()
        elif args.exc_value is not None:
            self.fail(args.exc_value)
            self.shutdown.begin(faults.EXIT_CODE)
