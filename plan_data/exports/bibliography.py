"""The sources for bibliographies: BibTeX, and CSL-JSON (Citation Style Language, csl-data schema 1.0.2)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote as percent

from plan_data.exports.entries import sources_of
from plan_data.labels.kinds import TRANSLATION_LABELS
from plan_data.model.entities import Source
from plan_data.model.plan import Plan
from plan_data.quotes.citations import citekey
from plan_data.text.dates import is_date
from plan_data.text.visible import visible

_TYPES = {
    "article-newspaper": "article",
    "article-journal": "article",
    "report": "techreport",
}
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_SPECIAL = re.compile("|".join(map(re.escape, _LATEX)))


def latex(text: str) -> str:
    """Return a text escaped for LaTeX and BibTeX."""
    return _SPECIAL.sub(lambda found: _LATEX[found.group()], " ".join(visible(text).split()))


def title_of(source: Source) -> str:
    """Return a source's title as it is printed: in its own language."""
    own = source.title.en if source.language == "en" else source.title.zh
    return own or source.title.zh or source.title.en


def date_of(source: Source) -> str:
    """Return when a source was published, else written or reposted; "" where no date is known."""
    dates = source.dates
    found = dates.published or dates.written or dates.reposted
    return found if is_date(found) else ""


def remarks(source: Source) -> str:
    """Return the words that the source demands of a citation, and whether it is a translation."""
    translated = TRANSLATION_LABELS[source.translation].en
    said = source.citation.en
    if translated and translated not in said:
        said = f"{said}; {translated}" if said else translated
    return said


def bibtex(plan: Plan, ids: Sequence[str], _lang: str = "") -> str:
    """Return the sources that nodes rest on as BibTeX; the key of each is its id."""
    return "\n".join(_entry(source) for source in sources_of(plan, ids))


def _entry(source: Source) -> str:
    kind = _TYPES.get(source.type, "misc")
    date = date_of(source)
    container = source.container or source.publisher
    fields: dict[str, str] = {
        "author": f"{{{latex(source.author)}}}" if source.author else "",
        # The inner braces keep BibTeX from changing capitals.
        "title": f"{{{latex(title_of(source))}}}",
        "journal": latex(container) if kind == "article" else "",
        "institution": latex(source.publisher) if kind == "techreport" else "",
        "publisher": latex(source.publisher) if kind != "techreport" else "",
        "howpublished": latex(source.container) if kind == "misc" else "",
        "number": latex(source.number),
        "year": date[:4],
        "month": str(int(date[5:7])) if len(date) > 4 else "",
        "date": date,
        "url": percent(visible(source.address), safe=":/?#[]@!$&'()*+,;=%-._~"),
        "urldate": source.dates.accessed if is_date(source.dates.accessed) else "",
        "language": {"en": "english", "zh": "chinese", "ko": "korean", "ja": "japanese"}.get(source.language, ""),
        "note": latex(remarks(source)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{citekey(source)},", *lines, "}", ""])


def csl(plan: Plan, ids: Sequence[str], _lang: str = "") -> str:
    """Return the sources that nodes rest on as CSL-JSON; the id of each is ours."""
    return json.dumps([_item(source) for source in sources_of(plan, ids)], ensure_ascii=False, indent=2) + "\n"


def _item(source: Source) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": citekey(source),
        "type": source.type,
        "title": visible(title_of(source)),
        "author": [{"literal": visible(source.author)}] if source.author else None,
        "container-title": visible(source.container),
        "publisher": visible(source.publisher),
        "number": visible(source.number),
        "issued": _date_parts(date_of(source)),
        "accessed": _date_parts(source.dates.accessed),
        "URL": visible(source.address),
        "language": source.language,
        "note": visible(remarks(source)),
    }
    return {key: value for key, value in item.items() if value}


def _date_parts(date: str) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[int(part) for part in date.split("-")]]} if is_date(date) else None
