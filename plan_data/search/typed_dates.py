"""Dates as readers type them, in any usual order, in English, Chinese or figures."""

from __future__ import annotations

import re
import unicodedata

from plan_data.text.dates import is_date

_MONTHS = "january february march april may june july august september october november december".split()
_DIGITS = {digit: str(n) for n, digit in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_NUMERAL = re.compile(r"[零〇○一二三四五六七八九十]+")
_TOKENS = re.compile(r"[a-z]+|[0-9]+|[^a-z0-9 ,./-]")
_LEFT_OUT = re.compile("[snr][td]|th|of|the|on|份").fullmatch
_PARTS = {
    "Y": "(?P<year>[0-9]{4})",
    "y": "(?P<year>[0-9]{4}|[0-9]{2})",
    "M": "(?P<month>[0-9]{1,2})",
    "N": "m(?P<month>[0-9]+)",
    "D": "(?P<day>[0-9]{1,2})",
    "C": "(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})?",
}
_ORDERS = (
    *("D N y", "N D y", "Y N D", "Y D N", "D y N", "N Y D", "N D", "D N", "N y", "Y N"),
    *("Y M D", "D M y", "M D y", "Y M", "M Y", "C"),
    *("y 年 M 月 D 日", "y 年 M 月", "M 月 D 日", "y 年"),
)
"""The orders of the parts of a date; N is the name of a month, y a year that may have two figures."""
_SHAPES = [re.compile("".join(_PARTS.get(part, part) for part in order)) for order in _ORDERS]
_LONGEST = 40
"""Most characters of a date with all its words."""


def dates(typed: str) -> tuple[str, ...]:
    """Return what a query may mean as a date: `2015`, `2015-07`, `2015-07-04`; without a year `07-04`.

    Empty for a query that is no date, and for one that is written so already. Two where day and month may be swapped:
    `4/7/2015`.
    """
    text = unicodedata.normalize("NFKC", typed).casefold().strip()
    if len(text) > _LONGEST or is_date(text):
        return ()
    tokens = _TOKENS.findall(_NUMERAL.sub(lambda numeral: figures(numeral[0]), text).replace("号", "日"))
    text = " ".join(_month(token) for token in tokens if not (token.isspace() or _LEFT_OUT(token)))
    found = [_joined(**match.groupdict()) for shape in _SHAPES if (match := shape.fullmatch(text))]
    return tuple(dict.fromkeys(date for date in found if is_date(date) or is_date(f"2000-{date}")))


def figures(numeral: str) -> str:
    """Return a Chinese numeral in figures: 二〇一五, 十二, 二十三."""
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return "".join(_DIGITS[digit] for digit in numeral)
    return f"{_DIGITS.get(tens, '1')}{_DIGITS.get(ones, '0')}"


def _month(token: str) -> str:
    """Return `m7` for the name of a month or its first three letters or more, else the token."""
    named = (f"m{n}" for n, name in enumerate(_MONTHS, 1) if len(token) > 2 and name.startswith(token))
    return next(named, token)


def _joined(year: str | None = "", month: str | None = "", day: str | None = "") -> str:
    """Join year, month and day, with two figures for a month or a day; parts that are missing are left out."""
    century = "20" if year and len(year) == 2 else ""
    return century + "-".join(part.zfill(2) for part in (year, month, day) if part)
