"""The cache of loaded plans: a plan that was loaded once opens again without its YAML.

This serves speed alone. The shipped plan opens from the cache in 8 ms and from its YAML in 190 ms, a third of the time
to the first frame; a plan of 100,000 nodes in 0.03 s and 17 s.

There is one file for each plan, in the user's cache folder. It is used only if everything matches: the names, sizes and
times of the plan's files, the program that wrote it, its owner, its checksums. Otherwise the YAML is read. Errors here
are never reported: without a cache the program is slower and shows the same. States of quotes are not cached.
"""

from __future__ import annotations

import os
import stat
import struct
import sys
import time
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from plan_data.errors import Progress
from plan_data.folders import SHIPPED, cache_folder
from plan_data.loading.signature import Signature, signature
from plan_data.model.entities import Node
from plan_data.model.lazy import CHUNK, LazyItems, LazyMap, Reader, pack, unpack
from plan_data.model.plan import Columns, Plan

MAGIC = b"internet-plus/2\n"
"""The first bytes of a cache file."""
REST = 2.0
"""Seconds since a plan's files last changed before they are cached: a second change may have the same time stamp."""
MOST_FILES = 20
"""Cache files at most; the oldest are removed."""

_HEAD = struct.Struct("<QIQ")
_CODE = (
    "loading/cache",
    "loading/consistency",
    "loading/loader",
    "loading/node_fields",
    "loading/parsers",
    "loading/reference_columns",
    "loading/references",
    "loading/yaml_events",
    "model/entities",
    "model/lazy",
    "model/pair",
    "model/plan",
)


class _Table(NamedTuple):
    """The offsets of the chunks of one kind of thing, and their checksums."""

    starts: bytes
    """Offsets after the header, one more than there are chunks: array of unsigned 64-bit numbers."""
    sums: bytes
    """CRC-32 of each chunk: array of unsigned 32-bit numbers."""


def open_plan(
    folder: Path,
    *,
    max_bytes: int,
    progress: Progress | None = None,
) -> Plan:
    """Open a plan, from the cache where that matches.

    Args:
        folder: The plan's folder.
        max_bytes: Cap on the size of each file.
        progress: Called with the share that is read, where there is no cache.

    Raises:
        FormError: A file cannot be read.
        PlanError: The plan has errors.
    """
    files = signature(folder)
    if files and all(file.size <= max_bytes for file in files):
        plan = _cached(folder, files, max_bytes)
        if plan is not None:
            return plan
    from plan_data.loading.loader import load

    plan = load(folder, max_bytes=max_bytes, progress=progress)
    newest = max((max(file.changed, file.touched) for file in files), default=0)
    if files and time.time_ns() - newest > REST * 1e9:
        keep(plan, files)
    return plan


def cache_file(folder: Path) -> Path | None:
    """Return the path of a plan's cache, whether it exists or not; None without a cache folder."""
    home = cache_folder()
    if home is None:
        return None
    name = "shipped" if folder.resolve() == SHIPPED.resolve() else f"{zlib.crc32(os.fsencode(folder.resolve())):08x}"
    return home / f"{name}.plan"


def _stamp() -> tuple[object, ...]:
    """Return what identifies this program among those that write caches: the version of Python, and its own files."""
    home = Path(__file__).parent.parent
    code = []
    for name in _CODE:
        try:
            found = (home / f"{name}.py").stat()
        except OSError:
            # The program runs from a zip archive, whose own size and time are used.
            found = home.parent.stat()
        code.append((found.st_size, found.st_mtime_ns))
    return (*sys.version_info[:3], str(home), *code)


# Reading.


def _cached(folder: Path, files: Signature, max_bytes: int) -> Plan | None:
    path = cache_file(folder)
    if path is None:
        return None
    try:
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    except (OSError, ValueError):
        return None
    try:
        plan = _Opened(file, folder, max_bytes).plan(files)
    except Exception:  # A damaged file may raise anything; the plan is then read from its YAML.
        plan = None
    if plan is None:
        os.close(file)
    return plan


class _Opened:
    """A cache file, open for as long as its plan is in use."""

    def __init__(self, file: int, folder: Path, max_bytes: int) -> None:
        self.file = file
        self.folder = folder
        self.max_bytes = max_bytes
        self.base = 0
        self.anew: Plan | None = None

    def plan(self, files: Signature) -> Plan | None:
        """Return the plan, or None where the file does not match."""
        about = os.fstat(self.file)
        if not stat.S_ISREG(about.st_mode) or about.st_uid != os.geteuid() or about.st_mode & 0o022:
            return None
        start = os.pread(self.file, len(MAGIC) + _HEAD.size, 0)
        if not start.startswith(MAGIC) or len(start) < len(MAGIC) + _HEAD.size:
            return None
        length, checksum, whole = _HEAD.unpack_from(start, len(MAGIC))
        if whole != about.st_size:
            return None
        packed = os.pread(self.file, length, whole - length)
        if zlib.crc32(packed) != checksum:
            return None
        head: dict[str, Any] = unpack(packed)
        if head["stamp"] != _stamp() or head["files"] != tuple(map(tuple, files)):
            return None
        if head["folder"] != os.fspath(self.folder.resolve()):
            return None
        self.base = len(start)
        depths, parents, ends = (_numbers("I", head[name]) for name in ("depths", "parents", "ends"))
        ids = head["ids"].split("\n")
        columns = Columns(ids, depths, parents, ends, head["signs"])
        tables = {name: _Table(*table) for name, table in head["tables"].items()}
        maps: dict[str, LazyMap[Any]] = {
            name: LazyMap(head[name], self._reader(tables[name], name)) for name in ("bodies", "sources", "quotes")
        }
        nodes: LazyItems[Node] = LazyItems(len(ids), self._reader(tables["nodes"], "nodes"))
        bodies, sources, quotes = maps.values()
        plan = Plan(self.folder, nodes, depths, bodies, sources, quotes, head["totals"], head["findings"], columns)
        # Cached properties that the plan would otherwise compute from all nodes, quotes or sources.
        vars(plan).update(
            backlinks=LazyMap(head["quotes"], self._reader(tables["backlinks"], "backlinks")),
            quotes_by_source=head["quotes_by_source"],
            printed=head["printed"],
        )
        return plan

    def _reader(self, table: _Table, kind: str) -> Reader:
        starts, sums = _numbers("Q", table.starts), _numbers("I", table.sums)

        def read(chunk: int) -> bytes:
            try:
                data = os.pread(self.file, starts[chunk + 1] - starts[chunk], self.base + starts[chunk])
            except OSError:
                data = b""
            return data if zlib.crc32(data) == sums[chunk] else self._read_anew(kind, chunk)

        return read

    def _read_anew(self, kind: str, chunk: int) -> bytes:
        """Return a chunk that was damaged after the file was opened, made from the plan's YAML."""
        if self.anew is None:
            from plan_data.loading.loader import load

            self.anew = load(self.folder, max_bytes=self.max_bytes)
            discard(self.folder)
        return next(packed for n, packed in enumerate(_chunks(self.anew, kind)) if n == chunk)


def _numbers(code: str, data: bytes) -> array[int]:
    found = array(code)
    found.frombytes(data)
    return found


# Writing.


def keep(plan: Plan, files: Signature) -> None:
    """Write a plan's cache, whole or not at all; errors are ignored.

    Args:
        plan: The plan as it was loaded, without attached copies.
        files: The signature of its files from before they were read.
    """
    try:
        if signature(plan.folder) != files:
            return
        path = cache_file(plan.folder)
        if path is None:
            return
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = path.with_name(f".{path.name}.{os.getpid()}")
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                _write(file, plan, files)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _remove_oldest(path.parent)
    except (OSError, ValueError):
        return


def discard(folder: Path) -> None:
    """Remove a plan's cache."""
    try:
        path = cache_file(folder)
        if path is not None:
            path.unlink(missing_ok=True)
    except OSError:
        return


def _remove_oldest(folder: Path) -> None:
    latest_first = sorted(folder.glob("*.plan"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in latest_first[MOST_FILES:]:
        path.unlink(missing_ok=True)


def _chunks(plan: Plan, kind: str) -> Iterable[bytes]:
    """Yield the packed chunks of one kind of thing, in order."""
    things: Sequence[Any]
    if kind == "nodes":
        things = plan.nodes
    else:
        by_id: Mapping[str, Any] = {
            "bodies": plan.bodies,
            "sources": plan.sources,
            "quotes": plan.quotes,
            "backlinks": plan.backlinks,
        }[kind]
        things = list(by_id.values())
    for start in range(0, len(things), CHUNK):
        yield pack(tuple(things[start : start + CHUNK]))


def _write(file: BinaryIO, plan: Plan, files: Signature) -> None:
    """Write a cache file: magic and checksum, the chunks, and last the head with what must match and the offsets."""
    file.write(MAGIC + bytes(_HEAD.size))
    tables: dict[str, tuple[bytes, bytes]] = {}
    end = 0
    for kind in ("nodes", "bodies", "sources", "quotes", "backlinks"):
        starts, sums = array("Q", [end]), array("I")
        for packed in _chunks(plan, kind):
            file.write(packed)
            end += len(packed)
            starts.append(end)
            sums.append(zlib.crc32(packed))
            # Let the thread that draws run: packing a large plan takes seconds.
            time.sleep(0)
        tables[kind] = (starts.tobytes(), sums.tobytes())
    columns = plan.columns
    head = pack(
        {
            "stamp": _stamp(),
            "folder": os.fspath(plan.folder.resolve()),
            "files": tuple(map(tuple, files)),
            "ids": "\n".join(columns.ids),
            "depths": columns.depths.tobytes(),
            "parents": columns.parents.tobytes(),
            "ends": columns.ends.tobytes(),
            "signs": columns.signs,
            "tables": tables,
            "bodies": list(plan.bodies),
            "sources": list(plan.sources),
            "quotes": list(plan.quotes),
            "quotes_by_source": dict(plan.quotes_by_source),
            "printed": dict(plan.printed),
            "totals": dict(plan.totals),
            "findings": plan.findings,
        }
    )
    file.write(head)
    file.seek(len(MAGIC))
    file.write(_HEAD.pack(len(head), zlib.crc32(head), len(MAGIC) + _HEAD.size + end + len(head)))
