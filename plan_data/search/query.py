"""Parses a query into the kinds it asks for, its words, and the number it may be."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from plan_data.model.entities import BODY_KINDS, KINDS
from plan_data.search.typed_dates import figures
from plan_data.text.folding import RUN, fold

LONGEST_QUERY = 200
"""Most characters of a query; the rest is ignored."""
MOST_WORDS = 8
"""Most words of a query; the rest is ignored."""

FILTERS = frozenset({*KINDS, *BODY_KINDS, "source", "quote"})
"""Kinds that may come before a colon, in the singular or plural."""
_BODIES = frozenset(BODY_KINDS)

_CHINESE = "[一二三四五六七八九]?十[一二三四五六七八九]?|[零一二三四五六七八九]"
_NUMBERED = re.compile(
    rf"(?:action|task|measure|group|重点行动|行动|任务|措施)?\s*第?\s*([mM]?\d+(?:\.\d+)?|{_CHINESE})"
    r"\s*(?:项|条|号|组)?(?:重点行动|行动|任务|措施)?\Z"
)


_DOTTED = re.compile(r"[0-9a-z]\.[0-9a-z]")
_DIGIT = re.compile(r"[0-9]")
_GLUED = re.compile(r"(?<=[0-9])(?=[A-Za-z]{4})|(?<=[A-Za-z]{4})(?=[0-9])")
_SIGN = re.compile(r"[^\w\s]")
_APART = re.compile(r"(?<=[0-9])[ .'](?=[0-9]{3}(?![0-9]))")
"""What else than a comma may stand between thousands."""


class Query(NamedTuple):
    """A parsed query."""

    text: str
    """The whole query, folded and stripped."""
    words: tuple[str, ...]
    """Its words: runs of Latin letters and digits, or of characters of other scripts."""
    kinds: frozenset[str]
    """The kinds to search; empty for all."""
    number: str
    """The number of a node that it may mean, or ""."""
    strict: bool = False
    """Whether it looks like a number or an id, for which a similar text is no match."""
    literal: bool = False
    """Whether it is single letters with signs, `R&D`, `C#`, which must stand in a text as they are typed."""

    @property
    def joined(self) -> str:
        """The text without spaces."""
        return self.text.replace(" ", "")


def read(typed: str, kinds: Collection[str] = ()) -> Query:
    """Parse a query.

    Args:
        typed: The query as typed. A prefix such as `action:`, `agency:` or `quote:` keeps only that kind.
        kinds: Kinds to keep if the query has no such prefix.
    """
    typed = typed[:LONGEST_QUERY]
    head, colon, rest = typed.replace("：", ":", 1).partition(":")
    wanted = frozenset(kinds)
    if colon:
        word = head.strip().lower().rstrip("s")
        # agencies, companies, categories, bodies
        word = re.sub(r"ie\Z", "y", word)
        if word in FILTERS or word == "body":
            wanted = _BODIES if word == "body" else frozenset({word})
            typed = rest
    text = " ".join(fold(typed).text.split())
    words = tuple(RUN.findall(text)[:MOST_WORDS])
    # Single letters with signs are no beginnings of words: they are a name (`R&D`), or code (`%s`, `<b>`).
    literal = all(len(word) == 1 and "a" <= word <= "z" for word in words) and _SIGN.search(text) is not None
    strict = len(typed.split()) == 1 and text.isascii() and (has_digit(text) or _DOTTED.search(text) is not None)
    return Query(text, words, wanted, number_of(text), strict, literal)


def ungluing(typed: str) -> str:
    """Return a query as it may be meant where nothing is found.

    A space comes between a number and a word that follow each other, `22trillion`; nothing between thousands, `10 000`.
    """
    return _APART.sub("", _GLUED.sub(" ", typed))


def has_digit(text: str) -> bool:
    """Return whether a text has digits, which rules out corrections: a similar number is another number."""
    return _DIGIT.search(text) is not None


def number_of(folded: str) -> str:
    """Return the number in a folded text such as `11`, `11.2`, `m3.2`, `action 11`, `十一`; "" if it is none."""
    found = _NUMBERED.match(folded)
    if not found:
        return ""
    return found[1] if found[1].isascii() else figures(found[1])
