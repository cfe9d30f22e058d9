"""The file that holds a plan and its search index: when it is used, and how it is written.

There is one for each plan, in the user's cache folder. It is used only if everything matches: the names, sizes and
times of the files that it was made from, the program that wrote it, its owner. It is written beside its place and
renamed, and never changed: so it can be read while another process makes the next one, and on any file system.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
import stat
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from plan_data.cache.database import DAMAGE, SCHEMA, Damaged, Database
from plan_data.cache.stored_plan import StoredPlan, write_plan
from plan_data.errors import Progress
from plan_data.folders import SHIPPED, cache_folder
from plan_data.loading.signature import Signature
from plan_data.model.plan import Plan

ENDING = ".sqlite"
"""Ending of the files."""
REST = 2.0
"""Seconds since a plan's files last changed before its file is made: a second change may have the same time stamp."""
MOST_FILES = 20
"""Files at most; the oldest are removed."""
_OLD_FILES = ("*.plan", ".*.plan.*")
"""Files of earlier versions of the program."""
_CODE = ("cache", "copies", "loading", "model", "search", "text")
"""Parts of the program on which the content depends."""
_SETTINGS = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-32768;"
"""A part of a file is of no use to anybody, so that it needs no protection."""


@cache
def _stamp() -> tuple[Any, ...]:
    """Return what identifies this program among those that write such files: Python, SQLite, and its own files."""
    home = Path(__file__).parent.parent
    found = []
    for part in _CODE:
        try:
            files = sorted((entry.name, entry.stat()) for entry in os.scandir(home / part) if entry.is_file())
        except OSError:
            # The program runs from a zip archive, whose own size and time are used.
            files = [(part, home.parent.stat())]
        found += [(part, name, about.st_size, about.st_mtime_ns) for name, about in files]
    return (*sys.version_info[:3], sqlite3.sqlite_version, str(home), *found)


class IndexFile:
    """The file of one plan."""

    def __init__(self, folder: Path, files: Signature, load: Callable[[Progress | None], Plan], name: str = "") -> None:
        """Take the plan.

        Args:
            folder: Its folder.
            files: The signature of the files that it is read from.
            load: Reads it from them.
            name: Tells it from others of the same folder.
        """
        self.folder = folder
        self.files = files
        self.load = load
        self.name = name
        self.problem = ""
        """Why the file that is there was not used: a key of `MADE_ANEW`; "" where there is none or the plan changed."""

    @property
    def path(self) -> Path | None:
        """Its path, whether it exists or not; None without a cache folder."""
        home = cache_folder()
        if home is None:
            return None
        resolved = self.folder.resolve()
        name = "shipped" if resolved == SHIPPED.resolve() else f"{zlib.crc32(os.fsencode(resolved)):08x}"
        return home / f"{name}{self.name}{ENDING}"

    @property
    def size(self) -> int:
        """How many bytes there are to read."""
        return sum(file.size for file in self.files)

    @property
    def is_settled(self) -> bool:
        """Whether the last change of the plan's files is long enough ago."""
        newest = max((max(file.changed, file.touched) for file in self.files), default=0)
        return bool(self.files) and time.time_ns() - newest > REST * 1e9

    def read(self) -> Plan | None:
        """Return the plan in the file; None where there is none that matches."""
        database = self.database()
        try:
            return StoredPlan(database, self.load).plan(self.folder) if database else None
        except DAMAGE:
            self.problem = "damaged"
            return None

    def database(self) -> Database | None:
        """Return the tables in the file; None where there is none that matches."""
        path = self.path
        self.problem = ""
        try:
            about = path.lstat() if path else None
        except (OSError, ValueError):
            about = None
        if path is None or about is None:
            return None
        if not stat.S_ISREG(about.st_mode) or about.st_uid != os.geteuid() or about.st_mode & 0o022:
            self.problem = "foreign"
            return None
        try:
            return self._matching(path, about.st_size)
        except DAMAGE:
            self.problem = "damaged"
            return None

    def _matching(self, path: Path, size: int) -> Database | None:
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        database = Database(
            sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None), self.discard
        )
        execute = database.connection.execute
        execute("PRAGMA trusted_schema=OFF")
        pages = execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()[0]
        if not pages or pages != size:
            raise Damaged
        written = database.entry("about", "file")
        if written["stamp"] != _stamp():
            self.problem = "older"
        elif written["folder"] != os.fspath(self.folder.resolve()):
            self.problem = "foreign"
        elif written["files"] == tuple(map(tuple, self.files)):
            return database
        return None

    def discard(self) -> None:
        """Remove the file."""
        with suppress(OSError):
            if path := self.path:
                path.unlink(missing_ok=True)

    def write(self, make: Callable[[], Plan], *, wait: bool = False) -> None:
        """Write the file, whole or not at all; errors are ignored: without it the program is slower.

        Args:
            make: Returns the plan. Not called while another process writes the file, nor where it is there then.
            wait: Wait for that process.
        """
        path = self.path
        if path is None:
            return
        with suppress(OSError, ValueError, sqlite3.Error):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            part = path.with_name(f".{path.name}.part")
            with _locked(part, wait=wait):
                self._write(part, make())
                part.replace(path)
            _tidy(path.parent)

    def _write(self, part: Path, plan: Plan) -> None:
        from plan_data.search.tables import write_index

        about = {"stamp": _stamp(), "folder": os.fspath(self.folder.resolve()), "files": tuple(map(tuple, self.files))}
        database = Database(sqlite3.connect(part, isolation_level=None))
        database.connection.executescript(f"{_SETTINGS} BEGIN; {SCHEMA}")
        write_plan(database, plan)
        write_index(database, plan)
        database.add_entries("about", {"file": about})
        database.connection.execute("COMMIT")


@contextmanager
def _locked(part: Path, *, wait: bool) -> Iterator[None]:
    """Make an empty file that no other process writes meanwhile; raises BlockingIOError where one does.

    It is removed where it was not renamed.
    """
    with open(os.open(part, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600), "wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        if not os.path.samestat(os.fstat(file.fileno()), part.stat()):
            # While this one waited the other renamed it: it is the finished file now.
            raise BlockingIOError
        file.truncate(0)
        try:
            yield
        finally:
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(file.fileno()), part.stat()):
                    part.unlink()


def _tidy(folder: Path) -> None:
    """Remove the oldest files, those of earlier versions, and parts that nobody goes on with."""
    latest_first = sorted(folder.glob(f"*{ENDING}"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in (*latest_first[MOST_FILES:], *(old for names in _OLD_FILES for old in folder.glob(names))):
        path.unlink(missing_ok=True)
    for part in folder.glob(".*.part"):
        with suppress(OSError), _locked(part, wait=False):
            pass
