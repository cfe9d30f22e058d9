"""The last guard of the explorer: it leaves in time, with all saved, and a fault of its own becomes one line."""

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
from tui.terminal.daemon_executor import DaemonExecutor
from tui.terminal.shutdown import Shutdown

TERMINAL_THREADS = ("textual-input", "textual-output")
"""Textual's threads that read from the terminal and write to it."""


class LastGuard(App[str]):
    """An app that saves before it ends, ends in time, and tells of a fault in one line.

    Screens that have something to save have a method `save_now`; it is called once, perhaps in another thread, saves
    what is not saved yet, and returns whether all is saved. It touches nothing on the screen.
    """

    shutdown: Shutdown | None = None
    """What watches for the end; None where the app runs without a terminal."""
    _fault = ""
    _details: Path | None = None
    _saved: bool | None = None

    def __init__(self, *args: Any, **options: Any) -> None:
        """Watch for nothing yet."""
        super().__init__(*args, **options)
        self._saving = threading.Lock()

    def get_driver_class(self) -> type[Driver]:
        """Return the driver that outlives its terminal and reads by our own rules."""
        from tui.terminal.driver import TerminalDriver

        return TerminalDriver

    def on_load(self) -> None:
        """Let work in threads be waited for by nobody."""
        asyncio.get_running_loop().set_default_executor(DaemonExecutor())

    async def run_async(self, *args: Any, **options: Any) -> str | None:
        """Run; from before the terminal is touched, watch for what ends the program."""
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
        # The loop may be at its end already.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(*call)

    def _of_driver(self, method: str) -> None:
        call = getattr(self._driver, method, None)
        if call is not None:
            call()

    # Leaving.

    def leave_after(self, code: int) -> None:
        """Leave with an exit code, once what was typed before has been taken and saved."""
        pumps: list[MessagePump] = [self]
        for screen in self.screen_stack[-1:]:
            pumps += [screen, screen.focused] if screen.focused is not None else [screen]
        self._save_and_leave(code, pumps)

    def _save_and_leave(self, code: int, pumps: list[MessagePump]) -> None:
        """Pass through the queues that keys go through; then save and leave."""
        if pumps and pumps[0].call_later(self._save_and_leave, code, pumps[1:]):
            return
        self.save_all()
        if not self._exit:
            # Else it leaves by itself already, with a result perhaps.
            self.exit(return_code=code)

    def exit(self, result: str | None = None, return_code: int = 0, message: Any = None) -> None:
        """Leave, within a time."""
        if self.shutdown is not None:
            self.call_later(self.save_all)
            if not self.shutdown.asked:
                self.shutdown.begin(return_code)
        super().exit(result, return_code, message)

    def save_all(self) -> None:
        """Save what the reader wrote and where they are, once; in any thread, and in whatever state the program is."""
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
        """Take note of a fault; the first is told."""
        if isinstance(error, WorkerFailed):
            error = error.error
        if not self._fault:
            self._fault = faults.describe(error)
            self._details = faults.keep_details(error)

    @property
    def failed(self) -> bool:
        """Whether there was a fault."""
        return bool(self._fault)

    def last_words(self) -> str:
        """Return what is told of a fault when the terminal is given back; "" where there was none."""
        if not self._fault:
            return ""
        saved = "notes and place are saved" if self._saved else "what was not saved yet may be lost"
        return faults.last_line(self._fault, saved, self._details)

    def _handle_exception(self, error: Exception) -> None:
        """Save and leave after an exception that nobody caught; in tests without a terminal it is raised."""
        if self.shutdown is None:
            super()._handle_exception(error)
            return
        self.shutdown.begin(faults.EXIT_CODE)
        self.fail(error)
        self.save_all()
        self._return_code = faults.EXIT_CODE
        self._close_messages_no_wait()

    def panic(self, *renderables: Any) -> None:
        """Leave after a fault that Textual tells of."""
        if self.shutdown is None:
            super().panic(*renderables)
        else:
            self._handle_exception(RuntimeError("the screen library cannot go on"))

    def _loop_failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        # Of what is cancelled while leaving nobody wants to hear.
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
