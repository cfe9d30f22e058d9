"""Atomic writing of an export to a file; pipes, devices and open files are written to directly."""

from __future__ import annotations

import errno
import os
import secrets
import select
import stat
import time
from contextlib import suppress
from pathlib import Path

from plan_data.labels.reasons import NO_READER

PATIENCE = 2.0
"""Seconds to wait for the reader of a named pipe: a shell starts both ends at the same time."""
MOST_LINKS = 40
"""Most symbolic links to follow in a row, as on Linux; more of them are a loop."""

_NO_FSYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
"""Errors of `fsync` on file systems that do not support it (some FUSE file systems and network shares)."""


def write(path: Path, text: str, *, force: bool = False) -> None:
    """Write a text as UTF-8.

    A regular file is written as a whole or not at all: the text goes to a temporary file in the same folder, which
    is then renamed. A symbolic link is replaced, not followed. Pipes, character devices and the open files of this
    process (`/dev/stdout`, `/dev/fd/3`) are written to directly, and never replaced.

    Args:
        path: The file.
        text: The text.
        force: Replace an existing file; write to a block device.

    Raises:
        FileExistsError: The file exists, and `force` is not set.
        UnicodeEncodeError: The text contains surrogates.
        OSError: It cannot be written; an existing file is unchanged.
    """
    data = text.encode("utf-8")
    number = _open_file(path)
    if number is not None:
        # Opening it again by its name would truncate a file, and fails for a socket.
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
    """Return the file descriptor of this process that a path such as `/dev/fd/3` means, or None."""
    folders = ("/dev/fd", f"/proc/{os.getpid()}/fd")
    for _ in range(MOST_LINKS):
        if os.path.realpath(path.parent) in folders and path.name.isascii() and path.name.isdigit():
            # A larger number overflows the C int of `dup`; no descriptor has it.
            return min(int(path.name), 2**31 - 1)
        try:
            path = path.parent / os.readlink(path)
        except OSError:
            return None
    return None


def _opened(path: Path) -> int:
    """Open a pipe or a device for writing; raises OSError where nobody reads from a pipe for `PATIENCE` seconds."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        except OSError as error:
            if error.errno != errno.ENXIO or not path.is_fifo():
                raise
            if time.monotonic() > end:
                raise OSError(errno.ENXIO, NO_READER.en, str(path)) from None
        time.sleep(0.02)


def _send(handle: int, data: bytes) -> None:
    try:
        rest = memoryview(data)
        while rest:
            try:
                rest = rest[os.write(handle, rest) :]
            except BlockingIOError:
                # The pipe is full: it is non-blocking, because it was opened so here or by the parent process.
                select.select([], [handle], [])
    finally:
        os.close(handle)


def _write_file(path: Path, data: bytes, force: bool) -> None:
    # A short name: the target's name with a suffix could be longer than the file system allows.
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
    """Rename a written file; raises FileExistsError where a file of that name has appeared meanwhile."""
    try:
        os.link(part, path)
        return
    except FileExistsError:
        raise
    except OSError:
        # FAT, exFAT, Android and some network shares have no hard links, and report that by different errors. There
        # an empty file is created, which fails if the name exists, and then replaced.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666))
    try:
        os.replace(part, path)
    except OSError:
        path.unlink(missing_ok=True)
        raise
