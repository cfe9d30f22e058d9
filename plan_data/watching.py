"""Whether the files of a plan have changed."""

from __future__ import annotations

from pathlib import Path

Signature = tuple[tuple[str, int, int], ...]
"""Name, size in bytes and time of change in nanoseconds of each file, in the order of the names."""


def signature(folder: Path) -> Signature:
    """Return what tells a plan's files from other ones; a file that cannot be looked at is left out."""
    found = []
    for path in sorted([folder / "plan.yaml", folder / "agencies.yaml", *(folder / "sources").glob("*.yaml")]):
        try:
            stat = path.stat()
        except OSError:
            continue
        found.append((path.relative_to(folder).as_posix(), stat.st_size, stat.st_mtime_ns))
    return tuple(found)
