"""Opens a plan from its index file, or else from its YAML.

The index file of a small plan is written at once, that of a large one by another process (see `builder`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plan_data.cache.index_file import IndexFile
from plan_data.errors import Cancelled, Progress
from plan_data.labels.index_notices import MADE_ANEW
from plan_data.loading.signature import signature
from plan_data.model.plan import Plan

if TYPE_CHECKING:
    from plan_data.cache.builder import Builder

LARGE = 2_000_000
"""Bytes of YAML from which on a plan takes a second or more to read and to index."""


def plan_file(folder: Path, max_bytes: int) -> IndexFile:
    """Return the index file of a plan without attached copies.

    Args:
        folder: The plan's folder.
        max_bytes: Cap on the size of each file.
    """
    return IndexFile(folder, signature(folder), partial(_load, folder, max_bytes))


def _load(folder: Path, max_bytes: int, progress: Progress | None) -> Plan:
    from plan_data.loading.loader import load

    return load(folder, max_bytes=max_bytes, progress=progress)


def _started_builder(file: IndexFile, max_bytes: int) -> Builder:
    from plan_data.cache.builder import Builder

    return Builder(file, max_bytes)


def open_plan(folder: Path, *, max_bytes: int, progress: Progress | None = None, at_once: bool = False) -> Plan:
    """Open a plan without attached copies.

    Args:
        folder: The plan's folder.
        max_bytes: Cap on the size of each file.
        progress: Called with the share that is read, where there is no index file.
        at_once: Open it only where that takes no second.

    Raises:
        Cancelled: It would take longer.
        FormError: A file cannot be read.
        PlanError: The plan has errors.
    """
    return open_file(partial(plan_file, folder, max_bytes), max_bytes, progress, at_once)


def open_file(file_of: Callable[[], IndexFile], max_bytes: int, progress: Progress | None, at_once: bool) -> Plan:
    """Open the plan of an index file; the arguments and errors are those of `open_plan`.

    Args:
        file_of: Returns the file, for the plan's files as they are when it is called.
    """
    file = file_of()
    if all(state.size <= max_bytes for state in file.files) and (found := file.read()):
        return found
    problem, is_large = file.problem, file.size > LARGE
    if is_large and at_once:
        raise Cancelled
    builder = _started_builder(file, max_bytes) if is_large else None
    plan = file.load(progress)
    plan.builder = builder
    if not is_large and file.is_settled and file_of().files == file.files:
        file.write(lambda: plan)
        plan.database = file.database()
    if problem:
        plan.notices.append(MADE_ANEW[problem])
    return plan
