"""What BibTeX and CSL-JSON say of a source alike: its title, names, date, and the words that it must never lose."""

from __future__ import annotations

from urllib.parse import urlsplit

from plan_data.labels.kinds import TRANSLATION_LABELS
from plan_data.model.entities import Source
from plan_data.text.dates import is_date


def title_of(source: Source) -> str:
    """Return a source's title as it is printed: in its own language."""
    own = source.title.en if source.language == "en" else source.title.zh
    return own or source.title.zh or source.title.en


def date_of(source: Source) -> str:
    """Return when a source was published, else written or reposted; "" where no date is known."""
    dates = source.dates
    found = dates.published or dates.written or dates.reposted
    return found if is_date(found) else ""


def remarks(source: Source, lang: str = "en") -> str:
    """Return the words that the source demands of a citation, and whether it is a translation.

    Args:
        source: The source.
        lang: Language of the words; for `both` it is English.
    """
    translated = TRANSLATION_LABELS[source.translation].pick(lang)
    said = source.citation.pick(lang)
    if translated and translated not in said:
        said = f"{said}; {translated}" if said else translated
    return said


def issuer_of(source: Source) -> str:
    """Return who put a document out: its publisher, else its authors, container or site; "" where nobody is known."""
    return source.publisher or source.author or source.container or urlsplit(source.address).hostname or ""
