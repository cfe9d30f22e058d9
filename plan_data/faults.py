"""Reports a bug in the program: one line for the reader, the whole traceback in a file."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from traceback import extract_tb, format_exception

from plan_data.labels.command_line import FAULT
from plan_data.text.visible import visible

EXIT_CODE = 70
"""The exit code after a fault in the program, as sysexits.h has it."""
FILE = "fault.txt"
"""Name of the file in the cache folder that gets the traceback of the latest fault."""
LONGEST = 300
"""Characters of an exception's own message that are shown."""
PATIENCE = 0.5
"""Seconds that writing the file may take: the disk may not answer."""
_ROOT = Path(__file__).parent.parent
_OURS = ("cli", "plan_data", "tui", "widgets")


def describe(error: BaseException) -> str:
    """Return an exception in one line, with its place in the program; control characters are made visible."""
    try:
        words = " ".join(str(error).split())
    except Exception:
        words = ""
    if len(words) > LONGEST:
        words = words[:LONGEST] + "..."
    said = f"{type(error).__name__}{': ' if words else ''}{words}"
    places = [place for frame in extract_tb(error.__traceback__) if (place := _place(frame.filename, frame.lineno))]
    return visible(f"{said} in {places[-1]}" if places else said)


def _place(file: str, line: int | None) -> str:
    """Return a place in our own code as `tui/app.py:12`; "" for one elsewhere."""
    try:
        path = Path(file).relative_to(_ROOT)
    except ValueError:
        return ""
    return f"{path.as_posix()}:{line}" if path.parts[0] in _OURS else ""


def keep_details(error: BaseException) -> Path | None:
    """Write the traceback to a file in the cache folder and return its path; None where it cannot be written."""
    written: list[Path] = []

    def write() -> None:
        import platform

        from plan_data.folders import cache_folder

        with suppress(Exception):
            lines = "".join(format_exception(error)).split("\n")
            when = datetime.now(UTC).isoformat(timespec="seconds")
            head = f"{when}, Python {platform.python_version()}, {platform.platform()}"
            home = cache_folder()
            if home is None:
                return
            path = home / FILE
            path.parent.mkdir(parents=True, exist_ok=True)
            # The file may be printed to a terminal.
            text = "\n".join(visible(line) for line in (head, "", *lines))
            place = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
            with os.fdopen(place, "w", encoding="utf-8", errors="backslashreplace") as file:
                file.write(text)
            written.append(path)

    _in_time(write)
    return written[0] if written else None


def _in_time(work: Callable[[], None]) -> None:
    thread = Thread(target=work, name="fault", daemon=True)
    with suppress(RuntimeError):
        thread.start()
        thread.join(PATIENCE)


def last_line(what: str, saved: str, details: Path | None) -> str:
    """Return the one line that reports a bug.

    Args:
        what: The exception, as `describe` gives it.
        saved: What became of notes and place; "" for none.
        details: The file with the traceback, or None.
    """
    parts = [FAULT["line"].format(what=what), saved, FAULT["details"].format(file=details) if details else ""]
    return visible("; ".join(part for part in parts if part))
