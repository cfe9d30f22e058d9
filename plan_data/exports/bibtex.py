"""The sources as BibTeX that biblatex takes too: classic types, and fields of both where they differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote as percent

from plan_data.exports.bibliography import date_of, issuer_of, remarks, title_of
from plan_data.exports.entries import sources_of
from plan_data.exports.latex import grouped, grouped_name, grouped_title, latex
from plan_data.labels.exports import DOCUMENT, REPORT
from plan_data.model.author import Author
from plan_data.model.entities import Source
from plan_data.model.plan import Plan
from plan_data.quotes.citations import citekey
from plan_data.text.dates import is_date
from plan_data.text.visible import visible

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {"en": "english", "zh": "chinese", "ko": "korean", "ja": "japanese"}
_NAMED_LANGUAGES = ("en", "ja")
"""Languages whose names biblatex knows; it prints another one as it is written here, in the middle of the reference."""
_PART_OF_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[-' .]+[^\W\d_]+)*\.?")
"""A part of a name that BibTeX reads as it is: letters, the first of them no small one."""


def bibtex(plan: Plan, ids: Sequence[str], lang: str = "en") -> str:
    """Return the sources that nodes rest on as BibTeX; the key of each is its id.

    Args:
        plan: The plan.
        ids: Ids of the nodes.
        lang: Language of the words that a source demands.
    """
    return "\n".join(_entry(source, lang) for source in sources_of(plan, ids))


def _entry(source: Source, lang: str) -> str:
    kind = _type(source)
    date = date_of(source)
    words = remarks(source, lang)
    fields = {
        "author": " and ".join(map(_name, source.authors)),
        "title": grouped_title(title_of(source)),
        # Pandoc prints this one and no note, BibTeX a note and not this.
        "titleaddon": grouped(words),
        **_PLACES[kind](source),
        "number": latex(source.number),
        "year": date[:4],
        "month": _MONTHS[int(date[5:7]) - 1] if len(date) > 4 else "",
        "date": date,
        # A dollar sign would be mathematics for some readers even here.
        "url": percent(visible(source.address), safe=":/?#[]@!&'()*+,;=%-._~"),
        "urldate": source.dates.accessed if is_date(source.dates.accessed) else "",
        "language": _LANGUAGES[source.language] if source.language in _NAMED_LANGUAGES else "",
        "langid": _LANGUAGES.get(source.language, ""),
        "note": latex(words),
    }
    # Styles know a month by its name without braces, in their own language.
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{citekey(source)},", *lines, "}", ""])


def _type(source: Source) -> str:
    """Return the type that prints what is known: only a report has its number and its institution printed."""
    if source.type.startswith("article") and (source.container or source.publisher):
        return "article"
    if source.number or source.type in ("report", "legislation"):
        known = source.author or source.publisher or source.number
        return "techreport" if known and issuer_of(source) else "misc"
    return "misc"


def _article(source: Source) -> dict[str, str]:
    newspaper = source.type == "article-newspaper"
    return {
        "journal": latex(source.container or source.publisher),
        "entrysubtype": "newspaper" if newspaper else "",
        "publisher": grouped(source.publisher) if source.publisher != source.container else "",
    }


def _report(source: Source) -> dict[str, str]:
    institution = issuer_of(source)
    label = REPORT if source.type == "report" else DOCUMENT
    return {
        "type": label.zh if source.language == "zh" else label.en,
        "institution": grouped(institution),
        "howpublished": grouped(source.container) if source.container != institution else "",
    }


def _misc(source: Source) -> dict[str, str]:
    published, organization = source.container or source.publisher, source.publisher
    return {
        "howpublished": grouped(published),
        "organization": grouped(organization) if organization != published else "",
    }


_PLACES = {"article": _article, "techreport": _report, "misc": _misc}
"""Type of an entry to what gives the fields of where it appeared."""


def _name(author: Author) -> str:
    """Return an author in BibTeX. One that is written in Chinese stays whole, since styles would turn it round."""
    if author.is_east_asian:
        return author.name
    # biber counts commas within groups, too, and leaves out an entry where there are too many.
    if author.literal or "," in author.family + author.given:
        return grouped_name(author.name)
    return ", ".join(_part(part) for part in (author.family, author.given) if part)


def _part(text: str) -> str:
    plain = _PART_OF_NAME.fullmatch(text) and not re.search(r"\band\b", text, re.IGNORECASE)
    return latex(text) if plain else grouped_name(text)
