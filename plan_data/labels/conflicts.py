"""The words of the view of conflicts."""

from __future__ import annotations

from plan_data.model.entities import Pair

DIFFERENCE = Pair("Our comment", "本工具说明")
"""Before our comment on a conflict."""
