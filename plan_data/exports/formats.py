"""The forms that a plan can be exported to; each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from plan_data.model.plan import Plan

FORMS = ("md", "html", "csv", "json", "bib", "csl")
"""What can be exported to."""
TABLES = ("nodes", "agencies", "quotes", "targets", "glossary")
"""The tables that CSV has."""


def exported(plan: Plan, form: str, ids: Sequence[str], lang: str | None, table: str | None = None) -> str:
    """Return nodes in a form of `FORMS`.

    Args:
        plan: The plan.
        form: The form.
        ids: Ids of nodes, in reading order.
        lang: `en`, `zh` or `both`; None for the form's own choice: English for md, both for html.
        table: One of `TABLES`; None for `nodes`.
    """
    if form == "md":
        from plan_data.exports.markdown import brief

        return brief(plan, ids, lang or "en")
    if form == "html":
        from plan_data.exports.html import page

        return page(plan, ids, lang or "both")
    if form == "csv":
        from plan_data.exports import csv_tables

        return csv_tables.TABLES[table or "nodes"](plan, ids)
    if form == "json":
        from plan_data.exports import records

        return records.dumps({"nodes": [records.node(plan, id_) for id_ in ids]})
    from plan_data.exports.bibliography import bibtex, csl
    from plan_data.exports.entries import sources_of

    sources = list(plan.sources.values()) if plan.root.id in ids else sources_of(plan, ids)
    return bibtex(sources) if form == "bib" else csl(sources)
