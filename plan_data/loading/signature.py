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


def source_files(folder: Path) -> list[Path]:
    """Return a plan's source files: every `.yaml` in `sources/` whose name does not begin with a dot.

    Emacs (`.#x.yaml`), macOS (`._x.yaml`) and others put such names beside a file, and a shell's `*.yaml` passes over
    them too.
    """
    return sorted((folder / "sources").glob("[!.]*.yaml"))


def misnamed_files(folder: Path) -> list[Path]:
    """Return the files of a plan that are not read because they end in `.yml`, or in capitals.

    The ending is part of the format: were both read, `x.yml` beside `x.yaml` would be two sources or one.
    """
    found = [path for path in folder.glob("*") if path.stem in ("plan", "agencies")]
    found += (folder / "sources").glob("[!.]*")
    return sorted(path for path in found if path.suffix.lower() in (".yml", ".yaml") and path.suffix != ".yaml")


def signature(folder: Path) -> Signature:
    """Return what tells a plan's files from other ones; a file that cannot be looked at is left out."""
    found = []
    for path in sorted([folder / "plan.yaml", folder / "agencies.yaml", *source_files(folder)]):
        try:
            about = path.stat()
        except OSError:
            continue
        found.append(Seen(path.relative_to(folder).as_posix(), about.st_size, about.st_mtime_ns, about.st_ctime_ns))
    return tuple(found)
