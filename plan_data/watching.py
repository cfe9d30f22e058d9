"""Whether the files of a plan have changed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Seen(NamedTuple):
    """What tells a file from what it was before."""

    name: str
    """Relative to the plan's folder."""
    size: int
    """In bytes."""
    changed: int
    """Time of the last change of its content, in nanoseconds."""
    touched: int
    """Time of the last change of anything, in nanoseconds: it tells what a time that was set back would hide."""


Signature = tuple[Seen, ...]
"""A plan's files, in the order of the names."""


def signature(folder: Path) -> Signature:
    """Return what tells a plan's files from other ones; a file that cannot be looked at is left out."""
    found = []
    for path in sorted([folder / "plan.yaml", folder / "agencies.yaml", *(folder / "sources").glob("*.yaml")]):
        try:
            about = path.stat()
        except OSError:
            continue
        found.append(Seen(path.relative_to(folder).as_posix(), about.st_size, about.st_mtime_ns, about.st_ctime_ns))
    return tuple(found)
