"""Reading an SQLite file that cannot be opened in its own folder.

SQLite needs a `-shm` file even to read a file in WAL mode. In a folder that is read-only or full it cannot create one,
and while another program has locked the file it cannot open it. The content can still be read from a copy.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

_MEMORY = "/dev/shm"
"""A folder in memory, for when the disk is full."""
_TRIES = 5
"""How often the files are copied, at most, if they change during the copy."""


@contextmanager
def opened_as_copy(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the current content of a database for reading.

    Without a `-wal` or `-journal` file the database is opened directly, as immutable. Otherwise it is copied together
    with them: they contain changes that are not in it yet, or must be rolled back.

    Raises:
        OSError: It cannot be copied.
        sqlite3.Error: The copy cannot be opened.
    """
    if not any(size for _, size, _ in _signature(path)[1:]):
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            yield database
        return
    folder = _copied(path)
    try:
        with closing(sqlite3.connect(folder / path.name)) as database:
            yield database
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copied(path: Path) -> Path:
    """Copy a database and its `-wal` and `-journal` files to a new folder, and return that folder."""
    failure: OSError | None = None
    for parent in (_MEMORY, None):
        try:
            folder = Path(tempfile.mkdtemp(prefix="internet-plus-", dir=parent))
        except OSError as error:
            failure = error
            continue
        try:
            for _ in range(_TRIES):
                before = _signature(path)
                for part in _parts(path):
                    (folder / part.name).unlink(missing_ok=True)
                    if part.exists():
                        shutil.copyfile(part, folder / part.name)
                if _signature(path) == before:
                    break
            return folder
        except OSError as error:
            failure = error
            shutil.rmtree(folder, ignore_errors=True)
    assert failure is not None
    raise failure


def _parts(path: Path) -> list[Path]:
    return [path.with_name(path.name + end) for end in ("", "-wal", "-journal")]


def _signature(path: Path) -> list[tuple[str, int, int]]:
    """Return the size and the time of the last change of each file."""
    found = []
    for part in _parts(path):
        try:
            stat = part.stat()
            found.append((part.name, stat.st_size, stat.st_mtime_ns))
        except FileNotFoundError:
            found.append((part.name, 0, 0))
    return found
