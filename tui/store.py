"""What the reader keeps: notes and bookmarks, and where they left off. Loads no textual.

One SQLite file in the user data folder, in WAL mode, one transaction for each change, each on the disk before it is
called saved: so two explorers can be open at once, and a killed one loses nothing that it reported. A file that is
damaged is set aside, never overwritten; one that cannot be written, or was written by a newer version, is left alone.
In each case the program says so and runs without it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from plan_data.folders import path_text

FILE = "notes.db"
"""Name of the file in the data folder."""
VERSION = 1
"""Version of the tables, as `PRAGMA user_version` has it."""
PATIENCE = 5.0
"""Seconds to wait for another explorer that is writing."""

_TABLES = """
create table if not exists note (
    plan text not null, id text not null, text text not null, changed text not null, primary key (plan, id));
create table if not exists bookmark (
    plan text not null, id text not null, added text not null, primary key (plan, id));
create table if not exists state (plan text not null primary key, value text not null);
"""


class Kept(NamedTuple):
    """A note or a bookmark."""

    id: str
    """Id of what it stands on."""
    text: str
    """The note, in Markdown; "" for a bookmark."""
    when: str
    """When it was last changed, or added: UTC, ISO 8601."""


class NotSaved(Exception):
    """A change that could not be written; the message says why."""


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
        self._problem: str | None = None if folder else "nothing is kept here"
        self._state: dict[str, Any] | None = None

    @property
    def problem(self) -> str:
        """Why nothing is kept; "" where all is well. The first time the file is looked through, and made if need be."""
        if self._problem is None:
            self._problem = self._looked_through()
        return self._problem

    def _looked_through(self) -> str:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.is_symlink():
                return f"{self.path} is a link, and is left alone"
            with self._connection() as database:
                found = database.execute("pragma user_version").fetchone()[0]
                if found > VERSION:
                    return f"{self.path} was written by a newer version of this program"
                if database.execute("pragma quick_check").fetchone()[0] != "ok":
                    raise sqlite3.DatabaseError("its pages do not fit together")
                database.execute("pragma journal_mode = wal")
                database.executescript(_TABLES)
                database.execute(f"pragma user_version = {VERSION}")
            return ""
        except sqlite3.OperationalError as error:
            return f"{self.path} cannot be used: {error}"
        except sqlite3.DatabaseError as error:
            return self._set_aside(str(error))
        except OSError as error:
            return f"{self.path} cannot be used: {error.strerror or error}"

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path, timeout=PATIENCE)) as database:
            # A change is on the disk before it is called saved.
            database.execute("pragma synchronous = full")
            with database:
                yield database

    def _set_aside(self, why: str) -> str:
        for n in range(1, 1000):
            bad = self.path.with_name(f"{FILE}.bad{'' if n == 1 else n}")
            if not bad.exists():
                break
        try:
            for end in ("-wal", "-shm", ""):
                # What belongs to the damaged file goes with it, so that no new file is taken for its own.
                beside = self.path.with_name(FILE + end)
                if beside.exists():
                    beside.rename(bad.with_name(bad.name + end))
        except OSError as error:
            return f"{self.path} is damaged ({why}), and cannot be set aside: {error.strerror}"
        return f"{self.path} is damaged ({why}); it is set aside as {bad.name}"

    def _change(self, statement: str, *values: str) -> None:
        if self.problem:
            raise NotSaved(self.problem)
        try:
            with self._connection() as database:
                database.execute(statement, values)
        except sqlite3.Error as error:
            raise NotSaved(f"not saved: {error}") from None

    def _rows(self, statement: str, *values: str) -> list[Any]:
        # The first frame reads before the file is looked through: what cannot be read then is told right after.
        if self._problem or (self._problem is None and (not self.path.is_file() or self.path.is_symlink())):
            return []
        try:
            with self._connection() as database:
                if database.execute("pragma user_version").fetchone()[0] > VERSION:
                    return []
                return database.execute(statement, values).fetchall()
        except sqlite3.Error:
            return []

    # Notes.

    def notes(self) -> list[Kept]:
        """Return the notes, the latest first."""
        rows = self._rows("select id, text, changed from note where plan = ? order by changed desc, id", self.plan)
        return [Kept(*row) for row in rows]

    def note(self, id_: str) -> str:
        """Return the note on something, or ""."""
        rows = self._rows("select text from note where plan = ? and id = ?", self.plan, id_)
        return str(rows[0][0]) if rows else ""

    def set_note(self, id_: str, text: str) -> None:
        """Keep a note; one without any text is taken away.

        Raises:
            NotSaved: It could not be written.
        """
        if text.strip():
            self._change("insert or replace into note values (?, ?, ?, ?)", self.plan, id_, text, _now())
        else:
            self._change("delete from note where plan = ? and id = ?", self.plan, id_)

    # Bookmarks.

    def bookmarks(self) -> list[Kept]:
        """Return the bookmarks, the latest first."""
        rows = self._rows("select id, '', added from bookmark where plan = ? order by added desc, id", self.plan)
        return [Kept(*row) for row in rows]

    def set_bookmark(self, id_: str, there: bool) -> None:
        """Set or take away a bookmark.

        Raises:
            NotSaved: It could not be written.
        """
        if there:
            self._change("insert or replace into bookmark values (?, ?, ?)", self.plan, id_, _now())
        else:
            self._change("delete from bookmark where plan = ? and id = ?", self.plan, id_)

    # Where the reader left off.

    def state(self) -> dict[str, Any]:
        """Return what was kept of the last time; {} where there is nothing, or nothing that can be read."""
        if self._state is None:
            self._state = self._read_state()
        return self._state

    def _read_state(self) -> dict[str, Any]:
        rows = self._rows("select value from state where plan = ?", self.plan)
        if not rows:
            return {}
        import json

        try:
            found = json.loads(rows[0][0])
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def set_state(self, value: dict[str, Any]) -> None:
        """Keep where the reader is; it is a convenience, so what cannot be written is dropped."""
        import json

        self._state = value
        try:
            self._change("insert or replace into state values (?, ?)", self.plan, json.dumps(value))
        except NotSaved:
            return


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def plan_key(folder: Path, shipped: Path) -> str:
    """Return what a plan is known by in the store: "" for the shipped one, else its folder, as text."""
    return "" if folder.resolve() == shipped.resolve() else path_text(folder.resolve())
