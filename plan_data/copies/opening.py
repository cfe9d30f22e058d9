"""Opens a plan with the copies that the reader attached. What reads copies is imported only if there are some."""

from __future__ import annotations

from pathlib import Path

from plan_data.errors import Progress, Refused
from plan_data.folders import copies_folder
from plan_data.labels.attachments import UNREADABLE
from plan_data.loading.cache import open_plan
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan


def attached_sources(folder: Path) -> list[str]:
    """Return the ids of the sources that have a folder in a store of copies, without folders that are being written."""
    try:
        return sorted(entry.name for entry in folder.iterdir() if entry.name[0] != "." and entry.is_dir())
    except OSError:
        return []


def load_with_copies(
    folder: Path,
    *,
    max_bytes: int,
    store: Path | None = None,
    progress: Progress | None = None,
) -> tuple[Plan, list[Pair]]:
    """Open a plan and merge all attached copies of its sources into it.

    Args:
        folder: The plan's folder.
        max_bytes: Cap on the size of each file.
        store: The folder of the copies; None for the reader's own.
        progress: As in `open_plan`.

    Returns:
        The plan, and a message for each copy that is left out: a copy is never fatal.

    Raises:
        FormError: A file of the plan cannot be read.
        PlanError: The plan has errors.
    """
    plan = open_plan(folder, max_bytes=max_bytes, progress=progress)
    messages: list[Pair] = []
    store = store or copies_folder()
    if store is None or not attached_sources(store):
        return plan, messages
    from plan_data.copies.merge import MergedCopy
    from plan_data.copies.store import CopyStore

    for copy in CopyStore(store).copies():
        if isinstance(copy, Pair):
            messages.append(copy)
        elif copy.source in plan.sources:
            try:
                plan = MergedCopy(plan, copy).plan
            except Refused as refused:
                messages.append(UNREADABLE["refused"].format(source=copy.source, error=refused.why))
    return plan, messages
