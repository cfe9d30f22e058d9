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
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

from plan_data.folders import path_text
from plan_data.labels import saved as words

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
"""What is kept, by plan; `plan` says what a plan was called, and under which folder its notes went on."""


class Saved(NamedTuple):
    """A note or a bookmark."""

    id: str
    """Id of what it stands on."""
    text: str
    """The note, in Markdown; "" for a bookmark."""
    when: str
    """When it was last changed, or added: UTC, ISO 8601."""


class NotSaved(Exception):
    """A change that could not be written; the message says why."""

    def __init__(self, why: str, *, busy: bool = False) -> None:
        """Say why; `busy` where another program is writing, so that it may soon be possible."""
        super().__init__(why)
        self.busy = busy


class NotRead(Exception):
    """What is kept could not be read; the message says why."""

    def __init__(self, why: str, *, damaged: bool = False) -> None:
        """Say why."""
        super().__init__(why)
        self.damaged = damaged


class Store:
    """The reader's notes and bookmarks on one plan."""

    def __init__(self, folder: Path | None, plan: str) -> None:
        """Take the place of the store; it is looked at when it is first used.

        Args:
            folder: The user data folder; it is made where there is none. None for a store that keeps nothing.
            plan: What the plan is known by: "" for the shipped one, else its folder.
        """
        self.path = (folder or Path()) / FILE
        self.plan = plan
        self.keeps = folder is not None
        """Whether it is meant to keep anything."""
        self.patience = PATIENCE
        """Seconds that one change or look may wait for another program."""
        self._ends: float | None = None
        self._problem: str | None = None if folder else words.NOTHING_KEPT
        self._state: dict[str, Any] | None = None

    def end_within(self, seconds: float) -> None:
        """Let all changes from now on wait for others no longer than so many seconds together: the program ends."""
        if self._ends is None:
            self._ends = monotonic() + seconds

    @property
    def problem(self) -> str:
        """Why nothing can be written; "" where all is well.

        The first time the file is looked through, and made if need be; so it is again after each failure, because a
        full disk or a locked file may be free by then. Damage and a newer version stay what they are.
        """
        try:
            self.check()
        except NotSaved as error:
            return str(error)
        return ""

    def check(self) -> None:
        """Look through the file where that was not done yet.

        Raises:
            NotSaved: Nothing can be written now.
        """
        if self._problem is None:
            self._problem = self._look_through()
        if self._problem:
            raise NotSaved(self._problem)

    def _look_through(self) -> str:
        """Make the file ready to be written, and return why it never can be, or ""."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.is_symlink():
                return words.IS_LINK.format(path=self.path)
            with self._connection() as database:
                found = database.execute("pragma user_version").fetchone()[0]
                if found > VERSION:
                    return words.IS_NEWER.format(path=self.path)
                if database.execute("pragma quick_check").fetchone()[0] != "ok":
                    raise sqlite3.DatabaseError(words.PAGES_DO_NOT_FIT)
                self._make_tables(database, found)
            return ""
        except sqlite3.OperationalError as error:
            raise NotSaved(words.UNUSABLE.format(path=self.path, why=why(error)), busy=is_busy(error)) from None
        except sqlite3.DatabaseError as error:
            return self._set_aside(str(error))
        except OSError as error:
            raise NotSaved(words.UNUSABLE.format(path=self.path, why=error.strerror or error)) from None

    def _make_tables(self, database: sqlite3.Connection, version: int) -> None:
        if database.execute("pragma journal_mode").fetchone()[0] != "wal":
            database.execute("pragma journal_mode = wal")
        # Where all is there nothing is written, so that nobody else's writing is waited for.
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
            # A change is on the disk before it is called saved.
            database.execute("pragma synchronous = full")
            yield database

    def _set_aside(self, why: str) -> str:
        for n in range(1, 1000):
            bad = self.path.with_name(f"{FILE}.bad{'' if n == 1 else n}")
            if not bad.exists():
                break
        try:
            for end in ("-wal", "-shm", ""):
                # What belongs to the damaged file goes with it, so that no new file is taken for its own.
                extra = self.path.with_name(FILE + end)
                if extra.exists():
                    extra.rename(bad.with_name(bad.name + end))
        except OSError as error:
            return words.DAMAGED_STAYS.format(path=self.path, why=why, reason=error.strerror)
        return words.SET_ASIDE.format(path=self.path, why=why, name=bad.name)

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Change something in one transaction, which is on the disk when this ends.

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
            # Whatever it is, a gone file, a full disk: the next change looks again.
            self._problem = None
            raise NotSaved(why(error), busy=is_busy(error)) from None

    def rows(self, statement: str, *values: str) -> list[Any]:
        """Return what a statement finds; nothing where there is no file yet.

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
            raise NotRead(words.UNREADABLE.format(path=self.path, why=error.strerror or error)) from None
        try:
            with self._connection() as database:
                return self._select(database, statement, *values)
        except sqlite3.OperationalError as error:
            from tui.userdata.database_copy import opened_as_copy

            # A file in WAL mode is not opened where nothing can be written beside it, or while it is locked.
            try:
                with opened_as_copy(self.path) as database:
                    return self._select(database, statement, *values)
            except (sqlite3.Error, OSError):
                raise NotRead(words.UNREADABLE.format(path=self.path, why=why(error))) from None
        except sqlite3.DatabaseError as error:
            raise NotRead(words.DAMAGED.format(path=self.path, why=error), damaged=True) from None

    def _select(self, database: sqlite3.Connection, statement: str, *values: str) -> list[Any]:
        version = database.execute("pragma user_version").fetchone()[0]
        if version > VERSION:
            raise NotRead(words.IS_NEWER.format(path=self.path))
        # A file without a version was only just made.
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
        """Return the note on something, or "".

        Raises:
            NotRead: There may be one, and it cannot be read.
        """
        rows = self.rows("select text from note where plan = ? and id = ?", self.plan, id_)
        return str(rows[0][0]) if rows else ""

    def set_note(self, id_: str, text: str, was: str | None = None) -> str:
        """Keep a note; one without any text is taken away.

        Args:
            id_: Id of what it stands on.
            text: The note.
            was: The note that `text` was made from. Where the store has another one by now, both are kept, as
                `merge` does it. None overwrites what is there.

        Returns:
            The note as it is kept now.

        Raises:
            NotSaved: It could not be written.
        """
        # Half a character, which no database takes.
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
        """Set or take away a bookmark; one that is there already stays as it is.

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
        """Return what was kept of the last time; {} where there is nothing, or nothing that can be read."""
        if self._state is None:
            self._state = self._read_state()
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
        """Keep where the reader is; it is a convenience, so what cannot be written is dropped."""
        self._state = value
        try:
            with self.change() as database:
                database.execute("insert or replace into state values (?, ?)", (self.plan, json.dumps(value)))
        except NotSaved:
            return


def why(error: sqlite3.Error) -> str:
    """Return what keeps a database from being used, in plain words."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _WHY.get(code, str(error))


def is_busy(error: sqlite3.Error) -> bool:
    """Return whether another program is writing, so that it may soon be possible."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


_WHY = {
    sqlite3.SQLITE_BUSY: words.BUSY,
    sqlite3.SQLITE_LOCKED: words.BUSY,
    sqlite3.SQLITE_FULL: words.DISK_FULL,
    sqlite3.SQLITE_READONLY: words.READ_ONLY,
    sqlite3.SQLITE_IOERR: words.DISK_ERROR,
    sqlite3.SQLITE_CANTOPEN: words.NOT_OPENED,
}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def plan_key(folder: Path, shipped: Path) -> str:
    """Return what a plan is known by in the store: "" for the shipped one, else its folder, as text."""
    return "" if folder.resolve() == shipped.resolve() else path_text(folder.resolve())
