"""The signature of a plan's files, which changes when they do."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class FileState(NamedTuple):
    """What changes when a file does."""

    name: str
    """Relative to the plan's folder."""
    size: int
    """In bytes."""
    changed: int
    """Modification time, in nanoseconds."""
    touched: int
    """Time of the last status change, in nanoseconds: programs that set the modification time back cannot set it."""


Signature = tuple[FileState, ...]
"""The state of each of a plan's files, in the order of their names."""


def source_files(folder: Path) -> list[Path]:
    """Return a plan's source files: every `.yaml` in `sources/` whose name does not begin with a dot.

    Emacs (`.#x.yaml`), macOS (`._x.yaml`) and others write such files next to one's own, and a shell's `*.yaml` skips
    them too.
    """
    return sorted((folder / "sources").glob("[!.]*.yaml"))


def misnamed_files(folder: Path) -> list[Path]:
    """Return the files of a plan that are not read because they end in `.yml`, or in capitals.

    The ending is part of the format, so that `x.yml` next to `x.yaml` is never a second source.
    """
    found = [path for path in folder.glob("*") if path.stem in ("plan", "agencies")]
    found += (folder / "sources").glob("[!.]*")
    return sorted(path for path in found if path.suffix.lower() in (".yml", ".yaml") and path.suffix != ".yaml")


def signature(folder: Path) -> Signature:
    """Return the signature of a plan's files; a file that cannot be examined is left out."""
    return states_of(sorted([folder / "plan.yaml", folder / "agencies.yaml", *source_files(folder)]), folder)


def states_of(paths: Iterable[Path], folder: Path) -> Signature:
    """Return the states of files in a folder; a file that cannot be examined is left out."""
    found = []
    for path in paths:
        try:
            about = path.stat()
        except OSError:
            continue
        found.append(
            FileState(path.relative_to(folder).as_posix(), about.st_size, about.st_mtime_ns, about.st_ctime_ns)
        )
    return tuple(found)
