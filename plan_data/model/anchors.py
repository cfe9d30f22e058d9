"""Finds quotes in their sources.

A quote is a text quote selector of the W3C Web Annotation Data Model (section 4.2.4): the exact words, with a prefix
and a suffix where the words alone are ambiguous. Offsets count code points, spans are half-open. Only an exact match
verifies a quote; a similar text is only a hint.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from unicodedata import normalize

from plan_data.text.folding import fold_quote, joins

STATES = ("verbatim", "moved", "loose", "ambiguous", "missing", "unverifiable")
"""The states of a quote, the best first."""

LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""A line end in a source or a copy."""


class Anchor(NamedTuple):
    """Where a quote was found, or the text most like it."""

    state: str
    """One of `STATES`."""
    paragraph: int = 0
    """Number of the paragraph, from 1; 0 where there is none."""
    start: int = 0
    """First code point of the span in that paragraph."""
    end: int = 0
    """Code point after the span."""
    near: str = ""
    """For a missing quote: the part of that paragraph that is most like it."""
    likeness: float = 0.0
    """Similarity of `near`, from 0 to 100."""
    unfit: tuple[str, ...] = ()
    """For a missing quote whose words stand there: which of `prefix` and `suffix` does not."""


def paragraphs(text: str) -> list[str]:
    """Split a text into its paragraphs, the first being number 1.

    A paragraph is a run of lines that are not blank; a line of nothing but white space, no-break spaces included,
    is blank. Line ends may be LF, CRLF or CR; a byte order mark is not part of the text.
    """
    found: list[str] = []
    run: list[str] = []
    for line in LINE_BREAK.split(text.removeprefix("\ufeff")):
        if line.strip():
            run.append(line)
        elif run:
            found.append("\n".join(run))
            run = []
    if run:
        found.append("\n".join(run))
    return found


def anchor(exact: str, prefix: str, suffix: str, paragraph: int, passages: Mapping[int, str]) -> Anchor:
    """Find a quote among the passages of its source and name its state.

    Args:
        exact: The words.
        prefix: What must come right before them, or "".
        suffix: What must come right after them, or "".
        paragraph: The number of the paragraph that it should be in.
        passages: Paragraph number to text.
    """
    if not passages or not exact:
        return Anchor("unverifiable")
    own = passages.get(paragraph)
    here = list(_matches(own, exact, prefix, suffix)) if own is not None else []
    if len(here) == 1:
        return Anchor("verbatim", paragraph, here[0], here[0] + len(exact))
    if here:
        return Anchor("ambiguous", paragraph, here[0], here[0] + len(exact))
    there = [(n, at) for n, text in passages.items() if n != paragraph for at in _matches(text, exact, prefix, suffix)]
    if there:
        n, at = there[0]
        return Anchor("moved" if len(there) == 1 else "ambiguous", n, at, at + len(exact))
    return (
        _loose(exact, prefix, suffix, paragraph, passages)
        or _unfit(exact, prefix, suffix, paragraph, passages)
        or _nearest(exact, paragraph, passages)
    )


def _matches(text: str, exact: str, prefix: str, suffix: str) -> Iterator[int]:
    """Yield the offsets of `exact` between its prefix and suffix, on whole characters.

    A match that begins or ends before a combining mark does not count: with the mark it is another character.
    """
    at = text.find(exact)
    while at >= 0:
        end = at + len(exact)
        if not (joins(text, at) or joins(text, end)) and text.endswith(prefix, 0, at) and text.startswith(suffix, end):
            yield at
        at = text.find(exact, at + 1)


def _loose(exact: str, prefix: str, suffix: str, paragraph: int, passages: Mapping[int, str]) -> Anchor | None:
    found: list[Anchor] = []
    for n in sorted(passages, key=lambda n: n != paragraph):
        found += [Anchor("loose", n, *span) for span in _loose_matches(passages[n], exact, prefix, suffix)]
        if found and n == paragraph:
            break
    if len(found) > 1:
        return found[0]._replace(state="ambiguous")
    return found[0] if found else None


def _loose_matches(text: str, exact: str, prefix: str, suffix: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of `exact` between its prefix and suffix by the rule of `fold_quote`, on whole characters."""
    folded, wanted = fold_quote(text), fold_quote(exact).text
    origin, size = folded.origin, len(folded.text)
    at = folded.text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        cut = joins(folded.text, at) or joins(folded.text, end)
        # Several characters may come of one, as an emoji of several does.
        cut = cut or (at > 0 and origin[at] == origin[at - 1]) or (end < size and origin[end] == origin[end - 1])
        if not cut and _is_before(folded.text, at, prefix) and _is_behind(folded.text, end, suffix):
            yield folded.span(at, end)
        at = folded.text.find(wanted, at + 1)


def _is_before(folded: str, at: int, prefix: str) -> bool:
    """Return whether a prefix, folded, comes before a place; it may begin within a character."""
    wanted = normalize("NFD", fold_quote(prefix).text)
    return normalize("NFD", folded[max(0, at - len(wanted)) : at]).endswith(wanted)


def _is_behind(folded: str, at: int, suffix: str) -> bool:
    """Return whether a suffix, folded, comes behind a place; it may end within a character."""
    wanted = normalize("NFD", fold_quote(suffix).text)
    return normalize("NFD", folded[at : at + len(wanted)]).startswith(wanted)


def _unfit(exact: str, prefix: str, suffix: str, paragraph: int, passages: Mapping[int, str]) -> Anchor | None:
    """Find the words of a quote whose prefix or suffix does not fit; of several places, the one where it fits best."""
    from rapidfuzz import fuzz

    best: Anchor | None = None
    most = (-3, False, 0.0)
    for n in passages if prefix or suffix else ():
        text = passages[n]
        spans = [(at, at + len(exact)) for at in _matches(text, exact, "", "")]
        folded = fold_quote(text)
        for start, end in spans or _loose_matches(text, exact, "", ""):
            fits = (
                _is_before(folded.text, bisect_left(folded.origin, start), prefix),
                _is_behind(folded.text, bisect_left(folded.origin, end), suffix),
            )
            unfit = tuple(part for part, fit in zip(("prefix", "suffix"), fits, strict=True) if not fit)
            alike = fuzz.ratio(prefix, text[max(0, start - len(prefix) - 1) : start]) if prefix else 0.0
            alike += fuzz.ratio(suffix, text[end : end + len(suffix) + 1]) if suffix else 0.0
            rank = (-len(unfit), n == paragraph, alike)
            if unfit and rank > most:
                best, most = Anchor("missing", n, start, end, text[start:end], 100.0, unfit), rank
    return best


def _nearest(exact: str, paragraph: int, passages: Mapping[int, str]) -> Anchor:
    from rapidfuzz import fuzz

    best = Anchor("missing", paragraph if paragraph in passages else 0)
    for n in sorted(passages, key=lambda n: n != paragraph):
        text = passages[n]
        if len(text) < len(exact):
            score, start, end = fuzz.ratio(exact, text), 0, len(text)
        else:
            like = fuzz.partial_ratio_alignment(exact, text)
            if like is None:
                continue
            score, start, end = like.score, like.dest_start, like.dest_end
        if score > best.likeness:
            best = Anchor("missing", n, start, end, text[start:end], score)
    return best
