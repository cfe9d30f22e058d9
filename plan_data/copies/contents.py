"""Finds tables of contents: runs of headings with nothing between them but page numbers.

Such a run is a table of contents where the entries have page numbers, where the word for contents stands before it,
where the headings come again elsewhere, or where it leaves out headings that stand elsewhere. A run with none of these
is not: the lowest headings of a document may have no text of their own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from plan_data.copies.enumerators import enumerator_before

LEAST_RUN = 4
"""Entries of a contents at least that has no page numbers and is not called one."""
LEAST_AGAIN = 0.2
"""Share of its entries that must come again elsewhere, each at the beginning of a paragraph or after an enumerator."""
MOST_BETWEEN = 3
"""Lines of other words, such as headings that read otherwise, between two entries at most."""
_LONGEST = 40
"""Characters of such a line."""
_LEADER = r"[.．…·・•‥_\-–—―─━~=⋯]"
_PAGE = r"[(（\[]?(?:第|p\.?)?[0-9ivxl]{1,5}页?[)）\]]?"
_BEHIND = re.compile(rf"(?:{_LEADER}*{_PAGE}|{_LEADER}{{2,}})", re.IGNORECASE)
_FIGURE = re.compile(r"[0-9]+")
_NAME = re.compile(r"[\[【#*]*(?:目录|目次|目錄|contents|tableofcontents)[\]】:：#*]*", re.IGNORECASE)
_IN_NAME = re.compile(r"(?:^|[。\s])(?:目录|目次|目錄)[:：]?$")
_STOPS = frozenset("。！？；!?;")


class Occurrence(NamedTuple):
    """A place where a heading stands at the beginning of a paragraph, or after an enumerator."""

    heading: int
    """Number of the heading."""
    paragraph: int
    """Number of the paragraph, from 0."""
    start: int
    """First character, folded."""
    end: int
    """Character after it."""


class _Entry(NamedTuple):
    occurrence: Occurrence
    page: int | None
    """Its page number; -1 for a leader without one, None for neither."""


class _Run(NamedTuple):
    entries: list[_Entry]
    named: bool
    """The word for contents stands before it."""


def contents(
    texts: Sequence[str],
    occurrences: Iterable[Occurrence],
    everywhere: Mapping[int, Collection[tuple[int, int]]],
    title: int = -1,
) -> set[tuple[int, int]]:
    """Return where the entries of tables of contents stand: paragraph, from 0, and first character.

    Args:
        texts: The paragraphs, folded.
        occurrences: Where headings stand.
        everywhere: Number of a heading to all places that may be it, those at the beginning of a sentence, too.
        title: Number of the heading that is the title of the document; -1 for none.
    """
    ordered = sorted(occurrences, key=lambda each: (each.paragraph, each.start, -each.end, each.heading))
    places: dict[int, set[tuple[int, int]]] = {}
    alike: dict[tuple[int, int], list[int]] = {}
    apart: list[Occurrence] = []
    for each in ordered:
        places.setdefault(each.heading, set()).add((each.paragraph, each.start))
        alike.setdefault((each.paragraph, each.start), []).append(each.heading)
        last = apart[-1] if apart else None
        if not last or last.paragraph != each.paragraph or last.end <= each.start:
            apart.append(each)
    found: set[tuple[int, int]] = set()
    # The certain ones and the longest first: a run of the text whose headings stand in a contents, too, is none.
    runs = [(run.named or _has_pages(run), run) for run in _runs(texts, apart, alike, title)]
    for certain, run in sorted(runs, key=lambda each: (not each[0], -len(each[1].entries))):
        here = {(entry.occurrence.paragraph, entry.occurrence.start) for entry in run.entries}
        gone = here | found
        headings = [entry.occurrence.heading for entry in run.entries]
        again = sum(bool(places[heading] - gone) for heading in headings)
        begun = sum(any(place not in gone for place in everywhere.get(heading, ())) for heading in headings)
        comes_again = len(headings) >= LEAST_RUN and (
            again >= max(2, LEAST_AGAIN * len(headings)) or 2 * begun >= len(headings)
        )
        leaps = sum(
            any(places.get(between, gone) - gone for between in range(first + 1, second))
            for first, second in pairwise(headings)
        )
        if certain or comes_again or leaps >= max(2, len(headings) / 2):
            found |= here
    return found


def _runs(
    texts: Sequence[str],
    occurrences: Sequence[Occurrence],
    alike: Mapping[tuple[int, int], Sequence[int]],
    title: int,
) -> Iterator[_Run]:
    """Yield the runs of two entries or more, in the document's order."""
    run = _Run([], False)
    last: Occurrence | None = None
    for each, following in zip(occurrences, [*occurrences, None][1:], strict=True):
        first = last.paragraph + 1 if last else 0
        named = any(_NAME.fullmatch(text) for text in texts[max(first, each.paragraph - MOST_BETWEEN) : each.paragraph])
        named = named or bool(_IN_NAME.search(_bare(texts, each)))
        falls = bool(run.entries) and max(alike[each.paragraph, each.start]) <= run.entries[-1].occurrence.heading
        if named or falls or not _adjoin(texts, last, each):
            yield from [run] * (len(run.entries) > 1)
            run = _Run([], named)
        behind = _behind(texts, each, following)
        last = each
        if behind is None or (each.heading == title and not behind):
            # Text follows, or it is the title above the first headings of the text.
            yield from [run] * (len(run.entries) > 1)
            run = _Run([], False)
            continue
        figure = _FIGURE.search(behind)
        run.entries.append(_Entry(each, int(figure.group()) if figure else -1 if behind else None))
    yield from [run] * (len(run.entries) > 1)


def _bare(texts: Sequence[str], each: Occurrence) -> str:
    """Return what comes before an entry in its paragraph, without its enumerator."""
    text = texts[each.paragraph][: each.start]
    return text[: len(text) - len(enumerator_before(text, each.start))]


def _adjoin(texts: Sequence[str], last: Occurrence | None, each: Occurrence) -> bool:
    """Return whether no text stands between two headings, only few lines that may be headings, too."""
    if last is None or last.paragraph == each.paragraph:
        return last is not None
    if _bare(texts, each):
        return False
    lines = [text for text in texts[last.paragraph + 1 : each.paragraph] if not _BEHIND.fullmatch(text)]
    return len(lines) <= MOST_BETWEEN and not any(len(text) > _LONGEST or _STOPS & set(text) for text in lines)


def _behind(texts: Sequence[str], each: Occurrence, following: Occurrence | None) -> str | None:
    """Return the leader and page number behind a heading; "" for nothing, None for anything else."""
    text = texts[each.paragraph]
    if following and following.paragraph == each.paragraph:
        rest = text[each.end : following.start]
        rest = rest[: len(rest) - len(enumerator_before(text, following.start))]
    else:
        rest = text[each.end :]
    if not rest and each.paragraph + 1 < len(texts) and texts[each.paragraph + 1].isdecimal():
        return texts[each.paragraph + 1]
    return rest if not rest or _BEHIND.fullmatch(rest) else None


def _has_pages(run: _Run) -> bool:
    """Return whether at least two entries, and half of them, have a page number or leader, the numbers rising."""
    pages = [entry.page for entry in run.entries if entry.page is not None]
    numbers = [page for page in pages if page >= 0]
    falls = sum(second < first for first, second in pairwise(numbers))
    return len(pages) >= 2 and 2 * len(pages) >= len(run.entries) and 4 * falls <= len(numbers)
