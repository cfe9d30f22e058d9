"""The formats that a plan can be exported to; the writer of each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from plan_data.exports.csv_tables import TABLES
from plan_data.model.plan import Plan

__all__ = ["FORMATS", "TABLES", "exported"]


class Format(NamedTuple):
    """A format of exports."""

    module: str
    """The module of its writer, in this package."""
    writer: str
    """The function that returns nodes as text: of a plan, ids in reading order, and a language or a table."""
    lang: str = "en"
    """Language of its text where none is asked for."""


FORMATS = {
    "md": Format("markdown", "brief"),
    "html": Format("html", "page", "both"),
    "csv": Format("csv_tables", "csv_table"),
    "json": Format("records", "nodes"),
    "bib": Format("bibtex", "bibtex"),
    "csl": Format("csl", "csl"),
}
"""Formats by name, which is also the ending of a file; their words are in `plan_data.labels.exports`."""


def exported(plan: Plan, name: str, ids: Sequence[str], lang: str | None, table: str | None = None) -> str:
    """Return nodes in a format.

    Args:
        plan: The plan.
        name: Name of the format, of `FORMATS`.
        ids: Ids of nodes, in reading order.
        lang: `en`, `zh` or `both`; None for the format's own choice.
        table: For csv one of `TABLES`; None for `nodes`.
    """
    found = FORMATS[name]
    writer = getattr(import_module(f"plan_data.exports.{found.module}"), found.writer)
    text: str = writer(plan, ids, table or "nodes") if name == "csv" else writer(plan, ids, lang or found.lang)
    return text
