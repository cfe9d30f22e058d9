"""Writing an export to a file: a regular file whole or not at all; pipes, devices and open files as they are."""

from __future__ import annotations

import errno
import os
import secrets
import select
import stat
import time
from contextlib import suppress
from pathlib import Path

PATIENCE = 2.0
"""Seconds to wait for whoever is to read from a named pipe; a shell starts both ends at the same time."""
MOST_LINKS = 40
"""Links that are followed one after the other, as Linux does; more of them are a circle."""

_NO_FSYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
"""What `fsync` says where the file system does not know it (some FUSE file systems and shares)."""


def write(path: Path, text: str, *, force: bool = False) -> None:
    """Write a text as UTF-8.

    A regular file is there as a whole or not at all: the text is written to another name in the same folder, which
    then becomes the file's name. A symbolic link is replaced, not followed. Pipes, character devices and the open
    files of this process (`/dev/stdout`, `/dev/fd/3`) are written as they are, and never replaced.

    Args:
        path: Where to.
        text: What.
        force: Take the place of a file that is there; write to a block device.

    Raises:
        FileExistsError: There is a file at the path, and `force` is not set.
        UnicodeEncodeError: The text holds surrogates.
        OSError: It cannot be written; a file that was there before is left as it was.
    """
    data = text.encode("utf-8")
    number = _open_file(path)
    if number is not None:
        # Not opened again by its name: a file would be cut to nothing, and a socket cannot be opened.
        _send(os.dup(number), data)
        return
    mode = path.stat().st_mode if path.exists() else 0
    if stat.S_ISDIR(mode) and not path.is_symlink():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISSOCK(mode) or (stat.S_ISBLK(mode) and force):
        _send(_opened(path), data)
    elif not force and (mode or path.is_symlink()):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    else:
        _write_file(path, data, force)


def _open_file(path: Path) -> int | None:
    """Return the number of this process's open file that a path stands for, or None where it stands for none."""
    folders = ("/dev/fd", f"/proc/{os.getpid()}/fd")
    for _ in range(MOST_LINKS):
        if os.path.realpath(path.parent) in folders and path.name.isascii() and path.name.isdigit():
            # A number too long for the system's own calls is that of no open file either.
            return min(int(path.name), 2**31 - 1)
        try:
            path = path.parent / os.readlink(path)
        except OSError:
            return None
    return None


def _opened(path: Path) -> int:
    """Open a pipe or a device to be written to; where nobody reads from a pipe, raise OSError and not wait for ever."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        except OSError as error:
            if error.errno != errno.ENXIO or not path.is_fifo():
                raise
            if time.monotonic() > end:
                raise OSError(errno.ENXIO, "nobody reads from this pipe", str(path)) from None
        time.sleep(0.02)


def _send(handle: int, data: bytes) -> None:
    try:
        rest = memoryview(data)
        while rest:
            try:
                rest = rest[os.write(handle, rest) :]
            except BlockingIOError:
                # The pipe is full for now: it was opened so as not to wait, here or by whoever passed it on.
                select.select([], [handle], [])
    finally:
        os.close(handle)


def _write_file(path: Path, data: bytes, force: bool) -> None:
    # A name of its own length: that of the file may be as long as names can be.
    part = path.parent / f".internet-plus-{os.getpid()}-{secrets.token_hex(4)}"
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            try:
                os.fsync(handle)
            except OSError as error:
                if error.errno not in _NO_FSYNC:
                    raise
        if force:
            os.replace(part, path)
        else:
            _name(part, path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _name(part: Path, path: Path) -> None:
    """Give a written file its name; raises FileExistsError where a file of that name came there meanwhile."""
    try:
        os.link(part, path)
        return
    except FileExistsError:
        raise
    except OSError:
        # FAT, exFAT, Android and some shares know no hard links, and each has another error for that. An empty file
        # takes the name, only where there is none, and the written one takes its place.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666))
    try:
        os.replace(part, path)
    except OSError:
        path.unlink(missing_ok=True)
        raise
