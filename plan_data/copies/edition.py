"""Tells why a copy may be of another edition of its source, or of another document."""

from __future__ import annotations

import re
from unicodedata import normalize

from plan_data.copies.recognised_copy import RecognisedCopy
from plan_data.labels.attachments import EDITION
from plan_data.model.pair import Pair
from plan_data.text.folding import heading_words

DIFFERING_SHARE = 0.1
"""Share of the headings that must be missing to be told of, and `DIFFERING` at least."""
DIFFERING = 3
BEGINNING = 1500
"""Characters at the beginning of a copy, among which its own number is looked for."""
_BRACKETS = str.maketrans("〔〕［］【】()（）", "[][][][][]")
_NUMBER = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{1,8})[\[〔［【(（]\s*(?:19|20)\d\d\s*[\]〕］】)）]\s*第?\s*(?:\d{1,4}|[一二三四五六七八九十百]{1,5})\s*号"
)
_LABEL = re.compile(r"^.*(?:文号|字号|编号)")


def edition(recognised: RecognisedCopy) -> tuple[Pair, ...]:
    """Return a sentence for each reason; () where nothing says so."""
    return (*_title(recognised), *_number(recognised), *_headings(recognised))


def _title(recognised: RecognisedCopy) -> tuple[Pair, ...]:
    if not recognised.found:
        return ()
    titles = [node.id for node in recognised.nodes if node.kind == "plan"]
    if titles:
        stands = any(id_ in recognised.found for id_ in titles)
    else:
        title = heading_words(recognised.source.title.zh)
        first = min(recognised.found.values()).paragraph
        stands = title in "".join(folded.text for folded in recognised.finder.folded[:first])
    return () if stands else (EDITION["title"],)


def _number(recognised: RecognisedCopy) -> tuple[Pair, ...]:
    number = recognised.source.number
    wanted = _folded(number)
    if not wanted or not recognised.nodes:
        return ()
    whole = "".join(folded.text for folded in recognised.finder.folded)
    if re.search(rf"{_unless_digit('<', wanted[0])}{re.escape(wanted)}{_unless_digit('', wanted[-1])}", _folded(whole)):
        return ()
    other = _own_number(recognised.copy.paragraphs)
    return (
        EDITION["other-number"].format(number=number, other=other)
        if other
        else EDITION["number"].format(number=number),
    )


def _unless_digit(where: str, letter: str) -> str:
    """Return a pattern for "no digit there", behind or before a digit; "" for another character."""
    return rf"(?{where}!\d)" if letter.isdigit() else ""


def _folded(text: str) -> str:
    return heading_words(normalize("NFKC", text)).translate(_BRACKETS).casefold()


def _own_number(paragraphs: tuple[str, ...]) -> str:
    """Return the first document number near the beginning, rather one that fills a paragraph; "" for none."""
    left = BEGINNING
    among = ""
    for text in paragraphs:
        for found in _NUMBER.finditer(text[:left]):
            who = _LABEL.sub("", found["who"])
            number = who + found.group()[len(found["who"]) :]
            if found.group() == text or who != found["who"]:
                return number
            among = among or number
        left -= len(text)
        if left <= 0:
            break
    return among


def _headings(recognised: RecognisedCopy) -> tuple[Pair, ...]:
    total = len(recognised.nodes)
    differing = total - len(recognised.found)
    if differing < max(DIFFERING, DIFFERING_SHARE * total):
        return ()
    return (EDITION["headings"].format(differing=differing, total=total),)
