"""Opens a plan with the copies that the reader attached. What reads copies is imported only if there are some."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from plan_data.cache.cached_plan import open_file, plan_file
from plan_data.cache.index_file import IndexFile
from plan_data.errors import Progress, Refused
from plan_data.folders import copies_folder
from plan_data.labels.attachments import UNREADABLE
from plan_data.loading.signature import Signature, states_of
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan

WITH_COPIES = "-copies"
"""In the name of the index file of a plan with copies."""


def attached_sources(folder: Path) -> list[str]:
    """Return the ids of the sources that have a folder in a store of copies, without folders that are being written."""
    try:
        return sorted(entry.name for entry in folder.iterdir() if entry.name[0] != "." and entry.is_dir())
    except OSError:
        return []


def file_with_copies(folder: Path, max_bytes: int, store: Path | None = None) -> IndexFile:
    """Return the index file of a plan with the attached copies; where there are none, that of the plan alone.

    Args:
        folder: The plan's folder.
        max_bytes: Cap on the size of each file.
        store: The folder of the copies; None for the reader's own.
    """
    plain = plan_file(folder, max_bytes)
    store = store or copies_folder()
    copies = _signature(store) if store else ()
    if store is None or not copies:
        return plain
    return IndexFile(folder, (*plain.files, *copies), partial(_load, plain, store), WITH_COPIES)


def _signature(store: Path) -> Signature:
    paths = [path for source in attached_sources(store) for path in sorted((store / source).iterdir())]
    return states_of(paths, store)


def _load(plain: IndexFile, store: Path, progress: Progress | None) -> Plan:
    """Read a plan, from its own index file where there is one, and merge the copies into it."""
    from plan_data.copies.merge import MergedCopy
    from plan_data.copies.store import CopyStore

    plan = plain.read() or plain.load(progress)
    notices = list(plan.notices)
    for copy in CopyStore(store).copies():
        if isinstance(copy, Pair):
            notices.append(copy)
        elif copy.source in plan.sources:
            try:
                plan = MergedCopy(plan, copy).plan
            except Refused as refused:
                notices.append(UNREADABLE["refused"].format(source=copy.source, error=refused.why))
    plan.notices = notices
    return plan


def load_with_copies(
    folder: Path,
    *,
    max_bytes: int,
    store: Path | None = None,
    progress: Progress | None = None,
    at_once: bool = False,
) -> tuple[Plan, list[Pair]]:
    """Open a plan with all attached copies of its sources.

    Args:
        folder: The plan's folder.
        max_bytes: Cap on the size of each file.
        store: The folder of the copies; None for the reader's own.
        progress: As in `open_plan`.
        at_once: As in `open_plan`.

    Returns:
        The plan, and a message for each copy that is left out, since a copy is never fatal, and where the index file
        is made anew.

    Raises:
        Cancelled: As in `open_plan`.
        FormError: A file of the plan cannot be read.
        PlanError: The plan has errors.
    """
    plan = open_file(partial(file_with_copies, folder, max_bytes, store), max_bytes, progress, at_once)
    return plan, list(plan.notices)
