"""The views across the plan, by name. Loads no textual."""

from __future__ import annotations

from collections.abc import Callable

from plan_data.model import Plan
from widgets.comparison import comparison_view
from widgets.conflicts import conflicts_view
from widgets.evidence import evidence_view
from widgets.kept import kept_view
from widgets.looks import Look
from widgets.matrix import Laid
from widgets.tables import agencies_view, targets_view
from widgets.timeline import timeline_view

VIEWS: dict[str, tuple[str, Callable[[Plan, Look], Laid]]] = {
    "timeline": ("Timeline", timeline_view),
    "agencies": ("Agencies", agencies_view),
    "targets": ("Targets and figures", targets_view),
    "evidence": ("Sources and evidence", evidence_view),
    "conflicts": ("Conflicts", conflicts_view),
    "comparison": ("Comparison", comparison_view),
    "kept": ("Bookmarks and notes", kept_view),
}
"""Name of a view to its title and what lays it out. In a place the ids that a view is about follow its name."""
