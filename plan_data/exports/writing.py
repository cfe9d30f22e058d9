"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path


def write(path: Path, text: str, *, force: bool = False) -> None:
    """Write a text as UTF-8, so that the file is there as a whole or not at all.

    It is written beside its place and then moved there. A symbolic link is replaced, not followed.

    Args:
        path: Where to.
        text: What.
        force: Take the place of what is there.

    Raises:
        FileExistsError: There is something at the path, and `force` is not set.
        OSError: It cannot be written; what was there before is left as it was.
    """
    if path.is_dir() and not path.is_symlink():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not force and (path.exists() or path.is_symlink()):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    if path.exists() and not path.is_file():
        # A device or a pipe has no place to be moved to; it is written as it is.
        path.write_text(text, encoding="utf-8", newline="")
        return
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(part, 0o666 & ~umask)
        if force:
            os.replace(part, path)
        else:
            # A file that came there meanwhile is not overwritten: a link is made only where there is nothing.
            os.link(part, path)
    finally:
        Path(part).unlink(missing_ok=True)
