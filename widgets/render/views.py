"""The layouts of the views across the plan, by name; the module of each is imported when it is first laid out."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from plan_data.exports.views import VIEWS

if TYPE_CHECKING:
    from plan_data.model.plan import Plan
    from widgets.render.table_layout import TableLayout
    from widgets.render.view_options import ViewOptions

Layout = Callable[["Plan", "ViewOptions"], "TableLayout"]
"""Lays a view out."""


def view_of(name: str, *, printed: bool = False) -> Layout:
    """Return what lays out a view: `NAME_view` in the module of its name; raises KeyError for an unknown name.

    Args:
        name: The view's name.
        printed: Whether it is printed: the layout is then `NAME_printed` where there is such a function.
    """
    if name not in VIEWS:
        raise KeyError(name)
    module = import_module(f"widgets.render.{name}")
    found: Layout = getattr(
        module, f"{name}_printed" if printed and hasattr(module, f"{name}_printed") else f"{name}_view"
    )
    return found
