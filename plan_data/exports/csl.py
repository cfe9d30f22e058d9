"""The sources as CSL-JSON (Citation Style Language, csl-data schema 1.0.2)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from plan_data.exports.bibliography import date_of, remarks, title_of
from plan_data.exports.entries import sources_of
from plan_data.labels.exports import IN_SQUARE_BRACKETS
from plan_data.model.author import Author
from plan_data.model.entities import Source
from plan_data.model.plan import Plan
from plan_data.quotes.citations import citekey
from plan_data.text.dates import is_date
from plan_data.text.visible import visible

# Styles print laws as those of the United States: "Pub. L. No.", and no issuing body. They print all of a report.
_TYPES = {"legislation": "report"}
_AS_WRITTEN = '<span class="nocase">{}</span>'
"""What styles leave in the letters in which it is written."""
_TAG = re.compile(r"<(?=/?(?:i|b|sup|sub|sc|span)\b)", re.IGNORECASE)


def csl(plan: Plan, ids: Sequence[str], lang: str = "en") -> str:
    """Return the sources that nodes rest on as CSL-JSON; the id of each is ours.

    Args:
        plan: The plan.
        ids: Ids of the nodes.
        lang: Language of the words that a source demands.
    """
    items = [_item(source, lang) for source in sources_of(plan, ids)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(source: Source, lang: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": citekey(source),
        "type": _TYPES.get(source.type, source.type),
        "title": _title(source, lang),
        "author": [_name(author) for author in source.authors],
        "container-title": _text(source.container),
        # Styles would print it twice.
        "publisher": visible(source.publisher) if source.publisher != source.container else "",
        "number": visible(source.number),
        "issued": _date_parts(date_of(source)),
        "accessed": _date_parts(source.dates.accessed),
        "URL": visible(source.address),
        "language": source.language,
        "note": visible(remarks(source, lang)),
    }
    return {key: value for key, value in item.items() if value}


def _title(source: Source, lang: str) -> str:
    """Return the title with the words that the source demands: no style prints a note, and every one a title."""
    title = _text(title_of(source))
    words = _text(remarks(source, lang))
    return title + _AS_WRITTEN.format(IN_SQUARE_BRACKETS.pick(lang).format(words)) if words else title


def _text(text: str) -> str:
    """Return a title in which citation processors find no markup of theirs."""
    return _TAG.sub(_AS_WRITTEN.format("<"), visible(text))


def _name(author: Author) -> dict[str, str]:
    """Return an author. A name in Chinese stays whole: some processors make initials of its second part."""
    if author.is_east_asian:
        return {"family": author.name}
    return {key: visible(part) for key, part in author._asdict().items() if part}


def _date_parts(date: str) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[int(part) for part in date.split("-")]]} if is_date(date) else None
