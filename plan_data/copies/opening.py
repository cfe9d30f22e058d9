"""Opening a plan with the copies that the reader attached. What reads copies is imported only where there are some."""

from __future__ import annotations

from pathlib import Path

from plan_data.errors import Progress
from plan_data.folders import copies_folder
from plan_data.loading.cache import open_plan
from plan_data.model.plan import Plan


def kept_in(folder: Path) -> list[str]:
    """Return the ids of the sources that have a folder in a shelf of copies; what is being written is left out."""
    try:
        return sorted(entry.name for entry in folder.iterdir() if entry.name[0] != "." and entry.is_dir())
    except OSError:
        return []


def load_with_copies(
    folder: Path,
    *,
    max_bytes: int,
    shelf: Path | None = None,
    progress: Progress | None = None,
) -> tuple[Plan, list[str]]:
    """Read a plan and lay all attached copies of its sources over it.

    Args:
        folder: The plan's folder.
        max_bytes: Cap on the size of each file.
        shelf: The folder of the copies; None for the reader's own.
        progress: As in `open_plan`.

    Returns:
        The plan, and what went wrong with a copy, a sentence each: a copy is never fatal.

    Raises:
        FormError: A file of the plan cannot be read.
        PlanError: The plan has errors.
    """
    plan = open_plan(folder, max_bytes=max_bytes, progress=progress)
    messages: list[str] = []
    place = shelf or copies_folder()
    if place is None or not kept_in(place):
        return plan, messages
    from plan_data.copies.merge import lay
    from plan_data.copies.store import Shelf
    from plan_data.errors import Refused

    for copy in Shelf(place).copies():
        if isinstance(copy, str):
            messages.append(copy)
        elif copy.source in plan.sources:
            try:
                plan = lay(plan, copy).plan
            except Refused as refused:
                messages.append(f"the attached copy of {copy.source} is left out: {refused}")
    return plan, messages
