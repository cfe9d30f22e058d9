"""The views across the plan, by name; each is imported when it is first laid out."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plan_data.model.plan import Plan
    from widgets.render.table_layout import TableLayout
    from widgets.render.view_options import ViewOptions

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
_MODULES = {"kept": "bookmarks"}


def view_of(name: str) -> Callable[[Plan, ViewOptions], TableLayout]:
    """Return what lays out a view; raises KeyError for a name that is not in `VIEWS`."""
    if name not in VIEWS:
        raise KeyError(name)
    found: Callable[[Plan, ViewOptions], TableLayout] = getattr(
        import_module(f"widgets.render.{_MODULES.get(name, name)}"), f"{name}_view"
    )
    return found
