"""What the reader keeps: notes and bookmarks, and where they left off.

One SQLite file in the user data folder, in WAL mode, one transaction for each change, each on the disk before it is
called saved: so two explorers can be open at once, and a killed one loses nothing that it reported. A note that was
changed elsewhere meanwhile is merged, never overwritten. A file that is damaged is set aside, never overwritten; one
that was written by a newer version is left alone; one that cannot be written, in a home that is read-only, full or
locked by another program, is still read. In each case the program says so.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

from plan_data.errors import ReasonedError
from plan_data.folders import path_text
from plan_data.labels import saved as words
from plan_data.labels.reasons import reason_of
from plan_data.model.pair import Pair

FILE = "notes.db"
"""Name of the file in the data folder."""
VERSION = 1
"""Version of the tables, as `PRAGMA user_version` has it. 0.1.0 reads it too: tables and columns are only added."""
PATIENCE = 1.0
"""Seconds to wait for another explorer that is writing."""
NO_PATIENCE = 0.005
"""The same, in seconds, where keys would have to wait."""

_TABLES = (
    """create table if not exists note (
    plan text not null, id text not null, text text not null, changed text not null, primary key (plan, id))""",
    """create table if not exists bookmark (
    plan text not null, id text not null, added text not null, primary key (plan, id))""",
    "create table if not exists state (plan text not null primary key, value text not null)",
    """create table if not exists plan (
    plan text not null primary key, root text not null, title text not null, taken_by text not null default '')""",
)
"""The tables, by plan. `plan` has the root and title of each plan, and the folder to which its notes were copied."""


class Saved(NamedTuple):
    """A note or a bookmark."""

    id: str
    """Id of the entry that it is on."""
    text: str
    """The note, in Markdown; "" for a bookmark."""
    when: str
    """When it was last changed, or added: UTC, ISO 8601."""


class NotSaved(ReasonedError):
    """A change that could not be written."""

    def __init__(self, why: Pair, *, busy: bool = False) -> None:
        """Set the reason; `busy` where another program is writing, so that a later try may succeed."""
        super().__init__(why)
        self.busy = busy


class NotRead(ReasonedError):
    """The store could not be read."""

    def __init__(self, why: Pair, *, damaged: bool = False) -> None:
        """Set the reason; `damaged` where the file is no valid database."""
        super().__init__(why)
        self.damaged = damaged


class Store:
    """The reader's notes and bookmarks on one plan."""

    def __init__(self, folder: Path | None, plan: str) -> None:
        """Set the path of the store; the file is opened when it is first used.

        Args:
            folder: The user data folder; it is created if needed. None for a store that saves nothing.
            plan: Key of the plan, see `plan_key`.
        """
        self.path = (folder or Path()) / FILE
        self.plan = plan
        self.keeps = folder is not None
        """Whether it saves anything: it has a folder."""
        self.patience = PATIENCE
        """Seconds that one read or write may wait for another program."""
        self._ends: float | None = None
        self._problem: Pair | None = None if folder else words.NOTHING_KEPT
        self._state: dict[str, Any] | None = None
        self._saved: dict[str, Any] | None = None
        """The state that is on the disk, as far as this program knows."""
        self._writing = threading.Lock()
        """Held while the state is written, so that of two threads the one with the older state is never the last."""

    def end_within(self, seconds: float) -> None:
        """Limit the seconds that all further changes together may wait for other programs: the program ends."""
        if self._ends is None:
            self._ends = monotonic() + seconds

    @property
    def problem(self) -> Pair:
        """Why nothing can be written; empty where that is possible.

        The file is checked, and created if needed, at first use and after each failure, because a full disk or a lock
        may be gone by then. Damage and a newer version are not checked again.
        """
        try:
            self.check()
        except NotSaved as error:
            return error.why
        return Pair()

    def check(self) -> None:
        """Check the file, if that was not done yet.

        Raises:
            NotSaved: Nothing can be written now.
        """
        if self._problem is None:
            self._problem = self._prepare()
        if self._problem:
            raise NotSaved(self._problem)

    def _prepare(self) -> Pair:
        """Make the file ready for writing, and return why that will never be possible; empty where it is."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.is_symlink():
                return words.IS_LINK.format(path=self.path)
            with self._connection() as database:
                found = database.execute("pragma user_version").fetchone()[0]
                if found > VERSION:
                    return words.IS_NEWER.format(path=self.path)
                sound = database.execute("pragma quick_check").fetchone()[0] == "ok"
                if sound:
                    self._make_tables(database, found)
            return Pair() if sound else self._set_aside(words.PAGES_DO_NOT_FIT)
        except sqlite3.OperationalError as error:
            raise NotSaved(words.UNUSABLE.format(path=self.path, why=why(error)), busy=is_busy(error)) from None
        except sqlite3.DatabaseError as error:
            return self._set_aside(why(error))
        except OSError as error:
            raise NotSaved(words.UNUSABLE.format(path=self.path, why=reason_of(error))) from None

    def _make_tables(self, database: sqlite3.Connection, version: int) -> None:
        if database.execute("pragma journal_mode").fetchone()[0] != "wal":
            database.execute("pragma journal_mode = wal")
        # If all tables exist nothing is written, so that no lock of another program delays the start.
        names = {row[0] for row in database.execute("select name from sqlite_master where type = 'table'")}
        if version == VERSION and {"note", "bookmark", "state", "plan"} <= names:
            return
        database.execute("begin immediate")
        for statement in _TABLES:
            database.execute(statement)
        database.execute(f"pragma user_version = {VERSION}")
        database.execute("commit")

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        wait = self.patience if self._ends is None else max(0.0, self._ends - monotonic())
        with closing(sqlite3.connect(self.path, timeout=wait, isolation_level=None)) as database:
            # A change must be on the disk before the screen reports it as saved.
            database.execute("pragma synchronous = full")
            yield database

    def _set_aside(self, why: Pair) -> Pair:
        for n in range(1, 1000):
            bad = self.path.with_name(f"{FILE}.bad{'' if n == 1 else n}")
            if not bad.exists():
                break
        try:
            for end in ("-wal", "-shm", ""):
                # SQLite would apply a left-over `-wal` to the new file.
                extra = self.path.with_name(FILE + end)
                if extra.exists():
                    extra.rename(bad.with_name(bad.name + end))
        except OSError as error:
            return words.DAMAGED_STAYS.format(path=self.path, why=why, reason=reason_of(error))
        return words.SET_ASIDE.format(path=self.path, why=why, name=bad.name)

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Open a transaction, which is on the disk when the context ends.

        Raises:
            NotSaved: It could not be written; everything is as it was.
        """
        self.check()
        try:
            with self._connection() as database:
                database.execute("begin immediate")
                yield database
                database.execute("commit")
        except sqlite3.Error as error:
            # The cause (a deleted file, a full disk) may be gone by the next change, which checks again.
            self._problem = None
            raise NotSaved(why(error), busy=is_busy(error)) from None

    def rows(self, statement: str, *values: str) -> list[Any]:
        """Return the rows of a statement; none where there is no file yet.

        Raises:
            NotRead: There is a file, and it cannot be read.
        """
        if not self.keeps:
            return []
        try:
            if self.path.is_symlink():
                raise NotRead(words.IS_LINK.format(path=self.path))
            if not self.path.exists():
                return []
        except OSError as error:
            raise NotRead(words.UNREADABLE.format(path=self.path, why=reason_of(error))) from None
        try:
            with self._connection() as database:
                return self._select(database, statement, *values)
        except sqlite3.OperationalError as error:
            from tui.userdata.database_copy import opened_as_copy

            # SQLite cannot open a file in WAL mode if its folder is read-only or full, or while it is locked.
            try:
                with opened_as_copy(self.path) as database:
                    return self._select(database, statement, *values)
            except (sqlite3.Error, OSError):
                raise NotRead(words.UNREADABLE.format(path=self.path, why=why(error))) from None
        except sqlite3.DatabaseError as error:
            raise NotRead(words.DAMAGED.format(path=self.path, why=why(error)), damaged=True) from None

    def _select(self, database: sqlite3.Connection, statement: str, *values: str) -> list[Any]:
        version = database.execute("pragma user_version").fetchone()[0]
        if version > VERSION:
            raise NotRead(words.IS_NEWER.format(path=self.path))
        # A file without a version was only just created, and has no tables.
        return database.execute(statement, values).fetchall() if version else []

    # Notes.

    def notes(self) -> list[Saved]:
        """Return the notes, the latest first.

        Raises:
            NotRead: There may be some, and they cannot be read.
        """
        rows = self.rows("select id, text, changed from note where plan = ? order by changed desc, id", self.plan)
        return [Saved(*row) for row in rows]

    def note(self, id_: str) -> str:
        """Return the note on an entry, or "".

        Raises:
            NotRead: There may be one, and it cannot be read.
        """
        rows = self.rows("select text from note where plan = ? and id = ?", self.plan, id_)
        return str(rows[0][0]) if rows else ""

    def set_note(self, id_: str, text: str, was: str | None = None) -> str:
        """Save a note; a blank one is deleted.

        Args:
            id_: Id of the entry that it is on.
            text: The note.
            was: The stored note when editing of `text` started. If the stored note differs by now, `merge` combines
                both. None overwrites it.

        Returns:
            The note as it is stored now.

        Raises:
            NotSaved: It could not be written.
        """
        # A lone surrogate, which SQLite cannot store.
        text = text.encode("utf-8", "backslashreplace").decode("utf-8")
        with self.change() as database:
            row = database.execute(
                "select text, changed from note where plan = ? and id = ?", (self.plan, id_)
            ).fetchone()
            there, changed = row or ("", "")
            if was is not None and there not in (was, text):
                from tui.userdata.note_merge import merge

                text = merge(was, text, there, changed)
            if not text.strip():
                text = ""
                database.execute("delete from note where plan = ? and id = ?", (self.plan, id_))
            elif text != there:
                database.execute("insert or replace into note values (?, ?, ?, ?)", (self.plan, id_, text, _now()))
        return text

    # Bookmarks.

    def bookmarks(self) -> list[Saved]:
        """Return the bookmarks, the latest first.

        Raises:
            NotRead: There may be some, and they cannot be read.
        """
        rows = self.rows("select id, '', added from bookmark where plan = ? order by added desc, id", self.plan)
        return [Saved(*row) for row in rows]

    def set_bookmark(self, id_: str, there: bool) -> None:
        """Add or remove a bookmark; an existing one keeps its date.

        Raises:
            NotSaved: It could not be written.
        """
        with self.change() as database:
            if there:
                database.execute("insert or ignore into bookmark values (?, ?, ?)", (self.plan, id_, _now()))
            else:
                database.execute("delete from bookmark where plan = ? and id = ?", (self.plan, id_))

    # Where the reader left off.

    def state(self) -> dict[str, Any]:
        """Return the state saved by the last session; {} where there is none, or it cannot be read."""
        if self._state is None:
            self._state = self._saved = self._read_state()
        return self._state

    def _read_state(self) -> dict[str, Any]:
        try:
            rows = self.rows("select value from state where plan = ?", self.plan)
        except NotRead:
            return {}
        if not rows:
            return {}
        try:
            found = json.loads(rows[0][0])
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def set_state(self, value: dict[str, Any]) -> None:
        """Save the state, if it has changed; a failure is ignored, because the state is a mere convenience."""
        self._state = value
        with self._writing, suppress(NotSaved):
            latest = self._state
            if latest != self._saved:
                with self.change() as database:
                    database.execute("insert or replace into state values (?, ?)", (self.plan, json.dumps(latest)))
                self._saved = latest


def why(error: sqlite3.Error) -> Pair:
    """Return the cause of a database error in plain words."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _WHY.get(code, Pair(str(error), str(error)))


def is_busy(error: sqlite3.Error) -> bool:
    """Return whether another program is writing, so that a later try may succeed."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


_WHY = {
    sqlite3.SQLITE_BUSY: words.BUSY,
    sqlite3.SQLITE_LOCKED: words.BUSY,
    sqlite3.SQLITE_FULL: words.DISK_FULL,
    sqlite3.SQLITE_READONLY: words.READ_ONLY,
    sqlite3.SQLITE_IOERR: words.DISK_ERROR,
    sqlite3.SQLITE_CANTOPEN: words.NOT_OPENED,
    sqlite3.SQLITE_CORRUPT: words.PAGES_DO_NOT_FIT,
    sqlite3.SQLITE_NOTADB: words.NO_DATABASE,
}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def plan_key(folder: Path, shipped: Path) -> str:
    """Return the key of a plan in the store: "" for the shipped one, else its folder, as text."""
    return "" if folder.resolve() == shipped.resolve() else path_text(folder.resolve())
