"""Reading an SQLite file that cannot be opened where it lies.

A file in WAL mode needs a `-shm` file beside it even to be read. In a folder that is read-only or full there is none,
and while another program has locked the file it is not opened at all. What is in it is still there to be read.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

_MEMORY = "/dev/shm"
"""A folder in memory, for a computer whose disk is full."""
_TRIES = 5
"""How often a file that changes while it is being copied is copied again."""


@contextmanager
def opened_as_copy(path: Path) -> Iterator[sqlite3.Connection]:
    """Open what a database holds now, to be read.

    Where nothing lies beside the file it is read in place, as one that does not change. Else the changes that are not
    in it yet (`-wal`), or that are to be taken back (`-journal`), are copied with it.

    Raises:
        OSError: It cannot be copied.
        sqlite3.Error: What was copied cannot be opened.
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
    """Copy a database with what lies beside it into a new folder of its own, and return that."""
    failure: OSError | None = None
    for place in (_MEMORY, None):
        try:
            folder = Path(tempfile.mkdtemp(prefix="internet-plus-", dir=place))
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
