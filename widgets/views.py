"""The views across the plan, by name; each is imported when it is first laid out. Loads no textual."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plan_data.model import Plan
    from widgets.looks import Look
    from widgets.matrix import Laid

VIEWS = {
    "timeline": "Timeline",
    "agencies": "Agencies",
    "targets": "Targets and figures",
    "evidence": "Sources and evidence",
    "conflicts": "Conflicts",
    "comparison": "Comparison",
    "kept": "Bookmarks and notes",
}
"""Name of a view to its title. In a place the ids that a view is about follow its name."""
_MODULES = {"agencies": "tables", "targets": "tables"}


def view_of(name: str) -> Callable[[Plan, Look], Laid]:
    """Return what lays out a view; raises KeyError for a name that is not in `VIEWS`."""
    if name not in VIEWS:
        raise KeyError(name)
    found: Callable[[Plan, Look], Laid] = getattr(import_module(f"widgets.{_MODULES.get(name, name)}"), f"{name}_view")
    return found
