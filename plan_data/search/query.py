"""What was typed, taken apart: the kinds that it asks for, its words, the number that it may be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import NamedTuple

from plan_data.model.entities import BODY_KINDS, KINDS
from plan_data.text.folding import RUN, fold

LONGEST_QUERY = 200
"""Characters of a query that are looked at."""
MOST_WORDS = 8
"""Words of a query that are looked at."""

FILTERS = frozenset({*KINDS, *BODY_KINDS, "source", "quote"})
"""What may stand before a colon; a plural is as good."""
_PLURALS = {"agencie": "agency", "compan": "company", "companie": "company", "categorie": "category", "bodie": "body"}
_BODIES = frozenset(BODY_KINDS)

_NUMERALS = "零一二三四五六七八九"
_CHINESE = "[" + _NUMERALS + "十]+"
_NUMBERED = re.compile(
    rf"(?:action|task|measure|group|重点行动|行动|任务|措施)?\s*第?\s*([mM]?\d+(?:\.\d+)?|{_CHINESE})"
    r"\s*(?:项|条|号|组)?(?:重点行动|行动|任务|措施)?\Z"
)


_DOTTED = re.compile(r"[0-9a-z]\.[0-9a-z]")
_DIGIT = re.compile(r"[0-9]")
_GLUED = re.compile(r"(?<=[0-9])(?=[A-Za-z]{4})|(?<=[A-Za-z]{4})(?=[0-9])")
_SIGN = re.compile(r"[^\w\s]")
_DATED = re.compile(r"\s*([0-9]{4})\s*年\s*(?:([0-9]{1,2})\s*月\s*(?:([0-9]{1,2})\s*[日号])?)?\s*\Z")


class Query(NamedTuple):
    """What was typed, folded."""

    text: str
    """The whole, without blanks around it."""
    words: tuple[str, ...]
    """Its words: letters and digits, or characters of another script that stand together."""
    kinds: frozenset[str]
    """The kinds that it asks for; empty for all."""
    number: str
    """The number that it means, or ""."""
    strict: bool = False
    """Whether it is shaped like a number or an id, so that what is nearly right is something else."""

    @property
    def joined(self) -> str:
        """The whole without any blanks."""
        return self.text.replace(" ", "")


def read(typed: str, kinds: Collection[str] = ()) -> Query:
    """Take apart what was typed; of a long text the beginning.

    Args:
        typed: As typed. `action:`, `agency:`, `quote:` and so on before it keep only that kind.
        kinds: Kinds to keep where it names none itself.
    """
    typed = typed[:LONGEST_QUERY]
    head, colon, rest = typed.replace("：", ":", 1).partition(":")
    wanted = frozenset(kinds)
    if colon:
        word = head.strip().lower().rstrip("s")
        word = _PLURALS.get(word, word)
        if word in FILTERS or word == "body":
            wanted = _BODIES if word == "body" else frozenset({word})
            typed = rest
    text = " ".join(fold(typed).text.split())
    words = tuple(RUN.findall(text)[:MOST_WORDS])
    if all(len(word) == 1 and "a" <= word <= "z" for word in words) and _SIGN.search(text):
        # Signs with single letters between them (`%s`, `<b>`) are code, not a beginning of anything here.
        words = ()
    strict = len(typed.split()) == 1 and text.isascii() and (has_digit(text) or _DOTTED.search(text) is not None)
    return Query(text, words, wanted, number_of(text), strict)


def ungluing(typed: str) -> str:
    """Return what was typed with a space where a number and a word run into each other: `22trillion`, `finance2018`."""
    return _GLUED.sub(" ", typed)


def dated(typed: str) -> str:
    """Return the date that was typed in Chinese, `2015年7月4日` or a part of it, as the plan writes dates; else ""."""
    found = _DATED.match(unicodedata.normalize("NFKC", typed))
    return "-".join(part.zfill(2) for part in found.groups() if part) if found else ""


def has_digit(text: str) -> bool:
    """Return whether there are digits in a text: what is nearly right is another number then."""
    return _DIGIT.search(text) is not None


def number_of(folded: str) -> str:
    """Return the number that a folded text writes: `11`, `11.2`, `m3.2`, `action 11`, `十一`; "" for none."""
    found = _NUMBERED.match(folded)
    if not found:
        return ""
    return found[1] if found[1].isascii() else _arabic(found[1])


def _arabic(text: str) -> str:
    """Return the number that Chinese numerals up to 99 write, or ""."""
    tens, ten, ones = text.partition("十")
    if not ten:
        return str(_NUMERALS.index(text)) if len(text) == 1 else ""
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return ""
    high = _NUMERALS.index(tens) if tens else 1
    return str(10 * high + (_NUMERALS.index(ones) if ones else 0))
